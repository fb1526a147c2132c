r"""Words that a hyphen breaks at the end of a wrapped line, and whether the hyphen is theirs.

Called by the pipeline once a document, for the derived text of `paragraphs`. Never changes the text: it tells
which characters a reader would leave out to see "govern-\nment" as one word, and "long-\nterm" too.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.records import Paragraph, Span

# HYPHEN-MINUS and HYPHEN, between letters or digits; the white space around the line break goes with it.
_LINE_END = re.compile(r"(?<=[^\W_])[-\u2010](?P<gap>[^\S\n]*\n[^\S\n]*)(?=[^\W_])")
# A longer run is no word: it keeps its hyphen, and nothing looks for its beginning.
_MAX_HALF = 40
_LEFT = re.compile(rf"[^\W_]{{1,{_MAX_HALF}}}\Z")
_RIGHT = re.compile(rf"[^\W_]{{1,{_MAX_HALF}}}")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
# Programs that wrap copy break words at their own hyphens alone: in 1-2 of 100 lines of English, Portuguese and
# French news at 72 columns; where words are broken, it is 20 and more.
_BROKEN_SHARE = 0.06
_MIN_BROKEN = 2
# After "first-" and "Ein-" these begin no second half: the line break is a space.
_CONJUNCTIONS = frozenset(
    ["and", "or", "to", "und", "oder", "bis", "sowie", "bzw", "en", "of", "och", "og", "eller", "ja", "tai", "et", "ou"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Broken:
    """A word broken at a line end: `[hyphen_char, end_char)` lies between its halves."""

    left: str
    right: str
    hyphen_char: int
    end_char: int


def line_end_cuts(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[Span, ...]]:
    r"""List for each paragraph what its text on one line leaves out: hyphens and the line breaks after them.

    The line break after a hyphen inside a word always goes. The hyphen goes too where the word without it stands
    elsewhere in the document and the word with it does not. Where neither stands, or both, it goes if the second
    part begins in lower case and the document breaks words: more of its line ends are proven to break a word
    than a compound, or, where none is proven, many lines end in a hyphen.

    Args:
        text: Normalised.
        paragraphs: All paragraphs of the text.

    Returns:
        Spans in code points of the text, in order.

    >>> text = "The govern-\nment: no government."
    >>> line_end_cuts(text, [Paragraph(1, 0, len(text))])
    [(Span(start_char=10, end_char=12),)]
    """
    broken = [one for one in _broken_words(text) if _is_inside(one, paragraphs)]
    if not broken:
        return [()] * len(paragraphs)
    joint_count = sum(text.count("\n", one.start_char, one.end_char) for one in paragraphs)
    cuts = list(_cuts(text, broken, joint_count))
    return [tuple(_within(cuts, paragraph)) for paragraph in paragraphs]


def _broken_words(text: str) -> Iterator[_Broken]:
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        left = _LEFT.search(text, max(0, start - _MAX_HALF), start)
        right = _RIGHT.match(text, end)
        if left and right:
            yield _Broken(left[0], right[0], start, end)


def _is_inside(broken: _Broken, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the line break of a broken word lies inside a paragraph."""
    place = bisect_left(paragraphs, broken.end_char, key=lambda one: one.end_char)
    return place < len(paragraphs) and paragraphs[place].start_char < broken.hyphen_char


def _cuts(text: str, broken: Sequence[_Broken], joint_count: int) -> Iterator[Span]:
    """Yield what goes at each broken word."""
    words = Counter(match[0].casefold().replace("\u2010", "-") for match in _WORD.finditer(text))
    for one in broken:  # the halves are no words of the document
        words[one.left.casefold()] -= 1
        words[one.right.casefold()] -= 1
    leanings = [_leaning(one, words) for one in broken]
    is_typeset = _is_typeset(leanings, joint_count)
    for one, leaning in zip(broken, leanings, strict=True):
        if leaning == 0 and one.right in _CONJUNCTIONS:
            continue
        is_usual = is_typeset and one.left.isalpha() and one.right[0].islower()
        is_dropped = leaning > 0 or (leaning == 0 and is_usual)
        yield Span(one.hyphen_char + (not is_dropped), one.end_char)


def _is_typeset(leanings: Sequence[int], joint_count: int) -> bool:
    """Tell whether a document breaks words at line ends: by its proven cases, else by how often a line has one."""
    proven = leanings.count(1) - leanings.count(-1)
    if proven:
        return proven > 0
    return len(leanings) >= _MIN_BROKEN and len(leanings) >= _BROKEN_SHARE * joint_count


def _leaning(broken: _Broken, words: Counter[str]) -> int:
    """Give 1 where only the word without the hyphen stands elsewhere, -1 where only that with it does, else 0."""
    left, right = broken.left.casefold(), broken.right.casefold()
    return (words[left + right] > 0) - (words[f"{left}-{right}"] > 0)


def _within(cuts: Sequence[Span], paragraph: Paragraph) -> Iterable[Span]:
    first = bisect_left(cuts, paragraph.start_char, key=lambda cut: cut.start_char)
    last = bisect_left(cuts, paragraph.end_char, key=lambda cut: cut.start_char)
    return cuts[first:last]

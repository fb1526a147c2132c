"""Lines and paragraphs of a normalised text, as offsets into it.

Called by the pipeline to build a `Document`, and by annotators for the text of a paragraph. Never
changes the text. All functions take time linear in its length.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from copydesk.errors import InputError
from copydesk.records import Line, Paragraph, ReasonCode

# Hard-wrapped copy is set at 60-90 columns; mail and old wires go down to 55, some up to 100.
_MIN_WIDTH = 55
_MAX_WIDTH = 100
_MIN_RUN_LINES = 3
MAX_LINES = 1_000_000
"""Most lines of a document. A line takes 1.5 kB until it is written: 1.6 million took 2.5 GiB."""
# A first "word" longer than this is no word: Chinese and Thai lines have no spaces, so a list of
# headlines would look wrapped.
_MAX_WORD = 25
# Of the joints between wrapped lines about 9 in 10 are mid-sentence in English, 6 in 10 in German
# with its capitals; of those between headlines or verses hardly any.
_MID_SENTENCE_SHARE = 0.4

# From the first character that is no white space: blank lines cost next to nothing.
_LINE = re.compile(r"\S[^\n]*")
_FIRST_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"[-*\u2022\u2013\u2014\u00b7\u25aa\u25cf>|]\s|\d{1,3}[.)]\s")
_SENTENCE_END = re.compile(
    r"[.!?:;\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f][\"'\u2019\u201d\u00bb)\]]*\Z"
)


def refuse_endless(text: str, max_lines: int = MAX_LINES) -> None:
    """Raise for a text of more lines than a document may have; blank ones do not count.

    Args:
        text: Normalised.
        max_lines: The most that are let through.

    Raises:
        InputError: With reason `too_large`.
    """
    if text.count("\n") < max_lines:
        return
    line_count = sum(1 for _ in _LINE.finditer(text))
    if line_count > max_lines:
        detail = (
            f"{line_count:,} lines, more than the {max_lines:,} that a document may have: "
            "split the file into documents"
        )
        raise InputError(ReasonCode.TOO_LARGE, detail)


def lines(text: str) -> tuple[Line, ...]:
    r"""List the non-blank lines of a text, each without the white space around it.

    Args:
        text: Normalised: its only line break is `\n`.

    Returns:
        Lines in order; `line_no` counts every line from 1, blank ones too.

    >>> lines("One\n\n  two ")
    (Line(line_no=1, start_char=0, end_char=3), Line(line_no=3, start_char=7, end_char=10))
    """
    return tuple(_iter_lines(text))


def _iter_lines(text: str) -> Iterator[Line]:
    line_no, seen = 1, 0
    for match in _LINE.finditer(text):
        start = match.start()
        line_no += text.count("\n", seen, start)
        seen = start
        yield Line(line_no, start, start + len(match[0].rstrip()))


def paragraphs(text: str, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    r"""Join hard-wrapped lines; every other line is a paragraph of its own.

    A line is wrapped when the first word of the next would not have fitted into the width of its
    block (lines without a blank one between). A run of wrapped lines is joined when enough of
    them break off in mid-sentence.

    Args:
        text: Normalised.
        lines: All lines of the text, as `lines` gives them.

    Returns:
        Paragraphs in order; together they hold every line once.

    >>> text = "Title\nBody of one line."
    >>> [paragraph_text(text, paragraph) for paragraph in paragraphs(text, lines(text))]
    ['Title', 'Body of one line.']
    """
    return tuple(
        Paragraph(run[0].line_no, run[0].start_char, run[-1].end_char)
        for block in _blocks(lines)
        for run in _runs(text, block)
    )


def paragraph_text(text: str, paragraph: Paragraph) -> str:
    r"""Give a paragraph's text on one line, of the same length as its stretch of the document.

    >>> paragraph_text("Wire\ncopy", Paragraph(1, 0, 9))
    'Wire copy'
    """
    return text[paragraph.start_char : paragraph.end_char].replace("\n", " ")


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Group lines that have no blank line between them."""
    block: list[Line] = []
    for line in lines:
        if block and line.line_no != block[-1].line_no + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _runs(text: str, block: list[Line]) -> Iterator[list[Line]]:
    """Split a block into runs of wrapped lines and single lines."""
    width = max((_length(line) for line in block if _length(line) <= _MAX_WIDTH), default=0)
    runs = [block[:1]]
    for line, following in pairwise(block):
        if _is_wrapped(text, line, following, width):
            runs[-1].append(following)
        else:
            runs.append([following])
    # Two lines of one length may be chance; where three agree, the block was set to a width.
    is_set = width >= _MIN_WIDTH and max(map(len, runs)) >= _MIN_RUN_LINES
    for run in runs:
        if is_set and _reads_on(text, run):
            yield run
        else:
            yield from ([line] for line in run)


def _is_wrapped(text: str, line: Line, following: Line, width: int) -> bool:
    """Tell whether a line ends because the next word would not have fitted."""
    if max(_length(line), _length(following)) > width:
        return False
    if _BULLET.match(text, following.start_char, following.end_char):
        return False
    if _indent(text, following) > _indent(text, line) and _SENTENCE_END.search(_slice(text, line)):
        return False  # an indented line after a full stop opens a paragraph
    word = _FIRST_WORD.match(text, following.start_char, following.end_char)
    word_length = word.end() - word.start() if word else 0
    return word_length <= _MAX_WORD and _length(line) + 1 + word_length > width


def _reads_on(text: str, run: list[Line]) -> bool:
    """Tell whether enough lines of a run break off in mid-sentence."""
    joints = list(pairwise(run))
    mid_count = sum(_is_mid_sentence(text, line, following) for line, following in joints)
    return bool(joints) and mid_count >= _MID_SENTENCE_SHARE * len(joints)


def _is_mid_sentence(text: str, line: Line, following: Line) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    return not (text[following.start_char].isupper() or _SENTENCE_END.search(_slice(text, line)))


def _indent(text: str, line: Line) -> int:
    """Count the white space before a line's first character."""
    return line.start_char - (text.rfind("\n", 0, line.start_char) + 1)


def _length(line: Line) -> int:
    return line.end_char - line.start_char


def _slice(text: str, line: Line) -> str:
    return text[line.start_char : line.end_char]

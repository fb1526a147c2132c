"""Tokens for column formats, and their tags in IOB2.

A token is a run of letters and digits with their marks, or one other character that is neither white space nor a
control or format character. In scripts that set no spaces between words each character is a token. Where an
annotation begins or ends within a token the token is cut there, so every annotation is a run of whole tokens.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from copydesk.records import Span
from copydesk.text.words import match_words

OUTSIDE = "O"
_UNSPACED = re.compile(
    # Thai and Lao, Myanmar, Khmer, Han with kana, Yi, Han, halfwidth kana, rare Han. \W: their combining marks.
    r"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u312F\u3190-\uA4CF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U000323FF]"
    r"\W*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A span with a label, such as a mention with its type."""

    span: Span
    name: str


def find_tokens(text: str, span: Span, cuts: Sequence[int] = ()) -> list[Span]:
    """Return the tokens of a part of a text, in order.

    Args:
        text: The whole text; offsets are code points of it.
        span: The part.
        cuts: Offsets, sorted, that no token goes across.

    >>> [(one.start_char, one.end_char) for one in find_tokens("It's 3 km.", Span(0, 10))]
    [(0, 2), (2, 3), (3, 4), (5, 6), (7, 9), (9, 10)]
    """
    return [part for token in _words_and_signs(text, span) for part in _cut(token, cuts)]


def join_across(sentences: Iterable[Span], labels: Sequence[Label]) -> list[Span]:
    """Return the sentences in order, those joined that a label goes across.

    Args:
        sentences: Sorted, without overlap.
        labels: Sorted by their start.
    """
    joined: list[Span] = []
    starts = [label.span.start_char for label in labels]
    reaches = list(accumulate((label.span.end_char for label in labels), max))
    for sentence in sentences:
        last = joined[-1] if joined else None
        before = bisect_left(starts, last.end_char) if last else 0
        if last and before and reaches[before - 1] > sentence.start_char:
            joined[-1] = Span(last.start_char, sentence.end_char)
        else:
            joined.append(sentence)
    return joined


def without_overlaps(labels: Iterable[Label]) -> list[Label]:
    """Return labels in order of the text, of those that overlap the first, and the longest of those that begin together."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda one: (one.span.start_char, -one.span.end_char)):
        if label.span.start_char < label.span.end_char and (
            not kept or label.span.start_char >= kept[-1].span.end_char
        ):
            kept.append(label)
    return kept


def iob2(tokens: Iterable[Span], labels: Sequence[Label]) -> Iterator[str]:
    """Give each token its tag: `B-` and the label at the first token of a label, `I-` at its others, else `O`.

    Args:
        tokens: In order, cut at the ends of labels.
        labels: In order, without overlap.
    """
    starts = [label.span.start_char for label in labels]
    tagged = -1
    for token in tokens:
        number = bisect_right(starts, token.start_char) - 1
        if number < 0 or token.start_char >= labels[number].span.end_char:
            yield OUTSIDE
        else:
            yield f"{'I' if number == tagged else 'B'}-{labels[number].name}"
            tagged = number


def _words_and_signs(text: str, span: Span) -> Iterator[Span]:
    """Give the tokens before they are cut at annotations."""
    offset = position = span.start_char
    for match in match_words(text[span.start_char : span.end_char]):
        start, end = offset + match.start(), offset + match.end()
        yield from _signs(text, position, start)
        yield from _split_unspaced(text, start, end)
        position = end
    yield from _signs(text, position, span.end_char)


def _signs(text: str, start: int, end: int) -> Iterator[Span]:
    for number in range(start, end):
        char = text[number]
        if not char.isspace() and unicodedata.category(char)[0] != "C":
            yield Span(number, number + 1)


def _split_unspaced(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for match in _UNSPACED.finditer(text, start, end):
        if match.start() > position:
            yield Span(position, match.start())
        yield Span(match.start(), match.end())
        position = match.end()
    if position < end:
        yield Span(position, end)


def _cut(token: Span, cuts: Sequence[int]) -> Iterator[Span]:
    first = bisect_right(cuts, token.start_char)
    last = bisect_left(cuts, token.end_char)
    bounds = (token.start_char, *cuts[first:last], token.end_char)
    for start, end in pairwise(dict.fromkeys(bounds)):
        yield Span(start, end)

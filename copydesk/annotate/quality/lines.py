"""What the lines of a document are like, and how many of its lines and paragraphs say the same again."""

import re
from collections.abc import Collection, Iterator, Sequence

from copydesk.annotate.quality.share import share
from copydesk.annotate.quality.signals import LineSignals
from copydesk.records import Document, Line

SHORT_LINE_CHARS = 30
"""A line of fewer characters is short (FineWeb)."""
ELLIPSES = ("...", "\u2026")

# RedPajama-v2's ten, and what stands for them in plain text where white space follows.
_BULLET = re.compile(
    r"[\u2022\u2023\u25b6\u25c0\u25e6\u25a0\u25a1\u25aa\u25ab\u2013]|[-*\u00b7\u25cf]\s"
)
# C4's full stop, exclamation and question mark and their like in other scripts; quotes and brackets may follow.
_TERMINAL = re.compile(
    r"[.!?\u3002\uff0e\uff01\uff1f\uff61\u0964\u0965\u06d4\u061f\u1362\u1367\u104b\u17d4\u0589]"
    r"[\"'\u2019\u201c\u201d\u00bb\u203a)\]\u300d\u300f\uff09]{0,3}\Z"
)
_TAIL_CHARS = 4
"""A mark and the quotes and brackets after it."""


def line_signals(document: Document) -> LineSignals:
    """Give the signals of a document's lines, white space around them left out."""
    text = document.text
    lines = [text[line.start_char : line.end_char] for line in document.lines]
    blocks = list(_blocks(document.lines, lines))
    count, lengths = len(lines), [len(line) for line in lines]
    return LineSignals(
        mean_line_chars=share(sum(lengths), count),
        longest_line_share=share(max(lengths, default=0), sum(lengths)),
        short_line_share=share(sum(length < SHORT_LINE_CHARS for length in lengths), count),
        terminal_line_share=share(sum(map(_is_terminal, lines)), count),
        ellipsis_line_share=share(sum(line.endswith(ELLIPSES) for line in lines), count),
        bullet_line_share=share(sum(1 for line in lines if _BULLET.match(line)), count),
        duplicate_line_share=_duplicate_share(lines),
        duplicate_line_char_share=_duplicate_char_share(lines),
        duplicate_paragraph_share=_duplicate_share(blocks),
        duplicate_paragraph_char_share=_duplicate_char_share(blocks),
    )


def _blocks(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[str]:
    """Yield what stands between blank lines."""
    start = 0
    for index, line in enumerate(lines):
        is_last = index + 1 == len(lines)
        if is_last or lines[index + 1].line_no != line.line_no + 1:
            yield texts[start] if start == index else "\n".join(texts[start : index + 1])
            start = index + 1


def _is_terminal(line: str) -> bool:
    """Tell whether a line ends as a sentence does; an ellipsis is no such end (C4)."""
    return bool(_TERMINAL.search(line[-_TAIL_CHARS:])) and not line.endswith(ELLIPSES)


def _duplicate_share(texts: Collection[str]) -> float:
    """Give the share of texts that stood before."""
    return share(len(texts) - len(set(texts)), len(texts))


def _duplicate_char_share(texts: Collection[str]) -> float:
    """Give the share of characters that are in texts that stood before."""
    total = sum(map(len, texts))
    return share(total - sum(map(len, set(texts))), total)

"""Reads time expressions in columns: a token a line with its tag (IOB2) and its TIMEX3 value, tabs between them.

Called by the dates task. A line `*!-DCTVALUE="2001-02-01"-!*` begins a document and tells its creation time, a blank
line ends a sentence (as in XTN-timexes). The text is put together with a space between tokens, none before a sign
that closes, and a line break after a sentence; what stood there before is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.evaluation.gold import read_text
from copydesk.evaluation.timeml import TimedText, Timex

_CREATION_TIME = re.compile(r'\*!-DCTVALUE="([^"]+)"-!\*')
_CLOSING = frozenset(".,;:)")


@dataclass(slots=True)
class _Draft:
    """A document in the making; `open_timex` tells that its last expression may go on."""

    creation_time: str | None = None
    text: str = ""
    timexes: list[Timex] = field(default_factory=list)
    open_timex: bool = False

    def add(self, token: str, tag: str, value: str) -> None:
        """Add a token and what its tag says."""
        is_spaced = self.text and not self.text.endswith("\n") and token not in _CLOSING
        self.text += " " if is_spaced else ""
        start = len(self.text)
        self.text += token
        kind, _, timex_type = tag.partition("-")
        if kind == "B":
            self.timexes.append(Timex(start, len(self.text), timex_type, value))
        elif kind == "I" and self.open_timex:
            last = self.timexes[-1]
            self.timexes[-1] = Timex(last.start_char, len(self.text), last.timex_type, last.value)
        self.open_timex = kind == "B" or (kind == "I" and self.open_timex)

    def end_sentence(self) -> None:
        """Begin a new line, once."""
        self.text += "\n" if self.text and not self.text.endswith("\n") else ""
        self.open_timex = False


def read_timex_columns(path: Path) -> Iterator[TimedText]:
    """Give the documents of a file in columns."""
    yield from parse_timex_columns(read_text(path))


def parse_timex_columns(source: str) -> Iterator[TimedText]:
    r"""Give documents in columns as texts with their time expressions.

    Raises:
        ValueError: A line has other than three columns.

    >>> [text] = parse_timex_columns("En\tO\t-\nmayo\tB-DATE\t2024-05\n.\tO\t-")
    >>> text.text, text.timexes
    ('En mayo.', (Timex(start_char=3, end_char=7, timex_type='DATE', value='2024-05'),))
    """
    draft = _Draft()
    for line in source.splitlines():
        creation = _CREATION_TIME.match(line)
        if creation:
            yield from _finished(draft)
            draft = _Draft(creation[1])
        elif not line.strip():
            draft.end_sentence()
        else:
            token, tag, value = line.split("\t")
            draft.add(token, tag, value)
    yield from _finished(draft)


def _finished(draft: _Draft) -> Iterator[TimedText]:
    """A document, unless nothing was read of it."""
    if draft.text:
        yield TimedText(draft.text, tuple(draft.timexes), draft.creation_time)

"""Where the characters of a text stand in its raw bytes: a map of runs, and how a change of the text moves it.

Decoding makes the first map of a source, every step that changes text makes the next one of it with
`edited`, and `byte_range` reads the last. The map is stored with the document. Never changes a text.
"""

import codecs
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

# Codecs that write a mark at each call: the same width of every character without one.
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


class Form(StrEnum):
    """How the characters of a run share its bytes."""

    ENCODED = "encoded"
    """Each has the bytes that the encoding gives it; a line feed may have been another control."""
    CRLF = "crlf"
    """As encoded, but each line feed was CR LF."""
    DECOMPOSED = "decomposed"
    """Each has the bytes of its canonical decomposition (NFD)."""
    EVEN = "even"
    """Each has the same number of bytes."""
    WHOLE = "whole"
    """All share all bytes; bytes without characters were removed."""


FORMS = tuple(Form)
"""A form's place here is its number in `documents.raw_runs`: a new one goes to the end."""


class Run(NamedTuple):
    """Consecutive characters and their bytes. Runs follow each other without a gap, from 0 and byte 0."""

    char_count: int
    byte_count: int
    form: Form


class Edit(NamedTuple):
    """A change of a text: code points `[start_char, end_char)` become `char_count` others."""

    start_char: int
    end_char: int
    char_count: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The runs of a text, in order: all characters of the text, all bytes of its source.

    `encoding_name` is that of the source; of a mixture (`utf-8+cp1252`) the first part counts here.
    """

    encoding_name: str
    runs: tuple[Run, ...]

    @property
    def codec(self) -> str:
        """The Python codec in which a character has as many bytes as it has in the source."""
        name = self.encoding_name.partition("+")[0]
        return _UNMARKED.get(name, name)


def encoded(raw: bytes, text: str, encoding_name: str, mark: bytes = b"") -> OffsetMap:
    r"""Give the map of a text as decoded from raw bytes in one encoding.

    Args:
        raw: The whole source, which is `encoding_name` and nothing else.
        text: What it decodes to.
        encoding_name: A Python codec.
        mark: The byte order mark that the codec took off.

    >>> encoded(b"\xef\xbb\xbfcopy", "copy", "utf-8-sig", b"\xef\xbb\xbf").runs[1]
    Run(char_count=4, byte_count=4, form=<Form.ENCODED: 'encoded'>)
    """
    head = (Run(0, len(mark), Form.WHOLE),) if mark else ()
    offsets = OffsetMap(encoding_name, (*head, Run(len(text), len(raw) - len(mark), Form.ENCODED)))
    if (
        encoding_name.startswith("utf-")
        or len(text) == len(raw)
        or _is_reversible(raw, text, encoding_name)
    ):
        return offsets
    return OffsetMap(encoding_name, tuple(_joined(by_character(raw, encoding_name))))


def joined(encoding_name: str, runs: Iterable[Run]) -> OffsetMap:
    """Give the map of runs, as few as will do."""
    return OffsetMap(encoding_name, tuple(_joined(runs)))


def with_crlf(offsets: OffsetMap, text: str) -> OffsetMap:
    r"""Give the map of `text.replace("\r\n", "\n")`, in whose encoded runs every line feed was CR LF.

    Args:
        offsets: The map of the text: no CR LF of it lies in a run that is not encoded, or in two.
        text: The text before. In it every line feed follows a carriage return.
    """
    runs, start = [], 0
    for run in offsets.runs:
        end = start + run.char_count
        if run.form is Form.ENCODED:
            char_count = run.char_count - text.count("\n", start, end)
            run = Run(char_count, run.byte_count, Form.CRLF)  # noqa: PLW2901  # the same, in other terms
        runs.append(run)
        start = end
    return OffsetMap(offsets.encoding_name, tuple(runs))


def decomposed(offsets: OffsetMap, text: str, composed: str) -> OffsetMap | None:
    """Give the map of a composed text (NFC); None where that takes more than to recompose its runs.

    Args:
        offsets: The map of the text before.
        text: The text before.
        composed: The text after.
    """
    if not unicodedata.is_normalized("NFD", text):
        return None
    apart = {ord(char): unicodedata.normalize("NFD", char) for char in set(composed)}
    if (
        composed.translate(apart) != text
    ):  # a whole text's NFD may put marks of one in another's order
        return None
    runs, parts, start = [], [], 0
    for run in offsets.runs:
        part = text[start : start + run.char_count]
        start += run.char_count
        parts.append(unicodedata.normalize("NFC", part))
        if parts[-1] == part:
            runs.append(run)
        elif run.form is Form.ENCODED:
            runs.append(Run(len(parts[-1]), run.byte_count, Form.DECOMPOSED))
        else:
            return None
    return OffsetMap(offsets.encoding_name, tuple(runs)) if "".join(parts) == composed else None


def edited(offsets: OffsetMap, text: str, edits: Iterable[Edit]) -> OffsetMap:
    """Give the map of a text after some changes.

    Args:
        offsets: The map of the text before.
        text: The text before.
        edits: Sorted, disjoint, in code points of the text before. One that would cut characters that
            share their bytes is widened to all of them.
    """
    left, runs, start = _Left(offsets, text), list[Run](), 0
    for edit in _widened(edits, _shared(offsets)):
        runs += left.take(start, edit.start_char)
        runs += left.take_removed()
        byte_count = sum(run.byte_count for run in left.take(edit.start_char, edit.end_char))
        runs.append(Run(edit.char_count, byte_count, Form.WHOLE))
        start = edit.end_char
    runs += left.take(start, len(text))
    runs += left.take_removed()
    return joined(offsets.encoding_name, runs)


def _shared(offsets: OffsetMap) -> list[tuple[int, int]]:
    """List the spans of several characters that share all their bytes."""
    spans, start = [], 0
    for run in offsets.runs:
        if run.form is Form.WHOLE and run.char_count > 1:
            spans.append((start, start + run.char_count))
        start += run.char_count
    return spans


def _widened(edits: Iterable[Edit], shared: Sequence[tuple[int, int]]) -> Iterator[Edit]:
    """Yield edits that begin and end outside the spans; edits that meet in one span become one."""
    if not shared:
        yield from edits
        return
    last: Edit | None = None
    for edit in edits:
        start, end = _outside(edit, shared)
        grown = edit.char_count + (edit.start_char - start) + (end - edit.end_char)
        if last is not None and start < last.end_char:
            overlap = last.end_char - start
            last = Edit(last.start_char, max(end, last.end_char), last.char_count + grown - overlap)
            continue
        if last is not None:
            yield last
        last = Edit(start, end, grown)
    if last is not None:
        yield last


def _outside(edit: Edit, shared: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Give the bounds of an edit, moved out of the spans that they lie inside of."""
    start, end = edit.start_char, edit.end_char
    before = bisect_left(shared, (start, -1)) - 1
    if before >= 0 and shared[before][1] > start:
        start = shared[before][0]
    last = bisect_left(shared, (end, -1)) - 1
    if last >= 0 and shared[last][0] < end < shared[last][1]:
        end = shared[last][1]
    return start, end


def byte_range(offsets: OffsetMap, text: str, start_char: int, end_char: int) -> tuple[int, int]:
    r"""Give the bytes of a span, half-open, from the first of its first character to the last of its last.

    A character that shares its bytes with others (an accent that was joined to its letter) stands for
    all of them. Bytes that were removed count only where they lie inside the span.

    Args:
        offsets: The map of the text.
        text: The text.
        start_char: In code points.
        end_char: In code points, exclusive.

    Raises:
        ValueError: The text has no such span.

    >>> byte_range(encoded("müde Möwe".encode(), "müde Möwe", "utf-8"), "müde Möwe", 5, 9)
    (6, 11)
    """
    if not 0 <= start_char <= end_char <= len(text):
        raise ValueError(f"not a span of {len(text)} characters: [{start_char}, {end_char})")
    start_byte = _byte_of(offsets, text, start_char, is_end=False)
    if start_char == end_char:
        return start_byte, start_byte
    return start_byte, _byte_of(offsets, text, end_char, is_end=True)


def _byte_of(offsets: OffsetMap, text: str, char: int, *, is_end: bool) -> int:
    """Give the byte where a character starts, or where the one before it ends."""
    start_char = start_byte = 0
    for run in offsets.runs:
        taken = char - start_char
        if taken < run.char_count or (is_end and taken == run.char_count):
            if run.form is Form.WHOLE:
                return start_byte + (run.byte_count if is_end else 0)
            return start_byte + _width(offsets.codec, run, text[start_char:char])
        start_char += run.char_count
        start_byte += run.byte_count
    return start_byte


def _width(codec: str, run: Run, head: str) -> int:
    """Count the bytes of the first characters of a run that is not whole."""
    if len(head) == run.char_count:
        return run.byte_count
    if run.form is Form.EVEN:
        return len(head) * run.byte_count // run.char_count
    if run.form is Form.DECOMPOSED:
        head = unicodedata.normalize("NFD", head)
    byte_count = len(head.encode(codec))
    if run.form is Form.CRLF:
        byte_count += head.count("\n") * len("\r".encode(codec))
    return byte_count


def to_numbers(offsets: OffsetMap) -> list[int]:
    """Give a map as it is stored: for each run the number of its form, its characters, its bytes."""
    return [
        number
        for run in offsets.runs
        for number in (FORMS.index(run.form), run.char_count, run.byte_count)
    ]


def from_numbers(encoding_name: str, numbers: Sequence[int]) -> OffsetMap:
    """Give the map that `to_numbers` wrote."""
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    runs = (Run(chars, bytes_, FORMS[form]) for form, chars, bytes_ in triples)
    return OffsetMap(encoding_name, tuple(runs))


class _Left:
    """What is left of a map while edits are made, from front to back."""

    def __init__(self, offsets: OffsetMap, text: str) -> None:
        self._codec = offsets.codec
        self._text = text
        self._runs = list(reversed(offsets.runs))

    def take_removed(self) -> Iterator[Run]:
        """Yield the removed bytes that come next."""
        while self._runs and not self._runs[-1].char_count:
            yield self._runs.pop()

    def take(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of the next characters, `[start, end)` of the text; the last may be cut, unless it is whole."""
        while start < end:
            run = self._runs.pop()
            char_count = min(run.char_count, end - start)
            if char_count < run.char_count:
                width = _width(self._codec, run, self._text[start:end])
                self._runs.append(
                    Run(run.char_count - char_count, run.byte_count - width, run.form)
                )
                run = Run(char_count, width, run.form)
            yield run
            start += char_count


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with neighbours of one kind made one."""
    last: Run | None = None
    for run in runs:
        if not run.char_count and not run.byte_count:
            continue
        if last is not None and _is_alike(last, run):
            last = Run(
                last.char_count + run.char_count, last.byte_count + run.byte_count, last.form
            )
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _is_alike(left: Run, right: Run) -> bool:
    """Tell whether two neighbours say the same of their characters."""
    if left.form is not right.form:
        return False
    if left.form is Form.WHOLE:
        return not left.char_count and not right.char_count
    if left.form is Form.EVEN:
        return left.byte_count * right.char_count == right.byte_count * left.char_count
    return True


def _is_reversible(raw: bytes, text: str, encoding_name: str) -> bool:
    """Tell whether the text encodes to its bytes again, character by character."""
    is_stateless = not encoding_name.startswith("iso2022")
    return is_stateless and text.encode(encoding_name, "replace") == raw


def by_character(raw: bytes, encoding_name: str) -> Iterator[Run]:
    """Yield a run for every character, for encodings that shift or write one character in several ways."""
    decoder = codecs.getincrementaldecoder(encoding_name)()
    start = 0
    for end in range(1, len(raw) + 1):
        char_count = len(decoder.decode(raw[end - 1 : end]))
        if char_count:
            yield Run(char_count, end - start, Form.EVEN if char_count == 1 else Form.WHOLE)
            start = end
    yield Run(0, len(raw) - start, Form.WHOLE)

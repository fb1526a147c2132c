"""CSV and TSV with a header row, row by row.

`csv.field_size_limit` is one setting of the whole process; it is raised, never lowered, to what the rules allow: what
bounds the memory is the count of characters that a row is made of.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, cast

from copydesk.errors import InputError
from copydesk.records import ReasonCode, Rejection
from copydesk.store.compressed import CHUNK_BYTES, Stream, from_beginning, read_up_to
from copydesk.store.containers.members import Found, Member, Place
from copydesk.store.containers.records import column_names, member_of, reject_row, wanted
from copydesk.store.record_fields import first_key
from copydesk.text.decode import decode

_MIXTURE = "utf-8+cp1252"
_MARKS = {  # longest first: the mark of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class _Lines:
    """Lines for the csv module, counted from one row to the next."""

    def __init__(self, text: io.TextIOWrapper, char_limit: int) -> None:
        self._text = text
        self._limit = char_limit
        self.row_chars = 0
        self.is_done = False

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(self._limit + 1):
            self.row_chars += len(line)
            if self.row_chars > self._limit:
                detail = (
                    f"a row is above {self._limit >> 20:,} Mi characters; is a quote never closed?"
                )
                raise InputError(ReasonCode.TOO_LARGE, detail)
            yield line
        self.is_done = True


def read_table(stream: Stream, kind: str, place: Place) -> Found:
    """Yield the rows of a table, each as a member or a rejection; blank lines are passed over.

    Args:
        stream: The file, unpacked.
        kind: ".csv" or ".tsv".
        place: Where it is read.
    """
    limit = place.rules.row_chars
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    number = 0
    try:
        sample = read_up_to(stream, CHUNK_BYTES)
        encoding_name, is_mixture = _encoding(sample)
        again = cast("BinaryIO", from_beginning(sample, stream))
        text = io.TextIOWrapper(again, encoding_name, "surrogateescape", newline="")
        delimiter = _delimiter(sample.decode(encoding_name, "replace"), kind)
        lines = _Lines(text, limit)
        rows = csv.reader(iter(lines), delimiter=delimiter)
        header = _header(rows, place)
        for row in rows:
            if row:
                number += 1
                yield _read_row(row, number, (header, is_mixture, lines.is_done), place)
            lines.row_chars = 0
    except InputError as error:
        yield place.reject_rest(error)
    except (csv.Error, UnicodeError) as error:
        yield place.reject_rest(InputError(ReasonCode.MALFORMED, f"after row {number}: {error}"))


def _encoding(sample: bytes) -> tuple[str, bool]:
    """Return the codec of a table, and whether rows that it cannot read are Windows-1252."""
    marked = next((name for mark, name in _MARKS.items() if sample.startswith(mark)), None)
    if marked:
        return marked, False
    with suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        header, _, rest = sample.partition(b"\n")
        if b"\0" not in header + rest[:1]:  # as every line break of UTF-16 and UTF-32 has it
            return "utf-8", False
    end = sample.rfind(b"\n") + 1 if len(sample) == CHUNK_BYTES and b"\0" not in sample else 0
    try:
        name = decode(sample[: end or len(sample)]).encoding_name
    except InputError:
        return "utf-8", False  # row by row
    return ("utf-8", True) if name == _MIXTURE else (name, False)


def _delimiter(sample: str, kind: str) -> str:
    """Return what stands most often in the first row outside quotes; in doubt what the suffix says."""
    if kind == ".tsv":
        return "\t"
    counts = dict.fromkeys(",;\t|", 0)
    is_quoted = False
    for char in sample[:100_000].lstrip():
        is_quoted ^= char == '"'
        if not is_quoted and char in "\r\n":
            break
        if not is_quoted and char in counts:
            counts[char] += 1
    return max(counts, key=lambda char: counts[char])


def _header(rows: Iterator[list[str]], place: Place) -> list[str]:
    names = column_names(next((row for row in rows if row), []))
    if first_key(dict.fromkeys(names, ""), place.rules.fields.text) is None:
        detail = f"its first row names no column {wanted(place.rules.fields.text)}"
        raise InputError(ReasonCode.MALFORMED, detail)
    return names


def _read_row(
    row: list[str], number: int, state: tuple[list[str], bool, bool], place: Place
) -> Member | Rejection:
    header, is_mixture, is_unclosed = state
    if is_unclosed:
        detail = "a quote is opened and never closed; all lines after it were taken for this row"
        return reject_row(number, ReasonCode.MALFORMED, detail, place)
    if len(row) != len(header):
        detail = (
            f"{len(row)} cells, and the header has {len(header)}; quote cells that hold delimiters"
        )
        return reject_row(number, ReasonCode.MALFORMED, detail, place)
    try:
        cells = _decoded(row, is_mixture=is_mixture)
    except UnicodeError:
        detail = "bytes that the encoding of the file lacks; convert the file to UTF-8"
        return reject_row(number, ReasonCode.UNDECODABLE, detail, place)
    return member_of(dict(zip(header, cells, strict=True)), number, place)


def _decoded(row: list[str], *, is_mixture: bool) -> list[str]:
    """Return the cells, read as Windows-1252 where they are no UTF-8 in a mixture. Nothing is replaced."""
    if not is_mixture:
        "".join(row).encode()  # raises for what was escaped
        return row
    raw = [cell.encode("utf-8", "surrogateescape") for cell in row]
    is_utf8 = not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)
    return row if is_utf8 else [cell.decode("cp1252") for cell in raw]

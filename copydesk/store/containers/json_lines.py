"""JSON Lines: one JSON object a line, read line by line.

A line that is wrong is a rejection and reading goes on after it. As in most readers of JSON, of a key that stands
twice in an object the last value counts, and NaN and infinities, which JSON lacks, are read as null.
"""

import codecs
import io
import json
from collections.abc import Iterator
from decimal import Decimal

from copydesk.errors import InputError
from copydesk.records import ReasonCode, Rejection
from copydesk.store.compressed import CHUNK_BYTES, Stream, buffered
from copydesk.store.containers.members import Found, Member, Place
from copydesk.store.containers.records import member_of, reject_row
from copydesk.text.decode import decode

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def _nothing(_: str) -> None:
    """Stand for NaN and the infinities."""


# Not strict: a raw tab or line break inside a string is a common fault that loses nothing.
_JSON = json.JSONDecoder(strict=False, parse_constant=_nothing)
_JSON_OF_HUGE_NUMBERS = json.JSONDecoder(strict=False, parse_constant=_nothing, parse_int=Decimal)


def read_json_lines(stream: Stream, place: Place) -> Found:
    """Yield the records of a file, each as a member or a rejection; blank lines are passed over."""
    number = 0
    try:
        for line in _lines(buffered(stream), place.rules.line_bytes):
            if line is None or not line.isspace():
                number += 1
                yield _read_line(line, number, place)
    except InputError as error:
        yield place.reject_rest(error)


def _lines(file: io.BufferedIOBase, limit: int) -> Iterator[bytes | None]:
    """Yield every line with its line feed, None for one that is longer than the limit, which is never held whole."""
    is_first = True
    while line := file.readline(limit + 1):
        if is_first:
            if line.startswith(_WIDE_MARKS):
                detail = (
                    "it is UTF-16 or UTF-32, and JSON Lines are UTF-8; convert the file to UTF-8"
                )
                raise InputError(ReasonCode.UNDECODABLE, detail)
            line = line.removeprefix(codecs.BOM_UTF8)
            is_first = False
        is_cut = len(line) > limit and not line.endswith(b"\n")
        yield None if is_cut else line
        while is_cut and (rest := file.readline(CHUNK_BYTES)):
            is_cut = not rest.endswith(b"\n")


def _read_line(line: bytes | None, number: int, place: Place) -> Member | Rejection:
    if line is None:
        limit = place.rules.line_bytes >> 20
        detail = f"the line is above {limit:,} MiB; raise file_mebibytes or split the record"
        return reject_row(number, ReasonCode.TOO_LARGE, detail, place)
    try:
        record = _parse(_text(line))
    except InputError as error:
        return reject_row(number, ReasonCode(error.reason_code), error.detail, place)
    return member_of(record, number, place)


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return decode(line).text


def _parse(line: str) -> dict[str, object]:
    try:
        record = _decoded(line)
    except json.JSONDecodeError as error:
        problem = f"not JSON: {error.msg} at character {error.pos + 1}"
        raise InputError(ReasonCode.MALFORMED, f"{problem}; a line holds one JSON object") from None
    except RecursionError:
        detail = "nested too deep; a record is an object of texts"
        raise InputError(ReasonCode.MALFORMED, detail) from None
    if not isinstance(record, dict):
        detail = f"a JSON {type(record).__name__}, not an object; a line holds one JSON object"
        raise InputError(ReasonCode.MALFORMED, detail)
    return record


def _decoded(line: str) -> object:
    try:
        return _JSON.decode(line)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number with more digits than Python makes an int of
        return _JSON_OF_HUGE_NUMBERS.decode(line)

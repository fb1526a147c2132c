"""Compressed raw files: a file under one of the suffixes is read as what it was before it was compressed.

Streams are unpacked piece by piece within a budget, so a file of a few bytes can fill neither the memory nor the
hours. Called for single files (`unpack`) and for containers (`open_stream`).
"""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

from copydesk.errors import InputError
from copydesk.records import ReasonCode

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 1 << 20
PACKED_CHUNK_BYTES = 1 << 16
FREE_BYTES = 256 << 20
"""So much may come out of any file, whatever its size."""
MOST_TIMES = 200
"""Above FREE_BYTES no more than so many times the file's size may come out of it.

Prose shrinks to a third or a quarter, JSON with its keys to a tenth, server logs to a fiftieth; zeros to a thousandth.
"""
XZ_MEMORY_BYTES = 256 << 20
"""What unpacking xz may need: `xz -9` needs 65 MiB. Zstandard has a limit of its own, 128 MiB."""


class Stream(Protocol):
    """What is read from: a file object, as far as it is used here."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""


class Decompressor(Protocol):
    """What the standard library unpacks one compressed stream with."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed stream is reached."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out of what was put in."""

    @property
    def unused_data(self) -> bytes:
        """What was put in after the end."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return up to so many bytes of what was put in."""


class Budget:
    """How much may still come out of one raw file, over all its layers and members.

    Args:
        packed_bytes: The size of the file.
    """

    def __init__(self, packed_bytes: int) -> None:
        self._limit = max(FREE_BYTES, MOST_TIMES * packed_bytes)
        self._left = self._limit

    def spend(self, byte_count: int) -> None:
        """Take note of bytes that came out.

        Raises:
            InputError: There were too many (`bomb`).
        """
        self._left -= byte_count
        if self._left < 0:
            raise InputError(
                ReasonCode.BOMB,
                f"more than {self._limit >> 20:,} MiB come out of it, {MOST_TIMES} times its size or more; "
                "if they are meant, store the texts uncompressed",
            )


class _Gzip:
    """`zlib` in the form of `bz2` and `lzma`."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)  # with the header and the check sum of gzip

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


class _Joined:
    """Compressed streams one after another, as one: gzip, bzip2 and xz files may be appended to each other."""

    def __init__(self, file: Stream, new: Callable[[], Decompressor]) -> None:
        self._file = file
        self._new = new
        self._current: Decompressor | None = None
        self._packed = b""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""
        while True:
            if self._current is None or self._current.eof:
                if not self._begin():
                    return b""
            elif self._current.needs_input and not self._packed:
                self._packed = self._file.read(PACKED_CHUNK_BYTES)
                if not self._packed:
                    raise EOFError("the file is cut short")
            if self._current is None:  # for the type checker: _begin sets it
                return b""
            packed, self._packed = self._packed, b""
            if part := self._current.decompress(packed, size):
                return part

    def _begin(self) -> bool:
        """Start the next stream; zeros between streams, and after the last, fill up blocks."""
        is_first = self._current is None
        packed = self._current.unused_data if self._current else b""
        packed = packed if is_first else packed.lstrip(b"\0")
        while not packed:
            packed = self._file.read(PACKED_CHUNK_BYTES)
            if not packed and not is_first:
                return False
            if not packed:
                raise EOFError("the file is empty")
            packed = packed if is_first else packed.lstrip(b"\0")
        self._current, self._packed = self._new(), packed
        return True


class _Raw(io.RawIOBase):
    """A stream as a raw file, whose closing leaves the stream open. It hands on what the stream raises."""

    def __init__(self, stream: Stream, beginning: bytes) -> None:
        self._stream = stream
        self._beginning = beginning

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer).cast("B")
        part, self._beginning = self._beginning[: len(view)], self._beginning[len(view) :]
        part = part or self._stream.read(len(view))
        view[: len(part)] = part
        return len(part)


class _Zstandard:
    """Zstandard frames one after another, as one. Arrow takes a file without a byte for one without a frame."""

    def __init__(self, file: Stream) -> None:
        self._file = file
        self._inner: Stream | None = None

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""
        self._inner = self._inner or self._begin()
        return self._inner.read(size)

    def _begin(self) -> Stream:
        packed = self._file.read(PACKED_CHUNK_BYTES)
        if not packed:
            raise EOFError("the file is empty")
        return pa.CompressedInputStream(pa.PythonFile(_Raw(self._file, packed), mode="r"), "zstd")


class Unpacking:
    """An unpacking stream that tells damage as an input error, the same again at every further reading."""

    def __init__(self, stream: Stream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._error: InputError | None = None

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end.

        Raises:
            InputError: What follows is damaged or cut short (`corrupt`), needs too much memory (`too_large`), or the
                budget is spent (`bomb`).
        """
        if self._error:
            raise self._error
        try:
            part = self._stream.read(size)
            self._budget.spend(len(part))
        except InputError as error:
            self._error = error
        except (OSError, EOFError, zlib.error, lzma.LZMAError, pa.ArrowException) as error:
            self._error = _explained(error)
        else:
            return part
        raise self._error


def _open_gzip(file: Stream) -> Stream:
    return _Joined(file, _Gzip)


def _open_bzip2(file: Stream) -> Stream:
    return _Joined(file, bz2.BZ2Decompressor)


def _open_xz(file: Stream) -> Stream:
    return _Joined(file, lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, XZ_MEMORY_BYTES))


OPENERS: Mapping[str, Callable[[Stream], Stream]] = {
    ".gz": _open_gzip,
    ".bz2": _open_bzip2,
    ".xz": _open_xz,
    ".zst": _Zstandard,
}
"""Suffix -> what unpacks such a file."""


def inner_name(path: str) -> str:
    """Return the name that a file had before it was compressed; that of any other file as it is.

    >>> inner_name("2025/rates.txt.gz")
    '2025/rates.txt'
    """
    stem, dot, suffix = path.rpartition(".")
    return stem if f"{dot}{suffix.lower()}" in OPENERS and stem else path


def open_stream(path: str, file: Stream, budget: Budget) -> Stream:
    """Return what is in a file, unpacked as it is read where its suffix says that it is compressed.

    Args:
        path: Its path, for the suffix.
        file: The file, at its start. It is not closed.
        budget: How much may come out of it.
    """
    name = inner_name(path)
    return file if name == path else open_as(path[len(name) :].lower(), file, budget)


def open_as(suffix: str, file: Stream, budget: Budget) -> Stream:
    """Return what is in a file that is compressed as one of OPENERS."""
    return Unpacking(OPENERS[suffix](file), budget)


def unpack(path: str, content: bytes, byte_limit: int) -> bytes:
    """Return the content of a raw file, unpacked where its suffix says that it is compressed.

    Args:
        path: Its path, for the suffix.
        content: Its bytes.
        byte_limit: How large the unpacked content may be.

    Raises:
        InputError: It is damaged or cut short (`corrupt`), larger than the limit (`too_large`), or within the limit
            and yet far larger than text can be (`bomb`).
    """
    if inner_name(path) == path:
        return content
    stream = open_stream(path, io.BytesIO(content), Budget(len(content)))
    return read_whole(stream, byte_limit)


def buffered(stream: Stream) -> io.BufferedIOBase:
    """Return a stream with `readline`; an open file has it already."""
    return stream if isinstance(stream, io.BufferedIOBase) else from_beginning(b"", stream)


def from_beginning(beginning: bytes, stream: Stream) -> io.BufferedReader:
    """Return a stream with `readline` that begins with what was read of it before. Closing it closes nothing else."""
    return io.BufferedReader(_Raw(stream, beginning), CHUNK_BYTES)


def read_up_to(stream: Stream, size: int) -> bytes:
    """Return so many bytes more, fewer only at the end."""
    parts = list[bytes]()
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_whole(stream: Stream, byte_limit: int) -> bytes:
    """Return all that is left of a stream.

    Raises:
        InputError: It is more than the limit (`too_large`), or what the stream raises.
    """
    parts, size = list[bytes](), 0
    while part := stream.read(CHUNK_BYTES):
        size += len(part)
        if size > byte_limit:
            raise InputError(ReasonCode.TOO_LARGE, _too_large(byte_limit))
        parts.append(part)
    return b"".join(parts)


def _explained(error: Exception) -> InputError:
    told = str(error) or type(error).__name__
    if "Memory usage limit" in told or "too much memory" in told:
        detail = (
            f"unpacking it needs too much memory ({told}); compress it again with a smaller window"
        )
        return InputError(ReasonCode.TOO_LARGE, detail)
    return InputError(
        ReasonCode.CORRUPT, f"it cannot be unpacked ({told}); compress the file again"
    )


def _too_large(byte_limit: int) -> str:
    limit = byte_limit / (1 << 20)
    return f"unpacked it is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split the file"

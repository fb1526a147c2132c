"""Compressed raw files: a file under one of the suffixes is read as what it was before it was compressed.

Streams are unpacked up to a limit, so a file of a few bytes cannot fill the memory.
"""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Protocol

import pyarrow as pa

from copydesk.errors import InputError
from copydesk.records import ReasonCode


class Stream(Protocol):
    """What unpacks: a file object, as far as it is used here."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""


def _open_gzip(content: bytes) -> Stream:
    return gzip.GzipFile(fileobj=BytesIO(content))


def _open_bzip2(content: bytes) -> Stream:
    return bz2.BZ2File(BytesIO(content))


def _open_xz(content: bytes) -> Stream:
    return lzma.LZMAFile(BytesIO(content))


def _open_zstandard(content: bytes) -> Stream:
    return pa.CompressedInputStream(pa.BufferReader(content), "zstd")


OPENERS: Mapping[str, Callable[[bytes], Stream]] = {
    ".gz": _open_gzip,
    ".bz2": _open_bzip2,
    ".xz": _open_xz,
    ".zst": _open_zstandard,
}
"""Suffix -> what opens such a file."""
CHUNK_BYTES = 1 << 20


def inner_name(path: str) -> str:
    """Return the name that a file had before it was compressed; that of any other file as it is.

    >>> inner_name("2025/rates.txt.gz")
    '2025/rates.txt'
    """
    stem, dot, suffix = path.rpartition(".")
    return stem if f"{dot}{suffix.lower()}" in OPENERS and stem else path


def unpack(path: str, content: bytes, byte_limit: int) -> bytes:
    """Return the content of a raw file, unpacked where its suffix says that it is compressed.

    Args:
        path: Its path, for the suffix.
        content: Its bytes.
        byte_limit: How large the unpacked content may be.

    Raises:
        InputError: It is damaged or cut short (`corrupt`), or larger than the limit (`too_large`).
    """
    name = inner_name(path)
    if name == path:
        return content
    stream, parts, size = OPENERS[path[len(name) :].lower()](content), list[bytes](), 0
    try:
        while part := stream.read(CHUNK_BYTES):
            size += len(part)
            if size > byte_limit:
                raise InputError(ReasonCode.TOO_LARGE, _too_large(byte_limit))
            parts.append(part)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, pa.ArrowException) as error:
        raise InputError(
            ReasonCode.CORRUPT, f"it cannot be unpacked ({error}); compress the file again"
        ) from error
    return b"".join(parts)


def _too_large(byte_limit: int) -> str:
    limit = byte_limit / (1 << 20)
    return f"unpacked it is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split the file"

"""Zip archives, in the order of their central directory, which is read whole: about 0.5 KB of memory an entry."""

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import FREE_BYTES, MOST_TIMES, Budget, Stream, read_whole
from copydesk.store.containers.archives import Archive, Entry, ReadNested, read_entry
from copydesk.store.containers.members import Found, Place
from copydesk.store.sidecar import SIDECAR_BYTES

DIRECTORY_BYTES = 128 << 20
"""Largest central directory that is read: that of a million entries, 128 bytes each."""
_HEADER_BYTES = 30
_LENGTHS_AT = 26
"""Where a local header, of so many bytes before the name, has the lengths of name and extra field."""
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
# What zipfile raises on arbitrary bytes, found by reading it and by fuzzing.
_DAMAGE = (
    zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, IndexError,
    zlib.error, lzma.LZMAError, OverflowError,
)  # fmt: skip


class _Bounded(io.BufferedIOBase):
    """A file of which no giant piece is read at once, as a lying central directory would have it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int | None = -1, /) -> bytes:
        part = self._file.read(
            DIRECTORY_BYTES + 1 if size is None or size < 0 else min(size, DIRECTORY_BYTES + 1)
        )
        if len(part) > DIRECTORY_BYTES:
            raise InputError(
                ReasonCode.TOO_LARGE, "its directory is above 128 MiB; split the archive"
            )
        return part


class _Unzipping:
    """A member's stream that tells damage as an input error and counts against the budget."""

    def __init__(self, file: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> None:
        self._zip, self._info, self._budget = file, info, budget
        self._stream: Stream | None = None

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""
        try:
            self._stream = self._stream or self._zip.open(self._info)
            part = self._stream.read(size)
        except _DAMAGE as error:
            detail = f"it cannot be unpacked ({error}); pack it again"
            raise InputError(ReasonCode.CORRUPT, detail) from error
        self._budget.spend(len(part))
        return part


def read_zip(file: BinaryIO, place: Place, budget: Budget, read_nested: ReadNested) -> Found:
    """Yield the members of a zip archive."""
    try:
        bounded = _Bounded(file)
        opened = zipfile.ZipFile(bounded)
        _refuse_overlaps(bounded, opened.infolist())
    except InputError as error:
        yield place.reject_rest(error)
        return
    except _DAMAGE as error:
        detail = f"it is no zip archive or damaged ({error}); pack it again"
        yield place.reject(None, ReasonCode.CORRUPT, detail)
        return
    infos = {info.filename: info for info in opened.infolist()}

    def read_sidecar(name: str) -> bytes | None:
        info = infos.get(name) or infos.get(f"./{name}")
        if info is None:
            return None
        return read_whole(_Unzipping(opened, info, budget), SIDECAR_BYTES)

    archive = Archive(place, budget, read_sidecar, read_nested)
    for entry in _entries(opened, budget):
        yield from read_entry(entry, archive)


def _entries(opened: zipfile.ZipFile, budget: Budget) -> Iterator[Entry]:
    for number, info in enumerate(opened.infolist(), 1):
        if info.file_size or not info.orig_filename.endswith(("/", "\\")):  # else a directory
            opening = partial(_Unzipping, opened, info, budget)
            yield Entry(info.orig_filename, number, info.file_size, _refusal(info), opening)


def _refusal(info: zipfile.ZipInfo) -> tuple[ReasonCode, str] | None:
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        detail = "not a regular file (links are not followed); pack the file itself"
        return ReasonCode.UNSUPPORTED_TYPE, detail
    if info.flag_bits & 1:
        return ReasonCode.ENCRYPTED, "it is encrypted; pack it without a password"
    if info.compress_type not in _METHODS:
        detail = f"compression method {info.compress_type} is not read; pack it with deflate"
        return ReasonCode.UNSUPPORTED_TYPE, detail
    if info.file_size > max(FREE_BYTES, MOST_TIMES * info.compress_size):
        return (
            ReasonCode.BOMB,
            f"{info.file_size >> 20:,} MiB, {MOST_TIMES} times its packed size or more",
        )
    return None


def _refuse_overlaps(file: _Bounded, infos: list[zipfile.ZipInfo]) -> None:
    """Raise where two entries share bytes, as in a bomb that is small as a file.

    An entry reaches from its local header, which alone tells how long its name and extra field are there, to the end
    of its packed bytes.
    """
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputError(ReasonCode.BOMB, "its entries overlap; pack it again")
        file.seek(info.header_offset + _LENGTHS_AT)
        lengths = file.read(4)
        extra = sum(int.from_bytes(part, "little") for part in (lengths[:2], lengths[2:]))
        end = info.header_offset + _HEADER_BYTES + extra + info.compress_size

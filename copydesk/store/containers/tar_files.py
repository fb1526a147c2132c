"""Tar archives, plain or compressed, block by block and in one go: nothing is kept of a member that was read.

Headers are parsed by `tarfile`, whose own loop keeps every header, ends in silence at a damaged one, and trusts
declared sizes. Sidecars may stand anywhere, so they are collected in a first pass.
"""

import io
import tarfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import CHUNK_BYTES, Budget, Stream, read_up_to
from copydesk.store.containers.archives import (
    Archive,
    Entry,
    ReadNested,
    plain_name,
    read_entry,
)
from copydesk.store.containers.members import Found, Place, name_hash
from copydesk.store.file_types import is_sidecar
from copydesk.store.sidecar import SIDECAR_BYTES

SIDECARS_BYTES = 64 << 20
"""Sidecars of one archive that are kept, with 1 KiB for each; those after are told of, and ignored."""
HEADER_BYTES = 1 << 20
_SIZE_DIGITS = 18
"""Of the largest size that is believed, an exabyte: a position in a file has 63 bits."""
_BLOCK = 512
_REGULAR = {tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE}
_PAX = {tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE}
_LONG = {tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK}
# Of what an extended header says no more is kept than is used, so that headers without end take no memory.
_SAID = {
    b"path": "path",
    b"size": "size",
    b"GNU.sparse.name": "sparse_name",
    b"GNU.sparse.major": "sparse",
    b"GNU.sparse.map": "sparse",
    b"GNU.sparse.numblocks": "sparse",
}


class _Content:
    """The content of the member at which the archive is."""

    def __init__(self, stream: Stream, byte_count: int) -> None:
        self._stream = stream
        self.left = byte_count

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes more, none at the end."""
        part = self._stream.read(min(size, self.left)) if self.left else b""
        if self.left and size and not part:
            raise _damaged("it is cut short")
        self.left -= len(part)
        return part


class _Sidecars:
    """The sidecars of an archive, as far as there is room for them.

    Args:
        budget: What they are counted against each time they are read: members may share a name, and so a sidecar.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._room = SIDECARS_BYTES
        self._kept: dict[str, bytes] = {}
        self._left_out: set[int] = set()

    def collect(self, stream: Stream) -> None:
        """Take in all that a tar archive holds."""
        for entry in _entries(stream):
            if is_sidecar(entry.name) and not entry.refusal:
                self._take(plain_name(entry.name), entry)

    def _take(self, name: str, entry: Entry) -> None:
        self._kept.pop(name, None)  # of two the later counts, as when they are unpacked
        if entry.byte_count > min(SIDECAR_BYTES, self._room):
            self._left_out.add(name_hash(name))
            return
        self._left_out.discard(name_hash(name))
        self._kept[name] = _exactly(entry.open(), entry.byte_count)
        self._room -= entry.byte_count + 1024

    def read(self, name: str) -> bytes | None:
        """Return what stands under a name; None where there is nothing.

        Raises:
            InputError: It was not kept (`too_large`), or sidecars were read too often (`bomb`).
        """
        content = self._kept.get(name)
        if content is None and name_hash(name) in self._left_out:
            limit = (
                f"{SIDECAR_BYTES >> 20} MiB, or all of the archive above {SIDECARS_BYTES >> 20} MiB"
            )
            raise InputError(ReasonCode.TOO_LARGE, f"it is above {limit}")
        self._budget.spend(len(content or b""))
        return content


def read_tar(
    reopen: Callable[[], Stream], place: Place, budget: Budget, read_nested: ReadNested
) -> Found:
    """Yield the members of a tar archive.

    Args:
        reopen: Gives the archive, unpacked, from its start.
        place: Where it is read.
        budget: How much may come out of it.
        read_nested: Reads a table or record file inside.
    """
    sidecars = _Sidecars(budget)
    with suppress(InputError):  # told by the second pass, which comes past it again
        sidecars.collect(reopen())
    archive = Archive(place, budget, sidecars.read, read_nested)
    try:
        for entry in _entries(reopen()):
            yield from read_entry(entry, archive)
    except InputError as error:
        yield place.reject_rest(error)


def _entries(stream: Stream) -> Iterator[Entry]:
    """Yield all that is no directory; what was not read of a member is passed over."""
    number, said = 0, dict[str, str]()
    while (block := _exactly(stream, _BLOCK)).strip(b"\0"):
        info = _header(block)
        if info.type in _PAX | _LONG:
            if info.size > HEADER_BYTES:
                raise _damaged(f"a header of {info.size:,} bytes")
            content = _exactly(stream, info.size)
            _exactly(stream, -info.size % _BLOCK)
            said = said | _said(info, content) if info.type != tarfile.XGLTYPE else said
            continue
        name, size, is_sparse = _described(info, said)
        said = {}
        if info.type == tarfile.GNUTYPE_SPARSE:
            is_sparse = True
            _skip_sparse_map(stream, block)
        content_size = size if info.type in _REGULAR | {tarfile.GNUTYPE_SPARSE} else 0
        inner = _Content(stream, content_size)
        if info.type != tarfile.DIRTYPE and (size or not name.endswith("/")):
            number += 1
            refusal = None if info.type in _REGULAR and not is_sparse else _NOT_REGULAR
            yield Entry(name, number, size, refusal, partial(_same, inner))
        _skip(stream, inner.left + -content_size % _BLOCK)
    _refuse_more(stream)


_NOT_REGULAR = (
    ReasonCode.UNSUPPORTED_TYPE,
    "not a regular file (links, devices and sparse files are not read); pack the file itself",
)


def _same(content: _Content) -> _Content:
    return content


def _header(block: bytes) -> tarfile.TarInfo:
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, IndexError) as error:
        raise _damaged(f"a header is damaged: {error}") from error
    if info.size < 0:
        raise _damaged("a header is damaged: its size is negative")
    return info


def _said(info: tarfile.TarInfo, content: bytes) -> dict[str, str]:
    """Return what an extended header says of the next member."""
    if info.type in _LONG:
        name = content.split(b"\0", 1)[0].decode("utf-8", "surrogateescape")
        return {"path": name} if info.type == tarfile.GNUTYPE_LONGNAME else {}
    said, start = {}, 0
    while content[start : start + 1].strip(b"\0"):
        digits = content[start : start + 8].partition(b" ")[0]
        end = start + int(digits) if digits.isdigit() else 0
        key, is_pair, value = content[start + len(digits) + 1 : max(end - 1, 0)].partition(b"=")
        if not is_pair or not start < end <= len(content):
            raise _damaged("an extended header is damaged")
        if key in _SAID:
            said[_SAID[key]] = value.decode("utf-8", "surrogateescape")
        start = end
    return said


def _described(info: tarfile.TarInfo, said: dict[str, str]) -> tuple[str, int, bool]:
    """Return name, size and whether it is sparse."""
    size = said.get("size", str(info.size))
    if not (size.isascii() and size.isdigit() and len(size) <= _SIZE_DIGITS):
        raise _damaged("a header is damaged: its size is no size of a file")
    name = said.get("sparse_name", said.get("path", info.name))
    return name, int(size), bool(said.keys() & {"sparse", "sparse_name"})


def _skip_sparse_map(stream: Stream, block: bytes) -> None:
    is_extended = block[482]
    while is_extended:
        is_extended = _exactly(stream, _BLOCK)[504]


def _refuse_more(stream: Stream) -> None:
    """Read to the end, so that a torn or damaged end of the compressed stream is seen as well."""
    while part := stream.read(CHUNK_BYTES):
        if part.strip(b"\0"):
            raise _damaged("there is more after the end of the archive")


def _skip(stream: Stream, size: int) -> None:
    """Pass over content; in a plain file nothing is read, and what is cut short shows at the next header."""
    if isinstance(stream, io.BufferedIOBase) and stream.seekable():
        stream.seek(size, io.SEEK_CUR)
        return
    while size:
        size -= len(_exactly(stream, min(size, CHUNK_BYTES)))


def _exactly(stream: Stream, size: int) -> bytes:
    content = read_up_to(stream, size)
    if len(content) < size:
        raise _damaged("it is cut short")
    return content


def _damaged(problem: str) -> InputError:
    return InputError(ReasonCode.CORRUPT, f"the archive is damaged: {problem}; pack it again")

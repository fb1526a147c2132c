"""Tar archives, plain or compressed, block by block and in one go: nothing is kept of a member that was read.

Headers are parsed by `tarfile`, whose own loop keeps every header, ends in silence at a damaged one, and trusts
declared sizes. Sidecars may stand anywhere, so they are collected in a first pass.
"""

import tarfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import CHUNK_BYTES, Budget, Stream
from copydesk.store.containers.archives import (
    SIDECAR_BYTES,
    Archive,
    Entry,
    ReadNested,
    plain_name,
    read_entry,
)
from copydesk.store.containers.members import Found, Place
from copydesk.store.file_types import is_sidecar

SIDECARS_BYTES = 64 << 20
"""Sidecars of one archive that are kept, with 1 KiB for each; those after are told of, and ignored."""
HEADER_BYTES = 1 << 20
_BLOCK = 512
_REGULAR = {tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE}
_PAX = {tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE}
_LONG = {tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK}


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
    sidecars: dict[str, bytes | None] = {}
    with suppress(InputError):  # told by the second pass, which comes past it again
        _collect_sidecars(reopen(), sidecars)
    archive = Archive(place, budget, lambda name: _sidecar(sidecars, name), read_nested)
    try:
        for entry in _entries(reopen()):
            yield from read_entry(entry, archive)
    except InputError as error:
        yield Place(place.path, place.rules, place.names).reject_rest(error)


def _sidecar(sidecars: dict[str, bytes | None], name: str) -> bytes | None:
    content = sidecars.get(name)
    if content is None and name in sidecars:
        raise InputError(ReasonCode.TOO_LARGE, "it, or all sidecars of the archive, are too large")
    return content


def _collect_sidecars(stream: Stream, sidecars: dict[str, bytes | None]) -> None:
    room = SIDECARS_BYTES
    for entry in _entries(stream):
        if not is_sidecar(entry.name) or entry.refusal:
            continue
        room -= 1024
        if entry.byte_count > min(SIDECAR_BYTES, room):
            if room > -SIDECARS_BYTES:
                sidecars[plain_name(entry.name)] = None
            continue
        room -= entry.byte_count
        sidecars[plain_name(entry.name)] = _exactly(entry.open(), entry.byte_count)


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
        if info.type != tarfile.DIRTYPE and not name.endswith("/"):
            number += 1
            refusal = None if info.type in _REGULAR and not is_sparse else _NOT_REGULAR
            yield Entry(name, number, size, refusal, partial(_same, inner))
        _drain(inner)
        _exactly(stream, -content_size % _BLOCK)
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
    said = {}
    while content.strip(b"\0"):
        length, _, rest = content.partition(b" ")
        end = int(length) - len(length) - 1 if length.isdigit() and len(length) < 9 else 0  # noqa: PLR2004
        key, is_pair, value = rest[: max(end - 1, 0)].partition(b"=")
        if end < 1 or not is_pair or end > len(rest):
            raise _damaged("an extended header is damaged")
        said[key.decode("utf-8", "replace")] = value.decode("utf-8", "surrogateescape")
        content = rest[end:]
    return said


def _described(info: tarfile.TarInfo, said: dict[str, str]) -> tuple[str, int, bool]:
    """Return name, size and whether it is sparse."""
    size = said.get("size", str(info.size))
    if not (size.isascii() and size.isdigit() and len(size) < 20):  # noqa: PLR2004
        raise _damaged("an extended header is damaged: its size is no number")
    is_sparse = any(key.startswith("GNU.sparse.") for key in said)
    return said.get("GNU.sparse.name", said.get("path", info.name)), int(size), is_sparse


def _skip_sparse_map(stream: Stream, block: bytes) -> None:
    is_extended = block[482]
    while is_extended:
        is_extended = _exactly(stream, _BLOCK)[504]


def _refuse_more(stream: Stream) -> None:
    """Read to the end, so that a torn or damaged end of the compressed stream is seen as well."""
    while part := stream.read(CHUNK_BYTES):
        if part.strip(b"\0"):
            raise _damaged("there is more after the end of the archive")


def _drain(content: _Content) -> None:
    while content.left:
        content.read(CHUNK_BYTES)


def _exactly(stream: Stream, size: int) -> bytes:
    parts = list[bytes]()
    while size:
        part = stream.read(size)
        if not part:
            raise _damaged("it is cut short")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _damaged(problem: str) -> InputError:
    return InputError(ReasonCode.CORRUPT, f"the archive is damaged: {problem}; pack it again")

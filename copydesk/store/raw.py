"""Raw files: finding them, hashing what is new, reading one with its sidecar.

Called by `copydesk.store.plan` (discovery) and the pipeline (reading). Never writes below the raw folder and
never follows a symbolic link.
"""

import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

from copydesk.errors import ConfigError, InputError, TransientError
from copydesk.records import DocId, Metadata, ReasonCode, Rejection, SourceRef

SIDECAR_SUFFIX = ".meta.json"
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}")
"""What tells a type; the ". 2" of "Notes v. 2" or the ".0" of "Notes 2.0" does not."""
TRANSIENT = frozenset(
    {errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENETDOWN, errno.EAGAIN}
)
"""What a network share says when it is away for a moment."""
METADATA_KEYS = {
    "title": "title",
    "url": "url",
    "source_name": "source_name",
    "author": "author_name",
    "published": "published_text",
    "language": "language_text",
}
"""Key of a sidecar -> field of `Metadata`. Other keys are ignored."""
SIDECAR_BYTES = 1 << 20
"""Largest sidecar that is read: a hundred times what metadata needs."""
UNREADABLE = "unreadable"
"""Stands for the hash of a sidecar that could not be read."""
RACY_NS = 2_000_000_000
"""A file changed this shortly before it was hashed may change again without a newer time stamp."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file without reading it."""

    byte_count: int
    modified_ns: int
    changed_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file below the raw folder, with the stamp of its sidecar if it has one."""

    path: str
    stamp: Stamp
    sidecar: Stamp | None


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What an earlier scan knew of a file: valid as long as both stamps are the same.

    `byte_count` is the size of what was read; the stamp may be of a moment before.
    """

    found: FoundFile
    doc_id: DocId
    byte_count: int
    metadata_hash: str


@dataclass(frozen=True, slots=True)
class DescribedSource:
    """A source with what its sidecar says, and what is wrong with the sidecar (None when nothing is)."""

    source: SourceRef
    metadata: Metadata
    warning: str | None


@dataclass(frozen=True, slots=True)
class Scan:
    """The raw folder at one moment: every file is a source or a rejection.

    `known` is what the next scan may trust instead of reading (see `KnownFile`).
    """

    sources: list[SourceRef]
    rejections: list[Rejection]
    known: dict[str, KnownFile]


def scan(raw: Path, known: Mapping[str, KnownFile], *, file_bytes: int, now_ns: int) -> Scan:
    """Return the sources below a raw folder; only files whose stamp is not `known` are read.

    Args:
        raw: The raw folder.
        known: The `known` of an earlier scan, by path; may be empty.
        file_bytes: Size limit; larger files are rejected unread.
        now_ns: The present, in nanoseconds of the file system's clock.

    Raises:
        ConfigError: The raw folder does not exist or cannot be listed.
    """
    result = Scan([], [], {})
    for found in find_files(raw):
        if isinstance(found, Rejection):
            result.rejections.append(found)
            continue
        if found.stamp.byte_count > file_bytes:
            result.rejections.append(_too_large(found, file_bytes))
            continue
        file = known.get(found.path)
        if file is None or file.found != found:
            try:
                file = _hash(raw, found)
            except InputError as error:
                result.rejections.append(rejection_of(error, found.path))
                continue
        if _is_settled(file, now_ns):
            result.known[found.path] = file
        result.sources.append(
            SourceRef(found.path, None, file.doc_id, file.byte_count, file.metadata_hash)
        )
    return result


def find_files(raw: Path) -> Iterator[FoundFile | Rejection]:
    """Yield every file below the raw folder, in order of path, or why it cannot be a source.

    Hidden files and folders (a leading dot) and sidecars are passed over: they are not sources.
    """
    try:
        waiting = [iter(_list(raw))]
    except OSError as error:
        raise ConfigError(f"the raw folder {raw} cannot be listed: {error.strerror}") from error
    # A stack and no recursion: folders may be nested deeper than Python's calls may.
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif not item.entry.is_dir(follow_symlinks=False):
            yield _look(item, _path_below(raw, item.entry))
        else:
            try:
                waiting.append(iter(_list(item.entry.path)))
            except OSError as error:
                yield _unreadable(_path_below(raw, item.entry), error)


def read_source(raw: Path, source: SourceRef) -> bytes:
    """Return the bytes of a source, which are those that discovery hashed.

    Raises:
        InputError: The file is gone or unreadable, or its bytes are others now.
    """
    content = _read(raw / source.path)
    if doc_id_of(hashlib.sha256(content).digest()) != source.doc_id:
        raise InputError(
            ReasonCode.CHANGED_WHILE_READ,
            "the file changed while the run was under way; the next run reads it again",
        )
    return content


def describe(raw: Path, source: SourceRef) -> DescribedSource:
    """Return a source with what its sidecar says now.

    The `metadata_hash` of the result is that of the bytes read here: where the sidecar changed since the scan,
    the next scan sees that it differs from what was stored.
    """
    if not source.metadata_hash:
        return DescribedSource(source, Metadata(), None)
    try:
        content = _read_sidecar(raw, source.path)
    except InputError as error:
        unread = replace(source, metadata_hash=UNREADABLE)
        return DescribedSource(unread, Metadata(), f"the sidecar is ignored: {error.detail}")
    metadata, warning = _parse_sidecar(content)
    read = replace(source, metadata_hash=hashlib.sha256(content).hexdigest())
    return DescribedSource(read, metadata, warning)


def doc_id_of(digest: bytes) -> DocId:
    """Return the document id of a SHA-256 digest: its first 16 bytes as a UUID of version 8 (RFC 9562)."""
    return DocId(_uuid8(digest))


def source_id_of(path: str, member: str | None) -> UUID:
    """Return the id of a source."""
    name = path if member is None else f"{path}\0{member}"
    return _uuid8(hashlib.sha256(name.encode()).digest())


def rejection_of(
    error: InputError, path: str, member: str | None = None, doc_id: DocId | None = None
) -> Rejection:
    """Return the rejection row of a source that raised an input error."""
    return Rejection(path, member, ReasonCode(error.reason_code), error.detail, doc_id)


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of a folder, and whether a sidecar lies beside it."""

    entry: os.DirEntry[str]
    has_sidecar: bool


def _list(folder: str | Path) -> list[_Item]:
    """Return what a folder holds, by name, without hidden entries and sidecars."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    sidecars = {
        entry.name
        for entry in entries
        if entry.name.endswith(SIDECAR_SUFFIX) and not entry.is_dir(follow_symlinks=False)
    }
    return [
        _Item(entry, entry.name + SIDECAR_SUFFIX in sidecars)
        for entry in entries
        if not entry.name.startswith(".") and entry.name not in sidecars
    ]


def _path_below(raw: Path, entry: os.DirEntry[str]) -> str:
    return os.path.relpath(entry.path, raw)


def _look(item: _Item, path: str) -> FoundFile | Rejection:
    if not _is_utf8(path):
        detail = "the file name is not UTF-8; rename the file"
        return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)
    try:
        status = item.entry.stat(follow_symlinks=False)
        sidecar = os.lstat(item.entry.path + SIDECAR_SUFFIX) if item.has_sidecar else None
    except OSError as error:
        return _unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        detail = "not a regular file (symbolic links are not followed); copy the file itself"
        return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, detail)
    suffix = PurePosixPath(path).suffix.lower()
    if SUFFIX.fullmatch(suffix) and suffix not in TEXT_SUFFIXES:
        detail = (
            f"files of type {suffix} are not read; plain text is (.txt, .text, .md or no suffix)"
        )
        return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, detail)
    return FoundFile(path, _stamp(status), _stamp(sidecar) if sidecar else None)


def _hash(raw: Path, found: FoundFile) -> KnownFile:
    content = _read(raw / found.path)
    doc_id = doc_id_of(hashlib.sha256(content).digest())
    metadata_hash = "" if found.sidecar is None else _hash_sidecar(raw, found.path)
    return KnownFile(found, doc_id, len(content), metadata_hash)


def _hash_sidecar(raw: Path, path: str) -> str:
    try:
        return hashlib.sha256(_read_sidecar(raw, path)).hexdigest()
    except InputError:
        return UNREADABLE  # `describe` warns of it


def _is_settled(file: KnownFile, now_ns: int) -> bool:
    """Return whether a later change of the file or its sidecar is sure to change a stamp."""
    stamps = [file.found.stamp, file.found.sidecar or file.found.stamp]
    newest = max(max(stamp.modified_ns, stamp.changed_ns) for stamp in stamps)
    return now_ns - newest > RACY_NS and file.metadata_hash != UNREADABLE


def _parse_sidecar(content: bytes) -> tuple[Metadata, str | None]:
    try:
        values = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Metadata(), f"the sidecar is ignored: {error}"
    if not isinstance(values, dict):
        return Metadata(), "the sidecar is ignored: it is not a JSON object"
    return _metadata(values)


def _read_sidecar(raw: Path, path: str) -> bytes:
    content = _read(raw / (path + SIDECAR_SUFFIX), SIDECAR_BYTES + 1)
    if len(content) > SIDECAR_BYTES:
        raise InputError(ReasonCode.TOO_LARGE, f"it is larger than {SIDECAR_BYTES:,} bytes")
    return content


def _read(path: Path, byte_count: int = -1) -> bytes:
    try:
        # Without O_NONBLOCK a named pipe would be waited for, without O_NOFOLLOW a link be followed.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(path, flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputError(
                    ReasonCode.UNREADABLE, "not a regular file; put a file in its place"
                )
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(byte_count)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in TRANSIENT:
            raise TransientError(f"{path} cannot be read now: {error.strerror}") from error
        raise InputError(
            ReasonCode.UNREADABLE, f"{error.strerror}; mend the file or its permissions"
        ) from error


def _metadata(values: Mapping[str, Any]) -> tuple[Metadata, str | None]:
    fields: dict[str, str] = {}
    strange = []
    for key, field in METADATA_KEYS.items():
        value = values.get(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and _is_utf8(value):
            if value.strip():
                fields[field] = value.strip()
        elif value is not None:
            strange.append(key)
    warning = f"the sidecar's {', '.join(strange)} is ignored: not a text" if strange else None
    return Metadata(**fields), warning


def _uuid8(digest: bytes) -> UUID:
    number = int.from_bytes(digest[:16], "big")
    number = number & ~(0xF << 76) | 8 << 76
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unreadable(path: str, error: OSError) -> Rejection:
    detail = f"{error.strerror}; mend the file or its permissions"
    return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)


def _shown(path: str) -> str:
    """Return a path that can be stored, whatever bytes its name is made of."""
    return path.encode("utf-8", "backslashreplace").decode()


def _too_large(found: FoundFile, file_bytes: int) -> Rejection:
    size, limit = found.stamp.byte_count / (1 << 20), file_bytes / (1 << 20)
    detail = f"{size:,.1f} MiB is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split the file"
    return Rejection(found.path, None, ReasonCode.TOO_LARGE, detail)

"""The raw folder at one moment: walking it, and hashing what is new.

Called by the pipeline; `copydesk.store.plan` compares the result with the warehouse. Never writes below the
raw folder and never follows a symbolic link.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.errors import ConfigError, InputError
from copydesk.records import ReasonCode, Rejection
from copydesk.store.file_types import why_unsupported
from copydesk.store.raw import (
    NO_SIDECAR,
    SIDECAR_SUFFIX,
    UNREADABLE,
    hash_sidecar,
    hash_source,
    is_utf8,
    refuse_transient,
    rejection_of,
)
from copydesk.store.sources import SOURCE_SCHEMA

RACY_NS = 2_000_000_000
"""A file changed this shortly before it was hashed may change again without a newer time stamp."""
CHUNK_ROWS = 20_000
"""Files that are Python objects at a time."""

_STAMP = ("byte_count", "modified_ns", "changed_ns", "inode")
STAMP_COLUMNS = (*_STAMP, *(f"sidecar_{name}" for name in _STAMP))
"""What the file system says of a file and its sidecar without reading them; NULLs without a sidecar."""
FILE_COLUMNS: dict[str, pa.DataType] = {
    "path": pa.string(),
    **dict.fromkeys(STAMP_COLUMNS, pa.uint64()),
    "doc_id": pa.binary(16),
    "content_byte_count": pa.int64(),
    "metadata_hash": pa.string(),
}
FILE_SCHEMA = pa.schema(FILE_COLUMNS)
"""A row a file: its stamps, and what was read when they were so: valid as long as they are the same.

`content_byte_count` is the size of what was read; the stamp may be of a moment before.
"""
FOUND_SCHEMA = pa.schema([FILE_SCHEMA.field(name) for name in ("path", *STAMP_COLUMNS)])
READ_COLUMNS = ("doc_id", "content_byte_count", "metadata_hash")

_Stamps = tuple[int | None, ...]
_FoundFile = tuple[str | int | None, ...]
"""A row of FOUND_SCHEMA."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The raw folder at one moment: every file is a source or a rejection.

    Attributes:
        sources: Table of SOURCE_SCHEMA, in order of path.
        rejections: Files that cannot be sources, and folders that cannot be listed.
        known: Table of FILE_SCHEMA: what the next scan may trust instead of reading.
    """

    sources: pa.Table
    rejections: list[Rejection]
    known: pa.Table


def nothing_known() -> pa.Table:
    """Return the `known` of no scan: every file is read."""
    return FILE_SCHEMA.empty_table()


def scan(raw: Path, known: pa.Table, *, file_bytes: int, now_ns: int) -> Scan:
    """Return the sources below a raw folder; only files whose stamps are not `known` are read.

    Args:
        raw: The raw folder.
        known: The `known` of an earlier scan, or `nothing_known()`.
        file_bytes: Size limit; larger files are rejected unread.
        now_ns: The present, in nanoseconds of the file system's clock.

    Raises:
        ConfigError: The raw folder does not exist or cannot be listed.
        TransientError: The raw folder is away for a moment.
    """
    rejections: list[Rejection] = []
    found = _found(_files(raw, file_bytes, rejections))
    files = _read_unknown(raw, _recall(found, known, file_bytes), file_bytes, rejections)
    sources = pa.table(
        {
            "path": files["path"],
            "member": pa.nulls(files.num_rows, pa.string()),
            "doc_id": files["doc_id"],
            "byte_count": files["content_byte_count"],
            "metadata_hash": files["metadata_hash"],
        },
        schema=SOURCE_SCHEMA,
    )
    return Scan(sources, rejections, _settled(files, now_ns))


def _files(raw: Path, file_bytes: int, rejections: list[Rejection]) -> Iterator[_FoundFile]:
    for item in _walk(raw):
        if isinstance(item, Rejection):
            rejections.append(item)
        elif int(item[1] or 0) > file_bytes:
            rejections.append(_too_large(item, file_bytes))
        else:
            yield item


def _found(files: Iterator[_FoundFile]) -> pa.Table:
    batches = []
    while rows := list(islice(files, CHUNK_ROWS)):
        columns = [list(column) for column in zip(*rows, strict=True)]
        batches.append(pa.record_batch(columns, schema=FOUND_SCHEMA))
    return pa.Table.from_batches(batches, FOUND_SCHEMA).combine_chunks()


def _recall(found: pa.Table, known: pa.Table, file_bytes: int) -> pa.Table:
    """Return the files with what is known of them: NULLs in READ_COLUMNS where their stamps are others."""
    rows = pc.index_in(found["path"], value_set=known["path"].combine_chunks())
    recalled = known.take(rows)
    # Of compressed files only what was read tells whether they are within the limit, which may be another now.
    limit = pa.scalar(file_bytes, pa.int64())
    is_same: Any = pc.less_equal(recalled["content_byte_count"], limit).fill_null(False)
    none: Any = 0  # the stubs want a scalar that cannot be
    for name in STAMP_COLUMNS:
        # No file has the inode 0, so a missing sidecar is not taken for an empty one.
        left, right = (table[name].fill_null(none) for table in (found, recalled))
        is_same = pc.and_(is_same, pc.equal(left, right))
    for name in READ_COLUMNS:
        value = pc.if_else(is_same, recalled[name], pa.scalar(None, recalled[name].type))
        found = found.append_column(FILE_SCHEMA.field(name), value)
    return found


def _read_unknown(
    raw: Path, files: pa.Table, file_bytes: int, rejections: list[Rejection]
) -> pa.Table:
    """Return the files with all of READ_COLUMNS, without those that cannot be read."""
    is_unknown = files["doc_id"].is_null()
    unknown = files.filter(is_unknown).select(["path", "sidecar_inode"])
    if not unknown.num_rows:
        return files
    read = [
        _read(raw, path, inode is not None, file_bytes)
        for path, inode in zip(*(column.to_pylist() for column in unknown.columns), strict=True)
    ]
    rejections += (item for item in read if isinstance(item, Rejection))
    for position, name in enumerate(READ_COLUMNS):
        field = FILE_SCHEMA.field(name)
        rows = [None if isinstance(row, Rejection) else row[position] for row in read]
        values = pa.array(rows, field.type)
        column = pc.replace_with_mask(
            files[name].combine_chunks(), is_unknown.combine_chunks(), values
        )
        files = files.set_column(files.schema.get_field_index(name), field, column)
    return files.filter(files["doc_id"].is_valid())


def _read(
    raw: Path, path: str, has_sidecar: bool, file_bytes: int
) -> tuple[bytes, int, str] | Rejection:
    """Return a file's values of READ_COLUMNS, or why it cannot be a source."""
    try:
        doc_id, byte_count = hash_source(raw, path, file_bytes)
        metadata_hash = hash_sidecar(raw, path) if has_sidecar else NO_SIDECAR
    except InputError as error:
        return rejection_of(error, path)
    return doc_id.bytes, byte_count, metadata_hash


def _settled(files: pa.Table, now_ns: int) -> pa.Table:
    """Return the files of which a later change, or one of their sidecars, is sure to change a stamp."""
    stamps = [files[name] for name in STAMP_COLUMNS if name.endswith("_ns")]
    newest = pc.max_element_wise(*stamps, skip_nulls=True)
    is_old = pc.less(newest, pa.scalar(max(0, now_ns - RACY_NS), pa.uint64()))
    is_unread = pc.starts_with(files["metadata_hash"], UNREADABLE)
    return files.filter(pc.and_not(is_old, is_unread))


def _walk(raw: Path) -> Iterator[_FoundFile | Rejection]:
    """Yield every file below the raw folder, in order of path, or why it cannot be a source.

    Hidden files and folders (a leading dot) and sidecars are passed over: they are not sources.
    """
    try:
        waiting = [iter(_list(raw))]
    except OSError as error:
        refuse_transient(raw, error)
        raise ConfigError(f"the raw folder {raw} cannot be listed: {error.strerror}") from error
    start = len(os.path.join(raw, ""))  # noqa: PTH118  # with the separator
    # A stack and no recursion: folders may be nested deeper than Python's calls may.
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif not item.entry.is_dir(follow_symlinks=False):
            yield _look(item, item.entry.path[start:])
        else:
            try:
                waiting.append(iter(_list(item.entry.path)))
            except OSError as error:
                yield _unreadable(item.entry.path[start:], error)


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


def _look(item: _Item, path: str) -> _FoundFile | Rejection:
    if not is_utf8(path):
        detail = "the file name is not UTF-8; rename the file"
        return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)
    try:
        status = item.entry.stat(follow_symlinks=False)
        sidecar = os.lstat(item.entry.path + SIDECAR_SUFFIX) if item.has_sidecar else None
    except OSError as error:
        return _unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        why = "not a regular file (symbolic links are not followed); copy the file itself"
        return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, why)
    unsupported = why_unsupported(path, reads_html=False)
    if unsupported:
        return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, unsupported)
    return (path, *_stamps(status), *(_stamps(sidecar) if sidecar else (None,) * len(_STAMP)))


def _stamps(status: os.stat_result) -> _Stamps:
    # A time before 1970 is as good as 1970: both are long past.
    times = max(0, status.st_mtime_ns), max(0, status.st_ctime_ns)
    return (status.st_size, *times, status.st_ino)


def _unreadable(path: str, error: OSError) -> Rejection:
    refuse_transient(path, error)
    detail = f"{error.strerror}; mend the file or its permissions"
    return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)


def _shown(path: str) -> str:
    """Return a path that can be stored, whatever bytes its name is made of."""
    return path.encode("utf-8", "backslashreplace").decode()


def _too_large(found: _FoundFile, file_bytes: int) -> Rejection:
    size, limit = int(found[1] or 0) / (1 << 20), file_bytes / (1 << 20)
    detail = f"{size:,.1f} MiB is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split the file"
    return Rejection(str(found[0]), None, ReasonCode.TOO_LARGE, detail)

"""The raw folder at one moment: walking it, and hashing what is new.

Called by the pipeline; `copydesk.store.plan` compares the result with the warehouse. Never writes below the
raw folder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.errors import InputError
from copydesk.records import ReasonCode, Rejection
from copydesk.store.containers import is_container, members
from copydesk.store.describe import file_hash, member_hash, place_hash
from copydesk.store.known import FILE_SCHEMA, REFUSED_SCHEMA, STAMP_COLUMNS, Known
from copydesk.store.raw import (
    NO_SIDECAR,
    RETRIED,
    UNREADABLE,
    RawFolder,
    doc_id_of_content,
    hash_sidecar,
    hash_source,
    open_file,
    refuse_fault,
    rejection_of,
)
from copydesk.store.sources import SOURCE_SCHEMA, Column
from copydesk.store.walk import FoundFile, walk

RACY_NS = 2_000_000_000
"""A file changed this shortly before it was hashed may change again without a newer time stamp."""
CHUNK_ROWS = 20_000
"""Files or members that are Python objects at a time."""

_SourceRow = tuple[str, str | None, bytes, int, str]
"""A row of SOURCE_SCHEMA."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The raw folder at one moment: every file, and every member of a container, is a source or a rejection.

    Attributes:
        sources: Table of SOURCE_SCHEMA, in the order in which the folder is walked; of a container in its order.
        rejections: What cannot be a source, and folders that cannot be listed.
        known: What the next scan may trust instead of reading.
    """

    sources: pa.Table
    rejections: list[Rejection]
    known: Known


def scan(raw: RawFolder, known: Known, *, now_ns: int) -> Scan:
    """Return the sources below a raw folder; only files whose stamps are not `known` are read.

    Args:
        raw: The raw folder.
        known: The `known` of an earlier scan under the same rules, or `nothing_known()`.
        now_ns: The present, in nanoseconds of the file system's clock.

    Raises:
        ConfigError: The raw folder does not exist or cannot be listed.
        TransientError: The raw folder is away for a moment.
    """
    rejections: list[Rejection] = []
    files = _table(_files(walk(raw), rejections), FILE_SCHEMA)
    is_known = _is_known(files, known.files)
    kept = known.of_files(files.filter(is_known)["path"])
    reading = _Reading(raw)
    read = _table(reading.sources(files.filter(pc.invert(is_known))), SOURCE_SCHEMA)
    now = Known(
        files,
        _in_order([kept.sources, read], files["path"]),
        pa.concat_tables([kept.refused, _refused_table(reading.refused)]),
    )
    rejections += _rejections(kept.refused)
    rejections += reading.refused
    unsettled = [*reading.unsettled, *_racy(files, now_ns)]
    return Scan(
        _placed(raw, now.sources),
        rejections,
        now.without_files(pa.array(unsettled, pa.string())),
    )


def _files(
    walked: Iterable[FoundFile | Rejection], rejections: list[Rejection]
) -> Iterator[FoundFile]:
    for item in walked:
        if isinstance(item, Rejection):
            rejections.append(item)
        else:
            yield item


def _table(rows: Iterator[Any], schema: pa.Schema) -> pa.Table:
    """Return rows as a table, with few of them as Python objects at a time."""
    batches = []
    while chunk := list(islice(rows, CHUNK_ROWS)):
        columns = [list(column) for column in zip(*chunk, strict=True)]
        batches.append(pa.record_batch(columns, schema=schema))
    return pa.Table.from_batches(batches, schema).combine_chunks()


def _is_known(files: pa.Table, known: pa.Table) -> Column:
    """Return, for each file, whether it is known with the same stamps."""
    recalled = known.take(pc.index_in(files["path"], value_set=known["path"].combine_chunks()))
    is_same: Any = recalled["path"].is_valid()
    none: Any = 0  # the stubs want a scalar that cannot be
    for name in STAMP_COLUMNS:
        # No file has the inode 0, so a missing sidecar is not taken for an empty one.
        left, right = (table[name].fill_null(none) for table in (files, recalled))
        is_same = pc.and_(is_same, pc.equal(left, right))
    column: Column = is_same
    return column


@dataclass(slots=True)
class _Reading:
    """Files that are read, and what was met on the way.

    Attributes:
        raw: The raw folder.
        refused: What cannot be a source.
        unsettled: Files to be read by the next scan too, however they look.
    """

    raw: RawFolder
    refused: list[Rejection] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)

    def sources(self, files: pa.Table) -> Iterator[_SourceRow]:
        """Yield the sources of some files."""
        columns = (files[name].to_pylist() for name in ("path", "sidecar_inode"))
        for path, inode in zip(*columns, strict=True):
            sidecar_hash = hash_sidecar(self.raw, path) if inode is not None else NO_SIDECAR
            if sidecar_hash.startswith(UNREADABLE):
                self.unsettled.append(path)
            for item in self._read(path, sidecar_hash):
                if not isinstance(item, Rejection):
                    yield item
                    continue
                self.refused.append(item)
                if item.reason_code in RETRIED:
                    self.unsettled.append(path)

    def _read(self, path: str, sidecar_hash: str) -> Iterator[_SourceRow | Rejection]:
        try:
            if is_container(path):
                yield from self._members(path, sidecar_hash)
            else:
                doc_id, byte_count = hash_source(self.raw, path)
                yield path, None, doc_id.bytes, byte_count, file_hash(path, sidecar_hash)
        except InputError as error:
            yield rejection_of(error, path)

    def _members(self, path: str, sidecar_hash: str) -> Iterator[_SourceRow | Rejection]:
        with open_file(self.raw, path) as file:
            for item in members(file, path, self.raw.reading):
                if isinstance(item, Rejection):
                    refuse_fault(file)
                    yield item
                    continue
                doc_id = doc_id_of_content(item.content)
                shape = member_hash(item, sidecar_hash, path)
                yield path, item.name, doc_id.bytes, len(item.content), shape


def _in_order(parts: list[pa.Table], paths: Column) -> pa.Table:
    """Return sources in the order of their files; those of one file stay in theirs."""
    parts = [part for part in parts if part.num_rows]
    if len(parts) <= 1:  # all of them known, or all of them read: in order already
        return parts[0] if parts else SOURCE_SCHEMA.empty_table()
    sources = pa.concat_tables(parts)
    places = pc.index_in(sources["path"], value_set=paths)
    return sources.take(pc.sort_indices(places)).combine_chunks()  # Arrow's sort is stable


def _placed(raw: RawFolder, sources: pa.Table) -> pa.Table:
    """Return sources with what their paths say in their metadata hash."""
    if not raw.path_rules:
        return sources
    columns = (sources[name].to_pylist() for name in ("path", "member", "metadata_hash"))
    hashes = [
        place_hash(raw, path, member, shape) for path, member, shape in zip(*columns, strict=True)
    ]
    position = sources.schema.get_field_index("metadata_hash")
    column = pa.array(hashes, pa.string())  # of no hashes it could not tell the type
    return sources.set_column(position, SOURCE_SCHEMA.field("metadata_hash"), column)


def _refused_table(rejections: list[Rejection]) -> pa.Table:
    rows = [
        (item.path, item.member, str(item.reason_code), item.detail)
        for item in rejections
        if item.reason_code not in RETRIED
    ]
    return _table(iter(rows), REFUSED_SCHEMA)


def _rejections(refused: pa.Table) -> list[Rejection]:
    columns = (refused[name].to_pylist() for name in REFUSED_SCHEMA.names)
    return [
        Rejection(path, member, ReasonCode(reason_code), detail)
        for path, member, reason_code, detail in zip(*columns, strict=True)
    ]


def _racy(files: pa.Table, now_ns: int) -> list[str]:
    """Return the files that may change, or whose sidecars may, without another stamp."""
    stamps = [files[name] for name in STAMP_COLUMNS if name.endswith("_ns")]
    newest = pc.max_element_wise(*stamps, skip_nulls=True)
    is_racy = pc.greater_equal(newest, pa.scalar(max(0, now_ns - RACY_NS), pa.uint64()))
    return [str(path) for path in files.filter(is_racy)["path"].to_pylist()]

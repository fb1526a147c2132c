"""Sources in bulk: an Arrow table with a row a source, compared by whole columns.

An archive has more sources than objects are cheap for: a hundred thousand that did not change must cost next
to nothing, so only what differs becomes `SourceRef`s.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.records import DocId, SourceRef

SOURCE_COLUMNS: dict[str, pa.DataType] = {
    "path": pa.string(),
    "member": pa.string(),
    "doc_id": pa.binary(16),
    "byte_count": pa.int64(),
    "metadata_hash": pa.string(),
}
"""The columns of `SourceRef`, in its order."""
SOURCE_SCHEMA = pa.schema(SOURCE_COLUMNS)

Column: TypeAlias = "pa.ChunkedArray[Any] | pa.Array[Any]"
"""A column of a table. The stubs know its type argument, Python does not."""


SourceKey = tuple[str, str | None]
"""Path and member: what identifies a source."""


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What changed between two states of the sources."""

    added: int
    changed: int
    removed: int
    unchanged: int


def source_table(sources: Iterable[SourceRef]) -> pa.Table:
    """Return sources as a table."""
    rows = [
        (item.path, item.member, item.doc_id.bytes, item.byte_count, item.metadata_hash)
        for item in sources
    ]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in SOURCE_SCHEMA]
    return pa.table(dict(zip(SOURCE_SCHEMA.names, columns, strict=True)), schema=SOURCE_SCHEMA)


def source_refs(table: pa.Table) -> list[SourceRef]:
    """Return a table's rows as records."""
    columns = [table[name].to_pylist() for name in SOURCE_SCHEMA.names]
    return [
        SourceRef(path, member, DocId(UUID(bytes=doc_id)), byte_count, metadata_hash)
        for path, member, doc_id, byte_count, metadata_hash in zip(*columns, strict=True)
    ]


def sources_at(table: pa.Table, places: Iterable[SourceKey]) -> pa.Table:
    """Return the rows at some places."""
    return where_in(table, _keys(table), _keys(_place_table(places)))


def sources_elsewhere(table: pa.Table, places: Iterable[SourceKey]) -> pa.Table:
    """Return the rows at all other places."""
    return where_not_in(table, _keys(table), _keys(_place_table(places)))


def source_states(table: pa.Table) -> Column:
    """Return each row's key, document and metadata hash as one value: what tells that it changed."""
    return _joined(
        table["doc_id"].cast(pa.binary()), table["metadata_hash"], table["path"], table["member"]
    )


def where_in(table: pa.Table, column: Column, values: Column) -> pa.Table:
    """Return the rows whose value in a column is among some values."""
    return table.filter(pc.is_in(column, value_set=values))


def where_not_in(table: pa.Table, column: Column, values: Column) -> pa.Table:
    """Return the rows whose value in a column is not among some values."""
    return table.filter(pc.invert(pc.is_in(column, value_set=values)))


def count_changes(before: pa.Table, after: pa.Table) -> SourceCounts:
    """Return how many sources differ between two states."""
    kept = _count_common(_keys(before), _keys(after))
    unchanged = _count_common(source_states(before), source_states(after))
    return SourceCounts(
        added=after.num_rows - kept,
        changed=kept - unchanged,
        removed=before.num_rows - kept,
        unchanged=unchanged,
    )


def _place_table(places: Iterable[SourceKey]) -> pa.Table:
    pairs = list(places)
    columns = [pa.array([pair[i] for pair in pairs], pa.string()) for i in (0, 1)]
    return pa.table(columns, names=["path", "member"])


def _keys(table: pa.Table) -> Column:
    """Return path and member of each row as one value."""
    return _joined(table["path"], table["member"])


def _joined(*columns: Column) -> Column:
    # No path holds a NUL, so it parts one value from the next, and two of them stand for a missing one.
    parts = [*(column.cast(pa.binary()) for column in columns), pa.scalar(b"\0", pa.binary())]
    joined: Column = pc.binary_join_element_wise(  # type: ignore[call-overload]  # the stubs know only text
        *parts, null_handling="replace", null_replacement=b"\0"
    )
    return joined


def _count_common(left: Column, right: Column) -> int:
    return len(left.filter(pc.is_in(left, value_set=right)))

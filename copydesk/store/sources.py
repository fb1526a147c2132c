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


def source_refs(table: pa.Table) -> list[SourceRef]:
    """Return a table's rows as records."""
    columns = [table[name].to_pylist() for name in SOURCE_SCHEMA.names]
    return [
        SourceRef(path, member, DocId(UUID(bytes=doc_id)), byte_count, metadata_hash)
        for path, member, doc_id, byte_count, metadata_hash in zip(*columns, strict=True)
    ]


def sources_elsewhere(table: pa.Table, places: Iterable[SourceKey]) -> pa.Table:
    """Return the rows at all other places."""
    return where_not_in(table, _keys(table), _keys(_place_table(places)))


def differing(table: pa.Table, other: pa.Table) -> pa.Table:
    """Return the rows whose source is not in another table, or has another document or metadata hash there."""
    state = ("doc_id", "metadata_hash")
    there = other.select(state).take(pc.index_in(_keys(table), value_set=_keys(other)))
    is_other: Any = pc.or_(*(pc.not_equal(table[name], there[name]) for name in state))
    return table.filter(is_other.fill_null(True))  # Arrow's own


def where_in(table: pa.Table, column: Column, values: Column) -> pa.Table:
    """Return the rows whose value in a column is among some values."""
    return table.filter(pc.is_in(column, value_set=values))


def where_not_in(table: pa.Table, column: Column, values: Column) -> pa.Table:
    """Return the rows whose value in a column is not among some values."""
    return table.filter(pc.invert(pc.is_in(column, value_set=values)))


def count_changes(before: pa.Table, after: pa.Table) -> SourceCounts:
    """Return how many sources differ between two states, in which no place is twice."""
    kept = where_in(after, _keys(after), _keys(before)).num_rows
    unchanged = after.num_rows - differing(after, before).num_rows
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
    # No path holds a NUL, so it parts the two, and two of them stand for a missing member.
    parts = [table[name].cast(pa.binary()) for name in ("path", "member")]
    keys: Column = pc.binary_join_element_wise(  # type: ignore[call-overload]  # the stubs know only text
        *parts, pa.scalar(b"\0", pa.binary()), null_handling="replace", null_replacement=b"\0"
    )
    return keys

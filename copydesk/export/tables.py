"""The views as files that need no copydesk: a Parquet or CSV file each.

With a condition only what belongs to its documents goes out: of views that tell of the whole archive the entities and
places that those documents name, with the forms and counts of the whole archive, and nothing of the others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from copydesk.export.request import ExportFormat
from copydesk.export.selection import SELECTED
from copydesk.export.sorting import Sorter, as_stored
from copydesk.schema import PUBLIC, Relation

NAMED_ENTITIES = frozenset({"entities", "places"})
"""Views of the whole archive that a part of it is of little use without."""
ROW_GROUP = 20_000
"""Rows of a Parquet row group: 10-20 thousand is the flat part of the measured curve where rows hold texts."""


def exported_views(*, is_part: bool) -> list[Relation]:
    """Return the views that an export holds, in the dictionary's order."""
    return [
        relation
        for relation in PUBLIC.values()
        if not is_part or has_documents(relation) or relation.name in NAMED_ENTITIES
    ]


def has_documents(relation: Relation) -> bool:
    """Return whether each row of a view belongs to a document."""
    return any(column.name == "doc_id" and not column.nullable for column in relation.columns)


def write_tables(sorter: Sorter, folder: Path, format_: ExportFormat, *, is_part: bool) -> None:
    """Write each view as a file `<view>.parquet` or `<view>.csv`, sorted.

    Args:
        sorter: Over a warehouse with selected documents.
        folder: Where to.
        format_: Parquet or CSV.
        is_part: Whether a condition chose the documents.
    """
    columns_of, write = _FORMATS[format_]
    for relation in exported_views(is_part=is_part):
        if has_documents(relation):
            tables = sorter.tables(relation.name, columns_of(relation))
        else:
            tables = _whole(sorter, relation, columns_of(relation), is_part=is_part)
        write(folder / f"{relation.name}.{format_.value}", relation, tables)


def _whole(
    sorter: Sorter, relation: Relation, columns: str, *, is_part: bool
) -> Iterator[pa.Table]:
    """Give the rows of a view that tells of the whole archive, sorted by its key: they hold no texts."""
    named = f"(select entity_id from mentions semi join {SELECTED} using (doc_id))"
    where = f"where entity_id in {named}" if is_part else ""
    order = ", ".join(relation.keys)
    sql = f"select {columns} from {relation.name} {where} order by {order}"
    with sorter.connection.sql(sql).to_arrow_reader(ROW_GROUP) as reader:
        for batch in reader:
            yield pa.Table.from_batches([batch])


def _write_parquet(path: Path, relation: Relation, tables: Iterable[pa.Table]) -> None:
    """Write a Parquet file whose fields say what they mean, as those of the warehouse do."""
    schema = relation.arrow_schema()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for table in tables:
            columns = [
                as_stored(table.column(field.name)).cast(field.type)
                if field.type != pa.uuid()
                else table.column(field.name)
                for field in schema
            ]
            if table.num_rows:  # else there would be a row group without rows
                writer.write_table(pa.table(columns, schema=schema), ROW_GROUP)


def _write_csv(path: Path, relation: Relation, tables: Iterable[pa.Table]) -> None:
    schema = pa.schema([(column.name, _csv_type(column.type)) for column in relation.columns])
    with arrow_csv.CSVWriter(path, schema) as writer:
        for table in tables:
            columns = [
                _as_text(table.column(name)).cast(schema.field(name).type) for name in schema.names
            ]
            writer.write_table(pa.table(columns, schema=schema))


def _csv_columns(relation: Relation) -> str:
    """Return the columns with lists and maps as JSON, which a cell can hold."""
    return ", ".join(
        f"to_json({one.name})::varchar as {one.name}" if pa.types.is_nested(one.type) else one.name
        for one in relation.columns
    )


def _csv_type(type_: pa.DataType) -> pa.DataType:
    return pa.string() if type_ == pa.uuid() or pa.types.is_nested(type_) else type_


def _as_text(column: Any) -> Any:  # noqa: ANN401  # see as_stored
    """Return ids as text, and anything else as Arrow's own type."""
    if column.type != pa.uuid():
        return as_stored(column)
    values = [None if value is None else str(value) for value in column.to_pylist()]
    return pa.chunked_array([pa.array(values, pa.string())])


def dictionary_rows(relations: Iterable[Relation]) -> list[tuple[str, ...]]:
    """Return view, column, whether it may be NULL and meaning, for every column."""
    return [
        (relation.name, column.name, "yes" if column.nullable else "no", column.description)
        for relation in relations
        for column in relation.columns
    ]


_FORMATS: Mapping[
    ExportFormat,
    tuple[Callable[[Relation], str], Callable[[Path, Relation, Iterable[pa.Table]], None]],
] = {
    ExportFormat.PARQUET: (lambda _: "*", _write_parquet),
    ExportFormat.CSV: (_csv_columns, _write_csv),
}

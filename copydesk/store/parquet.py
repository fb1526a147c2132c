"""Parquet files of the warehouse: written once, fsynced, never overwritten.

Called by the pipeline (new batches) and by `copydesk.store.settle` (copy-on-write). Knows nothing of manifests.
"""

import hashlib
import os
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.errors import SchemaError, WarehouseDamagedError
from copydesk.faults import FaultPoint, reach
from copydesk.schema import STORED
from copydesk.store.durable import fsync_folder, writing

TABLES_FOLDER = "tables"
DOCUMENT_ROW_GROUP = 20_000
"""Rows of `documents` in a row group: 10-20 thousand is the flat part of the measured curve."""
CHILD_ROW_GROUP = 200_000
"""Rows of every other table in a row group (100-200 thousand measured best)."""
SORTED_ROW_GROUP = 50_000
"""Rows of a table that is looked up by what it is sorted by: a query reads one row group or two."""
SORTED_TABLES = ("indexed_terms", "mention_entities", "entity_documents")
"""Tables that are so looked up."""
PLAIN_COLUMNS = ("text", "doc_id", "op", "source_id", "metadata_hash")
"""Columns of mostly distinct values: a dictionary costs time and space (documents -12 % without one)."""
RISING_COLUMNS = {"doc_no": "doc_no", "positions": "positions.list.element"}
"""Columns of numbers that mostly rise, as Parquet names them: kept as differences, which makes the index a sixth smaller."""
DATA_PAGE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A Parquet file as the manifest lists it; `path` is relative to the warehouse."""

    path: str
    row_count: int
    byte_count: int
    sha256: str


def write_rows(warehouse: Path, table: str, rows: Sequence[Mapping[str, Any]]) -> FileEntry:
    """Write rows of a stored table as a new Parquet file and make it durable.

    Args:
        warehouse: The warehouse folder.
        table: A name of `copydesk.schema.STORED`.
        rows: Mappings with exactly the table's columns.

    Raises:
        SchemaError: A row lacks a column, has an unknown one, or holds a value of another type.
    """
    return write_table(warehouse, table, row_table(table, rows))


def row_table(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows of a stored table as an Arrow table, which takes a tenth of their memory.

    Raises:
        SchemaError: A row lacks a column, has an unknown one, or holds a value of another type.
    """
    schema = STORED[table].arrow_schema()
    unknown = set().union(*rows) - set(schema.names) if rows else set()
    if unknown:
        raise SchemaError(f"table {table} has no column {sorted(unknown)}")
    try:
        columns = {name: [row[name] for row in rows] for name in schema.names}
        data = pa.table(columns, schema=schema)
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        raise SchemaError(f"rows do not fit table {table}: {error}") from error
    _refuse_nulls(table, data)
    return data


def write_table(warehouse: Path, table: str, data: pa.Table) -> FileEntry:
    """Write an Arrow table as a new Parquet file of a stored table and make it durable.

    Raises:
        WarehouseError: It cannot be written.
    """
    with writing(warehouse / TABLES_FOLDER / table):
        return _write_file(warehouse, table, data, data.num_rows)


def write_batches(
    warehouse: Path, table: str, data: pa.RecordBatchReader, row_count: int
) -> FileEntry:
    """Write rows as they come, a row group for each record batch: memory does not grow with them.

    Raises:
        WarehouseError: They cannot be written.
    """
    with writing(warehouse / TABLES_FOLDER / table):
        return _write_file(warehouse, table, data, row_count)


def _write_file(
    warehouse: Path, table: str, data: pa.Table | pa.RecordBatchReader, row_count: int
) -> FileEntry:
    folder = warehouse / TABLES_FOLDER / table
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{uuid.uuid4().hex[:12]}.parquet"
    # Dictionaries are named column by column: bloom filters and dictionaries on plain columns do not pay.
    plain = {*PLAIN_COLUMNS, *RISING_COLUMNS}
    dictionary = [name for name in data.schema.names if name not in plain]
    rising = [RISING_COLUMNS[name] for name in data.schema.names if name in RISING_COLUMNS]
    with path.open("xb") as file:
        with pq.ParquetWriter(
            file,
            data.schema,
            compression="zstd",
            compression_level=3,
            use_dictionary=dictionary,  # type: ignore[arg-type]  # the stubs know only bool
            column_encoding=dict.fromkeys(rising, "DELTA_BINARY_PACKED") or None,
            data_page_size=DATA_PAGE_BYTES,
            bloom_filter_options=_bloom_filters(data.schema, row_count),
        ) as writer:
            if isinstance(data, pa.Table):
                writer.write_table(data, _row_group(table))
            else:
                for batch in data:
                    writer.write_batch(batch)
        reach(FaultPoint.TABLE_HALF_WRITTEN)
        file.flush()
        os.fsync(file.fileno())
    fsync_folder(folder)
    reach(FaultPoint.TABLE_WRITTEN)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    relative = path.relative_to(warehouse).as_posix()
    return FileEntry(relative, row_count, path.stat().st_size, digest)


def _row_group(table: str) -> int:
    if table == "documents":
        return DOCUMENT_ROW_GROUP
    return SORTED_ROW_GROUP if table in SORTED_TABLES else CHILD_ROW_GROUP


def _bloom_filters(schema: pa.Schema, row_count: int) -> dict[str, Any] | None:
    """Return what to look a document up with. Sized by rows: for the default, a million, 64 MiB are cleared."""
    if "doc_id" not in schema.names:
        return None
    return {"doc_id": {"ndv": max(1, row_count)}}


def read_table(warehouse: Path, entry: FileEntry, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a stored file as an Arrow table, with the given columns or all.

    Raises:
        WarehouseDamagedError: The file is missing or damaged so that it cannot be read.
    """
    path = warehouse / entry.path
    try:
        return pq.read_table(path, columns=list(columns) if columns is not None else None)
    except (OSError, pa.ArrowException) as error:
        raise WarehouseDamagedError(path, f"is missing or damaged ({error})") from error


def read_whole(warehouse: Path, entry: FileEntry, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a stored file if it is what was written: what is made of it gets a good checksum again.

    Raises:
        WarehouseDamagedError: The file is missing, or has another SHA-256 than the manifest says.
    """
    verify(warehouse, entry)
    return read_table(warehouse, entry, columns)


def verify(warehouse: Path, entry: FileEntry) -> None:
    """Compare a file's bytes with the manifest.

    Raises:
        WarehouseDamagedError: It is missing or holds other bytes.
    """
    path = warehouse / entry.path
    try:
        byte_count = path.stat().st_size
        with path.open("rb") as file:
            is_same = hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
    except FileNotFoundError as error:
        raise WarehouseDamagedError(path, "is missing") from error
    except OSError as error:
        raise WarehouseDamagedError(path, f"cannot be read ({error.strerror})") from error
    if byte_count != entry.byte_count:
        raise WarehouseDamagedError(path, f"has {byte_count:,} bytes and not {entry.byte_count:,}")
    if not is_same:
        raise WarehouseDamagedError(
            path, "holds other bytes than were written (its SHA-256 differs)"
        )


def only_documents(data: pa.Table, doc_ids: Collection[uuid.UUID]) -> pa.Table:
    """Return the rows of a table whose `doc_id` is among the given ones."""
    return data.filter(pc.is_in(_storage(data), value_set=_storage_of(doc_ids)))


def without_documents(data: pa.Table, doc_ids: Collection[uuid.UUID]) -> pa.Table:
    """Return the rows of a table whose `doc_id` is not among the given ones."""
    return data.filter(pc.invert(pc.is_in(_storage(data), value_set=_storage_of(doc_ids))))


def _storage(data: pa.Table) -> "pa.ChunkedArray[Any]":
    """Return the `doc_id` of a table's rows as plain bytes: Arrow compares no UUIDs."""
    return data["doc_id"].cast(pa.binary(16))


def _storage_of(doc_ids: Collection[uuid.UUID]) -> "pa.Array[Any]":
    return pa.array([doc_id.bytes for doc_id in doc_ids], pa.binary(16))


def _refuse_nulls(table: str, data: pa.Table) -> None:
    for column in STORED[table].columns:
        if not column.nullable and data[column.name].null_count:
            raise SchemaError(f"table {table}: column {column.name} holds a NULL but may not")

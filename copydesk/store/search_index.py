"""The index of words: which documents hold which terms, and where. The macro `search` reads it.

Called at the end of a run and by compaction, with the batches that these leave. Each batch has a part of its own,
which follows from its texts and from which of its lines are boilerplate, and is made anew only where these changed.
The terms are those of the macro `search_terms`, which reads queries too.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pyarrow as pa

from copydesk.errors import WarehouseError
from copydesk.schema import INDEX_TABLES, STORED
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import SORTED_ROW_GROUP, FileEntry, verify, write_batches
from copydesk.store.publish import parquet_view, read_sql
from copydesk.store.recurring import MADE_FROM, MEMORY_LIMIT, made_from

VERSION = "1"
"""Raise it when the same lines give other terms."""
READ_TABLES = ("documents", "lines", "line_rules")
"""Tables of a batch that its part follows from, besides `recurring_lines`."""
MACROS = ("fold_word", "spaceless", "search_terms")
"""Macros that give the terms of a text, one built from those before it."""
SLICE_CHARACTERS = 1 << 22
"""Characters whose terms are found at a time, but for longer documents. What a step of DuckDB holds of them is not under
its memory limit: Chinese, where each sign starts a term, takes some 150 bytes a character, so 600 MB."""
ALWAYS_THERE = INDEX_TABLES[0]
"""The table that has rows for every batch: its file says what the part was made from."""

Batches = Mapping[str, BatchEntry]


def renew_index(
    warehouse: Path, held: Batches, batches: Batches, recurring: Sequence[FileEntry]
) -> dict[str, BatchEntry]:
    """Return batches with their parts of the index: those that a batch of `held` has for the same files, else new ones.

    Args:
        warehouse: The warehouse folder.
        held: The batches of the version before, whose parts may still hold.
        batches: The batches to index.
        recurring: The file of `recurring_lines`, where there is one.

    Raises:
        WarehouseDamagedError: A file of the batches is missing or damaged.
        WarehouseError: Terms cannot be counted, or a new file cannot be written.
    """
    digests = _recurring_digests(warehouse, batches, recurring)
    known = _parts(warehouse, {**held, **batches})
    indexed = {}
    for batch_id, batch in batches.items():
        fingerprint = _fingerprint(batch, digests.get(batch.files["documents"].path, ""))
        part = known.get(fingerprint)
        if part is None:
            part = _make_part(warehouse, batch, recurring, fingerprint)
        indexed[batch_id] = replace(batch, files={**without_index(batch.files), **part})
    return indexed


def without_index(files: Mapping[str, FileEntry]) -> dict[str, FileEntry]:
    """Return the files of a batch but those of the index."""
    return {table: entry for table, entry in files.items() if table not in INDEX_TABLES}


def _parts(warehouse: Path, batches: Batches) -> dict[bytes, dict[str, FileEntry]]:
    """Return the parts that batches have, by what they were made from."""
    parts = {}
    for batch in batches.values():
        part = {table: batch.files[table] for table in INDEX_TABLES if table in batch.files}
        if ALWAYS_THERE in part:
            fingerprint = made_from(warehouse / part[ALWAYS_THERE].path)
            if fingerprint is not None:
                parts[fingerprint] = part
    return parts


def _recurring_digests(
    warehouse: Path, batches: Batches, recurring: Sequence[FileEntry]
) -> dict[str, str]:
    """Return, for each file of documents with recurring lines, a hash of these."""
    if not any(entry.row_count for entry in recurring):
        return {}
    paths = [batch.files["documents"].path for batch in batches.values()]
    with _connection(warehouse) as connection:
        connection.execute(
            "select documents.filename, md5(string_agg(recurring.doc_id || ' ' || recurring.line_no || ' ' || recurring.kind, "
            "',' order by recurring.doc_id, recurring.line_no)) "
            "from read_parquet($paths, filename = true) as documents "
            "inner join read_parquet($recurring) as recurring on documents.doc_id = recurring.doc_id "
            "group by documents.filename",
            {
                "paths": [str(warehouse / path) for path in paths],
                "recurring": [str(warehouse / entry.path) for entry in recurring],
            },
        )
        found = dict(connection.fetchall())
    return {path: found[str(warehouse / path)] for path in paths if str(warehouse / path) in found}


def _make_part(
    warehouse: Path, batch: BatchEntry, recurring: Sequence[FileEntry], fingerprint: bytes
) -> dict[str, FileEntry]:
    """Write the files of a batch's part; a table without rows has none."""
    files = {table: [batch.files[table]] for table in READ_TABLES if table in batch.files}
    files["recurring_lines"] = list(recurring)
    for entries in files.values():
        for entry in entries:
            verify(warehouse, entry)
    part = {}
    with _connection(warehouse) as connection:
        connection.execute("create schema stored")
        for table in (*READ_TABLES, "recurring_lines"):
            connection.execute(parquet_view(warehouse, STORED[table], files.get(table, [])))
        connection.execute(read_sql("views", "lines"))
        for name in MACROS:
            connection.execute(read_sql("macros", name))
        segment_no = int.from_bytes(sha256(fingerprint).digest()[:8], "big", signed=True)
        connection.execute("set variable segment_no = ?", [segment_no])
        _find_terms(connection)
        for table in INDEX_TABLES:
            row_count = _row_count(connection, table)
            if row_count:
                rows = _sorted_rows(connection, table, fingerprint)
                part[table] = write_batches(warehouse, table, rows, row_count)
    return part


def _find_terms(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill a temporary table for each table of the index, slice by slice."""
    connection.execute("set variable slice_characters = ?", [SLICE_CHARACTERS])
    connection.execute(read_sql("search", "document_slices"))
    slices = connection.execute(
        "select distinct slice_no from document_slices order by slice_no"
    ).fetchall()
    for number, (slice_no,) in enumerate(slices):
        connection.execute("set variable slice_no = ?", [slice_no])
        connection.execute(read_sql("search", "document_terms"))
        for table in INDEX_TABLES:
            head = f"insert into {table}" if number else f"create temp table {table} as"
            connection.execute(f"{head} {read_sql('search', table)}")
    connection.execute("drop table document_terms")


def _row_count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    [(count,)] = connection.table(table).count("*").fetchall()
    return int(count)


def _sorted_rows(
    connection: duckdb.DuckDBPyConnection, table: str, fingerprint: bytes
) -> pa.RecordBatchReader:
    """Return the rows of a temporary table in order, a row group at a time."""
    schema = STORED[table].arrow_schema()
    names, keys = ", ".join(schema.names), ", ".join(STORED[table].keys)
    found = connection.sql(f"select {names} from {table} order by {keys}")
    batches = found.to_arrow_reader(SORTED_ROW_GROUP).cast(schema)
    marked = schema.with_metadata({**(schema.metadata or {}), MADE_FROM: fingerprint})
    return pa.RecordBatchReader.from_batches(
        marked, (pa.record_batch(batch.columns, schema=marked) for batch in batches)
    )


@contextmanager
def _connection(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
            connection.execute("set memory_limit = ?", [MEMORY_LIMIT])
            connection.execute("set temp_directory = ?", [folder])
            connection.execute("set preserve_insertion_order = false")
            connection.execute("set enable_progress_bar = false")
            connection.execute("set arrow_lossless_conversion = true")  # UUIDs stay UUIDs
            yield connection
    except duckdb.Error as error:  # the files are whole: memory or the disk ran out
        raise WarehouseError(warehouse, f"its words cannot be indexed ({error})") from error


def _fingerprint(batch: BatchEntry, recurring_digest: str) -> bytes:
    """Return a hash of what a part follows from: files, which never change, lines, and what is done with them."""
    paths = [batch.files[table].path for table in READ_TABLES if table in batch.files]
    parts = [VERSION, recurring_digest, *paths]
    return sha256("\n".join(parts).encode()).hexdigest().encode()

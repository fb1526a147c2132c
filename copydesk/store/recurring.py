"""Lines that recur over the stories of a source: what the whole corpus says of each line.

Called at the end of a run, with the batches that it leaves. The result follows from the stored lines and sources
alone, whatever the runs and batches that made them, and is made anew only where these changed.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copydesk.errors import WarehouseError
from copydesk.schema import STORED
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import FileEntry, read_whole, verify, write_table
from copydesk.store.publish import read_sql
from copydesk.text.publisher import publisher_of
from copydesk.text.template import template_hash

TABLE = "recurring_lines"
VERSION = "1"
"""Raise it when the same lines and sources give other rows."""
MADE_ONCE = ("units", "template_documents", "candidates", "no_longest_units")
"""The tables that `sql/recurring` builds one from the other, before `longest_units` is filled."""
MADE_LAST = ("template_stories", "recurring_templates")
"""Those that follow."""
CHUNK_DOCUMENTS = 50_000
"""Documents whose longest templates are found at a time."""
MEMORY_LIMIT = "1GiB"
"""What DuckDB may take before it goes to disk."""
MADE_FROM = b"copydesk.made_from"
"""Key of a file's metadata under which it says what it was made from."""
_SCORE = 0.99  # of 30,000 lines marked in labelled pages 998 in 1,000 are no part of the article


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a template is boilerplate in a source. Calibrated together (docs/recurring-lines.md): don't tune one alone.

    Attributes:
        steps: Pairs of stories that hold it, at least, and what share of the source's documents they must be: one pair
            must hold. Row labels of wire tables stand in 5 of 100 stories, residue of scrapers in 10 and more.
        key_count: The longest other templates of a document, by which stories are told apart.
        long_chars: What is longer reads as a paragraph, which follow-up stories and versions repeat.
        long_stories: Stories that such a one must stand in.
        refrain_lines: A template that stands so often in a document, in more than one place, is like a refrain or the
            name of a speaker; where it is so in most of its documents, the two that follow hold.
        refrain_stories: Stories that such a one must stand in.
        refrain_story_share: Their share of the source's documents, at least.
    """

    steps: tuple[tuple[int, float], ...] = ((3, 0.6), (5, 0.5), (8, 0.3), (10, 0.1))
    key_count: int = 5
    long_chars: int = 200
    long_stories: int = 8
    refrain_lines: int = 3
    refrain_stories: int = 10
    refrain_story_share: float = 0.8


THRESHOLDS = Thresholds()


def renew_recurring_lines(
    warehouse: Path, head: Manifest, batches: Mapping[str, BatchEntry]
) -> FileEntry:
    """Return the file of `recurring_lines` for some batches: the head's where it was made from the same files.

    Raises:
        WarehouseDamagedError: A file of the batches is missing or damaged.
        WarehouseError: The new file cannot be written.
    """
    ordered = [batches[batch_id] for batch_id in sorted(batches)]
    fingerprint = _fingerprint(ordered)
    held = head.tables.get(TABLE)
    if held is not None and made_from(warehouse / held.path) == fingerprint:
        return held
    lines = [batch.files["lines"] for batch in ordered if "lines" in batch.files]
    sources = [batch.files["sources"] for batch in ordered]
    rows = find_recurring(warehouse, lines, document_table(warehouse, sources))
    return write_table(warehouse, TABLE, rows.replace_schema_metadata({MADE_FROM: fingerprint}))


def document_table(warehouse: Path, sources: Sequence[FileEntry]) -> pa.Table:
    """Return a row a document, in order of `doc_id`: its number, its publisher's number and its title's template."""
    columns = ("doc_id", "source_name", "url", "path", "title", "is_primary")
    schema = pa.schema([STORED["sources"].arrow_schema().field(name) for name in columns])
    tables = [read_whole(warehouse, entry, columns) for entry in sources]
    rows = pa.concat_tables([schema.empty_table(), *tables]).filter(pc.field("is_primary"))
    rows = rows.take(pc.sort_indices(rows["doc_id"].cast(pa.binary(16))))
    names, urls, paths, titles = (_values(rows, name) for name in columns[1:5])
    publishers: dict[str, int] = {}
    source_nos = [
        publishers.setdefault(publisher_of(name, url, path), len(publishers))
        for name, url, path in zip(names, urls, paths, strict=True)
    ]
    return pa.table(
        {
            "doc_no": pa.array(range(rows.num_rows), pa.int32()),
            "doc_id": rows["doc_id"],
            "source_no": pa.array(source_nos, pa.int32()),
            "title_hash": pa.array([template_hash(title or "") for title in titles], pa.int64()),
        }
    )


def _values(rows: pa.Table, name: str) -> list[Any]:
    return rows[name].to_pylist()


def find_recurring(
    warehouse: Path,
    lines: Sequence[FileEntry],
    documents: pa.Table,
    thresholds: Thresholds = THRESHOLDS,
) -> pa.Table:
    """Return the rows of `recurring_lines`, in order.

    Args:
        warehouse: The warehouse folder.
        lines: Files of `lines`.
        documents: Their documents, as `document_table` gives them.
        thresholds: When a line recurs.
    """
    if not lines:
        return STORED[TABLE].arrow_schema().empty_table()
    for entry in lines:
        verify(warehouse, entry)
    try:
        found = _query([str(warehouse / entry.path) for entry in lines], documents, thresholds)
    except (
        duckdb.Error
    ) as error:  # the files are whole: memory or the disk for temporary files ran out
        raise WarehouseError(
            warehouse, f"its recurring lines cannot be counted ({error})"
        ) from error
    count = found.num_rows
    columns = {
        "doc_id": documents["doc_id"].combine_chunks().take(found["doc_no"].combine_chunks()),
        "line_no": found["line_no"],
        "kind": pa.repeat("boilerplate", count),
        "reason": pa.repeat("recurring", count),
        "score": pa.repeat(_SCORE, count),
        "story_count": found["story_count"],
        "source_document_count": found["source_document_count"],
    }
    return pa.table(columns, schema=STORED[TABLE].arrow_schema())


def _query(paths: Sequence[str], documents: pa.Table, thresholds: Thresholds) -> pa.Table:
    """Run the statements of `sql/recurring` over files of `lines`."""
    values = asdict(thresholds)
    steps = pa.Table.from_pylist(
        [{"story_count": count, "story_share": share} for count, share in values.pop("steps")]
    )
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute("set memory_limit = ?", [MEMORY_LIMIT])
        connection.execute("set temp_directory = ?", [folder])
        connection.execute("set preserve_insertion_order = false")
        connection.register("documents", documents)
        connection.register("steps", steps)
        connection.from_parquet(list(paths)).create_view("stored_lines")
        for name, value in {**values, "chunk_documents": CHUNK_DOCUMENTS}.items():
            connection.execute(f"set variable {name} = ?", [value])
        for name in MADE_ONCE:
            connection.execute(read_sql("recurring", name))
        for first in range(0, documents.num_rows, CHUNK_DOCUMENTS):
            connection.execute("set variable first_doc_no = ?", [first])
            connection.execute(read_sql("recurring", "longest_units"))
        for name in MADE_LAST:
            connection.execute(read_sql("recurring", name))
        found: pa.Table = connection.sql(read_sql("recurring", TABLE)).to_arrow_table()
        return found


def _fingerprint(batches: Sequence[BatchEntry]) -> bytes:
    """Return a hash of what the rows follow from: files, which never change, and what is done with them."""
    paths = [
        batch.files[table].path
        for batch in batches
        for table in ("lines", "sources")
        if table in batch.files
    ]
    parts = [VERSION, repr(THRESHOLDS), *sorted(paths)]
    return sha256("\n".join(parts).encode()).hexdigest().encode()


def made_from(path: Path) -> bytes | None:
    """Return what a file says that it was made from; None where it cannot be read."""
    try:
        metadata = pq.read_schema(path).metadata
    except (OSError, pa.ArrowException):
        return None
    return metadata.get(MADE_FROM) if metadata else None

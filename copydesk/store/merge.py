"""Rows of many batches become the files of few: dealt out, sorted, written. Called by `copydesk.store.compact`.

Each table takes two steps, so that memory holds one old batch or one new one and never the whole: its rows go
to a temporary file for each new batch, and each of these is sorted and written.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.errors import WarehouseError
from copydesk.schema import BATCH_TABLES, STORED
from copydesk.store.durable import temporary_beside, writing
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import FileEntry, read_table, read_whole, write_table

KEY: pa.DataType = pa.binary(16)
"""What ids are compared as: Arrow neither sorts nor looks up its own type for them."""
SPILL = pa.ipc.IpcWriteOptions(compression="lz4")


class Place(NamedTuple):
    """A document in the order of merged batches: by date, those without one last, then by id."""

    is_undated: bool
    published_date: date
    doc_id: bytes
    char_count: int
    batch_id: str


def places_of(warehouse: Path, batches: Mapping[str, BatchEntry]) -> list[Place]:
    """Return the documents of batches in order. Reads ids, dates and lengths only."""
    places = []
    for batch_id, batch in batches.items():
        dates = read_table(warehouse, batch.files["document_dates"], ("doc_id", "published_date"))
        published = dict(
            zip(_values(dates, "doc_id"), _values(dates, "published_date"), strict=True)
        )
        texts = read_table(warehouse, batch.files["documents"], ("doc_id", "char_count"))
        lengths = _values(texts, "char_count")
        for doc_id, char_count in zip(_values(texts, "doc_id"), lengths, strict=True):
            day = published.get(doc_id)
            places.append(Place(day is None, day or date.max, doc_id, char_count, batch_id))
    return sorted(places)


def merge(
    warehouse: Path, batches: Mapping[str, BatchEntry], parts: Sequence[Sequence[Place]]
) -> list[dict[str, FileEntry]]:
    """Write the files of new batches and make them durable.

    Args:
        warehouse: The warehouse folder.
        batches: The old batches.
        parts: The documents of each new batch, in order: all of the old batches' and no others.

    Returns:
        For each new batch, table name -> file.

    Raises:
        WarehouseDamagedError: A file is missing or is not what was written.
        WarehouseError: Rows would be lost, or a file cannot be written.
    """
    slots = _slots(parts)
    files: list[dict[str, FileEntry]] = [{} for _ in parts]
    with _spill_folder(warehouse) as folder:
        for table in BATCH_TABLES:
            entries = {
                name: batch.files[table] for name, batch in batches.items() if table in batch.files
            }
            dealt = _deal_out(warehouse, folder / table, entries, slots)
            for part, path in sorted(dealt.items()):
                files[part][table] = _write(warehouse, table, path)
            written = [item[table] for item in files if table in item]
            _refuse_loss(warehouse, table, list(entries.values()), written)
    return files


def _slots(parts: Sequence[Sequence[Place]]) -> dict[str, pa.Table]:
    """Return, for each old batch, its documents with their new batch and their position."""
    rows: dict[str, list[tuple[bytes, int, int]]] = defaultdict(list)
    for part, places in enumerate(parts):
        for position, place in enumerate(places):
            rows[place.batch_id].append((place.doc_id, part, position))
    return {batch_id: _slot_table(found) for batch_id, found in rows.items()}


def _slot_table(rows: Sequence[tuple[bytes, int, int]]) -> pa.Table:
    doc_ids, parts, positions = zip(*rows, strict=True)
    schema = pa.schema([("doc_id", KEY), ("part", pa.int64()), ("position", pa.int64())])
    return pa.table([doc_ids, parts, positions], schema=schema)


def _deal_out(
    warehouse: Path, folder: Path, entries: Mapping[str, FileEntry], slots: Mapping[str, pa.Table]
) -> dict[int, Path]:
    """Write the rows of a table to a temporary file for each new batch, with their positions."""
    paths: dict[int, Path] = {}
    writers: dict[int, pa.ipc.RecordBatchFileWriter] = {}
    with ExitStack() as stack, writing(folder):
        folder.mkdir()
        for batch_id, entry in entries.items():
            rows = _placed(read_whole(warehouse, entry), slots[batch_id])
            for part in set(_values(rows, "part")) - {None}:
                if part not in writers:
                    paths[part] = folder / f"{part}.arrow"
                    writer = pa.ipc.new_file(str(paths[part]), rows.schema, options=SPILL)
                    writers[part] = stack.enter_context(writer)
                writers[part].write_table(rows.filter(pc.field("part") == part))
    return paths


def _placed(rows: pa.Table, slots: pa.Table) -> pa.Table:
    """Return rows with the new batch and the position of their documents."""
    found = pc.index_in(_comparable(rows["doc_id"]), value_set=slots["doc_id"])
    for name in ("part", "position"):
        rows = rows.append_column(name, slots[name].take(found))
    return rows


def _write(warehouse: Path, table: str, path: Path) -> FileEntry:
    """Sort the rows of a temporary file and write them as a file of the warehouse."""
    with pa.ipc.open_file(str(path)) as reader:
        rows = reader.read_all()
    path.unlink()
    schema = STORED[table].arrow_schema()
    names = ["position", *(key for key in STORED[table].keys if key != "doc_id")]
    keys = pa.table({name: _comparable(rows[name]) for name in names})
    order = pc.sort_indices(keys, sort_keys=[(name, "ascending") for name in names])
    return write_table(warehouse, table, rows.select(schema.names).take(order).cast(schema))


def _refuse_loss(
    warehouse: Path, table: str, old: Sequence[FileEntry], new: Sequence[FileEntry]
) -> None:
    """Stop before the commit where the new files have more or fewer rows than the old."""
    before, after = (sum(entry.row_count for entry in entries) for entries in (old, new))
    if before != after:
        raise WarehouseError(
            warehouse,
            f"would not be complete: of {before:,} rows of {table} a merge keeps {after:,}; readers keep the "
            "version before; please report it",
        )


@contextmanager
def _spill_folder(warehouse: Path) -> Iterator[Path]:
    folder = temporary_beside(warehouse / "merge")
    with writing(folder):
        folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _values(rows: pa.Table, name: str) -> list[Any]:
    return _comparable(rows[name]).to_pylist()


def _comparable(column: "pa.ChunkedArray[Any]") -> "pa.ChunkedArray[Any]":
    return column.cast(KEY) if column.type == pa.uuid() else column

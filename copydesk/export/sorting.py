"""The selected rows of a view, document by document, in bounded memory.

DuckDB streams the rows as they come; by the first bits of their document's id they go into a few dozen files on disk,
and each file is small enough to be sorted in memory. DuckDB's own `order by` is no help: of rows with texts it holds more
than its limit and gives up (480 MB of texts with a limit of 500 MB).
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from copydesk.export.selection import SELECTED
from copydesk.schema import PUBLIC

BUCKET_BITS = 6
"""64 files are open at a time: systems allow 256 at least. 10 GB of texts make buckets of 160 MB."""
ONE_BUCKET_CHARS = 20_000_000
"""Up to so many characters all rows are sorted at once."""
STREAMED_ROWS = 1_024
"""Rows that come from DuckDB at a time: of texts a few megabytes."""
BYTE_BITS = 8


@dataclass(frozen=True, slots=True)
class Sorter:
    """Where and how rows are sorted.

    Attributes:
        connection: A warehouse with selected documents.
        folder: An empty folder for files that last as long as the export takes.
        bits: Leading bits of a document's id that choose the file.
    """

    connection: duckdb.DuckDBPyConnection
    folder: Path
    bits: int

    def tables(self, view: str, columns: str = "*") -> Iterator[pa.Table]:
        """Yield the rows in order of document, text position and key: as many tables for each view.

        Args:
            view: A view each row of which belongs to a document.
            columns: What to select, `doc_id` among it.
        """
        schema, buckets = self._spread(view, columns)
        for number in range(1 << self.bits):
            yield _sorted(_read(buckets / str(number), schema), view)

    def _spread(self, view: str, columns: str) -> tuple[pa.Schema, Path]:
        """Write the rows into a file for each bucket; a bucket without rows has none."""
        buckets = self.folder / view
        buckets.mkdir()
        sql = f"select {columns} from {view} semi join {SELECTED} using (doc_id)"
        with ExitStack() as opened:
            reader = opened.enter_context(self.connection.sql(sql).to_arrow_reader(STREAMED_ROWS))
            writers: dict[int, pa.RecordBatchStreamWriter] = {}
            for batch in reader:
                for number, rows in self._numbered(batch):
                    if number not in writers:
                        path = str(buckets / str(number))
                        writers[number] = opened.enter_context(
                            pa.ipc.new_stream(
                                opened.enter_context(pa.OSFile(path, "wb")), reader.schema
                            )
                        )
                    writers[number].write_batch(batch.take(rows))
            return reader.schema, buckets

    def _numbered(self, batch: pa.RecordBatch) -> Iterator[tuple[int, list[int]]]:
        """Give each bucket of a batch, with the numbers of its rows."""
        rows: dict[int, list[int]] = defaultdict(list)
        for row, first in enumerate(_first_bytes(batch)):
            rows[first >> (BYTE_BITS - self.bits)].append(row)
        return iter(rows.items())


def sorter(connection: duckdb.DuckDBPyConnection, folder: Path) -> Sorter:
    """Return what sorts the rows of the selected documents; a few of them in one go."""
    connection.execute("set arrow_lossless_conversion = true")  # ids as bytes and not as text
    [(char_count,)] = connection.execute(
        f"select coalesce(sum(char_count), 0) from documents semi join {SELECTED} using (doc_id)"
    ).fetchall()
    return Sorter(connection, folder, 0 if char_count <= ONE_BUCKET_CHARS else BUCKET_BITS)


def order_of(view: str) -> list[str]:
    """Return the columns that rows of a view are sorted by: document, place in the text or path, then the key."""
    columns = {column.name for column in PUBLIC[view].columns}
    names = ("doc_id", "start_char", "end_char", "path", *PUBLIC[view].keys)
    return [name for name in dict.fromkeys(names) if name in columns]


def _first_bytes(batch: pa.RecordBatch) -> bytes:
    ids: Any = batch.column("doc_id")
    ids = ids.storage
    width = ids.type.byte_width
    content = ids.buffers()[1].to_pybytes()
    return bytes(content[ids.offset * width : (ids.offset + len(ids)) * width : width])


def _read(path: Path, schema: pa.Schema) -> pa.Table:
    if not path.exists():
        return schema.empty_table()
    with pa.OSFile(str(path), "rb") as file, pa.ipc.open_stream(file) as reader:
        table = reader.read_all()
    path.unlink()
    return table


def _sorted(table: pa.Table, view: str) -> pa.Table:
    names = order_of(view)
    keys = [as_stored(table.column(name)) for name in names]
    order = pc.sort_indices(
        pa.table(dict(zip(names, keys, strict=True))),
        sort_keys=[(name, "ascending") for name in names],
    )
    return table.take(order)


def as_stored(column: Any) -> Any:  # noqa: ANN401  # what pyarrow's types say of extensions is wrong
    """Return a column of an extension type of Arrow's (ids, DuckDB's booleans) as what it is stored as."""
    if not isinstance(column.type, pa.BaseExtensionType):
        return column
    storage: Any = column.type.storage_type
    return pa.chunked_array([chunk.storage for chunk in column.chunks], type=storage)

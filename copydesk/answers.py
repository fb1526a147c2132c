"""The rows of a query as a table, CSV, JSON lines or Parquet, written as they come: memory does not grow with them."""

import csv
import json
import math
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk.errors import ConfigError
from copydesk.render import UNLIMITED_WIDTH

FETCH_ROWS = 1000
TABLE_ROWS = 1000
PARQUET_ROWS = 50_000
"""Rows of a row group: what is held at a time."""
EMPTY_QUERY = 'the query is empty; try copydesk query "from documents limit 5"'


def write_rows(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    format_name: str,
    out: TextIO,
    values: Mapping[str, object] | None = None,
) -> None:
    """Run SQL and write its rows.

    Args:
        connection: An open warehouse.
        sql: One statement.
        format_name: `table` (the first 1,000 rows), `csv` or `json` (one object a line).
        out: Where to.
        values: Of its parameters.

    Raises:
        ConfigError: The SQL is wrong; the message is DuckDB's.
    """
    with _told():
        result = connection.execute(sql, values)
        if result is None:  # what DuckDB gives for no statement at all
            raise ConfigError(EMPTY_QUERY)
        names = [column[0] for column in result.description or ()]
        rows = _fetch(result)
        if format_name == "csv":
            writer = csv.writer(out)
            writer.writerow(names)
            writer.writerows(rows)
        elif format_name == "json":
            for row in rows:
                values = dict(zip(names, map(_json_value, row), strict=True))
                out.write(json.dumps(values, default=str, ensure_ascii=False) + "\n")
        else:
            _write_table(names, rows, out)


def write_file(
    connection: duckdb.DuckDBPyConnection, sql: str, format_name: str, path: Path
) -> None:
    """Run SQL and write its rows as `write_rows` does to a file. A file of that name is replaced at the end.

    Raises:
        ConfigError: The SQL is wrong, or the file cannot be written.
    """
    with _replacing(path) as target, target.open("w", encoding="utf-8", newline="") as file:
        write_rows(connection, sql, format_name, file)


def write_parquet(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    """Run SQL and write its rows as a Parquet file; return their number. A file of that name is replaced at the end.

    Raises:
        ConfigError: The SQL is wrong or gives no rows, or the file cannot be written.
    """
    with _replacing(path) as target, _told():
        connection.execute("set arrow_lossless_conversion = true")  # UUIDs stay UUIDs
        relation = connection.sql(sql)
        if relation is None:
            raise ConfigError(EMPTY_QUERY)
        return _write_batches(relation.to_arrow_reader(PARQUET_ROWS), target)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file to write to, which becomes `path` where all went well."""
    try:
        if path.exists() and not path.is_file():  # /dev/stdout: nothing can take its place
            yield path
            return
        target = path.resolve()  # a link stays a link
        temporary = target.with_name(f".{target.name}.tmp")
        try:
            yield temporary
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except (OSError, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"{path} cannot be written ({reason}); give another --output") from error


@contextmanager
def quiet_when_cut_off() -> Iterator[None]:
    """End without a word where the reader of a pipe has seen enough (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would fail again when Python ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


@contextmanager
def _told() -> Iterator[None]:
    """Turn what DuckDB says of a query into a message."""
    try:
        yield
    except duckdb.Error as error:
        raise ConfigError(f"the query failed: {error}") from error


def _write_batches(reader: pa.RecordBatchReader, path: Path) -> int:
    row_count = 0
    with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            row_count += batch.num_rows
    return row_count


def _fetch(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := result.fetchmany(FETCH_ROWS):
        yield from rows


def _cell(value: object) -> Text:
    """Return a value as it is: "[sic]" is text and no markup."""
    return Text("" if value is None else str(value))


def _json_value(value: object) -> object:
    """Return None for a number that JSON cannot write."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _write_table(names: list[str], rows: Iterator[tuple[Any, ...]], out: TextIO) -> None:
    table = Table(box=box.SIMPLE_HEAD)
    for name in names:
        table.add_column(_cell(name))
    count = 0
    for row in rows:
        if count == TABLE_ROWS:
            break
        table.add_row(*map(_cell, row))
        count += 1
    # A pipe or a file has no width: nothing is cut there.
    console = Console(file=out, width=None if out.isatty() else UNLIMITED_WIDTH)
    with (
        console.capture() as told
    ):  # Rich would end with 1 where the reader of a pipe has seen enough
        console.print(table)
        if count == TABLE_ROWS:
            console.print(
                f"The first {TABLE_ROWS:,} rows; use --format csv for all.", highlight=False
            )
    out.write(told.get())

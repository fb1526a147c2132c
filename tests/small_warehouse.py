"""Small raw folders, a clock that ticks, a whole run and the rows that readers see.

For tests that need more than one value: plain functions, so that state machines can call them too. German and
Chinese texts load no model; only a test about entities should hold an English one.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from copydesk import pipeline
from copydesk.pipeline import Clock, RunSummary
from copydesk.records import SourceRef
from copydesk.schema import PUBLIC
from copydesk.settings import Settings, load_settings
from copydesk.store.manifest import read_versions
from copydesk.store.parquet import FileEntry, read_table
from copydesk.store.publish import connect
from copydesk.store.sources import SOURCE_SCHEMA

SOAK = int(os.environ.get("SOAK", "1"))
"""How many times longer than in CI the tests of histories and kills go on (`make soak`)."""

HARBOUR = (
    "Hafen steht still\n\n"
    "Die Hafenarbeiter legten am 14.03.2025 die Arbeit nieder. Der Senat schweigt bisher dazu.\n"
)
LIGHTHOUSE = (
    "Le phare sera repeint\n\n"
    "La commune a confié les travaux à deux peintres du village. Ils commenceront après les grandes marées.\n"
)
WHARF = "码头表决推迟\n\n港务局周五第三次推迟了对新渡轮码头的表决，因为工程师尚未提交图纸。\n"
FERRY = (
    "Ferry pier vote put off again\n\n"
    "BRISTOL, 4 March 2025 - Margaret Holloway of the Severn Harbour Trust said on Tuesday that the new pier\n"
    "would open in May 2026. The engineers from Norway had not sent their drawings, she told reporters.\n\n"
    "Copyright 2025 Severn Harbour Trust. All rights reserved.\n"
)
TINY: Mapping[str, str | bytes] = {
    "nord/hafen.txt": HARBOUR,
    "nord/hafen.txt.meta.json": '{"title": "Streik im Hafen", "source_name": "Nordpost"}',
    "nord/kopie.txt": HARBOUR,  # the same bytes: one document, two sources
    "phare.md": LIGHTHOUSE,
    "码头": WHARF,
    "photo.png": b"\x89PNG\r\n",  # rejected by its type
    "blank.txt": " \n\t\n",  # rejected when it is read
}
ENGLISH: Mapping[str, str | bytes] = {
    "ferry.txt": FERRY,
    "ferry.txt.meta.json": '{"url": "https://example.org/2025/03/04/ferry", "author": ["A. Penn", "B. Quill"]}',
}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, text as UTF-8, and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ticking_clock(year: int = 2100) -> Callable[[], datetime]:
    """Return a clock that is ten seconds later at every look. It is ahead of all files' time stamps."""
    ticks = count()
    return lambda: datetime(year, 1, 1, tzinfo=UTC) + timedelta(seconds=10 * next(ticks))


def settings_of(project: Path, raw: Path, **overrides: object) -> Settings:
    """Return settings that read a raw folder into the warehouse of a project folder."""
    return load_settings(project, raw=raw, workers=1, **overrides)


def run(
    project: Path, raw: Path, *, clock: Clock | None = None, **overrides: object
) -> tuple[RunSummary, Path]:
    """Do a whole run and return its summary and the warehouse."""
    settings = settings_of(project, raw, **overrides)
    return pipeline.run(settings, clock or ticking_clock()), settings.warehouse_folder


def crash(project: Path, raw: Path, **overrides: object) -> None:
    """Annotate and commit all batches, and then nothing more: a run killed before its end."""
    settings, clock = settings_of(project, raw, **overrides), ticking_clock()
    stamp = pipeline.new_stamp(clock)
    with suppress(_KilledError), pipeline.open_warehouse(settings, stamp):
        made = pipeline.plan_run(settings, stamp.started_at)
        for request in pipeline.requests_of(made, settings):
            receipt = pipeline.annotate_batch(request)
            pipeline.commit_receipt(settings.warehouse_folder, stamp, receipt, clock())
        raise _KilledError


class _KilledError(Exception):
    """Ends a run as abruptly as can be done without ending the process."""


def views(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the sorted rows of every public view but `runs`, without the columns that tell of the run."""
    with connect(warehouse) as connection:
        return {
            name: _sorted_rows(
                connection, f"select {', '.join(timeless_columns(name))} from {name}"
            )
            for name in PUBLIC
            if name != "runs"
        }


def timeless_columns(view: str) -> list[str]:
    """Return the columns of a view that a rebuild must give again."""
    names = (column.name for column in PUBLIC[view].columns)
    return [name for name in names if name != "run_id" and not name.endswith("_at")]


def rows(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    """Return the sorted rows of a query on the published views."""
    with connect(warehouse) as connection:
        return _sorted_rows(connection, sql)


def read_rows(
    warehouse: Path, entry: FileEntry, columns: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    """Return the rows of a stored file, with the given columns or all."""
    return read_table(warehouse, entry, columns).to_pylist()


def source_table(sources: Iterable[SourceRef]) -> pa.Table:
    """Return sources as the table that a scan makes of them."""
    rows = [
        (item.path, item.member, item.doc_id.bytes, item.byte_count, item.metadata_hash)
        for item in sources
    ]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in SOURCE_SCHEMA]
    return pa.table(dict(zip(SOURCE_SCHEMA.names, columns, strict=True)), schema=SOURCE_SCHEMA)


def unlisted(warehouse: Path) -> list[str]:
    """Return what should not be in a warehouse: files that no kept version lists, and temporary ones."""
    listed = {entry.path for one in read_versions(warehouse) for _, entry in one.listed()}
    files = [path for path in warehouse.rglob("*") if path.is_file()]
    names = [path.relative_to(warehouse).as_posix() for path in files]
    return sorted(
        name
        for name in names
        if (name.startswith("tables/") and name not in listed) or ".tmp" in name
    )


def listing(folder: Path) -> list[tuple[str, int, int]]:
    """Return path, size and time stamp of everything below a folder, and of the folder."""
    found = [folder, *folder.rglob("*")]
    stats = ((path, os.lstat(path)) for path in found)
    return sorted(
        (str(path.relative_to(folder)), status.st_size, status.st_mtime_ns)
        for path, status in stats
    )


def _sorted_rows(connection: DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return sorted(connection.execute(sql).fetchall(), key=repr)

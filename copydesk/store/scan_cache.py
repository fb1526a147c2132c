"""What the last scan knew of every raw file, so that the next one reads only what changed.

A hint and not a record: without it, or with a damaged one, the next scan reads every file and comes to the
same result.
"""

import logging
from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.faults import FaultPoint, reach
from copydesk.store.durable import temporary_beside
from copydesk.store.raw import FoundFile, KnownFile, Stamp

logger = logging.getLogger(__name__)

CACHE_PATH = Path("cache", "scan.parquet")
COLUMNS: dict[str, pa.DataType] = {
    "path": pa.string(),
    "byte_count": pa.int64(),
    "modified_ns": pa.int64(),
    "changed_ns": pa.int64(),
    "inode": pa.uint64(),
    "sidecar_byte_count": pa.int64(),
    "sidecar_modified_ns": pa.int64(),
    "sidecar_changed_ns": pa.int64(),
    "sidecar_inode": pa.uint64(),
    "doc_id": pa.uuid(),
    "content_byte_count": pa.int64(),
    "metadata_hash": pa.string(),
}
SCHEMA = pa.schema(COLUMNS)


def read_known(warehouse: Path) -> dict[str, KnownFile]:
    """Return what the last scan knew, by path; empty when there was none."""
    path = warehouse / CACHE_PATH
    if not path.is_file():
        return {}
    try:
        data = pq.read_table(path, schema=SCHEMA)
    except (OSError, ValueError) as error:
        logger.warning("scan cache is ignored: path=%s error=%s", path, error)
        return {}
    known = {}
    for row in zip(*(data[name].to_pylist() for name in SCHEMA.names), strict=True):
        sidecar = None if row[5] is None else Stamp(*row[5:9])
        known[row[0]] = KnownFile(FoundFile(row[0], Stamp(*row[1:5]), sidecar), *row[9:])
    return known


def write_known(warehouse: Path, known: Mapping[str, KnownFile]) -> None:
    """Replace the cache."""
    path = warehouse / CACHE_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [_row(file) for file in known.values()]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in SCHEMA.names]
    temporary = temporary_beside(path)
    try:
        pq.write_table(
            pa.table(dict(zip(SCHEMA.names, columns, strict=True)), schema=SCHEMA), temporary
        )
        reach(FaultPoint.CACHE_WRITTEN)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _row(file: KnownFile) -> tuple[object, ...]:
    found = file.found
    stamp, sidecar = astuple(found.stamp), astuple(found.sidecar) if found.sidecar else (None,) * 4
    return (found.path, *stamp, *sidecar, file.doc_id, file.byte_count, file.metadata_hash)

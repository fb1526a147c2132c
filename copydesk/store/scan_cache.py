"""What the last scan knew of every raw file, so that the next one reads only what changed.

A hint and not a record: without it, or with a damaged one, the next scan reads every file and comes to the
same result.
"""

import logging
import uuid
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.store.raw import FoundFile, KnownFile, Stamp

logger = logging.getLogger(__name__)

CACHE_PATH = Path("cache", "scan.parquet")
COLUMNS: dict[str, pa.DataType] = {
    "path": pa.string(),
    "byte_count": pa.int64(),
    "modified_ns": pa.int64(),
    "inode": pa.uint64(),
    "sidecar_byte_count": pa.int64(),
    "sidecar_modified_ns": pa.int64(),
    "sidecar_inode": pa.uint64(),
    "doc_id": pa.uuid(),
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
        sidecar = None if row[4] is None else Stamp(*row[4:7])
        known[row[0]] = KnownFile(FoundFile(row[0], Stamp(*row[1:4]), sidecar), row[7], row[8])
    return known


def write_known(warehouse: Path, known: Mapping[str, KnownFile]) -> None:
    """Replace the cache."""
    path = warehouse / CACHE_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [_row(file) for file in known.values()]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in SCHEMA.names]
    temporary = path.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        pq.write_table(
            pa.table(dict(zip(SCHEMA.names, columns, strict=True)), schema=SCHEMA), temporary
        )
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _row(file: KnownFile) -> tuple[object, ...]:
    stamp, sidecar = file.found.stamp, file.found.sidecar
    beside = (sidecar.byte_count, sidecar.modified_ns, sidecar.inode) if sidecar else (None,) * 3
    return (
        file.found.path,
        stamp.byte_count,
        stamp.modified_ns,
        stamp.inode,
        *beside,
        file.doc_id,
        file.metadata_hash,
    )

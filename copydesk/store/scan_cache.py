"""What the last scan knew of every raw file, so that the next one reads only what changed.

A hint and not a record: without it, or with a damaged one, the next scan reads every file and comes to the
same result.
"""

import hashlib
import logging
import os
from pathlib import Path

import pyarrow as pa

from copydesk.faults import FaultPoint, reach
from copydesk.store.durable import temporary_beside, writing
from copydesk.store.known import FILE_SCHEMA, REFUSED_SCHEMA, Known, nothing_known
from copydesk.store.sources import SOURCE_SCHEMA

logger = logging.getLogger(__name__)

CACHE_PATH = Path("cache", "scan.arrow")
"""SHA-256 in hex, then three streams in Arrow's own format: mapped into memory they take no copy, where Parquet
takes five times its size. The digest stands first because Arrow trusts what it maps."""
DIGEST_BYTES = 64
SCHEMAS = (FILE_SCHEMA, SOURCE_SCHEMA, REFUSED_SCHEMA)
RULES = b"rules"
"""Key of the first stream's schema metadata: the fingerprint of the rules under which the files were read."""


def read_known(warehouse: Path, rules: str) -> Known:
    """Return the `known` of the last scan; empty when there was none, or one under other rules.

    Args:
        warehouse: The warehouse folder.
        rules: Fingerprint of the rules under which files are read now.
    """
    path = warehouse / CACHE_PATH
    if not path.is_file():
        return nothing_known()
    try:
        with pa.memory_map(str(path)) as file:
            content = file.read_buffer()
        body = pa.BufferReader(_verified(content))
        tables = [pa.ipc.open_stream(body).read_all() for _ in SCHEMAS]
    except (OSError, ValueError, pa.ArrowException) as error:
        logger.warning("scan cache is ignored: path=%s error=%s", path, error)
        return nothing_known()
    is_readable = all(map(pa.Schema.equals, SCHEMAS, [table.schema for table in tables]))
    if not is_readable or (tables[0].schema.metadata or {}).get(RULES) != rules.encode():
        logger.info("scan cache is of another version: path=%s", path)
        return nothing_known()
    return Known(*tables)


def write_known(warehouse: Path, known: Known, rules: str) -> None:
    """Replace the cache.

    Raises:
        WarehouseError: It cannot be written.
    """
    path = warehouse / CACHE_PATH
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_beside(path)
        try:
            with temporary.open("xb+") as file:
                file.write(bytes(DIGEST_BYTES))
                for table in (_with_rules(known.files, rules), known.sources, known.refused):
                    with pa.ipc.new_stream(file, table.schema) as stream:
                        stream.write_table(table)
                file.seek(DIGEST_BYTES)
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                file.seek(0)
                file.write(digest.encode())
                file.flush()
                os.fsync(file.fileno())
            reach(FaultPoint.CACHE_WRITTEN)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _with_rules(files: pa.Table, rules: str) -> pa.Table:
    return files.replace_schema_metadata({RULES: rules.encode()})


def _verified(content: pa.Buffer) -> pa.Buffer:
    """Return what stands behind the digest.

    Raises:
        ValueError: It is not what was written.
    """
    digest, body = content.slice(0, DIGEST_BYTES), content.slice(DIGEST_BYTES)
    if hashlib.sha256(body).hexdigest().encode() != digest.to_pybytes():
        raise ValueError("its digest differs")
    return body

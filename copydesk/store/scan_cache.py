"""What the last scan knew of every raw file, so that the next one reads only what changed.

A hint and not a record: without it, or with a damaged one, the next scan reads every file and comes to the
same result.
"""

import logging
from pathlib import Path

import pyarrow as pa

from copydesk.faults import FaultPoint, reach
from copydesk.store.durable import temporary_beside, writing
from copydesk.store.scan import FILE_SCHEMA, nothing_known

logger = logging.getLogger(__name__)

CACHE_PATH = Path("cache", "scan.arrow")
"""Arrow's own format: mapped into memory it takes no time and no copy, where Parquet takes five times its size."""


def read_known(warehouse: Path) -> pa.Table:
    """Return the `known` of the last scan; empty when there was none."""
    path = warehouse / CACHE_PATH
    if not path.is_file():
        return nothing_known()
    try:
        with pa.memory_map(str(path)) as file:
            known = pa.ipc.open_file(file).read_all()
    except (OSError, ValueError) as error:
        logger.warning("scan cache is ignored: path=%s error=%s", path, error)
        return nothing_known()
    if known.schema != FILE_SCHEMA:
        logger.info("scan cache is of another version: path=%s", path)
        return nothing_known()
    return known


def write_known(warehouse: Path, known: pa.Table) -> None:
    """Replace the cache.

    Raises:
        WarehouseError: It cannot be written.
    """
    path = warehouse / CACHE_PATH
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_beside(path)
        try:
            with pa.OSFile(str(temporary), "wb") as file, pa.ipc.new_file(file, FILE_SCHEMA) as out:
                out.write_table(known)
            reach(FaultPoint.CACHE_WRITTEN)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)

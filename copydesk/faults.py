"""Named moments between the steps of a commit, at which a test can end the process.

Production installs nothing: `reach` then costs one look at a variable. A test sets `installed` in the process
that it wants to die (see `tests/kill/sitecustomize.py`).
"""

from collections.abc import Callable
from enum import StrEnum


class FaultPoint(StrEnum):
    """The moments, in the order in which a run and then a maintenance come past them."""

    WAREHOUSE_CREATED = "warehouse-created"
    """Version 0 is in the log, and there are no views yet."""
    TABLE_HALF_WRITTEN = "table-half-written"
    """A Parquet file lacks its end."""
    TABLE_WRITTEN = "table-written"
    """A Parquet file is durable; files of its batch may be missing."""
    BATCH_WRITTEN = "batch-written"
    """All files of a batch are durable; no manifest lists them."""
    MANIFEST_WRITTEN = "manifest-written"
    """A manifest is durable under a temporary name: the last moment before the commit point."""
    MANIFEST_LINKED = "manifest-linked"
    """A manifest has its number: the first moment after the commit point."""
    RUN_SETTLED = "run-settled"
    """All files of the end of a run are durable; no manifest lists them."""
    VIEWS_BUILT = "views-built"
    """The new view database lies beside the old one."""
    VIEWS_REPLACED = "views-replaced"
    """Readers see the new version; the scan cache is the old one."""
    CACHE_WRITTEN = "cache-written"
    """The new scan cache lies beside the old one."""
    COMPACTED = "compacted"
    """The merged files are durable; no manifest lists them."""
    VERSION_REMOVED = "version-removed"
    """A manifest is gone, and the files that it alone listed are not."""
    FILE_REMOVED = "file-removed"
    """Some of the files that no version lists are gone."""


installed: Callable[[FaultPoint], None] | None = None
"""What a test wants to happen; None in production."""


def reach(point: FaultPoint) -> None:
    """Come past a moment."""
    if installed is not None:
        installed(point)

"""Maintenance without Prefect: clear up, merge small batches, publish, let old versions go.

The maintenance flow calls these functions one by one; nothing here imports Prefect. `maintain` does the same
in one process. Nothing that readers see changes but the version's number.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from copydesk.errors import WarehouseError
from copydesk.settings import Settings
from copydesk.store import compact
from copydesk.store.collect import (
    Collected,
    cleared_up,
    collect_leftovers,
    expire,
    remove_unfinished,
)
from copydesk.store.compact import Compacted
from copydesk.store.lock import writer_lock
from copydesk.store.manifest import LOG_FOLDER, complete_versions, read_published, versions
from copydesk.store.publish import DATABASE_NAME, publish, published_version
from copydesk.store.settle import RunStamp


@dataclass(frozen=True, slots=True)
class MaintenanceSummary:
    """What a maintenance did.

    Attributes:
        run_id: The maintenance; it stands in the manifest log where batches were merged.
        version: The version that readers see now.
        leftovers: What killed runs had left.
        compacted: What was merged; None where there was nothing to merge.
        expired: Older versions that were removed, with the files that they alone listed.
    """

    run_id: str
    version: int
    leftovers: Collected
    compacted: Compacted | None
    expired: Collected


def maintain(settings: Settings, clock: Callable[[], datetime]) -> MaintenanceSummary:
    """Do a whole maintenance in this process.

    Raises:
        WarehouseError: There is no warehouse; or it is damaged, cannot be written, or is being written.
    """
    stamp = new_stamp(clock)
    with hold_warehouse(settings, stamp):
        leftovers = clear_leftovers(settings, stamp)
        compacted = merge_small_batches(settings, stamp)
        shown = published_version(settings.warehouse_folder)
        version = publish_newest(settings)
        expired = expire_versions(settings, stamp, shown)
    return MaintenanceSummary(stamp.run_id, version, leftovers, compacted, expired)


def new_stamp(clock: Callable[[], datetime]) -> RunStamp:
    """Return the identity of a maintenance that starts now."""
    now = clock()
    return RunStamp(f"maintain-{now:%Y%m%dT%H%M%SZ}-{uuid4().hex[:6]}", now)


@contextmanager
def hold_warehouse(settings: Settings, stamp: RunStamp) -> Iterator[None]:
    """Hold the warehouse for one maintenance.

    Raises:
        WarehouseBusyError: A run holds it.
        WarehouseError: There is no warehouse, or its files may be needed until the next run.
    """
    warehouse = settings.warehouse_folder
    if not versions(warehouse):
        raise WarehouseError(warehouse / LOG_FOLDER, "does not exist yet; `copydesk run` makes it")
    with writer_lock(warehouse, stamp.run_id), cleared_up(warehouse, stamp.started_at):
        _refuse_unlisted_views(warehouse)
        yield


def clear_leftovers(settings: Settings, stamp: RunStamp) -> Collected:
    """Remove what killed runs left."""
    return collect_leftovers(settings.warehouse_folder, stamp.started_at)


def merge_small_batches(settings: Settings, stamp: RunStamp) -> Compacted | None:
    """Merge small batches where there are more than `maintain.small_batches`."""
    return compact.compact(
        settings.warehouse_folder,
        stamp.run_id,
        stamp.started_at,
        small_batches=settings.maintain.small_batches,
        batch_documents=settings.maintain.batch_documents,
    )


def publish_newest(settings: Settings) -> int:
    """Publish the newest version that ends a run, and return it. Heals views that a killed run left behind."""
    warehouse = settings.warehouse_folder
    manifest = read_published(warehouse)
    if manifest is None:
        raise WarehouseError(
            warehouse / LOG_FOLDER, "holds no finished version; `copydesk run` makes one"
        )
    shown = published_version(warehouse)
    publish(warehouse, manifest)
    remove_unfinished(warehouse, shown)
    return manifest.version


def expire_versions(settings: Settings, stamp: RunStamp, shown: int | None) -> Collected:
    """Remove versions that are no longer kept. Only after `publish_newest`: views may read an older one.

    Args:
        settings: The project's settings.
        stamp: The maintenance.
        shown: What readers saw until now: as after any version, they may hold the names of its files.
    """
    return expire(
        settings.warehouse_folder,
        keep_versions=settings.maintain.keep_versions,
        grace=timedelta(hours=settings.maintain.grace_hours),
        now=stamp.started_at,
        shown=shown,
    )


def _refuse_unlisted_views(warehouse: Path) -> None:
    """Stop where readers see a version that is not in the log: its files would pass for leftovers."""
    shown = published_version(warehouse)
    if shown is not None and shown not in complete_versions(warehouse):
        raise WarehouseError(
            warehouse / DATABASE_NAME,
            f"shows version {shown}, which is not in the log any more; `copydesk run` first",
        )

"""Garbage collection: what killed runs left, and versions that no reader needs any more.

The caller holds the writer's lock. What goes first is the manifest, then what it alone listed: a kill between
the two leaves files that no version lists, which the next collection takes. Never touches the head of the log.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from copydesk.faults import FaultPoint, reach
from copydesk.store.durable import fsync_folder, temporaries_in, writing
from copydesk.store.manifest import (
    LOG_FOLDER,
    complete_versions,
    read_head,
    read_version,
    remove_version,
    versions,
)
from copydesk.store.parquet import TABLES_FOLDER
from copydesk.store.scan_cache import CACHE_PATH

MARK_NAME = ".unfinished"
"""In the warehouse while someone writes, and after whoever did not come to an end."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What was removed: manifests, all other files, and the bytes of both."""

    version_count: int
    file_count: int
    byte_count: int


@contextmanager
def cleared_up(warehouse: Path, started_at: datetime) -> Iterator[None]:
    """Leave no leftovers: of whoever wrote before and did not come to an end, they are removed after the block.

    A mark on disk tells of that, since to look for leftovers every kept version must be read.

    Args:
        warehouse: The warehouse folder.
        started_at: When the block began.
    """
    mark = warehouse / MARK_NAME
    with writing(mark):
        # Batches of an unfinished head may not be wanted any more when it is finished.
        was_cut_short = mark.exists() or _has_unfinished_head(warehouse)
        mark.touch()
    yield
    if was_cut_short:
        collect_leftovers(warehouse, started_at)
    with writing(mark):
        mark.unlink()


def _has_unfinished_head(warehouse: Path) -> bool:
    head = read_head(warehouse)
    return head is not None and not head.is_complete


def remove_unfinished(warehouse: Path, shown: int | None = None) -> list[int]:
    """Remove the manifests that no reader ever saw, but for the head, and return their sizes.

    Args:
        warehouse: The warehouse folder.
        shown: What readers saw before the newest version was published. Between the two lie only versions whose
            runs were killed before they published: they must not count among those that are kept for readers.
            None where nothing was published.
    """
    numbers, complete = versions(warehouse), complete_versions(warehouse)
    seen = [number for number in complete if shown is None or number <= shown]
    kept = {*seen, *complete[-1:], *numbers[-1:]}
    unfinished = [number for number in numbers if number not in kept]
    for number in unfinished:
        read_version(warehouse, number)  # damage is told, not swept away
    return _remove_versions(warehouse, unfinished)


def collect_leftovers(warehouse: Path, before: datetime) -> Collected:
    """Remove what runs that were killed left behind.

    These go: temporary files; manifests that end no run, but for the head; files that no kept version lists.
    The head of a run that was cut short stays: it lists all that the run had done, so the next run goes on
    from there. The manifests between it and the version before list nothing more and were never published;
    without them a damaged head costs the work of that run, never a result.

    Args:
        warehouse: The warehouse folder.
        before: Files changed since then stay: a worker of a killed run may still be ending.

    Raises:
        WarehouseError: A manifest that would go, or that must be read, is damaged; or a file cannot be removed.
    """
    numbers = versions(warehouse)
    if not numbers:  # without a log nothing tells what is rubbish
        return Collected(0, 0, 0)
    version_bytes = remove_unfinished(warehouse)
    with writing(warehouse):
        file_bytes = [size for path in _temporaries(warehouse) for size in _remove(path)]
    file_bytes += _remove_files(_unlisted(warehouse, versions(warehouse), before))
    return _collected(version_bytes, file_bytes)


def expire(
    warehouse: Path,
    *,
    keep_versions: int,
    grace: timedelta,
    now: datetime,
    shown: int | None = None,
) -> Collected:
    """Remove older versions and the files that they alone list.

    Args:
        warehouse: The warehouse folder.
        keep_versions: How many of the newest versions that end a run are kept in any case.
        grace: A version is kept that long after the next one replaced it: readers may hold its files' names.
        now: The present.
        shown: The version that readers saw until now: its grace begins now.

    Raises:
        WarehouseError: A manifest is damaged, or a file cannot be removed.
    """
    kept, gone = set[str](), set[str]()
    expired: list[int] = []
    replaced_at = now
    for age, number in enumerate(reversed(complete_versions(warehouse))):
        manifest = read_version(warehouse, number)
        is_kept = age < max(1, keep_versions) or now - replaced_at < grace
        is_kept = is_kept or (number == shown and grace > timedelta(0))
        (kept if is_kept else gone).update(entry.path for _, entry in manifest.listed())
        if not is_kept:
            expired.append(number)
        replaced_at = datetime.fromisoformat(manifest.created_at)
    head = read_head(warehouse)
    if head is not None:  # it may be that of a run that was cut short
        kept.update(entry.path for _, entry in head.listed())
    version_bytes = _remove_versions(warehouse, reversed(expired))
    paths = (warehouse / path for path in sorted(gone - kept))
    file_bytes = _remove_files(path for path in paths if path.exists())
    return _collected(version_bytes, file_bytes)


def _unlisted(warehouse: Path, kept: Iterable[int], before: datetime) -> list[Path]:
    """Return old files that no kept version lists; reads manifests until every file is accounted for."""
    found = {
        path.relative_to(warehouse).as_posix(): path
        for path in (warehouse / TABLES_FOLDER).glob("*/*.parquet")
        if path.stat().st_mtime < before.timestamp()
    }
    for number in sorted(kept, reverse=True):
        if not found:
            break
        for _, entry in read_version(warehouse, number).listed():
            found.pop(entry.path, None)
    return sorted(found.values())


def _remove_versions(warehouse: Path, numbers: Iterable[int]) -> list[int]:
    """Remove manifests, in the order given, and return their sizes."""
    folder = warehouse / LOG_FOLDER
    sizes = []
    with writing(folder):
        for number in numbers:
            sizes.append(remove_version(warehouse, number))
            reach(FaultPoint.VERSION_REMOVED)
        if sizes:
            fsync_folder(folder)  # no manifest may come back that lists files which are gone
    return sizes


def _remove_files(paths: Iterable[Path]) -> list[int]:
    """Remove files and return their sizes."""
    sizes = []
    for path in paths:
        with writing(path):
            sizes += _remove(path)  # someone may have put a folder in its place
        reach(FaultPoint.FILE_REMOVED)
    return sizes


def _temporaries(warehouse: Path) -> list[Path]:
    folders = (warehouse, warehouse / LOG_FOLDER, (warehouse / CACHE_PATH).parent)
    return [path for folder in folders for path in temporaries_in(folder)]


def _remove(path: Path) -> list[int]:
    """Remove a file or folder and return the sizes of its files."""
    if not path.is_dir():
        size = path.stat().st_size
        path.unlink()
        return [size]
    sizes = [file.stat().st_size for file in path.rglob("*") if file.is_file()]
    shutil.rmtree(path)
    return sizes


def _collected(version_bytes: list[int], file_bytes: list[int]) -> Collected:
    byte_count = sum(version_bytes) + sum(file_bytes)
    return Collected(len(version_bytes), len(file_bytes), byte_count)

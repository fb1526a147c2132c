"""Whether the warehouse is what its manifests say, and taking out what is not.

Called by `copydesk check`. Looking writes nothing. `repair` makes nothing anew either: what it takes out is
made by the next run, from the raw folder.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.schema import DERIVED_TABLES, STORED, WAREHOUSE_TABLES
from copydesk.store.durable import fsync_folder, writing
from copydesk.store.manifest import (
    LOG_FOLDER,
    BatchEntry,
    Manifest,
    manifest_path,
    put_if_absent,
    read_version,
    versions,
)
from copydesk.store.parquet import FileEntry, verify
from copydesk.store.publish import DATABASE_NAME, published_version
from copydesk.store.search_index import without_index

DAMAGED_SUFFIX = ".damaged"
"""Ends the name of a manifest that was set aside: it is no version any more."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of the warehouse that is not what it should be.

    Attributes:
        path: The file.
        problem: What is wrong with it.
        cure: The command that mends it.
    """

    path: Path
    problem: str
    cure: str = WarehouseDamagedError.cure


def find_damage(warehouse: Path) -> list[Damage]:
    """Return what is wrong with the files of all versions that are kept; reads each of them once.

    Raises:
        WarehouseError: There is no warehouse, or another copydesk wrote it.
    """
    found = _look(warehouse)
    # A run or a maintenance may replace what is being looked at: what it leaves is wrong at a second look too.
    return [damage for damage in _look(warehouse) if damage in found] if found else []


def repair(warehouse: Path, run_id: str, now: datetime) -> list[str]:
    """Take what is damaged out of the warehouse and return what was done, a sentence each.

    Call it under the writer's lock. What readers see stays as it is until the next run has made anew what is
    missing: the version that is written here is not complete. Killed at any moment, it can be called again.
    """
    damaged = {damage.path for damage in _look(warehouse)}
    manifests, _ = _read_manifests(warehouse)
    kept = {item.version for item in manifests if not _is_hurt(warehouse, item, damaged)}
    numbers = versions(warehouse)
    done: list[str] = []
    if not kept or numbers[-1] not in kept:
        batches, taken_out = _whole_batches(warehouse, manifests, damaged)
        tables, lost = _whole_tables(warehouse, manifests, damaged)
        version, created_at = _highest(warehouse) + 1, now.isoformat(timespec="seconds")
        put_if_absent(warehouse, Manifest(version, run_id, created_at, False, batches, tables))
        done = taken_out + lost
    return done + [_set_aside(warehouse, number) for number in numbers if number not in kept]


def _look(warehouse: Path) -> list[Damage]:
    if not (versions(warehouse) or (warehouse / DATABASE_NAME).exists()):
        raise WarehouseError(warehouse / LOG_FOLDER, "holds no manifest; `copydesk run` makes one")
    manifests, found = _read_manifests(warehouse)
    files = dict.fromkeys(listed for manifest in manifests for listed in manifest.listed())
    for table, entry in files:
        problem = _problem_of_file(warehouse, table, entry)
        if problem:
            found.append(Damage(warehouse / entry.path, problem))
    newest = max((item.version for item in manifests if item.is_complete), default=None)
    problem = _problem_of_views(warehouse, newest)
    if problem:
        found.append(Damage(warehouse / DATABASE_NAME, problem, "`copydesk run` makes it anew"))
    return found


def _read_manifests(warehouse: Path) -> tuple[list[Manifest], list[Damage]]:
    """Return the versions whose manifests are whole, oldest first, and what is wrong with the others."""
    whole, found = [], []
    for number in versions(warehouse):
        try:
            manifest = read_version(warehouse, number)
        except WarehouseDamagedError as error:
            found.append(Damage(error.path, error.problem))
            continue
        problem = _problem_of_manifest(manifest)
        if problem:
            found.append(Damage(manifest_path(warehouse, number), problem))
        else:
            whole.append(manifest)
    return whole, found


def _problem_of_manifest(manifest: Manifest) -> str | None:
    """Return what no manifest that was written whole says."""
    listed = {
        *manifest.tables,
        *(name for item in manifest.batches.values() for name in item.files),
    }
    if not listed <= STORED.keys():
        return f"lists unknown tables: {', '.join(sorted(listed - STORED.keys()))}"
    for batch_id, batch in manifest.batches.items():
        if not {"documents", "sources"} <= batch.files.keys():
            return f"lists batch {batch_id} without its documents or sources"
        if batch.files["documents"].row_count != batch.document_count:
            return f"counts {batch.document_count:,} documents in batch {batch_id}, its file more or fewer"
    if (
        manifest.version
        and manifest.is_complete
        and not manifest.tables.keys() >= {*WAREHOUSE_TABLES}
    ):
        return f"ends a run and lists no {' or '.join(WAREHOUSE_TABLES)}"
    return None


def _problem_of_file(warehouse: Path, table: str, entry: FileEntry) -> str | None:
    try:
        verify(warehouse, entry)
        return _problem_of_table(warehouse / entry.path, table, entry)
    except WarehouseDamagedError as error:
        return error.problem
    except (OSError, pa.ArrowException) as error:
        return f"cannot be read ({error})"


def _problem_of_table(path: Path, table: str, entry: FileEntry) -> str | None:
    with pq.ParquetFile(path) as file:
        if not file.schema_arrow.equals(STORED[table].arrow_schema()):
            return f"is no file of table {table}"
        row_count = file.metadata.num_rows
    return (
        None
        if row_count == entry.row_count
        else f"holds {row_count:,} rows and not {entry.row_count:,}"
    )


def _problem_of_views(warehouse: Path, newest: int | None) -> str | None:
    """Return what is wrong with the view database, where `newest` is the version it should show."""
    shown = published_version(warehouse)
    if shown is None:
        is_there = (warehouse / DATABASE_NAME).exists()
        return "cannot be opened" if is_there else "is missing"
    if shown == newest:
        return None
    return f"shows version {shown}; the newest whole one is {'none' if newest is None else newest}"


def _is_hurt(warehouse: Path, manifest: Manifest, damaged: Collection[Path]) -> bool:
    return _is_any(warehouse, (entry for _, entry in manifest.listed()), damaged)


def _whole_batches(
    warehouse: Path, manifests: Sequence[Manifest], damaged: Collection[Path]
) -> tuple[dict[str, BatchEntry], list[str]]:
    """Return the newest version's batches without damaged files, and a sentence for each other one."""
    batches, done = {}, []
    for batch_id, batch in manifests[-1].batches.items() if manifests else ():
        annotated = without_index(batch.files)
        if _is_any(warehouse, annotated.values(), damaged):
            documents = f"{batch.document_count:,} documents"
            done.append(f"took out batch {batch_id}: the next run annotates its {documents} again")
        elif _is_any(warehouse, batch.files.values(), damaged):
            batches[batch_id] = replace(batch, files=annotated)  # the next run indexes it anew
        else:
            batches[batch_id] = batch
    return batches, done


def _is_any(warehouse: Path, entries: Iterable[FileEntry], damaged: Collection[Path]) -> bool:
    return any(warehouse / entry.path in damaged for entry in entries)


def _whole_tables(
    warehouse: Path, manifests: Sequence[Manifest], damaged: Collection[Path]
) -> tuple[dict[str, FileEntry], list[str]]:
    """Return the newest whole files of the small tables, and a sentence for each that is older or lost."""
    tables, done = {}, []
    for table in WAREHOUSE_TABLES:
        listing = [item for item in reversed(manifests) if table in item.tables]
        usable = (item for item in listing if warehouse / item.tables[table].path not in damaged)
        newest = next(usable, None)
        if newest is not None:
            tables[table] = newest.tables[table]
        if table in DERIVED_TABLES:
            continue  # the next run makes it anew
        if newest is None and (listing or not manifests):
            done.append(f"the rows of {table} are lost: no version has a whole file of them")
        elif newest is not None and newest is not listing[0]:
            done.append(f"{table} went back to the rows of version {newest.version}")
    return tables, done


def _highest(warehouse: Path) -> int:
    """Return the highest version that ever was, as far as names and views tell: numbers are not used twice."""
    names = (path.name.partition(".")[0] for path in (warehouse / LOG_FOLDER).glob("[0-9]*.json*"))
    numbers = [int(name) for name in names if name.isdecimal()]
    return max([*numbers, published_version(warehouse) or 0])


def _set_aside(warehouse: Path, version: int) -> str:
    path = manifest_path(warehouse, version)
    aside = path.with_name(path.name + DAMAGED_SUFFIX)
    with writing(path):
        path.replace(aside)
        fsync_folder(path.parent)
    return f"set {path.name} aside as {aside.name}"

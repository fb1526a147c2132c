"""The manifest log: which files make up which version of the warehouse.

`log/0000000042.json` is a full manifest, never changed. Writing the next number with put-if-absent is the
commit point: two writers cannot both make version 43, the loser starts again from the new head.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.faults import FaultPoint, reach
from copydesk.schema import SCHEMA_VERSION, STORED
from copydesk.store.durable import fsync_folder, temporary_beside, writing
from copydesk.store.parquet import FileEntry

LOG_FOLDER = "log"
FIRST_LINES = 10
"""Lines of a manifest that hold what is short: the batches, which make its bulk, come behind them."""
COMMIT_ATTEMPTS = 50
"""Rebases before giving up. Each lost race means that another writer moved on, so few are ever needed."""


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """A batch: a set of documents with one file a table, and what each table was made with.

    Attributes:
        document_count: Documents in the batch.
        fingerprints: Annotator name -> fingerprint.
        files: Table name -> file; a table without rows has no file.
        stage_seconds: Stage -> wall seconds that its documents took, for estimates.
    """

    document_count: int
    fingerprints: Mapping[str, str]
    files: Mapping[str, FileEntry]
    stage_seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One version of the warehouse.

    Attributes:
        version: Number of the version; 0 is the empty warehouse.
        run_id: The run that wrote it.
        created_at: When, UTC, ISO 8601.
        is_complete: False between the first commit of a run and its last: such versions are not published.
        batches: Batch id -> batch.
        tables: Files of the small tables of the whole warehouse (`rejections`, `runs`).
    """

    version: int
    run_id: str
    created_at: str
    is_complete: bool
    batches: Mapping[str, BatchEntry] = field(default_factory=dict)
    tables: Mapping[str, FileEntry] = field(default_factory=dict)

    def files(self, table: str) -> list[FileEntry]:
        """Return the files of a table, in order of batch id."""
        if table in self.tables:
            return [self.tables[table]]
        batches = (self.batches[batch_id] for batch_id in sorted(self.batches))
        return [batch.files[table] for batch in batches if table in batch.files]

    def listed(self) -> list[tuple[str, FileEntry]]:
        """Return every file with the name of its table."""
        return [(table, entry) for table in STORED for entry in self.files(table)]

    def successor(
        self,
        run_id: str,
        now: datetime,
        *,
        is_complete: bool,
        batches: Mapping[str, BatchEntry],
        tables: Mapping[str, FileEntry] | None = None,
    ) -> "Manifest":
        """Return the version that follows this one."""
        return Manifest(
            version=self.version + 1,
            run_id=run_id,
            created_at=now.isoformat(timespec="seconds"),
            is_complete=is_complete,
            batches=batches,
            tables=self.tables if tables is None else tables,
        )

    def document_count(self) -> int:
        """Return the number of documents."""
        return sum(batch.document_count for batch in self.batches.values())


def read_head(warehouse: Path) -> Manifest | None:
    """Return the newest version, or None when there is no warehouse yet."""
    numbers = versions(warehouse)
    return read_version(warehouse, numbers[-1]) if numbers else None


def read_published(warehouse: Path) -> Manifest | None:
    """Return the newest version that ends a run: the one that readers see."""
    for number in reversed(versions(warehouse)):
        if _is_complete(warehouse, number):
            return read_version(warehouse, number)
    return None


def read_versions(warehouse: Path) -> Iterator[Manifest]:
    """Yield the versions that are kept, newest first. One that is removed meanwhile is left out.

    Raises:
        WarehouseError: A manifest is damaged.
    """
    for number in reversed(versions(warehouse)):
        try:
            yield read_version(warehouse, number)
        except WarehouseError:
            if manifest_path(warehouse, number).exists():
                raise


def versions(warehouse: Path) -> list[int]:
    """Return the versions that are kept, oldest first."""
    names = (path.stem for path in (warehouse / LOG_FOLDER).glob("[0-9]*.json"))
    return sorted(int(name) for name in names if name.isdecimal())


def manifest_path(warehouse: Path, version: int) -> Path:
    """Return the place of a version in the log."""
    return warehouse / LOG_FOLDER / f"{version:010d}.json"


def complete_versions(warehouse: Path) -> list[int]:
    """Return the versions that end a run, oldest first. Reads only the first lines of each manifest.

    Raises:
        WarehouseError: A manifest is damaged in its first lines.
    """
    return [number for number in versions(warehouse) if _is_complete(warehouse, number)]


def remove_version(warehouse: Path, version: int) -> int:
    """Remove a manifest from the log and return its size in bytes."""
    path = manifest_path(warehouse, version)
    byte_count = path.stat().st_size
    path.unlink()
    return byte_count


def read_version(warehouse: Path, version: int) -> Manifest:
    """Return one version.

    Raises:
        WarehouseDamagedError: The manifest is missing or damaged.
        WarehouseError: It was written by another schema version.
    """
    path = manifest_path(warehouse, version)
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["schema_version"] != SCHEMA_VERSION:
            raise WarehouseError(
                path,
                f"has schema version {stored['schema_version']}, this copydesk writes {SCHEMA_VERSION}: "
                "run it into a new warehouse folder",
            )
        manifest = _from_json(stored)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WarehouseDamagedError(path, f"is missing or damaged ({error!r})") from error
    if manifest.version != version:
        raise WarehouseDamagedError(path, f"says that it is version {manifest.version}")
    return manifest


def create(warehouse: Path, run_id: str, now: datetime) -> bool:
    """Make version 0, the empty warehouse, where there is none yet; return whether it was made."""
    if versions(warehouse):
        return False
    empty = Manifest(
        version=0, run_id=run_id, created_at=now.isoformat(timespec="seconds"), is_complete=True
    )
    return put_if_absent(warehouse, empty)


def commit(warehouse: Path, change: Callable[[Manifest], Manifest]) -> Manifest:
    """Make the next version and return it: the commit point of every write.

    Args:
        warehouse: The warehouse folder.
        change: Makes the next manifest from the head (`Manifest.successor`). Called again with the new head
            when another writer was faster.

    Raises:
        WarehouseError: There is no warehouse, too many races were lost, or the log cannot be written.
    """
    for _ in range(COMMIT_ATTEMPTS):
        head = read_head(warehouse)
        if head is None:
            raise WarehouseError(
                warehouse / LOG_FOLDER, "holds no manifest; `copydesk run` makes one"
            )
        manifest = change(head)
        if put_if_absent(warehouse, manifest):
            return manifest
    raise WarehouseError(
        warehouse / LOG_FOLDER, "other writers kept winning; run again when they are done"
    )


def put_if_absent(warehouse: Path, manifest: Manifest) -> bool:
    """Write a manifest unless its version exists; return whether it was written."""
    folder = warehouse / LOG_FOLDER
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return _link(manifest_path(warehouse, manifest.version), manifest)


def _link(target: Path, manifest: Manifest) -> bool:
    temporary = temporary_beside(target)
    try:
        with temporary.open("x", encoding="utf-8") as file:
            json.dump(_to_json(manifest), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        reach(FaultPoint.MANIFEST_WRITTEN)
        os.link(temporary, target)
    except FileExistsError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    fsync_folder(target.parent)
    reach(FaultPoint.MANIFEST_LINKED)
    return True


def _is_complete(warehouse: Path, version: int) -> bool:
    path = manifest_path(warehouse, version)
    with suppress(OSError, ValueError), path.open(encoding="utf-8") as file:
        for line in islice(file, FIRST_LINES):
            if line.startswith(' "is_complete": '):
                return line.endswith(" true,\n")
    return read_version(warehouse, version).is_complete


def _to_json(manifest: Manifest) -> dict[str, Any]:
    parent = manifest.version - 1 if manifest.version else None
    return {"schema_version": SCHEMA_VERSION, "parent": parent, **asdict(manifest)}


def _from_json(stored: Mapping[str, Any]) -> Manifest:
    batches = {
        batch_id: BatchEntry(
            document_count=batch["document_count"],
            fingerprints=batch["fingerprints"],
            files={table: FileEntry(**entry) for table, entry in batch["files"].items()},
            stage_seconds=batch["stage_seconds"],
        )
        for batch_id, batch in stored["batches"].items()
    }
    return Manifest(
        version=stored["version"],
        run_id=stored["run_id"],
        created_at=stored["created_at"],
        is_complete=stored["is_complete"],
        batches=batches,
        tables={table: FileEntry(**entry) for table, entry in stored["tables"].items()},
    )

"""Garbage collection: what is rubbish goes, what anything may still need stays, damage is told."""

import json
import os
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count

import pytest

from copydesk import faults
from copydesk.errors import WarehouseDamagedError
from copydesk.faults import FaultPoint
from copydesk.store.collect import Collected, collect_leftovers, expire
from copydesk.store.manifest import BatchEntry, commit, create, read_version, versions
from copydesk.store.parquet import FileEntry

NOON = datetime(2100, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOTHING = Collected(0, 0, 0)


@pytest.fixture
def warehouse(tmp_path):
    """A warehouse with its empty version 0."""
    create(tmp_path, "run", NOON - 100 * HOUR)
    (tmp_path / "cache").mkdir()
    return tmp_path


@pytest.fixture
def reached(monkeypatch):
    """The moments that the test comes past."""
    moments = []
    monkeypatch.setattr(faults, "installed", moments.append)
    return moments


def write(warehouse, name, content="rows"):
    """Write a file of a table, an hour before noon, and return its entry."""
    path = warehouse / "tables" / "documents" / f"{name}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    os.utime(path, ((NOON - HOUR).timestamp(),) * 2)
    return FileEntry(f"tables/documents/{name}.parquet", 1, len(content), "")


def commit_files(warehouse, *names, is_complete=True, now=NOON - 50 * HOUR):
    """Commit a version that lists exactly these files, and return its number."""
    batches = {name: BatchEntry(1, {}, {"documents": write(warehouse, name)}, {}) for name in names}

    def change(head):
        return head.successor("run", now, is_complete=is_complete, batches=batches)

    return commit(warehouse, change).version


def files(warehouse):
    """The names of the table files that are there."""
    return sorted(path.stem for path in warehouse.glob("tables/*/*.parquet"))


def manifest(warehouse, version):
    return warehouse / "log" / f"{version:010d}.json"


def test_a_folder_without_a_log_is_left_alone(tmp_path):
    """Where no manifest tells what is rubbish, nothing is."""
    write(tmp_path, "a")
    (tmp_path / f".{'0' * 32}.tmp").write_text("x")
    assert collect_leftovers(tmp_path, NOON) == NOTHING
    assert expire(tmp_path, keep_versions=1, grace=timedelta(), now=NOON) == NOTHING
    assert files(tmp_path) == ["a"]
    assert len(list(tmp_path.iterdir())) == 2


def cut_off(warehouse, version):
    """Leave only the first lines of a manifest: whoever reads further finds it damaged."""
    path = manifest(warehouse, version)
    path.write_text("\n".join(path.read_text().splitlines()[:8]))


def test_where_nothing_is_left_only_the_head_is_read(warehouse):
    """A tidy warehouse costs one manifest and the first lines of the others, however many are kept."""
    for number in range(6):
        commit_files(warehouse, *"abc"[: number + 1])
        cut_off(warehouse, number)
    assert collect_leftovers(warehouse, NOON) == NOTHING
    assert versions(warehouse) == list(range(7))


def test_manifests_are_read_until_every_file_is_accounted_for(warehouse):
    """Files of the version before are found in it; what lies further back is not opened."""
    for names in ("a", "ab", "bc", "cd"):
        commit_files(warehouse, *names)
    (warehouse / "tables/documents/a.parquet").unlink()
    cut_off(warehouse, 2)
    assert collect_leftovers(warehouse, NOON) == NOTHING
    write(warehouse, "orphan")
    with pytest.raises(WarehouseDamagedError):
        collect_leftovers(warehouse, NOON)


@pytest.mark.parametrize("folder", [".", "log", "cache"])
@pytest.mark.parametrize("suffix", ["", ".wal"])
def test_temporary_files_go(warehouse, folder, suffix):
    """Whatever a killed process had not renamed yet is removed and counted."""
    path = warehouse / folder / f".{'ab' * 16}.tmp{suffix}"
    path.write_text("12345")
    assert collect_leftovers(warehouse, NOON) == Collected(0, 1, 5)
    assert not path.exists()


def test_a_temporary_folder_goes_with_all_it_holds(warehouse):
    """What a merge that was killed had dealt out is removed and counted by file."""
    folder = warehouse / f".{'ab' * 16}.tmp" / "lines"
    folder.mkdir(parents=True)
    for name in ("0.arrow", "1.arrow"):
        (folder / name).write_text("123")
    assert collect_leftovers(warehouse, NOON) == Collected(0, 2, 6)
    assert not folder.parent.exists()


@pytest.mark.parametrize("name", [".tmp", ".writer.lock", "notes.tmp", "warehouse.duckdb.tmp"])
def test_names_of_others_stay(warehouse, name):
    """The lock, the folder that a reader's DuckDB spills to and the files of people are not ours to remove."""
    (warehouse / name).write_text("x")
    assert collect_leftovers(warehouse, NOON) == NOTHING
    assert (warehouse / name).exists()


def test_files_that_no_version_lists_go(warehouse):
    """What a run wrote and never committed is removed; what any kept version lists is not."""
    commit_files(warehouse, "a", "b")
    commit_files(warehouse, "b", "c")
    write(warehouse, "orphan", "12345")
    assert collect_leftovers(warehouse, NOON) == Collected(0, 1, 5)
    assert files(warehouse) == ["a", "b", "c"]


@pytest.mark.parametrize(("age", "is_kept"), [(-1, True), (0, True), (1, False)])
def test_files_of_a_worker_that_is_still_ending_stay(warehouse, age, is_kept):
    """A file that was changed since the given time is left for the next collection."""
    entry = write(warehouse, "orphan")
    moment = NOON.timestamp() - age
    os.utime(warehouse / entry.path, (moment, moment))
    collect_leftovers(warehouse, NOON)
    assert files(warehouse) == (["orphan"] if is_kept else [])


def test_unfinished_versions_go_once_a_run_is_complete(warehouse):
    """Versions between a run's commits are of no use after its end; those that end a run stay."""
    for names in ("a", "ab"):
        commit_files(warehouse, *names, is_complete=False)
    commit_files(warehouse, "a", "b")
    commit_files(warehouse, "a", "b", "c", is_complete=False)
    commit_files(warehouse, "a", "d")
    sizes = sum(manifest(warehouse, number).stat().st_size for number in (1, 2, 4))
    assert collect_leftovers(warehouse, NOON) == Collected(3, 1, sizes + len("rows"))
    assert versions(warehouse) == [0, 3, 5]
    assert files(warehouse) == ["a", "b", "d"]  # c was in no version that ends a run


def test_the_work_of_a_run_that_was_cut_short_stays(warehouse):
    """Its head lists all that it had done; the steps on the way there list nothing more and go."""
    commit_files(warehouse, "a")
    for names in ("ab", "abc", "abcd"):
        commit_files(warehouse, *names, is_complete=False)
    assert collect_leftovers(warehouse, NOON).version_count == 2
    assert versions(warehouse) == [0, 1, 4]
    assert files(warehouse) == ["a", "b", "c", "d"]


def test_a_second_collection_finds_nothing(warehouse):
    """What was collected is gone, and nothing else has become rubbish by that."""
    for names in ("a", "ab", "c"):
        commit_files(warehouse, *names, is_complete=names == "c")
    assert collect_leftovers(warehouse, NOON).version_count == 2
    assert collect_leftovers(warehouse, NOON) == NOTHING


@pytest.mark.parametrize("content", ["", "{", '{\n "is_complete": false,\n "batches": {'])
def test_a_damaged_unfinished_version_is_told(warehouse, content):
    """Damage is never swept away with the rubbish."""
    commit_files(warehouse, "a", is_complete=False)
    commit_files(warehouse, "a", "b")
    manifest(warehouse, 1).write_text(content)
    with pytest.raises(WarehouseDamagedError) as caught:
        collect_leftovers(warehouse, NOON)
    assert caught.value.path == manifest(warehouse, 1)
    assert manifest(warehouse, 1).exists()


def test_a_damaged_version_keeps_its_files(warehouse):
    """While a kept version cannot be read, no file that it may list is removed."""
    commit_files(warehouse, "a")
    commit_files(warehouse, "b")
    text = manifest(warehouse, 1).read_text()
    manifest(warehouse, 1).write_text(text[:-20])
    with pytest.raises(WarehouseDamagedError):
        collect_leftovers(warehouse, NOON)
    assert files(warehouse) == ["a", "b"]


def test_the_newest_versions_are_kept(warehouse, reached):
    """Older ones go, and with them the files that no kept version lists."""
    for names in ("a", "ab", "bc", "cd"):
        commit_files(warehouse, *names)
    sizes = sum(manifest(warehouse, number).stat().st_size for number in (0, 1, 2))
    reached.clear()
    done = expire(warehouse, keep_versions=2, grace=timedelta(), now=NOON)
    assert done == Collected(3, 1, sizes + len("rows"))
    assert versions(warehouse) == [3, 4]
    assert files(warehouse) == ["b", "c", "d"]
    assert reached == [FaultPoint.VERSION_REMOVED] * 3 + [FaultPoint.FILE_REMOVED]


def test_a_version_is_kept_for_the_grace_after_it_was_replaced(warehouse):
    """What counts is when the next version came, not how old a version is."""
    ages = {1: 40, 2: 25, 3: 10, 4: 1}
    for number, age in ages.items():
        commit_files(warehouse, str(number), now=NOON - age * HOUR)
    expire(warehouse, keep_versions=1, grace=24 * HOUR, now=NOON)
    assert versions(warehouse) == [2, 3, 4]  # 1 was replaced 25 hours ago, 2 ten hours ago
    assert files(warehouse) == ["2", "3", "4"]


def test_without_grace_only_the_newest_stays(warehouse):
    """A grace of nothing and one version to keep leave what readers see."""
    for names in ("a", "b", "c"):
        commit_files(warehouse, names, now=NOON)
    expire(warehouse, keep_versions=1, grace=timedelta(), now=NOON)
    assert (versions(warehouse), files(warehouse)) == ([3], ["c"])


def test_the_head_and_what_readers_see_are_always_kept(warehouse):
    """An unfinished head counts for nothing: the newest complete version stays beside it."""
    for names in ("a", "b"):
        commit_files(warehouse, names)
    commit_files(warehouse, "b", "c", is_complete=False)
    expire(warehouse, keep_versions=1, grace=timedelta(), now=NOON)
    assert (versions(warehouse), files(warehouse)) == ([2, 3], ["b", "c"])


def test_files_that_an_unfinished_head_took_up_again_stay(warehouse):
    """After a repair the head may list files of an older version, which goes without them."""
    for names in ("a", "b"):
        commit_files(warehouse, names)
    commit_files(warehouse, "a", "b", is_complete=False)
    assert expire(warehouse, keep_versions=1, grace=timedelta(), now=NOON).file_count == 0
    assert (versions(warehouse), files(warehouse)) == ([2, 3], ["a", "b"])


def test_a_damaged_version_stops_the_expiry_before_anything_is_removed(warehouse):
    """Damage is told by its file, and all stays as it is."""
    for names in ("a", "b", "c"):
        commit_files(warehouse, names)
    stored = json.loads(manifest(warehouse, 1).read_text())
    del stored["batches"]
    manifest(warehouse, 1).write_text(json.dumps(stored, indent=1))
    with pytest.raises(WarehouseDamagedError) as caught:
        expire(warehouse, keep_versions=1, grace=timedelta(), now=NOON)
    assert caught.value.path == manifest(warehouse, 1)
    assert (versions(warehouse), files(warehouse)) == ([0, 1, 2, 3], ["a", "b", "c"])


class KilledError(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("moment", range(5))
def test_an_expiry_that_is_killed_is_finished_by_the_next_collection(
    warehouse, monkeypatch, moment
):
    """After a kill between any two removals every kept version is whole, and what is left goes the next time."""
    for names in ("ax", "bx", "cx"):
        commit_files(warehouse, *names)
    ticks = count()

    def kill(point):
        if next(ticks) == moment:
            raise KilledError(point)

    monkeypatch.setattr(faults, "installed", kill)
    with pytest.raises(KilledError):
        expire(warehouse, keep_versions=1, grace=timedelta(), now=NOON)
    monkeypatch.setattr(faults, "installed", None)
    there = set(files(warehouse))
    for number in versions(warehouse):
        assert {*read_version(warehouse, number).batches} <= there
    again = partial(expire, warehouse, keep_versions=1, grace=timedelta(), now=NOON)
    collect_leftovers(warehouse, NOON)
    again()
    assert (versions(warehouse), files(warehouse)) == ([3], ["c", "x"])

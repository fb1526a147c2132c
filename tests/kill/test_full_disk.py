"""A disk that is full or read-only, a raw folder that goes away: the cure is told, readers keep what they had."""

import shutil
import subprocess
from pathlib import Path

import pytest
from histories import YEARS, assert_clean, change, clean_build, run, seen, start_project
from processes import call

from copydesk import faults
from copydesk.errors import ConfigError, TransientError, WarehouseError
from copydesk.faults import FaultPoint

DISK = "16m"
FREE_KIBIBYTES = [0, 16, 64, 200, 300, 400, 500, 600]
"""Room for more and more of a run; about 600 are what it needs."""
STRUCK = {
    FaultPoint.TABLE_WRITTEN: "tables",
    FaultPoint.BATCH_WRITTEN: "log",
    FaultPoint.MANIFEST_LINKED: "tables",
    FaultPoint.RUN_SETTLED: "log",
    FaultPoint.VIEWS_REPLACED: "cache",
}
"""Where the disk is full -> what cannot be written next."""


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path):
    """A small file system of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        mount("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a file system is not permitted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A project after its first run, with changes that are not in the warehouse yet."""
    project = start_project(tmp_path_factory.mktemp("published"))
    call(run, project, project / "raw", next(YEARS))
    change(project / "raw", 0)
    return project


def fill(disk: Path, free: int) -> Path:
    """Leave so many bytes free and return the file that takes the rest."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        file.write(b"\0" * (shutil.disk_usage(disk).free - free))
    return ballast


def run_filling(disk, point, project, raw, year):
    """Do a run whose disk is full from a moment on."""

    def come_past(now):
        if now is point and not (disk / "ballast").exists():
            fill(disk, 0)

    faults.installed = come_past
    return run(project, raw, year)


@pytest.fixture
def project(disk, published):
    """A project whose warehouse lies on the small disk."""
    shutil.copytree(published / "warehouse", disk / "project" / "warehouse")
    return disk / "project"


def told(error: WarehouseError, project: Path) -> str:
    """The part of the warehouse that an error of a full disk names."""
    assert "cannot be written (" in str(error)
    assert "free disk space" in str(error)
    return error.path.relative_to(project / "warehouse").parts[0]


def test_a_disk_with_little_room_is_explained(disk, project, published, tmp_path):
    """More and more room: the run fails later and later, always with the cure; freed space heals."""
    raw, warehouse = published / "raw", project / "warehouse"
    before, after = seen(warehouse), clean_build(tmp_path / "clean", raw)
    struck = []
    for kibibytes in FREE_KIBIBYTES:
        ballast = fill(disk, kibibytes << 10)
        error = failure_of(run, project, raw, next(YEARS))
        struck.append(told(error, project) if error else None)
        assert seen(warehouse) == (before if error else after)
        ballast.unlink()
    assert set(struck) >= {".writer.lock", "tables", "warehouse.duckdb"}
    call(run, project, raw, next(YEARS))
    assert seen(warehouse) == after
    assert_clean(warehouse)


@pytest.mark.parametrize("point", STRUCK)
def test_a_disk_that_fills_up_is_explained(disk, project, published, tmp_path, point):
    """Wherever it strikes, the cure is told and readers keep a whole state; freed space heals."""
    raw, warehouse = published / "raw", project / "warehouse"
    states = (seen(warehouse), clean_build(tmp_path / "clean", raw))
    error = failure_of(run_filling, disk, point, project, raw, next(YEARS))
    assert told(error, project) == STRUCK[point]
    assert seen(warehouse) in states
    (disk / "ballast").unlink()
    call(run, project, raw, next(YEARS))
    assert seen(warehouse) == states[-1]
    assert_clean(warehouse)


def failure_of(job, *arguments):
    """What a job fails with; None when it succeeds."""
    try:
        call(job, *arguments)
    except WarehouseError as error:
        return error


def test_a_read_only_warehouse_is_explained(disk, project, published, tmp_path):
    """Nothing can be written: the error names the folder and the cure, and readers go on reading."""
    raw, warehouse = published / "raw", project / "warehouse"
    before = seen(warehouse)
    mount("-o", "remount,ro", str(disk))
    with pytest.raises(WarehouseError, match="permissions") as caught:
        call(run, project, raw, next(YEARS))
    assert caught.value.path == warehouse
    assert seen(warehouse) == before
    mount("-o", "remount,rw", str(disk))
    call(run, project, raw, next(YEARS))
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)


def run_losing_raw(project, raw, year):
    """Do a run whose raw folder goes away when its first batch has been written."""

    def come_past(point):
        if point is FaultPoint.BATCH_WRITTEN and raw.exists():
            raw.rename(raw.with_name("away"))

    faults.installed = come_past
    return run(project, raw, year)


def test_a_raw_folder_that_vanishes_stops_the_run(published, tmp_path):
    """Files that cannot be read because all are gone are not rejected one by one: readers keep what they had."""
    project = tmp_path / "project"
    shutil.copytree(published, project)
    for number in range(1, 4):
        change(project / "raw", number)
    raw, warehouse = project / "raw", project / "warehouse"
    before = seen(warehouse)
    with pytest.raises((ConfigError, TransientError)):
        call(run_losing_raw, project, raw, next(YEARS))
    assert seen(warehouse) == before
    raw.with_name("away").rename(raw)
    call(run, project, raw, next(YEARS))
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)


def run_losing_a_file(project, raw, year):
    """Do a run in which a file goes away, and another changes, when the first batch has been written."""

    def come_past(point):
        if point is FaultPoint.BATCH_WRITTEN:
            (raw / "rat" / "1.txt").unlink(missing_ok=True)
            (raw / "rat" / "3.txt").write_text("Heute ist alles anders im Rat der Stadt.\n")

    faults.installed = come_past
    return run(project, raw, year)


def test_a_file_that_vanishes_is_a_rejection_until_the_next_run(tmp_path):
    """One file that is gone or other never stops a run; the next run has it right."""
    project = start_project(tmp_path / "project")
    raw, warehouse = project / "raw", project / "warehouse"
    summary = call(run_losing_a_file, project, raw, next(YEARS))
    codes = {item.path: item.reason_code for item in summary.rejections}
    assert codes["rat/1.txt"] == "unreadable"
    assert codes["rat/3.txt"] == "changed_while_read"
    call(run, project, raw, next(YEARS))
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)

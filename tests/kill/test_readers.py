"""Readers while runs, compaction and garbage collection go on: no error, nothing torn, never an older version."""

import pytest
from histories import YEARS, Readers, change, clean_build, maintain, run, seen, start_project
from processes import call
from small_warehouse import SOAK

READS = 500 * SOAK
"""`make soak` does many more."""
LEAST_ROUNDS = 6


@pytest.mark.timeout(60 + READS)
def test_readers_are_never_disturbed(tmp_path, capsys):
    """Three readers look hundreds of times at a warehouse that changes, is merged and forgets old versions."""
    project = start_project(tmp_path)
    raw, warehouse = project / "raw", project / "warehouse"
    call(run, project, raw, next(YEARS))
    readers, merged, gone, rounds = Readers(warehouse, 3), 0, 0, 0
    while readers.read_count < READS or rounds < LEAST_ROUNDS:
        change(raw, rounds)
        call(run, project, raw, next(YEARS))
        summary = call(maintain, project, raw, next(YEARS))
        merged += summary.compacted is not None
        gone += summary.expired.file_count
        rounds += 1
    assert readers.stop() == []
    with capsys.disabled():
        print(f"\n{readers.read_count} reads, {rounds} runs, {merged} merged, {gone} files removed")  # noqa: T201
    assert merged > 0
    assert gone > 0
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)

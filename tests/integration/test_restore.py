"""A warehouse restored from a backup of log/ and tables/, as docs/operating.md says."""

import shutil

from small_warehouse import (
    HARBOUR,
    LIGHTHOUSE,
    WHARF,
    crash,
    run,
    settings_of,
    ticking_clock,
    views,
    write_files,
)

from copydesk import pipeline
from copydesk.store.integrity import find_damage
from copydesk.store.publish import published_version


def back_up(warehouse, backup):
    """Copy what the page says, in its order."""
    for name in ("log", "tables"):
        shutil.copytree(warehouse / name, backup / "warehouse" / name)
    return backup


def requests_for(project):
    """What a run would annotate."""
    settings = settings_of(project, project / "raw")
    return pipeline.requests_of(pipeline.plan_run(settings, ticking_clock()()), settings)


def test_a_restored_warehouse_is_the_one_that_was_copied(tmp_path):
    """The next run annotates nothing, publishes, and the views are those of before."""
    raw = write_files(tmp_path / "old" / "raw", {"a.txt": HARBOUR, "b.txt": LIGHTHOUSE})
    _, warehouse = run(tmp_path / "old", raw)
    restored = back_up(warehouse, tmp_path / "new")
    shutil.copytree(raw, restored / "raw")
    assert requests_for(restored) == []
    _, again = run(restored, restored / "raw")
    assert views(again) == views(warehouse)
    assert find_damage(again) == []


def test_a_copy_made_while_a_run_commits_is_whole(tmp_path):
    """What the run had committed is taken over; what it had not is done by the next."""
    raw = write_files(tmp_path / "old" / "raw", {"a.txt": HARBOUR})
    run(tmp_path / "old", raw)
    write_files(raw, {"b.txt": LIGHTHOUSE})
    crash(tmp_path / "old", raw)  # committed, and not published yet
    restored = back_up(tmp_path / "old" / "warehouse", tmp_path / "new")
    write_files(raw, {"c.txt": WHARF})
    shutil.copytree(raw, restored / "raw")
    assert published_version(restored / "warehouse") is None
    assert sum(len(request.work) for request in requests_for(restored)) == 1
    _, again = run(restored, restored / "raw")
    _, clean = run(tmp_path / "clean", raw)
    assert views(again) == views(clean)

"""Raw files and sidecars that change while a run is under way: the next run comes to what a clean build comes to."""

from datetime import UTC, datetime

import pytest
from small_warehouse import (
    HARBOUR,
    LIGHTHOUSE,
    rows,
    run,
    settings_of,
    ticking_clock,
    views,
    write_files,
)

from copydesk import pipeline
from copydesk.errors import WarehouseDamagedError
from copydesk.store.manifest import read_head


def run_while(project, raw, change, **overrides):
    """Do a run in which something changes below the raw folder between its plan and its work."""
    settings, clock = settings_of(project, raw, **overrides), ticking_clock()
    stamp = pipeline.new_stamp(clock)
    with pipeline.open_warehouse(settings, stamp):
        plan = pipeline.plan_run(settings, stamp.started_at)
        change()
        receipts = []
        for request in pipeline.requests_of(plan, settings):
            receipts.append(pipeline.annotate_batch(request))
            pipeline.commit_receipt(settings.warehouse_folder, stamp, receipts[-1], clock())
        pipeline.finish_run(settings, stamp, plan, receipts, clock())


def assert_heals(project, raw):
    """One more run gives the views of a clean build."""
    _, warehouse = run(project, raw)
    _, clean = run(project / "clean", raw)
    assert views(warehouse) == views(clean)


def test_a_sidecar_edited_while_its_document_is_relisted(tmp_path):
    """The run lists a new copy; the sidecar's change is not taken for done."""
    files = {"a.txt": HARBOUR, "a.txt.meta.json": '{"published": "2025-03-04"}'}
    raw = write_files(tmp_path / "raw", files)
    run(tmp_path, raw)
    write_files(raw, {"b.txt": HARBOUR})
    later = {"a.txt.meta.json": '{"published": "1999-01-01"}'}
    run_while(tmp_path, raw, lambda: write_files(raw, later))
    assert_heals(tmp_path, raw)


def test_a_sidecar_that_is_away_for_a_moment(tmp_path):
    """A sidecar that is replaced by removing and writing it blocks no later run."""
    files = {"a.txt": HARBOUR, "a.txt.meta.json": '{"title": "Eins"}'}
    raw = write_files(tmp_path / "raw", files)
    run_while(tmp_path, raw, (raw / "a.txt.meta.json").unlink)
    write_files(raw, files)
    assert_heals(tmp_path, raw)


def test_the_first_source_is_no_more_the_first_one(tmp_path):
    """The only sidecar goes: the document was shaped by its file, and is to be shaped by the first by path."""
    files = {"2024-01-01/a.txt": HARBOUR, "2025-02-02/b.txt": HARBOUR}
    raw = write_files(tmp_path / "raw", {**files, "2025-02-02/b.txt.meta.json": "{}"})
    run_while(tmp_path, raw, (raw / "2025-02-02/b.txt.meta.json").unlink)
    assert_heals(tmp_path, raw)


def test_a_container_that_is_away_while_its_copies_are_described(tmp_path):
    """What it says of them is read by the next run, though it is as it was before."""
    feed = '{"text": "Der Deich hielt.", "title": "Deich"}\n'
    files = {"a.txt": "Der Deich hielt.", "a.txt.meta.json": "{}", "feed.jsonl": feed}
    raw = write_files(tmp_path / "raw", files)
    run_while(tmp_path, raw, (raw / "feed.jsonl").unlink)
    write_files(raw, files)
    assert_heals(tmp_path, raw)


@pytest.mark.parametrize("change", ["edited", "removed"])
def test_a_copy_that_changes_leaves_the_others(tmp_path, change):
    """Of two files with the same bytes one changes: the other makes the document, with its own path."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR, "b.txt": HARBOUR, "c.txt": LIGHTHOUSE})

    def spoil():
        if change == "edited":
            write_files(
                raw, {"a.txt": "Anderes\n\nEs kam ganz anders als gedacht, sagt der Senat.\n"}
            )
        else:
            (raw / "a.txt").unlink()

    run_while(tmp_path, raw, spoil)
    warehouse = tmp_path / "warehouse"
    assert rows(warehouse, "select path from sources") == [("b.txt",), ("c.txt",)]
    assert [path for (path,) in rows(warehouse, "select path from rejections")] == ["a.txt"]
    assert_heals(tmp_path, raw)


def test_a_killed_run_s_work_is_not_taken_for_published(tmp_path):
    """A plan that has nothing to annotate is not empty while readers do not see what was annotated."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR})
    settings, clock = settings_of(tmp_path, raw), ticking_clock()
    run(tmp_path, raw)
    write_files(raw, {"b.txt": LIGHTHOUSE})
    stamp = pipeline.new_stamp(clock)
    with pipeline.open_warehouse(settings, stamp):
        plan = pipeline.plan_run(settings, stamp.started_at)
        [request] = pipeline.requests_of(plan, settings)
        receipt = pipeline.annotate_batch(request)
        pipeline.commit_receipt(settings.warehouse_folder, stamp, receipt, clock())
    again = pipeline.plan_run(settings, datetime(2100, 1, 1, tzinfo=UTC))
    assert again.work == ()
    assert not again.is_empty


def test_damage_is_not_written_again(tmp_path):
    """A batch with a flipped bit is not rewritten when one of its documents goes: the run names the file."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR, "b.txt": LIGHTHOUSE})
    _, warehouse = run(tmp_path, raw)
    [entry] = read_head(warehouse).files("sentences")
    damaged = warehouse / entry.path
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    (raw / "b.txt").unlink()
    with pytest.raises(WarehouseDamagedError, match=damaged.name):
        run(tmp_path, raw)
    assert (
        len(rows(warehouse, "select doc_id from documents")) == 2
    )  # readers keep the version before


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.9])
def test_a_damaged_scan_cache_changes_nothing(tmp_path, share):
    """With a bit flipped anywhere in it, the next run still comes to what is there."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR, "b.txt": LIGHTHOUSE})
    _, warehouse = run(tmp_path, raw)
    before, cache = views(warehouse), warehouse / "cache" / "scan.arrow"
    content = bytearray(cache.read_bytes())
    content[int(share * len(content))] ^= 1
    cache.write_bytes(content)
    summary, _ = run(tmp_path, raw)
    assert summary.counts.unchanged == 2
    assert views(warehouse) == before

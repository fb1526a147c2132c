"""Whole runs without Prefect: the promises of the warehouse, on real files."""

import os
import resource
import shutil
import signal
from collections import Counter

import pytest
from small_warehouse import (
    ENGLISH,
    HARBOUR,
    LIGHTHOUSE,
    TINY,
    WHARF,
    crash,
    rows,
    run,
    settings_of,
    timeless_columns,
    views,
    write_files,
)

from copydesk import batch, pipeline
from copydesk.annotate.entities.engines import EngineSet
from copydesk.checks import run_checks
from copydesk.errors import ConfigError, WarehouseBusyError, WarehouseError
from copydesk.schema import PUBLIC
from copydesk.store.lock import writer_lock
from copydesk.store.manifest import read_head, versions
from copydesk.store.publish import connect

SIDECAR = '{"title": "Die Mole", "published": "2025-03-04"}'


@pytest.fixture
def warehouse(tmp_path, tiny_project):
    """A warehouse of its own that has just been made from `raw`."""
    shutil.copytree(tiny_project, tmp_path, dirs_exist_ok=True)
    return tmp_path / "warehouse"


@pytest.fixture
def raw(tmp_path, warehouse):  # made together
    """The tiny raw folder of `warehouse`."""
    return tmp_path / "raw"


def clean_build(folder, raw):
    """The views of a warehouse made anew from the same raw folder."""
    return views(run(folder / "clean", raw)[1])


def test_every_file_is_a_document_or_a_rejection(tmp_path, tiny_raw, clock):
    """The summary, the views and the last run's row count the same files."""
    summary, warehouse = run(tmp_path, tiny_raw, clock=clock)
    assert rows(warehouse, "select path from sources") == [
        ("nord/hafen.txt",),
        ("nord/kopie.txt",),
        ("phare.md",),
        ("码头",),
    ]
    assert rows(warehouse, "select path, reason_code from rejections") == [
        ("blank.txt", "empty"),
        ("photo.png", "unsupported_type"),
    ]
    assert (summary.source_count, summary.document_count, summary.annotated_count) == (6, 3, 3)
    assert (summary.counts.added, len(summary.rejections)) == (4, 2)
    assert summary.rejected_share == pytest.approx(2 / 6)
    counts = rows(warehouse, "select added_count, rejected_count, document_count from runs")
    assert counts == [(4, 2, 3)]
    assert summary.seconds > 0


def test_documents_are_what_the_files_say(tmp_path, tiny_raw):
    """Title and source come from the sidecar, else the title from the text; copies are counted."""
    _, warehouse = run(tmp_path, tiny_raw)
    found = rows(warehouse, "select language_code, title, source_name, source_count from documents")
    assert found == [
        ("de", "Streik im Hafen", "Nordpost", 2),
        ("fr", "Le phare sera repeint", None, 1),
        ("zh", "码头表决推迟", None, 1),
    ]
    assert rows(warehouse, "select surface, value from dates order by value") == [
        ("14.03.2025", "2025-03-14"),
        ("周五", "XXXX-WXX-5"),  # a Friday of a story without a date
    ]


def test_annotations_point_at_their_text(small_warehouse):
    """In DuckDB `substr` gives the surface of every date and mention back."""
    for view in ("all_dates", "all_mentions"):
        found = rows(
            small_warehouse,
            f"select surface, substr(text, start_char + 1, end_char - start_char) from {view} "
            "inner join documents using (doc_id)",
        )
        assert len(found) > 2
        assert [pair for pair in found if pair[0] != pair[1]] == []


def test_boilerplate_is_kept_apart(small_warehouse):
    """What stands in boilerplate is in `all_dates` and not in `dates`, and its lines not in the body."""
    kinds = Counter(kind for (kind,) in rows(small_warehouse, "select line_kind from all_dates"))
    assert kinds["boilerplate"] >= 1
    (kept,) = rows(small_warehouse, "select count(*) from dates")
    assert kept == (kinds["body"] + kinds["title"],)
    (body,) = rows(
        small_warehouse,
        "select body from bodies inner join documents using (doc_id) where language_code = 'en'",
    )
    assert "Margaret Holloway" in body[0]
    assert "All rights reserved" not in body[0]


def test_entities_are_what_mentions_point_at(small_warehouse):
    """Every mention has its entity, with the counts that the mentions give."""
    mentions = rows(small_warehouse, "select entity_id, count(*) from mentions group by all")
    assert mentions == rows(small_warehouse, "select entity_id, mention_count from entities")
    names = {name for (name,) in rows(small_warehouse, "select name from entities")}
    assert "Margaret Holloway" in names


def test_a_second_run_changes_nothing(tmp_path, raw, warehouse, clock):
    """Nothing is annotated, no batch is written anew, and the views are the same."""
    before, head = views(warehouse), read_head(warehouse)
    summary, _ = run(tmp_path, raw, clock=clock)
    assert summary.batch_count == summary.annotated_count == 0
    assert (summary.counts.added, summary.counts.changed, summary.counts.removed) == (0, 0, 0)
    assert (summary.counts.unchanged, summary.document_count) == (4, 3)
    assert read_head(warehouse).batches == head.batches
    assert views(warehouse) == before


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path, tiny_raw, clock):
    """Copied over with its time stamp kept, a file has other bytes but the same size and mtime."""
    _, warehouse = run(tmp_path, tiny_raw, clock=clock)
    before = views(warehouse)
    path = tiny_raw / "phare.md"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"phare", b"tours"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    summary, _ = run(tmp_path, tiny_raw, clock=clock)
    assert summary.counts.changed == 1
    assert views(warehouse) != before


def test_a_sidecar_rewritten_during_a_run_is_read_again(tmp_path, tiny_raw, clock, monkeypatch):
    """What stands in the views is what was read; the next run sees that the sidecar differs from it."""
    sidecar = tiny_raw / "phare.md.meta.json"
    whole = '{"title": "Le phare, vu de pres"}'
    write_files(tiny_raw, {sidecar.name: whole})
    real, torn = batch.describe_file, []

    def half_written(raw, source):
        if source.path == "phare.md" and not torn:
            torn.append(sidecar.write_text(whole[:10]))
        return real(raw, source)

    monkeypatch.setattr(batch, "describe_file", half_written)
    _, warehouse = run(tmp_path, tiny_raw, clock=clock)
    sidecar.write_text(whole)
    run(tmp_path, tiny_raw, clock=clock)
    assert ("Le phare, vu de pres",) in [
        row[:1] for row in rows(warehouse, "select title from documents where title is not null")
    ]


def test_a_model_that_does_not_load_stops_the_run_and_rejects_nothing(tmp_path, clock, monkeypatch):
    """A missing model is no document's fault: the run fails, and succeeds once the model is there."""
    raw = write_files(tmp_path / "raw", ENGLISH)

    def missing(*_):
        raise ConfigError("the model is not installed")

    with monkeypatch.context() as broken:
        broken.setattr(EngineSet, "engine_for", missing)
        with pytest.raises(ConfigError, match="not installed"):
            run(tmp_path, raw, clock=clock)
    summary, _ = run(tmp_path, raw, clock=clock)
    assert summary.rejections == ()
    assert summary.document_count == 1


def test_a_run_cut_short_is_counted_whole_by_the_next(tmp_path, tiny_raw, clock):
    """Readers never saw what the dead run committed, so the next run reports it as added."""
    crash(tmp_path, tiny_raw)
    summary, _ = run(tmp_path, tiny_raw, clock=clock)
    assert summary.counts.added > 0
    assert summary.counts.unchanged == 0


def test_without_the_scan_cache_the_result_is_the_same(tmp_path, raw, warehouse, clock):
    """The cache is a hint: removed or damaged, a run comes to the same end."""
    before = views(warehouse)
    (warehouse / "cache" / "scan.arrow").write_bytes(b"damaged")
    summary, _ = run(tmp_path, raw, clock=clock)
    assert summary.batch_count == 0
    assert views(warehouse) == before


def edit(raw):
    write_files(raw, {"phare.md": LIGHTHOUSE + "Le maire est content.\n"})


def delete(raw):
    (raw / "phare.md").unlink()


def rename(raw):
    (raw / "phare.md").rename(raw / "2025-04-05-phare.md")  # the name is evidence of its date


def add_sidecar(raw):
    write_files(raw, {"phare.md.meta.json": SIDECAR})


def change_sidecar(raw):
    write_files(raw, {"nord/hafen.txt.meta.json": SIDECAR})


def remove_sidecar(raw):
    (raw / "nord/hafen.txt.meta.json").unlink()


def move_sidecar(raw):
    (raw / "nord/hafen.txt.meta.json").rename(raw / "nord/kopie.txt.meta.json")


def add_copy(raw):
    write_files(raw, {"archiv/kopie.txt": HARBOUR})


def remove_copy(raw):
    (raw / "nord/kopie.txt").unlink()


def remove_first(raw):
    (raw / "nord/hafen.txt").unlink()


def exchange(raw):
    write_files(raw, {"phare.md": WHARF, "码头": LIGHTHOUSE})


def spoil(raw):
    write_files(raw, {"phare.md": b"\x00\x01\x02" * 99})


def mend(raw):
    write_files(raw, {"blank.txt": "Endlich steht hier ein Satz über den Hafen und seine Kräne.\n"})


def change_all_sidecars(raw):
    write_files(
        raw, {f"{name}.meta.json": SIDECAR for name in ("nord/hafen.txt", "phare.md", "码头")}
    )


def remove_all(raw):
    for path in list(raw.rglob("*")):
        if path.is_file():
            path.unlink()


CHANGES = [
    edit,
    delete,
    rename,
    add_sidecar,
    change_sidecar,
    remove_sidecar,
    move_sidecar,
    add_copy,
    remove_copy,
    remove_first,
    exchange,
    spoil,
    mend,
    change_all_sidecars,
    remove_all,
]


@pytest.mark.parametrize("change", CHANGES)
def test_an_increment_equals_a_clean_build(tmp_path, raw, warehouse, clock, change):
    """After a change of the raw folder the views are those of a warehouse made anew, and pass the checks."""
    change(raw)
    run(tmp_path, raw, clock=clock)
    assert views(warehouse) == clean_build(tmp_path, raw)
    assert [result for result in run_checks(warehouse) if result.bad_count] == []


def test_the_only_file_may_be_renamed(tmp_path, clock):
    """A batch whose documents are all annotated anew is replaced, not lost; a mere rename annotates nothing."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR})
    _, warehouse = run(tmp_path, raw, clock=clock)
    for before, after, annotated_count in (
        ("a.txt", "b.txt", 0),
        ("b.txt", "2025-03-04.txt", 1),  # the name tells a date now
        ("2025-03-04.txt", "2025-03-05.txt", 1),
    ):
        (raw / before).rename(raw / after)
        summary, _ = run(tmp_path, raw, clock=clock)
        assert (summary.document_count, summary.annotated_count) == (1, annotated_count)
        assert rows(warehouse, "select path from sources") == [(after,)]


def test_counts_tell_what_changed(tmp_path, tiny_raw, clock):
    """Each run's row holds sources added, changed, removed and unchanged against the run before."""
    run(tmp_path, tiny_raw, clock=clock)
    edit(tiny_raw)
    remove_copy(tiny_raw)
    write_files(tiny_raw, {"neu.txt": "Ein neuer Kran steht seit heute am alten Kai im Hafen.\n"})
    summary, warehouse = run(tmp_path, tiny_raw, clock=clock)
    counts = summary.counts
    assert (counts.added, counts.changed, counts.removed, counts.unchanged) == (1, 1, 1, 2)
    found = rows(
        warehouse,
        "select added_count, changed_count, removed_count, unchanged_count, rejected_count from runs "
        "order by started_at",
    )
    assert found == [(1, 1, 1, 2, 2), (4, 0, 0, 0, 2)]


def test_batch_size_makes_no_difference(tmp_path, tiny_raw):
    """One document a batch gives the same views as all in one."""
    summary, one = run(tmp_path / "one", tiny_raw, batch_documents=1)
    assert summary.batch_count == 4
    assert views(one) == views(run(tmp_path / "all", tiny_raw, batch_documents=100)[1])


BAD = {
    "bad/zero.bin.txt": b"\x00" * 200,
    "bad/empty.txt": b"",
    "bad/marks.txt": "\ufeff\u200b\n\x07\n".encode(),
    "bad/torn.txt": HARBOUR.encode("utf-16")[:-1],
    "bad/mixed.txt": "Gr\u00fc\u00dfe ".encode("latin-1") + "é".encode() + b"\xff\xfe\x00",
    "bad/long.txt": "wort " * 50_000,
    "bad/story.txt.meta.json": b"{broken",
    "bad/story.txt": "Der Kran am Kai wurde gestern geprüft und danach wieder freigegeben.\n",
    "bad/report.pdf": b"%PDF-1.7",
}


def test_one_bad_file_never_stops_a_run(tmp_path, tiny_raw):
    """Whatever lies in the raw folder, the good files become documents and the others rejections."""
    write_files(tiny_raw, BAD)
    (tiny_raw / "bad" / "link.txt").symlink_to(tiny_raw / "phare.md")
    os.mkfifo(tiny_raw / "bad" / "pipe.txt")
    (tiny_raw / os.fsdecode(b"bad/caf\xe9.txt")).write_bytes(b"x")
    summary, warehouse = run(tmp_path, tiny_raw)
    files = [path for path in tiny_raw.rglob("*") if not path.is_dir() and path.suffix != ".json"]
    assert summary.source_count == len(files)
    kept = {path for (path,) in rows(warehouse, "select path from sources")}
    assert {"nord/hafen.txt", "phare.md", "码头", "bad/story.txt", "bad/long.txt"} <= kept
    (count,) = rows(warehouse, "select count(*) from rejections where detail <> ''")
    assert count == (len(files) - len(kept),)
    (warning,) = rows(warehouse, "select metadata_warning from sources where path like '%story%'")
    assert "ignored" in warning[0]
    assert [result for result in run_checks(warehouse) if result.bad_count] == []


def test_a_killed_run_shows_nothing_and_the_next_one_heals(tmp_path, raw, warehouse, clock):
    """Readers stay at the version before; the next run takes over the batches that were committed."""
    before = views(warehouse)
    edit(raw)
    (raw / "nord/kopie.txt").rename(raw / "kopie.txt")
    crash(tmp_path, raw)
    assert not read_head(warehouse).is_complete
    assert views(warehouse) == before
    summary, _ = run(tmp_path, raw, clock=clock)
    assert summary.batch_count == 0
    assert views(warehouse) == clean_build(tmp_path, raw)


def test_a_killed_first_run_leaves_an_empty_warehouse(tmp_path, tiny_raw, clock):
    """Before the first run has ended readers get views without rows."""
    crash(tmp_path, tiny_raw)
    warehouse = tmp_path / "warehouse"
    assert all(found == [] for found in views(warehouse).values())
    run(tmp_path, tiny_raw, clock=clock)
    assert views(warehouse) == clean_build(tmp_path, tiny_raw)


def test_what_changed_after_a_kill_is_seen(tmp_path, tiny_raw, clock):
    """Documents of a killed run that are gone or others by now leave no trace."""
    crash(tmp_path, tiny_raw)
    edit(tiny_raw)
    change_sidecar(tiny_raw)
    (tiny_raw / "码头").unlink()
    crash(tmp_path, tiny_raw)
    write_files(tiny_raw, {"nord/hafen.txt.meta.json": TINY["nord/hafen.txt.meta.json"]})
    _, warehouse = run(tmp_path, tiny_raw, clock=clock)
    assert views(warehouse) == clean_build(tmp_path, tiny_raw)


def test_a_run_that_was_not_published_is_published_by_the_next(tmp_path, raw, warehouse, clock):
    """A kill between commit and publish leaves the views behind; a run with nothing to do mends that."""
    old = (warehouse / "warehouse.duckdb").read_bytes()
    delete(raw)
    run(tmp_path, raw, clock=clock)
    (warehouse / "warehouse.duckdb").write_bytes(old)
    run(tmp_path, raw, clock=clock)
    assert views(warehouse) == clean_build(tmp_path, raw)


def test_rejections_keep_the_run_that_found_them(tmp_path, tiny_raw, clock):
    """A rejection that still holds names the run that made it first."""
    first, warehouse = run(tmp_path, tiny_raw, clock=clock)
    write_files(tiny_raw, {"b.pdf": "x"})
    second, _ = run(tmp_path, tiny_raw, clock=clock)
    assert rows(warehouse, "select path, run_id from rejections") == [
        ("b.pdf", second.run_id),
        ("blank.txt", first.run_id),
        ("photo.png", first.run_id),
    ]


def test_planning_writes_nothing(tmp_path, tiny_raw, clock):
    """A plan needs no warehouse and makes none."""
    made = pipeline.plan_run(settings_of(tmp_path, tiny_raw), clock())
    assert [work.sources[0].path for work in made.work] == [
        "blank.txt",
        "nord/hafen.txt",
        "phare.md",
        "码头",
    ]
    assert not (tmp_path / "warehouse").exists()


def test_a_missing_raw_folder_leaves_the_warehouse_alone(tmp_path, raw, warehouse, clock):
    """A raw folder that is gone is an error, not an order to delete everything."""
    before = versions(warehouse)
    raw.rename(tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="cannot be listed"):
        run(tmp_path, raw, clock=clock)
    assert versions(warehouse) == before
    assert rows(warehouse, "select count(*) from documents") == [(3,)]


def test_a_second_writer_is_refused(tmp_path, tiny_raw):
    """Two runs on one warehouse exclude each other."""
    with (
        writer_lock(tmp_path / "warehouse", "other"),
        pytest.raises(WarehouseBusyError, match="other"),
    ):
        run(tmp_path, tiny_raw)


def test_queries_are_answered_while_a_run_commits(tmp_path, raw, warehouse, clock):
    """Between the commits of a run readers see the version before, whole."""
    edit(raw)
    settings = settings_of(tmp_path, raw)
    stamp = pipeline.new_stamp(clock)
    with connect(warehouse) as reader, pipeline.open_warehouse(settings, stamp):
        made = pipeline.plan_run(settings, clock())
        receipts = [
            pipeline.annotate_batch(request) for request in pipeline.requests_of(made, settings)
        ]
        for receipt in receipts:
            pipeline.commit_receipt(warehouse, stamp, receipt, clock())
            assert rows(warehouse, "select count(*), max(source_count) from documents") == [(3, 2)]
        pipeline.finish_run(settings, stamp, made, receipts, clock())
        assert reader.execute("select count(*) from documents").fetchone() == (3,)


def test_the_comparison_leaves_out_only_what_tells_of_the_run():
    """The tests of this file compare every column but run ids and times."""
    left_out = {
        (view, column.name)
        for view, relation in PUBLIC.items()
        for column in relation.columns
        if column.name not in timeless_columns(view)
    }
    assert left_out == {
        ("rejections", "run_id"),
        ("runs", "run_id"),
        ("runs", "started_at"),
        ("runs", "finished_at"),
    }


def test_a_full_disk_is_explained_and_the_next_run_goes_on(tmp_path, tiny_raw, clock):
    """Where nothing more can be written the error names the place and the cure; readers keep what they had."""
    _, warehouse = run(tmp_path, tiny_raw, clock=clock)
    before = views(warehouse)
    write_files(tiny_raw, {"neu.txt": HARBOUR + "Morgen wird weiter verhandelt.\n"})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(
            resource.RLIMIT_FSIZE, (100, limits[1])
        )  # no file may grow beyond 100 bytes
        with pytest.raises(WarehouseError, match=r"cannot be written .* free disk space"):
            run(tmp_path, tiny_raw, clock=clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert views(warehouse) == before
    summary, _ = run(tmp_path, tiny_raw, clock=clock)
    assert summary.counts.added == 1

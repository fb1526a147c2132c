"""A changed annotator: only its tables are made anew, from the stored text, and the result is a clean build's."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from other_annotators import (
    all_body,
    all_dutch,
    failing_on,
    first_only,
    long_ago,
    nobody,
    nothing_said,
    release,
    withdraw,
)
from small_warehouse import (
    ENGLISH,
    HARBOUR,
    TINY,
    rows,
    run,
    settings_of,
    ticking_clock,
    views,
    write_files,
)

from copydesk import batch, held, pipeline
from copydesk.annotate import dates
from copydesk.annotate.dates import resolution
from copydesk.annotate.registry import STEPS, Configuration, fingerprints, tables_of
from copydesk.maintenance import maintain
from copydesk.schema import BATCH_TABLES
from copydesk.settings import FieldSettings, LanguageSettings
from copydesk.store.manifest import read_head


@pytest.fixture
def project(tmp_path, small_project):
    """A copy of a project that was run, in a folder of its own."""
    copied = shutil.copytree(small_project, tmp_path / "project")
    shutil.rmtree(copied / "raw")
    return copied


@pytest.fixture
def raw(project):
    return write_files(project / "raw", {**TINY, **ENGLISH})


CHANGES = [
    ("boilerplate", all_body),
    ("language", all_dutch),
    ("quality", nothing_said),
    ("sentences", first_only),
    ("dates", long_ago),
    ("entities", nobody),
]


@pytest.fixture(autouse=True)
def _as_it_was():
    yield
    withdraw()


def outdated_by(name):
    """The steps that use a step's result, and itself."""
    names = {name}
    for step in STEPS:
        if names & set(step.after):
            names.add(step.name)
    return names


def files_of(warehouse, tables):
    """The files of some tables, in the newest version."""
    head = read_head(warehouse)
    return {entry.path for table in tables for entry in head.files(table)}


@pytest.mark.parametrize(("name", "wrap"), CHANGES)
def test_only_its_tables_are_made_anew(project, raw, monkeypatch, name, wrap):
    """The files of all other tables stay, no raw file is read, and the views are a clean build's."""
    warehouse = project / "warehouse"
    redone = tables_of(outdated_by(name))
    kept = [table for table in BATCH_TABLES if table not in redone]
    before = {table: files_of(warehouse, [table]) for table in BATCH_TABLES}
    old_views = views(warehouse)
    release(name, "next", wrap)
    with monkeypatch.context() as patch:
        patch.setattr(batch, "read_source", None)  # whoever reads a raw file fails
        summary, _ = run(project, raw)

    assert summary.annotated_count == summary.document_count
    assert {table: files_of(warehouse, [table]) for table in kept} == {
        table: before[table] for table in kept
    }
    written = [table for table in redone if before[table]]  # what has no rows has no file
    assert all(files_of(warehouse, [table]) != before[table] for table in written)
    assert views(warehouse) != old_views
    _, clean = run(project / "clean", raw)
    assert views(warehouse) == views(clean)


@pytest.mark.parametrize("batch_documents", [1, 2, 100])
def test_files_stay_whatever_the_batches_are(tmp_path, batch_documents):
    """Many small batches, a few, or one that maintenance merged: each is renewed where it is."""
    raw = write_files(tmp_path / "raw", TINY)
    _, warehouse = run(tmp_path, raw, batch_documents=1)
    thresholds = {"small_batches": 0, "batch_documents": batch_documents}
    maintain(settings_of(tmp_path, raw, maintain=thresholds), ticking_clock(2101))
    before = files_of(
        warehouse, ["documents", "sources", "lines", "languages", "quality", "sentences"]
    )
    release("dates", "next", long_ago)
    summary, warehouse = run(tmp_path, raw, batch_documents=2, clock=ticking_clock(2102))
    assert summary.annotated_count == 3
    assert (
        files_of(warehouse, ["documents", "sources", "lines", "languages", "quality", "sentences"])
        == before
    )
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_a_batch_of_more_documents_than_a_chunk_is_renewed(tmp_path, monkeypatch):
    """Documents are read back a few at a time and in the order of the batch; none is mixed up."""
    monkeypatch.setattr(held, "CHUNK_DOCUMENTS", 2)
    monkeypatch.setattr(batch, "CHUNK_DOCUMENTS", 2)
    stories = {f"{n}.txt": HARBOUR.replace("14.03", f"{n + 10}.03") for n in range(7)}
    raw = write_files(tmp_path / "raw", stories)
    run(tmp_path, raw)
    release("language", "next", all_dutch)
    summary, warehouse = run(tmp_path, raw)
    assert summary.annotated_count == 7
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_only_batches_of_the_old_version_are_renewed(tmp_path):
    """Work that a killed or earlier run did with the new version is not done again."""
    raw = write_files(tmp_path / "raw", TINY)
    run(tmp_path, raw)
    release("dates", "next", long_ago)
    run(tmp_path, raw)
    write_files(raw, {"neu.txt": "Neues vom Deich\n\nDer Deich hat gehalten, sagt die Gemeinde.\n"})
    summary, _ = run(tmp_path, raw)
    assert summary.annotated_count == 1


def test_the_plan_tells_what_is_renewed_and_how_long_it_takes(tmp_path):
    """Counts by reason, and a time that follows from the batches before."""
    raw = write_files(tmp_path / "raw", TINY)
    run(tmp_path, raw)
    release("dates", "next", long_ago)
    settings = settings_of(tmp_path, raw)
    plan = pipeline.plan_run(settings, datetime(2100, 1, 1, tzinfo=UTC))
    assert plan.reasons == {"annotator changed: date_resolution, dates": 3}
    in_part = pipeline.estimate_seconds(plan, 1)
    whole = pipeline.estimate_seconds(replace(plan, renewals=(), work=plan.renewals[0].work), 1)
    assert 0 < in_part < whole
    assert pipeline.estimate_seconds(plan, 2) == pytest.approx(in_part / 2)


def test_a_setting_of_an_annotator_is_part_of_what_made_its_rows(tmp_path):
    """`audit` asks langdetect for every text: language and what follows it are redone, and no language changes."""
    quay = "Der Anleger bleibt vorerst geschlossen.\n\nDer Senat schweigt bisher zu dem Streik.\n"
    raw = write_files(tmp_path / "raw", {**TINY, "kai.txt": quay})
    _, warehouse = run(tmp_path, raw)
    told = "select doc_id, line_no, rank, language_tag, score, method from languages"
    heard = "select count(langdetect_code) from languages"
    before, [(heard_before,)] = rows(warehouse, told), rows(warehouse, heard)
    kept = files_of(warehouse, ["documents", "sources", "paragraphs", "lines"])
    audited = {"language": {"audit": True}}
    plan = pipeline.plan_run(
        settings_of(tmp_path, raw, **audited), datetime(2100, 1, 1, tzinfo=UTC)
    )
    redone = ", ".join(sorted(outdated_by("language")))
    assert plan.reasons == {f"annotator changed: {redone}": 4}
    run(tmp_path, raw, **audited)
    assert rows(warehouse, told) == before
    assert rows(warehouse, heard) > [(heard_before,)]
    assert files_of(warehouse, ["documents", "sources", "paragraphs", "lines"]) == kept
    _, clean = run(tmp_path / "clean", raw, **audited)
    assert views(warehouse) == views(clean)


def test_an_order_of_day_and_month_reads_the_dates_again(tmp_path):
    """The stored text is parsed by the new order; nothing else is redone."""
    visit = "Le phare\n\nLa visite est fixée au 03/04/2025, dit le maire.\n"
    raw = write_files(tmp_path / "raw", {**TINY, "nord/phare.txt": visit})
    told = "select value, rule from dates where surface = '03/04/2025'"
    _, warehouse = run(tmp_path, raw)
    assert rows(warehouse, told) == [("2025-04-03", "numeric.dmy_by_language")]
    kept = files_of(warehouse, ["documents", "sources", "lines", "sentences"])
    ordered = {"dates": {"order": [{"order": "mdy", "source": "nord"}]}}
    run(tmp_path, raw, **ordered)
    assert rows(warehouse, told) == [("2025-03-04", "numeric.mdy_by_source")]
    assert files_of(warehouse, ["documents", "sources", "lines", "sentences"]) == kept
    _, clean = run(tmp_path / "clean", raw, **ordered)
    assert views(warehouse) == views(clean)


def test_a_setting_changes_the_fingerprints_of_its_step_and_of_what_follows():
    """Each part of the configuration outdates its own step, and those that use the result."""
    usual = fingerprints()
    changed = {
        "language": Configuration(language=LanguageSettings(audit=True)),
        "text": Configuration(fields=FieldSettings(title=("head",))),
    }
    for name, configuration in changed.items():
        made = fingerprints(configuration)
        assert {step for step in usual if usual[step] != made[step]} == outdated_by(name)


def test_without_earlier_batches_there_is_no_estimate(tmp_path):
    """Before a first run nothing is known of the time it takes."""
    raw = write_files(tmp_path / "raw", TINY)
    settings = settings_of(tmp_path, raw)
    plan = pipeline.plan_run(settings, datetime(2100, 1, 1, tzinfo=UTC))
    assert pipeline.estimate_seconds(plan, 1) is None


def test_a_document_that_the_new_version_fails_on_is_rejected_alone(tmp_path):
    """The others are renewed; the version after it brings the document back."""

    raw = write_files(tmp_path / "raw", TINY)
    run(tmp_path, raw)
    release("dates", "faulty", failing_on("Hafen"))
    summary, warehouse = run(tmp_path, raw)
    assert summary.document_count == 2
    refused = "select path from rejections where reason_code = 'annotation_failed'"
    assert rows(warehouse, refused) == [("nord/hafen.txt",), ("nord/kopie.txt",)]
    withdraw()
    summary, warehouse = run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_another_resolution_reads_no_text(project, raw, monkeypatch):
    """A raised version of the resolution alone works on the stored operations, and gives what a clean build does."""
    warehouse = project / "warehouse"
    before = {table: files_of(warehouse, [table]) for table in BATCH_TABLES}
    old_views = views(warehouse)
    monkeypatch.setattr(resolution, "MIN_ANCHOR_CONFIDENCE", 1.1)
    release("date_resolution", "next")
    with monkeypatch.context() as patch:
        patch.setattr(dates, "annotate", None)  # whoever parses a text fails
        summary, _ = run(project, raw)

    assert summary.annotated_count == summary.document_count
    redone = {table for table in BATCH_TABLES if files_of(warehouse, [table]) != before[table]}
    assert redone == {"dates", "document_dates", "date_evidence"}
    assert views(warehouse) != old_views
    _, clean = run(project / "clean", raw)
    assert views(warehouse) == views(clean)


def test_every_table_has_its_step():
    """Each table of a batch is the result of a step."""
    assert sorted(tables_of({step.name for step in STEPS})) == sorted(BATCH_TABLES)

"""Something else is said of a text: its dates are resolved again, and all else stays as it is where nothing else changes."""

import json

import pytest
from other_annotators import long_ago, release, withdraw
from small_warehouse import HARBOUR, LIGHTHOUSE, rows, run, views, write_files

from copydesk import batch
from copydesk.annotate import dates
from copydesk.schema import BATCH_TABLES
from copydesk.store.manifest import read_head

NOTE = "---\ntitle: Der Deich hält\nauthor: Bo Quill\n---\nAm Freitag hielt der Deich dem Hochwasser stand.\n"
PAGE = (
    "<html><head><title>Deich</title></head><body><article><p>Am Freitag hielt der Deich dem Hochwasser stand, "
    "sagte der Deichgraf in Nordstadt am Abend.</p></article></body></html>"
)
RECORDS = [{"id": n, "title": "Eins", "text": HARBOUR.replace("14.03", f"{n}.03")} for n in (1, 2)]
SAID = {"title": "Streik", "source_name": "Nordpost"}
FILES = {
    "nord/hafen.txt": HARBOUR,
    "nord/hafen.txt.meta.json": json.dumps(SAID),
    "nord/kopie.txt": LIGHTHOUSE,
    "note.md": NOTE,
    "page.html": PAGE,
    "feed.jsonl": "\n".join(map(json.dumps, RECORDS)),
}
AGAIN = {"sources", "source_metadata", "dates", "document_dates", "date_evidence"}


@pytest.fixture
def raw(tmp_path):
    return write_files(tmp_path / "raw", FILES)


@pytest.fixture(autouse=True)
def _as_it_was():
    yield
    withdraw()


def sidecar(name, **said):
    return {f"{name}.meta.json": json.dumps(said)}


def records(*dated):
    told = [
        {**record, **({"date": day} if day else {})}
        for record, day in zip(RECORDS, dated, strict=True)
    ]
    return {"feed.jsonl": "\n".join(map(json.dumps, told))}


def files_by_table(warehouse):
    head = read_head(warehouse)
    return {table: {entry.path for entry in head.files(table)} for table in BATCH_TABLES}


DATES_ONLY = [
    (sidecar("nord/hafen.txt", **SAID, published="2025-03-17"), 1),
    (sidecar("nord/hafen.txt", **SAID, url="https://example.org/2025/03/17/hafen"), 1),
    (sidecar("nord/hafen.txt", **SAID, author="Ada Penn"), 1),
    (sidecar("nord/hafen.txt", title="Streik", source_name="Südpost"), 1),
    (sidecar("nord/kopie.txt", published="2025-03-17"), 1),
    (sidecar("note.md", published="2025-03-21"), 1),  # its title stands in the text
    (records("2025-03-17", None), 1),
    (records("2025-03-17", "2025-03-18"), 2),
    (sidecar("feed.jsonl", published="2025-03-17"), 2),  # of a container, for all its members
    ({"2025-03-17-kopie.txt": LIGHTHOUSE}, 1),  # a copy that comes first tells a date in its path
]  # fmt: skip


@pytest.mark.parametrize(("edit", "count"), DATES_ONLY)
def test_only_the_dates_are_made_anew(tmp_path, raw, monkeypatch, edit, count):
    """No raw file is read, no text parsed, no annotator asked; the result is that of a clean build."""
    _, warehouse = run(tmp_path, raw, batch_documents=1)
    before = files_by_table(warehouse)
    write_files(raw, edit)
    with monkeypatch.context() as patch:
        patch.setattr(batch, "made_document", None)  # whoever reads or parses a text fails
        patch.setattr(dates, "annotate", None)
        summary, _ = run(tmp_path, raw, batch_documents=1)
    assert (summary.annotated_count, summary.rejections) == (count, ())
    after = files_by_table(warehouse)
    assert {table for table in BATCH_TABLES if after[table] != before[table]} <= AGAIN
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_a_date_that_arrives_resolves_what_was_open(tmp_path):
    """An undated story tells days once its sidecar does, and loses them again with it."""
    raw = write_files(
        tmp_path / "raw", {"kai.txt": "Der Kai\n\nAm Montag kam das Schiff in den Hafen.\n"}
    )
    told = "select surface, value, anchor_source from dates"
    _, warehouse = run(tmp_path, raw)
    assert rows(warehouse, told) == [("Montag", "XXXX-WXX-1", None)]
    write_files(raw, sidecar("kai.txt", published="2025-03-19"))
    run(tmp_path, raw)
    assert rows(warehouse, told) == [("Montag", "2025-03-17", "metadata")]
    (raw / "kai.txt.meta.json").unlink()
    run(tmp_path, raw)
    assert rows(warehouse, told) == [("Montag", "XXXX-WXX-1", None)]


RULES = '[[rule]]\naction = "drop"\npattern = "Senat"\nsource = "nord*"\n'
WHOLE = [
    (
        sidecar("nord/hafen.txt", **{**SAID, "title": "Hafen steht still"}, published="2025-03-17"),
        "",
    ),
    (sidecar("page.html", published="2025-03-17"), ""),
    (sidecar("nord/hafen.txt", title="Streik", source_name="Südpost"), RULES),
]


@pytest.mark.parametrize(("edit", "rules"), WHOLE)
def test_what_shapes_more_than_dates_redoes_the_document(tmp_path, raw, edit, rules):
    """Titles mark lines, publishers choose the user's rules, and pages are read by a package with a version."""
    for project in (tmp_path, tmp_path / "clean"):
        write_files(project, {"line_rules.toml": rules})
    _, warehouse = run(tmp_path, raw, batch_documents=1)
    before = files_by_table(warehouse)["documents"]
    write_files(raw, edit)
    summary, _ = run(tmp_path, raw, batch_documents=1)
    assert summary.annotated_count == 1
    assert files_by_table(warehouse)["documents"] - before
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_a_new_annotator_and_a_new_date_come_together(tmp_path, raw):
    """What is outdated is renewed in the same pass over the stored text."""
    _, warehouse = run(tmp_path, raw)
    before = files_by_table(warehouse)
    write_files(raw, sidecar("nord/hafen.txt", **SAID, published="2025-03-17"))
    release("dates", "next", long_ago)
    run(tmp_path, raw)
    assert (
        files_by_table(warehouse)["sentences"] != before["sentences"]
    )  # of two documents in two batches now
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)

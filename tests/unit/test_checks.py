"""The checks of sql/checks: each finds the fault it is for in a warehouse made by hand, and no other does."""

from copy import deepcopy
from datetime import date, datetime
from uuid import UUID

import pytest

from copydesk.checks import check_names, run_checks
from copydesk.errors import WarehouseError
from copydesk.schema import BATCH_TABLES, INDEX_TABLES, STORED, WAREHOUSE_TABLES
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import write_rows
from copydesk.store.publish import publish

DOC, STRANGER = UUID(int=1), UUID(int=2)
TEXT = "Mole fertig\n\nAm 4.3.2025 ging Rosa Quandt über die neue Mole."
NOON = datetime(2100, 1, 1, 12)  # noqa: DTZ001  # stored times are UTC without a zone


def span(surface):
    start = TEXT.index(surface)
    return {"start_char": start, "end_char": start + len(surface)}


NEUTRAL_SIGNALS = {
    column.name: None if column.nullable else 0
    for column in STORED["quality"].columns
    if column.name != "doc_id"
}
GOOD = {
    "documents": [
        {
            "doc_id": DOC,
            "text": TEXT,
            "char_count": len(TEXT),
            "word_count": 12,
            "line_count": 2,
            "lost_char_count": 0,
            "repaired_char_count": 0,
            "raw_runs": [0, len(TEXT), len(TEXT.encode())],
        }
    ],
    "sources": [
        {
            "source_id": UUID(int=11),
            "path": "mole.txt",
            "member": None,
            "doc_id": DOC,
            "byte_count": len(TEXT.encode()),
            "encoding_name": "utf-8",
            "encoding_score": 1.0,
            **dict.fromkeys(("source_name", "url", "title", "author_name", "published_text")),
            **dict.fromkeys(("language_text", "metadata_warning")),
            "metadata_hash": "",
            "is_primary": True,
        }
    ],
    "source_metadata": [
        {
            "source_id": UUID(int=11),
            "doc_id": DOC,
            "item_no": 1,
            "origin": "path_rule",
            "key": "desk",
            "value": "Hafen",
            **dict.fromkeys(("field", "line_no")),
            "is_used": False,
        }
    ],
    "lines": [
        {
            "doc_id": DOC,
            "line_no": 1,
            **span("Mole fertig"),
            "kind": "title",
            "reason": "r",
            "score": 1.0,
            "template_hash": 1,
        },
        {
            "doc_id": DOC,
            "line_no": 3,
            **span(TEXT[13:]),
            "kind": "body",
            "reason": "r",
            "score": 1.0,
            "template_hash": 2,
        },
    ],
    "line_rules": [{"doc_id": DOC, "line_no": 3, "action": "keep", "reason": "r"}],
    "recurring_lines": [
        {
            "doc_id": DOC,
            "line_no": 3,
            "kind": "boilerplate",
            "reason": "recurring",
            "score": 0.9,
            "story_count": 3,
            "source_document_count": 3,
        }
    ],
    "paragraphs": [
        {
            "doc_id": DOC,
            "paragraph_no": number,
            "line_no": line_no,
            "end_line_no": line_no,
            **span(surface),
            "line_end_cuts": [],
        }
        for number, line_no, surface in ((1, 1, "Mole fertig"), (2, 3, TEXT[13:]))
    ],
    "sentences": [{"doc_id": DOC, "sentence_no": 1, "line_no": 3, **span(TEXT[13:])}],
    "languages": [
        {
            "doc_id": DOC,
            "line_no": line_no,
            "rank": 1,
            "language_code": "de",
            "language_tag": "de",
            "script_code": "Latn",
            "score": 0.9,
            "letter_share": 1.0,
            "method": "agreement",
            "detector": "d",
            "votes": {"d": "de"},
            "langdetect_code": None,
            "langdetect_score": None,
        }
        for line_no in (None, 1, 3)
    ],
    "quality": [{"doc_id": DOC, **NEUTRAL_SIGNALS}],
    "dates": [
        {
            "doc_id": DOC,
            "date_no": 1,
            "line_no": 3,
            **span("4.3.2025"),
            "surface": "4.3.2025",
            "timex_type": "DATE",
            "value": "2025-03-04",
            "value_edtf": "2025-03-04",
            "start_date": date(2025, 3, 4),
            "end_date": date(2025, 3, 4),
            "earliest_date": date(2025, 3, 4),
            "latest_date": date(2025, 3, 4),
            "precision": "day",
            "status": "absolute",
            "op": "{}",
            **dict.fromkeys(("anchor_date", "anchor_source", "range_id")),
            "alternatives": [],
            "confidence": 0.9,
            "rule": "r",
        }
    ],
    "date_evidence": [
        {
            "doc_id": DOC,
            "evidence_no": 1,
            "kind": "path",
            **dict.fromkeys(("surface", "start_char", "end_char")),
            "value": "2025",
            "precision": "year",
            "confidence": 0.5,
            "rule": "r",
        }
    ],
    "document_dates": [
        {
            "doc_id": DOC,
            "status": "unknown",
            **dict.fromkeys(("published_date", "precision", "confidence")),
            **dict.fromkeys(("earliest_date", "latest_date", "evidence_no")),
            "is_contested": False,
        }
    ],
    "amounts": [
        {
            "doc_id": DOC,
            "amount_no": 1,
            "line_no": 3,
            **span("Rosa Quandt"),
            "surface": "Rosa Quandt",
            "amount_type": "money",
            "value": 1.0,
            "high_value": None,
            "unit": "EUR",
        }
    ],
    "mentions": [
        {
            "doc_id": DOC,
            "mention_no": 1,
            "line_no": 3,
            **span("Rosa Quandt"),
            "surface": "Rosa Quandt",
            "entity_type": "PERSON",
            "subtype": None,
            "method": "model",
            "score": None,
            "engine": "m 1",
            "entity_name": "rosa quandt",
            "container_name": None,
            "is_in_dateline": False,
            "is_said_of_government": False,
        }
    ],
    "mention_entities": [
        {
            "doc_id": DOC,
            "mention_no": 1,
            "entity_id": "local:1",
            "entity_type": "PERSON",
            "link_method": "name",
            "link_score": 1.0,
            "metonym_country_code": None,
            "line_kind": "body",
            "is_hidden": False,
        }
    ],
    "entities": [
        {
            "entity_id": "local:1",
            "entity_type": "PERSON",
            "name": "Rosa Quandt",
            "aliases": ["Rosa Quandt"],
            **dict.fromkeys(("country_code", "metonym_country_code", "wikidata_id")),
            **dict.fromkeys(("geonames_id", "place_kind", "latitude", "longitude")),
            "document_count": 1,
            "mention_count": 1,
            "is_hidden": False,
        }
    ],
    "entity_aliases": [
        {"entity_id": "local:1", "alias": "Rosa Quandt", "document_count": 1, "mention_count": 1}
    ],
    "entity_links": [
        {
            "entity_id": "local:1",
            "entity_type": "PERSON",
            "name": "Quandt",
            "linked_name": "Rosa Quandt",
            "method": "surname",
            "score": 0.95,
            "scope": "document",
            "document_count": 1,
            "doc_id": DOC,
        }
    ],
    "entity_documents": [{"entity_id": "local:1", "doc_id": DOC, "mention_count": 1}],
    "entity_cooccurrences": [
        {
            "entity_id": "local:1",
            "other_entity_id": "local:1",
            "document_count": 1,
            "sentence_count": 1,
        }
    ],
    "indexed_documents": [
        {"segment_no": 7, "doc_no": 1, "doc_id": DOC, "term_count": 2, "title_line": "Mole fertig"}
    ],
    "indexed_terms": [
        {
            "term": term,
            "segment_no": 7,
            "doc_no": 1,
            "occurrence_count": 1,
            "positions": [position],
        }
        for position, term in ((2, "fertig"), (1, "mole"))
    ],
    "rejections": [
        {
            "path": "leer.txt",
            "member": None,
            "reason_code": "empty",
            "detail": "d",
            "run_id": "one",
            "doc_id": None,
            "fingerprint": "f",
        }
    ],
    "runs": [
        {
            "run_id": "one",
            "started_at": NOON,
            "finished_at": NOON,
            "source_count": 2,
            "added_count": 1,
            "changed_count": 0,
            "removed_count": 0,
            "unchanged_count": 0,
            "rejected_count": 1,
            "document_count": 1,
        }
    ],
}
"""One document with one row or two in every table."""


def set_to(table, **values):
    """Return a change of the first row of a table."""
    return lambda tables: tables[table][0].update(values)


def copy_of(table, **values):
    """Return a change that adds a row like the first one of a table."""
    return lambda tables: tables[table].append({**tables[table][0], **values})


def without(table):
    """Return a change that empties a table."""
    return lambda tables: tables[table].clear()


def found_by(folder, change):
    """The names of the checks that report on a warehouse with this change."""
    tables = deepcopy(GOOD)
    change(tables)
    files = {name: write_rows(folder, name, rows) for name, rows in tables.items() if rows}
    batch = BatchEntry(
        1, {}, {name: files[name] for name in (*BATCH_TABLES, *INDEX_TABLES) if name in files}, {}
    )
    small = {name: files[name] for name in WAREHOUSE_TABLES if name in files}
    publish(folder, Manifest(1, "one", "2100-01-01", True, {"b": batch}, small))
    return {result.name for result in run_checks(folder) if result.bad_count}


FAULTS = [
    # A key that two rows share. A document held by two batches shows in every view.
    (copy_of("sentences"), {"duplicate_keys"}),
    (copy_of("date_evidence"), {"duplicate_keys"}),
    (copy_of("source_metadata"), {"duplicate_keys"}),
    (copy_of("rejections"), {"duplicate_keys", "unbalanced_runs"}),  # a row too many as well
    # Numbers of the last run.
    (set_to("runs", document_count=2), {"unbalanced_runs"}),
    (set_to("runs", added_count=0), {"unbalanced_runs"}),
    (set_to("runs", rejected_count=0), {"unbalanced_runs"}),
    # Times that end before they start.
    (set_to("dates", start_date=date(2025, 3, 5)), {"inverted_dates"}),
    (set_to("dates", latest_date=date(2025, 3, 3)), {"inverted_dates"}),
    # Values outside the closed sets.
    (lambda tables: tables["lines"][0].update(kind="advert"), {"unknown_codes"}),
    (set_to("dates", status="guessed"), {"unknown_codes"}),
    (set_to("dates", timex_type="date"), {"unknown_codes"}),
    (set_to("document_dates", status="absolute"), {"unknown_codes"}),
    (set_to("mentions", subtype="moon"), {"unknown_codes"}),
    (set_to("amounts", amount_type="time"), {"unknown_codes"}),
    (copy_of("amounts"), {"duplicate_keys"}),
    (
        set_to("mention_entities", entity_type="SHIP"),
        {"unknown_codes", "inconsistent_entities"},
    ),
    (set_to("mention_entities", link_method="guess"), {"unknown_codes"}),
    (set_to("entity_links", scope="world"), {"unknown_codes"}),
    # Entities that are not what their mentions say.
    (set_to("entities", mention_count=2), {"inconsistent_entities"}),
    (set_to("entities", entity_id="local:2"), {"inconsistent_entities"}),
    (without("entities"), {"inconsistent_entities"}),
    (without("mention_entities"), {"inconsistent_entities"}),
    (set_to("entity_aliases", entity_id="local:2"), {"inconsistent_entities"}),
    (set_to("entity_links", entity_id="local:2"), {"inconsistent_entities"}),
    (set_to("entity_documents", entity_id="local:2"), {"inconsistent_entities"}),
    (set_to("entity_cooccurrences", other_entity_id="local:2"), {"inconsistent_entities"}),
    (copy_of("entity_aliases"), {"duplicate_keys"}),
    (copy_of("entity_links"), {"duplicate_keys"}),
    (copy_of("entity_documents"), {"duplicate_keys"}),
    (copy_of("entity_cooccurrences"), {"duplicate_keys"}),
    (set_to("entity_documents", doc_id=STRANGER), {"orphans"}),
    (set_to("entity_links", doc_id=STRANGER), {"orphans"}),
    (set_to("source_metadata", origin="rumour"), {"unknown_codes"}),
    (set_to("source_metadata", field="author"), {"unknown_codes"}),
    (set_to("languages", method="guess"), {"unknown_codes"}),
    # Languages that contradict themselves or one another.
    (set_to("languages", language_tag="deu"), {"inconsistent_languages"}),
    (set_to("languages", score=1.01), {"inconsistent_languages"}),
    (set_to("languages", letter_share=-0.1), {"inconsistent_languages"}),
    (set_to("languages", langdetect_score=2.0), {"inconsistent_languages"}),
    (copy_of("languages", rank=2, letter_share=0.01), {"inconsistent_languages"}),  # 1.01
    (copy_of("languages", rank=3, letter_share=0.0), {"inconsistent_languages"}),  # no rank 2
    (copy_of("languages", line_no=1, rank=3), {"inconsistent_languages"}),
    # Rows of a document or a source that is not there.
    (set_to("source_metadata", source_id=STRANGER), {"orphans"}),
    (set_to("source_metadata", doc_id=STRANGER), {"orphans"}),
    (copy_of("lines", doc_id=STRANGER), {"orphans"}),
    (copy_of("languages", doc_id=STRANGER), {"orphans"}),
    (copy_of("document_dates", doc_id=STRANGER), {"orphans"}),
    (copy_of("date_evidence", doc_id=STRANGER), {"orphans"}),
    # A document that lacks a row drops out of the view; its other rows are orphans then.
    (
        copy_of("documents", doc_id=STRANGER),
        {"incomplete_documents", "orphans", "unindexed_documents"},
    ),
    (without("languages"), {"incomplete_documents", "orphans", "unbalanced_runs"}),
    (without("document_dates"), {"incomplete_documents", "orphans", "unbalanced_runs"}),
    (without("quality"), {"incomplete_documents"}),
    (copy_of("quality"), {"duplicate_keys"}),
    # Surfaces that are not the text at their offsets.
    (set_to("dates", surface="4.3.2026"), {"surface_differs_from_text"}),
    (set_to("mentions", start_char=0, end_char=11), {"surface_differs_from_text"}),
    (set_to("amounts", start_char=0, end_char=11), {"surface_differs_from_text"}),
    # Spans outside the text.
    (set_to("lines", end_char=len(TEXT) + 1), {"offsets_out_of_range"}),
    (set_to("sentences", start_char=-1), {"offsets_out_of_range"}),
    (
        set_to("sentences", end_char=13),
        {"offsets_out_of_range", "dates_outside_sentences"},
    ),  # empty
    # Days that no sentence tells.
    (set_to("sentences", start_char=40), {"dates_outside_sentences"}),
    (without("sentences"), {"dates_outside_sentences"}),
    (set_to("date_evidence", start_char=5, end_char=4), {"offsets_out_of_range"}),
    # A map that does not reach the end of the text, or of the raw bytes.
    (set_to("documents", raw_runs=[0, 3, len(TEXT.encode())]), {"raw_offsets_incomplete"}),
    (set_to("documents", raw_runs=[0, len(TEXT), 3]), {"raw_offsets_incomplete"}),
    (set_to("documents", raw_runs=[]), {"raw_offsets_incomplete"}),
    # Annotations on a line that no table has: the views would not show them.
    (set_to("sentences", line_no=99), {"unplaced_annotations"}),
    (set_to("dates", line_no=99), {"unplaced_annotations"}),
    (set_to("mentions", line_no=99), {"unplaced_annotations"}),
    (set_to("amounts", line_no=99), {"unplaced_annotations"}),
    (copy_of("languages", line_no=2), {"unplaced_annotations"}),  # a line, but no paragraph's first
    # Decisions on a line that no table has, and of the corpus on one that is no body line by itself.
    (set_to("recurring_lines", line_no=99), {"misplaced_decisions"}),
    (set_to("recurring_lines", line_no=1), {"misplaced_decisions"}),
    (set_to("line_rules", line_no=99), {"misplaced_decisions"}),
    (copy_of("recurring_lines"), {"duplicate_keys"}),
    (copy_of("recurring_lines", doc_id=STRANGER), {"orphans", "misplaced_decisions"}),
    (copy_of("line_rules", line_no=1, action="lose"), {"unknown_codes"}),
    # A document that no search finds, terms of one that is gone, and terms that are lost or double.
    (without("indexed_documents"), {"unindexed_documents"}),
    (set_to("indexed_documents", doc_id=STRANGER), {"unindexed_documents"}),
    (copy_of("indexed_documents", doc_id=STRANGER, doc_no=2), {"unindexed_documents"}),
    (
        copy_of("indexed_documents", doc_no=2),
        {"unindexed_documents", "duplicate_keys", "unbalanced_runs"},
    ),
    (set_to("indexed_terms", doc_no=2), {"unindexed_documents"}),
    (copy_of("indexed_terms"), {"unindexed_documents"}),
    (without("indexed_terms"), {"unindexed_documents"}),
    # A source on both sides of the count.
    (set_to("rejections", path="mole.txt"), {"kept_and_rejected"}),
]


@pytest.mark.parametrize(("change", "expected"), FAULTS)
def test_a_fault_is_found_by_its_check(tmp_path, change, expected):
    """The check that is for a fault reports it, and no other check does."""
    assert found_by(tmp_path, change) == expected


def test_every_check_has_a_fault():
    """No file of sql/checks goes untested."""
    assert set(check_names()) == set().union(*(names for _, names in FAULTS))


def test_a_good_warehouse_has_no_bad_rows(tmp_path):
    """Where all is right no check reports."""
    assert found_by(tmp_path, lambda _: None) == set()


@pytest.mark.parametrize("warehouse", ["small_warehouse", "empty_warehouse"])
def test_what_copydesk_makes_passes_its_checks(request, warehouse):
    """A warehouse of a real run passes, and one that holds nothing yet."""
    results = run_checks(request.getfixturevalue(warehouse))
    assert [result.name for result in results] == check_names()
    assert [result for result in results if result.bad_count or result.example] == []


def test_a_result_shows_an_example(tmp_path):
    """A report holds the number of bad rows and the first of them."""
    found_by(tmp_path, copy_of("lines", doc_id=STRANGER))
    (result,) = (item for item in run_checks(tmp_path) if item.bad_count)
    assert (result.name, result.bad_count) == ("orphans", 1)
    assert "lines" in result.example


def test_checks_need_published_views(tmp_path):
    """Without a view database there is nothing to check: the error says so."""
    with pytest.raises(WarehouseError, match="copydesk run"):
        run_checks(tmp_path)

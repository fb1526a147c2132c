"""Languages in the store and in the views: what was found comes back, and what it says of a document."""

import json
import re
from uuid import UUID

import pytest
from click.testing import CliRunner
from small_warehouse import TINY, rows, run, settings_of, ticking_clock, write_files

from copydesk.annotate import language
from copydesk.cli import main
from copydesk.held import read_documents
from copydesk.maintenance import maintain
from copydesk.records import LanguageMethod
from copydesk.schema import BATCH_TABLES, STORED
from copydesk.store.manifest import BatchEntry, Manifest, read_head
from copydesk.store.parquet import write_rows
from copydesk.store.publish import publish

MIXED = (
    "Hafen steht still\n\n"
    "Die Hafenarbeiter legten am Freitag die Arbeit nieder, weil der Senat ihre Forderungen nicht erhört hat.\n\n"
    "Совет порта в пятницу в третий раз отложил голосование о строительстве нового причала для паромов.\n\n"
    "+++ 12 : 30 +++\n\n"
    "Am Montag wollen beide Seiten noch einmal miteinander reden, sagte eine Sprecherin der Gewerkschaft.\n"
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    """The tiny raw folder and a story with a paragraph in Russian, in batches of one."""
    project = tmp_path_factory.mktemp("languages")
    raw = write_files(project / "raw", {**TINY, "mixed.txt": MIXED})
    _, warehouse = run(project, raw, batch_documents=1)
    return warehouse


def held_languages(warehouse):
    """Each stored document with its labels and languages, as later steps get them."""
    return [
        one
        for batch in read_head(warehouse).batches.values()
        for one in read_documents(warehouse, batch, doc_ids_of(warehouse), BATCH_TABLES)
    ]


def doc_ids_of(warehouse):
    return [UUID(str(doc_id)) for (doc_id,) in rows(warehouse, "select doc_id from documents")]


def test_later_steps_get_what_was_found(warehouse):
    """Rows read back are the annotator's own: paragraphs, methods and votes too, the document's best first."""
    held = held_languages(warehouse)
    assert len(held) == 4
    for one in held:
        assert one.languages == language.annotate(one.document, one.labels)
        assert all(isinstance(row.method, LanguageMethod) for row in one.languages)
        assert (one.languages[0].line_no, one.languages[0].rank) == (None, 1)


def test_a_merge_keeps_them(tmp_path):
    """Votes are maps in the files: sorted and written anew they are as they were."""
    raw = write_files(tmp_path / "raw", {**TINY, "mixed.txt": MIXED})
    _, warehouse = run(tmp_path, raw, batch_documents=1)
    before = {one.document.doc_id: one.languages for one in held_languages(warehouse)}
    thresholds = {"small_batches": 0, "batch_documents": 100}
    maintain(settings_of(tmp_path, raw, maintain=thresholds), ticking_clock(2101))
    assert len(read_head(warehouse).batches) == 1
    assert {one.document.doc_id: one.languages for one in held_languages(warehouse)} == before


def test_every_paragraph_with_a_letter_has_one_row(warehouse):
    """One of rank 1 each, and none for a paragraph of numbers."""
    found = rows(
        warehouse,
        r"""
        select
            regexp_matches(paragraphs.text, '\p{L}') as has_letter,
            count(distinct (paragraphs.doc_id, paragraphs.line_no)) as paragraphs,
            count(languages.doc_id) as languages
        from paragraphs
        left outer join languages
            on
                paragraphs.doc_id = languages.doc_id
                and paragraphs.line_no = languages.line_no
                and languages.rank = 1
        group by all
        """,
    )
    assert found == [(False, 1, 0), (True, 10, 10)]


def test_a_paragraph_in_another_language_is_found(warehouse):
    """The question that an analyst asks: paragraphs in Russian of pages in another language."""
    found = rows(
        warehouse,
        """
        select documents.language_code, documents.is_multilingual, languages.line_no, paragraphs.text[:5]
        from languages
        inner join documents on languages.doc_id = documents.doc_id
        inner join paragraphs
            on languages.doc_id = paragraphs.doc_id and languages.line_no = paragraphs.line_no
        where languages.language_code = 'ru' and documents.language_code <> 'ru'
        """,
    )
    assert found == [("de", True, 5, "Совет")]


def test_a_vote_is_asked_for_by_engine(warehouse):
    """`votes` is a map: an engine that was not asked is NULL."""
    found = rows(
        warehouse,
        "select distinct votes['nobody'] is null, typeof(votes), map_keys(votes) = [] "
        "from languages where votes is not null",
    )
    assert found in ([(True, "MAP(VARCHAR, VARCHAR)", False)], [])


def test_show_tells_the_languages_of_a_mixed_document(warehouse):
    """Tag, share of the letters, score and method of each; of a document in one language only its tag."""
    shown = show(warehouse, "mixed.txt")
    assert "language de " in shown
    line = (
        r"^languages: de \d\d\.\d% \(score \d\.\d\d, \w+\), ru \d\d\.\d% \(score \d\.\d\d, \w+\)$"
    )
    assert re.search(line, shown, re.MULTILINE)
    assert "languages:" not in show(warehouse, "phare.md")


def show(warehouse, path):
    """What `copydesk show` prints of a document."""
    arguments = ["show", path, "--warehouse", str(warehouse)]
    result = CliRunner().invoke(main, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.stdout


def test_votes_are_an_object_in_json(warehouse):
    """A program that reads `--format json` gets a map as an object."""
    sql = "select votes, map {'eldc': 'de'} as example from languages where votes is not null"
    arguments = ["query", sql, "--format", "json", "--warehouse", str(warehouse)]
    printed = CliRunner().invoke(main, arguments).stdout.splitlines()
    assert all(json.loads(line)["example"] == {"eldc": "de"} for line in printed)
    assert all(isinstance(json.loads(line)["votes"], dict) for line in printed)


DOC = UUID(int=1)
MULTILINGUAL = [
    ([("de", 1.0)], False),
    ([("de", 0.8), ("en", 0.2)], True),  # a fifth is enough
    ([("de", 0.81), ("en", 0.19)], False),
    ([("de", 0.4), ("en", 0.3), ("ru", 0.3)], True),
    ([("de", 0.7), ("und", 0.3)], False),  # what cannot be told is no language
    ([("und", 0.6), ("de", 0.4)], False),
    ([("zxx", 1.0), ("de", 0.0)], False),
    ([("zh", 0.5), ("zh", 0.5)], False),  # one language in two scripts
    ([("de", 0.7), ("sr", 0.15), ("sr", 0.15)], True),  # which counts as one
]


def filled(table, **row):
    """A row of a stored table, with nothing in the columns that are not given."""
    neutral = {"string": "", "bool": True}
    absent = {
        item.name: None if item.nullable else neutral.get(str(item.type), 0)
        for item in STORED[table].columns
    }
    return {**absent, "doc_id": DOC, **row}


@pytest.mark.parametrize(("shares", "expected"), MULTILINGUAL)
def test_a_document_is_multilingual_by_its_second_language(tmp_path, shares, expected):
    """A second language with a fifth of the letters, whatever its paragraphs are."""
    languages = [
        {"rank": rank, "language_code": code, "language_tag": code, "letter_share": share}
        for rank, (code, share) in enumerate(shares, start=1)
    ]
    foreign = {"line_no": 1, "rank": 1, "language_code": "fr", "letter_share": 1.0}
    found = {
        "documents": [{"raw_runs": []}],
        "sources": [{"source_id": DOC}],
        "document_dates": [{}],
        "languages": [*languages, foreign],
    }
    files = {
        table: write_rows(tmp_path, table, [filled(table, **row) for row in made])
        for table, made in found.items()
    }
    batch = BatchEntry(1, {}, files, {})
    publish(tmp_path, Manifest(1, "one", "2100-01-01", True, {"b": batch}, {}))
    sql = "select language_code, is_multilingual from documents"
    assert rows(tmp_path, sql) == [(shares[0][0], expected)]

"""`copydesk export`: what each format holds, that nothing is overwritten, and that an export is whole or not there."""

import csv
import json
import os
import shutil
import subprocess
import sys
import textwrap

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from small_warehouse import listing, rows

from copydesk import export_command
from copydesk.cli import main
from copydesk.errors import ConfigError, WarehouseError
from copydesk.evaluation.conll import read_conll
from copydesk.export import ExportFormat, ExportRequest, export, job, sorting
from copydesk.export.readme import dictionary_relations
from copydesk.schema import PUBLIC
from copydesk.store.publish import connect

ENGLISH_ONLY = "language_code = 'en'"
BESIDE = {"README.md", "columns.csv", "export.json"}


@pytest.fixture
def exported(small_warehouse, tmp_path):
    """A function that exports the small warehouse and returns the folder."""

    def make(format_name, where=None, output="out", **options):
        folder = tmp_path / output
        export(ExportRequest(small_warehouse, folder, ExportFormat(format_name), where, **options))
        return folder

    return make


def documents_in(folder):
    text = (folder / "documents.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def columns_in(folder):
    """The rows of documents.conll: document, token, start, end, time, name."""
    doc_id = None
    for line in (folder / "documents.conll").read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            doc_id = line.removeprefix("# newdoc id = ")
        elif line and not line.startswith("# "):
            form, start, end, time, name = line.split("\t")
            yield doc_id, form, int(start), int(end), time, name


def test_parquet_holds_every_view(exported, small_warehouse):
    """Each view is a file with the same rows and types, read by DuckDB alone."""
    folder = exported("parquet")
    assert {path.stem for path in folder.glob("*.parquet")} == set(PUBLIC)
    with connect(small_warehouse) as archive:
        for name in PUBLIC:
            path = folder / f"{name}.parquet"
            assert (
                duckdb.sql(f"describe select * from '{path}'").fetchall()
                == archive.sql(f"describe select * from {name}").fetchall()
            )
            sql = "select count(*), sum(hash(x::varchar)) from {} as x"
            mine = duckdb.sql(sql.format(f"'{path}'")).fetchall()
            assert mine == archive.sql(sql.format(name)).fetchall()


def test_parquet_is_read_by_others(exported):
    """pyarrow reads what DuckDB wrote."""
    table = pq.read_table(
        exported("parquet") / "documents.parquet", columns=["title", "char_count"]
    )
    assert table.num_rows == 4


def test_two_exports_of_a_version_are_equal(exported):
    """Rows are sorted and nothing tells of the moment."""
    for format_name in export_command.FORMATS:
        one, two = exported(format_name, output="one"), exported(format_name, output="two")
        names = sorted(path.name for path in one.iterdir())
        assert names == sorted(path.name for path in two.iterdir())
        assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)
        shutil.rmtree(one)
        shutil.rmtree(two)


@pytest.mark.parametrize("format_name", export_command.FORMATS)
def test_large_and_small_archives_are_sorted_alike(exported, format_name, monkeypatch):
    """Rows that go through many files on disk come out as those that are sorted at once."""
    one = exported(format_name, output="one")
    monkeypatch.setattr(sorting, "ONE_BUCKET_CHARS", 0)
    many = exported(format_name, output="many")
    for path in one.iterdir():
        if path.suffix == ".parquet":  # row groups differ
            assert pq.read_table(path).equals(pq.read_table(many / path.name))
        else:
            assert path.read_bytes() == (many / path.name).read_bytes()


def test_fields_of_parquet_say_what_they_mean(exported):
    """The descriptions of the schema travel with the file."""
    schema = pq.read_schema(exported("parquet") / "documents.parquet")
    assert schema.equals(PUBLIC["documents"].arrow_schema(), check_metadata=True)


def test_a_condition_limits_all_tables(exported, small_warehouse):
    """Nothing of other documents goes out; of entities those that the chosen ones name."""
    folder = exported("parquet", ENGLISH_ONLY)
    names = {path.stem for path in folder.glob("*.parquet")}
    assert {"documents", "mentions", "entities"} <= names
    assert not {"runs", "rejections", "entity_links", "entity_months"} & names
    [(chosen,)] = rows(
        small_warehouse, f"select doc_id::varchar from documents where {ENGLISH_ONLY}"
    )
    for path in folder.glob("*.parquet"):
        if path.stem not in {"entities", "places"}:
            ids = duckdb.sql(f"select distinct doc_id::varchar from '{path}'").fetchall()
            assert ids in ([(chosen,)], [])
    named = duckdb.sql(f"select distinct entity_id from '{folder}/mentions.parquet'").fetchall()
    held = duckdb.sql(f"select entity_id from '{folder}/entities.parquet'").fetchall()
    assert sorted(held) == sorted(named)


def test_csv_holds_texts_and_lists(exported, small_warehouse):
    """Line breaks stay within cells, lists are JSON, NULL is not the empty text."""
    folder = exported("csv")
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as file:
        found = sorted((row["doc_id"], row["text"]) for row in csv.DictReader(file))
    assert found == rows(small_warehouse, "select doc_id::varchar, text from documents")
    with (folder / "entities.csv").open(encoding="utf-8", newline="") as file:
        aliases = {row["entity_id"]: json.loads(row["aliases"]) for row in csv.DictReader(file)}
    assert aliases == dict(rows(small_warehouse, "select entity_id, aliases from entities"))
    back = duckdb.sql(f"select count(*) from '{folder}/documents.csv' where published_date is null")
    [(expected,)] = rows(
        small_warehouse, "select count(*) from documents where published_date is null"
    )
    assert back.fetchall() == [(expected,)]


def test_a_line_of_json_holds_a_document(exported, small_warehouse):
    """Text, metadata and annotations; every offset gives its surface back."""
    found = documents_in(exported("jsonl"))
    assert len(found) == 4
    for document in found:
        assert set(document) == {
            *(column.name for column in PUBLIC["documents"].columns),
            *("sources", "lines", "sentences", "mentions", "dates"),
        }
        for row in (*document["mentions"], *document["dates"]):
            assert document["text"][row["start_char"] : row["end_char"]] == row["surface"]
    [harbour] = [one for one in found if one["title"] == "Streik im Hafen"]
    assert [one["path"] for one in harbour["sources"]] == ["nord/hafen.txt", "nord/kopie.txt"]
    assert harbour["dates"][0]["start_date"] == "2025-03-14"
    counts = tuple(sum(len(one[name]) for one in found) for name in ("mentions", "dates", "lines"))
    sql = "select (select count(*) from mentions), (select count(*) from dates), (select count(*) from lines)"
    assert [counts] == rows(small_warehouse, sql)


def test_columns_hold_tokens_and_tags(exported):
    """Each token stands where it says, each mention and date begins once, Chinese is cut by characters."""
    texts = {one["doc_id"]: one for one in documents_in(exported("jsonl", output="lines"))}
    found = list(columns_in(exported("conll")))
    assert all(texts[doc_id]["text"][start:end] == form for doc_id, form, start, end, *_ in found)
    for doc_id, document in texts.items():
        mine = [row for row in found if row[0] == doc_id]
        assert sum(row[5].startswith("B-") for row in mine) == len(document["mentions"])
        assert sum(row[4].startswith("B-") for row in mine) == len(document["dates"])
    assert "码" in {row[1] for row in found}
    assert ("Holloway", "I-PER") in {(row[1], row[5]) for row in found}


def test_columns_are_read_by_our_own_scorer(exported):
    """What the evaluation reads as gold, it reads from an export too."""
    folder = exported("conll", ENGLISH_ONLY)
    [marked] = read_conll(folder / "documents.conll")
    names = {marked.text[one.start_char : one.end_char] for one in marked.entities}
    assert "Margaret Holloway" in names


def test_standoff_annotations_point_at_the_text(exported):
    """Every T line of a .ann file gives the words of its .txt; notes and attributes name a T line."""
    folder = exported("brat")
    texts = sorted(folder.glob("*.txt"))
    assert len(texts) == 4
    kinds = set()
    for path in texts:
        text = path.read_bytes().decode()
        lines = path.with_suffix(".ann").read_text(encoding="utf-8").splitlines()
        bound = {}
        for line in lines:
            name, middle, *rest = line.split("\t")
            if name.startswith("T"):
                kind, places = middle.split(" ", 1)
                spans = [tuple(map(int, place.split())) for place in places.split(";")]
                assert " ".join(text[start:end] for start, end in spans) == rest[0]
                bound[name] = kind
            else:
                assert middle.split()[1] in bound
        kinds |= set(bound.values())
    configured = (folder / "annotation.conf").read_text(encoding="utf-8").splitlines()
    assert {"PERSON", "DATE"} <= kinds <= set(configured)


@pytest.mark.parametrize("format_name", export_command.FORMATS)
def test_an_export_explains_itself(exported, format_name):
    """README, dictionary of columns and the condition stand beside the data."""
    folder = exported(format_name, ENGLISH_ONLY)
    assert {path.name for path in folder.iterdir()} >= BESIDE
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert ENGLISH_ONLY in readme
    assert "code points" in readme
    with (folder / "columns.csv").open(encoding="utf-8", newline="") as file:
        described = {row["view"] for row in csv.DictReader(file)}
    assert all(f"- `{name}`: " in readme for name in described)
    told = json.loads((folder / "export.json").read_text(encoding="utf-8"))
    assert (told["format"], told["where"], told["document_count"]) == (format_name, ENGLISH_ONLY, 1)


def test_an_export_is_not_overwritten(exported, tmp_path):
    """A second one into the same place is refused and changes nothing, until it is forced."""
    folder = exported("jsonl")
    before = listing(folder)
    with pytest.raises(ConfigError, match="--force"):
        exported("csv")
    assert listing(folder) == before
    exported("csv", is_forced=True)
    assert (folder / "documents.csv").is_file()
    assert not (folder / "documents.jsonl").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_is_no_export_is_never_replaced(exported, tmp_path):
    """`--force` does not take a folder or file of something else."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(ConfigError, match="no export"):
        exported("jsonl", is_forced=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ConfigError, match="no export"):
        exported("jsonl", output="file", is_forced=True)
    assert (tmp_path / "out" / "thesis.txt").read_text() == "mine"


def test_an_empty_folder_is_taken(exported, tmp_path):
    """A folder that was made for the export is used."""
    (tmp_path / "out").mkdir()
    assert documents_in(exported("jsonl"))


def test_a_failed_export_leaves_nothing(exported, tmp_path, monkeypatch):
    """What stops half-way leaves the earlier export, and no temporary folder."""
    exported("jsonl")
    before = listing(tmp_path / "out")
    monkeypatch.setattr(job, "MEMORY_LIMIT", "nonsense")
    with pytest.raises(WarehouseError):
        exported("csv", is_forced=True)
    assert listing(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_explained(exported, tmp_path):
    """The message names the place and the cure."""
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(ConfigError, match="cannot be written"):
        exported("jsonl", output="closed/out")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("no_such_column = 1", "no_such_column"),
        ("char_count >", "syntax"),
        ("true); copy documents to '/tmp/x'; select (1", "one SQL condition"),
        ("char_count < 0", "no document"),
    ],
)
def test_a_wrong_condition_is_explained(exported, tmp_path, where, told):
    """What DuckDB says of it, and no folder."""
    with pytest.raises(ConfigError, match=told):
        exported("jsonl", where)
    assert list(tmp_path.iterdir()) == []


def test_a_condition_may_end_in_a_comment_and_ask_other_views(exported):
    """It is plain SQL on the columns of documents."""
    where = "doc_id in (select doc_id from mentions where entity_type = 'PERSON')  -- people"
    assert len(documents_in(exported("jsonl", where))) == 1


@pytest.mark.parametrize("format_name", export_command.FORMATS)
def test_an_empty_warehouse_exports(format_name, empty_warehouse, tmp_path):
    """Without documents the files are there, with nothing in them."""
    request = ExportRequest(empty_warehouse, tmp_path / "out", ExportFormat(format_name))
    assert export(request).document_count == 0


def test_the_command_says_what_it_wrote(small_project, tmp_path, monkeypatch):
    """One line: place, documents, files, size."""
    monkeypatch.chdir(small_project)
    arguments = [
        "export",
        "--format",
        "jsonl",
        "--output",
        str(tmp_path / "out"),
        "--where",
        ENGLISH_ONLY,
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{tmp_path / 'out'}: 1 document in 4 files, 0.0 MiB\n"
    again = CliRunner().invoke(main, arguments)
    assert again.exit_code == 2
    assert "--force" in again.stderr


@pytest.mark.parametrize("place", ["raw/out", "warehouse/out", "."])
def test_an_export_stays_out_of_raw_and_warehouse(small_project, monkeypatch, place):
    """What lies in raw/ would be read by the next run."""
    monkeypatch.chdir(small_project)
    result = CliRunner().invoke(main, ["export", "--format", "csv", "--output", place])
    assert result.exit_code == 2
    assert "lie in one another" in result.stderr or "no export" in result.stderr


def test_the_formats_of_the_command_are_those_of_the_library():
    """The command knows them without loading the library."""
    assert list(export_command.FORMATS) == [one.value for one in ExportFormat]


def test_every_exported_view_has_a_dictionary():
    """What columns.csv leaves out is not in the export."""
    assert set(dictionary_relations(ExportFormat.JSONL, is_part=False)) <= set(PUBLIC)


MEMORY_PROBE = """
    import resource, sys
    from pathlib import Path
    import duckdb
    from copydesk.export.documents import each_document
    from copydesk.export.sorting import sorter
    from copydesk.export.json_lines import write_json_lines, VIEWS
    from copydesk.schema import PUBLIC
    from copydesk.store.publish import sql_type

    work, out = Path(sys.argv[1]), Path(sys.argv[2])
    archive = duckdb.connect()
    archive.execute("set enable_progress_bar = false")
    archive.execute("set memory_limit = '200MB'")
    archive.execute("set threads = 1")
    archive.execute(f"set temp_directory = '{work / 'spilled'}'")
    values = {"doc_id": "md5(n::varchar)::uuid", "text": "repeat(md5(n::varchar), 500)", "start_char": "0", "end_char": "9", "char_count": "16000"}
    for name in ("documents", *VIEWS):
        columns = ", ".join(
            f"{values.get(one.name, f'null::{sql_type(one.type)}')} as {one.name}" for one in PUBLIC[name].columns
        )
        archive.execute(f"create view {name} as select {columns} from range(30000) as t(n)")
    archive.execute("create temp view exported_documents as select doc_id from documents")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    write_json_lines(each_document(sorter(archive, work), VIEWS), out)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print((peak - before) * unit, (out / "documents.jsonl").stat().st_size)
"""


def test_memory_is_bounded(tmp_path):
    """An export of 500 MB takes a fraction of it: DuckDB's limit, and some batches of rows."""
    (tmp_path / "work").mkdir()
    (tmp_path / "out").mkdir()
    command = [
        sys.executable,
        "-c",
        textwrap.dedent(MEMORY_PROBE),
        tmp_path / "work",
        tmp_path / "out",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    taken, written = map(int, done.stdout.split())
    assert written > 480_000_000
    assert taken < 350_000_000

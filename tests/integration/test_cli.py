"""The command line: what it prints, what it refuses, its exit codes. `run` and `serve` are tested with the flows."""

import csv
import io
import json
import shutil

import pytest
from click.testing import CliRunner
from small_warehouse import HARBOUR, LIGHTHOUSE, TINY, listing, rows, write_files

from copydesk.cli import main

COMMANDS = [
    "run",
    "plan",
    "query",
    "search",
    "status",
    "check",
    "history",
    "maintain",
    "show",
    "entities",
    "export",
    "evaluate",
    "serve",
    "report",
]


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    """Tables are cut to the width of the terminal: give them room."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def call(small_project, monkeypatch):
    """A function that runs a command inside the small project."""
    monkeypatch.chdir(small_project)

    def run_command(*arguments, **options):
        return CliRunner().invoke(main, arguments, **options)

    return run_command


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with raw files and no warehouse yet, where the command is called."""
    write_files(tmp_path, {"copydesk.toml": "", "raw/a.txt": HARBOUR, "raw/b.pdf": "x"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_refused(result, *told):
    """Exit code 2, one message on standard error that holds all of this, and no traceback."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("copydesk: ")
    for text in told:
        assert text in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    """`--help` says what the command does, without a project."""
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}")
    assert len(result.stdout.splitlines()) > 4


def test_the_commands_are_these():
    """The help lists every command with a sentence."""
    result = CliRunner().invoke(main, ["-h"])
    assert sorted(main.commands) == sorted(COMMANDS)
    for command in COMMANDS:
        assert f"  {command} " in result.stdout


def test_query_prints_a_table(call):
    """By default rows are a table under their column names."""
    result = call("query", "select title, word_count, published_date from documents")
    assert result.exit_code == 0
    assert "Streik im Hafen" in result.stdout
    assert "word_count" in result.stdout
    assert "None" not in result.stdout


def test_query_prints_csv(call, small_warehouse):
    """CSV holds a header and every row, text with line breaks too."""
    result = call("query", "select doc_id, text from documents", "--format", "csv")
    head, *body = csv.reader(io.StringIO(result.stdout))
    assert head == ["doc_id", "text"]
    expected = rows(small_warehouse, "select doc_id::varchar, text from documents")
    assert sorted(tuple(row) for row in body) == expected


def test_query_prints_json_lines(call):
    """JSON is one object a line, as text that people can read."""
    sql = "select path, alternatives, 1 as one from sources inner join dates using (doc_id) order by path"
    result = call("query", sql, "--format", "json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"path": "nord/hafen.txt", "alternatives": [], "one": 1} in found
    assert "码头" in call("query", "select path from sources", "--format", "json").stdout


def test_query_reads_standard_input(call):
    """A minus takes the statement from standard input."""
    result = call("query", "-", "--format", "csv", input="select count(*) as n\nfrom documents\n")
    assert result.stdout.split() == ["n", "4"]


def test_a_long_table_says_how_to_get_the_rest(call):
    """A table ends after a thousand rows and names the way to all of them."""
    result = call("query", "select range from range(1500)")
    assert "csv for all" in result.stdout
    assert "1499" not in result.stdout
    assert "1499" in call("query", "select range from range(1500)", "--format", "csv").stdout


@pytest.mark.parametrize("format_name", ["table", "csv", "json"])
@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select nothing from documents", "nothing"),
        ("selekt 1", "syntax"),
        ("create table mine as select 1 as one", "read-only"),
        ("select 'x'::integer from documents", "x"),  # found only while rows are fetched
    ],
)
def test_a_wrong_query_is_explained(call, sql, told, format_name):
    """DuckDB's own message and exit code 2."""
    result = call("query", sql, "--format", format_name)
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: the query failed: ")
    assert told in result.stderr


@pytest.mark.parametrize("sql", ["", ";", "-- only a comment\n"])
def test_an_empty_query_is_explained(call, sql):
    """Nothing to run is wrong usage, not a fault of the program."""
    assert_refused(call("query", "-", input=sql), "query")


def test_json_holds_no_word_that_json_does_not_know(call):
    """A number that JSON has no word for is null."""
    result = call("query", "select 'nan'::double as x, 'inf'::double as y", "--format", "json")
    assert json.loads(result.stdout, parse_constant=pytest.fail) == {"x": None, "y": None}


def test_a_query_needs_a_warehouse(project):
    """Before the first run the message names the file and the command that makes it."""
    for arguments in (["query", "select 1"], ["status"], ["show", "a.txt"]):
        result = CliRunner().invoke(main, arguments)
        assert_refused(result, str(project / "warehouse" / "warehouse.duckdb"), "copydesk run")
    assert not (project / "warehouse").exists()


def test_the_warehouse_may_be_named(call, tmp_path, empty_warehouse, monkeypatch):
    """`--warehouse` takes another warehouse, by a path from where one stands."""
    shutil.copytree(empty_warehouse, tmp_path / "other")
    monkeypatch.chdir(tmp_path)
    sql = "select count(*) as n from documents"
    result = call("query", sql, "--warehouse", "other", "--format", "csv")
    assert result.stdout.split() == ["n", "0"]


def test_commands_work_from_below_the_project(call, small_project, monkeypatch):
    """The project is found upwards from the folder where one stands."""
    monkeypatch.chdir(small_project / "raw" / "nord")
    assert "Streik im Hafen" in call("query", "select title from documents").stdout


def test_status_says_what_there_is(call):
    """Status shows documents, languages, rejections and the last runs."""
    result = call("status")
    assert result.exit_code == 0
    for text in ("Warehouse", "Languages", "Rejections", "Last runs", "zh", "unsupported_type"):
        assert text in result.stdout


def test_status_of_an_empty_warehouse(call, empty_warehouse):
    """Without documents status still answers."""
    result = call("status", "--warehouse", str(empty_warehouse))
    assert result.exit_code == 0
    assert "Warehouse" in result.stdout


def test_show_marks_an_article_found_by_path(call):
    """The article is printed with title, language and date, and a note behind each annotation."""
    result = call("show", "nord/hafen.txt")
    assert result.exit_code == 0
    assert "Streik im Hafen" in result.stdout
    assert "language de" in result.stdout
    assert "14.03.2025[2025-03-14]" in result.stdout
    assert "source Nordpost" in result.stdout


def test_show_notes_the_entities(call):
    """Behind a name stands its type."""
    assert "Margaret Holloway[PERSON]" in call("show", "ferry.txt").stdout


@pytest.mark.parametrize("length", [4, 8, 36])
def test_show_finds_an_article_by_its_id(call, small_warehouse, length):
    """An id, its first digits or the same in capitals will do."""
    (found,) = rows(
        small_warehouse, "select distinct doc_id::varchar from sources where path = 'phare.md'"
    )
    by_path = call("show", "phare.md").stdout
    assert call("show", found[0][:length]).stdout == by_path
    assert call("show", found[0][:length].upper()).stdout == by_path


def test_show_prints_the_raw_bytes_of_a_span(call):
    """The very bytes of a span of the text, and nothing else."""
    start = LIGHTHOUSE.index("é les")
    result = call("show", "phare.md", "--raw", str(start), str(start + 5))
    assert result.exit_code == 0
    assert result.stdout_bytes == "é les".encode()
    assert call("show", "phare.md", "--raw", "3", "3").stdout_bytes == b""


def test_show_refuses_a_span_outside_the_text(call):
    """The message tells how long the text is."""
    told = f"not a span of {len(LIGHTHOUSE)} characters"
    assert_refused(call("show", "phare.md", "--raw", "0", "99999"), told)
    assert_refused(call("show", "phare.md", "--raw", "9", "3"), told)


@pytest.mark.parametrize(
    ("files", "told"),
    [({"phare.md": "another story"}, "holds other bytes"), ({"b.txt": "x"}, "No such file")],
)
def test_show_refuses_raw_bytes_that_are_others_now(call, tmp_path, monkeypatch, files, told):
    """Bytes are shown only of the file that the text was read from."""
    monkeypatch.setenv("COPYDESK_RAW", str(write_files(tmp_path, files)))
    result = call("show", "phare.md", "--raw", "0", "3")
    assert_refused(result, "phare.md", told, "copydesk run")


@pytest.mark.parametrize("doc", ["nowhere.txt", "0000", "%", "phare", "nord"])
def test_show_refuses_what_it_does_not_know(call, doc):
    """An unknown id or path is told, with a query that finds one."""
    assert_refused(call("show", doc), "no document", repr(doc), "copydesk query")


def test_plan_says_what_a_run_would_do(project):
    """Before the first run every file is to add or rejected; nothing is written."""
    before = listing(project)
    result = CliRunner().invoke(main, ["plan"])
    assert result.exit_code == 0
    assert "1 to add, 0 changed, 0 to remove, 0 unchanged, 1 rejected" in result.stdout
    assert "documents to annotate: 1\n" in result.stdout
    assert "batches: 1; time: unknown before a first run" in result.stdout
    assert "1 new" in result.stdout
    assert "  a.txt" in result.stdout
    assert listing(project) == before


def test_plan_of_an_unchanged_folder_is_empty(call, small_project):
    """After a run there is nothing to do, and planning again touches nothing."""
    before = listing(small_project)
    result = call("plan")
    assert "0 to add, 0 changed, 0 to remove, 5 unchanged" in result.stdout
    assert "The warehouse is up to date." in result.stdout
    assert listing(small_project) == before


def test_plan_of_another_raw_folder(call, tmp_path):
    """`--raw` compares another folder with the warehouse: what is not in it would go."""
    raw = write_files(tmp_path / "raw", {**TINY, "neu.txt": "Ein neuer Kran steht im Hafen."})
    result = call("plan", "--raw", str(raw))
    assert "1 to add, 0 changed, 1 to remove, 4 unchanged" in result.stdout
    assert "documents to take out or replace: 1" in result.stdout


def test_plan_shortens_a_long_list(project):
    """Of many documents the first ten are named."""
    for number in range(12):
        write_files(project / "raw", {f"{number:02}.txt": f"Kran {number}"})
    result = CliRunner().invoke(main, ["plan"])
    assert "  09.txt" in result.stdout
    assert "  10.txt" not in result.stdout
    assert "... and 3 more" in result.stdout


def test_plan_needs_the_raw_folder(project):
    """A missing raw folder is a wrong setting."""
    assert_refused(CliRunner().invoke(main, ["plan", "--raw", "nowhere"]), str(project / "nowhere"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("workers = 0", ("`workers` = 0", "copydesk.toml", "COPYDESK_WORKERS")),
        ("colour = 'red'", ("`colour` is not a setting", "docs/settings.md")),
        ("workers = ", ("copydesk.toml is not valid TOML",)),
    ],
)
@pytest.mark.parametrize("command", [["plan"], ["query", "select 1"], ["status"], ["show", "a"]])
def test_a_wrong_setting_is_refused(project, text, told, command):
    """Every command ends with exit code 2 and says which setting is wrong, where, and what to do."""
    (project / "copydesk.toml").write_text(text)
    assert_refused(CliRunner().invoke(main, command), *told)


def test_a_damaged_manifest_is_refused(tmp_path, small_project, monkeypatch):
    """A damaged warehouse is told by its file and cure, not by a traceback."""
    shutil.copytree(small_project, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    newest = max((tmp_path / "warehouse" / "log").iterdir())
    newest.write_text("{")
    assert_refused(CliRunner().invoke(main, ["plan"]), str(newest), "copydesk check --repair")


@pytest.mark.parametrize(
    "arguments", [["search"], ["show"], ["query", "select 1", "--format", "xml"]]
)
def test_wrong_usage_is_refused(arguments):
    """A missing argument or an unknown choice is exit code 2 with the usage."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr

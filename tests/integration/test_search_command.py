"""`copydesk search`, the shell of `copydesk query`, and answers that do not fit in memory."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.schema import MACROS
from copydesk.store.publish import connect, sql_folder

MANY = "select range as number, 'row ' || range as name from range(5000000)"
CEILING_MEBIBYTES = 600
MEASURED = """
import resource, sys
from copydesk.cli import main
try:
    main(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


@pytest.fixture
def call(small_warehouse):
    def run(*arguments, **options):
        return CliRunner().invoke(
            main, [*arguments, "--warehouse", str(small_warehouse)], **options
        )

    return run


def test_it_lists_the_best_documents_with_their_words_marked(call):
    """Title, day, source and the words that match."""
    found = call("search", "HAFENARBEITER arbeit")
    assert found.exit_code == 0, found.output
    assert "1. Streik im Hafen" in found.output
    assert "Nordpost" in found.output
    assert "«Hafenarbeiter»" in found.output


def test_it_prints_rows_for_other_programs(call):
    """JSON is one object a line."""
    (line,) = call("search", "Hafenarbeiter", "--format", "json").stdout.splitlines()
    assert json.loads(line)["title"] == "Streik im Hafen"


def test_options_narrow_the_search(call):
    """By language and day, and what is left out is said."""
    assert "1. " in call("search", "Hafen", "--language", "de").stdout
    assert "options leave" in call("search", "Hafen", "--language", "fr").stdout
    assert "1. " in call("search", "pier", "--since", "2025-03-04", "--until", "2025-03-04").stdout
    assert "no document" in call("search", "pier", "--since", "2025-03-05").stdout


def test_no_hits_and_bad_queries_are_told_plainly(call):
    """A sentence and no traceback."""
    assert call("search", "zzz").stdout == "no document matches: zzz\n"
    for words in ("", '"', "%"):
        refused = call("search", words)
        assert refused.exit_code == 2
        assert "holds no word to search for" in refused.stderr
    refused = call("search", " -hafen")
    assert refused.exit_code == 2
    assert "must not stand there" in refused.stderr


@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_has_a_file_and_an_example_that_runs(small_warehouse, macro):
    """The example of the data dictionary is SQL that runs, and a table macro gives the columns it promises."""
    assert (sql_folder() / "macros" / f"{macro}.sql").is_file()
    with connect(small_warehouse) as connection:
        connection.execute(MACROS[macro].example).fetchall()
        if MACROS[macro].columns and "..." not in MACROS[macro].columns:
            values = ", ".join(
                "'x'" for name in MACROS[macro].parameters if name not in {"hit_count", "among"}
            )
            given = connection.execute(f"from {macro}({values})").description
            assert [name for name, *_ in given] == list(MACROS[macro].columns)


def test_macros_tell_of_entities_and_text(small_warehouse):
    """Any form of a name gives documents and sentences; context gives the words around an offset."""
    with connect(small_warehouse) as connection:
        about = connection.execute(
            "select title from documents_about('severn HARBOUR trust')"
        ).fetchall()
        said = connection.execute(
            "select sentence from mentions_of('margaret holloway')"
        ).fetchall()
        around = connection.execute(
            "select context(doc_id, start_char, 20) from dates where surface = 'May 2026'"
        ).fetchone()
        told = connection.execute(
            "select surface from between_dates('2026-05-31', '2026-06-30')"
        ).fetchall()
    assert about == [("Ferry pier vote put off again",)]
    assert "Margaret Holloway of the Severn Harbour Trust" in said[0][0]
    assert around == ("pier would open in May 2026. The engine",)
    assert told == [("May 2026",)]


def test_without_sql_a_shell_opens_on_the_views(small_warehouse):
    """DuckDB's own shell reads the published views and macros, and cannot write."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from copydesk.cli import main; main()",
            "query",
            "--warehouse",
            small_warehouse,
        ],
        input="select 'rows ' || count(*) from search('Hafen');\ncreate table mine (n integer);\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "rows 1" in done.stdout
    assert "read-only" in done.stderr


@pytest.mark.parametrize("format_name", ["csv", "json", "parquet"])
def test_five_million_rows_need_little_memory(small_warehouse, tmp_path, format_name):
    """Rows are written as they come."""
    path = tmp_path / f"rows.{format_name}"
    command = [sys.executable, "-c", MEASURED, "query", MANY, "--format", format_name]
    done = subprocess.run(
        [*command, "--output", path, "--warehouse", small_warehouse],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stderr.splitlines()[-1]) < CEILING_MEBIBYTES
    if format_name == "parquet":
        assert pq.read_metadata(path).num_rows == 5_000_000
    else:
        with path.open() as file:
            assert sum(1 for _ in file) == 5_000_000 + (format_name == "csv")


def test_a_reader_that_has_seen_enough_ends_it_without_a_word(small_warehouse):
    """`copydesk query ... | head` says nothing of a broken pipe."""
    command = [
        sys.executable,
        "-c",
        "from copydesk.cli import main; main()",
        "query",
        MANY,
        "--format",
        "csv",
    ]
    with subprocess.Popen(
        [*command, "--warehouse", small_warehouse], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"number,name\r\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_parquet_needs_a_file(call, tmp_path):
    """It is never printed, and a place that cannot be written is told."""
    refused = call("query", "select 1", "--format", "parquet")
    assert refused.exit_code == 2
    assert "--output" in refused.stderr
    refused = call(
        "query", "select 1", "--format", "parquet", "--output", str(tmp_path / "none" / "x.parquet")
    )
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr
    assert list(Path(tmp_path).iterdir()) == []

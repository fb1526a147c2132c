"""`copydesk search`, the shell of `copydesk query`, and answers that do not fit in memory."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.schema import MACROS
from copydesk.store.publish import connect, sql_folder

MANY = "select range as number, 'row ' || range as name from range(5000000)"
PRINTED_ROWS, PARQUET_ROWS = 200_000, 400_000
WIDE = "select range as number, repeat('word ', 400) || range as name from range({})"
"""Rows of 2,000 bytes: 400 and 800 MB."""
PRINTED_CEILING, PARQUET_CEILING = 400, 650
"""In MiB. One that held the rows would need 550 and 950; measured were 205 and 410 (row groups of 100 MB)."""
MEASURED = """
import pathlib, sys
from copydesk.cli import main
try:
    main(sys.argv[1:])
finally:
    status = pathlib.Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr)
"""
"""Prints the peak in MiB. What `getrusage` says would be no less than that of the tests, which start this process."""
needs_peak = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process alone"
)


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


def test_ctrl_c_is_left_to_the_shell(small_warehouse):
    """A terminal sends it to every process of the group, and only the shell answers: it stops its query."""
    command = [sys.executable, "-c", "from copydesk.cli import main; main()", "query"]
    endless = "select sum(hash(a.range + b.range)) from range(10000000) as a, range(1000000) as b;"
    with subprocess.Popen(
        [*command, "--warehouse", small_warehouse],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        process.stdin.write(f".mode csv\nselect 'ready';\n{endless}\n")
        process.stdin.close()
        while "ready" not in process.stdout.readline().replace("'ready'", ""):
            pass
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        assert "Traceback" not in process.stderr.read()


def measured(warehouse, format_name, row_count, *more):
    """The command that asks for many wide rows and ends with its peak of memory in MiB on standard error."""
    command = [sys.executable, "-c", MEASURED, "query", WIDE.format(row_count)]
    return [*command, "--format", format_name, "--warehouse", warehouse, *more]


@needs_peak
@pytest.mark.parametrize("format_name", ["csv", "json"])
def test_rows_larger_than_the_memory_it_takes_are_printed_as_they_come(
    small_warehouse, format_name
):
    """Nothing holds the rows, and none is lost."""
    with subprocess.Popen(
        measured(small_warehouse, format_name, PRINTED_ROWS),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        line_count = sum(1 for _ in process.stdout)
        peak = int(process.stderr.read().split()[-1])
    assert line_count == PRINTED_ROWS + (format_name == "csv")
    assert peak < PRINTED_CEILING


@needs_peak
def test_parquet_holds_a_row_group_at_a_time(small_warehouse, tmp_path):
    """The file has all rows, and memory never held them."""
    path = tmp_path / "rows.parquet"
    done = subprocess.run(
        measured(small_warehouse, "parquet", PARQUET_ROWS, "--output", path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert pq.read_metadata(path).num_rows == PARQUET_ROWS
    assert int(done.stderr.split()[-1]) < PARQUET_CEILING


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


@pytest.mark.parametrize("asked", [("search", "s*"), ("query", WIDE.format(900))])
def test_what_is_printed_at_once_ends_so_too(small_warehouse, asked):
    """Hits and tables say nothing of a pipe that is closed already."""
    command = [sys.executable, "-c", "from copydesk.cli import main; main()", *asked]
    with subprocess.Popen(
        [*command, "--warehouse", small_warehouse], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("format_name", ["table", "csv", "json", "parquet"])
def test_a_query_that_fails_leaves_the_file_of_before(call, tmp_path, format_name):
    """The file is replaced at the end, and nothing else is left there."""
    path = tmp_path / "rows"
    path.write_text("of before")
    asked = "select error('no') from range(3)"
    for sql in ("from nowhere", asked, " "):
        refused = call("query", sql, "--format", format_name, "--output", str(path))
        assert refused.exit_code == 2, refused.output
    assert path.read_text() == "of before"
    assert list(Path(tmp_path).iterdir()) == [path]
    link = tmp_path / "link"
    link.symlink_to(path)
    assert call("query", "select 1", "--format", format_name, "--output", str(link)).exit_code == 0
    assert link.is_symlink()
    assert path.read_bytes() != b"of before"


def test_rows_go_to_what_is_no_file(call, tmp_path):
    """A pipe is written to, and no file takes its place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        done = call("query", "select 1 as n", "--format", "csv", "--output", str(pipe))
        assert done.exit_code == 0, done.output
        assert reader.stdout.read() == b"n\r\n1\r\n"
    assert pipe.is_fifo()


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

"""`copydesk check`: what it prints, what it repairs, its exit codes."""

import shutil
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from click.testing import CliRunner
from small_warehouse import listing, run, ticking_clock, views

from copydesk.checks import check_freshness, check_names
from copydesk.cli import main
from copydesk.figures import RunFigures, keep_figures
from copydesk.store.lock import writer_lock
from copydesk.store.manifest import commit, manifest_path, read_head
from copydesk.store.publish import connect, publish


@pytest.fixture
def project(tmp_path, tiny_project, monkeypatch):
    """A project of its own, run once, where the command is called."""
    shutil.copytree(tiny_project, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def warehouse(project):
    return project / "warehouse"


def check(*arguments):
    return CliRunner().invoke(main, ["check", *arguments])


def file_of(warehouse, table):
    return warehouse / read_head(warehouse).files(table)[0].path


def spoil(path):
    """Overwrite the pages of a Parquet file; its end, which tells the rows, stays."""
    content = path.read_bytes()
    path.write_bytes(b"PAR1" + b"\xff" * 60 + content[64:])


def test_a_warehouse_in_order(project):
    """Every file and every check is told to be well, and nothing is written."""
    before = listing(project)
    result = check()
    assert result.exit_code == 0, result.output
    first, *lines = result.stdout.splitlines()
    assert first == "Every file is as it was written."
    *checks, odd = lines
    names = [*check_names(), "fresh"]
    assert [line.split() for line in checks] == [[name, "0", "bad"] for name in names]
    assert odd.startswith("Nothing odd in the last run")
    assert listing(project) == before


def test_an_old_run_fails_where_freshness_is_asked_for(project):
    """It says when the last run ended; nobody is told who did not ask."""
    with connect(project / "warehouse") as connection:
        [(ended,)] = connection.execute("select max(finished_at) from runs").fetchall()
    result = check_freshness(project / "warehouse", ended.replace(tzinfo=UTC), 1)
    assert result.bad_count == 0
    late = ended.replace(tzinfo=UTC) + timedelta(hours=2)
    assert "over 1 h ago" in check_freshness(project / "warehouse", late, 1).example
    assert check_freshness(project / "warehouse", late, 0).bad_count == 0


def test_an_odd_run_fails_only_when_asked(project):
    """What looks odd is told; `--strict` makes a problem of it."""
    steady = [
        RunFigures(f"run-{n}", n, 0, 0, n, {"Post": 50 * n}, {}, 50, 0, 50 * n) for n in range(1, 9)
    ]
    silent = replace(steady[-1], by_source={"Post": 350})
    keep_figures(project / "warehouse", steady[:-1], silent)
    result = check()
    assert result.exit_code == 0
    assert "Odd in the last run: 0 new from Post; usual are about 50" in result.stdout
    assert check("--strict").exit_code == 1


def test_without_a_warehouse_it_is_refused(tmp_path, monkeypatch):
    """There is nothing to check: exit code 2, and no folder is made."""
    monkeypatch.chdir(tmp_path)
    for arguments in ([], ["--repair"]):
        result = check(*arguments)
        assert result.exit_code == 2
        assert "copydesk run" in result.stderr
    assert not (tmp_path / "warehouse").exists()


def test_a_damaged_file_is_told_with_its_cure(warehouse):
    """The file, what is wrong, what to do; DuckDB's refusal of it is a finding and no traceback."""
    path = file_of(warehouse, "lines")
    path.write_bytes(path.read_bytes()[:-20])
    result = check()
    assert result.exit_code == 1
    assert f"{path}: has " in result.stdout
    assert "`copydesk check --repair` takes it out, then `copydesk run`" in result.stdout
    assert "orphans" in result.stdout
    assert "the check failed: " in result.stdout
    assert result.stderr.startswith(f"copydesk: {warehouse} is not in order: ")


def test_a_check_that_fails_is_told(warehouse):
    """Rows that should not be are counted, and the first is shown, though every file is as it was written."""

    def doubled(head):
        batches = {**head.batches, "twin": next(iter(head.batches.values()))}
        return head.successor("run", ticking_clock()(), is_complete=True, batches=batches)

    publish(warehouse, commit(warehouse, doubled))
    result = check()
    assert result.exit_code == 1
    assert result.stdout.startswith("Every file is as it was written.\n")
    (told,) = (line for line in result.stdout.splitlines() if line.startswith("duplicate_keys"))
    assert "bad  (" in told
    assert not told.split()[1].startswith("0")


def test_views_that_do_not_open_are_told(warehouse):
    """The checks of the data are left out: the cure is a run."""
    (warehouse / "warehouse.duckdb").write_bytes(b"x" * 5000)
    result = check()
    assert result.exit_code == 1
    assert "warehouse.duckdb: cannot be opened; `copydesk run` makes it anew" in result.stdout
    assert "views that open" in result.stdout


def test_repair_says_what_to_run_next(project, warehouse):
    """What was taken out is told; after the run everything is in order and as before."""
    before = views(warehouse)
    spoil(file_of(warehouse, "documents"))
    manifest_path(warehouse, 0).write_text("{")
    result = check("--repair")
    assert result.exit_code == 0, result.output
    assert "took out batch " in result.stdout
    assert "set 0000000000.json aside as 0000000000.json.damaged" in result.stdout
    assert result.stdout.endswith("Next: copydesk run\n")
    assert check().exit_code == 1
    run(project, project / "raw", clock=ticking_clock())
    assert check().exit_code == 0
    assert views(warehouse) == before


def test_repair_of_a_warehouse_in_order_does_nothing(project):
    """It looks, checks and ends well."""
    before = listing(project)
    result = check("--repair")
    assert result.exit_code == 0
    assert listing(project) == before


def test_repair_waits_for_no_run(warehouse):
    """While a run writes, a repair is refused."""
    file_of(warehouse, "lines").unlink()
    with writer_lock(warehouse, "other"):
        result = check("--repair")
    assert result.exit_code == 2
    assert "other" in result.stderr


def test_the_warehouse_may_be_named(project, warehouse, tmp_path_factory, monkeypatch):
    """`--warehouse` checks another one."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert check("--warehouse", str(warehouse)).exit_code == 0

"""Maintenance of warehouses that real runs made: readers see the same, the folder is tidy, old versions answer."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from small_warehouse import (
    HARBOUR,
    LIGHTHOUSE,
    WHARF,
    crash,
    listing,
    rows,
    run,
    settings_of,
    ticking_clock,
    write_files,
)

from copydesk import maintenance
from copydesk.cli import main
from copydesk.errors import WarehouseBusyError, WarehouseDamagedError, WarehouseError
from copydesk.maintenance import maintain
from copydesk.schema import PUBLIC
from copydesk.store.lock import writer_lock
from copydesk.store.manifest import commit, read_head, versions
from copydesk.store.publish import connect, connect_version, publish, published_version

TEXTS = {
    f"{month:02}/2025-{month:02}-{day:02}.txt": f"Sitzung {month}-{day}\n\nDer Rat tagte am {day}.{month}.2025. "
    f"Der Haushalt Nummer {month * day} wurde beschlossen, wie die Verwaltung mitteilte.\n"
    for month in (3, 1, 2)
    for day in (5, 17)
}
COUNT = "select count(*) from documents"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project whose seven documents came in two runs, a document a batch. Copy it; never write to it."""
    project = tmp_path_factory.mktemp("made")
    write_files(project, {"copydesk.toml": ""})
    raw = write_files(project / "raw", {**TEXTS, "leer.txt": ""})
    run(project, raw, clock=ticking_clock(2098), batch_documents=1)
    write_files(raw, {"phare.md": LIGHTHOUSE, "kopie.md": LIGHTHOUSE})
    run(project, raw, clock=ticking_clock(2099), batch_documents=1)
    return project


@pytest.fixture
def project(made, tmp_path):
    """A copy of it, published where it lies now."""
    copy = tmp_path / "project"
    shutil.copytree(made, copy)
    publish(copy / "warehouse", read_head(copy / "warehouse"))
    return copy


@pytest.fixture
def tidy(project):
    """A function that maintains the project, merging whatever is small."""

    def call(clock=None, **options):
        options = {"small_batches": 0, "grace_hours": 0, **options}
        settings = settings_of(project, project / "raw", maintain=options)
        return maintain(settings, clock or ticking_clock())

    return call


@pytest.fixture
def call(project, monkeypatch):
    """A function that runs a command inside the project."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(main, arguments)


def everything(warehouse):
    """All rows of all views."""
    return {view: rows(warehouse, f"from {view}") for view in PUBLIC}


def table_files(warehouse):
    return sorted(path.relative_to(warehouse).as_posix() for path in warehouse.glob("tables/*/*"))


def listed(manifest):
    return sorted(entry.path for _, entry in manifest.listed())


def test_readers_see_the_same_after_a_maintenance(project, tidy):
    """Every view holds exactly the rows that it held, in fewer files, and the new version is published."""
    warehouse = project / "warehouse"
    before, head = everything(warehouse), read_head(warehouse)
    summary = tidy(keep_versions=1)
    assert everything(warehouse) == before
    assert (summary.compacted.merged_count, summary.compacted.new_count) == (7, 1)
    assert summary.compacted.document_count == 7
    assert summary.version == head.version + 1 == published_version(warehouse)
    assert versions(warehouse) == [summary.version]
    assert table_files(warehouse) == listed(read_head(warehouse))
    assert summary.expired.file_count > 40  # seven batches of nine tables, but for the empty ones
    assert {path.name for path in warehouse.iterdir()} == {
        *("log", "tables", "cache", "warehouse.duckdb", ".writer.lock")
    }


@pytest.mark.parametrize("batch_documents", [2, 3])
def test_merged_batches_of_few_documents(project, tidy, batch_documents):
    """Small batches may become several, one for each stretch of time, and the views stay the same."""
    warehouse = project / "warehouse"
    before = everything(warehouse)
    tidy(batch_documents=batch_documents)
    assert everything(warehouse) == before
    if batch_documents == 2:  # batches of one are half full: nothing is small
        assert len(read_head(warehouse).batches) == 7
        return
    stretches = []
    for batch in read_head(warehouse).batches.values():
        days = pq.read_table(warehouse / batch.files["document_dates"].path)["published_date"]
        stretches.append([(day is None, str(day)) for day in days.to_pylist()])
    stretches.sort()
    assert [len(days) for days in stretches] == [3, 3, 1]
    days = list(chain.from_iterable(stretches))
    assert days == sorted(days)


def test_a_second_maintenance_does_nothing(project, tidy):
    """Where all is tidy no version is made and no file is touched but the views and the lock."""
    tidy(keep_versions=1)
    before = listing(project / "warehouse" / "tables") + listing(project / "warehouse" / "log")
    again = tidy(keep_versions=1)
    assert again.compacted is None
    assert {again.leftovers.file_count, again.expired.file_count} == {0}
    assert {again.leftovers.version_count, again.expired.version_count} == {0}
    assert (
        listing(project / "warehouse" / "tables") + listing(project / "warehouse" / "log") == before
    )


def test_runs_go_on_after_a_maintenance(project, tidy, tmp_path):
    """Edits and removals after a merge come to what a clean build of the same folder gives."""
    tidy(keep_versions=1)
    raw = project / "raw"
    (raw / "phare.md").unlink()
    (raw / "01/2025-01-05.txt").unlink()
    write_files(raw, {"03/2025-03-05.txt": HARBOUR, "neu": WHARF})
    summary, warehouse = run(project, raw, clock=ticking_clock(2101))
    _, clean = run(tmp_path / "clean", raw, clock=ticking_clock(2101))
    assert (summary.annotated_count, summary.counts.unchanged) == (2, 5)
    columns = {
        view: ", ".join(c.name for c in PUBLIC[view].columns if c.name != "run_id")
        for view in PUBLIC.keys() - {"runs"}
    }
    for view, names in columns.items():
        sql = f"select {names} from {view}"
        assert rows(warehouse, sql) == rows(clean, sql), view


def test_old_versions_answer_while_they_are_kept(project, tidy):
    """A version of before a merge, and one of before a run, give what they gave."""
    warehouse = project / "warehouse"
    before = everything(warehouse)
    first, second = versions(warehouse)[-2:]
    tidy()
    with connect_version(warehouse, second) as connection:
        for view in PUBLIC:
            found = sorted(connection.execute(f"from {view}").fetchall(), key=repr)
            assert found == before[view]
    with connect_version(warehouse, first) as connection:
        assert connection.execute(COUNT).fetchone() == (6,)
        assert connection.execute("select version from warehouse_version").fetchone() == (first,)


def test_a_version_is_kept_for_the_grace(project, tidy):
    """What was replaced within the grace stays, its files too; afterwards both go."""
    warehouse = project / "warehouse"
    before = versions(warehouse)
    tidy(keep_versions=1, grace_hours=48)
    # The second run came a year ago: the version before it is over its grace, the second run's is not.
    assert versions(warehouse) == [before[-1], before[-1] + 1]
    later = datetime(2100, 1, 3, 0, 1, tzinfo=UTC)
    with connect(warehouse) as reader:
        tidy(lambda: later - timedelta(minutes=2), keep_versions=1, grace_hours=48)
        assert versions(warehouse) == [before[-1], before[-1] + 1]
        tidy(lambda: later, keep_versions=1, grace_hours=48)
        assert versions(warehouse) == [before[-1] + 1]
        assert reader.execute(COUNT).fetchone() == (7,)


def test_the_work_of_a_run_that_was_cut_short_stays_unpublished(project, tidy):
    """Readers do not see half a run after a maintenance either, and the next run goes on from it."""
    warehouse, raw = project / "warehouse", project / "raw"
    write_files(raw, {"neu": WHARF, "mehr.txt": HARBOUR})
    before = everything(warehouse)
    crash(project, raw, batch_documents=1)
    head = read_head(warehouse)
    summary = tidy(keep_versions=1)
    assert everything(warehouse) == before
    assert summary.version < head.version
    assert summary.compacted is None
    assert summary.leftovers.version_count == 1  # the step between
    assert read_head(warehouse) == head
    again, _ = run(project, raw, clock=ticking_clock(2102))
    assert (again.annotated_count, again.counts.added) == (0, 2)
    assert tidy().compacted.document_count == 9


def test_views_that_a_killed_run_left_behind_are_published(project, tidy):
    """Where a run was killed between its commit and its publication, a maintenance lets readers see it."""
    warehouse = project / "warehouse"
    before = read_head(warehouse)
    commit(warehouse, lambda head: replace(head, version=head.version + 1, run_id="killed"))
    assert published_version(warehouse) == before.version
    summary = tidy(small_batches=99)
    assert published_version(warehouse) == summary.version == before.version + 1


@pytest.mark.parametrize("content", [None, b"damaged"])
def test_views_that_are_gone_are_made_anew(project, tidy, content):
    """Without a view database, or with a damaged one, a maintenance makes it."""
    database = project / "warehouse" / "warehouse.duckdb"
    before = everything(project / "warehouse")
    database.unlink()
    if content is not None:
        database.write_bytes(content)
    tidy()
    assert everything(project / "warehouse") == before


def test_what_readers_see_is_never_removed(project, tidy):
    """Where the log lacks the version that readers see, nothing is removed: its files would pass for rubbish."""
    warehouse = project / "warehouse"
    newest = warehouse / "log" / f"{versions(warehouse)[-1]:010d}.json"
    newest.rename(newest.with_suffix(".json.damaged"))
    before = table_files(warehouse)
    with pytest.raises(WarehouseError, match="`copydesk run` first"):
        tidy(keep_versions=1)
    assert table_files(warehouse) == before
    run(project, project / "raw", clock=ticking_clock(2101))
    tidy(ticking_clock(2102), keep_versions=1)
    assert table_files(warehouse) == listed(read_head(warehouse))


def test_a_busy_warehouse_is_left_alone(project, tidy):
    """While a run writes, a maintenance says who does and touches nothing."""
    warehouse = project / "warehouse"
    with writer_lock(warehouse, "run-of-another"):
        before = listing(warehouse)
        with pytest.raises(WarehouseBusyError, match="run-of-another"):
            tidy()
        assert listing(warehouse) == before


def test_a_run_is_refused_during_a_maintenance(project):
    """The lock holds both ways, and names the maintenance."""
    settings = settings_of(project, project / "raw")
    stamp = maintenance.new_stamp(ticking_clock())
    with (
        maintenance.hold_warehouse(settings, stamp),
        pytest.raises(WarehouseBusyError, match="maintain-21000101T000000Z"),
    ):
        run(project, project / "raw")


def test_without_a_warehouse_there_is_nothing_to_maintain(tmp_path):
    """The error names the command that makes a warehouse, and no folder is made."""
    settings = settings_of(tmp_path, tmp_path / "raw")
    with pytest.raises(WarehouseError, match=r"does not exist yet; `copydesk run` makes it"):
        maintain(settings, ticking_clock())
    assert list(tmp_path.iterdir()) == []


def test_damage_stops_a_maintenance(project, tidy):
    """A damaged file is told by its name; readers keep the version that they have."""
    warehouse = project / "warehouse"
    version = published_version(warehouse)
    entry = next(iter(read_head(warehouse).batches.values())).files["lines"]
    (warehouse / entry.path).write_bytes(b"x" * entry.byte_count)
    with pytest.raises(WarehouseDamagedError, match=entry.path):
        tidy(keep_versions=1)
    assert published_version(warehouse) == version


def test_history_lists_what_is_kept(call, project):
    """Newest first: number, time, counts, size, and which one readers see."""
    result = call("history")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines() if line[2:3].isdigit()]
    head = read_head(project / "warehouse")
    assert [int(line[0]) for line in lines] == sorted(versions(project / "warehouse"), reverse=True)
    assert "T".join(lines[0][1:3]) == head.created_at[:16]
    assert lines[0][3:6] == ["7", "7", str(len(listed(head)))]
    assert lines[0][-3:] == ["readers", "see", "it"]
    assert "readers" not in " ".join(map(" ".join, lines[1:]))
    assert lines[-1][3:6] == ["0", "0", "0"]


def test_what_readers_saw_until_now_has_its_grace(tmp_path, clock):
    """A version that a failed publish left with readers for days is kept when maintenance publishes the next."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR})
    _, warehouse = run(tmp_path, raw, clock=clock)
    views_before = (warehouse / "warehouse.duckdb").read_bytes()
    shown = published_version(warehouse)
    write_files(raw, {"a.txt": HARBOUR + "Neu.\n"})
    run(tmp_path, raw, clock=clock)
    (warehouse / "warehouse.duckdb").write_bytes(views_before)
    days_later = ticking_clock(2101)
    maintain(
        settings_of(tmp_path, raw, maintain={"keep_versions": 1, "grace_hours": 24}), days_later
    )
    assert shown in versions(warehouse)
    maintain(
        settings_of(tmp_path, raw, maintain={"keep_versions": 1, "grace_hours": 24}), days_later
    )
    assert shown not in versions(warehouse)


def test_history_marks_what_is_unfinished(call, project):
    """The versions of a run that was cut short are told apart."""
    write_files(project / "raw", {"neu": WHARF})
    crash(project, project / "raw")
    first, second, *_ = [
        line for line in call("history").stdout.splitlines() if line[2:3].isdigit()
    ]
    assert first.split()[-1] == "unfinished"
    assert second.rstrip().endswith("readers see it")


def test_history_needs_a_warehouse(tmp_path, monkeypatch):
    """Before the first run the message names the command that makes one."""
    monkeypatch.chdir(tmp_path)
    for arguments in (["history"], ["query", "--version", "1", COUNT]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 2
        assert "`copydesk run` makes" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_query_asks_an_older_version(call, project):
    """`--version` gives the rows of then."""
    first, second = versions(project / "warehouse")[-2:]
    query = partial(call, "query", "--format", "csv", COUNT)
    assert query("--version", str(first)).stdout.split()[-1] == "6"
    assert query("--version", str(second)).stdout.split()[-1] == "7"
    assert query().stdout.split()[-1] == "7"


@pytest.mark.parametrize(
    "sql",
    [
        "create table mine as select 1 as one",
        "create temp table mine as select 1 as one",
        "insert into stored.documents select * from documents",
        "select nothing from documents",
        "drop view documents",
    ],
)
def test_an_older_version_is_as_read_only_as_the_newest(call, project, sql):
    """Whatever is refused or allowed on the published views is on those of a version, in the same words."""
    version = str(versions(project / "warehouse")[-1])
    published, older = call("query", sql), call("query", "--version", version, sql)
    assert (older.exit_code, older.stderr, older.stdout) == (
        published.exit_code,
        published.stderr,
        published.stdout,
    )


def test_a_version_that_is_gone_is_told_with_those_that_are_kept(call, project, tidy):
    """The error names the versions that can be asked; one that ends no run cannot."""
    old = versions(project / "warehouse")[-2]
    version = tidy(keep_versions=1).version
    for number in (old, version + 1):
        result = call("query", "--version", str(number), COUNT)
        assert result.exit_code == 2
        assert f"does not keep a version {number}" in result.stderr
        assert f"keeps: {version} " in result.stderr
    write_files(project / "raw", {"neu": WHARF})
    crash(project, project / "raw")
    assert "ends a run" in call("query", "--version", str(version + 1), COUNT).stderr


def test_a_moved_warehouse_answers_for_its_older_versions(project, tmp_path):
    """Versions are read where the warehouse is now."""
    first = versions(project / "warehouse")[-2]
    moved = (project / "warehouse").rename(tmp_path / "the editor's warehouse")
    with connect_version(moved, first) as connection:
        assert connection.execute(COUNT).fetchone() == (6,)

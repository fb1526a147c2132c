"""Damage by hand: each kind is found and named, taken out, and made anew by the next run."""

import json
import shutil

import pytest
from small_warehouse import HARBOUR, run, ticking_clock, views, write_files

from copydesk.checks import run_checks
from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.schema import BATCH_TABLES, DERIVED_TABLES, WAREHOUSE_TABLES
from copydesk.store.integrity import find_damage, repair
from copydesk.store.manifest import (
    manifest_path,
    read_head,
    read_published,
    read_versions,
    versions,
)

NOON = ticking_clock(2101)()
NEW = {
    "neu.txt": HARBOUR + "Morgen wird weiter verhandelt.\n",
    "neu.txt.meta.json": '{"published": "2025-03-14"}',
}
TABLES = sorted({*BATCH_TABLES, *WAREHOUSE_TABLES} - {"mentions", "amounts", "line_rules"})
"""Those that have a file: the texts name nothing that is found, and no amount, and the user has no rules."""


@pytest.fixture(scope="module")
def twice_run(tmp_path_factory, tiny_project):
    """A project with two runs behind it, the second with one more document. Never write to it."""
    project = tmp_path_factory.mktemp("twice")
    shutil.copytree(tiny_project, project, dirs_exist_ok=True)
    run(project, write_files(project / "raw", NEW))
    return project


@pytest.fixture(scope="module")
def whole_views(twice_run):
    """What the views of an undamaged warehouse show."""
    return views(twice_run / "warehouse")


@pytest.fixture
def warehouse(tmp_path, twice_run):
    """A warehouse of its own, to be damaged."""
    shutil.copytree(twice_run, tmp_path, dirs_exist_ok=True)
    return tmp_path / "warehouse"


def truncate(path):
    path.write_bytes(path.read_bytes()[:-9])


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


def empty(path):
    path.write_bytes(b"")


def delete(path):
    path.unlink()


def replace_by_folder(path):
    path.unlink()
    path.mkdir()


def exchange(path):
    """Put a whole Parquet file of another table in place."""
    other = "lines" if path.parent.name != "lines" else "documents"
    shutil.copy(next(path.parent.with_name(other).iterdir()), path)


DAMAGES = {
    truncate: "bytes and not",
    flip: "SHA-256",
    empty: "has 0 bytes",
    delete: "is missing",
    replace_by_folder: "cannot be read",
    exchange: "bytes and not",
}


def before(warehouse):
    """The version of the first run."""
    newest = read_head(warehouse).run_id
    (first,) = (
        item
        for item in read_versions(warehouse)
        if item.is_complete and item.version and item.run_id != newest
    )
    return first


def listed(warehouse, table):
    """The file of a table that the second run has written."""
    old = before(warehouse).files(table)
    (new,) = (entry for entry in read_head(warehouse).files(table) if entry not in old)
    return warehouse / new.path


def rewrite(warehouse, change, version=None):
    """Change what a manifest says (the head's, if no other is named)."""
    path = manifest_path(warehouse, version or versions(warehouse)[-1])
    stored = json.loads(path.read_text())
    change(stored)
    path.write_text(json.dumps(stored))
    return path


def found_in(warehouse):
    return [(damage.path, damage.problem) for damage in find_damage(warehouse)]


def heal(warehouse, whole_views, **left):
    """Repair, see that readers keep what they had, run, and compare with a warehouse that was never hurt."""
    done = repair(warehouse, "repair", NOON)
    published = read_published(warehouse)
    assert all(damage.path.name == "warehouse.duckdb" for damage in find_damage(warehouse))
    run(warehouse.parent, warehouse.parent / "raw", clock=ticking_clock(2102))
    assert find_damage(warehouse) == []
    assert views(warehouse) == whole_views
    assert [result for result in run_checks(warehouse) if result.bad_count] == []
    assert published is None or published.version < read_published(warehouse).version
    return done


def test_a_whole_warehouse_has_no_damage(warehouse):
    """Nothing is found, and a repair does nothing."""
    before = sorted(path.name for path in (warehouse / "log").iterdir())
    assert find_damage(warehouse) == []
    assert repair(warehouse, "repair", NOON) == []
    assert sorted(path.name for path in (warehouse / "log").iterdir()) == before


@pytest.mark.parametrize("table", TABLES)
def test_damage_of_every_table_is_found(warehouse, table):
    """It is the damaged file that is told, and no other."""
    path = listed(warehouse, table)
    flip(path)
    assert found_in(warehouse) == [
        (path, "holds other bytes than were written (its SHA-256 differs)")
    ]


@pytest.mark.parametrize("harm", DAMAGES, ids=lambda harm: harm.__name__)
def test_a_damaged_batch_is_annotated_again(warehouse, whole_views, harm):
    """Its documents are made anew from the raw folder; the other batches are kept as they are."""
    batches = read_head(warehouse).batches
    path = listed(warehouse, "lines")
    harm(path)
    ((found, problem),) = found_in(warehouse)
    assert found == path
    assert DAMAGES[harm] in problem
    first, *_ = heal(warehouse, whole_views)
    assert first.startswith("took out batch ")
    assert first.endswith("annotates its 1 documents again")
    now = read_head(warehouse).batches
    assert len([batch_id for batch_id in now if now[batch_id] != batches.get(batch_id)]) == 1


@pytest.mark.parametrize("table", sorted({*WAREHOUSE_TABLES} - {*DERIVED_TABLES}))
def test_a_small_table_goes_back_to_the_version_before(warehouse, whole_views, table):
    """Where its newest file is damaged, the one before is taken, and that is said."""
    flip(listed(warehouse, table))
    assert f"{table} went back to the rows of version " in heal(warehouse, whole_views)[0]


def test_a_derived_table_is_made_anew(warehouse, whole_views):
    """What follows from the batches loses nothing: the next run has it again, and nothing need be said."""
    for path in (warehouse / "tables" / "recurring_lines").iterdir():
        flip(path)
    assert all("recurring_lines" not in sentence for sentence in heal(warehouse, whole_views))


def test_a_history_without_a_whole_file_is_lost_and_that_is_said(warehouse, whole_views):
    """No version has the rows of `runs`: the history begins anew."""
    for path in (warehouse / "tables" / "runs").iterdir():
        truncate(path)
    assert heal(warehouse, whole_views)[0].startswith("the rows of runs are lost")


def test_damage_of_an_older_version_leaves_the_newest_alone(warehouse, whole_views):
    """Only the older manifest is set aside; readers and the next run notice nothing."""
    newest, older = read_head(warehouse), before(warehouse)
    delete(warehouse / older.tables["runs"].path)
    hurt = [item for item in read_versions(warehouse) if item.tables == older.tables]
    done = repair(warehouse, "repair", NOON)
    assert len(done) == len(hurt) >= 1
    assert read_head(warehouse) == newest
    assert find_damage(warehouse) == []
    assert views(warehouse) == whole_views


MANIFESTS = {
    "torn": (truncate, "missing or damaged"),
    "empty": (empty, "missing or damaged"),
    "none": (lambda path: path.write_text("{}"), "missing or damaged"),
}


@pytest.mark.parametrize("kind", MANIFESTS)
def test_a_damaged_manifest_is_set_aside(warehouse, whole_views, kind):
    """The version before is built on, and no number is given twice."""
    harm, told = MANIFESTS[kind]
    numbers = versions(warehouse)
    path = manifest_path(warehouse, numbers[-1])
    harm(path)
    assert found_in(warehouse)[0][0] == path
    assert told in found_in(warehouse)[0][1]
    with pytest.raises(WarehouseDamagedError, match="copydesk check --repair"):
        run(warehouse.parent, warehouse.parent / "raw")
    done = heal(warehouse, whole_views)
    assert f"set {path.name} aside as {path.name}.damaged" in done
    assert numbers[-1] not in versions(warehouse)
    assert versions(warehouse)[-1] > numbers[-1]


def version_of_another(stored):
    stored["version"] += 5


def lists_nothing(stored):
    stored["batches"], stored["tables"] = {}, {}


def unknown_table(stored):
    stored["tables"]["liner"] = stored["tables"]["runs"]


def lacks_sources(stored):
    del next(iter(stored["batches"].values()))["files"]["sources"]


def miscounts(stored):
    next(iter(stored["batches"].values()))["document_count"] += 1


CONTRADICTIONS = {
    version_of_another: "says that it is version",
    lists_nothing: "lists no rejections or runs",
    unknown_table: "unknown tables: liner",
    lacks_sources: "without its documents or sources",
    miscounts: "more or fewer",
}


@pytest.mark.parametrize("change", CONTRADICTIONS, ids=lambda change: change.__name__)
def test_a_manifest_that_contradicts_itself_is_set_aside(warehouse, whole_views, change):
    """It can be read, and says what no manifest says."""
    path = rewrite(warehouse, change)
    (found, problem), *_ = found_in(warehouse)
    assert found == path
    assert CONTRADICTIONS[change] in problem
    heal(warehouse, whole_views)


def test_a_manifest_that_lists_a_file_of_another_table_is_found(warehouse, whole_views):
    """Size and SHA-256 are those of the file, but it holds another table."""

    def lines_for_dates(stored):
        files = next(iter(stored["batches"].values()))["files"]
        files["dates"] = files["lines"]

    rewrite(warehouse, lines_for_dates)
    ((path, problem),) = found_in(warehouse)
    assert path.parent.name == "lines"
    assert problem == "is no file of table dates"
    heal(warehouse, whole_views)


def test_a_wrong_row_count_is_found(warehouse, whole_views):
    """The file is whole, but holds other rows than the manifest says."""

    def one_more(stored):
        stored["tables"]["runs"]["row_count"] += 1

    rewrite(warehouse, one_more)
    ((_, problem),) = found_in(warehouse)
    assert problem == "holds 2 rows and not 3"
    heal(warehouse, whole_views)


def test_a_log_without_a_whole_manifest_starts_anew(warehouse, whole_views):
    """Readers keep their views until the next run has annotated everything again."""
    numbers = versions(warehouse)
    for number in numbers:
        truncate(manifest_path(warehouse, number))
    done = repair(warehouse, "repair", NOON)
    assert "the rows of runs are lost: no version has a whole file of them" in done
    assert versions(warehouse) == [numbers[-1] + 1]
    assert views(warehouse) == whole_views
    summary, _ = run(warehouse.parent, warehouse.parent / "raw", clock=ticking_clock(2102))
    assert summary.annotated_count == summary.document_count
    assert views(warehouse) == whole_views
    assert find_damage(warehouse) == []


def test_a_log_that_is_gone_starts_anew_above_what_readers_see(warehouse, whole_views):
    """Views without a log are damage too: the versions go on after the one that they show."""
    shown = versions(warehouse)[-1]
    shutil.rmtree(warehouse / "log")
    ((_, problem),) = found_in(warehouse)
    assert problem == f"shows version {shown}; the newest whole one is none"
    repair(warehouse, "repair", NOON)
    assert versions(warehouse) == [shown + 1]
    assert views(warehouse) == whole_views
    run(warehouse.parent, warehouse.parent / "raw", clock=ticking_clock(2102))
    assert views(warehouse) == whole_views


@pytest.mark.parametrize("content", [None, b"", b"x" * 5000, "old", "other"])
def test_the_view_database_is_made_anew_by_a_run(warehouse, whole_views, empty_warehouse, content):
    """Missing, garbage, of an older version or another DuckDB file: `copydesk run` is the cure."""
    path = warehouse / "warehouse.duckdb"
    path.unlink()
    if content == "old":
        shutil.copy(empty_warehouse / path.name, path)
    elif content == "other":
        import duckdb

        duckdb.connect(path).close()
    elif content is not None:
        path.write_bytes(content)
    (damage,) = find_damage(warehouse)
    assert damage.path == path
    assert damage.cure == "`copydesk run` makes it anew"
    assert repair(warehouse, "repair", NOON) == []
    run(warehouse.parent, warehouse.parent / "raw", clock=ticking_clock(2102))
    assert find_damage(warehouse) == []
    assert views(warehouse) == whole_views


def test_a_version_whose_file_is_gone_is_not_published(warehouse, whole_views):
    """A run stops before readers would see it; they keep the version before."""
    path = listed(warehouse, "dates")
    path.write_bytes(path.read_bytes()[:-1])
    before = (warehouse / "warehouse.duckdb").read_bytes()
    with pytest.raises(WarehouseDamagedError, match="copydesk check --repair") as caught:
        run(warehouse.parent, warehouse.parent / "raw", clock=ticking_clock(2102))
    assert caught.value.path == path
    assert (warehouse / "warehouse.duckdb").read_bytes() == before
    heal(warehouse, whole_views)


def test_a_repair_that_was_killed_is_repeated(warehouse, whole_views):
    """Its commit is there and the damaged manifests are not set aside yet: it goes on from there."""
    flip(listed(warehouse, "lines"))
    repair(warehouse, "repair", NOON)
    repaired = versions(warehouse)
    for path in (warehouse / "log").glob("*.damaged"):
        path.rename(path.with_suffix(""))
    assert len(versions(warehouse)) > len(repaired)
    done = heal(warehouse, whole_views)
    assert all(sentence.startswith("set ") for sentence in done)


def test_a_folder_that_is_no_warehouse_is_refused(tmp_path):
    """There is nothing to look at: the error names what makes a warehouse."""
    with pytest.raises(WarehouseError, match="copydesk run"):
        find_damage(tmp_path)


def test_the_warehouse_of_another_copydesk_is_not_damaged(warehouse):
    """A schema version that is not ours is told as such and never set aside."""

    def newer(stored):
        stored["schema_version"] = 999

    rewrite(warehouse, newer)
    with pytest.raises(WarehouseError, match="new warehouse folder"):
        repair(warehouse, "repair", NOON)

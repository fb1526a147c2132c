"""The published views: the contract to the letter, in place and moved, for us and for strangers."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from small_warehouse import HARBOUR, LIGHTHOUSE, WHARF, rows, run, write_files

from copydesk.errors import WarehouseError
from copydesk.schema import PUBLIC
from copydesk.store.publish import connect, sql_type

DUCKDB = Path(sys.executable).with_name("duckdb")
COUNT = "select count(*) from documents"

needs_shell = pytest.mark.skipif(not DUCKDB.exists(), reason="duckdb-cli is not installed")


def shell(database, *statements):
    """What DuckDB's own command line, which knows nothing of copydesk, prints."""
    command = [str(DUCKDB), "-readonly", "-csv", "-noheader", str(database)]
    done = subprocess.run(
        [*command, *(part for statement in statements for part in ("-c", statement))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(params=["small_warehouse", "empty_warehouse"])
def warehouse(request):
    return request.getfixturevalue(request.param)


def test_the_public_views_are_those_of_the_contract(warehouse):
    """There is a view for each relation of the contract, the version, and nothing else."""
    found = rows(
        warehouse,
        "select view_name from duckdb_views() where not internal and schema_name = 'main'",
    )
    assert {name for (name,) in found} == {*PUBLIC, "warehouse_version"}


@pytest.mark.parametrize("view", PUBLIC)
def test_views_have_the_columns_of_the_schema(warehouse, view):
    """Names, order, SQL types and comments are those of `copydesk.schema`."""
    with connect(warehouse) as connection:
        found = connection.execute(
            "select column_name, lower(data_type), comment from duckdb_columns() "
            "where schema_name = 'main' and table_name = ? order by column_index",
            [view],
        ).fetchall()
        described = connection.execute(f"describe {view}").fetchall()
        (comment,) = connection.execute(
            "select comment from duckdb_views() where schema_name = 'main' and view_name = ?",
            [view],
        ).fetchone()
    columns = [(item.name, sql_type(item.type), item.description) for item in PUBLIC[view].columns]
    assert found == columns
    assert [(name, kind.lower()) for name, kind, *_ in described] == [
        (name, kind) for name, kind, _ in columns
    ]
    assert comment == f"{PUBLIC[view].description} One row: {PUBLIC[view].grain}."


@pytest.mark.parametrize("view", PUBLIC)
def test_the_values_have_the_types_that_the_views_promise(small_warehouse, view):
    """What is read from Parquet has the declared type, and NULL only where it is said."""
    columns = PUBLIC[view].columns
    with connect(small_warehouse) as connection:
        relation = connection.execute(
            f"select {', '.join(f'typeof({item.name}), count({item.name})' for item in columns)}, count(*) "
            f"from {view} group by all"
        )
        counts = connection.execute(
            f"select count(*), {', '.join(f'count({item.name})' for item in columns)} from {view}"
        ).fetchone()
        kinds = {kind.lower() for row in relation.fetchall() for kind in row[:-1:2]}
    assert kinds <= {sql_type(item.type) for item in columns}
    for item, filled in zip(columns, counts[1:], strict=True):
        assert item.nullable or filled == counts[0], item.name


@pytest.mark.parametrize("view", PUBLIC)
def test_keys_are_unique(small_warehouse, view):
    """No two rows share the key that the schema names."""
    keys = ", ".join(PUBLIC[view].keys)
    assert (
        rows(small_warehouse, f"select {keys} from {view} group by all having count(*) > 1") == []
    )


@pytest.mark.parametrize("view", PUBLIC)
def test_an_empty_warehouse_answers(empty_warehouse, view):
    """Before the first document every view is there and has no rows."""
    assert rows(empty_warehouse, f"select * from {view}") == []


def test_an_empty_warehouse_knows_its_version(empty_warehouse):
    """The version is that of the manifest that was published."""
    assert rows(empty_warehouse, "select version, run_id from warehouse_version") == [(0, "first")]


def test_readers_cannot_write(small_warehouse):
    """A reader's connection refuses to change anything."""
    with (
        connect(small_warehouse) as connection,
        pytest.raises(duckdb.Error, match="read-only"),
    ):
        connection.execute("create table mine as select 1 as one")


@pytest.mark.parametrize(("content", "told"), [(None, "does not exist yet"), (b"x" * 99, "anew")])
def test_without_a_view_database_the_cure_is_told(tmp_path, content, told):
    """Nothing published, or a damaged file: the error names the file and `copydesk run`."""
    if content is not None:
        (tmp_path / "warehouse.duckdb").write_bytes(content)
    with pytest.raises(WarehouseError, match=f"{told}|{told}.*copydesk run") as caught:
        connect(tmp_path)
    assert caught.value.path == tmp_path / "warehouse.duckdb"
    assert "copydesk run" in str(caught.value)


def test_a_moved_warehouse_still_answers(small_warehouse, tmp_path):
    """A copy elsewhere, in a folder with a quote in its name, reads its own files."""
    moved = tmp_path / "the editor's warehouse"
    shutil.copytree(small_warehouse, moved)
    assert rows(moved, "from documents") == rows(small_warehouse, "from documents")
    shutil.rmtree(moved / "tables" / "documents")
    with connect(moved) as connection, pytest.raises(duckdb.Error, match="editor"):
        connection.execute(COUNT).fetchall()


@needs_shell
def test_a_stranger_reads_the_warehouse_in_place(small_warehouse):
    """DuckDB's own command line, an older one at that, needs only the file."""
    (expected,) = rows(small_warehouse, COUNT)
    assert shell(small_warehouse / "warehouse.duckdb", COUNT) == str(*expected)
    for view in PUBLIC:
        shell(small_warehouse / "warehouse.duckdb", f"select * from {view}")


@needs_shell
def test_a_stranger_reads_a_moved_warehouse(tmp_path):
    """After a move one variable tells where the files are now."""
    _, made = run(tmp_path, write_files(tmp_path / "raw", {"a.txt": HARBOUR}))
    moved = made.rename(tmp_path / "moved")
    root = f"set variable warehouse_root = '{moved}'"
    assert shell(moved / "warehouse.duckdb", root, COUNT) == "1"


def test_an_open_reader_keeps_its_version_through_a_publish(tmp_path):
    """A reader sees what it saw when it connected, whatever is published meanwhile."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR, "b.txt": LIGHTHOUSE})
    _, made = run(tmp_path, raw)
    with connect(made) as reader:
        before = reader.execute("from documents order by doc_id").fetchall()
        (raw / "b.txt").unlink()
        write_files(raw, {"c.txt": WHARF, "a.txt": HARBOUR + "Neu.\n"})
        run(tmp_path, raw)
        assert reader.execute("from documents order by doc_id").fetchall() == before
    assert rows(made, COUNT) == [(2,)]


def test_a_new_reader_sees_the_new_version_beside_an_old_one(tmp_path):
    """A connection made after a publish reads it, though one from before is open in the same process."""
    raw = write_files(tmp_path / "raw", {"a.txt": HARBOUR})
    _, made = run(tmp_path, raw)
    with connect(made) as before:
        write_files(raw, {"b.txt": LIGHTHOUSE})
        run(tmp_path, raw)
        with connect(made) as after:
            assert after.execute(COUNT).fetchone() == (2,)
        assert before.execute(COUNT).fetchone() == (1,)


def test_publishing_leaves_nothing_behind(small_warehouse):
    """The folder holds what the design names and no temporary file."""
    names = {path.name for path in small_warehouse.iterdir()}
    assert names == {"log", "tables", "cache", "warehouse.duckdb", ".writer.lock"}

"""`copydesk.open`: a warehouse as a DuckDB connection, from anywhere, and what it hands over to other libraries."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from small_warehouse import TINY, run, write_files

import copydesk
from copydesk.errors import WarehouseError
from copydesk.store.manifest import manifest_path
from copydesk.store.publish import published_version

COUNT = "select count(*) from documents"


def test_importing_copydesk_loads_nothing():
    """The package costs no library and sets nothing up; `open` is there."""
    code = (
        "import sys, copydesk; copydesk.open; "
        "print([name for name in ('duckdb', 'pyarrow', 'prefect', 'pydantic', 'spacy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_warehouse_opens_from_any_folder(small_project, monkeypatch):
    """A relative path counts from where one stands; what is open stays readable after one moves on."""
    monkeypatch.chdir(small_project)
    with copydesk.open("warehouse") as archive:
        monkeypatch.chdir("/")
        assert archive.sql(COUNT).fetchall() == [(4,)]
    with copydesk.open(small_project / "warehouse") as archive:
        assert archive.sql(COUNT).fetchall() == [(4,)]


def test_a_moved_warehouse_opens(tmp_path, small_warehouse):
    """The views find their files where the folder is now."""
    moved = shutil.copytree(small_warehouse, tmp_path / "elsewhere")
    with copydesk.open(moved) as archive:
        [(root,)] = archive.sql("select getvariable('warehouse_root')").fetchall()
        assert root == str(moved)
        assert archive.sql(COUNT).fetchall() == [(4,)]


def test_views_cannot_be_changed_and_own_tables_can_be_made(small_warehouse):
    """The warehouse is read-only; temporary tables are the reader's own."""
    with copydesk.open(small_warehouse) as archive:
        with pytest.raises(duckdb.Error, match="read-only"):
            archive.execute("create table mine as select 1 as one")
        archive.execute("create temp table mine as select doc_id from documents limit 1")
        assert archive.sql("select title from documents semi join mine using (doc_id)").fetchall()


def test_an_open_connection_keeps_its_version(tmp_path):
    """A run that ends meanwhile is seen by the next opening, not by this one."""
    write_files(tmp_path / "raw", TINY)
    _, warehouse = run(tmp_path, tmp_path / "raw")
    with copydesk.open(warehouse) as before:
        write_files(tmp_path / "raw", {"neu.txt": "Noch ein Text über den Hafen.\n"})
        run(tmp_path, tmp_path / "raw")
        with copydesk.open(warehouse) as after:
            assert (before.sql(COUNT).fetchall(), after.sql(COUNT).fetchall()) == ([(3,)], [(4,)])


def test_no_warehouse_is_explained(tmp_path):
    """The message names the place in full and what makes a warehouse."""
    with pytest.raises(WarehouseError, match="copydesk run") as caught:
        copydesk.open(tmp_path / "nothing")
    assert str(tmp_path / "nothing") in str(caught.value)


def test_the_database_file_is_not_the_warehouse(small_warehouse):
    """Whoever names the file is told to name its folder."""
    with pytest.raises(WarehouseError, match="name the folder"):
        copydesk.open(small_warehouse / "warehouse.duckdb")


def test_a_warehouse_of_another_schema_is_explained(tmp_path, small_warehouse):
    """What another copydesk wrote is refused with both numbers and the way out."""
    other = shutil.copytree(small_warehouse, tmp_path / "other")
    path = manifest_path(other, published_version(other))
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "schema_version": 1}, indent=1), encoding="utf-8")
    with pytest.raises(WarehouseError, match=r"schema version 1, this copydesk reads \d+"):
        copydesk.open(other)


def test_a_warehouse_without_its_log_opens(tmp_path, small_warehouse):
    """Views and tables are enough to read."""
    bare = shutil.copytree(small_warehouse, tmp_path / "bare", ignore=shutil.ignore_patterns("log"))
    with copydesk.open(bare) as archive:
        assert archive.sql(COUNT).fetchall() == [(4,)]


def test_rows_become_arrow(small_warehouse):
    """A question's answer is an Arrow table, or batches for what is larger than memory."""
    with copydesk.open(small_warehouse) as archive:
        table = archive.sql("select path, byte_count from sources order by path").to_arrow_table()
        assert isinstance(table, pa.Table)
        assert table.column_names == ["path", "byte_count"]
        with archive.sql("from mentions").to_arrow_reader(2) as reader:
            assert max(batch.num_rows for batch in reader) <= 2


def test_rows_become_pandas_and_polars_and_go_back(small_warehouse):
    """`df` and `pl` give frames; a frame is a table of the next question."""
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    with copydesk.open(small_warehouse) as archive:
        places = archive.sql("select path, doc_id::varchar as id from sources order by path").df()
        assert isinstance(places, pandas.DataFrame)
        mine = archive.sql("select title, published_date from documents").pl()
        assert isinstance(mine, polars.DataFrame)
        archive.register("my_places", places.head(2))
        sql = "select count(*) from documents where doc_id::varchar in (select id from my_places)"
        assert archive.sql(sql).fetchall()[0][0] >= 1


def test_a_connection_for_each_thread(small_warehouse):
    """Two openings at once do not disturb one another."""
    with copydesk.open(small_warehouse) as one, copydesk.open(small_warehouse) as two:
        first = one.sql("from mentions").to_arrow_reader(1)
        assert two.sql(COUNT).fetchall() == [(4,)]
        assert first.read_all().num_rows > 1


def test_the_package_knows_its_own_place():
    """`open` is what the package offers, and nothing else."""
    assert copydesk.__all__ == ["open"]
    assert Path(copydesk.__file__).name == "__init__.py"

"""The view database: built beside the old one from a manifest, then put in its place in one step.

Readers open `warehouse.duckdb` read-only; it holds views and macros only, so replacing it never disturbs a reader that
has it open. Also the one place that opens it for reading.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

import copydesk
from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.faults import FaultPoint, reach
from copydesk.schema import MACROS, PUBLIC, STORED, Macro, Relation
from copydesk.store.durable import fsync_folder, temporary_beside, writing
from copydesk.store.manifest import Manifest, complete_versions, read_version
from copydesk.store.parquet import FileEntry

DATABASE_NAME = "warehouse.duckdb"
STORAGE_VERSION = "v1.0.0"
"""Readable by every DuckDB from 1.0 on; the default of 2.0 is refused by older command lines."""
STORED_SCHEMA = "stored"
SHOWN_VERSIONS = 10
"""Versions that a message names."""


def publish(warehouse: Path, manifest: Manifest) -> Path:
    """Make a version the one that readers see, and return the path of the view database.

    Raises:
        WarehouseDamagedError: A file of the version is missing or cut short.
        WarehouseError: The database cannot be written.
    """
    refuse_missing(warehouse, manifest)
    target = warehouse / DATABASE_NAME
    temporary = temporary_beside(target)
    with writing(target):
        try:
            build_views(temporary, warehouse, manifest)
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            reach(FaultPoint.VIEWS_BUILT)
            temporary.replace(target)
        except (duckdb.IOException, duckdb.TransactionException) as error:  # the latter: no commit
            raise OSError(str(error)) from error
        finally:
            for path in warehouse.glob(f"{temporary.name}*"):  # with DuckDB's .wal
                path.unlink()
        fsync_folder(warehouse)
    reach(FaultPoint.VIEWS_REPLACED)
    return target


def refuse_missing(warehouse: Path, manifest: Manifest) -> None:
    """Look whether every file of a version is there with its size. Reads none of them.

    Raises:
        WarehouseDamagedError: A file is missing or cut short.
    """
    for _, entry in manifest.listed():
        path = warehouse / entry.path
        try:
            byte_count = path.stat().st_size
        except OSError as error:
            raise WarehouseDamagedError(path, f"cannot be read ({error.strerror})") from error
        if byte_count != entry.byte_count:
            raise WarehouseDamagedError(
                path, f"has {byte_count:,} bytes and not {entry.byte_count:,}"
            )


def build_views(database: Path, warehouse: Path, manifest: Manifest) -> None:
    """Write a new DuckDB file whose views read one version of the warehouse.

    Paths are bound to the warehouse's place now; `set variable warehouse_root = '/new/place'` moves them.
    """
    with duckdb.connect() as connection:
        connection.execute(
            f"attach {quote(str(database))} as warehouse (storage_version {quote(STORAGE_VERSION)})"
        )
        connection.execute("use warehouse")
        connection.execute("begin")  # one commit, not one a statement: three times as fast
        connection.execute(f"create schema {STORED_SCHEMA}")
        for table, relation in STORED.items():
            connection.execute(parquet_view(warehouse, relation, manifest.files(table)))
        for name, relation in PUBLIC.items():
            connection.execute(read_sql("views", name))
            for statement in _comments(relation):
                connection.execute(statement)
        for macro_name, macro in MACROS.items():
            connection.execute(read_sql("macros", macro_name))
            connection.execute(_macro_comment(macro))
        connection.execute(
            f"create view warehouse_version as select {manifest.version} as version, "
            f"{quote(manifest.run_id)} as run_id, {quote(manifest.created_at)} as created_at"
        )
        connection.execute("commit")
        # Closing would do it too, but a disk that is full by then goes unnoticed: the file would have no views.
        connection.execute("checkpoint warehouse")


def connect(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Open the published views read-only.

    Raises:
        WarehouseError: Nothing was published yet, or the file cannot be opened.
    """
    return _open(_published(warehouse), warehouse)


@contextmanager
def readable(warehouse: Path) -> Iterator[None]:
    """Turn what DuckDB says of a file that it cannot read into an error that names the cure.

    Raises:
        WarehouseDamagedError: A query met a file that is missing or damaged.
    """
    try:
        yield
    except duckdb.Error as error:
        raise WarehouseDamagedError(warehouse, f"cannot be read ({error})") from error


def connect_version(warehouse: Path, version: int) -> duckdb.DuckDBPyConnection:
    """Open the views of an older version read-only, while its files are kept.

    Raises:
        WarehouseError: The version is not kept, or ends no run.
    """
    with view_database(warehouse, version) as database:
        return _open(database, warehouse)  # what is open can be read after its name is gone


@contextmanager
def view_database(warehouse: Path, version: int | None = None) -> Iterator[Path]:
    """Give the path of the views: those that are published, or of an older version while its files are kept.

    Raises:
        WarehouseError: Nothing was published yet, or the version is not kept, or ends no run.
    """
    if version is None:
        yield _published(warehouse)
        return
    kept = complete_versions(warehouse)
    if not kept:
        raise WarehouseError(warehouse, "holds no version yet; `copydesk run` makes one")
    if version not in kept:
        newest = ", ".join(map(str, kept[: -SHOWN_VERSIONS - 1 : -1]))
        raise WarehouseError(
            warehouse,
            f"does not keep a version {version} that ends a run; the newest that it keeps: {newest} "
            "(`copydesk history` lists them)",
        )
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, DATABASE_NAME)
        build_views(database, warehouse, read_version(warehouse, version))
        yield database


def _published(warehouse: Path) -> Path:
    path = warehouse / DATABASE_NAME
    if not path.is_file():
        raise WarehouseError(path, "does not exist yet; `copydesk run` makes it")
    return path


def published_version(warehouse: Path) -> int | None:
    """Return the version that readers see; None where there are no views, or none that can be read."""
    try:
        with connect(warehouse) as connection:
            row = connection.execute("select version from warehouse_version").fetchone()
    except (WarehouseError, duckdb.Error):
        return None
    return int(row[0]) if row else None


def sql_folder() -> Path:
    """Return the folder of the project's SQL: beside the package in a checkout, inside it in a wheel."""
    package = Path(copydesk.__file__).parent
    return next(path for path in (package / "_sql", package.parent / "sql") if path.is_dir())


def read_sql(kind: str, name: str) -> str:
    """Return the text of `sql/<kind>/<name>.sql`."""
    return (sql_folder() / kind / f"{name}.sql").read_text(encoding="utf-8")


def quote(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _open(database: Path, warehouse: Path) -> duckdb.DuckDBPyConnection:
    try:
        # Attached, not opened: of a path that is open already DuckDB would give the old version again.
        connection = duckdb.connect()
        # It would stand among the answers. A notebook without widgets has none, and must not be told.
        if connection.execute("select current_setting('enable_progress_bar')").fetchall() != [
            (False,)
        ]:
            connection.execute("set enable_progress_bar = false")
        connection.execute(f"attach {quote(str(database))} as warehouse (read_only)")
        connection.execute("use warehouse")
    except duckdb.Error as error:
        raise WarehouseError(
            database, f"cannot be opened ({error}); `copydesk run` makes it anew"
        ) from error
    # A warehouse that was moved is found where it is now.
    connection.execute("set variable warehouse_root = ?", [str(warehouse.resolve())])
    return connection


def parquet_view(warehouse: Path, relation: Relation, files: Sequence[FileEntry]) -> str:
    """Return the statement that makes a stored table's view over its files."""
    head = f"create view {STORED_SCHEMA}.{relation.name} as"
    if not files:
        columns = ", ".join(
            f"null::{sql_type(column.type)} as {column.name}" for column in relation.columns
        )
        return f"{head} select {columns} where false"
    names = ", ".join(column.name for column in relation.columns)
    paths = ", ".join(quote(entry.path) for entry in files)
    root = f"coalesce(getvariable('warehouse_root'), {quote(str(warehouse.resolve()))})"
    return (
        f"{head} select {names} from read_parquet(list_transform([{paths}], "
        f"lambda p: {root} || '/' || p), hive_partitioning = false, union_by_name = false)"
    )


def sql_type(type_: pa.DataType) -> str:
    """Return the DuckDB type of a column's Arrow type."""
    if pa.types.is_list(type_):
        return sql_type(type_.value_type) + "[]"
    if pa.types.is_map(type_):
        return f"map({sql_type(type_.key_type)}, {sql_type(type_.item_type)})"
    names = {
        pa.uuid(): "uuid",
        pa.string(): "varchar",
        pa.bool_(): "boolean",
        pa.int32(): "integer",
        pa.int64(): "bigint",
        pa.float64(): "double",
        pa.date32(): "date",
        pa.timestamp("us"): "timestamp",
    }
    return names[type_]


def _comments(relation: Relation) -> Iterable[str]:
    text = f"{relation.description} One row: {relation.grain}."
    yield f"comment on view {relation.name} is {quote(text)}"
    for column in relation.columns:
        yield (f"comment on column {relation.name}.{column.name} is {quote(column.description)}")


def _macro_comment(macro: Macro) -> str:
    kind = "macro table" if macro.columns else "macro"
    text = f"{macro.description} Example: {macro.example}"
    return f"comment on {kind} {macro.name} is {quote(text)}"

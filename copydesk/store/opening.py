"""Opens a warehouse for somebody who may stand anywhere and have any version of it: what `copydesk.open` does."""

import json
from contextlib import suppress
from itertools import islice
from pathlib import Path

from duckdb import DuckDBPyConnection

from copydesk.errors import WarehouseError
from copydesk.schema import SCHEMA_VERSION
from copydesk.store.manifest import FIRST_LINES, manifest_path
from copydesk.store.publish import DATABASE_NAME, connect


def open_warehouse(warehouse: Path) -> DuckDBPyConnection:
    """Return a read-only connection to the published views.

    Raises:
        WarehouseError: There is no warehouse, it cannot be opened, or it is of another schema version.
    """
    if warehouse.is_file():
        raise WarehouseError(warehouse, f"is a file; name the folder that holds {DATABASE_NAME}")
    place = (
        warehouse.resolve()
    )  # the message shall hold for whoever does not know the working folder
    connection = connect(place)
    try:
        refuse_other_schema(connection, place)
    except WarehouseError:
        connection.close()
        raise
    return connection


def refuse_other_schema(connection: DuckDBPyConnection, warehouse: Path) -> None:
    """Look whether the version that readers see was written with the columns that this copydesk knows.

    A warehouse that was copied without its log says nothing of it, and is taken as it is.

    Raises:
        WarehouseError: It was written by another schema version.
    """
    # All rows are fetched: DuckDB takes no other work while a result is unfinished.
    [(version,)] = connection.execute("select version from warehouse_version").fetchall()
    stored = _schema_version(manifest_path(warehouse, version))
    if stored not in {None, SCHEMA_VERSION}:
        raise WarehouseError(
            warehouse,
            f"has schema version {stored}, this copydesk reads {SCHEMA_VERSION}: run the raw folder into a new "
            "warehouse, or open it with the copydesk that made it",
        )


def _schema_version(manifest: Path) -> int | None:
    """Return what the first lines of a manifest say of its schema; the rest may be megabytes."""
    with suppress(OSError, ValueError), manifest.open(encoding="utf-8") as file:
        for line in islice(file, FIRST_LINES):
            if line.startswith(' "schema_version": '):
                return int(json.loads(line.partition(":")[2].strip().rstrip(",")))
    return None

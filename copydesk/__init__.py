"""copydesk: folders of raw text in, an annotated warehouse that anyone can query with SQL out.

`copydesk.open` is the door for Python: importing the package loads nothing and does nothing.
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["open"]


def open(warehouse: str | PathLike[str]) -> "DuckDBPyConnection":  # noqa: A001  # copydesk.open reads as what it does
    """Open a warehouse for reading: a DuckDB connection with its views and macros.

    The views cannot be changed; tables of one's own can be made as temporary tables. It closes like any DuckDB
    connection, also as a context manager, and keeps the version it opened however many runs end meanwhile.

    >>> import copydesk
    >>> with copydesk.open("warehouse") as archive:  # doctest: +SKIP
    ...     archive.sql("from documents limit 5").show()

    Args:
        warehouse: The folder of the warehouse, relative to the working folder or absolute.

    Raises:
        WarehouseError: There is no warehouse there, it cannot be opened, or another version of copydesk with
            another schema made it.
    """
    from copydesk.store.opening import open_warehouse  # noqa: PLC0415  # loads DuckDB

    return open_warehouse(Path(warehouse))

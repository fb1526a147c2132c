"""Which documents are exported: those of an SQL condition, kept as a temporary table of ids."""

import duckdb

from copydesk.errors import ConfigError

SELECTED = "exported_documents"


def select_documents(connection: duckdb.DuckDBPyConnection, where: str | None) -> int:
    """Make the table of the documents to export, and return how many they are.

    Raises:
        ConfigError: The condition is no SQL condition on `documents`, or fits no document.
    """
    # On a line of its own, so that a comment at its end hides nothing.
    sql = "select doc_id from documents" + ("" if where is None else f" where (\n{where}\n)")
    try:
        if len(connection.extract_statements(sql)) != 1:
            raise ConfigError("--where takes one SQL condition, not a statement")
        connection.execute(f"create or replace temp table {SELECTED} as {sql}")
    except duckdb.Error as error:
        raise ConfigError(
            f"--where is no condition on the columns of documents: {error}"
        ) from error
    [(count,)] = connection.execute(f"select count(*) from {SELECTED}").fetchall()
    if where is not None and not count:
        raise ConfigError(f"no document fits --where {where}; nothing was written")
    return int(count)

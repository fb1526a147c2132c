"""Queries on a big archive: point lookups, search, every view and every question, cold and warm.

    python bench/queries.py RAW [--documents N] [--longest CHARS] [--folder F] [--warehouse W]

Runs copydesk on RAW (a few thousand real articles), multiplies what it made into N documents (see bench/archive.py) and
prints a table. Each query runs twice on a connection of its own: the first time counts its planning and opening files.
With --warehouse it asks one that was made before.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
from archive import annotate, multiply

from copydesk.schema import PUBLIC
from copydesk.store.publish import connect, sql_folder

SEARCHES = (
    "minister",
    "prime minister",
    '"prime minister"',
    "govern*",
    "minister -prime",
    '"the united states"',
)
COPIES = "08_wire_copies"
"""Left out: every sentence of a made archive stands in hundreds of documents, so its pairs are as no real archive's."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--longest", type=int, default=1700, help="Characters of a document.")
    parser.add_argument("--folder", type=Path, help="Where to put the temporary folder.")
    parser.add_argument("--warehouse", type=Path, help="Ask this one and make none.")
    options = parser.parse_args()
    if options.warehouse:
        tell(options.warehouse)
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        small, big = annotate(options.raw, Path(folder)), Path(folder, "big")
        multiply(small, big, options.documents, options.longest)
        tell(big)


def tell(warehouse: Path) -> None:
    """Print the milliseconds of each query."""
    print("| query | first ms | again ms | rows |\n| --- | --- | --- | --- |")
    for name, sql, values in queries(warehouse):
        with connect(warehouse) as connection:
            first, rows = milliseconds(connection, sql, values)
            again, _ = milliseconds(connection, sql, values)
        print(f"| {name} | {first:,.0f} | {again:,.0f} | {rows:,} |", flush=True)


def queries(warehouse: Path) -> Iterator[tuple[str, str, list[object]]]:
    """Yield name, SQL and parameters of each query."""
    with connect(warehouse) as connection:
        (doc_id,) = _one(connection, "select doc_id from stored.documents limit 1 offset 999")
        (entity_id,) = _one(
            connection,
            "select entity_id from entities where document_count between 20 and 60 order by entity_id limit 1",
        )
    yield "a document by doc_id", "from documents where doc_id = ?", [doc_id]
    yield "dates of a document", "from dates where doc_id = ?", [doc_id]
    yield "mentions of an entity_id", "from mentions where entity_id = ?", [entity_id]
    yield "its documents", "from entity_documents where entity_id = ?", [entity_id]
    yield "mentions_of(entity_id)", "from mentions_of(?)", [entity_id]
    for words in SEARCHES:
        yield f"search_hits {words}", "from search_hits(?)", [words]
    yield "search, ten best", "from search('prime minister') limit 10", []
    yield "search_snippets", "from search_snippets('prime minister')", []
    month = "timeline where start_date between '2019-03-01' and '2019-03-31'"
    yield "timeline of a month", f"from {month}", []
    for view in PUBLIC:
        yield f"count of {view}", f"select count(*) from {view}", []
    for path in sorted((sql_folder() / "queries").glob("*.sql")):
        if path.stem == COPIES:
            continue
        yield path.stem, path.read_text(encoding="utf-8"), []


def milliseconds(
    connection: duckdb.DuckDBPyConnection, sql: str, values: list[object]
) -> tuple[float, int]:
    """Return how long a query takes to its last row, and its rows."""
    start = time.perf_counter()
    rows = len(connection.execute(sql, values).fetchall())
    return 1000 * (time.perf_counter() - start), rows


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[object, ...]:
    row = connection.execute(sql).fetchone()
    if row is None:
        raise SystemExit("the warehouse is too small to measure")
    return tuple(row)


if __name__ == "__main__":
    main()

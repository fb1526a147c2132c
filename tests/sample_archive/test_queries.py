"""The questions of sql/queries and the checks, asked of the sample archive."""

from pathlib import Path

import pytest

from copydesk.checks import run_checks
from copydesk.store.publish import connect, sql_folder

QUERIES = sorted((sql_folder() / "queries").glob("*.sql"))


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_query_answers(query: Path, sample_warehouse: Path):
    """Every question has an answer on the sample archive."""
    with connect(sample_warehouse) as connection:
        assert connection.execute(query.read_text(encoding="utf-8")).fetchall()


def test_checks_find_nothing(sample_warehouse: Path):
    """The sample archive passes every check."""
    assert [result for result in run_checks(sample_warehouse) if result.bad_count] == []


def test_near_identical_wire_copies_are_found(sample_warehouse: Path):
    """The question about copies names the updated wire story and no other pair."""
    with connect(sample_warehouse) as connection:
        pairs = connection.execute(
            (sql_folder() / "queries" / "08_wire_copies.sql").read_text(encoding="utf-8")
        ).fetchall()
        titles = {
            title
            for (title,) in connection.execute(
                "select documents.title from documents inner join sources using (doc_id) where path like '%port-strike%'"
            ).fetchall()
        }
    assert [set(pair[:2]) for pair in pairs] == [titles]

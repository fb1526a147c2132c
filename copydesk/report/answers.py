"""The questions of the report and their answers: each file of `sql/report`, asked of the published views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from copydesk.store.publish import read_sql

FOLDER = "report"
QUESTIONS = (
    "totals",
    "volume_by_source",
    "volume_by_language",
    "told_dates",
    "days_most_told",
    "people",
    "organisations",
    "places",
    "map",
    "named_together",
    "date_status",
    "missing_by_source",
    "boilerplate",
    "rejections",
    "runs",
)
"""Files of `sql/report`, in the order in which the page asks them."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question gave.

    Attributes:
        name: Name of the file in `sql/report`; its place in the page.
        sql: The text of the file, as it was run.
        columns: Names of the columns.
        rows: The rows, column -> value as DuckDB gives it.
    """

    name: str
    sql: str
    columns: Sequence[str]
    rows: Sequence[Row]

    @property
    def question(self) -> str:
        """The first line of the SQL, which is the question in words."""
        return self.sql.splitlines()[0].removeprefix("-- ")

    @property
    def remark(self) -> str:
        """The other lines of its leading comment: what the answer counts and what not."""
        words = []
        for line in self.sql.splitlines()[1:]:
            if not line.startswith("-- "):
                break
            words.append(line.removeprefix("-- "))
        return " ".join(words)


def ask_all(connection: DuckDBPyConnection) -> dict[str, Answer]:
    """Return the answers to all questions, name -> answer."""
    return {name: ask(connection, name) for name in QUESTIONS}


def ask(connection: DuckDBPyConnection, name: str) -> Answer:
    """Return the answer to one question."""
    sql = read_sql(FOLDER, name).strip()
    found = connection.execute(sql)
    columns = tuple(item[0] for item in found.description or ())
    rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    return Answer(name, sql, columns, rows)

"""The checks of `sql/checks`: queries over the published views that return bad rows, so none is good."""

from dataclasses import dataclass
from pathlib import Path

from copydesk.store.publish import connect, read_sql, sql_folder


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found.

    Attributes:
        name: Name of the file in `sql/checks`.
        bad_count: Rows that should not be.
        example: The first of them as text; empty when there is none.
    """

    name: str
    bad_count: int
    example: str


def check_names() -> list[str]:
    """Return the names of all checks, sorted."""
    return sorted(path.stem for path in (sql_folder() / "checks").glob("*.sql"))


def run_checks(warehouse: Path) -> list[CheckResult]:
    """Run every check on the published views.

    Raises:
        WarehouseError: Nothing is published yet.
    """
    results = []
    with connect(warehouse) as connection:
        for name in check_names():
            bad = connection.execute(read_sql("checks", name)).fetchall()
            results.append(CheckResult(name, len(bad), str(bad[0]) if bad else ""))
    return results

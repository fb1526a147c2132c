"""The checks of `sql/checks`: queries over the published views that return bad rows, so none is good."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from copydesk.store.publish import connect, read_sql, sql_folder

CHECKED_PATH = Path("cache", "checked_version")
"""The last version that passed every check; a run that changes nothing need not check again."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found.

    Attributes:
        name: Name of the file in `sql/checks`.
        bad_count: Rows that should not be; 1 where the check could not be carried out.
        example: The first of them as text, or why there was no looking; empty when there is none.
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
            try:
                bad = connection.execute(read_sql("checks", name)).fetchall()
            except duckdb.Error as error:  # most likely a damaged file
                results.append(CheckResult(name, 1, f"the check failed: {error}"))
            else:
                results.append(CheckResult(name, len(bad), str(bad[0]) if bad else ""))
    return results


def check_freshness(warehouse: Path, now: datetime, hours: float) -> CheckResult:
    """Say whether a run was finished lately.

    Args:
        warehouse: The warehouse folder.
        now: The present.
        hours: A last run that ended longer ago is bad; 0 asks for nothing.

    Raises:
        WarehouseError: Nothing is published yet.
    """
    with connect(warehouse) as connection:
        [(finished_at,)] = connection.execute("select max(finished_at) from runs").fetchall()
    if not hours or (
        finished_at is not None and now - finished_at.replace(tzinfo=UTC) <= timedelta(hours=hours)
    ):
        return CheckResult("fresh", 0, "")
    return CheckResult("fresh", 1, f"the last run ended at {finished_at} UTC, over {hours:g} h ago")


def is_checked(warehouse: Path, version: int | None) -> bool:
    """Return whether a version is known to have passed every check."""
    try:
        return version is not None and int((warehouse / CHECKED_PATH).read_text()) == version
    except (OSError, ValueError):
        return False


def remember_checked(warehouse: Path, version: int) -> None:
    """Note that a version passed every check. Losing the note costs one more check."""
    path = warehouse / CHECKED_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(version))

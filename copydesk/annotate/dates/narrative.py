"""Reads history: texts that tell a year once and then go on with days and months of it.

In news a bare "5 March" is seen from the document's date. In a history it is one of the year told last, which
the operation then names: `Day(3, 5, Shift(YEAR, 0, Year(1942)))`. Such a value says that it counts from the text.
The annotator calls this; only a document with a date of its own can be told apart as history.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from copydesk.annotate.dates.algebra import (
    Clock,
    Day,
    Half,
    Holiday,
    Modified,
    Month,
    NthWeekday,
    Op,
    PartOfDay,
    Quarter,
    Season,
    Shift,
    Unit,
    Year,
)

MIN_TOLD_YEARS = 10
MIN_PAST_SHARE = 0.9
PAST_YEARS = 2
"""A text is history when at least ten of its times tell their year, nine of ten more than two years before its
date: all 22 articles of WikiWars, none of the 256 news texts of TimeBank and AQUAINT."""
_DATED = Day | Month | Quarter | Half | Season | Holiday | NthWeekday
_STATED = ("past", "future", "this")


def tells_history(ops: Iterable[Op], anchor: date) -> bool:
    """True when a document's times are those of a history.

    Args:
        ops: The operations of all its expressions.
        anchor: The document's date.
    """
    years = [year for op in ops if (year := told_year(op)) is not None]
    past_count = sum(year < anchor.year - PAST_YEARS for year in years)
    return len(years) >= MIN_TOLD_YEARS and past_count >= MIN_PAST_SHARE * len(years)


def told_year(op: Op) -> int | None:
    """The year that an operation tells in four digits."""
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    year = op.year if isinstance(op, _DATED | Year) else None
    return year if isinstance(year, int) else None


def within_told_years(ops: Iterable[Op]) -> list[Op]:
    """The operations of a history in the order of the text, each open year filled by the year told last."""
    filled: list[Op] = []
    last: int | None = None
    for op in ops:
        filled.append(op if last is None else _with_year(op, Year(last)))
        last = told_year(op) or last
    return filled


def _with_year(op: Op, year: Year) -> Op:
    """An operation with a year where it leaves it to the document's date."""
    if isinstance(op, Modified | PartOfDay | Clock | Shift):
        return replace(op, base=_with_year(op.base, year))
    is_open = isinstance(op, _DATED) and op.year is None and op.direction not in _STATED
    return replace(op, year=Shift(Unit.YEAR, 0, year)) if is_open else op  # type: ignore[arg-type]

"""Reads history: texts that tell a year once and then go on with days and months of it.

In news a bare "5 March" is seen from the document's date. In a history it is one of the year told last, which
the operation then names: `Day(3, 5, Shift(YEAR, 0, Year(1942)))`. Such a value says that it counts from the text.
The annotator calls this; only a document with a date of its own can be told apart as history.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from copydesk.annotate.dates.algebra import (
    Anchor,
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
    Untold,
    Weekday,
    WeekdayOf,
    Year,
)

MIN_TOLD_YEARS = 6
MIN_PAST_SHARE = 0.9
PAST_YEARS = 2
MAX_NEWS_SHARE = 0.05
"""A text is history when at least six of its times tell their year, nine of ten more than two years before its
date, and hardly one is told from that date ("Monday", "yesterday", "last week"). All 14 articles of WikiWars with a
date have up to 2 % of those; the texts of TimeBank and AQUAINT that tell as many years have 10 % and more."""
MIN_CHRONICLE_YEARS = 30
"""So is one with thirty told years, near or far: those news texts have twelve at most."""
TURN_MONTHS = 8
"""From December back to March, a bare month is one of the next year. By hand."""
_DATED = Day | Month | Quarter | Half | Season | Holiday | NthWeekday
_STATED = ("past", "future", "this")


def tells_history(ops: Iterable[Op], anchor: date) -> bool:
    """True when a document's times are those of a history.

    Args:
        ops: The operations of all its expressions.
        anchor: The document's date.
    """
    ops = list(ops)
    years = [year for op in ops if (year := told_year(op)) is not None]
    past_count = sum(year < anchor.year - PAST_YEARS for year in years)
    is_past = len(years) >= MIN_TOLD_YEARS and past_count >= MIN_PAST_SHARE * len(years)
    is_long = len(years) >= MIN_CHRONICLE_YEARS
    return (is_past or is_long) and sum(map(_is_of_news, ops)) <= MAX_NEWS_SHARE * len(ops)


def _is_of_news(op: Op) -> bool:
    """True for a day or week that is told from the document's date."""
    dated = _dated(op)
    if isinstance(dated, Shift) and isinstance(dated.base, Anchor):
        return dated.unit in (Unit.DAY, Unit.WEEK)
    return isinstance(dated, Weekday | WeekdayOf)


def told_year(op: Op) -> int | None:
    """The year that an operation tells in four digits."""
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    year = op.year if isinstance(op, _DATED | Year) else None
    return year if isinstance(year, int) else None


def within_told_years(ops: Iterable[Op]) -> list[Op]:
    """The operations of a history in the order of the text, each counted from the time told last."""
    filled: list[Op] = []
    last: Op | None = None
    for op in ops:
        told = op if last is None else _counted_from(op, last)
        filled.append(told)
        if told_year(told) is not None or _is_filled(told):
            last = _dated(told)
    return filled


def _dated(op: Op) -> Op:
    """The day, month or year of a told time."""
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    return op


def _is_filled(op: Op) -> bool:
    """True for a time whose year this module gave."""
    dated = _dated(op)
    return (
        isinstance(dated, _DATED)
        and isinstance(dated.year, Shift)
        and isinstance(dated.year.base, Year)
    )


def _counted_from(op: Op, last: Op) -> Op:
    """An operation that counts from the time told last where it would from the document's date."""
    if isinstance(op, Shift) and isinstance(op.base, Anchor | Untold):
        return replace(op, base=last) if _reaches(op.unit, last) else op
    if isinstance(op, Modified | PartOfDay | Clock | Shift):
        return replace(op, base=_counted_from(op.base, last))
    if isinstance(op, _DATED) and isinstance(op.year, Shift) and isinstance(op.year.base, _DATED):
        return replace(op, year=replace(op.year, base=_counted_from(op.year.base, last)))
    if not isinstance(op, _DATED) or op.year is not None or op.direction in _STATED:
        return op
    year = _year_of(last)
    step = _year_step(op, last)
    return op if year is None else replace(op, year=Shift(Unit.YEAR, step, Year(year)))


def _reaches(unit: Unit, last: Op) -> bool:
    """True when the time told last is fine enough to count such units from."""
    if unit is Unit.YEAR:
        return True
    return isinstance(last, Day) or (unit is Unit.MONTH and isinstance(last, Month))


def _year_of(last: Op) -> int | None:
    """The year of the time told last."""
    year = last.year if isinstance(last, _DATED | Year) else None
    if isinstance(year, Shift) and isinstance(year.base, Year) and isinstance(year.base.year, int):
        return year.base.year + int(year.count)
    return year if isinstance(year, int) else None


def _year_step(op: Op, last: Op) -> int:
    """One where the months have turned over a year's end since the time told last: December 1941, January."""
    if not isinstance(op, Day | Month) or not isinstance(last, Day | Month):
        return 0
    return int(last.month - op.month > TURN_MONTHS)

"""Steps of calendar units: how far they reach, how long they are, and how TIMEX3 writes them."""

from datetime import MAXYEAR, MINYEAR, date

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.calendar_days import add_days, add_months, month_length

_WEEK, _YEAR_MONTHS = 7, 12
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_DURATION_CODES = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "L",
}
_CLOCK_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
SMALLER_UNITS = {
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.MINUTE: (Unit.SECOND, 60),
}
"""What a part of a unit is told in, and how many of it make the unit: half a year is six months."""


def duration_value(unit: Unit, count: float | None) -> str:
    """A TIMEX3 duration; X for an indefinite count.

    >>> duration_value(Unit.HOUR, 1.5), duration_value(Unit.FORTNIGHT, 1)
    ('PT1H30M', 'P2W')
    """
    if unit is Unit.FORTNIGHT:
        unit, count = Unit.WEEK, None if count is None else 2 * count
    if unit in (Unit.DECADE, Unit.CENTURY) and count is not None:
        unit, count = Unit.YEAR, count * _YEARS[unit]
    prefix = "PT" if unit in _CLOCK_UNITS else "P"
    code = _DURATION_CODES[unit]
    if count is None:
        return f"{prefix}X{code}"
    whole = int(count)
    if count != whole and unit in SMALLER_UNITS:
        smaller, per_unit = SMALLER_UNITS[unit]
        rest = round((count - whole) * per_unit, 6)
        if rest == int(rest):
            return (
                f"{prefix}{f'{whole}{code}' if whole else ''}{int(rest)}{_DURATION_CODES[smaller]}"
            )
    number = str(whole) if count == whole else f"{count:.2f}".rstrip("0")
    return f"{prefix}{number}{code}"


def move(start: date, unit: Unit, count: float) -> date | None:
    """A day moved by a number of units; None beyond the calendar."""
    if unit in _CLOCK_UNITS:
        return start
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT):
        days = {Unit.DAY: 1, Unit.FORTNIGHT: 14}.get(unit, _WEEK)
        return add_days(start, int(count * days))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3}.get(unit) or _YEAR_MONTHS * _YEARS[unit]
    year, month = add_months(start.year, start.month, int(count * months))
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(start.day, month_length(year, month)))


def value_at(day: date, grain: Unit) -> str:
    """The value of the unit of time that holds a day."""
    iso = day.isocalendar()
    if grain in (Unit.WEEK, Unit.FORTNIGHT):
        return f"{iso.year:04d}-W{iso.week:02d}"
    if grain is Unit.WEEKEND:
        return f"{iso.year:04d}-W{iso.week:02d}-WE"
    if grain is Unit.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    if grain is Unit.QUARTER:
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    year = f"{day.year:04d}"
    widths = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 4}
    return year[: widths[grain]] if grain in widths else day.isoformat()

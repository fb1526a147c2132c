"""Turns a parsed time expression and an anchor date into a TIMEX3 value and the days it spans.

The annotator calls it, and so can whoever has a stored `op` and a document date that came later. It
fills an X from the anchor only, or from a date that the operation itself holds: without either a value
stays open. It never reads the clock and never sees the text.
"""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import singledispatch

from copydesk.annotate.dates import timex
from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Anchor,
    Century,
    Clock,
    Day,
    DayOf,
    Decade,
    Duration,
    Half,
    Holiday,
    Modified,
    Month,
    Narrated,
    NthWeekday,
    Op,
    PartOfDay,
    Quarter,
    Recurrence,
    Season,
    Shift,
    ShortYear,
    Unit,
    Untold,
    Vague,
    Week,
    Weekday,
    WeekdayOf,
    Year,
    YearRef,
    YearSpan,
    is_anchored,
    unmodified,
)
from copydesk.annotate.dates.calendar_days import add_days, day_or_none, holiday, nth_weekday
from copydesk.annotate.dates.candidates import (
    day_near,
    month_year,
    monthly_day_near,
    part_year,
    pick,
    season_year,
    short_year,
    weekday_near,
)
from copydesk.annotate.dates.steps import duration_value, move, value_at
from copydesk.records import DateStatus

_MAX_STEP = 100_000
_OPEN = {
    Unit.YEAR: "XXXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
    Unit.MILLENNIUM: "XXXX",
}
_OPEN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is known of the time that an operation names; the fields are those of `TimeExpression`."""

    timex_type: str
    value: str
    value_edtf: str | None
    start_date: date | None
    end_date: date | None
    earliest_date: date | None
    latest_date: date | None
    precision: str | None
    status: DateStatus
    alternatives: tuple[str, ...] = ()


def resolve(op: Op, anchor: date | None) -> Resolution:
    """The value of an operation.

    Args:
        op: A parsed expression, or one read back with `op_from_json`.
        anchor: The document's date; None where it is unknown.

    Returns:
        Value, days and status. Without an anchor a relative operation is open and spans no days.

    >>> resolve(Weekday(1), date(2024, 3, 6)).value, resolve(Weekday(1), None).value
    ('2024-03-04', 'XXXX-WXX-1')
    """
    if isinstance(op, Narrated):
        return resolve(op.counted, anchor)
    value = value_of(op, anchor)
    if isinstance(op, AmbiguousDay):
        return _ambiguous(op, anchor, value)
    days = timex.bounds(value)
    start, end = days or (None, None)
    return Resolution(
        timex_type=timex_type(op),
        value=value,
        value_edtf=_edtf(op, value),
        start_date=start,
        end_date=end,
        earliest_date=start,
        latest_date=_latest(value, end, anchor),
        precision=timex.precision(value),
        status=_status(op, value, is_closed=days is not None),
    )


def _latest(value: str, end: date | None, anchor: date | None) -> date | None:
    """The latest day of a value: of the past, the anchor. "Soon" is told of the past too, so it has no earliest."""
    return anchor if value == "PAST_REF" else end


def resolve_within(op: Op, earliest: date, latest: date) -> Resolution:
    """The value of an operation whose anchor lies somewhere between two days.

    The value stays open; `earliest_date` and `latest_date` tell what either end would give.
    """
    resolution = resolve(op, None)
    if resolution.value == "PAST_REF":
        return replace(resolution, latest_date=latest)
    first = timex.bounds(value_of(op, earliest))
    last = timex.bounds(value_of(op, latest))
    if resolution.status is not DateStatus.OPEN or first is None or last is None:
        return resolution
    return replace(resolution, earliest_date=first[0], latest_date=max(first[1], last[1]))


def timex_type(op: Op) -> str:
    """The TIMEX3 type of an operation: DATE, TIME, DURATION or SET."""
    inner = unmodified(op)
    if isinstance(inner, Duration):
        return "DURATION"
    if isinstance(inner, Recurrence):
        return "SET"
    return "TIME" if isinstance(inner, PartOfDay | Clock) else "DATE"


def _status(op: Op, value: str, *, is_closed: bool) -> DateStatus:
    """How much the value tells."""
    inner = unmodified(op)
    if isinstance(inner, Vague) or value.endswith("_REF"):
        return DateStatus.VAGUE
    if isinstance(inner, Duration):
        return DateStatus.DURATION
    if isinstance(inner, Recurrence):
        return DateStatus.SET
    if not is_closed:
        return DateStatus.OPEN
    counts_from_text = isinstance(inner, Shift) or isinstance(getattr(inner, "year", None), Shift)
    is_relative = is_anchored(inner) or counts_from_text
    return DateStatus.RESOLVED if is_relative else DateStatus.ABSOLUTE


def _ambiguous(op: AmbiguousDay, anchor: date | None, value: str) -> Resolution:
    """A day and month in unknown order: both readings, no decision between them."""
    month_first = value_of(Day(op.first, op.second, op.year), anchor)
    day_first = value_of(Day(op.second, op.first, op.year), anchor)
    days = [span[0] for span in map(timex.bounds, (month_first, day_first)) if span]
    return Resolution(
        timex_type="DATE",
        value=value,
        value_edtf=timex.one_of(month_first, day_first) or timex.edtf(value),
        start_date=None,
        end_date=None,
        earliest_date=min(days, default=None),
        latest_date=max(days, default=None),
        precision="day",
        status=DateStatus.AMBIGUOUS,
        alternatives=tuple(sorted((month_first, day_first))),
    )


def _edtf(op: Op, value: str) -> str | None:
    """The value in EDTF, with its sign for "about"."""
    is_about = isinstance(op, Modified) and op.mod == "APPROX"
    return timex.about(value) if is_about else timex.edtf(value)


@singledispatch
def value_of(op: Op, anchor: date | None) -> str:
    """The TIMEX3 value of an operation, with X for each part that is not known."""
    del anchor
    raise TypeError(f"no rule gives a value to {op!r}")


@value_of.register
def _value_of_anchor(op: Anchor | Untold, anchor: date | None) -> str:
    return anchor.isoformat() if anchor and isinstance(op, Anchor) else _OPEN_DAY


@value_of.register
def _value_of_short_year(op: ShortYear, anchor: date | None) -> str:
    year = _year(op, anchor)
    return f"XX{op.digits:02d}" if year is None else f"{year:04d}"


@value_of.register
def _value_of_year(op: Year, anchor: date | None) -> str:
    return value_of(op.year, anchor) if isinstance(op.year, ShortYear) else f"{op.year:04d}"


@value_of.register
def _value_of_year_span(op: YearSpan, _anchor: date | None) -> str:
    return f"{op.first:04d}/{op.last:04d}"


@value_of.register
def _value_of_decade(op: Decade, anchor: date | None) -> str:
    if not op.is_short:
        return f"{op.decade:03d}"
    if anchor is None:
        return f"XX{op.decade}"
    decade = anchor.year // 100 * 10 + op.decade
    is_ahead = 10 * decade > anchor.year
    return f"{max(0, decade - 10 * is_ahead):03d}"


@value_of.register
def _value_of_century(op: Century, _anchor: date | None) -> str:
    return f"{op.hundreds:02d}"


@value_of.register
def _value_of_ambiguous_day(op: AmbiguousDay, anchor: date | None) -> str:
    return f"{_year_digits(op.year, anchor)}-XX-XX"


@value_of.register
def _value_of_day(op: Day, anchor: date | None) -> str:
    if op.year is None and anchor is not None:
        day = day_near(op, anchor)
        if day is not None:
            return day.isoformat()
    return f"{_year_digits(op.year, anchor)}-{op.month:02d}-{op.day:02d}"


@value_of.register
def _value_of_month(op: Month, anchor: date | None) -> str:
    if op.year is None and anchor is not None:
        return f"{month_year(op, anchor):04d}-{op.month:02d}"
    return f"{_year_digits(op.year, anchor)}-{op.month:02d}"


@value_of.register
def _value_of_quarter(op: Quarter, anchor: date | None) -> str:
    if op.year is None and anchor is not None:
        current = (anchor.month + 2) // 3
        return f"{part_year(op.quarter, current, 4, op.direction, anchor):04d}-Q{op.quarter}"
    return f"{_year_digits(op.year, anchor)}-Q{op.quarter}"


@value_of.register
def _value_of_half(op: Half, anchor: date | None) -> str:
    if op.year is None and anchor is not None:
        current = (anchor.month + 5) // 6
        return f"{part_year(op.half, current, 2, op.direction, anchor):04d}-H{op.half}"
    return f"{_year_digits(op.year, anchor)}-H{op.half}"


@value_of.register
def _value_of_season(op: Season, anchor: date | None) -> str:
    if op.year is None and anchor is not None:
        return f"{season_year(op, anchor):04d}-{op.season}"
    return f"{_year_digits(op.year, anchor)}-{op.season}"


@value_of.register
def _value_of_holiday(op: Holiday, anchor: date | None) -> str:
    year = _year(op.year, anchor)
    if year is not None:
        return holiday(op.name, year).isoformat()
    if anchor is None:
        fixed = {holiday(op.name, sample).strftime("%m-%d") for sample in (2019, 2020, 2022)}
        return f"XXXX-{fixed.pop()}" if len(fixed) == 1 else _OPEN_DAY
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if MINYEAR <= year <= MAXYEAR]
    return pick([holiday(op.name, year) for year in years], op.direction, anchor).isoformat()


@value_of.register
def _value_of_week(op: Week, anchor: date | None) -> str:
    return f"{_year_digits(op.year, anchor)}-W{op.week:02d}"


@value_of.register
def _value_of_weekday(op: Weekday, anchor: date | None) -> str:
    day = weekday_near(op, anchor) if anchor else None
    return day.isoformat() if day else f"XXXX-WXX-{op.weekday}"


@value_of.register
def _value_of_nth_weekday(op: NthWeekday, anchor: date | None) -> str:
    month = timex.bounds(value_of(Month(op.month, op.year, op.direction), anchor))
    if month is None:
        return f"{_year_digits(op.year, anchor)}-{op.month:02d}-XX"
    return nth_weekday(month[0].year, op.month, op.weekday, op.nth).isoformat()


@value_of.register
def _value_of_weekday_of(op: WeekdayOf, anchor: date | None) -> str:
    week = timex.bounds(value_of(op.week, anchor))
    day = add_days(week[0], op.weekday - 1) if week else None
    return day.isoformat() if day else f"XXXX-WXX-{op.weekday}"


@value_of.register
def _value_of_day_of(op: DayOf, anchor: date | None) -> str:
    if op.month is not None:
        month = timex.bounds(value_of(op.month, anchor))
        day = day_or_none(month[0].year, month[0].month, op.day) if month else None
    else:
        day = monthly_day_near(op, anchor) if anchor else None
    return day.isoformat() if day else f"XXXX-XX-{op.day:02d}"


@value_of.register
def _value_of_shift(op: Shift, anchor: date | None) -> str:
    base = timex.bounds(value_of(op.base, anchor))
    grain = op.grain or op.unit
    start = move(base[0], op.unit, op.count) if base and abs(op.count) < _MAX_STEP else None
    if start is None:
        return _OPEN.get(grain, _OPEN_DAY)
    if op.unit is Unit.YEAR and op.count != int(op.count):
        grain = Unit.MONTH
    return value_at(start, grain)


@value_of.register
def _value_of_part_of_day(op: PartOfDay, anchor: date | None) -> str:
    return f"{_day_value(op.base, anchor)}T{op.part}"


@value_of.register
def _value_of_clock(op: Clock, anchor: date | None) -> str:
    return f"{_day_value(op.base, anchor)}T{op.hour:02d}:{op.minute:02d}{'Z' * op.is_utc}"


@value_of.register
def _value_of_duration(op: Duration, _anchor: date | None) -> str:
    return duration_value(op.unit, op.count)


@value_of.register
def _value_of_recurrence(op: Recurrence, _anchor: date | None) -> str:
    return op.turn


@value_of.register
def _value_of_vague(op: Vague, _anchor: date | None) -> str:
    return op.reference


@value_of.register
def _value_of_narrated(op: Narrated, anchor: date | None) -> str:
    return value_of(op.counted, anchor)


@value_of.register
def _value_of_modified(op: Modified, anchor: date | None) -> str:
    return value_of(op.base, anchor)


def _day_value(base: Op, anchor: date | None) -> str:
    """The value of the day that a clock time belongs to."""
    value = value_of(base, anchor)
    return value if timex.precision(value) == "day" else _OPEN_DAY


def _year(year: YearRef, anchor: date | None) -> int | None:
    """A year as a number, None where it is not known."""
    if isinstance(year, int) or year is None:
        return year
    if isinstance(year, Shift):
        value = value_of(year, anchor)
        return int(value) if value.isdigit() else None
    return short_year(year.digits, anchor) if anchor else None


def _year_digits(year: YearRef, anchor: date | None) -> str:
    """A year's four digits, with X for those not known."""
    if isinstance(year, ShortYear):
        return value_of(year, anchor)
    number = _year(year, anchor)
    return "XXXX" if number is None else f"{number:04d}"

"""Reads TIMEX3 values: the days they span, their precision, and their EDTF form.

Called by the resolver; a value with an X spans nothing, since nothing here fills an X.

Source: TIMEX3 values, ISO-TimeML (ISO 24617-1); EDTF, ISO 8601-2:2019 levels 1 and 2.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from copydesk.annotate.dates.calendar_days import add_months, day_or_none, month_length

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of a season; winter ends in the following year."""
_EDTF_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_EDTF_QUARTER, _EDTF_HALF = 32, 39
_VALUE = re.compile(
    r"(?P<year>[0-9X]{2,4})"
    r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?"
    r"|-W(?P<week>[0-9X]{2})(?:-(?P<weekday>[1-7]|WE))?"
    r"|-Q(?P<quarter>[1-4X])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
    r"(?:T(?P<time>[0-9:]+Z?|MO|MI|AF|EV|NI))?"
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of a DATE or TIME value as text; None where it has none."""

    year: str
    month: str | None
    day: str | None
    week: str | None
    weekday: str | None
    quarter: str | None
    half: str | None
    season: str | None
    time: str | None


def split_value(value: str) -> Fields | None:
    """The parts of a value; None for durations, vague references and what is no value."""
    found = _VALUE.fullmatch(value)
    return Fields(**found.groupdict()) if found else None


def precision(value: str) -> str | None:
    """The precision a value is told with, of two years that of either; None where it is no point in time.

    >>> precision("2024-W10"), precision("199"), precision("P3D"), precision("2022/2023")
    ('week', 'decade', None, 'year')
    """
    parts = split_value(value.partition("/")[0])
    if parts is None:
        return None
    if parts.time is not None:
        return _time_precision(parts.time)
    if parts.weekday is not None:
        return "weekend" if parts.weekday == "WE" else "day"
    for name in ("day", "month", "week", "quarter", "half", "season"):
        if getattr(parts, name) is not None:
            return name
    return {2: "century", 3: "decade"}.get(len(parts.year), "year")


def _time_precision(time: str) -> str:
    """How exact the part of a value after its T is."""
    if time[0].isalpha():
        return "part_of_day"
    return {0: "hour", 1: "minute"}.get(time.count(":"), "second")


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a value; None where it is open, no point in time, or no such day.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> bounds("XXXX-02-27") is None
    True
    """
    if "/" in value:
        first, last = map(bounds, value.split("/"))
        return (first[0], last[1]) if first and last else None
    parts = split_value(value)
    if parts is None or "X" in value or int(parts.year) == 0:
        return None
    if parts.week is not None:
        return _week_bounds(int(parts.year), int(parts.week), parts.weekday)
    if parts.day is not None:
        day = day_or_none(int(parts.year), int(parts.month or 0), int(parts.day))
        return (day, day) if day else None
    return _month_bounds(parts)


def _week_bounds(year: int, week: int, weekday: str | None) -> tuple[date, date] | None:
    """The days of an ISO week, of its weekend or of one of its days."""
    try:
        monday = date.fromisocalendar(year, week, 1)
        if weekday is None:
            return monday, monday + timedelta(6)
        if weekday == "WE":
            return monday + timedelta(5), monday + timedelta(6)
        day = monday + timedelta(int(weekday) - 1)
    except (ValueError, OverflowError):  # a week that the calendar does not have
        return None
    return day, day


def _month_bounds(parts: Fields) -> tuple[date, date] | None:
    """The days of a value that spans whole months."""
    scale = 10 ** (4 - len(parts.year))
    year, year_count = int(parts.year) * scale, scale
    first, count = 1, 12 * year_count
    if parts.month is not None:
        first, count = int(parts.month), 1
    elif parts.quarter is not None:
        first, count = 3 * int(parts.quarter) - 2, 3
    elif parts.half is not None:
        first, count = 6 * int(parts.half) - 5, 6
    elif parts.season is not None:
        first, count = SEASON_MONTHS[parts.season][0], 3
    end_year, end_month = add_months(year, first, count - 1)
    if not 1 <= first <= 12 or end_year > MAXYEAR or year < 1:  # noqa: PLR2004 - months
        return None
    return date(year, first, 1), date(end_year, end_month, month_length(end_year, end_month))


def edtf(value: str) -> str | None:
    """A value in EDTF; None where EDTF cannot say it, or nothing of it is known.

    Durations, a week or a season of an unknown year and days that the calendar does not have are such.

    >>> edtf("2024-W10"), edtf("199"), edtf("2024-SU"), edtf("XXXX-02-27")
    ('2024-03-04/2024-03-10', '199X', '2024-22', 'XXXX-02-27')
    >>> edtf("XXXX-SU"), edtf("2019-02-29"), edtf("XXXX-XX-XX")
    (None, None, None)
    """
    if "/" in value:
        return value if bounds(value) else None
    parts = split_value(value)
    if parts is None or not any(sign.isdigit() for sign in value.partition("T")[0]):
        return None
    if "X" not in value and bounds(value) is None:
        return None
    if parts.week is not None:
        return _week_edtf(value)
    code = _part_code(parts)
    if code is not None:
        return None if "X" in value else f"{parts.year}-{code}"
    return _day_edtf(parts.year.ljust(4, "X"), parts)


def about(value: str) -> str | None:
    """A value in EDTF as an approximate one; None where EDTF cannot say that.

    >>> about("2024-03"), about("199"), about("2024-03-05T08:30"), about("XXXX-03")
    ('2024-03~', '1990~/1999~', '2024-03-05~', None)
    """
    written = edtf(value.partition("T")[0])
    days = bounds(value)
    if written is None or days is None:
        return None
    if "X" in written:  # a decade or a century
        return f"{days[0].year:04d}~/{days[1].year:04d}~"
    return "/".join(f"{end}~" for end in written.split("/"))


def one_of(*readings: str) -> str | None:
    """One of several days, in EDTF; None unless the calendar has each of them.

    >>> one_of("2019-04-03", "2019-03-04"), one_of("XX19-04-03", "XX19-03-04")
    ('[2019-03-04,2019-04-03]', None)
    """
    if any(bounds(reading) is None for reading in readings):
        return None
    return f"[{','.join(sorted(set(readings)))}]"


def _part_code(parts: Fields) -> int | None:
    """The number that EDTF gives a season, quarter or half in the place of a month."""
    if parts.season is not None:
        return _EDTF_SEASONS[parts.season]
    if parts.quarter is not None:
        return 0 if parts.quarter == "X" else _EDTF_QUARTER + int(parts.quarter)
    return None if parts.half is None else _EDTF_HALF + int(parts.half)


def _day_edtf(year: str, parts: Fields) -> str:
    """Year, month and day, with the clock time where the day is known."""
    written = "-".join(part for part in (year, parts.month, parts.day) if part is not None)
    time = parts.time
    if time is None or time[0].isalpha() or "X" in written:
        return written
    zone = "Z" * time.endswith("Z")
    return f"{written}T{time.removesuffix('Z')}" + ":00" * (2 - time.count(":")) + zone


def _week_edtf(value: str) -> str | None:
    """A week as an interval of days, a weekday as its day."""
    days = bounds(value)
    if days is None:
        return None
    start, end = days
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"

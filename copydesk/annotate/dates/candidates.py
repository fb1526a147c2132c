"""Chooses which of several days, months or years is meant, seen from the anchor.

The resolver calls it for what a text leaves out: the year of "27 February", the week of "Monday". The
defaults are the ones that were right most often on TimeBank, AQUAINT and TempEval-3: the latest weekday,
today included (91.0 % of 310), and the nearest month-day (93.8 % of 146).
"""

from datetime import MAXYEAR, MINYEAR, date

from copydesk.annotate.dates.algebra import Day, DayOf, Direction, Month, Season, Weekday
from copydesk.annotate.dates.calendar_days import add_days, add_months, day_or_none
from copydesk.annotate.dates.timex import SEASON_MONTHS

FAR_DAYS = 100
"""A month-day nearer than this is meant whatever the verb says (TimeBank and AQUAINT: 96.6 % right)."""
WEEKDAY_REACH_DAYS = 3 * 365
"""How far a weekday beside a month-day may move its year (AllSides news: 37 of 41 right)."""
FAR_YEARS_AHEAD = 15
"""A year further ahead is told in four digits: '68 and '44 of a text of 2024 lie behind. By hand."""
_FAR_MONTHS_BACK, _NEAR_MONTHS_AHEAD = 8, 3
_LEAP_CYCLE_YEARS = 8
_WEEK = 7


def day_near(op: Day, anchor: date) -> date | None:
    """The day of a month that is meant, seen from the anchor; the search spans a leap cycle."""
    years = range(anchor.year - _LEAP_CYCLE_YEARS, anchor.year + _LEAP_CYCLE_YEARS + 1)
    days = [day for year in years if (day := day_or_none(year, op.month, op.day))]
    if not days:
        return None
    if op.direction == "this":
        return day_or_none(anchor.year, op.month, op.day)
    same_weekday = [day for day in days if day.isoweekday() == op.weekday]
    same_weekday = [day for day in same_weekday if abs((day - anchor).days) <= WEEKDAY_REACH_DAYS]
    if same_weekday:
        return min(same_weekday, key=lambda day: abs((day - anchor).days))
    nearest = min(days, key=lambda day: abs((day - anchor).days))
    is_near = abs((nearest - anchor).days) <= FAR_DAYS
    if is_near and op.direction in ("latest", "upcoming", "nearest"):
        return nearest
    return pick(days, op.direction, anchor)


def monthly_day_near(op: DayOf, anchor: date) -> date | None:
    """The day of a month that is not told, seen from the anchor: of its month or one around it."""
    months = (add_months(anchor.year, anchor.month, step) for step in (-2, -1, 0, 1, 2))
    days = [day for year, month in months if (day := day_or_none(year, month, op.day))]
    return pick(days, op.direction, anchor) if days else None


def pick(days: list[date], direction: Direction, anchor: date) -> date:
    """The day among ascending candidates that a direction means."""
    ahead = [day for day in days if day > anchor or (day == anchor and direction == "upcoming")]
    behind = [day for day in days if day < anchor or (day == anchor and direction == "latest")]
    if direction in ("future", "upcoming") and ahead:
        return ahead[0]
    if direction in ("past", "latest") and behind:
        return behind[-1]
    same_year = [day for day in days if day.year == anchor.year]
    if direction == "this" and same_year:
        return same_year[0]
    return min(days, key=lambda day: abs((day - anchor).days))


def month_year(op: Month, anchor: date) -> int:
    """The year of a bare month.

    Next month and last month are meant whatever the verb says, within one year: of one eleven months away, news
    tells the year (TimeBank, AQUAINT and tweets: 4 of 4).
    """
    ahead = op.month - anchor.month
    if op.direction == "this":
        return anchor.year
    if abs(ahead) == 1 and op.direction in ("latest", "upcoming"):
        return anchor.year
    if op.direction in ("past", "latest"):
        is_last_year = ahead > 0 or (ahead == 0 and op.direction == "past")
        return anchor.year - is_last_year
    if op.direction in ("future", "upcoming"):
        is_next_year = ahead < 0 or (ahead == 0 and op.direction == "future")
        return anchor.year + is_next_year
    if ahead < -_FAR_MONTHS_BACK:
        return anchor.year + 1
    return anchor.year - (ahead > _NEAR_MONTHS_AHEAD)


def short_year(digits: int, anchor: date) -> int:
    """The year that two digits tell: the last such one, or one a few years ahead of the anchor."""
    last = min(anchor.year + FAR_YEARS_AHEAD, MAXYEAR)
    year = last - (last - digits) % 100
    return year if year >= MINYEAR else year + 100


def part_year(part: int, current: int, count: int, direction: Direction, anchor: date) -> int:
    """The year of a bare quarter or half, of which the anchor's year has `count`."""
    ahead = (part - current) % count
    if part <= current:
        is_coming = direction == "upcoming" and 0 < ahead <= count // 2
        return anchor.year + is_coming
    is_near = direction == "upcoming" or (ahead <= 1 and direction != "latest")
    return anchor.year - (not is_near)


def season_year(op: Season, anchor: date) -> int:
    """The year that a bare season starts in."""
    first, last = SEASON_MONTHS[op.season]
    if op.season == "WI":
        is_running = anchor.month <= last + 1
        start = anchor.year - (is_running and op.direction in ("past", "this", "latest"))
        return start - (op.direction == "past" and not is_running)
    if op.direction == "future":
        return anchor.year + (anchor.month >= first)
    if op.direction == "past":
        return anchor.year - (anchor.month <= last)
    if op.direction == "upcoming":
        return anchor.year + (anchor.month > last)
    return anchor.year - (op.direction == "latest" and anchor.month < first)


def weekday_near(op: Weekday, anchor: date) -> date | None:
    """The day of the week that is meant, seen from the anchor."""
    behind = (anchor.isoweekday() - op.weekday) % _WEEK
    ahead = (op.weekday - anchor.isoweekday()) % _WEEK
    steps: dict[Direction, int] = {
        "latest": -behind,
        "past": -(behind or _WEEK),
        "upcoming": ahead,
        "future": ahead or _WEEK,
        "this": op.weekday - anchor.isoweekday(),
        "nearest": -behind if behind <= ahead else ahead,
    }
    return add_days(anchor, steps[op.direction])

"""What phrases mean that the calendar names: days, months, years, quarters, seasons, feasts.

Each function makes the operation of one construction from the slots that a pattern filled, in any language;
`constructions` lists them. None means that the words are no such time.
"""

from dataclasses import replace

from copydesk.annotate.dates import timex
from copydesk.annotate.dates.algebra import (
    Anchor,
    Century,
    Day,
    DayOf,
    Decade,
    Direction,
    Half,
    Holiday,
    Month,
    NthWeekday,
    Op,
    Quarter,
    Season,
    Shift,
    ShortYear,
    Unit,
    Week,
    Year,
)
from copydesk.annotate.dates.calendar_days import day_or_none, is_day_of_some_year
from copydesk.annotate.dates.cues import look
from copydesk.annotate.dates.patterns import Match

MAX_CENTURY = 22
_QUARTERS, _HALVES = 4, 2
_WEEKS_OF_ANY_MONTH = 4
_WEEKS = 53
_LAST_MONTH = 12
_DAY_OF_FIRST_WEEK, _DAY_OF_LAST_WEEK = 4, 28
_DAYS_AFTER_WEEKEND = 3
"""From a Monday back into the week before, from a Sunday, Thursday or Friday not out of its own."""
_FIRST_SHORT_CENTURY = 200
_DECADE_WORDS, _YEAR_DIGITS = 10, 4


def towards(match: Match) -> Direction:
    """The direction of a step word: last, this or next Monday."""
    step = match.integer("step")
    return "past" if step < 0 else "future" if step > 0 else "this"


def further(match: Match) -> int:
    """How far a step goes beyond the last or the next one: -1 for the one before the last."""
    step = match.integer("step")
    return step - (step > 0) + (step < 0)


def month_day(match: Match) -> Op | None:
    """A day of a month; refused where the number counts something or the calendar lacks the day."""
    day = match.integer("day" if match.has("day") else "ordinal")
    month, year = match.integer("month"), match.year()
    if isinstance(year, int):
        return Day(month, day, year) if day_or_none(year, month, day) else None
    if not is_day_of_some_year(month, day):
        return None
    if year is not None:
        return Day(month, day, year)
    if _is_count(match) or _has_impossible_year(match, month, day):
        return None
    weekday = match.integer("weekday") if match.has("weekday") else None
    return Day(month, day, direction=look(match, "nearest"), weekday=weekday)


def _is_count(match: Match) -> bool:
    """True when the number at the end counts what follows: May 5 people."""
    pack = match.context.pack
    is_number_last = match.tokens.word(match.end - 1)[:1].isdigit()
    return (
        is_number_last
        and pack is not None
        and (match.after() in pack.never_after_year or match.after() in pack.plural_units)
    )


def follows_year(match: Match) -> bool:
    """True when a number that can be a year stands right behind a match."""
    word = _word_behind(match)
    return word.isascii() and word.isdigit() and len(word) == _YEAR_DIGITS


def _word_behind(match: Match) -> str:
    """The word behind a match, a comma left out."""
    return match.after(2) if match.after() == "," else match.after()


def _has_impossible_year(match: Match, month: int, day: int) -> bool:
    """True when a year follows in which the day does not exist: 29 February 2019."""
    return follows_year(match) and day_or_none(int(_word_behind(match)), month, day) is None


def weekday_date(match: Match) -> Op | None:
    """A weekday before a date in digits, which tells more than it."""
    date = match.values["date"]
    return date if isinstance(date, Day) else None


def week_of_year(match: Match) -> Op | None:
    """A week of a year by its number."""
    number, year = match.integer("ordinal"), match.year()
    is_lacking = isinstance(year, int) and timex.bounds(f"{year:04d}-W{number:02d}") is None
    return Week(number, year) if 1 <= number <= _WEEKS and not is_lacking else None


def nth_weekday(match: Match) -> Op | None:
    """The third Thursday of November, the last Monday in May (ordinal -1)."""
    nth = match.integer("ordinal")
    if nth == 0 or nth > _WEEKS_OF_ANY_MONTH:
        return None
    year = match.year()
    direction: Direction = "nearest" if year is not None else look(match, "nearest")
    return NthWeekday(nth, match.integer("weekday"), match.integer("month"), year, direction)


def week_of_month(match: Match) -> Op | None:
    """The second week of May: the first one is that of the fourth day, so most of it lies in the month."""
    nth = match.integer("ordinal")
    if nth == 0 or nth > _WEEKS_OF_ANY_MONTH:
        return None
    month, year = match.integer("month"), match.year()
    direction: Direction = "nearest" if year is not None else look(match, "nearest")
    if nth > 0:
        return Shift(Unit.WEEK, nth - 1, Day(month, _DAY_OF_FIRST_WEEK, year, direction))
    if month == _LAST_MONTH:
        return Shift(Unit.WEEK, 0, Day(month, _DAY_OF_LAST_WEEK, year, direction))
    return Shift(Unit.WEEK, -1, Day(month + 1, _DAY_OF_FIRST_WEEK, year, direction))


def week_of_day(match: Match) -> Op | None:
    """The week of March 6, or another unit that holds it."""
    day = month_day(match)
    return day and Shift(match.unit() if match.has("unit") else Unit.WEEK, 0, day)


def month(match: Match) -> Op:
    """A month, with or without its year; `told` makes it one of the year that the paragraph told last."""
    year, told = match.year(), match.context.year
    if match.has("told") and isinstance(told, Year) and isinstance(told.year, int):
        year = told.year
    if year is not None:
        return Month(match.integer("month"), year)
    return Month(match.integer("month"), direction=look(match, "nearest"))


def day_of_month(match: Match) -> Op | None:
    """A day of last, this or next month, of the month told right before it, the last or next such day, or of the news's month."""
    day = match.integer("day" if match.has("day") else "ordinal")
    if match.has("way"):
        return DayOf(day, direction="latest" if match.integer("way") < 0 else "upcoming")
    if match.has("step"):
        return DayOf(day, Shift(Unit.MONTH, match.integer("step")))
    if match.has("weekday"):
        return DayOf(day, direction="nearest")  # "Tuesday (5)" is one of these days
    told, pack = match.context.reference, match.context.pack
    is_linked = pack is not None and (
        match.before() in pack.range_words or match.before() in pack.and_words
    )
    if is_linked and isinstance(told, Day | Month):  # 3月3日至5日
        is_day = is_day_of_some_year(told.month, day)
        return Day(told.month, day, told.year, told.direction) if is_day else None
    return DayOf(day, direction=look(match, "nearest"))


def relative_month(match: Match) -> Op | None:
    """Last, this or next March, or a day of it."""
    number = match.integer("month")
    if follows_year(match):
        return None  # "in this June 22, 2020 photo" is a full date
    if not match.has("day"):
        is_day_left_out = match.after().isdigit()
        return None if is_day_left_out else Month(number, direction=towards(match))
    day = match.integer("day")
    return Day(number, day, direction=towards(match)) if is_day_of_some_year(number, day) else None


def year(match: Match) -> Op | None:
    """A year that stands alone."""
    value = match.year()
    return Year(value) if isinstance(value, int | ShortYear) else None


def decade(match: Match) -> Op:
    """A decade, of a told or an untold century."""
    number = match.integer("decade")
    if match.has("century"):
        return Decade(10 * (match.integer("century") - 1) + number % 10)
    if _DECADE_WORDS <= number < _FIRST_SHORT_CENTURY and number % 10 == 0:
        return Century(number // 10)  # "the 1800s", but "the 2000s" are ten years
    return Decade(number, is_short=number < _DECADE_WORDS)


def century(match: Match) -> Op | None:
    """A century by its ordinal."""
    ordinal = match.integer("ordinal")
    return Century(ordinal - 1) if 1 <= ordinal <= MAX_CENTURY else None


def quarter(match: Match) -> Op | None:
    """A quarter by its ordinal, of a told or an untold year."""
    number, of_year = match.integer("ordinal"), match.year()
    if not 1 <= number <= _QUARTERS:
        return None
    if of_year is not None:
        return Quarter(number, of_year)
    return Quarter(number, direction=look(match, "nearest"))


def quarter_year_ago(match: Match) -> Op | None:
    """The quarter a year before one that is named in the same breath."""
    named = quarter(match)
    return named and Shift(Unit.YEAR, -1, named, Unit.QUARTER)


def latest_quarter(match: Match) -> Op:
    """The quarter told last in this document, or the one before the anchor's."""
    return match.context.quarter or Shift(Unit.QUARTER, -1)


def told_quarter(match: Match) -> Op | None:
    """The quarter told last in this document, only where one was; of another year where one is told.

    Behind "the first nine months" the period is that of a year.
    """
    quarter, of_year = match.context.quarter, match.year()
    if match.context.tells_months:
        return Year(of_year) if isinstance(of_year, int | ShortYear) else None
    return quarter if quarter is None or of_year is None else replace(quarter, year=of_year)


def year_before_quarter(match: Match) -> Op:
    """The quarter told last, a year earlier; without one the year before the anchor's."""
    told = None if match.context.tells_months else match.context.quarter
    return Shift(Unit.YEAR, -1, told, Unit.QUARTER) if told else Shift(Unit.YEAR, -1)


def half(match: Match) -> Op | None:
    """A half of a year."""
    number, of_year = match.integer("ordinal"), match.year()
    if not 1 <= number <= _HALVES:
        return None
    return Half(number, of_year, direction="nearest" if of_year else look(match, "nearest"))


def season(match: Match) -> Op:
    """A season, of a told year, counted from the anchor, or as the sentence has it."""
    name, of_year = match.text("season"), match.year()
    if of_year is not None:
        return Season(name, of_year)
    direction = towards(match) if match.has("step") else look(match, "latest")
    return Season(name, direction=direction)


def holiday(match: Match) -> Op:
    """A feast, of a told year, counted from the anchor, or the nearest one."""
    name, of_year = match.text("holiday"), match.year()
    if of_year is not None:
        return Holiday(name, of_year)
    if not match.has("step"):
        return Holiday(name)
    return Holiday(name, direction="nearest" if towards(match) == "this" else towards(match))


def holiday_weekend(match: Match) -> Op:
    """The weekend of a feast: that before a Monday, else that of its week."""
    return Shift(Unit.WEEKEND, 0, Shift(Unit.DAY, -_DAYS_AFTER_WEEKEND, holiday(match)))


def year_end(match: Match) -> Op:
    """The last day of a told year, or of the anchor's."""
    return Day(12, 31, match.year() or Shift(Unit.YEAR, 0, Anchor()))

"""English patterns for times that the calendar names: days, months, years, quarters, seasons, feasts.

Data for `patterns.Grammar`: each rule is a pattern and the function that makes its operation.
"""

from copydesk.annotate.dates.algebra import (
    Anchor,
    Century,
    Day,
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
    Year,
    YearRef,
)
from copydesk.annotate.dates.calendar_days import day_or_none, is_day_of_some_year
from copydesk.annotate.dates.cues import direction
from copydesk.annotate.dates.patterns import Builder, Match, Rule

MAX_CENTURY = 22
_QUARTERS, _HALVES = 4, 2
_WEEKS_OF_ANY_MONTH = 4
_FIRST_SHORT_CENTURY = 200
_DECADE_WORDS, _YEAR_DIGITS = 10, 4
_SEASON_PREPOSITIONS = frozenset(
    {"in", "of", "during", "for", "by", "over", "through", "this", "until", "since", "into"}
)
_WEEKDAY = "[<weekday> [,] [the]]"


def look(match: Match, default: Direction) -> Direction:
    """Where a time without a year lies, by the cues of its sentence."""
    lexicon = match.context.lexicon
    if lexicon is None:
        return default
    return direction(match.tokens, match.start, match.end, lexicon, default)


def month_day(match: Match) -> Op | None:
    """A day of a month; refused where the number counts something or the calendar lacks the day."""
    month, day, year = match.integer("month"), match.integer("day"), match.year()
    if isinstance(year, int):
        return Day(month, day, year) if day_or_none(year, month, day) else None
    lexicon = match.context.lexicon
    is_count = lexicon is not None and (
        match.after() in lexicon.never_after_year or match.after() in lexicon.plural_units
    )
    if not is_day_of_some_year(month, day) or (is_count and year is None):
        return None
    if year is None and _has_impossible_year(match, month, day):
        return None
    if year is not None:
        return Day(month, day, year)
    weekday = match.integer("weekday") if match.has("weekday") else None
    return Day(month, day, direction=look(match, "nearest"), weekday=weekday)


def _nth_weekday(match: Match) -> Op | None:
    """The third Thursday of November, the last Monday in May."""
    nth = match.integer("ordinal") if match.has("ordinal") else -1
    if nth == 0 or nth > _WEEKS_OF_ANY_MONTH:
        return None
    year = match.year()
    towards: Direction = "nearest" if year is not None else look(match, "nearest")
    return NthWeekday(nth, match.integer("weekday"), match.integer("month"), year, towards)


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


def _ordinal_day(match: Match) -> Op | None:
    """A day of a month told by an ordinal: the second of May."""
    month, day = match.integer("month"), match.integer("ordinal")
    if not is_day_of_some_year(month, day):
        return None
    year = match.year()
    return Day(month, day, year, direction="nearest" if year else look(match, "nearest"))


def _month(match: Match) -> Op:
    """A month, with or without its year."""
    year = match.year()
    if year is not None:
        return Month(match.integer("month"), year)
    return Month(match.integer("month"), direction=look(match, "nearest"))


def _year(match: Match) -> Op | None:
    """A year that stands alone."""
    value = match.values.get("bareyear", match.values.get("year"))
    return Year(value) if isinstance(value, int | ShortYear) else None


def _decade(match: Match) -> Op:
    """A decade, of a told or an untold century."""
    decade = match.integer("decade")
    if _DECADE_WORDS <= decade < _FIRST_SHORT_CENTURY and decade % 10 == 0:
        return Century(decade // 10)  # "the 1800s", but "the 2000s" are ten years
    return Decade(decade, is_short=decade < _DECADE_WORDS)


def _century(match: Match) -> Op | None:
    """A century by its ordinal."""
    ordinal = match.integer("ordinal")
    return Century(ordinal - 1) if 1 <= ordinal <= MAX_CENTURY else None


def _quarter_of(match: Match, quarter: int, year: YearRef) -> Op | None:
    """A quarter of a told or an untold year."""
    if not 1 <= quarter <= _QUARTERS:
        return None
    if year is not None:
        return Quarter(quarter, year)
    return Quarter(quarter, direction=look(match, "nearest"))


def _quarter(match: Match) -> Op | None:
    """A quarter by its ordinal."""
    return _quarter_of(match, match.integer("ordinal"), match.year())


def _named_quarter(match: Match) -> Op | None:
    """A quarter by its short name."""
    return _quarter_of(match, match.integer("quartername"), match.year())


def _quarter_of_relative_year(step: int) -> Builder:
    """A builder for a quarter of last, this or next year."""

    def build(match: Match) -> Op | None:
        """The quarter."""
        return _quarter_of(match, match.integer("ordinal"), Shift(Unit.YEAR, step))

    return build


def _year_ago_quarter(match: Match) -> Op | None:
    """The quarter a year before one that is named in the same breath."""
    quarter = _quarter_of(match, match.integer("ordinal"), match.year())
    return quarter and Shift(Unit.YEAR, -1, quarter, Unit.QUARTER)


def _half(number: int | None) -> Builder:
    """A builder for a half of a year; None takes the ordinal of the match."""

    def build(match: Match) -> Op | None:
        """The half, if its year is told or asked for."""
        half = number or match.integer("ordinal")
        year = match.year()
        is_told = year is not None or match.after() in ("of", "last", "this", "next")
        if not 1 <= half <= _HALVES or not is_told:
            return None
        return Half(half, year, direction="nearest" if year else look(match, "nearest"))

    return build


def _latest_quarter(match: Match) -> Op | None:
    """The quarter told last in this document, or the one before the anchor's."""
    if match.context.quarter is None and match.tokens.word(match.end - 1) == "period":
        return None
    return match.context.quarter or Shift(Unit.QUARTER, -1)


def _year_before_quarter(match: Match) -> Op:
    """The quarter told last, a year earlier; without one the year before the anchor's."""
    quarter = match.context.quarter
    return Shift(Unit.YEAR, -1, quarter, Unit.QUARTER) if quarter else Shift(Unit.YEAR, -1)


def _season(match: Match) -> Op:
    """A season of a told year."""
    return Season(match.text("season"), match.year())


def _bare_season(match: Match) -> Op | None:
    """A season without a year, where a preposition shows that it is one."""
    if match.before() not in _SEASON_PREPOSITIONS or match.after() == "of":
        return None
    return Season(match.text("season"), direction=look(match, "latest"))


def _holiday(match: Match) -> Op:
    """A feast, with or without its year."""
    year = match.year()
    name = match.text("holiday")
    return Holiday(name, year) if year else Holiday(name, direction="nearest")


def _relative_holiday(towards: Direction) -> Builder:
    """A builder for last, this or next Christmas."""

    def build(match: Match) -> Op:
        """The feast."""
        return Holiday(match.text("holiday"), direction=towards)

    return build


def _year_end(match: Match) -> Op:
    """The last day of the anchor's year."""
    del match
    return Day(12, 31, Shift(Unit.YEAR, 0, Anchor()))


_QUARTER_HEAD = "[comparable|corresponding|same|latest|current] [fiscal]"
_OF_YEAR = "[[,] [of] [fiscal] <yearref:year>]"

RULES = (
    Rule("en.month_day", f"{_WEEKDAY} <month> <day> [[,] <yearref:year>]", month_day),
    Rule("en.month_day", f"{_WEEKDAY} <month> the <day> [[,] <yearref:year>]", month_day),
    Rule("en.month_day", f"{_WEEKDAY} <day> [of] <month> [[,] <yearref:year>]", month_day),
    Rule("en.month_day", "<ordinal> of <month> [[,] <yearref:year>]", _ordinal_day),
    Rule("en.month_day", "<month> the <ordinal> [[,] <yearref:year>]", _ordinal_day),
    Rule("en.month_day", "<day> - <month> - <year>", month_day),
    Rule(
        "en.nth_weekday",
        "[the] <ordinal> <weekday> of|in <month> [[,] <yearref:year>]",
        _nth_weekday,
    ),
    Rule("en.nth_weekday", "[the] last <weekday> of|in <month> [[,] <yearref:year>]", _nth_weekday),
    Rule("en.month", "<month> [,] <yearref:year>", _month),
    Rule("en.month", "<month> of <yearref:year>", _month),
    Rule("en.month", "<month>", _month),
    Rule("en.year", "<bareyear>", _year),
    Rule("en.year", "fiscal [year] <year>", _year),
    Rule("en.year", "year <year>", _year),
    Rule("en.decade", "<decade>", _decade),
    Rule("en.decade", "the <decade>", _decade),
    Rule("en.century", "[the] <ordinal> [-] century", _century),
    Rule("en.quarter", f"[the] {_QUARTER_HEAD} <ordinal> [fiscal] quarter {_OF_YEAR}", _quarter),
    Rule("en.quarter", f"{_QUARTER_HEAD} <ordinal> - [fiscal] quarter {_OF_YEAR}", _quarter),
    Rule("en.quarter", "[the] <ordinal> quarter of the year", _quarter),
    Rule("en.quarter", "[the] <bareyear:year> [-] <ordinal> [-] quarter", _quarter),
    Rule("en.quarter", "<quartername> [[,] [of] <yearref:year>]", _named_quarter),
    Rule("en.quarter", "<yearref:year> <quartername>", _named_quarter),
    Rule("en.quarter", "last year 's <ordinal> [-] quarter", _quarter_of_relative_year(-1)),
    Rule("en.quarter", "this year 's <ordinal> [-] quarter", _quarter_of_relative_year(0)),
    Rule("en.quarter", "next year 's <ordinal> [-] quarter", _quarter_of_relative_year(1)),
    Rule("en.quarter_year_ago", "[the] year - ago|earlier <ordinal> quarter", _year_ago_quarter),
    Rule("en.quarter_year_ago", "[the] <ordinal> quarter a year ago|earlier", _year_ago_quarter),
    Rule(
        "en.half", "[the] <ordinal> [-] [fiscal] half [[of] [fiscal] <yearref:year>]", _half(None)
    ),
    Rule("en.half", "[the] last|latter|final half of <yearref:year>", _half(2)),
    Rule("en.half", "[the] former half of <yearref:year>", _half(1)),
    Rule("en.quarter_context", "the [latest|most] [recent] quarter", _latest_quarter),
    Rule("en.quarter_context", "[the] latest|same quarter|period", _latest_quarter),
    Rule("en.quarter_context", "the year - ago|earlier quarter|period", _year_before_quarter),
    Rule("en.quarter_context", "year - ago|earlier [quarter|period]", _year_before_quarter),
    Rule("en.season", "[the] <season> [of] <yearref:year>", _season),
    Rule("en.season", "the <season>", _bare_season),
    Rule("en.holiday", "<holiday> [[,] <year>]", _holiday),
    Rule("en.holiday", "last <holiday>", _relative_holiday("past")),
    Rule("en.holiday", "this <holiday>", _relative_holiday("nearest")),
    Rule("en.holiday", "next <holiday>", _relative_holiday("future")),
    Rule("en.year_end", "year - end", _year_end),
)

"""Reads days that share a month ("February 27 and 28", "5-8 March 2024") and links the ends of ranges.

Called by the parser. Nothing here looks further than a few tokens from a date already found.
"""

import re
from dataclasses import replace

from copydesk.annotate.dates.algebra import (
    Anchor,
    Clock,
    Day,
    Month,
    Shift,
    Unit,
    Weekday,
    WeekdayOf,
    unmodified,
)
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.lexicon import Lexicon
from copydesk.annotate.dates.patterns import Found, Grammar, NoTime
from copydesk.annotate.dates.resolver import timex_type
from copydesk.annotate.dates.terms import day
from copydesk.annotate.dates.tokens import Tokens

MAX_DAYS = 6
"""Longer lists of days of one month are read as far as this."""
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_TO = ("to", "-", "through", "until", "till")
_LIST = (*_TO, "and", "or", "&", ",")
_DAY_RULE = "en.month_day"
_AFTER_DAY = frozenset(
    [
        "in",
        "at",
        "of",
        "for",
        "with",
        "by",
        "and",
        "or",
        "to",
        "through",
        "when",
        "as",
        "after",
        "before",
        "during",
        "on",
        "were",
        "was",
        "is",
        "are",
        "will",
        "from",
        "against",
        "the",
        ",",
        ".",
        ";",
        ":",
        ")",
        "]",
        "!",
        "?",
        "-",
        "'",
        '"',
        "'s",
        "but",
        "that",
        "while",
        "if",
        "inside",
        "near",
        "between",
        "until",
    ]
)


def leading_days(tokens: Tokens, start: int, grammar: Grammar, context: Context) -> list[Found]:
    """Days that stand before the month they share: 5, 6 and 8 March 2024.

    Args:
        tokens: The paragraph.
        start: The token to start at.
        grammar: The times of the language pack.
        context: What the document told before.

    Returns:
        One find a day, the last one with the month; empty where there is no such list.
    """
    spans: list[tuple[int, int]] = []
    index = start
    while len(spans) < MAX_DAYS:
        term = day(tokens, index)
        if term is None or not isinstance(term.value, int):
            return []
        if spans and term.value <= spans[-1][1]:
            return []
        separator = _after_separator(tokens, term.end)
        if separator == term.end:
            break
        spans.append((index, term.value))
        index = separator
    last = grammar.longest(tokens, index, context) if spans else None
    if last is None or not isinstance(last.op, Day) or last.rule != _DAY_RULE:
        return []
    if last.op.day <= spans[-1][1] or day(tokens, index) is None:
        return []
    op = last.op
    return [
        *(Found(at, at + 1, _DAY_RULE, replace(op, day=number)) for at, number in spans),
        last,
    ]


def extend_days(tokens: Tokens, first: Found, lexicon: Lexicon) -> list[Found]:
    """A find with the days that follow it in the same month: February 27 and 28.

    Args:
        tokens: The paragraph.
        first: The find; other than a day of a month it stays alone.
        lexicon: The language pack.

    Returns:
        The find and one more for each further day; a year at the end counts for all.
    """
    group = [first]
    op = first.op
    if not isinstance(op, Day) or first.rule != _DAY_RULE or op.year is not None:
        return group
    if day(tokens, first.end - 1) is None:
        return group
    while len(group) < MAX_DAYS:
        index = _after_separator(tokens, group[-1].end)
        term = day(tokens, index) if index > group[-1].end else None
        if term is None or not isinstance(term.value, int) or term.value <= op.day:
            break
        if not _is_day_of_list(tokens, group[-1].end, term.end, lexicon):
            break
        op = replace(op, day=term.value)
        group.append(Found(index, term.end, _DAY_RULE, op))
    return _with_year(tokens, group) if len(group) > 1 else group


def link_ranges(tokens: Tokens, found: list[Found]) -> list[tuple[Found, int | None]]:
    """Each find with the number of the range that it is an end of, None where it is none."""
    linked: list[tuple[Found, int | None]] = [(item, None) for item in found]
    count = 0
    for index in range(1, len(found)):
        (first, number), (second, _) = linked[index - 1], linked[index]
        if number is not None or not _is_range(tokens, first, second):
            continue
        count += 1
        linked[index - 1] = (_with_day_of(_with_year_of(first, second), second), count)
        linked[index] = (_weekday_after(first, second), count)
    return linked


def _after_separator(tokens: Tokens, index: int) -> int:
    """The index after what joins two days; the same index where nothing does."""
    if tokens.word(index) not in _LIST:
        return index
    return index + 1 + (tokens.word(index) == "," and tokens.word(index + 1) == "and")


def _is_day_of_list(tokens: Tokens, separator: int, end: int, lexicon: Lexicon) -> bool:
    """True when a number behind a day is a further day, not a count of something."""
    after = tokens.word(end)
    if after in lexicon.months or after in lexicon.month_abbreviations or after == "%":
        return False
    if tokens.word(separator) == "," and tokens.word(separator + 1) != "and":
        return after in ("and", ",", "or")
    return after == "" or after in _AFTER_DAY or _is_year(after)


def _is_year(word: str) -> bool:
    """True for a number that can be a year behind a list of days."""
    return bool(_YEAR.fullmatch(word))


def _with_year(tokens: Tokens, group: list[Found]) -> list[Found]:
    """The days of a list, with the year that stands behind the last one."""
    last = group[-1]
    index = last.end + (tokens.word(last.end) == ",")
    word = tokens.word(index)
    if not _is_year(word):
        return group
    dated = [
        replace(item, op=replace(item.op, year=int(word), direction="nearest"))
        for item in group
        if isinstance(item.op, Day)
    ]
    dated[-1] = replace(dated[-1], end=index + 1)
    return dated


def _is_range(tokens: Tokens, first: Found, second: Found) -> bool:
    """True when two finds are the ends of one stretch of time."""
    if isinstance(first.op, NoTime) or isinstance(second.op, NoTime):
        return False
    if {timex_type(first.op), timex_type(second.op)} - {"DATE", "TIME"}:
        return False
    if second.start != first.end + 1:
        return False
    joint = tokens.word(first.end)
    if joint in _TO:
        return True
    if joint not in ("and", "&"):
        return False
    return tokens.word(first.start - 1) == "between" or _are_neighbours(first, second)


def _are_neighbours(first: Found, second: Found) -> bool:
    """True for two days of one month that follow one another, told with the month once."""
    if not isinstance(first.op, Day) or not isinstance(second.op, Day):
        return False
    is_shared = (second.end - second.start == 1) != (first.end - first.start == 1)
    return is_shared and second.op.day == first.op.day + 1 and first.op.month == second.op.month


def _with_day_of(first: Found, second: Found) -> Found:
    """The start of a range of clock times, on the day that only its end tells."""
    start, end = first.op, second.op
    if not isinstance(start, Clock) or not isinstance(end, Clock):
        return first
    return replace(first, op=replace(start, base=end.base)) if start.base == Anchor() else first


def _weekday_after(first: Found, second: Found) -> Found:
    """The end of a range of weekdays, counted from its start: Monday to Friday."""
    start, end = first.op, second.op
    if not isinstance(start, Weekday) or not isinstance(end, Weekday):
        return second
    weeks = 0 if end.weekday >= start.weekday else 1
    return replace(second, op=WeekdayOf(end.weekday, Shift(Unit.WEEK, weeks, start)))


def _with_year_of(first: Found, second: Found) -> Found:
    """The start of a range, with the year that only its end tells: March to June 2024."""
    start, end = first.op, second.op
    if isinstance(start, NoTime) or isinstance(end, NoTime):
        return first
    start, end = unmodified(start), unmodified(end)
    if not isinstance(start, Day | Month) or not isinstance(end, Day | Month):
        return first
    if start.year is not None or not isinstance(end.year, int) or start != first.op:
        return first
    year = end.year - (_day_of_year(start) > _day_of_year(end))
    return replace(first, op=replace(start, year=year, direction="nearest"))


def _day_of_year(op: Day | Month) -> tuple[int, int]:
    """Month and day, to tell which comes first; a month counts as its first day."""
    return op.month, op.day if isinstance(op, Day) else 1

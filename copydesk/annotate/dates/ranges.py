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
    PartOfDay,
    Shift,
    Unit,
    Weekday,
    WeekdayOf,
    unmodified,
)
from copydesk.annotate.dates.compiled import Language
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.digit_terms import meridiem
from copydesk.annotate.dates.numeric import find_year_range
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.patterns import Found, NoTime
from copydesk.annotate.dates.resolver import timex_type
from copydesk.annotate.dates.tokens import Tokens

MAX_DAYS = 6
"""Longer lists of days of one month are read as far as this."""
MAX_LINK_WORDS = 3
"""The longest link between the ends of a range: "bis zum"."""
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_DAY_RULE = ".month_day"
_DASHES = frozenset({"-"})


def leading_days(tokens: Tokens, start: int, language: Language, context: Context) -> list[Found]:
    """Days that stand before the month they share: 5, 6 and 8 March 2024.

    Args:
        tokens: The paragraph.
        start: The token to start at.
        language: The compiled pack.
        context: What the document told before.

    Returns:
        One find a day, the last one with the month; empty where there is no such list.
    """
    days: list[tuple[int, int, int]] = []
    index = start + (tokens.word(start) in language.pack.day_articles)
    while len(days) < MAX_DAYS:
        term = language.terms.day(tokens, _behind_weekday(tokens, index, language))
        if term is None or not isinstance(term.value, int) or (days and term.value <= days[-1][2]):
            return []
        link_end = _link_end(tokens, term.end, language.pack)
        if link_end == term.end:
            break
        days.append((index, term.end, term.value))
        index = link_end
    last = language.times.longest(tokens, index, context) if days else None
    if last is None or not isinstance(last.op, Day) or not last.rule.endswith(_DAY_RULE):
        return []
    first_day = language.terms.day(tokens, _behind_weekday(tokens, index, language))
    if last.op.day <= days[-1][2] or first_day is None:
        return []
    shared = [Found(at, end, last.rule, _earlier(last.op, day)) for at, end, day in days]
    return [_with_article(tokens, one, language.pack) for one in (*shared, last)]


def _earlier(last: Day, day: int) -> Day:
    """An earlier day of the month, with the weekday that puts both into one year."""
    weekday = last.weekday and (last.weekday - 1 - (last.day - day)) % 7 + 1
    return replace(last, day=day, weekday=weekday)


def _behind_weekday(tokens: Tokens, index: int, language: Language) -> int:
    """Where the day of a month stands that may follow its weekday: samedi 8 et dimanche 9 mars."""
    named = language.terms.weekday(tokens, index)
    if named is None:
        return index
    end = named.end + (tokens.word(named.end) == ",")
    return end + (tokens.word(end) in language.pack.weekday_articles)


def _with_article(tokens: Tokens, found: Found, pack: LanguagePack) -> Found:
    """A find with the article before it, where the language counts it in."""
    has_article = tokens.word(found.start - 1) in pack.day_articles
    return replace(found, start=found.start - 1) if has_article else found


def leading_hour(tokens: Tokens, start: int, language: Language, context: Context) -> list[Found]:
    """An hour whose clock only the end of its range tells: von 10 bis 18 Uhr, 8 to 10 p.m.

    Returns:
        Both ends; empty where there is no such range.
    """
    term = language.terms.hour(tokens, start) or language.terms.hour_digits(tokens, start)
    if term is None or not isinstance(term.value, int):
        return []
    index = _link_end(tokens, term.end, language.pack)
    is_range = _phrase(tokens, term.end, index) in language.pack.range_words
    if not is_range and not _is_between(tokens, start, language.pack):
        return []
    last = language.times.longest(tokens, index, context)
    if last is None or not isinstance(last.op, Clock):
        return []
    minutes = term.value
    is_afternoon = any(meridiem(tokens, at) for at in range(index, last.end))
    if is_afternoon and minutes + 12 * 60 <= 60 * last.op.hour + last.op.minute:
        minutes += 12 * 60
    if minutes >= 24 * 60:
        return []
    first = replace(last.op, hour=minutes // 60, minute=minutes % 60)
    return [Found(start, term.end, last.rule, first), last]


def leading_years(tokens: Tokens, start: int, language: Language, context: Context) -> list[Found]:
    """Two years of which the second is told by its end, with the word before them: 1995-97, Jahren 1995-97.

    Returns:
        Both years; empty where there are no such.
    """
    del context
    years = find_year_range(tokens, start + (tokens.word(start) in language.pack.plural_units))
    return [replace(years[0], start=start), *years[1:]] if years else []


def leading_month(tokens: Tokens, start: int, language: Language, context: Context) -> list[Found]:
    """A month whose sign only the end of its range has: 1至10月, 一至三月.

    Returns:
        Both ends; empty where there is no such range.
    """
    if not language.pack.is_unspaced:
        return []
    term = language.terms.month_digits(tokens, start) or language.terms.day_name(tokens, start)
    index = _link_end(tokens, term.end, language.pack) if term else start
    if term is None or _phrase(tokens, term.end, index) not in language.pack.range_words:
        return []
    last = language.times.longest(tokens, index, context)
    if last is None or not isinstance(last.op, Month) or not isinstance(term.value, int):
        return []
    if term.value >= last.op.month:
        return []
    year = last.op.year or Shift(Unit.YEAR, 0, last.op)
    return [Found(start, term.end, last.rule, Month(term.value, year)), last]


def extend_days(tokens: Tokens, first: Found, language: Language) -> list[Found]:
    """A find with the days that follow it in the same month: February 27 and 28.

    Args:
        tokens: The paragraph.
        first: The find; other than a day of a month it stays alone.
        language: The compiled pack.

    Returns:
        The find and one more for each further day; a year at the end counts for all.
    """
    group = [first]
    op = first.op
    if not isinstance(op, Day) or not first.rule.endswith(_DAY_RULE) or op.year is not None:
        return group
    if language.terms.day(tokens, first.end - 1) is None:
        return group
    while len(group) < MAX_DAYS:
        index = _link_end(tokens, group[-1].end, language.pack)
        term = language.terms.day(tokens, index) if index > group[-1].end else None
        if term is None or not isinstance(term.value, int) or term.value <= op.day:
            break
        if not _is_day_of_list(tokens, group[-1].end, term.end, language.pack):
            break
        op = replace(op, day=term.value)
        group.append(Found(index, term.end, first.rule, op))
    return _with_year(tokens, group) if len(group) > 1 else group


def link_ranges(
    tokens: Tokens, found: list[Found], pack: LanguagePack | None
) -> list[tuple[Found, int | None]]:
    """Each find with the number of the range that it is an end of, None where it is none."""
    linked: list[tuple[Found, int | None]] = [(item, None) for item in found]
    count = 0
    for index in range(1, len(found)):
        (first, number), (second, _) = linked[index - 1], linked[index]
        if number is not None or not _is_range(tokens, first, second, pack):
            continue
        count += 1
        linked[index - 1] = (_with_shared(first, second), count)
        linked[index] = (_end_after(first, second), count)
    return linked


def _link_end(tokens: Tokens, index: int, pack: LanguagePack) -> int:
    """The index after what joins two days; the same index where nothing does."""
    if tokens.word(index) == ",":
        is_linked = tokens.word(index + 1) in pack.and_words | pack.range_words
        return index + 1 + (is_linked and tokens.word(index + 1) != "-")
    for length in range(MAX_LINK_WORDS, 0, -1):
        phrase = _phrase(tokens, index, index + length)
        if phrase in pack.range_words or phrase in pack.and_words:
            return index + length
    return index


def _phrase(tokens: Tokens, start: int, end: int) -> str:
    """The words of some tokens, with spaces between them."""
    return " ".join(tokens.word(index) for index in range(start, end))


def _is_day_of_list(tokens: Tokens, separator: int, end: int, pack: LanguagePack) -> bool:
    """True when a number behind a day is a further day, not a count of something."""
    after = tokens.word(end)
    if after in pack.months or after in pack.month_abbreviations or after == "%":
        return False
    if tokens.word(separator) == "," and tokens.word(separator + 1) not in pack.and_words:
        return after == "," or after in pack.and_words
    return after == "" or after in pack.after_day or _is_year(after)


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


def _is_range(tokens: Tokens, first: Found, second: Found, pack: LanguagePack | None) -> bool:
    """True when two finds are the ends of one stretch of time."""
    if isinstance(first.op, NoTime) or isinstance(second.op, NoTime):
        return False
    if {timex_type(first.op), timex_type(second.op)} - {"DATE", "TIME"}:
        return False
    if not 0 <= second.start - first.end <= MAX_LINK_WORDS or _is_time_of(first, second):
        return False
    is_new_sentence = tokens.is_capitalised(first.end) and not tokens.is_capitalised(first.end - 1)
    # "al 5 de marzo": the link is one word with the article, and part of the second end
    link = _phrase(tokens, first.end, second.start) or tokens.word(second.start)
    link = link.removeprefix(", ")
    if link in (pack.range_words if pack else _DASHES):
        return not is_new_sentence  # "01/07/1986 A giugno"
    if pack is None or link not in pack.and_words:
        return False
    return _is_between(tokens, first.start, pack) or _are_neighbours(first, second)


def _is_time_of(first: Found, second: Found) -> bool:
    """True for a time of the day that stands before it: "el martes a las 18.00 horas" is no range."""
    return isinstance(second.op, Clock | PartOfDay) and second.op.base == first.op


def _is_between(tokens: Tokens, index: int, pack: LanguagePack) -> bool:
    """True when "between" stands before a token, or before its article and unit: "entre los días 5 y 8"."""
    if tokens.word(index - 1) in pack.plural_units:
        index -= 1
    return bool({tokens.word(index - 1), tokens.word(index - 2)} & pack.between_words)


def _are_neighbours(first: Found, second: Found) -> bool:
    """True for two days of one month that follow one another, told with the month once."""
    if not isinstance(first.op, Day) or not isinstance(second.op, Day):
        return False
    is_shared = (second.end - second.start == 1) != (first.end - first.start == 1)
    return is_shared and second.op.day == first.op.day + 1 and first.op.month == second.op.month


def _with_shared(first: Found, second: Found) -> Found:
    """The start of a range, with the year, week or day that only its end tells."""
    start, end = first.op, second.op
    if isinstance(start, Weekday) and isinstance(end, WeekdayOf):
        return replace(first, op=WeekdayOf(start.weekday, end.week))
    return _with_day_of(_with_year_of(first, second), second)


def _with_day_of(first: Found, second: Found) -> Found:
    """The start of a range of clock times, on the day that only its end tells."""
    start, end = first.op, second.op
    if not isinstance(start, Clock) or not isinstance(end, Clock):
        return first
    return replace(first, op=replace(start, base=end.base)) if start.base == Anchor() else first


def _end_after(first: Found, second: Found) -> Found:
    """The end of a range, counted from its start where it does not tell its week or year: never before it."""
    start, end = first.op, second.op
    if isinstance(start, Day | Month) and isinstance(end, Day | Month):
        if end.year is not None:
            return second
        is_by_day = isinstance(start, Day) and isinstance(end, Day)
        is_turned = (
            _day_of_year(end) < _day_of_year(start) if is_by_day else end.month < start.month
        )
        years = int(is_turned)
        return replace(second, op=replace(end, year=Shift(Unit.YEAR, years, start)))
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

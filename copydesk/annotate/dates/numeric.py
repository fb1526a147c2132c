"""Reads dates that are written in digits alone, which need no language pack.

Called by the parser for every text. Two numbers that can both be the month stay ambiguous unless the language
is written in countries that agree on the order; then the rule says that it decided.
"""

import re

from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Clock,
    Day,
    Month,
    Op,
    ShortYear,
    Year,
    YearRef,
    YearSpan,
)
from copydesk.annotate.dates.calendar_days import day_or_none, is_day_of_some_year
from copydesk.annotate.dates.pack import NumberOrder
from copydesk.annotate.dates.patterns import Found
from copydesk.annotate.dates.tokens import Tokens

_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_ISO_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})t([0-9]{2}):([0-9]{2}).*")
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_CJK = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?")
_MONTHS, _HOURS, _MINUTES = 12, 24, 60
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_JOINTS = ("-", "/", "$", "€", "£", "#", "+")
_VERSION_WORDS = ("version", "versions", "v", "release", "section", "chapter", "rule")


def find_numeric(tokens: Tokens, index: int, order: NumberOrder | None = None) -> Found | None:
    """The numeric date that a token is, if it is one.

    Args:
        tokens: The paragraph.
        index: The token.
        order: That of day and month in the language, None where its countries differ.

    Returns:
        The find, whose rule says how it was written; None for other numbers.
    """
    word = tokens.word(index)
    if not word[:1].isdigit() or tokens.word(index - 1) in _VERSION_WORDS:
        return None
    years = _years(tokens, index)
    if years is not None:
        return years
    for read in (_iso, _iso_time, _day_month_year, _cjk):
        found = read(word)
        if found is not None:
            rule, op = _ordered(*found, order)
            return Found(index, index + 1, rule, op)
    return None


def find_year_range(tokens: Tokens, index: int) -> list[Found]:
    """The two ends of a stretch of years whose second has two digits: 1914-18; empty where there is none.

    A second number that can be a month is none, unless it is the very next year: 2010-06, but 2007-08.
    """
    word, last = tokens.word(index), tokens.word(index + 2)
    is_tied = tokens.word(index + 1) == "-" and tokens.is_joined(index + 1)
    if not is_tied or not _is_lone_year(tokens, index) or not _TWO_DIGITS.fullmatch(last):
        return []
    second = int(word) // 100 * 100 + int(last)
    is_next = second == int(word) + 1
    is_later = second > int(word) and (is_next or int(last) > _MONTHS)
    if not is_later or not tokens.is_joined(index + 2) or _is_longer(tokens, index + 3):
        return []
    ends = ((index, int(word)), (index + 2, second))
    return [Found(at, at + 1, "numeric.years", Year(year)) for at, year in ends]


def _years(tokens: Tokens, index: int) -> Found | None:
    """Two years written as one: 2022/23. A hyphen ties the ends of a stretch (WikiWars marks four of four so)."""
    is_one = tokens.word(index + 1) == "/" and _is_lone_year(tokens, index)
    end = second_year_end(tokens, index) if is_one else None
    if end is None:
        return None
    first = int(tokens.word(index))
    return Found(index, end, "numeric.years", YearSpan(first, first + 1))


def _is_lone_year(tokens: Tokens, index: int) -> bool:
    """True for a number that can be a year and continues no other."""
    before = tokens.word(index - 1)
    is_part = tokens.is_joined(index) and (before.isalnum() or before in _JOINTS)
    return not is_part and bool(_YEAR.fullmatch(tokens.word(index)))


def _is_longer(tokens: Tokens, index: int) -> bool:
    """True when a token goes on with the number before it."""
    after = tokens.word(index)
    return tokens.is_joined(index) and (after.isalnum() or after in _JOINTS)


def second_year_end(tokens: Tokens, index: int) -> int | None:
    """Where the year after that of a token ends, which a hyphen or slash ties to it; None where there is none.

    Only the very next year is read so: 1914-18 are the ends of a stretch.
    """
    following = str(int(tokens.word(index)) + 1)
    is_tied = tokens.word(index + 1) in ("-", "/") and tokens.is_joined(index + 1)
    if not is_tied or tokens.word(index + 2) not in (following[-2:], following):
        return None
    if not tokens.is_joined(index + 2) or _is_longer(tokens, index + 3):
        return None
    is_one = tokens.word(index + 1) == "/" or tokens.word(index + 2) == following[-2:]
    return index + 3 if is_one else None  # 2003-2004 are the ends of a stretch


def _iso(word: str) -> tuple[str, Op] | None:
    """Year first: 2024-03-05, 2024/3/5."""
    found = _ISO.fullmatch(word)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not day_or_none(year, month, day):
        return None
    return ("numeric.iso" if found[2] == "-" else "numeric.ymd"), Day(month, day, year)


def _iso_time(word: str) -> tuple[str, Op] | None:
    """A date and a time: 2024-03-05T08:30:00Z."""
    found = _ISO_TIME.fullmatch(word)
    if not found:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups())
    if not day_or_none(year, month, day) or hour >= _HOURS or minute >= _MINUTES:
        return None
    return "numeric.iso_time", Clock(hour, minute, Day(month, day, year), word.endswith("z"))


def _day_month_year(word: str) -> tuple[str, Op] | None:
    """Year last: 05.03.2024, 5/3/2024, 5/3/24."""
    found = _NUMERIC.fullmatch(word)
    if not found:
        return None
    sign, is_short = found[2], len(found[4]) == 2  # noqa: PLR2004 - digits
    if is_short and sign != "/" and not len(found[1]) == len(found[3]) == 2:  # noqa: PLR2004
        return None  # 3.8.12 is a version
    first, second, digits = int(found[1]), int(found[3]), int(found[4])
    year: YearRef = ShortYear(digits) if is_short else digits
    if not is_short and not _FIRST_YEAR <= digits <= _LAST_YEAR:
        return None
    if sign == ".":
        return _checked("numeric.dmy", second, first, year)
    return _either_order(first, second, year)


def _either_order(first: int, second: int, year: YearRef) -> tuple[str, Op] | None:
    """Day and month in an order that only their size can tell."""
    if first > _MONTHS:
        return _checked("numeric.dmy", second, first, year)
    if second > _MONTHS:
        return _checked("numeric.mdy", first, second, year)
    if first == second:
        return _checked("numeric.dmy", second, first, year)
    return ("numeric.ambiguous", AmbiguousDay(first, second, year)) if first and second else None


def _ordered(rule: str, op: Op, order: NumberOrder | None) -> tuple[str, Op]:
    """A find, with the order of its language where its numbers leave it open."""
    if not isinstance(op, AmbiguousDay) or order is None:
        return rule, op
    day, month = (op.first, op.second) if order == "DMY" else (op.second, op.first)
    return f"numeric.{order.lower()}_by_language", Day(month, day, op.year)


def _checked(rule: str, month: int, day: int, year: YearRef) -> tuple[str, Op] | None:
    """A day, if the calendar has it."""
    if isinstance(year, int):
        return (rule, Day(month, day, year)) if day_or_none(year, month, day) else None
    return (rule, Day(month, day, year)) if is_day_of_some_year(month, day) else None


def _cjk(word: str) -> tuple[str, Op] | None:
    """A Chinese or Japanese date: 2024年3月5日."""
    found = _CJK.fullmatch(word)
    if not found or not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        return None
    year = int(found[1])
    if found[2] is None:
        return "numeric.cjk", Year(year)
    month = int(found[2])
    if found[3] is not None:
        return _checked("numeric.cjk", month, int(found[3]), year)
    return ("numeric.cjk", Month(month, year)) if 1 <= month <= _MONTHS else None

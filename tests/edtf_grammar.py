"""A strict validator of EDTF, levels 0 to 2: for tests of what the dates view says.

It knows the features of the specification that a four-digit year before 10000 can use, and refuses everything else,
also what other readers let pass: a time with a qualifier, a season with unknown digits, days that no calendar has.

Source: Extended Date/Time Format Specification, Library of Congress, 4 February 2019.
"""

import re
from calendar import monthrange

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MASKED = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_TIME = re.compile(
    r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?|24:00:00"
)
_SUB_YEAR = range(21, 42)
"""Seasons (21-24 at level 1), seasons by hemisphere, quarters, quadrimesters and semesters."""
_LEAP_YEAR = 2000


def is_edtf(text: str) -> bool:
    """True for a date, time, interval or set of dates that the grammar allows."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return all(_is_element(part) for part in text[1:-1].split(","))
    if "/" in text:
        return _is_interval(text)
    if "T" in text:
        day, _, time = text.partition("T")
        return _is_date(day) and len(day) == len("2024-03-05") and bool(_TIME.fullmatch(time))
    return _is_point(text)


def _is_element(text: str) -> bool:
    """True for an element of a set: a date, or consecutive dates."""
    ends = text.split("..")
    return len(ends) <= 2 and any(ends) and all(_is_point(end) for end in ends if end)


def _is_interval(text: str) -> bool:
    """True for two ends, one of them perhaps open or unknown, in order."""
    ends = text.split("/")
    if len(ends) != 2 or not any(end not in ("", "..") for end in ends):
        return False
    known = [end for end in ends if end not in ("", "..")]
    if not all(_is_point(end) for end in known):
        return False
    plain = [end.rstrip("?~%") for end in known]
    width = min(map(len, plain))
    is_ordered = len(plain) < 2 or plain[0][:width] <= plain[1][:width]
    return is_ordered or any("X" in end for end in plain)


def _is_point(text: str) -> bool:
    """True for a date with or without a qualifier, one with unknown digits, or a part of a year."""
    bare = text[:-1] if text[-1:] in "?~%" else text
    return _is_date(bare) or _is_part_of_year(bare) or (bare == text and _is_masked(text))


def _is_date(text: str) -> bool:
    """True for a year, month or day of the calendar."""
    found = _DATE.fullmatch(text)
    return bool(found) and _exists(int(found[1]), found[2], found[3])


def _is_part_of_year(text: str) -> bool:
    """True for a season, quarter and the like."""
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}", text)) and int(text[5:]) in _SUB_YEAR


def _is_masked(text: str) -> bool:
    """True for a date with X for some digits, if digits in their place can make it one."""
    found = _MASKED.fullmatch(text)
    if not found or "X" not in text:
        return False
    year = _LEAP_YEAR if "X" in found[1] else int(found[1])
    months = [f"{month:02d}" for month in range(1, 13) if _fits(found[2], f"{month:02d}")]
    days = [f"{day:02d}" for day in range(1, 32) if _fits(found[3], f"{day:02d}")]
    if found[2] is None:
        return True
    return any(_exists(year, month, day) for month in months for day in days or [None]) and (
        found[3] is None or bool(days)
    )


def _fits(mask: str | None, digits: str) -> bool:
    """True where X stands for a digit or the digit itself."""
    return mask is not None and all(a in ("X", b) for a, b in zip(mask, digits, strict=True))


def _exists(year: int, month: str | None, day: str | None) -> bool:
    """True for a date that the calendar has."""
    if month is None:
        return True
    if not 1 <= int(month) <= 12:
        return False
    return day is None or 1 <= int(day) <= monthrange(year or _LEAP_YEAR, int(month))[1]

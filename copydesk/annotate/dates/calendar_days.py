"""Calendar arithmetic: feasts, weeks and steps of months. Pure functions that never leave years 1-9999.

A step beyond those years gives None instead of an error, so that "in 100,000 years" is only unknown.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta

_LEAP_YEAR = 2000
_DECEMBER = 12


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == _DECEMBER:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day, None where the calendar has no such day."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= _DECEMBER:
        return None
    return date(year, month, day) if 1 <= day <= month_length(year, month) else None


def is_day_of_some_year(month: int, day: int) -> bool:
    """True when some year has this day: 29 February, never 30 February.

    >>> is_day_of_some_year(2, 29), is_day_of_some_year(2, 30)
    (True, False)
    """
    return day_or_none(_LEAP_YEAR, month, day) is not None


def add_days(day: date, count: int) -> date | None:
    """The day `count` days on, None beyond the calendar."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month `count` months on. The year may lie beyond the calendar.

    >>> add_months(2024, 11, 3)
    (2025, 2)
    """
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (weekday 1) … Sunday (7) of a month; -1 is the last one."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta((last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: Meeus, Astronomical Algorithms (1991), chapter 8 (the "anonymous" algorithm).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century, part = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (part // 4) - epact - part % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


HOLIDAYS: dict[str, tuple[int, int] | tuple[int, int, int, int] | int] = {
    "new_year": (1, 1),
    "new_years_eve": (12, 31),
    "epiphany": (1, 6),
    "assumption_day": (8, 15),
    "german_unity_day": (10, 3),
    "reformation_day": (10, 31),
    "all_souls_day": (11, 2),
    "st_nicholas_day": (12, 6),
    "valentines_day": (2, 14),
    "st_patricks_day": (3, 17),
    "labour_day_may": (5, 1),
    "tiradentes": (4, 21),
    "carnation_revolution": (4, 25),
    "valentines_day_brazil": (6, 12),
    "brazilian_independence_day": (9, 7),
    "columbus_day_october_12": (10, 12),
    "proclamation_of_the_republic_brazil": (11, 15),
    "immaculate_conception": (12, 8),
    "holy_innocents": (12, 28),
    "kings_day": (4, 27),
    "anzac_day": (4, 25),
    "canada_day": (7, 1),
    "bastille_day": (7, 14),
    "independence_day": (7, 4),
    "womens_day": (3, 8),
    "victory_day_may_9": (5, 9),
    "china_national_day": (10, 1),
    "halloween": (10, 31),
    "all_saints_day": (11, 1),
    "veterans_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "martin_luther_king_day": (1, 1, 3, 0),
    "presidents_day": (2, 1, 3, 0),
    "mothers_day": (5, 7, 2, 0),
    "memorial_day": (5, 1, -1, 0),
    "fathers_day": (6, 7, 3, 0),
    "labor_day": (9, 1, 1, 0),
    "columbus_day": (10, 1, 2, 0),
    "thanksgiving": (11, 4, 4, 0),
    "black_friday": (11, 4, 4, 1),
    "shrove_monday": -48,
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "holy_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension_day": 39,
    "pentecost": 49,
    "whit_monday": 50,
    "corpus_christi": 60,
}
"""(month, day); (month, weekday, nth, days after that); or days after Easter Sunday."""


def holiday(name: str, year: int) -> date:
    """The day of a feast in a year."""
    rule = HOLIDAYS[name]
    if isinstance(rule, int):
        return easter(year) + timedelta(rule)
    if len(rule) == 2:  # noqa: PLR2004 - the shape of the table above
        return date(year, *rule)
    month, weekday, nth, days_after = rule
    return nth_weekday(year, month, weekday, nth) + timedelta(days_after)

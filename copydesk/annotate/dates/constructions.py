"""The constructions that a language pack gives its patterns for, and what each needs.

A pack's `phrases` name them; `compiled` joins pattern and meaning. The longest match wins. Of two patterns that match
the same tokens, one that spells a word out wins over one with a term in its place, then the construction that stands
first here. `COMMON` are the patterns that every language shares.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.annotate.dates import amount_phrases as amounts
from copydesk.annotate.dates import calendar_phrases as calendar
from copydesk.annotate.dates import relative_phrases as relative
from copydesk.annotate.dates.patterns import Builder


@dataclass(frozen=True, slots=True)
class Construction:
    """What a phrase means.

    Attributes:
        build: Makes the operation from the slots.
        needs: Slots that each pattern must fill. Terms fill the slot of their name but for `<units>` (unit),
            `<cardinal>` (number), `<bareyear>` and `<yearref>` (year), `<weekdays>` (weekday), `<parts>` (part),
            `<told>` (step), `<quartername>` (ordinal), `<tens>` and `<decadeword>` (decade), `<hour>`,
            `<clocktime>` and `<hourword>` (minutes), `<minute>` (past), `<dayname>` (day), `<roman>` (ordinal),
            `<numericdate>` (date), `<commatime>` (minutes).
        may_have: Slots that it reads where they are filled.
        rule: Name of the rule in the `rule` column, where it is another.
    """

    build: Builder
    needs: frozenset[str]
    may_have: frozenset[str] = frozenset()
    rule: str | None = None


def _of(
    build: Builder, needs: str = "", may_have: str = "", rule: str | None = None
) -> Construction:
    """A construction, its slots as words."""
    return Construction(build, frozenset(needs.split()), frozenset(may_have.split()), rule)


CONSTRUCTIONS: Mapping[str, Construction] = {
    "no_time": _of(amounts.no_time, "", "number unit"),  # 48 years old
    "one_unit": _of(amounts.one_unit, "unit", "", "duration"),  # the past decade
    # Named by the calendar
    "month_day": _of(calendar.month_day, "month day", "weekday year"),  # Friday, March 5, 2021
    # the second of May
    "ordinal_day": _of(calendar.month_day, "month ordinal", "weekday year", "month_day"),
    # Friday, 05.03.2021: <numericdate> fills the slot date
    "weekday_date": _of(calendar.weekday_date, "weekday date", "", "month_day"),
    "week_of_year": _of(
        calendar.week_of_year, "ordinal year"
    ),  # the first week of 2021, week 27 of 2021
    # the 15th; {step=0}: of this month; {way=-1}: the last 15th, in whatever month
    "day_of_month": _of(calendar.day_of_month, "day", "step way"),
    # the third Thursday of November; {ordinal=-1}: the last
    "nth_weekday": _of(calendar.nth_weekday, "ordinal weekday month", "year"),
    # the second week of May; {ordinal=-1}: the last
    "week_of_month": _of(calendar.week_of_month, "ordinal month", "year"),
    "week_of_day": _of(calendar.week_of_day, "month day", "year unit"),  # the week of March 6
    "month": _of(calendar.month, "month", "year told"),  # {told=1}: August of that year
    "year": _of(calendar.year, "year"),
    # the 1990s; <cardinal:century>: the 90s of the 20th century
    "decade": _of(calendar.decade, "decade", "century"),
    "century": _of(calendar.century, "ordinal"),
    "quarter": _of(calendar.quarter, "ordinal", "year"),
    # the year-ago third quarter
    "quarter_year_ago": _of(calendar.quarter_year_ago, "ordinal", "year"),
    "half": _of(calendar.half, "ordinal", "year"),
    "latest_quarter": _of(calendar.latest_quarter, "", "", "quarter_context"),  # the latest quarter
    "told_quarter": _of(calendar.told_quarter, "", "year", "quarter_context"),  # the 1988 period
    # the year-ago period
    "year_before_quarter": _of(calendar.year_before_quarter, "", "", "quarter_context"),
    "season": _of(calendar.season, "season", "year step"),
    "holiday": _of(calendar.holiday, "holiday", "year step"),
    "holiday_weekend": _of(calendar.holiday_weekend, "holiday", "", "holiday"),
    "year_end": _of(calendar.year_end, "", "year"),
    # Counted from another time
    "day_word": _of(relative.day_word, "dayword"),
    # without a day: a part of the one told last; {later=1}: of the day after it
    "part_of_day": _of(
        relative.part_of_day, "part", "dayword weekday step day month year date later"
    ),
    "weekday": _of(relative.weekday, "weekday", "step"),  # {step=0}: this one, the nearest
    "weekend": _of(relative.weekend, "", "step"),  # the weekend; {step=0}: this one
    "told_weekday": _of(relative.told_weekday, "weekday step"),  # the following Monday
    # the day before the one told, in news without one before the document's
    "adjacent_day": _of(relative.adjacent_day, "step", "part"),
    "told_unit": _of(relative.told_unit, "unit step"),  # the following week, after the told one
    "relative_unit": _of(relative.relative_unit, "unit step"),  # last week
    "relative_weekday": _of(relative.relative_weekday, "weekday step"),
    "weekday_of": _of(relative.weekday_of, "weekday step"),  # Tuesday of last week
    "relative_month": _of(calendar.relative_month, "month step", "day"),
    "same_unit": _of(relative.same_unit, "unit"),  # that year: the one told last
    "part_of_unit": _of(relative.part_of_unit, "unit mod"),  # later in the month {mod=LATER}
    "ago": _of(relative.ago, "number unit", "added"),
    "from_now": _of(relative.from_now, "number unit", "added"),
    # (in) three days, where the sentence looks ahead
    "in": _of(relative.ahead, "number unit", "added"),
    "earlier": _of(relative.earlier, "number unit", "added"),  # from the time told last
    "later": _of(relative.later, "number unit", "added"),
    # Amounts
    "set": _of(amounts.every_unit, "unit", "number"),  # every two weeks, per week
    "set_weekday": _of(amounts.every_weekday, "weekday", "part", "set"),
    "set_month": _of(amounts.every_month, "month", "", "set"),
    "set_season": _of(amounts.every_season, "season", "", "set"),
    "set_part": _of(amounts.every_part, "part", "", "set"),
    "set_turn": _of(amounts.recurrence, "turn", "", "set"),  # weekly
    # {added=0.5}: two years and a half; <number:rest> <units:rest_unit>: two years and three months
    "duration": _of(amounts.duration, "number unit", "added rest rest_unit"),
    "indefinite_duration": _of(amounts.indefinite_duration, "unit", "", "duration"),  # for years
    # 8 p.m. on Tuesday; {past=30}: half past
    "clock": _of(
        amounts.clock, "minutes", "meridiem zone part past dayword weekday step month day year date"
    ),
    # soon, unless the sentence looks back
    "vague_ahead": _of(amounts.vague_ahead, "ref", "", "vague"),
    "vague": _of(amounts.vague, "ref"),  # {ref=PAST_REF}
}

COMMON: Mapping[str, tuple[str, ...]] = {
    "month": ("<month>",),
    "year": ("<bareyear>",),
    "decade": ("<decade>",),
    "holiday": ("<holiday>",),
    "day_word": ("<dayword>",),
    "part_of_day": ("<dayword> <part>", "<weekday> <part>"),
    "weekday": ("<weekday>",),
    "weekday_date": ("<weekday> [,] <numericdate>",),
    "set_weekday": ("<weekdays>",),
    "set_turn": ("<turn>",),
}
"""Patterns of every language. A pack that tells the construction itself replaces them: one that needs "<dayword>"
with other neighbours writes its own."""

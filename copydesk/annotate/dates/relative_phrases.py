"""What phrases mean that count from another time: "yesterday", "last week", "two days later".

Each function makes the operation of one construction from the slots that a pattern filled, in any language;
`constructions` lists them. None means that the words are no such time.
"""

from collections.abc import Callable, Mapping

from copydesk.annotate.dates.algebra import (
    Anchor,
    Direction,
    Modified,
    Op,
    PartOfDay,
    Shift,
    Unit,
    Untold,
    Vague,
    Weekday,
    WeekdayOf,
)
from copydesk.annotate.dates.calendar_phrases import (
    day_of_month,
    further,
    month_day,
    towards,
    weekday_date,
)
from copydesk.annotate.dates.cues import look
from copydesk.annotate.dates.patterns import Match

_MOMENTS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_SPANS = (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)


def day_word(match: Match) -> Op:
    """Today, yesterday, tomorrow."""
    return Shift(Unit.DAY, match.integer("dayword"))


def part_of_day(match: Match) -> Op | None:
    """A part of a day: of a day word, a weekday, a step, or of the closest day told before."""
    if match.has("month") and month_day(match) is None:
        return None
    if match.has("later"):
        told = match.context.base(Unit.DAY)
        return PartOfDay(match.text("part"), Shift(Unit.DAY, match.integer("later"), told))
    return PartOfDay(match.text("part"), day_of(match) or match.context.base())


def day_of(match: Match) -> Op | None:
    """The day that stands beside a part of it or a clock time."""
    for slot, build in _DAYS_BESIDE.items():
        if match.has(slot):
            return build(match)
    return None


def _weekday_beside(match: Match) -> Op:
    """A weekday beside a time of day, with the step before or behind it."""
    return relative_weekday(match) if match.has("step") else _bare_weekday(match)


def _step_beside(match: Match) -> Op:
    """A day by its step: this evening, last night."""
    return Shift(Unit.DAY, match.integer("step"))


_DAYS_BESIDE: Mapping[str, Callable[[Match], Op | None]] = {
    "dayword": day_word,
    "weekday": _weekday_beside,
    "month": month_day,
    "date": weekday_date,
    "day": day_of_month,
    "step": _step_beside,
}
"""What can tell the day, by its slot, the plainest first."""


def weekday(match: Match) -> Op | None:
    """A bare weekday: the latest one, or the coming one after a future cue."""
    pack = match.context.pack
    if pack is not None and match.before() in pack.ordinals:
        return None  # the third Thursday, of no month that is told
    return _bare_weekday(match)


def _bare_weekday(match: Match) -> Weekday:
    """The latest such day, or the coming one after a future cue; of "this" one, without a cue, the nearest."""
    default: Direction = "nearest" if match.has("step") else "latest"
    direction = _beside_day_word(match) or look(match, default)
    return Weekday(match.integer("weekday"), direction)


def _beside_day_word(match: Match) -> Direction | None:
    """The direction of a weekday that tells "tomorrow" or "yesterday" once more: "tomorrow, Friday"."""
    pack, at = match.context.pack, match.edge - 1
    if match.tokens.word(at) in (",", "(", "\uff08"):
        at -= 1
    step = pack.day_words.get(match.tokens.word(at)) if pack else None
    if step is None:
        return None
    return "upcoming" if step > 0 else "latest"


def told_weekday(match: Match) -> Op:
    """The following Monday: the first one after a weekday told before; open after any other day."""
    told, number = match.context.base(Unit.DAY), match.integer("weekday")
    if not isinstance(told, Weekday):
        return WeekdayOf(number, Shift(Unit.WEEK, match.integer("step"), Untold()))
    return WeekdayOf(number, Shift(Unit.WEEK, int(number <= told.weekday), told))


def relative_weekday(match: Match) -> Op:
    """Last, this or next Monday, or the one before the last."""
    day, weeks_further = Weekday(match.integer("weekday"), towards(match)), further(match)
    return Shift(Unit.WEEK, weeks_further, day, Unit.DAY) if weeks_further else day


def weekday_of(match: Match) -> Op:
    """A weekday of last, this or next week."""
    return WeekdayOf(match.integer("weekday"), Shift(Unit.WEEK, match.integer("step")))


def weekend(match: Match) -> Op:
    """The weekend: the last one, or the coming one after a future cue; "this" one is else the nearest."""
    cue = look(match, "nearest" if match.has("step") else "latest")
    bases = {"upcoming": Shift(Unit.WEEK, 0), "nearest": Shift(Unit.DAY, -3)}
    return Shift(Unit.WEEKEND, 0, bases.get(cue, Shift(Unit.DAY, -5)))


def relative_unit(match: Match) -> Op | None:
    """Last, this or next week, month or year; an hour is too short to be a date."""
    unit = match.unit()
    return None if unit in _MOMENTS else Shift(unit, match.integer("step"))


def told_unit(match: Match) -> Op | None:
    """The following week: counted from the closest time that the paragraph told before."""
    unit, quarter = match.unit(), match.context.last_quarter
    if unit in _MOMENTS:
        return None
    if unit is Unit.QUARTER and quarter is not None:
        return Shift(unit, match.integer("step"), quarter)
    return Shift(unit, match.integer("step"), match.context.base(unit))


def adjacent_day(match: Match) -> Op:
    """The day before or after the one told, or the document's own; a part of it where one is told."""
    told = match.context.base(Unit.DAY)
    day = Shift(Unit.DAY, match.integer("step"), Anchor() if isinstance(told, Untold) else told)
    return PartOfDay(match.text("part"), day) if match.has("part") else day


def same_unit(match: Match) -> Op | None:
    """The unit that holds the closest time told before: that year, the same day."""
    unit = match.unit()
    if unit in _MOMENTS:
        return None
    if unit is Unit.YEAR and match.context.year is not None:
        return match.context.year
    if unit is Unit.QUARTER and match.context.quarter is not None:
        return match.context.quarter
    return Shift(unit, 0, match.context.base(unit))


def part_of_unit(match: Match) -> Op | None:
    """Later in the month, the end of the year: a part of the anchor's unit."""
    unit, modifier = match.unit(), match.text("mod")
    if unit is Unit.QUARTER and match.context.quarter is not None:
        return Modified(modifier, match.context.quarter)
    return None if unit in _MOMENTS else Modified(modifier, Shift(unit, 0))


def ago(match: Match) -> Op:
    """Two weeks ago."""
    return _from_anchor(match, -1)


def from_now(match: Match) -> Op:
    """Two weeks from now."""
    return _from_anchor(match, 1)


def ahead(match: Match) -> Op | None:
    """In three days: a point ahead only where the sentence looks ahead, else a duration."""
    is_moment = match.unit() in (*_MOMENTS, Unit.QUARTER)
    if is_moment or match.number() is None or look(match, "latest") != "upcoming":
        return None
    return from_now(match)


def earlier(match: Match) -> Op:
    """Three days earlier, counted from the closest time told before."""
    return _from_told(match, -1)


def later(match: Match) -> Op:
    """Three days later, counted from the closest time told before."""
    return _from_told(match, 1)


def _from_anchor(match: Match, sign: int) -> Op:
    """The unit that many steps from the anchor."""
    count, unit = match.number(), match.unit()
    if count is None:
        return _far(sign)
    grain = Unit.YEAR if unit in _SPANS else None
    return _year_before_quarter(match, sign) or Shift(unit, sign * count, grain=grain)


def _from_told(match: Match, sign: int) -> Op:
    """The unit that many steps from the closest time told before."""
    count, unit = match.number(), match.unit()
    if count is None:
        return _far(sign)
    base = match.context.base(unit)
    if sign > 0 and isinstance(base, Anchor):
        base = (
            Untold()
        )  # "26 years later" in a headline: later than what, the headline does not tell
    return _year_before_quarter(match, sign) or Shift(unit, sign * count, base)


def _far(sign: int) -> Vague:
    """A time that is an untold number of units away."""
    return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")


def _year_before_quarter(match: Match, sign: int) -> Op | None:
    """A year ago, where a quarter is compared: "up from $5 million a year ago"."""
    quarter = match.context.near_quarter(match.start_char())
    if quarter is None or match.unit() is not Unit.YEAR or match.number() != 1:
        return None
    return Shift(Unit.YEAR, sign, quarter, Unit.QUARTER)

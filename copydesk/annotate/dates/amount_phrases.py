"""What phrases mean that tell a length, a repeated time, a clock time or a vague one.

Each function makes the operation of one construction from the slots that a pattern filled, in any language;
`constructions` lists them. None means that the words are no such time.
"""

from copydesk.annotate.dates.algebra import Clock, Duration, Op, Recurrence, Unit, Vague
from copydesk.annotate.dates.calendar_phrases import month_day
from copydesk.annotate.dates.cues import look
from copydesk.annotate.dates.patterns import NO_TIME, Match, NoTime
from copydesk.annotate.dates.relative_phrases import day_of
from copydesk.annotate.dates.steps import SMALLER_UNITS, duration_value

_HOUR_MINUTES, _NOON, _DAY_MINUTES = 60, 12 * 60, 24 * 60
_GREENWICH = frozenset({"gmt", "utc", "غرينتش", "جرينتش", "гринвичу"})
_FIRST_EVENING_HOUR = 6 * 60
"""From here on, an hour of the night is one before midnight: 11 Uhr nachts, but 3 Uhr nachts."""


def duration(match: Match) -> Op | None:
    """A number of units, which may be untold; "five second" and "three-quarter" are none."""
    unit, count = match.unit(), match.number()
    is_hyphenated = match.tokens.word(match.end - 2) == "-"
    if unit is Unit.QUARTER and is_hyphenated:
        return None  # three-quarters is a fraction
    if not is_hyphenated and _is_other_word(match, count):
        return None
    if match.has("rest"):
        return _of_two_units(match, count)
    return Duration(unit, count)


def _of_two_units(match: Match, count: float | None) -> Op | None:
    """Two years and three months: the second unit must be the one that the first is divided into."""
    unit, rest = match.unit(), match.values["rest"]
    smaller, per_unit = SMALLER_UNITS.get(unit, (None, 1))
    if match.text("rest_unit") != smaller or count is None or not isinstance(rest, int | float):
        return None
    return Duration(unit, count + rest / per_unit)


def _is_other_word(match: Match, count: float | None) -> bool:
    """True for a singular that is no unit behind its number: "five second", "a second"."""
    pack, word = match.context.pack, match.tokens.word(match.end - 1)
    if pack is None or word not in pack.units_also_words:
        return False
    has_article = match.tokens.word(match.start) in pack.amounts
    return count != 1 or (has_article and match.unit() is Unit.SECOND)


def indefinite_duration(match: Match) -> Op:
    """A number of units that is not told."""
    return Duration(match.unit(), None)


def one_unit(match: Match) -> Op:
    """One unit: "the past decade"."""
    return Duration(match.unit(), 1)


def no_time(match: Match) -> NoTime:
    """What only looks like a time, an age for one: skipped whole."""
    del match
    return NO_TIME


def every_unit(match: Match) -> Op:
    """Every week, each year, every two weeks."""
    count = match.number() if match.has("number") else 1
    return Recurrence(duration_value(match.unit(), count))


def recurrence(match: Match) -> Op | None:
    """Weekly, annually; not in a title such as that of a newspaper."""
    is_title = match.tokens.is_capitalised(match.start) and match.tokens.is_capitalised(match.end)
    pack = match.context.pack
    is_noun_language = pack is not None and pack.are_nouns_capitalised
    return None if is_title and not is_noun_language else Recurrence(match.text("turn"))


def every_weekday(match: Match) -> Op:
    """Every Monday, Mondays, with or without a part of the day."""
    suffix = f"T{match.text('part')}" if match.has("part") else ""
    return Recurrence(f"XXXX-WXX-{match.integer('weekday')}{suffix}")


def every_month(match: Match) -> Op:
    """Every March."""
    return Recurrence(f"XXXX-{match.integer('month'):02d}")


def every_season(match: Match) -> Op:
    """Every summer."""
    return Recurrence(f"XXXX-{match.text('season')}")


def every_part(match: Match) -> Op:
    """Every morning."""
    return Recurrence(f"XXXX-XX-XXT{match.text('part')}")


def vague(match: Match) -> Op:
    """Now, recently, soon: a reference without a date."""
    return Vague(match.text("ref"))


def vague_ahead(match: Match) -> Op | None:
    """Soon, unless the sentence looks back: in a story of the past the word dates nothing."""
    return None if look(match, "nearest") == "latest" else vague(match)


def clock(match: Match) -> Op | None:
    """A clock time on the day that stands beside it or was told before."""
    minutes = _minutes(match)
    if minutes is None or (match.has("month") and month_day(match) is None):
        return None
    day = day_of(match) or match.context.base()
    return Clock(minutes // 60, minutes % 60, day, _is_of_greenwich(match))


def _is_of_greenwich(match: Match) -> bool:
    """True for a zone of Greenwich itself: "GMT", but not "GMT+2"."""
    zone = match.text("zone").split() if match.has("zone") else []
    is_offset = match.after() in ("+", "-") and match.tokens.is_joined(match.end)
    return not _GREENWICH.isdisjoint(zone) and not is_offset


def _minutes(match: Match) -> int | None:
    """The clock time of a match in minutes since midnight; None where it is none."""
    minutes = match.integer("minutes")
    past = match.values.get("past", 0)
    if not isinstance(past, int) or abs(past) >= _HOUR_MINUTES:
        return None
    minutes += past
    if match.has("meridiem"):
        if minutes >= _NOON + 60:
            return None
        minutes = minutes % _NOON + (_NOON if match.text("meridiem") == "p" else 0)
    part = match.values.get("part")
    if part in ("AF", "EV") and minutes < _NOON:
        minutes += _NOON
    if part == "NI" and minutes >= _FIRST_EVENING_HOUR:
        minutes += _NOON if minutes < _NOON else -_NOON if minutes < _NOON + 60 else 0
    return minutes if 0 <= minutes < _DAY_MINUTES else None

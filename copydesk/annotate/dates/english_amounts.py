"""English patterns for durations, repeated times, clock times and vague references.

Data for `patterns.Grammar`: each rule is a pattern and the function that makes its operation.
"""

import re

from copydesk.annotate.dates.algebra import (
    Clock,
    Day,
    Duration,
    Op,
    Recurrence,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from copydesk.annotate.dates.english_calendar import look, month_day
from copydesk.annotate.dates.patterns import NO_TIME, Builder, Match, NoTime, Rule
from copydesk.annotate.dates.steps import duration_value

_QUALIFIERS = (
    "full|more|consecutive|straight|additional|calendar|trading|business|working|fiscal|whole|long"
    "|short|solid|successive"
)
_NOON, _MIDNIGHT, _HOURS = 12 * 60, 0, 24 * 60
_RATE = re.compile(
    r"[0-9].*|million|billion|cents|dollars|percent|hours|days|nights|months|weeks|minutes|pounds|times|time|twice|once"
)
_CLOCK_PREPOSITIONS = (
    "at",
    "by",
    "until",
    "till",
    "around",
    "about",
    "from",
    "to",
    "-",
    "before",
    "after",
)
_CLOSERS = frozenset(
    [
        ".",
        ",",
        ";",
        "and",
        "for",
        "is",
        "was",
        '"',
        "''",
        "to",
        "of",
        "that",
        "if",
        "as",
        "by",
        "with",
        "they",
        "?",
        "!",
        ")",
        "-",
        "he",
        "she",
        "we",
        "but",
        "in",
        "on",
    ]
)


def _unit(match: Match) -> Unit:
    """The unit of a match, singular or plural."""
    return Unit(match.text("unit"))


def _duration(match: Match) -> Op | None:
    """A number of units; "a second" and "five second" are no durations."""
    unit, count = _unit(match), match.number("number")
    if unit is Unit.QUARTER and match.tokens.word(match.end - 2) == "-":
        return None  # three-quarters is a fraction
    is_plural = match.tokens.word(match.end - 1).endswith(("s", "a"))
    if unit is Unit.SECOND and not is_plural and match.tokens.word(match.start) in ("a", "an"):
        return None
    is_hyphenated = match.tokens.word(match.end - 2) == "-"
    if unit in (Unit.SECOND, Unit.QUARTER) and not is_plural and count != 1 and not is_hyphenated:
        return None
    if _is_rate(match):
        return Recurrence(duration_value(unit, 1))
    return Duration(unit, count)


def _is_rate(match: Match) -> bool:
    """True for what something is counted by: "$5 a year", "twice a week"."""
    has_article = match.tokens.word(match.start) in ("a", "an")
    return has_article and match.end == match.start + 2 and bool(_RATE.fullmatch(match.before()))


def _duration_and_half(match: Match) -> Op:
    """A year and a half."""
    return Duration(_unit(match), (match.number("number") or 0) + 0.5)


def _indefinite_duration(match: Match) -> Op:
    """A number of units that is not told."""
    return Duration(_unit(match), None)


def _bare_units(match: Match) -> Op | None:
    """Units without a number: "for years"."""
    if _unit(match) is Unit.SECOND or match.after() in ("-", "old") or match.before() == "old":
        return None
    return Duration(_unit(match), None)


def _past_span(match: Match) -> Op | None:
    """The past decade: as long as one, not the one before."""
    is_long = _unit(match) in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)
    return Duration(_unit(match), 1) if is_long else None


def _closed_year(match: Match) -> Op | None:
    """The year ended June 30: a stretch that its end fixes."""
    is_closed = match.after() in ("ended", "ending") and _unit(match) is Unit.YEAR
    return Duration(Unit.YEAR, 1) if is_closed else None


def _age(match: Match) -> NoTime:
    """The age of somebody or something."""
    del match
    return NO_TIME


def _recurrence(match: Match) -> Op | None:
    """Weekly, annually; not in a title such as that of a newspaper."""
    is_title = match.tokens.is_capitalised(match.start) and match.tokens.is_capitalised(match.end)
    return None if is_title else Recurrence(match.text("recurrence"))


def _every_unit(match: Match) -> Op:
    """Every week, each year, every two weeks."""
    count = match.number("cardinal") if match.has("cardinal") else 1
    return Recurrence(duration_value(_unit(match), count))


def _every_other_unit(match: Match) -> Op:
    """Every other week: each second one."""
    return Recurrence(duration_value(_unit(match), 2))


def _times_per_unit(match: Match) -> Op:
    """Per week, a day: once in each."""
    return Recurrence(duration_value(_unit(match), 1))


def _every_weekday(match: Match) -> Op:
    """Every Monday, Mondays, with or without a part of the day."""
    part = match.values.get("part")
    suffix = f"T{part}" if isinstance(part, str) else ""
    return Recurrence(f"XXXX-WXX-{match.integer('weekday')}{suffix}")


def _every_month(match: Match) -> Op:
    """Every March."""
    return Recurrence(f"XXXX-{match.integer('month'):02d}")


def _every_season(match: Match) -> Op:
    """Every summer."""
    return Recurrence(f"XXXX-{match.text('season')}")


def _every_part(match: Match) -> Op:
    """Every morning."""
    return Recurrence(f"XXXX-XX-XXT{match.text('part')}")


def _vague(reference: str) -> Builder:
    """A builder for a vague reference."""

    def build(match: Match) -> Op:
        """The reference."""
        del match
        return Vague(reference)

    return build


def _now(match: Match) -> Op | None:
    """Now, but not "now and again", "now-closed"."""
    is_idiom = match.after() == "and" and match.after(2) in ("again", "then")
    is_compound = match.after() == "-" and match.tokens.is_joined(match.end)
    return None if is_idiom or is_compound else Vague("PRESENT_REF")


def _soon(match: Match) -> Op | None:
    """Soon, but not "as soon as", "too soon"."""
    is_measure = match.before() in ("as", "too", "how", "so")
    is_measure = is_measure or match.after() in ("as", "after", "before")
    return None if is_measure else Vague("FUTURE_REF")


def _the_time(reference: str) -> Builder:
    """A builder for "the past" and "the future" where they stand as nouns."""

    def build(match: Match) -> Op | None:
        """The reference, unless the word qualifies another one."""
        return Vague(reference) if match.after() in _CLOSERS or not match.after() else None

    return build


def _minutes(match: Match) -> int | None:
    """The clock time of a match in minutes since midnight; None where it is none."""
    if not match.has("hour"):
        return _NOON
    minutes = match.integer("hour")
    if match.has("meridiem"):
        is_afternoon = match.text("meridiem") == "p"
        if minutes >= 13 * 60:
            return None
        minutes = minutes % _NOON + (_NOON if is_afternoon else 0)
    if match.values.get("part") in ("AF", "EV") and minutes < _NOON:
        minutes += _NOON
    return minutes if minutes < _HOURS else None


def _clock(match: Match) -> Op | None:
    """A clock time on the day that stands beside it or was told before."""
    minutes = _minutes(match)
    if minutes is None:
        return None
    if match.tokens.word(match.start) == "midnight":
        minutes = _MIDNIGHT
    base = _clock_day(match)
    return None if base is None else Clock(minutes // 60, minutes % 60, base)


def _clock_day(match: Match) -> Op | None:
    """The day of a clock time."""
    if match.has("dayword"):
        return Shift(Unit.DAY, match.integer("dayword"))
    if match.has("weekday"):
        return Weekday(match.integer("weekday"), look(match, "latest"))
    if match.has("month"):
        day = month_day(match)
        return day if isinstance(day, Day) else None
    return match.context.base()


def _bare_clock(match: Match) -> Op | None:
    """A clock time without a.m. or p.m., where a preposition shows that it is one."""
    is_clock = ":" in match.tokens.word(match.start) and match.before() in _CLOCK_PREPOSITIONS
    return _clock(match) if is_clock else None


_TIME = "<hour> <meridiem> [<zone>]"
_DAY_AFTER_TIME = (
    "[,] [on] <weekday>",
    "[,] [on] [<weekday> [,]] <month> <day> [[,] <year>]",
    "[,] [on] <day> <month> [[,] <year>]",
    "<dayword>",
    "",
)


def _clock_rules() -> tuple[Rule, ...]:
    """The rules of clock times, each with the days that may follow."""
    heads = (_TIME, "<hour> o'clock [<zone>]", "<hour> <zone>", "noon|midnight [<zone>]")
    rules = [
        Rule("en.clock", f"{head} {tail}", _clock) for head in heads for tail in _DAY_AFTER_TIME
    ]
    rules += [Rule("en.clock", f"<hour> {tail}", _bare_clock) for tail in _DAY_AFTER_TIME]
    rules.append(Rule("en.clock", "<hour> [o'clock] in the <part>", _clock))
    rules.append(Rule("en.clock", f"{_TIME} this <part>", _clock))
    return tuple(rules)


def _set_rules() -> tuple[Rule, ...]:
    """The rules of every and each."""
    every = "every|each [single]"
    return (
        Rule("en.set", f"{every} <unit>", _every_unit),
        Rule("en.set", "every <cardinal> <units:unit>", _every_unit),
        Rule("en.set", "every other <unit>", _every_other_unit),
        Rule("en.set", "per <unit>", _times_per_unit),
        Rule("en.set", f"{every} <weekday> [<part>]", _every_weekday),
        Rule("en.set", f"{every} <month>", _every_month),
        Rule("en.set", f"{every} <season>", _every_season),
        Rule("en.set", f"{every} <part>", _every_part),
        Rule("en.set", "<weekdays:weekday>", _every_weekday),
        Rule("en.set", "<weekday> <parts:part>", _every_weekday),
        Rule("en.set", "<recurrence>", _recurrence),
    )


_COUNT = "last|past|next|coming|previous|following|upcoming|preceding"

RULES = (
    *_set_rules(),
    Rule("en.duration", f"<number> [-] [{_QUALIFIERS}] <unit>", _duration),
    Rule("en.duration", f"<number> [-] [{_QUALIFIERS}] <units:unit>", _duration),
    Rule("en.duration", "<number> - <unit> - long", _duration),
    Rule("en.duration", "<number> <units:unit> or so", _duration),
    Rule("en.duration", "<number> to|or|- <number:second> [-] <units:unit>", _duration),
    Rule("en.duration", "<number> <unit> and a half", _duration_and_half),
    Rule(
        "en.duration", f"[the|these] {_COUNT} <number> [-] [{_QUALIFIERS}] <units:unit>", _duration
    ),
    Rule("en.duration", f"[the] {_COUNT} <units:unit>", _indefinite_duration),
    Rule(
        "en.duration",
        "the first|last|final|initial|latest <cardinal:number> <units:unit>",
        _duration,
    ),
    Rule("en.duration", "the <cardinal:number> <units:unit> [period]", _duration),
    Rule("en.duration", "<number> - <unit> period", _duration),
    Rule("en.duration", "the <unit>", _closed_year),
    Rule("en.duration", "[the] past <unit>", _past_span),
    Rule("en.duration", "<units:unit>", _bare_units),
    Rule("en.duration", "recent <units:unit>", _indefinite_duration),
    Rule("en.age", "<number> [-] <unit> [-] old|olds", _age),
    Rule("en.age", "<number> [-] <units:unit> [-] old|olds", _age),
    Rule("en.age", "<number> <units:unit> of age", _age),
    *_clock_rules(),
    Rule("en.vague", "now", _now),
    Rule("en.vague", "currently|presently|nowadays", _vague("PRESENT_REF")),
    Rule("en.vague", "these days", _vague("PRESENT_REF")),
    Rule("en.vague", "the present", _the_time("PRESENT_REF")),
    Rule("en.vague", "recently|lately", _vague("PAST_REF")),
    Rule("en.vague", "recent years", _vague("PAST_REF")),
    Rule("en.vague", "<units:unit> ago", _vague("PAST_REF")),
    Rule("en.vague", "the past", _the_time("PAST_REF")),
    Rule("en.vague", "soon", _soon),
    Rule("en.vague", "the future", _the_time("FUTURE_REF")),
    Rule("en.vague", "the near|foreseeable|immediate|distant future|term", _vague("FUTURE_REF")),
    Rule("en.vague", "[the] coming|upcoming|future <units:unit>", _vague("FUTURE_REF")),
)

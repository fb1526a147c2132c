"""English patterns for times counted from another time: "yesterday", "last week", "two days later".

Data for `patterns.Grammar`: each rule is a pattern and the function that makes its operation.
"""

from copydesk.annotate.dates.algebra import (
    Day,
    Direction,
    Modified,
    Month,
    Op,
    PartOfDay,
    Season,
    Shift,
    Unit,
    Vague,
    Weekday,
    WeekdayOf,
)
from copydesk.annotate.dates.calendar_days import is_day_of_some_year
from copydesk.annotate.dates.english_calendar import follows_year, look
from copydesk.annotate.dates.patterns import Builder, Match, Rule

_DIRECTIONS: dict[str, Direction] = {
    "last": "past",
    "past": "past",
    "previous": "past",
    "next": "future",
    "coming": "future",
    "this": "this",
    "current": "this",
}
_STEPS: dict[str, int] = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "latest": 0,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
_MOMENTS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_PERIODS = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_SPANS = (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)
_CLAUSE_ENDS = (".", ",", ";", ")", "")
_NO_POINT_BEFORE = ("that", "of", "or", "to", "-", "'s", "'")
_PERIOD_PREPOSITIONS = ("for", "in", "during", "over", "of")
_PERIOD_ENDS = (".", ",", "", ";", "to", ")")


def _unit(match: Match) -> Unit:
    """The unit of a match, singular or plural."""
    return Unit(match.text("unit"))


def _day_word(match: Match) -> Op | None:
    """Today, yesterday, tomorrow; not the newspaper USA Today."""
    if match.before() == "usa":
        return None
    return Shift(Unit.DAY, match.integer("dayword"))


def _part_of(match: Match) -> Op:
    """A part of a day that a word or a weekday names: "yesterday morning"."""
    base: Op = (
        Shift(Unit.DAY, match.integer("dayword"))
        if match.has("dayword")
        else Weekday(match.integer("weekday"), look(match, "latest"))
    )
    return PartOfDay(match.text("part"), base)


def _tonight(match: Match) -> Op:
    """The night of the anchor's day."""
    del match
    return PartOfDay("NI", Shift(Unit.DAY, 0))


def _shifted_day(count: int) -> Builder:
    """A builder for a day counted from the anchor."""

    def build(match: Match) -> Op:
        """The day."""
        del match
        return Shift(Unit.DAY, count)

    return build


def _weekday(match: Match) -> Op | None:
    """A bare weekday: the latest one, or the coming one after a future cue."""
    lexicon = match.context.lexicon
    if lexicon is not None and match.before() in lexicon.ordinals:
        return None  # the third Thursday, of no month that is told
    return Weekday(match.integer("weekday"), look(match, "latest"))


def _relative_weekday(towards: Direction) -> Builder:
    """A builder for last, this or next Monday."""

    def build(match: Match) -> Op:
        """The weekday."""
        return Weekday(match.integer("weekday"), towards)

    return build


def _weekday_of(step: int) -> Builder:
    """A builder for a weekday of last, this or next week."""

    def build(match: Match) -> Op:
        """The weekday."""
        return WeekdayOf(match.integer("weekday"), Shift(Unit.WEEK, step))

    return build


def _relative_unit(step: int) -> Builder:
    """A builder for last, this or next week, month or year."""

    def build(match: Match) -> Op | None:
        """The unit that many steps from the anchor; an hour is too short to be a date."""
        unit = _unit(match)
        if unit in _MOMENTS or (match.tokens.word(match.start) == "past" and unit in _SPANS):
            return None
        return Shift(unit, step)

    return build


def _the_relative_unit(step: int) -> Builder:
    """A builder for "the following week": counted from a time that the paragraph tells."""

    def build(match: Match) -> Op | None:
        """The unit that many steps from the closest time told before."""
        unit = _unit(match)
        return None if unit in _MOMENTS else Shift(unit, step, match.context.base(unit))

    return build


def _same_unit(match: Match) -> Op | None:
    """The unit that holds the closest time told before: that year, the same day."""
    unit = _unit(match)
    if unit in _MOMENTS:
        return None
    if unit is Unit.YEAR and match.context.year is not None:
        return match.context.year
    if unit is Unit.QUARTER and match.context.quarter is not None:
        return match.context.quarter
    return Shift(unit, 0, match.context.base(unit))


def _the_unit(match: Match) -> Op | None:
    """The year, where only a period can be meant: "in the year."."""
    if _unit(match) not in _PERIODS or match.tokens.is_capitalised(match.end - 1):
        return None
    is_period = match.before() in _PERIOD_PREPOSITIONS and match.after() in _PERIOD_ENDS
    return _same_unit(match) if is_period else None


def _relative_month(towards: Direction) -> Builder:
    """A builder for last, this or next March, or a day of it."""

    def build(match: Match) -> Op | None:
        """The month or the day."""
        month = match.integer("month")
        if follows_year(match):
            return None  # "in this June 22, 2020 photo" is a full date
        if not match.has("day"):
            is_day_left_out = match.after().isdigit()
            return None if is_day_left_out else Month(month, direction=towards)
        day = match.integer("day")
        return Day(month, day, direction=towards) if is_day_of_some_year(month, day) else None

    return build


def _relative_season(towards: Direction) -> Builder:
    """A builder for last, this or next summer."""

    def build(match: Match) -> Op:
        """The season."""
        return Season(match.text("season"), direction=towards)

    return build


def _relative_part(step: int) -> Builder:
    """A builder for this morning, last night."""

    def build(match: Match) -> Op:
        """The part of the day that many days from the anchor."""
        return PartOfDay(match.text("part"), Shift(Unit.DAY, step))

    return build


def _part_of_told_day(match: Match) -> Op | None:
    """In the morning: of the closest day told before."""
    return PartOfDay(match.text("part"), match.context.base()) if match.before() == "in" else None


def _from_anchor(sign: int) -> Builder:
    """A builder for "two weeks ago", "two weeks from now"."""

    def build(match: Match) -> Op:
        """The unit that many steps from the anchor."""
        count = match.number("number")
        if count is None:
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        unit = _unit(match)
        grain = Unit.YEAR if unit in _SPANS else None
        return _year_before_quarter(match, sign) or Shift(unit, sign * count, grain=grain)

    return build


def _year_before_quarter(match: Match, sign: int) -> Op | None:
    """A year ago, where a quarter is compared: "up from $5 million a year ago"."""
    quarter = match.context.near_quarter(match.start_char())
    if quarter is None or _unit(match) is not Unit.YEAR or match.number("number") != 1:
        return None
    return Shift(Unit.YEAR, sign, quarter, Unit.QUARTER)


def _from_told(sign: int) -> Builder:
    """A builder for "three days later": counted from the closest time told before."""

    def build(match: Match) -> Op | None:
        """The unit that many steps on; "two days before the vote" stays a duration."""
        word = match.tokens.word(match.end - 1)
        if word in ("before", "after") and match.after() not in _CLAUSE_ENDS:
            return None
        count = match.number("number")
        if count is None:
            return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
        unit = _unit(match)
        quarter = _year_before_quarter(match, sign)
        return quarter or Shift(unit, sign * count, match.context.base(unit))

    return build


def _ahead(match: Match) -> Op | None:
    """In three days: a point ahead only where the sentence looks ahead, else a duration."""
    count = match.number("number")
    if match.before() != "in" or count is None or _unit(match) in (*_MOMENTS, Unit.QUARTER):
        return None
    if match.after() in _NO_POINT_BEFORE or look(match, "latest") != "upcoming":
        return None
    return Shift(_unit(match), count)


def _weekend(match: Match) -> Op:
    """The weekend: the last one, or the coming one after a future cue."""
    is_ahead = look(match, "latest") == "upcoming"
    week = Shift(Unit.WEEK, 0) if is_ahead else Shift(Unit.DAY, -5)
    return Shift(Unit.WEEKEND, 0, week)


def _year_end(match: Match) -> Op:
    """Year end: some day late in the anchor's year."""
    del match
    return Modified("END", Shift(Unit.YEAR, 0))


def _part_of_unit(modifier: str) -> Builder:
    """A builder for "later in the month", "the end of the year": a part of the anchor's unit."""

    def build(match: Match) -> Op | None:
        """The unit with the modifier."""
        unit = _unit(match)
        if unit is Unit.DAY and modifier == "END":
            return None  # "at the end of the day" is an idiom
        if unit is Unit.QUARTER and match.context.quarter is not None:
            return Modified(modifier, match.context.quarter)
        return None if unit in _MOMENTS else Modified(modifier, Shift(unit, 0))

    return build


def _deictic_rules() -> tuple[Rule, ...]:
    """The rules of last, this, next and their like."""
    rules: list[Rule] = []
    for word, step in _STEPS.items():
        rules += [
            Rule("en.relative_unit", f"{word} [fiscal] [full] <unit>", _relative_unit(step)),
        ]
    for word in ("following", "next", "previous", "preceding"):
        rules.append(Rule("en.told_unit", f"the {word} <unit>", _the_relative_unit(_STEPS[word])))
    for word in ("last", "past", "current", "coming"):
        rules.append(Rule("en.relative_unit", f"the {word} <unit>", _relative_unit(_STEPS[word])))
    for word, towards in _DIRECTIONS.items():
        rules += [
            Rule("en.relative_weekday", f"[the] {word} <weekday>", _relative_weekday(towards)),
            Rule("en.relative_month", f"[the] {word} <month> [<day>]", _relative_month(towards)),
            Rule("en.relative_season", f"[the] {word} <season>", _relative_season(towards)),
        ]
    rules += [
        Rule("en.relative_weekday", "this past <weekday>", _relative_weekday("past")),
        Rule("en.relative_weekday", "this coming <weekday>", _relative_weekday("future")),
    ]
    for word, step in {"last": -1, "this": 0, "next": 1}.items():
        rules.append(Rule("en.weekday_of", f"<weekday> [of] {word} week", _weekday_of(step)))
    return tuple(rules)


RULES = (
    Rule("en.day_word", "<dayword>", _day_word),
    Rule("en.part_of_day", "<dayword> <part>", _part_of),
    Rule("en.part_of_day", "<weekday> <part>", _part_of),
    Rule("en.part_of_day", "tonight|overnight", _tonight),
    Rule("en.part_of_day", "this <part>", _relative_part(0)),
    Rule("en.part_of_day", "last <part>", _relative_part(-1)),
    Rule("en.part_of_day", "the <part>", _part_of_told_day),
    Rule("en.day_word", "the day before yesterday", _shifted_day(-2)),
    Rule("en.day_word", "the day after tomorrow", _shifted_day(2)),
    Rule("en.weekday", "<weekday>", _weekday),
    Rule("en.weekend", "the weekend", _weekend),
    *_deictic_rules(),
    Rule("en.same_unit", "that <unit>", _same_unit),
    Rule("en.same_unit", "[the] same <unit>", _same_unit),
    Rule("en.same_unit", "the <unit>", _the_unit),
    Rule("en.same_unit", "the full|fiscal <unit>", _same_unit),
    Rule("en.relative_unit", "year end", _year_end),
    Rule("en.part_of_unit", "earlier in the <unit>", _part_of_unit("EARLIER")),
    Rule("en.part_of_unit", "later in the <unit>", _part_of_unit("LATER")),
    Rule("en.part_of_unit", "[the] [very] beginning|start of the <unit>", _part_of_unit("START")),
    Rule("en.part_of_unit", "[the] middle of the <unit>", _part_of_unit("MID")),
    Rule("en.part_of_unit", "[the] [very] end|close|rest of the <unit>", _part_of_unit("END")),
    Rule("en.ago", "<number> <unit> [or so] ago", _from_anchor(-1)),
    Rule("en.ago", "<number> <units:unit> [or so] ago", _from_anchor(-1)),
    Rule("en.from_now", "<number> <unit> [or so] from now", _from_anchor(1)),
    Rule("en.from_now", "<number> <units:unit> [or so] from now", _from_anchor(1)),
    Rule("en.from_now", "<number> <units:unit> hence", _from_anchor(1)),
    Rule("en.in", "<number> <unit>", _ahead),
    Rule("en.in", "<number> <units:unit>", _ahead),
    Rule("en.earlier", "<number> <unit> earlier|before", _from_told(-1)),
    Rule("en.earlier", "<number> <units:unit> earlier|before", _from_told(-1)),
    Rule("en.later", "<number> <unit> later", _from_told(1)),
    Rule("en.later", "<number> <units:unit> later", _from_told(1)),
    Rule("en.earlier", "the <unit> before", _the_relative_unit(-1)),
    Rule("en.later", "the <unit> after", _the_relative_unit(1)),
)

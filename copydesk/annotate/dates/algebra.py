"""The parsed form of a time expression: a small algebra of frozen records that JSON can hold.

The grammars build these, the resolver reads them, the `op` column stores them. An operation says what
was written ("the Monday before the document's date"), never what day that is, so it can be resolved
again when a document's date becomes known, without parsing the text a second time.
"""

import json
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from typing import Literal, TypeAlias

Direction = Literal["latest", "upcoming", "past", "future", "this", "nearest"]
"""Which of several candidates is meant, seen from the anchor.

`latest`: the last one, the anchor's own included; `upcoming`: the first one, the anchor's own included;
`past` and `future`: strictly before and after; `this`: the one of the anchor's week or year; `nearest`.
"""


class Unit(StrEnum):
    """A unit of calendar or clock time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The document's own date."""


@dataclass(frozen=True, slots=True)
class Untold:
    """A time that the text leans on without telling it nearby: open whatever the anchor is."""


@dataclass(frozen=True, slots=True)
class ShortYear:
    """A year written with two digits ('98, 5/3/24): the last such one, or one that lies a few years ahead."""

    digits: int


@dataclass(frozen=True, slots=True)
class Shift:
    """The `grain` that holds the base moved by `count` units; `grain` None means the unit itself."""

    unit: Unit
    count: float
    base: "Op" = field(default_factory=Anchor)
    grain: Unit | None = None


YearRef: TypeAlias = int | ShortYear | Shift | None
"""A year as written, short, relative ("June last year"), or not told."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month. A `weekday` told beside it picks the year, where none is told."""

    month: int
    day: int
    year: YearRef = None
    direction: Direction = "nearest"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class AmbiguousDay:
    """Two numbers that can both be the month: `first` and `second` in the order of the text."""

    first: int
    second: int
    year: YearRef


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    month: int
    year: YearRef = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year."""

    year: int | ShortYear


@dataclass(frozen=True, slots=True)
class YearSpan:
    """A season or budget year that two years tell as one: 2022/23, fiscal 2011-12."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: 199 for the 1990s; with `is_short`, 9 for "the nineties" of some century."""

    decade: int
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years, by their leading digits: 19 for the 20th century."""

    hundreds: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter (1-4) of a year."""

    quarter: int
    year: YearRef = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class Half:
    """A half (1 or 2) of a year."""

    half: int
    year: YearRef = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class Season:
    """A season (SP, SU, FA, WI; northern, winter counted to the year it starts in)."""

    season: str
    year: YearRef = None
    direction: Direction = "latest"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast whose day the calendar gives; `name` is a key of `calendar_days.HOLIDAYS`."""

    name: str
    year: YearRef = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a year by its number, as ISO 8601 counts them."""

    week: int
    year: YearRef


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7."""

    weekday: int
    direction: Direction = "latest"


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth Monday (weekday 1) … Sunday of a month; -1 is the last one."""

    nth: int
    weekday: int
    month: int
    year: YearRef = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A day of a named week: "Monday of last week"."""

    weekday: int
    week: Shift


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month that is told beside it ("the 15th of this month") or, with None, left out ("the 15th")."""

    day: int
    month: Shift | None = None
    direction: Direction = "nearest"


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part (MO, MI, AF, EV, NI) of the base's day."""

    part: str
    base: "Op"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time on the base's day, where told of Greenwich (GMT, UTC)."""

    hour: int
    minute: int
    base: "Op"
    is_utc: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `count` None where it is indefinite ("several weeks")."""

    unit: Unit
    count: float | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A repeated time, by the TIMEX3 value of one turn: P1W, XXXX-WXX-1."""

    turn: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    reference: str


@dataclass(frozen=True, slots=True)
class Modified:
    """A time with a modifier: those of TIMEX3 (START, END, APPROX …), EARLIER or LATER."""

    mod: str
    base: "Op"


@dataclass(frozen=True, slots=True)
class Narrated:
    """A time of a history: as it was `written`, and `counted` from the time that the text told last.

    Only the second is resolved; the first is kept since another document's date may make the text no history.
    """

    written: "Op"
    counted: "Op"


Op: TypeAlias = (
    Anchor
    | Untold
    | ShortYear
    | Shift
    | Day
    | AmbiguousDay
    | Month
    | Year
    | YearSpan
    | Decade
    | Century
    | Quarter
    | Half
    | Season
    | Holiday
    | Week
    | Weekday
    | NthWeekday
    | WeekdayOf
    | DayOf
    | PartOfDay
    | Clock
    | Duration
    | Recurrence
    | Vague
    | Modified
    | Narrated
)

_CLASSES: tuple[type[Op], ...] = (
    Anchor, Untold, ShortYear, Shift, Day, AmbiguousDay, Month, Year, YearSpan, Decade, Century, Quarter, Half,
    Season, Holiday, Week, Weekday, NthWeekday, WeekdayOf, DayOf, PartOfDay, Clock, Duration, Recurrence, Vague, Modified,
    Narrated,
)  # fmt: skip


def _kind(cls: type[Op]) -> str:
    """The name of an operation in JSON: its class name in snake case."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


_KINDS: dict[str, Callable[..., Op]] = {_kind(cls): cls for cls in _CLASSES}


def op_to_json(op: Op) -> str:
    """An operation as compact JSON with sorted keys; fields at their default are left out.

    >>> op_to_json(Month(6, year=Shift(Unit.YEAR, -1)))
    '{"kind":"month","month":6,"year":{"count":-1,"kind":"shift","unit":"year"}}'
    """
    return json.dumps(_encode(op), sort_keys=True, separators=(",", ":"))


def op_from_json(text: str) -> Op:
    """The operation that `op_to_json` wrote.

    Args:
        text: The content of a `dates.op` field.

    Raises:
        ValueError: The text is no operation of this version.

    >>> op_from_json('{"kind":"weekday","weekday":1}')
    Weekday(weekday=1, direction='latest')
    """
    op = _decode(json.loads(text))
    if not isinstance(op, _CLASSES):
        raise ValueError(f"not a date operation: {text}")  # noqa: TRY004 - the text is wrong
    return op


def _encode(op: Op) -> dict[str, object]:
    """An operation as nested dictionaries."""
    content: dict[str, object] = {"kind": _kind(type(op))}
    for spec in fields(op):
        value = getattr(op, spec.name)
        if spec.default is not MISSING and value == spec.default:
            continue
        if isinstance(value, Anchor) and spec.name == "base":
            continue
        content[spec.name] = _encode(value) if isinstance(value, _CLASSES) else value
    return content


def _decode(content: object) -> object:
    """A value of `_encode` back; plain values as they are."""
    if not isinstance(content, dict):
        return content
    kind = str(content.get("kind"))
    if kind not in _KINDS:
        raise ValueError(f"no date operation is called {kind!r}: written by another version?")
    values = {name: _decode(value) for name, value in content.items() if name != "kind"}
    for name in ("unit", "grain"):
        if name in values:
            values[name] = Unit(str(values[name]))
    if kind in ("part_of_day", "clock", "modified"):
        values.setdefault("base", Anchor())
    return _KINDS[kind](**values)


def is_anchored(op: Op | int | None) -> bool:
    """True when an operation needs the document's date to be a point in time."""
    if isinstance(op, Narrated):
        op = op.counted
    if op is None or isinstance(op, Anchor | ShortYear | Weekday):
        return True
    if isinstance(op, Shift | PartOfDay | Clock | Modified):
        return is_anchored(op.base)
    if isinstance(op, WeekdayOf):
        return is_anchored(op.week)
    if isinstance(op, DayOf):
        return is_anchored(op.month)
    if isinstance(op, Decade):
        return op.is_short
    dated = (
        Day | AmbiguousDay | Month | NthWeekday | Year | Quarter | Half | Season | Holiday | Week
    )
    return is_anchored(op.year) if isinstance(op, dated) else False


def as_written(op: Op) -> Op:
    """An operation as the text alone gives it, whatever the document's date is."""
    return op.written if isinstance(op, Narrated) else op


def unmodified(op: Op) -> Op:
    """An operation without its modifier, if it has one."""
    return op.base if isinstance(op, Modified) else op

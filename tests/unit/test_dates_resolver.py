"""The algebra of dates: stored as JSON, resolved with any anchor, open without one."""

from datetime import date

import pytest

from copydesk.annotate.dates import op_from_json, op_to_json, resolve
from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Anchor,
    Century,
    Clock,
    Day,
    DayOf,
    Decade,
    Duration,
    Half,
    Holiday,
    Modified,
    Month,
    NthWeekday,
    PartOfDay,
    Quarter,
    Recurrence,
    Season,
    Shift,
    ShortYear,
    Unit,
    Untold,
    Vague,
    Week,
    Weekday,
    WeekdayOf,
    Year,
)
from copydesk.annotate.dates.calendar_days import HOLIDAYS, holiday
from copydesk.records import DateStatus

WEDNESDAY = date(2024, 3, 6)

OPERATIONS = [
    Day(3, 5, 2024),
    Day(2, 27, direction="upcoming"),
    Day(12, 31, Shift(Unit.YEAR, 0)),
    Day(3, 5, ShortYear(24)),
    AmbiguousDay(3, 4, 2019),
    Month(6, Shift(Unit.YEAR, -1)),
    Year(1999),
    Year(ShortYear(98)),
    Decade(199),
    Decade(9, is_short=True),
    Century(19),
    Quarter(3),
    Half(1, 2018),
    Season("WI", direction="past"),
    Holiday("easter"),
    Shift(Unit.DAY, 3, Untold()),
    Weekday(1),
    Week(27, 2023),
    Week(1, Shift(Unit.YEAR, -1)),
    WeekdayOf(2, Shift(Unit.WEEK, -1)),
    NthWeekday(-1, 1, 5),
    DayOf(15),
    DayOf(15, Shift(Unit.MONTH, -1)),
    Shift(Unit.DAY, 3, Day(3, 5, 2018)),
    Shift(Unit.YEAR, -1, Quarter(3, 2018), Unit.QUARTER),
    PartOfDay("NI", Shift(Unit.DAY, -1)),
    Clock(20, 30, Weekday(2)),
    Clock(12, 0, Anchor()),
    Duration(Unit.YEAR, 1.5),
    Duration(Unit.WEEK, None),
    Recurrence("XXXX-WXX-1"),
    Vague("PAST_REF"),
    Modified("END", Shift(Unit.YEAR, 0)),
]


@pytest.mark.parametrize("op", OPERATIONS, ids=repr)
def test_operations_survive_json(op):
    """The `op` column alone is enough to resolve an expression again."""
    text = op_to_json(op)
    assert op_from_json(text) == op
    assert resolve(op_from_json(text), WEDNESDAY) == resolve(op, WEDNESDAY)


@pytest.mark.parametrize("text", ["1", '{"kind":"moon"}', '{"day":1}', '{"kind":["day"]}'])
def test_other_json_is_refused(text):
    """A stored operation of another version is told, not guessed at."""
    with pytest.raises(ValueError, match="date operation"):
        op_from_json(text)


# Operation, value on Wednesday 2024-03-06, value without an anchor.
VALUES = [
    (Weekday(1), "2024-03-04", "XXXX-WXX-1"),  # latest
    (Weekday(3), "2024-03-06", "XXXX-WXX-3"),  # latest, today included
    (Weekday(3, "past"), "2024-02-28", "XXXX-WXX-3"),  # strictly before
    (Weekday(3, "upcoming"), "2024-03-06", "XXXX-WXX-3"),  # coming, today included
    (Weekday(7, "this"), "2024-03-10", "XXXX-WXX-7"),  # weeks run from Monday
    (Day(2, 29), "2024-02-29", "XXXX-02-29"),  # a leap day of this year
    (Day(12, 20), "2023-12-20", "XXXX-12-20"),  # nearest, over the turn of the year
    (Day(9, 20, direction="upcoming"), "2024-09-20", "XXXX-09-20"),  # far ahead, as the verb says
    (Day(9, 20, direction="latest"), "2023-09-20", "XXXX-09-20"),  # far behind, as the verb says
    (
        Day(3, 5, weekday=1),
        "2024-03-05",
        "XXXX-03-05",
    ),  # a weekday that fits no near year is ignored
    (Day(3, 5, weekday=7), "2023-03-05", "XXXX-03-05"),  # one that fits picks the year
    (NthWeekday(-1, 1, 5), "2024-05-27", "XXXX-05-XX"),
    (Week(1, Shift(Unit.YEAR, -1)), "2023-W01", "XXXX-W01"),
    (DayOf(28), "2024-02-28", "XXXX-XX-28"),  # the nearest one, over the turn of the month
    (DayOf(28, direction="upcoming"), "2024-03-28", "XXXX-XX-28"),
    (DayOf(31, Shift(Unit.MONTH, -1)), "XXXX-XX-31", "XXXX-XX-31"),  # February has none
    (Month(2, direction="past"), "2024-02", "XXXX-02"),  # last February
    (Month(3, direction="past"), "2023-03", "XXXX-03"),  # last March, said in March
    (Year(ShortYear(98)), "1998", "XX98"),  # the nearer century
    (Decade(9, is_short=True), "199", "XX9"),
    (
        Decade(6, is_short=True),
        "196",
        "XX6",
    ),  # the sixties lie behind, however near the next ones are
    (Decade(2, is_short=True), "202", "XX2"),
    (Shift(Unit.MONTH, -1), "2024-02", "XXXX-XX"),
    (Shift(Unit.WEEK, -10), "2023-W52", "XXXX-WXX"),  # over the turn of the ISO year
    (Shift(Unit.QUARTER, -1), "2023-Q4", "XXXX-QX"),
    (Shift(Unit.YEAR, 100_000_000), "XXXX", "XXXX"),  # beyond the calendar
    (Shift(Unit.DAY, -99_000_000), "XXXX-XX-XX", "XXXX-XX-XX"),
    (Shift(Unit.DAY, 3, Day(12, 30, 2018)), "2019-01-02", "2019-01-02"),  # needs no anchor
    (Shift(Unit.DAY, 3, Untold()), "XXXX-XX-XX", "XXXX-XX-XX"),  # "later", but than what?
    (Season("WI", direction="past"), "2023-WI", "XXXX-WI"),  # winter counts to its first year
    (Holiday("christmas"), "2023-12-25", "XXXX-12-25"),  # a fixed day is known without a year
    (Holiday("easter"), "2024-03-31", "XXXX-XX-XX"),  # a computed one is not
    (Clock(20, 0, Weekday(2)), "2024-03-05T20:00", "XXXX-WXX-2T20:00"),
]


@pytest.mark.parametrize(("op", "anchored", "bare"), VALUES)
def test_values_with_and_without_an_anchor(op, anchored, bare):
    """Each operation counts from the anchor, and keeps its X without one."""
    assert resolve(op, WEDNESDAY).value == anchored
    assert resolve(op, None).value == bare


# Operation, EDTF, first and last day, precision.
SPANS = [
    (Month(2, 2024), "2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
    (Year(2024), "2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
    (Decade(199), "199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
    (Century(18), "18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
    (Quarter(1, 2024), "2024-33", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
    (Half(2, 2024), "2024-41", date(2024, 7, 1), date(2024, 12, 31), "half"),
    (Season("WI", 2023), "2023-24", date(2023, 12, 1), date(2024, 2, 29), "season"),
    (Shift(Unit.WEEK, 0, Day(3, 6, 2024)), "2024-03-04/2024-03-10", date(2024, 3, 4), date(2024, 3, 10), "week"),
    (Clock(8, 30, Day(3, 5, 2024)), "2024-03-05T08:30:00", date(2024, 3, 5), date(2024, 3, 5), "minute"),
    (Modified("APPROX", Year(1850)), "1850~", date(1850, 1, 1), date(1850, 12, 31), "year"),
    (Day(2, 27), "XXXX-02-27", None, None, "day"),  # open, but EDTF can say it
    (Weekday(1), None, None, None, "day"),  # open, and EDTF has no weekday
    (Duration(Unit.WEEK, 2), None, None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("op", "edtf", "start", "end", "precision"), SPANS)
def test_values_span_days(op, edtf, start, end, precision):
    """Interval, EDTF form and precision follow from the value."""
    found = resolve(op, None)
    assert (found.value_edtf, found.start_date, found.end_date) == (edtf, start, end)
    assert found.precision == precision


def test_statuses_tell_how_much_is_known():
    """Every status is reached by the kind of expression it stands for."""
    assert resolve(Year(2024), None).status is DateStatus.ABSOLUTE
    assert resolve(Weekday(1), WEDNESDAY).status is DateStatus.RESOLVED
    assert resolve(Weekday(1), None).status is DateStatus.OPEN
    assert resolve(Vague("PAST_REF"), None).status is DateStatus.VAGUE
    assert resolve(Duration(Unit.DAY, 1), None).status is DateStatus.DURATION
    assert resolve(Recurrence("P1W"), None).status is DateStatus.SET
    assert resolve(AmbiguousDay(3, 4, 2019), None).status is DateStatus.AMBIGUOUS


def test_feasts_fall_where_calendars_print_them():
    """Days of 2024 checked against a printed calendar."""
    assert holiday("good_friday", 2024) == date(2024, 3, 29)
    assert holiday("pentecost", 2024) == date(2024, 5, 19)
    assert holiday("memorial_day", 2024) == date(2024, 5, 27)
    assert holiday("labor_day", 2024) == date(2024, 9, 2)
    assert holiday("thanksgiving", 2024) == date(2024, 11, 28)
    assert holiday("black_friday", 2024) == date(2024, 11, 29)
    assert all(holiday(name, 2024).year == 2024 for name in HOLIDAYS)

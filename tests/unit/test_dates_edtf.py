"""What `value_edtf` says, by a validator of the published grammar that is itself tested first."""

from datetime import date

import pytest
from edtf_grammar import is_edtf

from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Clock,
    Day,
    Decade,
    Modified,
    Month,
    PartOfDay,
    Quarter,
    Season,
    ShortYear,
    Weekday,
    Year,
)
from copydesk.annotate.dates.resolver import resolve

SPECIFICATION = [  # its own examples, level 0 to 2
    *("1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1964/2008"),
    *(
        "1985-04-12T23:20:30+04:30",
        "2004-02-01/2005",
        "2001-21",
        "1984?",
        "2004-06~",
        "2004-06-11%",
    ),
    *("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "1985-04-12/..", "../1985", "1985/"),
    *("1984~/2004-06", "2001-34", "[1667,1668,1670..1672]", "[1984..]", "{1960,1961-12}"),
    *("156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X"),
]
REFUSED = [
    *(
        "",
        "85",
        "1985-4",
        "1985-13",
        "1985-02-30",
        "2019-02-29",
        "1985-04-12T23:20",
        "1985-04-12T23:20:30~",
    ),
    *(
        "1985-04T10:00:00",
        "2001-42",
        "2001-20",
        "XXXX-21",
        "199X~",
        "2005/2004",
        "/",
        "1964/2008/2010",
        "[]",
    ),
    *("XXXX-02-30", "2024-W10", "2024-Q1", "P3D", "XXXX-WXX-1", "199", "uuuu"),
]


@pytest.mark.parametrize("text", SPECIFICATION)
def test_the_validator_takes_what_the_specification_shows(text):
    """Its examples of every feature that a four-digit year can use."""
    assert is_edtf(text)


@pytest.mark.parametrize("text", REFUSED)
def test_the_validator_refuses(text):
    """What the grammar does not make, or no calendar has."""
    assert not is_edtf(text)


VALUES = [
    (Day(3, 5, 2024), "2024-03-05"),
    (Day(2, 27), "XXXX-02-27"),  # a day of some year
    (Day(2, 29, 2019), None),  # no such day
    (Weekday(1), None),  # only EDTF without the year could not say it
    (Month(3), "XXXX-03"),
    (Season("SU", 2024), "2024-22"),
    (Season("SU"), None),  # the grammar has no season of an unknown year
    (Quarter(4, 2024), "2024-36"),
    (Decade(199), "199X"),
    (Year(ShortYear(98)), "XX98"),
    (Modified("APPROX", Year(1998)), "1998~"),
    (Modified("APPROX", Decade(199)), "1990~/1999~"),  # a qualifier cannot follow an X
    (Modified("APPROX", Clock(8, 30, Day(3, 5, 2024))), "2024-03-05~"),  # nor a time
    (Modified("APPROX", Month(3)), None),
    (Clock(8, 30, Day(3, 5, 2024)), "2024-03-05T08:30:00"),
    (Clock(8, 30, Day(3, 5, 2024), is_utc=True), "2024-03-05T08:30:00Z"),
    (Clock(8, 30, Weekday(1)), None),
    (PartOfDay("MO", Day(3, 5, 2024)), "2024-03-05"),
    (AmbiguousDay(3, 4, 2019), "[2019-03-04,2019-04-03]"),  # one of two
    (AmbiguousDay(3, 4, ShortYear(19)), "XX19-XX-XX"),
]


@pytest.mark.parametrize(("op", "written"), VALUES)
def test_values_are_written_in_the_grammar(op, written):
    """What EDTF can say it says, and nothing else."""
    assert resolve(op, None).value_edtf == written
    assert written is None or is_edtf(written)


def test_weeks_are_intervals_of_days():
    """EDTF has no weeks."""
    assert resolve(Modified("APPROX", Weekday(1)), date(2024, 3, 6)).value_edtf == "2024-03-04~"

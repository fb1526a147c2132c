"""Undated news copy of one's own: what is honest without a date, and what a sidecar's date makes of it."""

from datetime import date

import pytest
from dated_text import read_dates

CUSTOMS = (
    "PORT ALDEN, March 2 (Agency) - The harbour board said on Monday that talks with the ferry crews go on now.\n\n"
    "The strike of 1994 to 1998 cost the town its shipyard. The two sides meet on March 5 and 6 in Port Alden, after "
    "a first meeting in June last year failed. The board is to vote this week."
)
# Surface, value without a date, value and days with 2018-03-05, a Monday.
EXPECTED = [
    ("March 2", "XXXX-03-02", "2018-03-02", date(2018, 3, 2)),
    ("Monday", "XXXX-WXX-1", "2018-03-05", date(2018, 3, 5)),
    ("now", "PRESENT_REF", "PRESENT_REF", None),
    ("1994", "1994", "1994", date(1994, 1, 1)),
    ("1998", "1998", "1998", date(1998, 1, 1)),
    ("March 5", "XXXX-03-05", "2018-03-05", date(2018, 3, 5)),
    ("6", "XXXX-03-06", "2018-03-06", date(2018, 3, 6)),
    ("June last year", "XXXX-06", "2017-06", date(2017, 6, 1)),
    ("this week", "XXXX-WXX", "2018-W10", date(2018, 3, 5)),
]


@pytest.mark.parametrize("published", [None, "2018-03-05"])
def test_a_story_tells_what_is_honest(published):
    """Only its years are known days without a date; with one every time is."""
    rows = read_dates(CUSTOMS, "en", published)
    column = 2 if published else 1
    assert [(row.surface, row.value) for row in rows] == [
        (expected[0], expected[column]) for expected in EXPECTED
    ]
    known = {"1994", "1998"} if published is None else {row[0] for row in EXPECTED} - {"now"}
    assert {row.surface for row in rows if row.start_date} == known
    if published:
        assert [row.start_date for row in rows] == [expected[3] for expected in EXPECTED]

"""Reading stays linear in what a text repeats: four times as much takes about four times as long."""

import time

import pytest

from copydesk.text import segment
from copydesk.text.hyphens import line_end_cuts
from copydesk.text.mojibake import clean
from copydesk.text.offsets import encoded

UNITS = {
    "no spaces": "abcdefghij",
    "hyphens": "a-\n",
    "spaces after hyphens": "a-   ",
    "marks in disorder": "\u0301\u0327",
    "jamo": "\u1112\u1161\u11ab",
    "half a letter": "Ã",
    "damaged words": "schÃ¶n â€œja\u201d ",
    "damaged lines": "schÃ¶n\n",
    "zero width": "\u200b",
    "removed": "\u2060a",
    "blank lines": "\n",
    "one-word lines": "word\n",
}
SMALL, LARGE = 10_000, 40_000
# Quadratic time would be sixteen times as much; the rest is for a busy machine.
MOST_TIMES_AS_LONG = 10
# Below this nothing can be told from the noise.
LEAST_SECONDS = 0.05


def seconds(text):
    """The best of two tries at everything that reading does after decoding."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        cleaned = clean(text, encoded(text.encode(), text, "utf-8"))
        lines = segment.lines(cleaned.text)
        line_end_cuts(cleaned.text, segment.paragraphs(cleaned.text, lines))
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_reading_takes_time_in_proportion(unit):
    """No text of any repeated piece is read in time quadratic in its length."""
    small = "a" + unit * (SMALL // len(unit))
    large = "a" + unit * (LARGE // len(unit))
    assert seconds(large) < MOST_TIMES_AS_LONG * max(seconds(small), LEAST_SECONDS)

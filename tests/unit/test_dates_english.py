"""What news English leaves to the reader: which of several days is meant, and how far an expression reaches."""

import pytest
from dated_text import ANCHOR, read_dates


def read(text, published=ANCHOR):
    return [(row.surface, row.value) for row in read_dates(text, "en", published)]


# Sentence, expected (surface, value) pairs; the anchor is a Wednesday, 2024-03-06.
DIRECTION = [
    # a participle behind "be" tells no tense: what stands before it does
    ("The guidelines will be published on Friday.", [("Friday", "2024-03-08")]),
    ("The report, to be released Monday, is short.", [("Monday", "2024-03-11")]),
    # nor does one that belongs to a noun
    ("They will discuss the postponed merger in May.", [("May", "2024-05")]),
    # a plan that is over
    ("The offer had been due to expire Friday.", [("Friday", "2024-03-01")]),
    ("The offer is due to expire Friday.", [("Friday", "2024-03-08")]),
    # "until" and "by" look back in the pluperfect
    ("Until Thursday, they had not called him a suspect.", [("Thursday", "2024-02-29")]),
    ("They have until Thursday to answer.", [("Thursday", "2024-03-07")]),
    # two words that look ahead together
    ("Trading is to resume in Paris Tuesday.", [("Tuesday", "2024-03-12")]),
    ("The prosecutor scheduled a hearing for the two men on Friday.", [("Friday", "2024-03-08")]),
    # but not in a title
    ("He told of it in Our Plan To Win on Monday.", [("Monday", "2024-03-04")]),
    # the month before or after is meant whatever the verb says
    ("Support rose from the February poll and will rise.", [("February", "2024-02")]),
    ("The court agreed on trials in April.", [("April", "2024-04")]),
    # a time since when something is new, however far ahead the sentence looks
    ("Rates are to rise for the fourth time in five months.", [("five months", "P5M")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECTION)
def test_the_sentence_tells_which_day_is_meant(text, expected):
    """Verbs, plans and prepositions of the sentence choose between the last and the next such day."""
    assert read(text) == expected

"""What the date annotator finds in English sentences, and what it must leave alone."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate
from copydesk.records import DateStatus, DocId, Document, Metadata, Paragraph
from copydesk.text import segment

ANCHOR = "2024-03-06"  # a Wednesday


def make_document(text, published=ANCHOR):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    return Document(DocId(UUID(int=1)), text, lines, paragraphs, Metadata(published_text=published))


def read(text, published=ANCHOR, language_code="en"):
    return annotate(make_document(text, published), language_code).dates


# Sentence, expected (surface, value) pairs with the anchor above.
ABSOLUTE = [
    # the four usual orders of a full date
    ("Talks began on 5 March 2021.", [("5 March 2021", "2021-03-05")]),
    ("Talks began on March 5, 2021.", [("March 5, 2021", "2021-03-05")]),
    ("Talks began on the 5th of March, 2021.", [("5th of March, 2021", "2021-03-05")]),
    ("Talks began Friday, March 5, 2021.", [("Friday, March 5, 2021", "2021-03-05")]),
    # abbreviations, with their dots and as mail headers write them
    ("Talks began on Sept. 9, 2021.", [("Sept. 9, 2021", "2021-09-09")]),
    ("Date: Tue, 05 Mar 2019", [("Tue, 05 Mar 2019", "2019-03-05")]),
    # a day that the calendar lacks is not moved to another year
    ("Talks began on 29 February 2023.", [("February 2023", "2023-02")]),
    # nor does "this" make a full date a relative one
    ("In this June 22, 2020 photo.", [("June 22, 2020", "2020-06-22")]),
    # weekdays counted within a month
    ("On the third Thursday of November 2021.", [("the third Thursday of November 2021", "2021-11-18")]),
    ("On the last Monday in May 2021.", [("the last Monday in May 2021", "2021-05-31")]),
    # coarser times
    ("Prices rose in March 2021.", [("March 2021", "2021-03")]),
    ("Prices rose in 1998 and 2019.", [("1998", "1998"), ("2019", "2019")]),
    ("Since mid-1996 and early 2003.", [("mid-1996", "1996"), ("early 2003", "2003")]),
    ("Music of the 1990s.", [("the 1990s", "199")]),
    ("A law of the 19th century.", [("the 19th century", "18")]),
    ("Sales in the first quarter of 2018.", [("the first quarter of 2018", "2018-Q1")]),
    ("Sales in Q3 2018.", [("Q3 2018", "2018-Q3")]),
    ("Sales in the second half of 2018.", [("the second half of 2018", "2018-H2")]),
    ("Floods in the summer of 2018.", [("the summer of 2018", "2018-SU")]),
    # feasts: fixed, counted by weekday, counted from Easter
    ("Closed on Christmas Day 2018.", [("Christmas Day 2018", "2018-12-25")]),
    ("Closed on Thanksgiving 2018.", [("Thanksgiving 2018", "2018-11-22")]),
    ("Closed on Good Friday 2018.", [("Good Friday 2018", "2018-03-30")]),
    # digits
    ("Signed 2021-03-05.", [("2021-03-05", "2021-03-05")]),
    ("Signed 13/04/2021 or 04/13/2021.", [("13/04/2021", "2021-04-13"), ("04/13/2021", "2021-04-13")]),
    ("Logged 2021-03-05T08:30:00Z.", [("2021-03-05T08:30:00Z", "2021-03-05T08:30Z")]),
]  # fmt: skip

RELATIVE = [
    # a bare weekday is the latest one, today included; a future cue turns it round
    ("The minister resigned on Monday.", [("Monday", "2024-03-04")]),
    ("The minister resigned on Wednesday.", [("Wednesday", "2024-03-06")]),
    ("The minister will resign on Monday.", [("Monday", "2024-03-11")]),
    # what enters into force, takes effect or is expected by then lies ahead too
    ("The accord enters into force on Monday.", [("Monday", "2024-03-11")]),
    ("A ruling is expected by the end of June after two delays.", [("the end of June", "2024-06")]),
    ("It happened last Wednesday.", [("last Wednesday", "2024-02-28")]),
    ("It will happen next Wednesday.", [("next Wednesday", "2024-03-13")]),
    ("She spoke Tuesday of last week.", [("Tuesday of last week", "2024-02-27")]),
    # day words and parts of the day
    ("She left yesterday and returns tomorrow.", [("yesterday", "2024-03-05"), ("tomorrow", "2024-03-07")]),
    ("She left last night.", [("last night", "2024-03-05TNI")]),
    ("She left on Tuesday evening.", [("Tuesday evening", "2024-03-05TEV")]),
    # a month-day without a year is the nearest one, over the turn of the year too
    ("They met on December 20.", [("December 20", "2023-12-20")]),
    ("They met on April 2.", [("April 2", "2024-04-02")]),
    # a weekday beside it picks the year: 5 March 2024 is a Tuesday
    ("They met on Sunday, March 5.", [("Sunday, March 5", "2023-03-05")]),
    # a relative year
    ("They met in June last year.", [("June last year", "2023-06")]),
    # as people write in a hurry: short forms behind "this", small letters
    ("See you tmr or this Sat, maybe on friday.", [("tmr", "2024-03-07"), ("this Sat", "2024-03-09"), ("friday", "2024-03-01")]),
    # a preposition decides the direction, across the modifier before the month
    ("They stay until the end of November.", [("the end of November", "2024-11")]),
    ("They have stayed since early October.", [("early October", "2023-10")]),
    # the night of a day that is told
    ("It burned on the night of March 2.", [("the night of March 2", "2024-03-02TNI")]),
    # units counted from the anchor
    ("It fell last week.", [("last week", "2024-W09")]),
    ("It fell this month and last quarter.", [("this month", "2024-03"), ("last quarter", "2023-Q4")]),
    ("It fell two weeks ago.", [("two weeks ago", "2024-W08")]),
    ("It fell ten days ago.", [("ten days ago", "2024-02-25")]),
    # "in three days" is a point only where the sentence looks ahead
    ("They will meet in three days.", [("three days", "2024-03-09")]),
    ("They crossed Spain in three days.", [("three days", "P3D")]),
    # seasons and feasts of an untold year
    ("It snowed last winter.", [("last winter", "2023-WI")]),
    ("Shops close on Easter Monday.", [("Easter Monday", "2024-04-01")]),
    # a two-digit year is the last such one
    ("He left in '98.", [("'98", "1998")]),
    # clock times take the day beside them
    ("It starts at 8 p.m. Tuesday.", [("8 p.m. Tuesday", "2024-03-05T20:00")]),
    ("It started at 15:30 on March 5.", [("15:30 on March 5", "2024-03-05T15:30")]),
]  # fmt: skip

AMOUNTS = [
    # durations, told and untold, with halves and modifiers
    ("It took two weeks.", [("two weeks", "P2W")]),
    ("It took several months.", [("several months", "PXM")]),
    ("It took a year and a half.", [("a year and a half", "P1Y6M")]),
    ("It took more than three hours.", [("more than three hours", "PT3H")]),
    ("Over the past 20 years.", [("the past 20 years", "P20Y")]),
    # sets
    ("They meet every Monday.", [("every Monday", "XXXX-WXX-1")]),
    ("They meet every two weeks.", [("every two weeks", "P2W")]),
    ("It is paid weekly, or twice a year.", [("weekly", "P1W"), ("a year", "P1Y")]),
    ("Shops close on Sundays.", [("Sundays", "XXXX-WXX-7")]),
    # vague references
    ("It is now closed.", [("now", "PRESENT_REF")]),
    ("It closed recently.", [("recently", "PAST_REF")]),
    ("It opens soon.", [("soon", "FUTURE_REF")]),
    ("It closed years ago.", [("years ago", "PAST_REF")]),
]

NO_TIME = [
    "They may go home. May he rest.",  # modal verb
    "They march on. A march through Selma. The March of Dimes.",  # verb, noun, name
    "April Ryan asked June Carter a question.",  # given names
    "Theresa May to resign. Mrs May said no.",  # family name
    "Sun Microsystems fell. The Sun reported it. He sat down, we met.",  # weekday abbreviations
    "Resolution 1718 and Resolution 1973 were adopted.",  # numbered things
    "A Boeing 747, Flight 1549, Highway 2020, Article 1999.",
    "A 3-2 win, a 12-10 vote, 21-19 at half-time, 10:30 in ratio.",  # scores
    "John Smith, 48, of Ohio, and a 5-year-old boy who is 6 years old.",  # ages
    "The second man and a second attempt; he came second.",  # ordinals
    "Some 1,500 people, 2000 people and 1999 soldiers.",  # counts
    "Call +1 202 555 1984, 020 7946 1958 or 555-1999.",  # telephone numbers
    "Version 3.8.1 of Python 3.8.12 at 192.168.2.10.",  # versions and addresses
    "It cost $2000 or 1999 euros.",  # money
    "The Daily Mail, the Sunday Times and The Weekly Standard.",  # newspapers
    "Bloody Sunday and Super Tuesday.",  # named days
    "The fall of Saigon sprang a leak in the fall of Rome.",  # seasons that are words
    "Now and again a now-defunct firm, as soon as possible.",  # idioms
    "At the end of the day it is a USA Today story of the century.",  # idioms and titles
    "In the second round and in a second term; the same period; Person of the Year.",
    "Walls of 1200 BC, the third Thursday of a kind.",  # another era, no month
    "An august body, 24/7, 50/50, 1/2 cup.",  # adjective and fractions
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + AMOUNTS)
def test_english_expressions_get_their_value(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_dates_need_no_anchor(text, expected):
    """A full date means the same in an undated document, and says so."""
    rows = read(text, published=None)
    assert [(row.surface, row.value) for row in rows] == expected
    assert {row.status for row in rows} == {DateStatus.ABSOLUTE}
    assert {row.anchor_date for row in rows} == {None}


@pytest.mark.parametrize("text", [text for text, _ in RELATIVE if "Spain" not in text])
def test_relative_expressions_stay_open_without_an_anchor(text):
    """No clock, file time or nearby year fills an X."""
    for row in read(text, published=None):
        assert row.status in (DateStatus.OPEN, DateStatus.DURATION), row
        assert row.start_date is None
        assert row.end_date is None
        assert "X" in row.value or row.value.startswith("P")


@pytest.mark.parametrize("text", NO_TIME)
def test_look_alikes_are_left_alone(text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read(text)] == []


def test_relative_rows_name_their_anchor():
    """A value that used the document's date records the date and where it came from."""
    (row,) = read("He resigned on Monday.")
    assert (row.anchor_date, row.anchor_source) == (date(2024, 3, 6), "metadata")
    assert row.status is DateStatus.RESOLVED
    assert (row.start_date, row.end_date, row.precision) == (
        date(2024, 3, 4),
        date(2024, 3, 4),
        "day",
    )


def test_later_counts_from_the_date_that_the_paragraph_tells():
    """A date of the text is an anchor of its own, in an undated document too."""
    _, row = read("The siege began on 5 March 2018. Three days later it ended.", published=None)
    assert (row.value, row.anchor_date, row.anchor_source) == (
        "2018-03-08",
        date(2018, 3, 5),
        "text",
    )


def test_later_does_not_count_from_another_paragraph():
    """A reference ends with its paragraph."""
    rows = read("The siege began on 5 March 2018.\n\nThree days later it ended.", published=None)
    assert rows[1].status is DateStatus.OPEN


def test_later_without_a_reference_stays_open():
    """The document's date is not what "later" counts from."""
    (row,) = read("Three days later it ended.")
    assert (row.value, row.status, row.anchor_date) == ("XXXX-XX-XX", DateStatus.OPEN, None)


# Sentence, expected (surface, value, range_id).
RANGES = [
    # years, in words and with a dash
    ("Hosted from 2003 to 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Hosted 2003-2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    # days that share a month before or behind them
    ("Between 5 and 8 March.", [("5", "2024-03-05", 1), ("8 March", "2024-03-08", 1)]),
    ("In Hanoi on February 27 and 28.", [("February 27", "2024-02-27", 1), ("28", "2024-02-28", 1)]),
    ("Open 5-8 March 2023.", [("5", "2023-03-05", 1), ("8 March 2023", "2023-03-08", 1)]),
    ("Open March 5-8, 2023.", [("March 5", "2023-03-05", 1), ("8, 2023", "2023-03-08", 1)]),
    # a list is no range
    ("Open March 5, 9 and 20, 2023.", [("March 5", "2023-03-05", None), ("9", "2023-03-09", None), ("20, 2023", "2023-03-20", None)]),
    # the start takes the year that only the end tells
    ("Closed between March and June 2023.", [("March", "2023-03", 1), ("June 2023", "2023-06", 1)]),
    ("Closed from November to March 2023.", [("November", "2022-11", 1), ("March 2023", "2023-03", 1)]),
    # clock times share the day that only the end tells
    ("Open from 8 a.m. to 5 p.m. Tuesday.", [("8 a.m.", "2024-03-05T08:00", 1), ("5 p.m. Tuesday", "2024-03-05T17:00", 1)]),
    # the end of a range of weekdays follows its start
    ("Open from Monday to Friday.", [("Monday", "2024-03-04", 1), ("Friday", "2024-03-08", 1)]),
    # a count behind a day is no further day
    ("On March 5 and 7 others left.", [("March 5", "2024-03-05", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_are_linked(text, expected):
    """The two ends of a range share a range_id, and a month or year that is told once."""
    assert [(row.surface, row.value, row.range_id) for row in read(text)] == expected


def test_day_and_month_in_unknown_order_stay_ambiguous():
    """Neither reading is chosen; both are kept."""
    (row,) = read("Signed 03/04/2019.")
    assert row.status is DateStatus.AMBIGUOUS
    assert (row.start_date, row.end_date) == (None, None)
    assert row.alternatives == ("2019-03-04", "2019-04-03")
    assert (row.earliest_date, row.latest_date) == (date(2019, 3, 4), date(2019, 4, 3))


def test_other_languages_get_dates_in_digits_only():
    """Without a pack no word is read, and the rule says how the digits were."""
    rows = read("Maanantaina 05.03.2024, 2024-03-05 ja 2024年3月7日", language_code="fi")
    found = [(row.value, row.rule) for row in rows]
    assert found == [
        ("2024-03-05", "numeric.dmy"),
        ("2024-03-05", "numeric.iso"),
        ("2024-03-07", "numeric.cjk"),
    ]


def test_hard_wrapped_lines_read_as_one():
    """A newline within a paragraph is a space, and the row has the line that it starts on."""
    text = (
        "The two delegations said in a joint statement that they had agreed on March\n"
        "5, 2021 to open the border crossing for lorries, buses and private cars, and to\n"
        "meet again before the end of the following year in one of the two capital cities."
    )
    paragraph = Paragraph(line_no=1, start_char=0, end_char=len(text))
    document = replace(make_document(text), paragraphs=(paragraph,))
    first = annotate(document, "en").dates[0]
    assert (first.surface, first.value, first.line_no) == ("March\n5, 2021", "2021-03-05", 1)


def test_rows_are_numbered_by_position():
    """date_no counts from 1, and line_no is the editor's."""
    rows = read("Published by us\n\nOn Monday it rained.\nOn Tuesday it snowed.")
    assert [(row.date_no, row.line_no) for row in rows] == [(1, 3), (2, 4)]


def test_threads_share_the_language_pack():
    """Documents annotated side by side come out as one after the other."""
    documents = [make_document(text) for text, _ in ABSOLUTE + RELATIVE + AMOUNTS]
    with ThreadPoolExecutor(max_workers=8) as pool:
        side_by_side = list(pool.map(annotate, documents, ["en"] * len(documents)))
    assert side_by_side == [annotate(document, "en") for document in documents]


def test_bounded_document_bounds_its_expressions():
    """With only the month of publication a relative date stays open, between two days."""
    (row,) = read("It happened yesterday.", published="2024-03")
    assert (row.value, row.status, row.start_date) == ("XXXX-XX-XX", DateStatus.OPEN, None)
    assert (row.earliest_date, row.latest_date) == (date(2024, 2, 29), date(2024, 3, 30))

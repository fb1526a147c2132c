"""What news English leaves to the reader: which of several days is meant, and how far an expression reaches."""

import pytest
from dated_text import ANCHOR, read_dates

from copydesk.records import DateStatus


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
    # the plan lies behind the verb that tells the present
    ("Friday, the board is scheduled to vote.", [("Friday", "2024-03-08")]),
    ("Friday, the boss is said to have wept.", [("Friday", "2024-03-01")]),
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


PHRASES = [
    # weeks: of a month (the first is that of the fourth day), of a day, before the last
    ("They met in the second week of May 2024.", [("the second week of May 2024", "2024-W19")]),
    ("They meet in the last week of May.", [("the last week of May", "2024-W22")]),
    ("They met the week of March 11.", [("the week of March 11", "2024-W11")]),
    ("They met the week before last.", [("the week before last", "2024-W08")]),
    # "of" joins a doubtful month behind a part of it
    ("By the end of March they left.", [("the end of March", "2024-03")]),
    # parts of a year by other names
    ("Sales fell in the final quarter of 2012.", [("the final quarter of 2012", "2012-Q4")]),
    ("Sales fell in fiscal 2012's third quarter.", [("fiscal 2012's third quarter", "2012-Q3")]),
    ("Second-half profit fell.", [("Second-half", "2023-H2")]),
    ("Sales fell in the prior year.", [("the prior year", "2023")]),
    ("It closes by year's end.", [("year's end", "2024")]),
    ("It closes by year-end 2025.", [("year-end 2025", "2025-12-31")]),
    # a quarter of something is a share, and those of a town are places
    ("A quarter of the voters in poor quarters, three quarters in all.", []),
    # but a quarter of a century is a length
    ("For a quarter of a century, a quarter century or the last quarter-century.",
     [("a quarter of a century", "P25Y"), ("a quarter century", "P25Y"), ("the last quarter-century", "P25Y")]),
    # a step, its weekday and a part of that day
    ("It burned last Monday night.", [("last Monday night", "2024-03-04TNI")]),
    # the following weekday counts from the one told before
    ("He fell on Friday and died the following Monday.", [("Friday", "2024-03-01"), ("the following Monday", "2024-03-04")]),
    ("Following Monday's vote he left.", [("Monday", "2024-03-04")]),
    ("It began on May 3, 2021. The following Monday it ended.", [("May 3, 2021", "2021-05-03"), ("The following Monday", "XXXX-WXX-1")]),
    # feasts with their weekend, and of a relative year
    ("They meet over Labor Day weekend.", [("Labor Day weekend", "2024-W35-WE")]),
    ("It rained at Easter last year.", [("Easter last year", "2023-04-09")]),
    # clock times in four digits are no years
    ("It ended at 1900 GMT on Sunday.", [("1900 GMT on Sunday", "2024-03-03T19:00Z")]),
    ("On air between 2000 and 2100 GMT.", [("2000", "2024-03-06T20:00Z"), ("2100 GMT", "2024-03-06T21:00Z")]),
    # lengths as adjectives
    ("A month-long strike, a yearlong inquiry, a decades-old feud.", [("month-long", "P1M"), ("yearlong", "P1Y"), ("decades-old", "PXDE")]),
    ("A half-hour talk on the next two to three years.", [("A half-hour", "PT30M"), ("the next two to three years", "P2Y")]),
    # the age of a thing is a length, that of people none
    ("The two-year-old war, a four year old law and a two-year-old boy.", [("two-year-old", "P2Y"), ("four year old", "P4Y")]),
    # two units of which neither is counted
    ("In the coming weeks and months.", [("the coming weeks and months", "PXW")]),
    ("It will last months or years.", [("months or years", "PXM")]),
    # budget years, weekends and nights by other names
    ("The 2008 fiscal year and the fiscal year 2009.", [("The 2008 fiscal year", "2008"), ("the fiscal year 2009", "2009")]),
    ("On the weekend of March 9, this past week, overnight Monday.",
     [("the weekend of March 9", "2024-W10-WE"), ("this past week", "2024-W09"), ("overnight Monday", "2024-03-04TNI")]),
    ("On weekends and every few years, at midday.", [("weekends", "P1WE"), ("every few years", "PXY"), ("midday", "2024-03-06T12:00")]),
    # every second one
    ("They meet every other Friday.", [("every other Friday", "XXXX-WXX-5")]),
    # attacks that have their day as a name
    ("Since 9/11 and the Sept. 11 attacks.", [("9/11", "2001-09-11"), ("Sept. 11", "2001-09-11")]),
    ("Scores of 9/11/3 and 8-9/11.", []),
    # an approximate clock time or day is told with its "about"; elsewhere that is a topic
    ("It ends around May 5 at about 3 p.m.", [("around May 5", "2024-05-05"), ("about 3 p.m.", "2024-05-05T15:00")]),
    ("He spoke about May 5 and about Monday.", [("May 5", "2024-05-05"), ("Monday", "2024-03-04")]),
    # a unit and a half is a length
    ("It fell over the past decade and a half.", [("the past decade and a half", "P15Y")]),
    # as long as one, more or less
    ("It will close over the next year or so.", [("the next year or so", "2025")]),
    # the ends of a stretch of years, of which a month is none
    ("The war of 1914-18, not 2010-06.", [("1914", "1914"), ("18", "1918")]),
    ("The crisis of 2007-08.", [("2007", "2007"), ("08", "2008")]),
    # two years that are one season or budget year; other pairs are none
    ("The 2022/23 season and fiscal 2011-12.", [("2022/23", "2022/2023"), ("fiscal 2011-12", "2011/2012")]),
    ("The 2003/2004 figures.", [("2003/2004", "2003/2004")]),
    ("From 2003-2004 on, ref 1999/00/7, part 2022-23-4, $2011-12.", [("2003", "2003"), ("2004", "2004")]),
    # the past, with what its sentence goes on with
    ("In the past it failed.", [("the past", "PAST_REF")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases_of_news_are_read_whole(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert read(text) == expected


CHAINS = [
    # a week, month or year that is counted from the document's date is one to count from
    ("It rained last week. That same week it froze.", [("last week", "2024-W09"), ("That same week", "2024-W09")]),
    ("Prices rose last month from the previous month.", [("last month", "2024-02"), ("the previous month", "2024-01")]),
    ("She left last year. That year it froze.", [("last year", "2023"), ("That year", "2023")]),
    # what is told for comparison is none
    ("It fell last month, the most since May 1990, from the previous month.",
     [("last month", "2024-02"), ("May 1990", "1990-05"), ("the previous month", "2024-01")]),
    # but a day told after it comes first
    ("It rained last month. It froze on December 5. The previous month was dry.",
     [("last month", "2024-02"), ("December 5", "2023-12-05"), ("The previous month", "2023-11")]),
    # a report that goes on to nine months compares these
    ("In the third quarter it earned 5 million. In the first nine months it earned 12 million, up from 9 million a year earlier.",
     [("the third quarter", "2023-Q3"), ("the first nine months", "P9M"), ("a year earlier", "2023")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_later_times_count_from_earlier_ones(text, expected):
    """What leans on a told time leans on the closest that is as fine as itself."""
    assert read(text) == expected


# Sentence, TIMEX3 type of its last expression.
TYPES = [
    # a rate is a set, a length is none
    ("The plant makes 900 cars a day.", "SET"),
    ("The trip lasts a day.", "DURATION"),
    ("The boss was a year late.", "DURATION"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_rates_are_sets(text, expected):
    """What is counted by the unit of time comes before it, in the plural."""
    assert read_dates(text, "en", ANCHOR)[-1].timex_type == expected


SHORT_YEARS = [
    # a year far ahead is not what two digits tell
    ("He was born in '68.", [("'68", "1968")]),
    ("The summer of '44 was dry.", [("The summer of '44", "1944-SU")]),
    # one that lies a few years ahead may be
    ("The games of the summer of '28.", [("the summer of '28", "2028-SU")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHORT_YEARS)
def test_two_digits_tell_a_year_that_people_remember(text, expected):
    """The last such year, or one of the next few."""
    assert read(text) == expected


REPORTS = [
    # a quarter of another year is only compared with the one that the report is about
    (
        "In the third quarter it sold more. In the third quarter of 2021 it sold less. The quarter was good.",
        [("the third quarter", "2023-Q3"), ("the third quarter of 2021", "2021-Q3"), ("The quarter", "2023-Q3")],
    ),
    # the same quarter, a year before
    (
        "In the third quarter it sold more than in the same period last year.",
        [("the third quarter", "2023-Q3"), ("the same period last year", "2022-Q3")],
    ),
    # a quarter counts from the one told last
    (
        "In the final quarter of 2004 prices rose from the previous quarter.",
        [("the final quarter of 2004", "2004-Q4"), ("the previous quarter", "2004-Q3")],
    ),
    # behind several months of a report, its quarter is not "the same period"
    (
        "In the third quarter it sold more. In the first nine months, it sold less than in the same period of 2019.",
        [("the third quarter", "2023-Q3"), ("the first nine months", "P9M"), ("the same period of 2019", "2019")],
    ),
    (
        "In the third quarter of 2021 it sold more than in the same quarter of 2019.",
        [("the third quarter of 2021", "2021-Q3"), ("the same quarter of 2019", "2019-Q3")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_company_reports_lean_on_their_quarter(text, expected):
    """Quarters and years before them count from the quarter that the report is about."""
    assert read(text) == expected


WEEKS = [
    # counted as ISO 8601 does
    ("It rained in the first week of 2021.", [("the first week of 2021", "2021-W01")]),
    ("It rained in week 27 of 2021.", [("week 27 of 2021", "2021-W27")]),
    ("It rained in the last week of 2021.", [("the last week of 2021", "2021-W52")]),
    # a year that lacks its 53rd week
    ("It rained in week 53 of 2021.", [("2021", "2021")]),
    # of the document's date, where no year stands behind it
    ("It rained in the last week.", [("the last week", "2024-W09")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WEEKS)
def test_weeks_of_a_year(text, expected):
    """A week of a told year counts from nothing else."""
    assert read(text) == expected


ZONES = [
    ("It starts at 14:00 GMT.", "2024-03-06T14:00Z"),
    # a zone beside that of Greenwich
    ("It starts at 14:00 GMT+2.", "2024-03-06T14:00"),
    ("It starts at 14:00 GMT - a little late.", "2024-03-06T14:00Z"),
]


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_clock_times_of_greenwich_end_in_z(text, expected):
    """Only those: an offset makes it another zone's time."""
    assert [value for _, value in read(text)] == [expected]


def test_an_open_value_counts_from_nothing():
    """Where the document's date helped nothing, the row names no anchor."""
    (row,) = read_dates("The next evening it rained.", "en", ANCHOR)
    assert (row.status, row.anchor_date, row.anchor_source) == (DateStatus.OPEN, None, None)


@pytest.mark.parametrize("phrase", ["The next day", "The same day", "Two days later", "That week"])
def test_nothing_finer_is_counted_from_a_month(phrase):
    """A month tells no day: the first one is not invented."""
    (_, row) = read_dates(f"In May 2019 it rained. {phrase} it stopped.", "en", ANCHOR)
    assert (row.status, row.start_date, row.anchor_source) == (DateStatus.OPEN, None, None)

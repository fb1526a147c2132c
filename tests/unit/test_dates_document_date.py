"""A document's own date: which evidence counts, which wins, and what never decides."""

from datetime import date
from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate
from copydesk.records import DocId, Document, DocumentDateStatus, Metadata
from copydesk.text import segment


def decide(text="A text.", published=None, url=None, path="story.txt", language_code="en"):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    metadata = Metadata(published_text=published, url=url)
    document = Document(DocId(UUID(int=1)), text, lines, paragraphs, metadata, path)
    return annotate(document, language_code)


# Arguments of `decide`, date, status, kind of the evidence.
FULL_DAYS = [
    # what sidecars hold: ISO, a time stamp, compact, mail, prose
    ({"published": "2024-03-05"}, "given", "metadata"),
    ({"published": "2024-03-05T23:30:00-05:00"}, "given", "metadata"),
    ({"published": "20240305"}, "given", "metadata"),
    ({"published": "Tue, 05 Mar 2024 10:00:00 GMT"}, "given", "metadata"),
    ({"published": "March 5, 2024"}, "given", "metadata"),
    ({"published": "25/12/2024 and later"}, "given", "metadata"),  # one reading only
    # URLs and paths
    ({"url": "https://news.example/2024/03/05/talks"}, "inferred", "url"),
    ({"url": "https://news.example/world/2024-03-05-talks.html"}, "inferred", "url"),
    ({"url": "https://news.example/news/2024/mar/5/talks"}, "inferred", "url"),
    ({"url": "https://news.example/world/2024/0305/Talks-fail"}, "inferred", "url"),
    ({"path": "wire/2024-03-05/talks.txt"}, "inferred", "path"),
    ({"path": "wire/2024/03/05/talks.txt"}, "inferred", "path"),
    ({"path": "wire/XYZ20240305.0012.txt"}, "inferred", "path"),
    # lines that say so
    ({"text": "Talks fail\nPublished: 5 March 2024\nThey talked."}, "inferred", "header_line"),
    ({"text": "Talks fail\nUpdated March 5, 2024 10:00 GMT\nThey talked."}, "inferred", "header_line"),
    # datelines
    ({"text": "HANOI, March 5, 2024 - They talked."}, "inferred", "dateline"),
    ({"text": "HANOI, Vietnam, March 5, 2024 (Agency) - They talked."}, "inferred", "dateline"),
    ({"text": "Paris, 5 March 2024 \u2014 They talked."}, "inferred", "dateline"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "status", "kind"), FULL_DAYS)
def test_full_days_date_a_document(given, status, kind):
    """Each kind of evidence alone gives the day, and the row that gave it."""
    found = decide(**given)
    document_date = found.document_date
    expected = date(2024, 12, 25) if "25/12" in given.get("published", "") else date(2024, 3, 5)
    assert document_date.published_date == expected
    assert document_date.status == status
    assert document_date.precision == "day"
    assert found.evidence[document_date.evidence_no - 1].kind == kind


NO_DATE = [
    {},  # nothing told
    {"published": "03/04/2019"},  # two readings
    {"published": "yesterday"},  # relative to what?
    {"published": "2024-13-45"},  # no such day
    {"path": "wire/12345678901234.txt"},  # a number that holds digits of a date
    {"text": "Copyright 2019 Example Press. All rights reserved."},  # the year of the crawl
    {"text": "The talks ended on 5 March 2024."},  # the latest date of the text
    {"text": "LONDON, April 7 - They talked."},  # a dateline without a year
    {"text": "Published 2 hours ago\nThey talked."},  # a header without a date
    {"text": "Published on 5 March 2024, the book sold well.\nThey talked."},  # a sentence
    {"text": "Talks\nDate: 5 March 2024\nVenue: Town hall\nThey talked."},  # of the event
    {"url": "https://news.example/2024/talks"},  # a year may be that of a topic
    {"url": "https://news.example/2024/13/talks"},
    {"url": "https://news.example/2018/marathon/12/"},  # no month's name
    {"url": "https://news.example/2018/decision/5"},
    {"text": "He left on March 3, 2024 - and came back."},  # a dash, but no place
]


@pytest.mark.parametrize("given", NO_DATE)
def test_weak_hints_date_nothing(given):
    """Without real evidence everything is NULL and the status unknown."""
    found = decide(**given).document_date
    assert found.status is DocumentDateStatus.UNKNOWN
    assert found.published_date is None
    assert (found.earliest_date, found.latest_date, found.confidence) == (None, None, None)


def test_ambiguous_metadata_is_kept_as_evidence():
    """What the sidecar says is recorded even where it decides nothing."""
    (row,) = decide(published="03/04/2019").evidence
    assert (row.kind, row.value, row.rule) == ("metadata", "2019-XX-XX", "metadata.ambiguous")


# Text of the sidecar, precision, bounds.
BOUNDED = [
    ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
    ("February 2024", "month", date(2024, 2, 1), date(2024, 2, 29)),
]


@pytest.mark.parametrize(("published", "precision", "earliest", "latest"), BOUNDED)
def test_months_and_years_bound_a_document(published, precision, earliest, latest):
    """A month is no day: the document lies between two days."""
    found = decide(published=published).document_date
    assert (found.status, found.precision) == (DocumentDateStatus.BOUNDED, precision)
    assert found.published_date is None
    assert (found.earliest_date, found.latest_date) == (earliest, latest)


# Language, the lines of a head in it.
HEADS = [
    ("en", "Last updated: 9 March 2024\nBy Ada Penn | Published: 5 March 2024"),
    ("de", "Veröffentlicht am 5. März 2024\nAktualisiert am 9. März 2024"),
    ("es", "Publicado el 5 de marzo de 2024\nActualizado: 9 de marzo de 2024"),
    ("fr", "Publié le 5 mars 2024\nMis à jour le 9 mars 2024"),
    ("pt", "Publicado em 5 de março de 2024\nAtualizado: 9 de março de 2024"),
    ("it", "Pubblicato il 5 marzo 2024\nAggiornato il 9 marzo 2024"),
    ("nl", "Gepubliceerd op 5 maart 2024\nBijgewerkt op 9 maart 2024"),
    ("ru", "Опубликовано: 5 марта 2024 года\nОбновлено: 9 марта 2024 года"),
    ("zh", "发布时间：2024年3月5日\n更新时间：2024年3月9日"),
    ("ar", "تاريخ النشر: 5 مارس 2024\nآخر تحديث: 9 مارس 2024"),
]


@pytest.mark.parametrize(("code", "head"), HEADS)
def test_labelled_lines_date_a_text_in_every_language(code, head):
    """The line of publication counts, whatever that of a change says."""
    found = decide(f"Talks\n{head}\nA text.", language_code=code)
    assert {row.rule for row in found.evidence} == {"header_line.published", "header_line.updated"}
    assert found.document_date.published_date == date(2024, 3, 5)
    assert not found.document_date.is_contested


def test_the_address_may_tell_the_month():
    """`/2024/03/` bounds a document, and so its times."""
    found = decide("They met on 5 March.", url="https://news.example/2024/03/talks.html")
    assert found.document_date.status is DocumentDateStatus.BOUNDED
    assert found.document_date.earliest_date == date(2024, 3, 1)
    assert [row.rule for row in found.evidence] == ["url.month"]


FILED = "HANOI, March 5 (Agency) - They met on Monday."
# What is said of the text; its day.
YEARS = [
    ({"published": "2024"}, date(2024, 3, 5)),
    ({"published": "2024-03"}, date(2024, 3, 5)),
    ({"url": "https://news.example/2024/03/talks.html"}, date(2024, 3, 5)),
    ({"published": "2024-05"}, None),  # told two months after it was filed, or another year
    ({}, None),  # which year it was nothing says
]


@pytest.mark.parametrize(("said", "day"), YEARS)
def test_a_dateline_without_a_year_takes_that_of_other_evidence(said, day):
    """It falls once into the year or month that is told; else it stays a day of an unknown year."""
    found = decide(FILED, **said)
    assert found.document_date.published_date == day
    row = found.evidence[-1]
    assert (row.kind, row.value, row.rule) == ("dateline", "XXXX-03-05", "dateline.month_day")
    assert FILED[row.start_char : row.end_char] == "March 5"
    if day:
        assert found.document_date.evidence_no == row.evidence_no
        assert (found.dates[1].value, found.dates[1].anchor_source) == ("2024-03-04", "dateline")


@pytest.mark.parametrize(
    ("published", "is_contested"), [("2024-03-09", False), ("2024-07-01", True)]
)
def test_a_dateline_without_a_year_may_quarrel(published, is_contested):
    """In whichever year it comes closest, it is months off."""
    found = decide(FILED, published=published).document_date
    assert (str(found.published_date), found.is_contested) == (published, is_contested)


# Text, confidence in the sidecar's 2024-03-06, a Wednesday.
WEEKDAYS = [
    ("They meet on Friday, March 8.", 0.99),
    ("They met on Sunday, March 3.", 0.99),
    ("They met on Monday, March 3.", 0.85),  # of 2025, or of 2014
    ("They met on Monday, March 3, and on Sunday, March 3.", 0.99),  # one of two is a slip
    ("They met on Monday, March 3, 2014.", 0.99),  # its own year is told
    ("They voted on Tuesday, November 3.", 0.99),  # of 2020: too far off to tell
]


@pytest.mark.parametrize(("text", "confidence"), WEEKDAYS)
def test_weekdays_of_the_text_raise_doubts(text, confidence):
    """A day whose weekday does not fit lowers the trust, and changes no date."""
    found = decide(text, published="2024-03-06").document_date
    assert (found.published_date, found.confidence) == (date(2024, 3, 6), confidence)


def test_neither_the_clock_nor_the_year_of_a_copyright_dates_a_text():
    """The latest date of a text and the year of the crawl bound nothing either."""
    text = "They meet on 5 March 2031.\n\n\u00a9 2024 Example Press. Copyright 2024."
    found = decide(text)
    assert (found.document_date.status, found.evidence) == (DocumentDateStatus.UNKNOWN, ())


def test_stronger_evidence_wins():
    """Metadata goes before the URL, the URL before the path, a day apart is no conflict."""
    found = decide(
        published="2024-03-05",
        url="https://news.example/2024/03/04/talks",
        path="2024-03-05/talks.txt",
    )
    assert found.document_date.published_date == date(2024, 3, 5)
    assert found.document_date.confidence == 0.99
    assert [row.kind for row in found.evidence] == ["metadata", "url", "path"]
    assert [row.evidence_no for row in found.evidence] == [1, 2, 3]


def test_conflict_keeps_the_stronger_and_resolves_nothing():
    """Strong sources that differ leave too little trust to count from."""
    text = "It rained yesterday."
    found = decide(text, published="2024-03-05", url="https://news.example/2018/05/31/talks")
    assert found.document_date.published_date == date(2024, 3, 5)
    assert found.document_date.confidence == 0.5
    assert found.document_date.is_contested
    assert [(row.rule, row.confidence) for row in found.evidence] == [
        ("metadata.iso", 0.99),
        ("url.slashes", 0.98),
    ]
    assert found.dates[0].value == "XXXX-XX-XX"


# Day of the sidecar, day of the dateline, whether they quarrel.
DATELINES = [
    ("2024-03-05", "March 5, 2024", False),
    ("2024-03-09", "March 5, 2024", False),  # filed, then published days later
    ("2024-03-05", "March 5, 2018", True),  # an old story, or a wrong sidecar: who knows
]


@pytest.mark.parametrize(("published", "filed", "is_contested"), DATELINES)
def test_a_dateline_far_from_the_sidecar_is_a_conflict(published, filed, is_contested):
    """A story may appear days after its dateline, not years."""
    found = decide(f"HANOI, {filed} - They met on Monday.", published=published)
    assert found.document_date.published_date == date.fromisoformat(published)
    assert found.document_date.is_contested is is_contested
    assert (found.dates[1].start_date is None) is is_contested


def test_day_within_a_given_month_is_taken():
    """A weaker source may say which day of the month it was."""
    found = decide(published="2024-03", url="https://news.example/2024/03/05/talks")
    assert found.document_date.published_date == date(2024, 3, 5)
    assert found.document_date.status is DocumentDateStatus.INFERRED


def test_later_update_is_no_conflict():
    """A text may be changed days after it was published."""
    text = "Talks fail\nPublished: 5 March 2024\nUpdated: 9 March 2024\nThey talked."
    found = decide(text).document_date
    assert (found.published_date, found.confidence) == (date(2024, 3, 5), 0.9)


def test_evidence_of_the_text_points_at_it():
    """A header line's span gives its surface back; metadata has none."""
    text = "Talks fail\nPublished: 5 March 2024\nThey talked."
    (row,) = decide(text).evidence
    assert text[row.start_char : row.end_char] == row.surface == "5 March 2024"
    (row,) = decide(published="2024-03-05").evidence
    assert (row.surface, row.start_char, row.end_char) == (None, None, None)


def test_inferred_date_anchors_the_text():
    """A dateline is sure enough to count from, and is named as the source."""
    rows = decide("HANOI, March 5, 2024 - They met on Monday.").dates
    assert (rows[1].value, rows[1].anchor_source) == ("2024-03-04", "dateline")


# Arguments of `decide`, the rule of the evidence.
GERMAN_DAYS = [
    ({"published": "5. März 2024"}, "metadata.text"),
    ({"published": "Tue, 05 Mar 2024 10:00:00 GMT"}, "metadata.text"),  # systems write English
    ({"published": "March 5, 2024"}, "metadata.text"),
    ({"published": "05/03/2024"}, "metadata.by_language"),  # the language told the order, and the row says so
    ({"text": "Gespräche\nVeröffentlicht am 5. März 2024\nSie sprachen."}, "header_line.published"),
    ({"text": "Berlin, 5. März 2024 (Agentur) - Sie sprachen."}, "dateline.day"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "rule"), GERMAN_DAYS)
def test_a_german_document_is_dated_in_german_and_in_english(given, rule):
    """Its own words date it, and so do those of the system that published it."""
    found = decide(**given, language_code="de")
    assert found.document_date.published_date == date(2024, 3, 5)
    assert found.evidence[found.document_date.evidence_no - 1].rule == rule

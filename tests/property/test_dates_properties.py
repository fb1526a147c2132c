"""What holds for the dates of any text: spans, order, determinism, nothing invented."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from edtf_grammar import is_edtf
from hypothesis import given
from hypothesis import strategies as st

from copydesk.annotate.dates import annotate, op_from_json, resolve, resolve_again, with_metadata
from copydesk.annotate.dates.algebra import is_anchored
from copydesk.annotate.dates.compiled import language
from copydesk.annotate.dates.packs import PACKS
from copydesk.records import DateStatus, DocId, Document, Metadata
from copydesk.text import segment

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "in",
        "on",
        "of",
        "to",
        "and",
        "or",
        "-",
        ",",
        ".",
        "'",
        "'s",
        "\n",
        "\n\n",
        "early",
        "mid",
        "late",
        "about",
        "over",
        "more",
        "than",
        "at",
        "least",
        "from",
        "between",
        "March",
        "may",
        "May",
        "Jan.",
        "Sept.",
        "Monday",
        "Mon.",
        "Fridays",
        "today",
        "tomorrow",
        "last",
        "next",
        "this",
        "every",
        "each",
        "other",
        "two",
        "three",
        "first",
        "third",
        "few",
        "couple",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "year",
        "years",
        "quarter",
        "half",
        "season",
        "summer",
        "winter",
        "weekend",
        "morning",
        "night",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "now",
        "soon",
        "past",
        "1",
        "5",
        "12",
        "31",
        "27th",
        "1999",
        "2024",
        "'98",
        "1990s",
        "2024-03-05",
        "05.03.2024",
        "03/04/19",
        "8:30",
        "p.m.",
        "noon",
        "GMT",
        "Q3",
        "Christmas",
        "Easter",
        "Day",
        "will",
        "was",
        "2024年3月5日",
        "½",
        "999999",
        "twenty",
        "hundred",
    ]
)
GERMAN_WORDS = st.sampled_from(
    [
        *(
            "am",
            "im",
            "der",
            "den",
            "des",
            "vor",
            "in",
            "seit",
            "bis",
            "von",
            "zwischen",
            "und",
            ",",
        ),
        *(".", "-", "5.", "28.", "3.10.", "2019", "1990er", "1,5", "19.30", "Uhr", "halb", "neun"),
        *("März", "Mai", "Okt.", "Montag", "Montagabend", "montags", "heute", "morgen", "gestern"),
        *(
            "letzten",
            "nächster",
            "Woche",
            "Jahr",
            "Jahres",
            "Tage",
            "Monaten",
            "zwei",
            "ein",
            "paar",
        ),
        *("dritten", "Quartal", "Hälfte", "Sommer", "Spätherbst", "Nacht", "auf", "abends", "wird"),
        *("wurde", "Anfang", "Ende", "rund", "mehr", "als", "täglich", "jeden", "alle", "zuvor"),
        *("später", "Ostern", "Jahrhundert", "24-Jährige", "dreitägige"),
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(GERMAN_WORDS, max_size=40).map(" ".join),
)
LANGUAGES = st.sampled_from([*PACKS, "und"])
ANCHORS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


HISTORY_WORDS = st.sampled_from(
    [
        *("In 1941", "in May 1942", "On 5 March 1943", "in 1944", "By 1945", "the siege of 1946"),
        *("on 7 April", "in December", "in January", "between December and February", "from 27 February to 3 March"),
        *("the following year", "two days later", "that summer", "at noon", "recently", "Monday", "; ", "\n\n"),
    ]
)  # fmt: skip
HISTORIES = st.lists(HISTORY_WORDS, min_size=6, max_size=30).map(" ".join)
PUBLISHED = st.one_of(
    st.none(),
    ANCHORS.map(date.isoformat),
    ANCHORS.map(lambda day: f"{day:%Y-%m}"),
    st.sampled_from(["2024", "03/04/2019", "March 5, 2024", "nobody knows"]),
)
PATHS = st.sampled_from(["story.txt", "wire/2024-03-05/talks.txt", "wire/1999/12/31/talks.txt"])


def make_document(text, published=None, path=""):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    metadata = Metadata(published_text=published)
    return Document(DocId(UUID(int=1)), text, lines, paragraphs, metadata, path)


@given(TEXTS, st.none() | ANCHORS, LANGUAGES)
def test_rows_point_at_the_text(text, anchor, language_code):
    """Spans are sorted, disjoint and numbered, and slice back to the surface."""
    published = anchor.isoformat() if anchor else None
    rows = annotate(make_document(text, published), language_code).dates
    assert [row.date_no for row in rows] == list(range(1, len(rows) + 1))
    assert all(text[row.start_char : row.end_char] == row.surface != "" for row in rows)
    assert all(first.end_char <= second.start_char for first, second in pairwise(rows))
    assert all(0 <= row.confidence <= 1 for row in rows)


@given(TEXTS, st.none() | ANCHORS, LANGUAGES)
def test_annotation_is_deterministic(text, anchor, language_code):
    """The same document gives the same rows."""
    document = make_document(text, anchor.isoformat() if anchor else None)
    assert annotate(document, language_code) == annotate(document, language_code)


@given(TEXTS, st.none() | ANCHORS, LANGUAGES)
def test_op_alone_resolves_again(text, anchor, language_code):
    """The stored operation and the anchor give the row's value back."""
    document = make_document(text, anchor.isoformat() if anchor else None)
    for row in annotate(document, language_code).dates:
        again = resolve(op_from_json(row.op), anchor)
        assert (again.value, again.start_date, again.status) == (
            row.value,
            row.start_date,
            row.status,
        )


@given(TEXTS | HISTORIES, st.tuples(PUBLISHED, PATHS), st.tuples(PUBLISHED, PATHS), LANGUAGES)
def test_stored_rows_resolve_again_under_other_metadata(text, before, after, language_code):
    """Rows that one date gave, resolved again by another, are those that the text gives under that one."""
    stored = annotate(make_document(text, *before), language_code)
    published, path = after
    evidence = with_metadata(
        stored.evidence, Metadata(published_text=published), path, language(language_code)
    )
    again = resolve_again(replace(stored, evidence=evidence))
    assert again == annotate(make_document(text, *after), language_code)
    assert resolve_again(stored) == stored


@given(TEXTS | HISTORIES, st.tuples(PUBLISHED, PATHS), LANGUAGES)
def test_edtf_is_valid(text, given_, language_code):
    """Every value in EDTF is one of the published grammar."""
    for row in annotate(make_document(text, *given_), language_code).dates:
        assert row.value_edtf is None or is_edtf(row.value_edtf), row


@given(TEXTS | HISTORIES, ANCHORS, LANGUAGES)
def test_ends_of_a_range_are_in_order(text, anchor, language_code):
    """A range that is told without years never ends before it starts."""
    ends = defaultdict(list)
    for row in annotate(make_document(text, anchor.isoformat()), language_code).dates:
        ends[row.range_id].append(row)
    ends.pop(None, None)
    for first, second in ends.values():
        ops = [op_from_json(row.op) for row in (first, second)]
        if first.start_date and second.start_date and all(map(is_anchored, ops)):
            assert first.start_date <= second.end_date


@given(TEXTS, st.integers(1000, 2998), st.data(), LANGUAGES)
def test_bounds_hold_for_every_day_of_the_document(text, year, data, language_code):
    """What is told of a document of some year holds whichever of its days was the one."""
    day = data.draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    bounded = annotate(make_document(text, str(year)), language_code).dates
    exact = annotate(make_document(text, day.isoformat()), language_code).dates
    for row, known in zip(bounded, exact, strict=True):
        if row.earliest_date is not None and known.start_date is not None:
            assert row.earliest_date <= known.start_date
            assert known.end_date <= row.latest_date


@given(TEXTS, LANGUAGES)
def test_nothing_relative_resolves_without_an_anchor(text, language_code):
    """Without a document date only what needs none is a point in time."""
    found = annotate(make_document(text), language_code)
    for row in found.dates:
        if is_anchored(op_from_json(row.op)):
            assert row.status in (DateStatus.OPEN, DateStatus.AMBIGUOUS)
            assert row.start_date is row.end_date is None
            assert "X" in row.value


@given(TEXTS, ANCHORS, LANGUAGES)
def test_intervals_are_ordered(text, anchor, language_code):
    """A first day never lies after its last one; open rows have neither."""
    for row in annotate(make_document(text, anchor.isoformat()), language_code).dates:
        assert (row.start_date is None) == (row.end_date is None)
        if row.start_date is not None:
            assert row.start_date <= row.end_date
            assert "X" not in row.value


@given(st.text(), st.text(), st.text())
def test_any_metadata_is_survived(published, url, path):
    """Broken sidecars and odd paths give evidence or none, never an error."""
    document = Document(
        DocId(UUID(int=1)), "", (), (), Metadata(published_text=published, url=url), path
    )
    annotate(document, "en")

"""What the date annotator finds in the languages beside English: the pair tables of `date_tables`."""

import pytest
from date_tables import (
    arabic,
    chinese,
    dutch,
    french,
    german,
    italian,
    portuguese,
    russian,
    spanish,
)
from dated_text import read_dates

from copydesk.records import DateStatus

TABLES = {
    "ar": arabic,
    "de": german,
    "es": spanish,
    "fr": french,
    "it": italian,
    "nl": dutch,
    "pt": portuguese,
    "ru": russian,
    "zh": chinese,
}


def rows_of(*names):
    """The rows of tables in each language: its code, and what a row holds; no-time tables hold texts alone."""
    return [
        (code, row) if isinstance(row, str) else (code, *row)
        for code, tables in TABLES.items()
        for name in names
        for row in getattr(tables, name)
    ]


@pytest.mark.parametrize(("code", "text", "expected"), rows_of("ABSOLUTE", "RELATIVE", "AMOUNTS"))
def test_expressions_get_their_value(code, text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read_dates(text, code)] == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows_of("ABSOLUTE"))
def test_absolute_dates_need_no_anchor(code, text, expected):
    """A full date means the same in an undated document; a short year stays open as to its century."""
    rows = read_dates(text, code, published=None)
    assert [row.surface for row in rows] == [surface for surface, _ in expected]
    for row, (_, value) in zip(rows, expected, strict=True):
        assert (row.value, row.status) == (value, DateStatus.ABSOLUTE) or row.value.startswith("XX")


@pytest.mark.parametrize(("code", "text", "expected"), rows_of("RANGES"))
def test_ranges_are_linked(code, text, expected):
    """The ends of a range share a number, and a month, day or year that is told once."""
    found = [(row.surface, row.value, row.range_id) for row in read_dates(text, code)]
    assert found == expected


@pytest.mark.parametrize(("code", "text"), rows_of("NO_TIME"))
def test_look_alikes_are_left_alone(code, text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read_dates(text, code)] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Hier, lundi dernier et le 5 mars."),
        ("it", "Ieri, lunedì scorso e il 5 marzo."),
        ("nl", "Gisteren, afgelopen maandag en 5 maart."),
    ],
)
def test_nothing_is_invented_without_a_date_of_the_document(code, text):
    """What counts from the document's date stays open, and the rule names the pack."""
    rows = read_dates(text, code, published=None)
    assert {row.status for row in rows} == {DateStatus.OPEN}
    assert all(row.rule.startswith(f"{code}.") for row in rows)


def test_the_language_that_decided_an_order_is_told():
    """03/04 is April in German, and the rule says that the language decided."""
    (row,) = read_dates("Gezeichnet 03/04/2019.", "de")
    assert (row.value, row.rule) == ("2019-04-03", "numeric.dmy_by_language")


def test_a_fraction_behind_an_hour_is_no_minute():
    """18 h 1,5 is six in the afternoon and something else, not an error."""
    assert [row.value for row in read_dates("Fermé à 18 h 1,5 point.", "fr")] == [
        "2024-03-06T18:00"
    ]


def test_the_end_of_months_that_share_their_sign_never_lies_before_the_start():
    """1至10月 in March is that of last year: both months are of the year that the second one has."""
    rows = read_dates("1至10月出口增长。", "zh")
    assert [(row.value, row.range_id) for row in rows] == [("2023-01", 1), ("2023-10", 1)]

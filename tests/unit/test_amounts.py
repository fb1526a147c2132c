"""Amounts: pairs of sentences and what they say, number grammar, offsets."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.annotate.amounts import annotate
from copydesk.annotate.amounts.numbers import read_digits
from copydesk.evaluation.gold import make_document

FOUND = [
    # sign before, scale behind
    ("en", "The dam cost $5.2 million.", [("$5.2 million", "money", 5.2e6, None, "dollar")]),
    # the sign tells whose dollar it is
    ("en", "They paid C$40 and US$1,250.",
     [("C$40", "money", 40, None, "CAD"), ("US$1,250", "money", 1250, None, "USD")]),
    # scale in one letter, code before
    ("en", "Sales of £200m, then EUR 5bn.",
     [("£200m", "money", 2e8, None, "GBP"), ("EUR 5bn", "money", 5e9, None, "EUR")]),
    # the words behind tell more than the sign
    ("en", "It raised 12 million US dollars.", [("12 million US dollars", "money", 1.2e7, None, "USD")]),
    # ranges: one scale for both ends, or one each
    ("en", "From $5-10 billion to $1.5 million to $2 million.",
     [("$5-10 billion", "money", 5e9, 1e10, "dollar"),
      ("$1.5 million to $2 million", "money", 1.5e6, 2e6, "dollar")]),
    ("en", "Between 5 and 10 percent of them, 20 to 25% of us.",
     [("5 and 10 percent", "percent", 5, 10, "percent"), ("20 to 25%", "percent", 20, 25, "percent")]),
    # `and` alone joins two amounts, not the ends of one
    ("en", "In groups 5 and 10 percent fell ill.", [("10 percent", "percent", 10, None, "percent")]),
    # English words
    ("en", "Two and a half percent, half a million dollars, twenty-five miles.",
     [("Two and a half percent", "percent", 2.5, None, "percent"),
      ("half a million dollars", "money", 5e5, None, "dollar"),
      ("twenty-five miles", "quantity", 25, None, "mi")]),
    # an article alone is no number
    ("en", "He lost a percent, a mile and a pound.", []),
    # fractions of old wire copy
    ("en", "Prime rose to 5-3/8 pct.", [("5-3/8 pct", "percent", 5.375, None, "percent")]),
    ("en", "Shares fell (-1.27%).", [("-1.27%", "percent", -1.27, None, "percent")]),
    # pounds: of money, of weight, untold
    ("en", "A 200-pound man ate 3 pounds of figs for 5 pounds of 3 million pounds.",
     [("200-pound", "quantity", 200, None, "lb"), ("3 pounds", "quantity", 3, None, "lb"),
      ("5 pounds", "quantity", 5, None, "lb"), ("3 million pounds", "money", 3e6, None, "GBP")]),
    # people, dates, scores and metres written like millions are no amounts
    ("en", "On 5 May 1,200 people saw a 3-2 win over 100m in 2019.", []),
    ("en", "An 8 km road over 2,000 square kilometres at 40 mph.",
     [("8 km", "quantity", 8, None, "km"), ("2,000 square kilometres", "quantity", 2000, None, "km²"),
      ("40 mph", "quantity", 40, None, "mph")]),
    # copy that was wrapped; a new paragraph is no unit
    ("en", "The farm that the council of the island bought in spring measured 300\nhectares and cost much more "
     "than anyone in the town had ever thought it\nmight, and nobody was told of it before the summer came.",
     [("300\nhectares", "quantity", 300, None, "ha")]),
    ("en", "It had 300\n\nMiles left early.", []),
    # the comma is decimal in German, French, Spanish, Russian; their scales
    ("de", "1.250,50 Euro von 3,5 Mrd. Euro, also 20 Prozent.",
     [("1.250,50 Euro", "money", 1250.5, None, "EUR"), ("3,5 Mrd. Euro", "money", 3.5e9, None, "EUR"),
      ("20 Prozent", "percent", 20, None, "percent")]),
    ("fr", "3,5 milliards d’euros, 1\u202f250 €, de 5 à 10 pour cent.",
     [("3,5 milliards d’euros", "money", 3.5e9, None, "EUR"), ("1\u202f250 €", "money", 1250, None, "EUR"),
      ("5 à 10 pour cent", "percent", 5, 10, "percent")]),
    ("es", "3.500 millones de euros.", [("3.500 millones de euros", "money", 3.5e9, None, "EUR")]),
    ("ru", "3,5 млрд рублей и 500 тонн.",
     [("3,5 млрд рублей", "money", 3.5e9, None, "RUB"), ("500 тонн", "quantity", 500, None, "t")]),
    # no language: the amount is there, a number of two readings has no value
    ("und", "€1.250, €7.5", [("€1.250", "money", None, None, "EUR"), ("€7.5", "money", 7.5, None, "EUR")]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), FOUND)
def test_amounts_are_found_and_valued(code, text, expected):
    """Surface, type, value, upper value and unit, by position."""
    found = annotate(make_document(text), code)
    assert [
        (one.surface, one.amount_type.value, one.value, one.high_value, one.unit) for one in found
    ] == expected


@pytest.mark.parametrize(
    ("digits", "code", "value"),
    [
        ("1,250", "en", 1250),
        ("1,250", "de", 1.25),
        ("1,250", "und", None),
        ("1,25", "und", 1.25),
        ("0.125", "de", 0.125),  # no group begins with nought
        ("1.250.000", "und", 1_250_000),
        ("1'250", "de", 1250),
    ],
)
def test_signs_in_numbers_are_read_by_language(digits, code, value):
    """Groups and decimals are told apart, or not at all."""
    assert read_digits(digits, code) == value


@given(
    text=st.text(alphabet="0123456789.,'$€% -–½/mbnk\n", max_size=60)
    | st.text(max_size=40).map(lambda text: f"$5 {text} percent"),
    code=st.sampled_from(["en", "de", "fr", "ru", "zh", "und"]),
)
def test_amounts_point_at_the_text(text, code):
    """Offsets slice back to the surface, in order, without overlaps."""
    document = make_document(text)
    position = 0
    for number, one in enumerate(annotate(document, code), start=1):
        assert one.amount_no == number
        assert position <= one.start_char < one.end_char
        assert document.text[one.start_char : one.end_char] == one.surface
        position = one.end_char


@pytest.mark.parametrize("text", ["1" * 200_000, "1,111" * 40_000, "one " * 50_000, "$ " * 100_000])
def test_hostile_text_costs_little(text):
    """Time grows with the text alone."""
    started = time.process_time()
    annotate(make_document(text), "en")
    assert time.process_time() - started < 10

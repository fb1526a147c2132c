"""Span clean-up: pairs of what the model marks and what is kept of it. No model needed."""

import pytest

from copydesk.annotate.entities.engines import RawEntity
from copydesk.annotate.entities.spans import Method, clean_spans
from copydesk.records import EntityType


def clean(text, surface, label="ORG"):
    start = text.index(surface)
    return clean_spans(text, [RawEntity(start, start + len(surface), label)])


KEPT = [
    # article in three cases; an indefinite one only when it is small
    ("He left the Senate early.", "the Senate", "Senate"),
    ("The Senate sat late.", "The Senate", "Senate"),
    ("FROM THE SENATE FLOOR", "THE SENATE", "SENATE"),
    ("an Airbus was late", "an Airbus", "Airbus"),
    ("Theresa Dunn spoke.", "Theresa Dunn", "Theresa Dunn"),
    # possessives, straight and typographic, and the bare one of a plural
    ("Peru's coast", "Peru's", "Peru"),
    ("Peru’s coast", "Peru’s", "Peru"),
    ("the Tories' plan", "the Tories'", "Tories"),
    # a name that ends in 's by itself keeps it, and loses a second mark
    ("Moody's cut it", "Moody's", "Moody's"),
    ("at McDonald’s,", "McDonald’s,", "McDonald’s"),
    # quotes and brackets around, not inside
    ('the paper "Le Monde" said', '"Le Monde"', "Le Monde"),
    ("»Stern« wrote", "»Stern«", "Stern"),
    ("(NASA) said", "(NASA)", "NASA"),
    ("Smith (Ohio) won", "Smith (Ohio)", "Smith (Ohio)"),
    ("Acme Bank) fell", "Acme Bank)", "Acme Bank"),
    # punctuation: dashes, bullets, hash signs, a currency that slipped in
    ("• Oslo – rain", "• Oslo –", "Oslo"),
    ("#Davos is cold", "#Davos", "Davos"),
    ("paid Quinn $500", "Quinn $", "Quinn"),
    # the full stop of an abbreviation is part of the name, that of a sentence is not
    ("in the U.S. today", "the U.S.", "U.S."),
    ("Acme Inc. fell", "Acme Inc.", "Acme Inc."),
    ("to Venezuela.", "Venezuela.", "Venezuela"),
    # a bracket that the span opens and does not close
    ("Rural Party (RP) won", "Rural Party (RP", "Rural Party"),
    # several layers at once, white space between them
    ('by "the  Hague"\'s court', '"the  Hague"\'s', "Hague"),
    # a letter with a digit is a name
    ("the G7 met", "the G7", "G7"),
]


@pytest.mark.parametrize(("text", "surface", "kept"), KEPT)
def test_edges_are_trimmed_to_the_name(text, surface, kept):
    """What is no part of the name goes from both ends of the span, and nothing else does."""
    (candidate,) = clean(text, surface)
    assert text[candidate.start_char : candidate.end_char] == kept


DROPPED = [
    "' – '",  # punctuation only
    "1984",  # digits only
    "24/7",  # digits and punctuation
    "X",  # one letter
    "Москва",  # another script, of which the English model knows nothing
    "https://example.org/a",  # an address
    "www.example.org",
    "desk@example.org",
    "health board",  # an organisation without a capital
]


@pytest.mark.parametrize("surface", DROPPED)
def test_what_is_no_name_is_dropped(surface):
    """Spans without two signs and a letter, and addresses, make no mention."""
    assert clean(f"so {surface} there", surface) == []


PERSONS = [
    ("Mrs Dunn left", "Mrs Dunn", "Dunn"),
    ("Dr. Al Dunn left", "Dr. Al Dunn", "Al Dunn"),
    ("Drew Dunn left", "Drew Dunn", "Drew Dunn"),  # Dr is no part of Drew
    ("Photo: Ana Ruiz/Reuters", "Ana Ruiz/Reuters", "Ana Ruiz"),  # a picture credit
    ("Ana Ruiz (Labour) won", "Ana Ruiz (Labour)", "Ana Ruiz"),
    ("the duo Ana/Ruiz", "Ana/Ruiz", "Ana/Ruiz"),  # a stroke after one word parts nothing
]


@pytest.mark.parametrize(("text", "surface", "kept"), PERSONS)
def test_a_person_has_neither_title_nor_credit(text, surface, kept):
    """What stands before and after a person's name is no part of it."""
    (candidate,) = clean(text, surface, "PERSON")
    assert text[candidate.start_char : candidate.end_char] == kept


def test_an_account_name_is_no_mention():
    """A name behind an @ is an address."""
    assert clean("says @anaruiz", "anaruiz", "PERSON") == []


LABELS = [
    ("PERSON", EntityType.PERSON),
    ("ORG", EntityType.ORGANIZATION),
    ("GPE", EntityType.LOCATION),
    ("LOC", EntityType.LOCATION),
    ("FAC", EntityType.LOCATION),
    ("NORP", EntityType.NATIONALITY_OR_GROUP),
    ("EVENT", EntityType.EVENT),
    ("LAW", EntityType.LAW),
    ("PRODUCT", EntityType.PRODUCT),
    ("WORK_OF_ART", EntityType.WORK),
]


@pytest.mark.parametrize(("label", "entity_type"), LABELS)
def test_labels_become_entity_types(label, entity_type):
    """Each OntoNotes label of a name has its type."""
    (candidate,) = clean("Avalon fell", "Avalon", label)
    assert candidate.entity_type is entity_type


@pytest.mark.parametrize(
    "label",
    ["CARDINAL", "DATE", "LANGUAGE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME", "NEW"],
)
def test_other_labels_are_dropped(label):
    """Dates, amounts, languages and labels of a model to come are no entities."""
    assert clean("Avalon fell", "Avalon", label) == []


PAIRS = [
    ("North and South Korea", [("North", "North Korea"), ("South Korea", None)]),
    ("East or West Berlin", [("East", "East Berlin"), ("West Berlin", None)]),
    ("the North and South Dakota", [("North", "North Dakota"), ("South Dakota", None)]),
    # no head to borrow, and other names with `and`, stay whole
    ("North and South", [("North and South", None)]),
    ("Trinidad and Tobago", [("Trinidad and Tobago", None)]),
]


@pytest.mark.parametrize(("surface", "expected"), PAIRS)
def test_a_coordinated_pair_becomes_two_places(surface, expected):
    """The first of a pair borrows the head of the second for its name."""
    text = f"Envoys of {surface} met."
    found = [(text[one.start_char : one.end_char], one.name) for one in clean(text, surface, "GPE")]
    assert found == expected


def test_a_pair_tells_its_method():
    """Both halves say that a split made them."""
    candidates = clean("North and South Korea", "North and South Korea", "GPE")
    assert {one.method for one in candidates} == {Method.COORDINATION}

"""Identity: which names are one entity, and which are not."""

from itertools import permutations

import pytest

from copydesk.annotate.entities.identity import (
    index_surnames,
    local_id,
    name_key,
    normalise_name,
)
from copydesk.records import EntityType

SAME = [
    ("U.S.", "US"),  # dots
    ("NATO", "Nato"),  # case
    ("the Hague", "The Hague"),  # article
    ("Peru's", "Peru"),  # possessive
    ("O’Neill", "O'Neill"),  # kind of apostrophe
    ("New  York\nTimes", "New York Times"),  # a name over two lines
    ("Ｓｏｎｙ", "Sony"),  # full-width letters
    ("São Paulo", "Sa\u0303o Paulo"),  # composed and decomposed
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_have_one_id(one, other):
    """Spellings that differ in dots, case, article or Unicode form agree."""
    assert name_key(one) == name_key(other)


DIFFERENT = [
    ((EntityType.PERSON, "jordan"), (EntityType.LOCATION, "jordan")),  # type counts
    (
        (EntityType.PERSON, name_key("Ann Lee")),
        (EntityType.PERSON, name_key("Anne Lee")),
    ),  # no guessing
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_have_different_ids(one, other):
    """What is not known to be the same is not merged."""
    assert local_id(*one) != local_id(*other)


def test_an_id_is_pinned():
    """Ids live in warehouses: a change of the recipe must be seen."""
    assert local_id(EntityType.LOCATION, name_key("U.S.")) == "local:3673327153c5939e"


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("the  European\nUnion", "European Union"),
        ("Union’s", "Union"),
        ("The", "The"),  # nothing would be left
        ("Moody's", "Moody's"),
    ],
)
def test_names_are_normalised(surface, name):
    """The name is what a reader would call the entity, and stays so when normalised again."""
    assert normalise_name(surface) == name
    assert normalise_name(name) == name


def test_marks_of_direction_are_no_part_of_a_name():
    """Pages in Arabic and Hebrew put them around Latin names; one left open turns a whole list around."""
    assert normalise_name("\u202eAnn Lee\u202c") == "Ann Lee"
    assert normalise_name("\u200f") == "\u200f"


def test_a_name_of_dots_keeps_a_key():
    """No name is without a key."""
    assert name_key("...")


SURNAMES = [
    # one bearer
    (["Ann Lee", "Lee", "Bo Quist"], {"lee": "Ann Lee", "quist": "Bo Quist"}),
    # two bearers: nobody is chosen
    (["Ann Lee", "Bo Lee"], {}),
    # a middle name is the same person, the shortest form is taken
    (["Ann B. Lee", "Ann Lee", "ANN LEE"], {"lee": "ANN LEE"}),
    # single words bear nothing
    (["Lee"], {}),
]


@pytest.mark.parametrize(("names", "expected"), SURNAMES)
def test_a_surname_resolves_to_its_only_bearer(names, expected):
    """A lone surname gets a full name only when the document leaves no choice."""
    assert index_surnames(names) == expected


def test_order_of_names_does_not_matter():
    """The same names in any order give the same bearers."""
    names = ["Ann Lee", "Ann B. Lee", "Bo Quist", "Di Wren", "DI WREN", "Lee"]
    expected = index_surnames(names)
    assert all(index_surnames(order) == expected for order in permutations(names))

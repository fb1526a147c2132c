"""What may be one and is not sure enough: which pairs a person is shown, and in which order."""

import pytest

from copydesk.annotate.entities.resolution import TypedName
from copydesk.annotate.entities.resolution.suggestions import NamedEntity, suggest
from copydesk.records import EntityType

P, O = EntityType.PERSON, EntityType.ORGANIZATION  # noqa: E741
PAIRS = {
    "a nickname": (P, "Peggy Holt", "Margaret Holt", "given_name"),
    "an initial": (P, "P. Holt", "Peggy Holt", "initial"),
    "a lone surname": (P, "Holt", "Peggy Holt", "surname"),
    "a typing error": (P, "Peggy Holtmann", "Peggy Holtman", "spelling"),
    "another letter": (P, "Anna Petersen", "Anna Peterson", "spelling"),
    "a short name": (O, "Sky", "Skyline Trust", None),
    "the beginning of one name": (O, "Kettle", "Kettle Rovers", "short_name"),
    "short words": (O, "ABC News", "BBC News", None),
    "two people": (P, "Ann B. Holt", "Ann C. Holt", None),
    "a given name": (P, "Peggy", "Anna Peggy", None),
}


@pytest.mark.parametrize(("kind", "one", "other", "method"), PAIRS.values(), ids=PAIRS)
def test_what_is_suggested(kind, one, other, method):
    """The rarer or shorter name first."""
    found = suggest(
        [
            NamedEntity(TypedName(kind, one), "local:1", 2),
            NamedEntity(TypedName(kind, other), "local:2", 5),
        ]
    )
    expected = [] if method is None else [(one, other, method)]
    assert [(it.name.name.name, it.other.name.name, it.method.value) for it in found] == expected
    assert all(it.score < 1 for it in found)


def test_what_is_one_already_is_not_suggested():
    """A pair of entities is shown once, those of many documents first."""
    named = [
        NamedEntity(TypedName(P, "Peggy Holt"), "local:1", 9),
        NamedEntity(TypedName(P, "Margaret Holt"), "local:1", 9),
        NamedEntity(TypedName(P, "P. Holt"), "local:2", 1),
        NamedEntity(TypedName(P, "Bob Menk"), "local:3", 3),
        NamedEntity(TypedName(P, "Robert Menk"), "local:4", 4),
    ]
    found = [(it.name.name.name, it.other.entity_id) for it in suggest(named)]
    assert found == [("Bob Menk", "local:4"), ("P. Holt", "local:1")]
    assert suggest(named[::-1]) == suggest(named)

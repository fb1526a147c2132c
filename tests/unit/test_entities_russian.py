"""Russian names in the nominative: pairs of what stands in a text and what it names."""

import pytest

from copydesk.annotate.entities import annotate, load
from copydesk.annotate.entities.engines.russian_names import base_names
from copydesk.evaluation.gold import make_document

pytest.importorskip("pymorphy3", reason="its package is not installed")

PAIRS = [
    # gender and case of all words agree
    ("Сергея Орлова", "PER", ("Сергей Орлов",)),
    ("Анны Петровой", "PER", ("Анна Петрова",)),
    # a lone surname can be a man's or a woman's
    ("Орлова", "PER", ("Орлов", "Орлова")),
    # not declined
    ("Анна Меркель", "PER", ("Анна Меркель",)),
    # the noun, and the adjectives before it; what follows stays
    ("Северной Осетии", "LOC", ("Северная Осетия",)),
    ("Министерства путей сообщения", "ORG", ("Министерство путей сообщения",)),
    ("Курильских островов", "LOC", ("Курильские острова",)),
    ("Ростова-на-Дону", "LOC", ("Ростов-на-Дону",)),
    # capitals are a short form, other letters no Russian word
    ("ООН", "ORG", ()),
    ("Quill", "ORG", ()),
    ("", "PER", ()),
]


@pytest.mark.parametrize(("surface", "label", "bases"), PAIRS)
def test_names_have_their_nominatives(surface, label, bases):
    """One where words agree, several where nothing decides, none where nothing is known."""
    assert base_names(surface, label) == bases


def test_forms_of_a_name_are_one_entity():
    """In any case, in full and by surname."""
    engines = load()
    if engines.engine_for("ru") is None:
        pytest.skip("its model is not installed")
    text = (
        "Президент Сергей Орлов прилетел в Москву.\n\n"
        "Журналисты ждали Сергея Орлова в Москве.\n\n"
        "Позже Орлова видели в Минске."
    )
    (mentions,) = annotate([make_document(text)], ["ru"], engines)
    assert {one.surface: one.entity_name for one in mentions} == {
        "Сергей Орлов": "Сергей Орлов",
        "Сергея Орлова": "Сергей Орлов",
        "Орлова": "Сергей Орлов",
        "Москву": "Москва",
        "Москве": "Москва",
        "Минске": "Минск",
    }

"""Scores entity mentions: a mention is right when its span and its type are those of the gold.

Gold is either columns (`conll`) or texts with marks (`marked`). The headline figure is over people, organisations
and places together; other types are scored where the gold has them.

Source: exact-span F1, Tjong Kim Sang & De Meulder (CoNLL 2003), section 2.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from copydesk.annotate import entities
from copydesk.evaluation.conll import read_conll
from copydesk.evaluation.gold import make_document, read_set
from copydesk.evaluation.marked import MarkedEntity, MarkedText, read_marked
from copydesk.evaluation.scores import Counts, Evaluation, counted, total
from copydesk.records import EntityType

EXPECTED = (
    "entity tags in columns (.conll, .conllu, .iob2, .tsv, .txt; a token a line, IOB or BIOES tags), or "
    ".marked files with [surface|TYPE] or [surface|TYPE|key]; each may end in .gz"
)
SUFFIXES = frozenset({".conll", ".conllu", ".iob2", ".tsv", ".txt", ".marked"})
HEADLINE = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION})

Recogniser = Callable[[Sequence[MarkedText]], Sequence[Sequence[MarkedEntity]]]
"""Gives the entities of each text; it reads the texts only, never the marks."""


def read(path: Path) -> list[MarkedText]:
    """Give the texts of a file or folder.

    Raises:
        ConfigError: There are none, or they are in no known format.
    """
    return read_set(
        path,
        SUFFIXES,
        EXPECTED,
        lambda one: read_marked(one) if ".marked" in one.suffixes else read_conll(one),
    )


def recognise(golds: Sequence[MarkedText], language_code: str = "en") -> list[list[MarkedEntity]]:
    """Give the mentions that our annotator finds in each text."""
    return [[one for one, _ in each] for each in find_names(golds, language_code)]


def find_names(
    golds: Sequence[MarkedText], language_code: str = "en"
) -> list[list[tuple[MarkedEntity, str]]]:
    """Give the mentions that our annotator finds in each text, with the names that it gives them."""
    documents = [make_document(gold.text) for gold in golds]
    found = entities.annotate(documents, [language_code] * len(documents), entities.load())
    return [
        [
            (MarkedEntity(one.start_char, one.end_char, one.entity_type), one.entity_name)
            for one in each
        ]
        for each in found
    ]


def evaluate(golds: Sequence[MarkedText], recogniser: Recogniser = recognise) -> Evaluation:
    """Score a recogniser.

    Returns:
        `f1`, `precision` and `recall` over the headline types; `<type>_f1` for every type of the gold.
    """
    found = recogniser(golds)
    types = {one.entity_type for gold in golds for one in gold.entities}
    by_type = {
        entity_type: total(
            count(gold.entities, one, entity_type) for gold, one in zip(golds, found, strict=True)
        )
        for entity_type in sorted(types)
    }
    headline = total(counts for entity_type, counts in by_type.items() if entity_type in HEADLINE)
    mention_count = sum(len(gold.entities) for gold in golds)
    return Evaluation(
        f"{counted(len(golds), 'document')}, {counted(mention_count, 'mention')}",
        {"f1": headline.f1, "precision": headline.precision, "recall": headline.recall}
        | {f"{entity_type.value.lower()}_f1": one.f1 for entity_type, one in by_type.items()},
    )


def count(
    golds: Sequence[MarkedEntity], found: Sequence[MarkedEntity], entity_type: EntityType
) -> Counts:
    """Count the mentions of one type in one text that have the very span of a gold mention."""
    wanted = {_span(one) for one in golds if one.entity_type is entity_type}
    given = {_span(one) for one in found if one.entity_type is entity_type}
    return Counts(len(wanted & given), len(given), len(wanted))


def _span(entity: MarkedEntity) -> tuple[int, int]:
    return entity.start_char, entity.end_char

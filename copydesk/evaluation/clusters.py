"""Scores which mentions are held to name the same entity, within and across the texts of a set.

Gold is texts with marks that have keys (`marked`). The gold's mentions are what is scored: one that the annotator
has not found, with that very span, stands alone; what it found besides is left out. So a recogniser that misses
mentions loses recall here too, and never gains.

Source: B3, Bagga & Baldwin (LREC 1998 workshop on coreference), section 4; pairwise F1 over all pairs of mentions.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from copydesk.annotate.entities.identity import normalise_name
from copydesk.annotate.entities.resolution import CorpusNames, Guidance, TypedName, resolve
from copydesk.annotate.entities.resolution.world import WorldGazetteer
from copydesk.errors import ConfigError
from copydesk.evaluation import entities
from copydesk.evaluation.marked import MarkedEntity, MarkedText
from copydesk.evaluation.scores import Counts, Evaluation, counted, mean, percentage, three_figures

DEFAULT_GUIDANCE = Guidance(gazetteer=WorldGazetteer())
"""What a run goes by where the user has decided nothing."""


def read(path: Path) -> list[MarkedText]:
    """Give the texts of a file or folder.

    Raises:
        ConfigError: There are none, they are in no known format, or no mark has a key.
    """
    golds = entities.read(path)
    if not any(one.key for gold in golds for one in gold.entities):
        raise ConfigError(f"{path} tells no entities apart; expected marks [surface|TYPE|key]")
    return golds


def recognise(golds: Sequence[MarkedText], language_code: str = "en") -> list[list[MarkedEntity]]:
    """Give the mentions that our annotator finds, with the ids that they get over all the texts."""
    return identify(entities.find_names(golds, language_code))


def given(golds: Sequence[MarkedText]) -> list[list[MarkedEntity]]:
    """Give the gold's own mentions with the ids that they get: resolution by itself. Their keys are not looked at."""
    return identify(
        [
            [
                (one, normalise_name(gold.text[one.start_char : one.end_char]))
                for one in gold.entities
            ]
            for gold in golds
        ]
    )


def identify(
    named: Sequence[Sequence[tuple[MarkedEntity, str]]], guidance: Guidance = DEFAULT_GUIDANCE
) -> list[list[MarkedEntity]]:
    """Give mentions the ids that they get over all the texts, as a run does.

    Args:
        named: For each text its mentions and their names.
        guidance: What else resolution goes by.
    """
    numbers: dict[TypedName, int] = {}
    uses = [
        [numbers.setdefault(TypedName(one.entity_type, name), len(numbers)) for one, name in text]
        for text in named
    ]
    found = resolve(CorpusNames(list(numbers), [Counter(one) for one in uses]), guidance)
    return [
        [
            replace(one, key=found.entities[meant[name_no].entity_no].entity_id)
            for (one, _), name_no in zip(text, name_nos, strict=True)
        ]
        for text, name_nos, meant in zip(named, uses, found.assignments, strict=True)
    ]


def evaluate(
    golds: Sequence[MarkedText], recogniser: entities.Recogniser = recognise
) -> Evaluation:
    """Score how a recogniser groups the mentions that have a key.

    Returns:
        `b3_*` and `pairwise_*`: precision, recall and F1 each; `found_recall`, the mentions with a key that the
        recogniser found, in percent.
    """
    found = recogniser(golds)
    gold_keys: list[Hashable] = []
    found_keys: list[Hashable] = []
    for number, (gold, one) in enumerate(zip(golds, found, strict=True)):
        given = {(each.start_char, each.end_char): each.key for each in one}
        for mention in gold.entities:
            if mention.key:
                gold_keys.append(mention.key)
                found_keys.append(_found_key(mention, given, number))
    found_count = sum(isinstance(key, str) for key in found_keys)
    size = (
        f"{counted(len(golds), 'document')}, {counted(len(gold_keys), 'mention')} of "
        f"{counted(len(set(gold_keys)), 'entity')}"
    )
    return Evaluation(
        size,
        b_cubed(gold_keys, found_keys)
        | three_figures("pairwise", count_pairs(gold_keys, found_keys))
        | {"found_recall": percentage(found_count, len(gold_keys))},
    )


def _found_key(
    mention: MarkedEntity, given: dict[tuple[int, int], str | None], number: int
) -> Hashable:
    """Give the entity of the mention with this span, or a key that no other mention has."""
    span = (mention.start_char, mention.end_char)
    return given.get(span) or (number, *span)


def b_cubed(gold_keys: Sequence[Hashable], found_keys: Sequence[Hashable]) -> dict[str, float]:
    """Give B3 precision, recall and F1 of a grouping of mentions, in percent.

    Args:
        gold_keys: For each mention the entity that it names.
        found_keys: For each mention the entity that it was given.
    """
    both = Counter(zip(gold_keys, found_keys, strict=True))
    gold_sizes, found_sizes = Counter(gold_keys), Counter(found_keys)
    pairs = list(zip(gold_keys, found_keys, strict=True))
    precision = mean([percentage(both[gold, one], found_sizes[one]) for gold, one in pairs])
    recall = mean([percentage(both[gold, one], gold_sizes[gold]) for gold, one in pairs])
    f1 = 2 * precision * recall / (precision + recall) if pairs else 0.0
    return {"b3_precision": precision, "b3_recall": recall, "b3_f1": f1}


def count_pairs(gold_keys: Sequence[Hashable], found_keys: Sequence[Hashable]) -> Counts:
    """Count the pairs of mentions that name one entity, by what was found and by the gold."""
    return Counts(
        _pair_count(zip(gold_keys, found_keys, strict=True)),
        _pair_count(found_keys),
        _pair_count(gold_keys),
    )


def _pair_count(keys: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter[Hashable](keys).values())

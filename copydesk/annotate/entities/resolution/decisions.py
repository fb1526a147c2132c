"""The user's decisions about names, told by number: what is one, what is not, what a name is, what is hidden."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.annotate.entities.identity import name_key
from copydesk.annotate.entities.resolution.corpus import LinkMethod
from copydesk.annotate.entities.resolution.lexicon import Lexicon
from copydesk.annotate.entities.resolution.within_document import NameLink
from copydesk.records import EntityType
from copydesk.user_rules import EntityDecision, is_authority_id

USER_SCORE = 1.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the user decided about the names of a corpus.

    Attributes:
        links: Names that are one.
        ids: Names whose entity's id the user gives.
        apart: For some names those that they are never one with.
        unplaced: Names that are no place of the gazetteer's: they were told apart from another one.
        hidden: Names that are out of sight.
    """

    links: tuple[NameLink, ...]
    ids: Mapping[int, str]
    apart: Mapping[int, frozenset[int]]
    unplaced: frozenset[int]
    hidden: frozenset[int]


def given_types(decisions: Iterable[EntityDecision]) -> dict[str, EntityType]:
    """Give the types that the user gives names, by key."""
    return {
        name_key(one.name): EntityType(one.entity_type)
        for one in decisions
        if one.decision == "type" and one.entity_type
    }


def rule(decisions: Sequence[EntityDecision], lexicon: Lexicon) -> Ruling:
    """Give the decisions by number. A decision about a name that no document has says nothing."""
    links: list[NameLink] = []
    ids: dict[int, str] = {}
    apart: defaultdict[int, set[int]] = defaultdict(set)
    unplaced: set[int] = set()
    hidden: set[int] = set()
    for decision in decisions:
        names = _numbers(decision.name, decision, lexicon)
        others = _numbers(decision.other, decision, lexicon)
        if decision.decision == "hide":
            hidden.update(names)
        elif decision.decision == "same" and is_authority_id(decision.other):
            ids |= dict.fromkeys(names, decision.other)
            links += _star(names)
        elif decision.decision == "same":
            links += _star([*others, *names])
        elif decision.decision == "different":
            unplaced.update(names)
            for name in names:
                apart[name].update(others)
            for other in others:
                apart[other].update(names)
    return Ruling(
        (*links, *_share_ids(ids)),
        ids,
        {number: frozenset(others) for number, others in apart.items()},
        frozenset(unplaced),
        frozenset(hidden),
    )


def _numbers(name: str, decision: EntityDecision, lexicon: Lexicon) -> list[int]:
    """Give the numbers of a name, of the type that the decision is about or of all."""
    found = lexicon.by_key.get(name_key(name), ()) if name else ()
    wanted = decision.entity_type
    if wanted is None or decision.decision == "type":
        return list(found)
    return [number for number in found if lexicon.readings[number].entity_type == wanted]


def _star(numbers: Sequence[int]) -> list[NameLink]:
    """Link all to the first."""
    return [NameLink(one, numbers[0], LinkMethod.USER, USER_SCORE) for one in numbers[1:]]


def _share_ids(ids: Mapping[int, str]) -> list[NameLink]:
    """Link the names that were given one id."""
    by_id: defaultdict[str, list[int]] = defaultdict(list)
    for number, entity_id in ids.items():
        by_id[entity_id].append(number)
    return [link for numbers in by_id.values() for link in _star(sorted(numbers))]

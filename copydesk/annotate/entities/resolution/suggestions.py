"""Pairs of entities that may be one and are not sure enough to be merged: for a person to look at.

Called by `copydesk entities suggest`, over the names of a finished resolution. It decides nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.annotate.entities.resolution.across_documents import compare_all
from copydesk.annotate.entities.resolution.corpus import CorpusNames, LinkMethod, TypedName
from copydesk.annotate.entities.resolution.given_names import is_given_name
from copydesk.annotate.entities.resolution.lexicon import Lexicon, read_names
from copydesk.annotate.entities.resolution.organization_words import GENERIC_WORDS
from copydesk.records import EntityType

SURNAME_SCORE = 0.6
TYPING_SCORE = 0.5
SHORT_NAME_SCORE = 0.5
"""Scores order suggestions of one weight; they are below the threshold of links by definition."""
MIN_TYPED_CHARS = 8
MIN_TYPED_WORD_CHARS = 5
"""Shorter names, and words, that differ in one letter are other names more often than typing errors (ABC, BBC)."""
MIN_SHORT_NAME_CHARS = 4


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name, the entity that most of its documents mean by it, and how many documents those are."""

    name: TypedName
    entity_id: str
    document_count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names of two entities that may be one: the shorter or the rarer first."""

    name: NamedEntity
    other: NamedEntity
    method: LinkMethod
    score: float


def suggest(named: Sequence[NamedEntity]) -> list[Suggestion]:
    """Give the pairs worth looking at: first those where both stand in many documents; a pair of entities once."""
    lexicon = read_names(CorpusNames([one.name for one in named], []), {})
    of_number: dict[int, NamedEntity] = {}
    for each, number in zip(named, lexicon.number_of, strict=True):
        known = of_number.get(number, each)
        of_number[number] = max(each, known, key=lambda one: (one.document_count, one.name.name))
    best: dict[tuple[str, str], Suggestion] = {}
    for one, other, method, score in _pairs(lexicon, of_number):
        found = _ordered(of_number[one], of_number[other], method, score)
        key = (found.name.entity_id, found.other.entity_id)
        if key[0] != key[1]:
            best[key] = max(found, best.get(key, found), key=lambda each: each.score)
    return sorted(
        best.values(),
        key=lambda each: (
            -min(each.name.document_count, each.other.document_count),
            -each.score,
            each.name.name.name,
            each.other.name.name,
        ),
    )


def _ordered(one: NamedEntity, other: NamedEntity, method: LinkMethod, score: float) -> Suggestion:
    if method in {LinkMethod.SURNAME, LinkMethod.SHORT_NAME}:
        return Suggestion(one, other, method, score)
    rarer, commoner = sorted(
        (one, other), key=lambda each: (each.document_count, -len(each.name.name), each.name.name)
    )
    return Suggestion(rarer, commoner, method, score)


_Pairs = Iterator[tuple[int, int, LinkMethod, float]]


def _pairs(lexicon: Lexicon, of_number: Mapping[int, NamedEntity]) -> _Pairs:
    for (one, other), (score, method) in compare_all(lexicon, {}).verdicts.items():
        yield one, other, method, score
    yield from _lone_surnames(lexicon, of_number)
    yield from _typing_errors(lexicon)
    yield from _short_names(lexicon)


def _lone_surnames(lexicon: Lexicon, of_number: Mapping[int, NamedEntity]) -> _Pairs:
    """Give each lone surname with the bearer who stands in most documents."""
    bearers: dict[str, int] = {}
    lone = []
    for number in lexicon.of_type(EntityType.PERSON):
        person = lexicon.readings[number].person
        if person is None or person.suffix:
            continue
        if person.is_single:
            lone.append((number, person.surname))
            continue
        for surname in {person.surname, person.family_first} - {""}:
            known = bearers.setdefault(surname, number)
            if of_number[number].document_count > of_number[known].document_count:
                bearers[surname] = number
    for number, surname in lone:
        if surname in bearers and not is_given_name(surname):
            yield number, bearers[surname], LinkMethod.SURNAME, SURNAME_SCORE


def _typing_errors(lexicon: Lexicon) -> _Pairs:
    """Give the names of persons and organisations that differ in one letter."""
    shared: defaultdict[tuple[EntityType, str], set[int]] = defaultdict(set)
    for number, reading in enumerate(lexicon.readings):
        person = reading.person
        text = " ".join((*person.words, person.suffix)) if person else reading.core
        is_told_apart = reading.entity_type in {EntityType.PERSON, EntityType.ORGANIZATION}
        if is_told_apart and " " in text and len(text) >= MIN_TYPED_CHARS:
            for form in _without_a_letter(text):
                shared[reading.entity_type, form].add(number)
    for numbers in shared.values():
        for one, other in pairwise(sorted(numbers)):
            yield one, other, LinkMethod.SPELLING, TYPING_SCORE


def _without_a_letter(text: str) -> Iterable[str]:
    """Give a text and what is left of it without one letter of a longer word: one change apart, two texts share one."""
    yield text
    for word in re.finditer(r"\w+", text):
        if len(word.group()) >= MIN_TYPED_WORD_CHARS:
            for at in range(word.start(), word.end()):
                yield text[:at] + text[at + 1 :]


def _short_names(lexicon: Lexicon) -> _Pairs:
    """Give each organisation of one telling word with the only longer name that begins so."""
    longer: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number in lexicon.of_type(EntityType.ORGANIZATION):
        words = lexicon.readings[number].core.split()
        if len(words) > 1:
            longer[words[0]].setdefault(lexicon.readings[number].core, number)
    for number in lexicon.of_type(EntityType.ORGANIZATION):
        core = lexicon.readings[number].core
        is_telling = len(core) >= MIN_SHORT_NAME_CHARS and core not in GENERIC_WORDS
        if is_telling and len(longer.get(core, ())) == 1:
            (other,) = longer[core].values()
            yield number, other, LinkMethod.SHORT_NAME, SHORT_NAME_SCORE

"""Links that hold everywhere: spellings, nicknames, initials, legal forms; lone names and acronyms that are unique.

Each link is made for its own reason and to one name, so that a group is a star: `A` and `C` are one because
both are `B`'s, and are never joined over a `B` that either could be (see `groups`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.annotate.entities.resolution.contexts import Contexts
from copydesk.annotate.entities.resolution.corpus import LINK_THRESHOLD, LinkMethod
from copydesk.annotate.entities.resolution.given_names import groups_of, is_given_name
from copydesk.annotate.entities.resolution.groups import (
    candidate_pairs,
    fitting,
    joined,
    pairs_with,
    unambiguous_groups,
)
from copydesk.annotate.entities.resolution.lexicon import Lexicon
from copydesk.annotate.entities.resolution.organizations import known_acronyms
from copydesk.annotate.entities.resolution.persons import (
    FAMILY_NAMES_FIRST,
    PersonName,
    Verdict,
    compare_persons,
    person_core,
)
from copydesk.annotate.entities.resolution.spelling import spelling_key
from copydesk.annotate.entities.resolution.within_document import Apart, NameLink, plainest
from copydesk.records import EntityType

LONE_SCORE = 0.85
MIN_SHARED_NAMES = {
    LinkMethod.GIVEN_NAME: 3,
    LinkMethod.INITIAL: 2,
    LinkMethod.MIDDLE_NAME: 2,
    LinkMethod.SURNAME: 3,
}
"""Telling names that documents must share for links of these kinds: of those hand-checked without any, one in eight
was wrong (Dick Wolf the producer, Richard Wolf the reporter)."""
MAX_LONE_RATIO = 5
"""A lone surname in more than five times the documents of its only full name is somebody else's too."""
FAMOUS_DOCUMENTS = 10
FAMOUS_SHARE = 0.9
"""Whose full name stands in ten documents, and in nine of ten that have a full name with the surname, is meant by
the lone surname too (Obama; not Clinton)."""
LEGAL_FORM_SCORE = 0.95
NUMBER_SCORE = 0.95
ACRONYM_SCORE = 0.88
KNOWN_SCORE = 0.9
ACRONYM_SHARE = 0.9
"""Of the documents that spell an acronym out these must agree."""
SHORT_ACRONYM_CHARS = 2
SHORT_ACRONYM_DOCUMENTS = 2
"""Two letters fit many names: two documents must spell them out."""
TYPE_SCORE = 0.85
MIN_MAJORITY_DOCUMENTS = 5
MAJORITY_RATIO = 10
"""A name of several words whose type is another one in so many more documents has that type."""
_CITIES_AND_CLUBS = frozenset({EntityType.LOCATION, EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class PersonPairs:
    """Full names of persons, and how sure each two of them are one person's that may be."""

    full: Mapping[int, PersonName]
    verdicts: Mapping[tuple[int, int], Verdict]

    def verdict(self, one: int, other: int) -> Verdict:
        """Give how sure two names that fit are one person's."""
        return self.verdicts[min(one, other), max(one, other)]


def compare_all(lexicon: Lexicon, apart: Apart) -> PersonPairs:
    """Compare all full names of persons that share a surname."""
    full = {
        number: person
        for number in lexicon.of_type(EntityType.PERSON)
        if (person := lexicon.readings[number].person) and not person.is_single
    }
    keys = {number: tuple(_block_keys(person)) for number, person in full.items()}
    initials = {number: _initialled(person) for number, person in full.items()}
    short = {number for number, person in full.items() if len(person.given) == 1}
    verdicts = {
        pair: verdict
        for pair in candidate_pairs(keys) | pairs_with(short, initials)
        if (verdict := compare_persons(full[pair[0]], full[pair[1]]))
        and pair[1] not in apart.get(pair[0], ())
    }
    return PersonPairs(full, verdicts)


def link_persons(pairs: PersonPairs, lexicon: Lexicon) -> list[NameLink]:
    """Link full names of persons: spellings, nicknames, initials, left-out middle names."""
    groups = unambiguous_groups(fitting(pairs.verdicts))
    contexts = Contexts(lexicon, (number for group in groups for number in group))
    links = []
    for group in groups:
        head = plainest(group, pairs.full)
        for number in group:
            if number != head:
                links += _link_member(number, head, group, pairs, contexts)
    return links


def _link_member(
    number: int, head: int, group: Sequence[int], pairs: PersonPairs, contexts: Contexts
) -> list[NameLink]:
    """Link a name of a group to its plainest, else to the one that it fits best; to none without support."""
    others = sorted(
        (other for other in group if other != number),
        key=lambda other: (other != head, -pairs.verdict(number, other)[0], other),
    )
    for other in others:
        score, method = pairs.verdict(number, other)
        if score >= LINK_THRESHOLD and contexts.agree(
            number, other, MIN_SHARED_NAMES.get(method, 0)
        ):
            return [NameLink(number, other, method, score)]
    return []


def _block_keys(person: PersonName) -> Iterable[tuple[str, str]]:
    """Give what two names of one person share at least one of, where neither has a mere initial."""
    surname = spelling_key(person.surname)
    yield "", person.squashed
    for given in (spelling_key(person.given), *groups_of(person.given)):
        yield given, surname


def _initialled(person: PersonName) -> tuple[str, str]:
    """Give what J. Roe shares with every name that it may be short for."""
    return person.given[0], spelling_key(person.surname)


def link_lone_names(
    lexicon: Lexicon, persons: Sequence[NameLink], lone_counts: Mapping[int, int]
) -> list[NameLink]:
    """Link lone surnames that one person of the whole corpus bears, where documents are about the same things.

    Args:
        lexicon: The names.
        persons: The links of the full names.
        lone_counts: Lone names, of persons or misread -> documents that do not say themselves whose they are.
    """
    candidates = sole_bearers(lexicon, persons, lone_counts)
    contexts = Contexts(lexicon, {*candidates, *candidates.values()})
    return [
        NameLink(number, bearer, LinkMethod.SURNAME, LONE_SCORE)
        for number, bearer in candidates.items()
        if contexts.agree(number, bearer, MIN_SHARED_NAMES[LinkMethod.SURNAME])
    ]


def misread_surnames(lexicon: Lexicon, is_place: Callable[[str], bool]) -> dict[int, int]:
    """Give the surnames of persons that documents took for places, with their documents.

    Args:
        lexicon: The names.
        is_place: Whether a name is a place's: such a one was read rightly.
    """
    return {
        number: lexicon.document_counts[number]
        for number in lexicon.of_type(EntityType.LOCATION)
        if lexicon.surnames[lexicon.readings[number].core]
        and not is_place(lexicon.readings[number].name)
    }


def sole_bearers(
    lexicon: Lexicon, persons: Sequence[NameLink], lone_counts: Mapping[int, int]
) -> dict[int, int]:
    """Give lone surnames that one person bears, with that person's most common name."""
    groups = joined(len(lexicon.readings), [(link.name, link.linked) for link in persons], {})
    bearers: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in lexicon.of_type(EntityType.PERSON):
        person = lexicon.readings[number].person
        if person and not person.is_single:
            for surname in {person.surname, person.family_first} - {""}:
                bearers[surname][groups[number]].append(number)
    found = {}
    for number, count in lone_counts.items():
        surname = _surname_of(number, lexicon)
        bearer = _sole_bearer(list(bearers.get(surname, {}).values()), lexicon.document_counts)
        is_given = is_given_name(surname) and surname not in FAMILY_NAMES_FIRST  # Kim
        if bearer is None or is_given or _is_more_often_other(number, lexicon):
            continue
        if count <= MAX_LONE_RATIO * lexicon.document_counts[bearer]:
            found[number] = bearer
    return found


def _sole_bearer(people: Sequence[Sequence[int]], counts: Sequence[int]) -> int | None:
    """Give the most common name of the one person with a surname, or of the one who has nearly all documents."""
    documents = [sum(counts[name] for name in names) for names in people]
    most = max(documents, default=0)
    is_famous = most >= FAMOUS_DOCUMENTS and most >= FAMOUS_SHARE * sum(documents)
    if len(people) != 1 and not is_famous:
        return None
    return min(people[documents.index(most)], key=lambda name: (-counts[name], name))


def _surname_of(number: int, lexicon: Lexicon) -> str:
    """Give the lone surname; nothing where it has a suffix: Trump Jr. is not the Trump of most documents."""
    person = lexicon.readings[number].person
    if person is None:
        return lexicon.readings[number].core
    return "" if person.suffix else person.surname


def _is_more_often_other(number: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is something else than a person's in as many documents."""
    others = [other for other in lexicon.by_key[lexicon.readings[number].key] if other != number]
    return any(
        lexicon.document_counts[other] >= lexicon.document_counts[number]
        for other in others
        if lexicon.readings[other].entity_type is not EntityType.PERSON
    )


def link_equal_cores(lexicon: Lexicon) -> list[NameLink]:
    """Link names of one type that differ in legal form, marks or script; groups also in number (Russians)."""
    groups: defaultdict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for number, reading in enumerate(lexicon.readings):
        if not reading.person:
            groups[reading.entity_type, _core_of(number, lexicon)].append(number)
    links = []
    for (entity_type, _), numbers in groups.items():
        linked = min(
            numbers,
            key=lambda number: (
                -len(lexicon.readings[number].initials),
                len(lexicon.readings[number].key),
                number,
            ),
        )
        method, score = _method_of_cores(entity_type)
        links += [NameLink(number, linked, method, score) for number in numbers if number != linked]
    return links


def _core_of(number: int, lexicon: Lexicon) -> str:
    reading = lexicon.readings[number]
    is_group = reading.entity_type is EntityType.NATIONALITY_OR_GROUP
    return reading.core.removesuffix("s") if is_group else reading.core


def _method_of_cores(entity_type: EntityType) -> tuple[LinkMethod, float]:
    if entity_type is EntityType.ORGANIZATION:
        return LinkMethod.LEGAL_FORM, LEGAL_FORM_SCORE
    if entity_type is EntityType.NATIONALITY_OR_GROUP:
        return LinkMethod.NUMBER, NUMBER_SCORE
    return LinkMethod.SPELLING, NUMBER_SCORE


def link_acronyms(lexicon: Lexicon, expansions: Mapping[int, Counter[int]]) -> list[NameLink]:
    """Link acronyms that the documents which spell them out agree on.

    Args:
        lexicon: The names.
        expansions: Acronyms -> the names that documents give for them -> documents.
    """
    links = _link_known(lexicon, expansions)
    known = {link.name for link in links}
    for number, votes in expansions.items():
        if number in known:
            continue
        by_core: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for other, count in votes.items():
            by_core[lexicon.readings[other].core][other] += count
        core = min(by_core, key=lambda one: (-by_core[one].total(), one))
        count = by_core[core].total()
        is_short = len(lexicon.readings[number].acronym or "") <= SHORT_ACRONYM_CHARS
        if count >= ACRONYM_SHARE * votes.total() and not (
            is_short and count < SHORT_ACRONYM_DOCUMENTS
        ):
            links.append(NameLink(number, min(by_core[core]), LinkMethod.ACRONYM, ACRONYM_SCORE))
    return links


def _link_known(lexicon: Lexicon, expansions: Mapping[int, Counter[int]]) -> list[NameLink]:
    """Link the acronyms that everybody knows, where no document spells them out otherwise."""
    full = {
        reading.core: number
        for number, reading in reversed(list(enumerate(lexicon.readings)))
        if reading.entity_type is EntityType.ORGANIZATION and reading.initials
    }
    links = []
    for number in lexicon.of_type(EntityType.ORGANIZATION):
        core = known_acronyms().get(lexicon.readings[number].acronym or "", "")
        others = {lexicon.readings[other].core for other in expansions.get(number, ())}
        if core in full and others <= {core}:
            links.append(NameLink(number, full[core], LinkMethod.ACRONYM, KNOWN_SCORE))
    return links


def link_types(lexicon: Lexicon) -> list[NameLink]:
    """Link names that a few documents give another type than nearly all others do."""
    links = []
    for numbers in lexicon.by_key.values():
        if len(numbers) == 1 or " " not in lexicon.readings[numbers[0]].key:
            continue
        count, negated = max((lexicon.document_counts[number], -number) for number in numbers)
        for number in numbers:
            types = {lexicon.readings[number].entity_type, lexicon.readings[-negated].entity_type}
            is_clear = count >= max(
                MIN_MAJORITY_DOCUMENTS, MAJORITY_RATIO * lexicon.document_counts[number]
            )
            if number != -negated and is_clear and types != _CITIES_AND_CLUBS:
                links.append(NameLink(number, -negated, LinkMethod.TYPE, TYPE_SCORE))
    return links


def core_of(number: int, lexicon: Lexicon) -> str:
    """Give what the id of an entity is made from, where this name stands for it."""
    reading = lexicon.readings[number]
    return person_core(reading.person) if reading.person else _core_of(number, lexicon)

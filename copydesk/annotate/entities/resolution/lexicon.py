"""The names of a corpus, each read once: parts of persons' names, keys and acronyms of organisations.

Names that differ in case or dots only are one here. Called first by `resolve`; the rules ask it by number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.annotate.entities.identity import name_key
from copydesk.annotate.entities.resolution.corpus import CorpusNames, TypedName
from copydesk.annotate.entities.resolution.organizations import (
    acronym_of,
    initials_of,
    organization_key,
)
from copydesk.annotate.entities.resolution.persons import PersonName, parse_person
from copydesk.annotate.entities.resolution.spelling import fold, words_of
from copydesk.records import EntityType

NAMED_BY_INITIALS = frozenset({EntityType.ORGANIZATION, EntityType.LOCATION})
"""Types whose names are shortened to acronyms."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name as the rules see it.

    Attributes:
        entity_type: Its type.
        name: Of its spellings the one in most documents.
        key: What the spellings share: no case, no dots.
        person: Its parts, where it is a person's.
        words: Its words, folded; only where it may be short for another or have an acronym.
        core: What an organisation's names share; for other types the folded name.
        acronym: Its letters, where it is one by its looks.
        initials: The acronyms that it may have.
    """

    entity_type: EntityType
    name: str
    key: str
    person: PersonName | None = None
    words: tuple[str, ...] = ()
    core: str = ""
    acronym: str | None = None
    initials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names, by number in order of type and key.

    Attributes:
        readings: The names.
        number_of: Number of a name of the corpus -> its number here.
        documents: For each document its names.
        document_counts: For each name how many documents have it.
        by_key: Names of all types by what their spellings share.
        surnames: Folded words -> documents of full names of persons that end in them.
        given_names: Folded words -> documents of full names of persons that begin with them.
        languages: Of each document; empty where none is known.
        containers: As in `CorpusNames`, with the numbers of names here.
        datelines: As in `CorpusNames`, with the numbers of names here.
    """

    readings: tuple[Reading, ...]
    number_of: Sequence[int]
    documents: Sequence[frozenset[int]]
    document_counts: Sequence[int]
    by_key: Mapping[str, tuple[int, ...]] = field(repr=False)
    surnames: Counter[str] = field(repr=False)
    given_names: Counter[str] = field(repr=False)
    languages: Sequence[str] = field(repr=False)
    containers: Mapping[int, Mapping[int, str]] = field(repr=False)
    datelines: Mapping[int, int] = field(repr=False)

    def of_type(self, entity_type: EntityType) -> list[int]:
        """Give the numbers of the names of a type."""
        return [
            number
            for number, reading in enumerate(self.readings)
            if reading.entity_type is entity_type
        ]


def read_names(corpus: CorpusNames, types: Mapping[str, EntityType]) -> Lexicon:
    """Read the names of a corpus.

    Args:
        corpus: The names; neither their order nor that of the documents has a say.
        types: Types that the user gives names, by key.
    """
    identities = [_identity(one, types) for one in corpus.names]
    keys = sorted(set(identities))
    numbers = {identity: number for number, identity in enumerate(keys)}
    number_of = [numbers[identity] for identity in identities]
    documents = [frozenset(number_of[name_no] for name_no in one) for one in corpus.documents]
    spellings: defaultdict[int, Counter[str]] = defaultdict(Counter)
    counts = [0] * len(keys)
    for name_nos, names in zip(corpus.documents, documents, strict=True):
        for name_no in name_nos:
            spellings[number_of[name_no]][corpus.names[name_no].name] += 1
        for number in names:
            counts[number] += 1
    for name_no, number in enumerate(number_of):
        spellings[number][corpus.names[name_no].name] += 0
    readings = tuple(
        _read(EntityType(entity_type), commonest(spellings[number]), key)
        for number, (entity_type, key) in enumerate(keys)
    )
    surnames: Counter[str] = Counter()
    given_names: Counter[str] = Counter()
    for reading, count in zip(readings, counts, strict=True):
        if reading.person and not reading.person.is_single:
            surnames[reading.person.surname] += count
            given_names[reading.person.given] += count
    by_key = _by_key(readings)
    containers = {
        at: _renumbered(found, number_of) for at, found in sorted(corpus.containers.items())
    }
    datelines = {at: number_of[name_no] for at, name_no in sorted(corpus.datelines.items())}
    told = (corpus.languages, containers, datelines)
    return Lexicon(readings, number_of, documents, counts, by_key, surnames, given_names, *told)


def commonest(votes: Counter[str]) -> str:
    """Give what was counted most often, of several the first by spelling."""
    return min(votes, key=lambda name: (-votes[name], name))


def _identity(one: TypedName, types: Mapping[str, EntityType]) -> tuple[str, str]:
    key = name_key(one.name)
    return types.get(key, one.entity_type).value, key


def _read(entity_type: EntityType, name: str, key: str) -> Reading:
    if entity_type is EntityType.PERSON:
        return Reading(entity_type, name, key, person=parse_person(name))
    core = organization_key(name) if entity_type is EntityType.ORGANIZATION else fold(key)
    if entity_type not in NAMED_BY_INITIALS:
        return Reading(entity_type, name, key, core=core)
    return Reading(
        entity_type,
        name,
        key,
        words=words_of(name),
        core=core,
        acronym=acronym_of(name),
        initials=initials_of(name),
    )


def _renumbered(containers: Mapping[int, str], number_of: Sequence[int]) -> dict[int, str]:
    """Give containers by the numbers of names here; of spellings that differ in them the first by name decides."""
    found: dict[int, str] = {}
    for name_no, container in containers.items():
        number = number_of[name_no]
        found[number] = min(container, found.get(number, container))
    return found


def _by_key(readings: Iterable[Reading]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        found[reading.key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}

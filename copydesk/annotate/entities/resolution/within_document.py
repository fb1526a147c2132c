"""What one document says of its own names: whose a lone surname is, what an acronym stands for.

A document introduces somebody in full and goes on with less. Only what fits one name of it is linked.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from copydesk.annotate.entities.resolution.corpus import LinkMethod
from copydesk.annotate.entities.resolution.lexicon import NAMED_BY_INITIALS, Lexicon, Reading
from copydesk.annotate.entities.resolution.organizations import is_end_of, is_short_for
from copydesk.annotate.entities.resolution.persons import PersonName, compare_persons
from copydesk.annotate.entities.resolution.spelling import spelling_key
from copydesk.records import EntityType

SURNAME_SCORE = 0.95
GIVEN_NAME_SCORE = 0.85
INITIAL_SCORE = 0.93
ACRONYM_SCORE = 0.95
SHORT_NAME_SCORE = 0.85
MIN_GIVEN_CHARS = 3
GIVEN_NAME_SHARE = 0.5
MOST_NAME_WORDS = 12
"""Of a longer name, which is a list, not all ends are looked up."""
MOST_NAMESAKES = 100
"""A document with more full names that a short one could be is a register: whose it is, nobody can tell.

Comparing each with each is what takes the time: 10,000 persons of one surname took a minute.
"""


@dataclass(frozen=True, slots=True)
class NameLink:
    """A name that is linked to another one, by number."""

    name: int
    linked: int
    method: LinkMethod
    score: float


Apart = Mapping[int, frozenset[int]]
"""For some names those that the user keeps apart from them."""


def link_within(names: Collection[int], lexicon: Lexicon, apart: Apart) -> dict[int, NameLink]:
    """Give, for the names of one document, those that are short for another one of them."""
    found: dict[int, NameLink] = {}
    readings = lexicon.readings
    people = [number for number in sorted(names) if readings[number].person]
    bodies = [
        number for number in sorted(names) if readings[number].entity_type in NAMED_BY_INITIALS
    ]
    links = [*_link_persons(people, lexicon), *_link_bodies(bodies, lexicon)]
    for link in links:
        if link.linked not in apart.get(link.name, ()):
            found.setdefault(link.name, link)
    return {name: _followed(link, found) for name, link in found.items()}


def _followed(link: NameLink, links: Mapping[int, NameLink]) -> NameLink:
    """Give the link to the end of its chain (J. Roe's Roe is Jane Roe), as weak as its weakest part."""
    seen = {link.name}
    while link.linked in links and link.linked not in seen:
        seen.add(link.linked)
        further = links[link.linked]
        weakest = min(link, further, key=lambda one: one.score)
        link = NameLink(link.name, further.linked, weakest.method, weakest.score)
    return link


def _link_persons(people: Sequence[int], lexicon: Lexicon) -> Iterable[NameLink]:
    parts = {number: person for number in people if (person := lexicon.readings[number].person)}
    full = {number: person for number, person in parts.items() if not person.is_single}
    if not full:
        return
    index = _index_persons(full)
    for number, person in parts.items():
        if person.is_single:
            yield from _link_lone(number, person, index, full, lexicon)
        else:
            yield from _link_shorter(number, index, full, lexicon.document_counts)


def _index_persons(full: Mapping[int, PersonName]) -> Mapping[tuple[str, str], set[int]]:
    index: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, person in full.items():
        index["last", spelling_key(person.surname)].add(number)
        index["given", person.given].add(number)
        index["initial", _initialled(person)].add(number)
        if person.family_first:
            index["last", spelling_key(person.family_first)].add(number)
        for start in range(1, min(len(person.words), MOST_NAME_WORDS) - 1):
            index["end", " ".join(person.words[start:])].add(number)
    return index


def _initialled(person: PersonName) -> str:
    """Give the first letter of a name with the surname."""
    return f"{person.given[0]} {spelling_key(person.surname)}"


def _link_lone(
    number: int,
    lone: PersonName,
    index: Mapping[tuple[str, str], set[int]],
    full: Mapping[int, PersonName],
    lexicon: Lexicon,
) -> Iterable[NameLink]:
    """Link a lone name to whose surname it is, else to whose given name; Donald Jr. is nobody's without a suffix.

    A given name that many bear (John, Joe) is anybody's: its bearer here must have half of all documents.
    """
    word = lone.surname
    bearers = _alike(lone, index.get(("last", spelling_key(word)), set()), full)
    if bearers:
        if is_one_person(bearers, full.__getitem__):
            yield NameLink(number, plainest(bearers, full), LinkMethod.SURNAME, SURNAME_SCORE)
        return
    bearers = _alike(lone, index.get(("given", word), set()), full)
    documents = sum(lexicon.document_counts[one] for one in bearers)
    is_rare = documents >= GIVEN_NAME_SHARE * lexicon.given_names[word]
    is_given = len(word) >= MIN_GIVEN_CHARS and lexicon.surnames[word] < lexicon.given_names[word]
    if bearers and is_rare and is_given and is_one_person(bearers, full.__getitem__):
        yield NameLink(number, plainest(bearers, full), LinkMethod.GIVEN_NAME, GIVEN_NAME_SCORE)


def _alike(lone: PersonName, bearers: set[int], full: Mapping[int, PersonName]) -> set[int]:
    """Give those with the suffix of a lone name, all where it has none."""
    return {one for one in bearers if lone.suffix in ("", full[one].suffix)}


def _link_shorter(
    number: int,
    index: Mapping[tuple[str, str], set[int]],
    full: Mapping[int, PersonName],
    document_counts: Sequence[int],
) -> Iterable[NameLink]:
    """Link a name with an initial to the one that it fits, and Peña Nieto to Enrique Peña Nieto.

    What is the more common name everywhere is short for nothing: the longer one has a word too many.
    """
    person = full[number]
    surname = spelling_key(person.surname)
    longer = {
        other
        for other in index.get(("end", " ".join(person.words)), ())
        if spelling_key(full[other].surname) == surname
        and document_counts[other] >= document_counts[number]
    }
    is_initial = len(person.given) == 1
    if longer and not is_initial and is_one_person(longer, full.__getitem__):
        yield NameLink(number, plainest(longer, full), LinkMethod.SURNAME, SURNAME_SCORE)
    namesakes = index["initial", _initialled(person)]
    if not is_initial or len(namesakes) > MOST_NAMESAKES:
        return
    fitting = {
        other
        for other in namesakes - {number}
        if len(full[other].given) > 1 and compare_persons(person, full[other])
    }
    if fitting and is_one_person(fitting, full.__getitem__):
        yield NameLink(number, plainest(fitting, full), LinkMethod.INITIAL, INITIAL_SCORE)


def is_one_person(numbers: Collection[int], person_of: Callable[[int], PersonName]) -> bool:
    """Tell whether full names all fit one another; of too many that is never said."""
    return len(numbers) <= MOST_NAMESAKES and all(
        compare_persons(person_of(one), person_of(other)) for one, other in combinations(numbers, 2)
    )


def plainest(numbers: Iterable[int], full: Mapping[int, PersonName]) -> int:
    """Give of a person's full names the one without initials and with the fewest words."""
    return min(
        numbers, key=lambda number: (len(full[number].given) == 1, len(full[number].words), number)
    )


def _link_bodies(bodies: Sequence[int], lexicon: Lexicon) -> Iterable[NameLink]:
    readings = lexicon.readings
    long = [number for number in bodies if readings[number].initials]
    for number in bodies if long else ():
        one = readings[number]
        if one.acronym:
            meant = [
                other
                for other in long
                if one.acronym in readings[other].initials and _is_longer(one, readings[other])
            ]
            yield from _link_if_one(number, meant, lexicon, LinkMethod.ACRONYM, ACRONYM_SCORE)
        elif one.entity_type is EntityType.ORGANIZATION:
            yield from _link_short(number, long, lexicon)


def _link_short(number: int, long: Iterable[int], lexicon: Lexicon) -> Iterable[NameLink]:
    """Link Goldman to Goldman Sachs. A name that is a place's somewhere is not short for anything."""
    one = lexicon.readings[number]
    same_key = (lexicon.readings[other].entity_type for other in lexicon.by_key[one.key])
    if EntityType.LOCATION in same_key:
        return
    meant = [
        other
        for other in long
        if lexicon.readings[other].entity_type is one.entity_type
        and (
            is_short_for(one.words, lexicon.readings[other].words)
            or _is_named_by_end(number, other, lexicon)
        )
    ]
    yield from _link_if_one(number, meant, lexicon, LinkMethod.SHORT_NAME, SHORT_NAME_SCORE)


def _is_named_by_end(number: int, other: int, lexicon: Lexicon) -> bool:
    """Tell whether an organisation is called by the end of a name that is the more common one everywhere."""
    counts = lexicon.document_counts
    return counts[other] > counts[number] and is_end_of(
        lexicon.readings[number].words, lexicon.readings[other].words
    )


def _is_longer(acronym: Reading, name: Reading) -> bool:
    return name.entity_type is acronym.entity_type and len(name.words) > len(acronym.words)


def _link_if_one(
    number: int, meant: Collection[int], lexicon: Lexicon, method: LinkMethod, score: float
) -> Iterable[NameLink]:
    if len({lexicon.readings[other].core for other in meant}) == 1:
        yield NameLink(
            number,
            min(meant, key=lambda other: (len(lexicon.readings[other].words), other)),
            method,
            score,
        )

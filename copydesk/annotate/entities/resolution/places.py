"""Which names are which places: asks the gazetteer document by document, and lets the user and the group decide.

The gazetteer sees the names of one document together, since Paris and Texas explain one another.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.annotate.entities.identity import name_key
from copydesk.annotate.entities.resolution.corpus import Gazetteer, PlaceHints, PlaceLink
from copydesk.annotate.entities.resolution.decisions import Ruling
from copydesk.annotate.entities.resolution.lexicon import Lexicon, Reading
from copydesk.annotate.entities.resolution.within_document import NameLink
from copydesk.records import EntityType

STATE_KIND, SEAT_KIND = "country", "facility"
UNKNOWN_LANGUAGE = "und"
MIN_OFFICIAL_WORDS = 3


@dataclass(frozen=True, slots=True)
class PlacedNames:
    """The places of names.

    Attributes:
        by_document: For each document name -> place, as the gazetteer says.
        by_name: Places that hold in every document: of names that the gazetteer does not know, the place of
            all other names of their group; of names that the user made one, the one of most documents.
        of_user: Names whose place the user decided: for them the gazetteer has no say.
    """

    by_document: Sequence[Mapping[int, PlaceLink]]
    by_name: Mapping[int, PlaceLink]
    of_user: frozenset[int]

    def place_of(self, at: int, number: int) -> PlaceLink | None:
        """Give the place of a name in a document."""
        if number in self.of_user:
            return self.by_name.get(number)
        return self.by_document[at].get(number) or self.by_name.get(number)


def place_names(
    lexicon: Lexicon,
    within: Sequence[Mapping[int, NameLink]],
    groups: Sequence[int],
    ruling: Ruling,
    gazetteer: Gazetteer,
) -> PlacedNames:
    """Give the places of all names of a corpus."""
    asked = frozenset(
        number
        for number, reading in enumerate(lexicon.readings)
        if number not in ruling.unplaced and _is_asked_for(reading, gazetteer)
    )
    by_document = [
        _link_places(at, links, asked, lexicon, gazetteer) for at, links in enumerate(within)
    ]
    votes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    known: dict[str, PlaceLink] = {}
    for one in by_document:
        for number, place in one.items():
            votes[groups[number]][place.place_id] += 1
            known[place.place_id] = min(place, known.get(place.place_id, place), key=repr)
    bound = {groups[number] for link in ruling.links for number in (link.name, link.linked)}
    given = {groups[number] for number in ruling.ids}
    placed = {number for one in by_document for number in one}
    by_name = {
        number: known[min(counts, key=lambda place_id: (-counts[place_id], place_id))]
        for number, group in enumerate(groups)
        if (counts := votes.get(group)) and group not in given
        if group in bound or (len(counts) == 1 and number not in placed)
    }
    of_user = {number for number, group in enumerate(groups) if group in bound | given}
    return PlacedNames(by_document, by_name, frozenset(of_user | ruling.unplaced))


def _link_places(
    at: int,
    links: Mapping[int, NameLink],
    asked: frozenset[int],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> dict[int, PlaceLink]:
    """Give the places of the names of one document that it does not itself explain by others."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)  # a name may have two types
    for number in sorted(lexicon.documents[at]):
        if number in asked and number not in links:
            numbers[lexicon.readings[number].name].append(number)
    found = gazetteer.link_places(list(numbers), _hints(at, lexicon)) if numbers else {}
    return {
        number: place
        for name, place in found.items()
        for number in numbers.get(name, ())
        if _fits(lexicon.readings[number], place)
    }


def _is_asked_for(reading: Reading, gazetteer: Gazetteer) -> bool:
    """Tell whether a name may be a place's.

    Official names of states are taken for organisations at times, and seats of governments mostly.
    """
    if reading.entity_type is EntityType.LOCATION:
        return True
    is_long = len(reading.words) >= MIN_OFFICIAL_WORDS
    is_body = reading.entity_type is EntityType.ORGANIZATION
    return is_body and (is_long or gazetteer.is_seat(reading.name))


def _fits(reading: Reading, place: PlaceLink) -> bool:
    return reading.entity_type is EntityType.LOCATION or place.kind in {STATE_KIND, SEAT_KIND}


def _hints(at: int, lexicon: Lexicon) -> PlaceHints:
    """Give what else a document tells of its places."""
    found = [lexicon.readings[number] for number in lexicon.documents[at]]
    dateline = lexicon.datelines.get(at)
    return PlaceHints(
        frozenset(one.name for one in found if one.entity_type is EntityType.PERSON),
        frozenset(one.name for one in found if one.entity_type is EntityType.NATIONALITY_OR_GROUP),
        lexicon.languages[at] if lexicon.languages else UNKNOWN_LANGUAGE,
        _containers(at, lexicon),
        None if dateline is None else lexicon.readings[dateline].name,
    )


def _containers(at: int, lexicon: Lexicon) -> dict[str, str]:
    """Give name -> the name behind it in a document, both spelt as the corpus spells them."""
    if at not in lexicon.containers:
        return {}
    spelt = {
        reading.key: reading.name
        for number in lexicon.documents[at]
        if (reading := lexicon.readings[number]).entity_type is EntityType.LOCATION
    }
    return {
        lexicon.readings[number].name: spelt.get(name_key(name), name)
        for number, name in sorted(lexicon.containers[at].items())
    }

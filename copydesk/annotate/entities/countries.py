"""Which names are those of states and of seats of government, as news write them in English.

Called by the layer to tell a state from a town or a body. It decides types only: ids and codes are the business of
resolution.
"""

from functools import lru_cache

from copydesk.annotate.entities.gazetteer.places import NamedPlace, NameStrength, load_places

_NATIONS = frozenset(
    {"england", "northern ireland", "republic of ireland", "scotland", "wales", "west indies"}
)
"""Nations that have teams and governments of their own, and are no states."""
_MOSTLY_OTHERS = frozenset({"car", "cocos", "emirates", "palestinian authority", "states"})
"""Names of states in the gazetteer that are more often a word, an airline or a body."""
_SEATS = frozenset({"abidjan", "bujumbura", "dar es salaam", "new delhi", "tel aviv"})
"""Towns that were capitals, or where embassies are: news use their names of governments too."""
_MIN_SEAT_POPULATION = 100_000
"""Of smaller capitals the names are often those of people (Douglas, Stanley)."""
_REMEMBERED_NAMES = 10_000


@lru_cache(_REMEMBERED_NAMES)
def is_country(name: str) -> bool:
    """Tell whether a name is that of a state, or of a nation that has a team of its own.

    >>> is_country("North Korea"), is_country("Pyongyang")
    (True, False)
    """
    key = _key(name)
    if key in _MOSTLY_OTHERS:
        return False
    return key in _NATIONS or any(one.place.kind == "country" for one in _find(name))


@lru_cache(_REMEMBERED_NAMES)
def is_government_seat(name: str) -> bool:
    """Tell whether a name is that of a state or a capital, which news use of governments and models take for bodies.

    >>> is_government_seat("Pyongyang"), is_government_seat("Pusan")
    (True, False)
    """
    if is_country(name) or _key(name) in _SEATS:
        return True
    cities = [one.place for one in _find(name) if one.place.kind == "city"]
    largest = max(cities, key=lambda city: city.population, default=None)
    return (
        largest is not None
        and largest.seat_of is not None
        and largest.population >= _MIN_SEAT_POPULATION
    )


def _find(name: str) -> list[NamedPlace]:
    """Give what a name means in English or on maps."""
    found = load_places().find(name) if name[:1].isupper() else ()
    return [one for one in found if one.strength is NameStrength.MAIN]


def _key(name: str) -> str:
    return " ".join(name.casefold().split())

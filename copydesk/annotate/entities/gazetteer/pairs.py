"""What two names right behind one another tell of each other: `Paris, Texas` is a pair, `Boston, New York and London` a list.

Called by the linker for every name of a document.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from copydesk.annotate.entities.gazetteer.candidates import lies_in
from copydesk.annotate.entities.gazetteer.places import NamedPlace, Place, Places
from copydesk.annotate.entities.gazetteer.states_of_usa import usual_state_name

MIN_CITY_BEHIND = 100_000
"""People of a city that a second name may mean instead of a region."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What the partner in `Paris, Texas` may be, for either of the two. No partner: all empty."""

    containers: tuple[Place, ...] = ()
    contents: tuple[Place, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        found: Mapping[str, tuple[NamedPlace, ...]],
        named_behind: Mapping[str, str],
        places: Places,
    ) -> "Pair":
        """Give what the partners of a name may be.

        Args:
            name: The name.
            found: Name -> what it may be, of the document.
            named_behind: Name -> the name right behind it.
            places: The gazetteer.
        """
        container = named_behind.get(name, "")
        inside = [one for one, outer in named_behind.items() if outer == name]
        outer = found.get(container) or places.find(usual_state_name(container))
        containers = tuple(one.place for one in outer if one.place.kind in {"country", "region"})
        return cls(
            () if _is_list(found.get(name, ()), outer) else containers,
            tuple(one.place for city in inside for one in found.get(city, ())),
        )

    def holds(self, place: Place) -> bool:
        """Tell whether the place lies in its partner, or the partner in it."""
        return any(lies_in(place, outer) for outer in self.containers) or any(
            lies_in(inner, place) for inner in self.contents
        )

    def allows(self, place: Place) -> bool:
        """Tell whether the place may be meant: a state or region behind a city says where it lies.

        Two states in a row (`Germany, France`) are a list.
        """
        return not self.containers or place.kind != "city" or self.holds(place)


def _is_list(named: Iterable[NamedPlace], behind: Iterable[NamedPlace]) -> bool:
    """Tell whether two names in a row are a list: `Beijing, Russia and Iran`, `Boston, New York and London`.

    So they are where neither lies in the other and the first is a capital before a state, or the second may be a city.
    Before a region they are not: `London, Kentucky` is a town of its own.
    """
    cities, outers = [one.place for one in named], [one.place for one in behind]
    if any(lies_in(city, outer) for city in cities for outer in outers):
        return False
    may_be_city = any(
        outer.kind == "city" and outer.population >= MIN_CITY_BEHIND for outer in outers
    )
    has_regions = any(outer.kind == "region" for outer in outers)
    return may_be_city or (not has_regions and any(city.seat_of for city in cities))

"""The gazetteer that is shipped, as resolution asks it.

Called by resolution through its protocol; the pipeline gives it. Its tables are read when the first name is asked for.
"""

from collections.abc import Mapping, Sequence

from copydesk.annotate.entities.gazetteer.linking import (
    LINKER_VERSION,
    DocumentHints,
    PlaceLink,
    link_places,
)
from copydesk.annotate.entities.gazetteer.places import load_places
from copydesk.annotate.entities.resolution.corpus import PlaceHints

SEAT_KIND = "facility"
"""All buildings of the gazetteer are seats of governments."""


class WorldGazetteer:
    """States, regions, towns and seas of the world, and whose people nationalities are."""

    fingerprint = f"world {LINKER_VERSION}"

    def link_places(self, names: Sequence[str], hints: PlaceHints) -> Mapping[str, PlaceLink]:
        """Give the places among the names of one document; their order has no say."""
        places = load_places()
        codes = {places.nationality_code(name) for name in hints.group_names}
        told = DocumentHints(
            language_code=hints.language_code,
            containers=hints.containers,
            dateline_name=hints.dateline_name,
            person_names=hints.person_names,
            nationality_codes=frozenset(code for code in codes if code),
        )
        return link_places(names, places, told)

    def is_seat(self, name: str) -> bool:
        """Tell whether a building from which a state is governed bears this name (`White House`)."""
        return any(one.place.kind == SEAT_KIND for one in load_places().find(name))

    def country_of_group(self, name: str) -> str | None:
        """Give the ISO 3166-1 alpha-2 code of the state whose people a name means (`Russians`)."""
        return load_places().nationality_code(name)

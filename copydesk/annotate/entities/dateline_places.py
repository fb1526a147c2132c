"""The place that a wire story is filed from: `WESTPORT, May 5 (Agency) -`, `WESTPORT 1998-05-05`.

Called by the entity annotator between `spans` and `coherence`, in any language.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.records import EntityType

MIN_PLACE_CHARS = 3

_PLACE = r"(?P<place>[^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){0,3}?)"  # noqa: RUF001
_DATELINE = re.compile(
    rf"^[ \t]*{_PLACE}"
    r"(?:(?:, [^\n(]{1,40}?)?(?: \([^()\n]{2,25}\))? ?(?:-{1,2}|[–—]) |,? \d{4}-\d\d-\d\d[ \t]*$|, \d{1,2} [^\W\d_])",  # noqa: RUF001
    re.MULTILINE,
)
_MOVABLE = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})


def find_dateline_places(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with names in capitals that open a dateline as places.

    Args:
        text: In running case: a dateline alone on its line has lost its capitals, and needs no help.
        candidates: By position, without overlaps.
    """
    heads = [
        found
        for found in _DATELINE.finditer(text)
        if found["place"].isupper() and len(found["place"]) >= MIN_PLACE_CHARS
    ]
    starts = [found.start() for found in heads]
    return [
        replace(one, entity_type=EntityType.LOCATION, method=Method.WORDS)
        if one.entity_type in _MOVABLE
        and (place := bisect_right(starts, one.start_char))
        and _is_place_of(heads[place - 1], one)
        else one
        for one in candidates
    ]


def _is_place_of(dateline: re.Match[str], one: Candidate) -> bool:
    """Tell whether a candidate is the place, or the region behind it that looks like a first name (Del., Miss.)."""
    if (one.start_char, one.end_char) == dateline.span("place"):
        return True
    is_behind = dateline.end("place") < one.start_char and one.end_char < dateline.end()
    return is_behind and one.entity_type is EntityType.PERSON

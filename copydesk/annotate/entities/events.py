"""Votes that are named by year and place: `2019 Northland general election` is one event, not a place.

Called by the entity annotator between `spans` and `coherence`, on English text.
"""

import re
from collections.abc import Sequence

from copydesk.annotate.entities.spans import Candidate, Method, is_free
from copydesk.records import EntityType

_KIND = (
    r"general|presidential|parliamentary|legislative|local|municipal|mayoral|gubernatorial|state|federal|provincial|"
    r"regional|national|county|council|assembly|leadership|primary|special|constitutional|independence|status|city"
)
_NAME = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )[A-Z][\w.'’-]*"  # noqa: RUF001
_VOTE = re.compile(
    rf"\b(?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d (?:{_NAME} (?:of |and |the |in )?(?:the )?){{1,5}}"
    rf"(?:(?:{_KIND}) ){{0,3}}(?:by-elections?|elections?|referendum|referendums|primaries|caucus|caucuses)\b"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def find_votes(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with those that are part of a vote's name taken together as an event.

    Args:
        text: In running case.
        candidates: By position, without overlaps.

    Returns:
        By position, without overlaps.
    """
    events = [
        Candidate(found.start() + year.start(), found.end(), EntityType.EVENT, Method.WORDS)
        for found in _VOTE.finditer(text)
        if (year := _YEAR.search(found[0]))
    ]
    if not events:
        return list(candidates)
    starts = [event.start_char for event in events]
    kept = [one for one in candidates if is_free(starts, events, one.start_char, one.end_char)]
    return sorted([*kept, *events], key=lambda one: one.start_char)

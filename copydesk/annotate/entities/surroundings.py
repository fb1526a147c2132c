"""What the text around place names tells of them: the name behind one, the dateline, an act of a government.

Called by the entity annotator, last: it stores what the resolution of entities, which sees no text, goes by.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from copydesk.annotate.entities.gazetteer.metonyms import is_said_of_government
from copydesk.annotate.entities.gazetteer.states_of_usa import state_behind
from copydesk.annotate.entities.spans import Candidate
from copydesk.records import Document, EntityType, Line
from copydesk.text.datelines import MAX_CHARS, dateline_items

CONTAINER_GAPS = frozenset({", ", " (", ","})
AROUND_CHARS = 80
"""So many characters on either side are read for acts of governments: a few words."""
_SPEAKERS = frozenset({EntityType.LOCATION, EntityType.ORGANIZATION})
_MAX_LINE_CHARS = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a name; of most names nothing of it does.

    Attributes:
        container_name: Name right behind a place in commas or brackets.
        is_in_dateline: It stands in the dateline of its line.
        is_said_of_government: What is said of it is said of governments and not of towns.
    """

    container_name: str | None = None
    is_in_dateline: bool = False
    is_said_of_government: bool = False


@dataclass(frozen=True, slots=True)
class NamedCandidate:
    """A candidate with its name and the language of its paragraph."""

    candidate: Candidate
    name: str
    language_code: str


NOTHING = Surroundings()


def read_surroundings(
    document: Document, text: str, named: Sequence[NamedCandidate]
) -> list[Surroundings]:
    """Give what stands around each name of a document.

    Args:
        document: Its lines as they stand.
        text: The document as it was read, as long as its text.
        named: The document's, by position.
    """
    containers = _find_containers(text, named)
    datelines = _Datelines(document)
    return [
        Surroundings(
            containers.get(number),
            is_in_dateline=datelines.hold(one.candidate),
            is_said_of_government=_is_said_of_government(text, one),
        )
        if one.candidate.entity_type in _SPEAKERS
        else NOTHING
        for number, one in enumerate(named)
    ]


def _find_containers(text: str, named: Sequence[NamedCandidate]) -> dict[int, str]:
    """Give number of a place -> the name that stands right behind it."""
    found = {}
    for number, one in enumerate(named):
        if one.candidate.entity_type is not EntityType.LOCATION:
            continue
        end = one.candidate.end_char
        state = state_behind(text, end) if one.language_code == "en" else None
        behind = named[number + 1] if number + 1 < len(named) else None
        if state:
            found[number] = state
        elif behind and _is_container(text[end : behind.candidate.start_char], behind.candidate):
            found[number] = behind.name
    return found


def _is_container(gap: str, behind: Candidate) -> bool:
    return behind.entity_type is EntityType.LOCATION and gap in CONTAINER_GAPS


def _is_said_of_government(text: str, one: NamedCandidate) -> bool:
    start, end = one.candidate.start_char, one.candidate.end_char
    before, after = text[max(0, start - AROUND_CHARS) : start], text[end : end + AROUND_CHARS]
    return is_said_of_government(
        text[start:end], before.rpartition("\n")[2], after.partition("\n")[0], one.language_code
    )


class _Datelines:
    """The datelines of a document, each looked for once, when a name stands near the start of its line."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ends: dict[int, int] = {}

    def hold(self, place: Candidate) -> bool:
        """Tell whether a place stands in the dateline of its line."""
        position, lines = place.start_char, self._document.lines
        if place.entity_type is not EntityType.LOCATION:
            return False
        at = bisect_right(lines, position, key=attrgetter("start_char")) - 1
        if position - lines[at].start_char > MAX_CHARS:
            return False
        if at not in self._ends:
            self._ends[at] = _dateline_end(self._document.text, lines[at])
        return position < self._ends[at]


def _dateline_end(text: str, line: Line) -> int:
    """Give where the dateline of a line ends; its start where it has none."""
    content = text[line.start_char : min(line.end_char, line.start_char + _MAX_LINE_CHARS)]
    values = (one.value for one in dateline_items(content, line.line_no) if one.key == "dateline")
    value = next(values, "")
    return line.start_char + (content.index(value) + len(value) if value else 0)

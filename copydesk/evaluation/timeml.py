"""Reads TimeML: texts with TIMEX3 elements in them and the document creation time (DCT).

Called by the dates task. Only the text inside `TEXT` counts, where there is such an element, as in TempEval-3;
all other elements are read through. Empty TIMEX3 elements mark no text and are left out.

Source: TimeML 1.2.1, TIMEX3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET  # of files that the user names; expat bounds entities

from copydesk.evaluation.gold import read_text

EXPECTED = "TimeML files with inline TIMEX3 (.tml or .xml, also with .gz)"
CREATION_TIME = "CREATION_TIME"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: offsets are code points of the text; type and value as TIMEX3 has them."""

    start_char: int
    end_char: int
    timex_type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """A text with its time expressions, in order, and the document creation time (its value) if told."""

    text: str
    timexes: tuple[Timex, ...]
    creation_time: str | None


def read_timeml(path: Path) -> Iterator[TimedText]:
    """Give the text of a TimeML file."""
    yield parse_timeml(read_text(path))


def parse_timeml(source: str) -> TimedText:
    """Give a TimeML document as a text with its time expressions.

    >>> parse_timeml("<TimeML><TEXT>in <TIMEX3 type='DATE' value='2024'>2024</TIMEX3></TEXT></TimeML>").timexes
    (Timex(start_char=3, end_char=7, timex_type='DATE', value='2024'),)
    """
    root = ET.fromstring(source)  # noqa: S314  # see the import
    found = root.find(".//TEXT")
    parts: list[str] = []
    timexes = list(_walk(root if found is None else found, parts))
    creation = (
        one for one in root.iter("TIMEX3") if one.get("functionInDocument") == CREATION_TIME
    )
    return TimedText(
        "".join(parts), tuple(timexes), next((one.get("value") for one in creation), None)
    )


def _walk(element: ET.Element, parts: list[str]) -> Iterator[Timex]:
    """Add the text of an element to `parts` and give its expressions, by position."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    inner: list[Timex] = []
    for child in element:
        inner += _walk(child, parts)
        parts.append(child.tail or "")
    end = sum(map(len, parts))
    is_creation = element.get("functionInDocument") == CREATION_TIME
    if element.tag == "TIMEX3" and end > start and not is_creation:
        yield Timex(start, end, element.get("type", ""), element.get("value", ""))
    yield from inner

"""brat's standoff format: for each document `<doc_id>.txt` and `<doc_id>.ann`, and the types in `annotation.conf`.

Offsets are code points of the text. Names have the types of `entity_type`, time expressions those of TIMEX3; what
else is known of them stands in attributes and notes. brat shows a text line by line, so what goes across a line break
is written in fragments.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.export.documents import ExportedDocument, Row
from copydesk.records import DateStatus, EntityType

VIEWS = ("mentions", "dates")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
_CONFIGURATION = """\
# Types of the annotations: see https://brat.nlplab.org/configuration.html
[entities]
{types}

[relations]
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Status Arg:{timex_types}, Value:{statuses}
"""
_UNBROKEN = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What stands between tabs and line breaks, of every kind that some reader of text files knows."""
_WHITE_SPACE = re.compile(r"\s+")


def write_brat(documents: Iterable[ExportedDocument], folder: Path) -> None:
    """Write two files a document and the configuration of types."""
    (folder / "annotation.conf").write_text(_configuration(), encoding="utf-8")
    for document in documents:
        stem = folder / str(document.doc_id)
        stem.with_suffix(".txt").write_text(document.text, encoding="utf-8", newline="\n")
        annotations = "".join(f"{line}\n" for line in lines_of(document))
        stem.with_suffix(".ann").write_text(annotations, encoding="utf-8", newline="\n")


def lines_of(document: ExportedDocument) -> Iterator[str]:
    """Give the lines of a document's annotation file."""
    number = 0
    for row in document.rows["mentions"]:
        number += 1
        yield _text_bound(number, row["entity_type"], document.text, row)
        yield _note(number, f"entity_id={row['entity_id']}")
    for date_number, row in enumerate(document.rows["dates"], 1):
        number += 1
        yield _text_bound(number, row["timex_type"], document.text, row)
        yield f"A{date_number}\tStatus T{number} {row['status']}"
        yield _note(number, _date_note(row))


def fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""Return the parts of a span between line breaks, without the white space at their ends.

    >>> fragments("New\n York City", 0, 14)
    [(0, 3), (5, 14)]
    """
    found = []
    for match in _UNBROKEN.finditer(text, start, end):
        part = match.group()
        left, right = len(part) - len(part.lstrip()), len(part.rstrip())
        if left < right:
            found.append((match.start() + left, match.start() + right))
    return found


def _text_bound(number: int, type_: str, text: str, row: Row) -> str:
    parts = fragments(text, row["start_char"], row["end_char"])
    places = ";".join(f"{start} {end}" for start, end in parts)
    return f"T{number}\t{type_} {places}\t{' '.join(text[start:end] for start, end in parts)}"


def _note(number: int, text: str) -> str:
    return f"#{number}\tAnnotatorNotes T{number}\t{_WHITE_SPACE.sub(' ', text)}"


def _date_note(row: Row) -> str:
    known = {"value": row["value"], "start": row["start_date"], "end": row["end_date"]}
    return " ".join(f"{name}={value}" for name, value in known.items() if value is not None)


def _configuration() -> str:
    return _CONFIGURATION.format(
        types="\n".join([*EntityType, *TIMEX_TYPES]),
        timex_types="|".join(TIMEX_TYPES),
        statuses="|".join(DateStatus),
    )

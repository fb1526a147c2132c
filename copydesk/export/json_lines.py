"""JSON lines: a document a line, with its text, what is known of it, and its annotations."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

from copydesk.export.documents import ExportedDocument

NAME = "documents.jsonl"
VIEWS = ("sources", "lines", "sentences", "mentions", "dates")


def write_json_lines(documents: Iterable[ExportedDocument], folder: Path) -> None:
    """Write `documents.jsonl`: the columns of `documents`, and a list of rows for each of `VIEWS`."""
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as file:
        for document in documents:
            value = {**document.fields, **document.rows}
            file.write(
                json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain) + "\n"
            )


def _plain(value: object) -> str:
    """Return as text what JSON has no word for.

    Raises:
        TypeError: A type that no view has.
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no JSON for {value!r}")

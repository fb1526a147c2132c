"""From records to the rows of the stored tables. Called by the pipeline only."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from copydesk.records import (
    DateAnnotations,
    Document,
    LanguageGuess,
    LineLabel,
    Mention,
    Sentence,
)
from copydesk.store.raw import DescribedSource
from copydesk.store.settle import source_rows

Rows = dict[str, list[dict[str, Any]]]
"""Table name -> rows."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with everything that was said of it."""

    document: Document
    sources: tuple[DescribedSource, ...]
    encoding_name: str
    labels: tuple[LineLabel, ...]
    languages: tuple[LanguageGuess, ...]
    sentences: tuple[Sentence, ...]
    dates: DateAnnotations
    mentions: tuple[Mention, ...] = ()

    @property
    def language_code(self) -> str:
        """The best guess for the whole document."""
        return self.languages[0].language_code


def rows_of(annotated: AnnotatedDocument) -> Rows:
    """Return the rows of every batch table for one document."""
    document = annotated.document
    spans = {line.line_no: line for line in document.lines}
    lines = [
        {
            "start_char": spans[label.line_no].start_char,
            "end_char": spans[label.line_no].end_char,
            **_fields(label),
        }
        for label in annotated.labels
    ]
    tables: dict[str, Iterable[dict[str, Any]]] = {
        "documents": [
            {
                "text": document.text,
                "char_count": len(document.text),
                "word_count": sum(1 for _ in _WORD.finditer(document.text)),
                "line_count": len(document.lines),
            }
        ],
        "lines": lines,
        "sentences": map(_fields, annotated.sentences),
        "languages": map(_fields, annotated.languages),
        "dates": map(_fields, annotated.dates.dates),
        "document_dates": [_fields(annotated.dates.document_date)],
        "date_evidence": map(_fields, annotated.dates.evidence),
        "mentions": map(_fields, annotated.mentions),
    }
    rows = {
        table: [{"doc_id": document.doc_id, **row} for row in items]
        for table, items in tables.items()
    }
    rows["sources"] = source_rows(annotated.sources, annotated.encoding_name)
    return rows


def _fields(record: Any) -> dict[str, Any]:  # noqa: ANN401  # any of the slotted records above
    return {name: getattr(record, name) for name in record.__slots__}

"""What a batch of the warehouse holds of documents: read back, or taken over as it is.

Called by a batch that annotates documents in part, because only some annotators changed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.records import (
    DateAnnotations,
    DateEvidence,
    DateStatus,
    DocId,
    Document,
    DocumentDate,
    LanguageGuess,
    LanguageMethod,
    LineKind,
    LineLabel,
    Metadata,
    TimeExpression,
)
from copydesk.schema import STORED
from copydesk.store.describe import OF_THE_TEXT, Items, items_of_rows, warning_of_text
from copydesk.store.given import strong_metadata_of
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import FileEntry, only_documents, read_whole, write_table
from copydesk.store.place import place_of
from copydesk.text import segment
from copydesk.text.publisher import publisher_of

CHUNK_DOCUMENTS = 500
"""Documents that are Python objects at a time: a merged batch may hold twenty thousand."""
COLUMNS = {
    "documents": ("text",),
    "sources": (
        "source_id",
        "path",
        "member",
        "is_primary",
        "source_name",
        "url",
        "encoding_name",
        "encoding_score",
        "metadata_warning",
    ),
    "source_metadata": ("source_id", "item_no", "origin", "key", "value", "field", "line_no"),
    "lines": ("line_no", "kind", "reason", "score"),
    "languages": tuple(LanguageGuess.__slots__),
    "dates": tuple(TimeExpression.__slots__),
    "document_dates": tuple(DocumentDate.__slots__),
    "date_evidence": tuple(DateEvidence.__slots__),
}
"""What makes a document of stored rows."""
DATE_TABLES = frozenset({"dates", "document_dates", "date_evidence"})
"""Read only to resolve them again."""
SOURCE_TABLES = frozenset({"sources", "source_metadata"})
"""Read always: they tell what the document is."""


@dataclass(frozen=True, slots=True)
class ToldByBytes:
    """What raw bytes told of a document beside its text.

    Attributes:
        encoding: Their encoding and how sure it is, 0 to 1.
        items: What the text says of itself.
        warning: What is wrong with that.
    """

    encoding: tuple[str | None, float | None]
    items: Items
    warning: str | None


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as the annotators saw it, with what was said of its lines, its language and its dates.

    `dates` is None where they are not asked for.
    """

    document: Document
    told: ToldByBytes
    labels: tuple[LineLabel, ...]
    languages: tuple[LanguageGuess, ...]
    dates: DateAnnotations | None


def read_documents(
    warehouse: Path, batch: BatchEntry, doc_ids: Collection[DocId], tables: Collection[str]
) -> Iterator[HeldDocument]:
    """Yield documents, in the order in which the batch holds them.

    Args:
        warehouse: The warehouse folder.
        batch: The batch that holds the documents.
        doc_ids: The documents.
        tables: The tables to read: only of these, labels, languages and dates are given.

    Raises:
        WarehouseDamagedError: A file of the batch is missing or damaged.
    """
    stored = {
        table: _select(warehouse, batch, table, doc_ids, ("doc_id", *columns))
        for table, columns in COLUMNS.items()
        if table in tables
    }
    ordered = [row.as_py() for row in stored["documents"]["doc_id"]]
    for start in range(0, len(ordered), CHUNK_DOCUMENTS):
        yield from _documents(stored, ordered[start : start + CHUNK_DOCUMENTS])


def take_over(
    warehouse: Path, batch: BatchEntry, doc_ids: Collection[DocId], tables: Collection[str]
) -> dict[str, FileEntry]:
    """Return files with some tables' rows of documents: those of the batch where it holds no others."""
    if batch.document_count == len(doc_ids):
        return {table: batch.files[table] for table in tables if table in batch.files}
    rows = {table: _select(warehouse, batch, table, doc_ids) for table in tables}
    return {
        table: write_table(warehouse, table, data) for table, data in rows.items() if data.num_rows
    }


def _select(
    warehouse: Path,
    batch: BatchEntry,
    table: str,
    doc_ids: Collection[DocId],
    columns: Sequence[str] | None = None,
) -> pa.Table:
    if table not in batch.files:  # a table without rows has no file
        return STORED[table].arrow_schema().empty_table()
    return only_documents(read_whole(warehouse, batch.files[table], columns), doc_ids)


def _documents(stored: Mapping[str, pa.Table], doc_ids: Sequence[DocId]) -> Iterator[HeldDocument]:
    rows: dict[str, dict[DocId, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for table, data in stored.items():
        rows[table] = _by_document(only_documents(data, doc_ids))
    for doc_id in doc_ids:
        [text] = (row["text"] for row in rows["documents"][doc_id])
        [primary] = (row for row in rows["sources"][doc_id] if row["is_primary"])
        said = rows["source_metadata"][doc_id]
        items = items_of_rows(row for row in said if row["source_id"] == primary["source_id"])
        yield HeldDocument(
            _document(doc_id, text, primary, strong_metadata_of(items)),
            _told_by_bytes(primary, items),
            tuple(_label(row) for row in rows["lines"][doc_id]),
            tuple(sorted((_guess(row) for row in rows["languages"][doc_id]), key=_rank)),
            _dates({table: rows[table][doc_id] for table in DATE_TABLES}),
        )


def _by_document(rows: pa.Table) -> dict[DocId, list[dict[str, Any]]]:
    by_document: dict[DocId, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.to_pylist():
        by_document[row.pop("doc_id")].append(row)
    return by_document


def _document(doc_id: DocId, text: str, source: Mapping[str, Any], metadata: Metadata) -> Document:
    """Return the document as its first annotation made it: lines and paragraphs follow from the text."""
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    place = place_of(source["path"], source["member"])
    publisher_name = publisher_of(source["source_name"], source["url"], source["path"])
    return Document(doc_id, text, lines, paragraphs, metadata, place, publisher_name)


def _told_by_bytes(source: Mapping[str, Any], items: Items) -> ToldByBytes:
    encoding = (source["encoding_name"], source["encoding_score"])
    in_text = tuple(item for item in items if item.origin in OF_THE_TEXT)
    return ToldByBytes(encoding, in_text, warning_of_text(source["metadata_warning"]))


def _label(row: Mapping[str, Any]) -> LineLabel:
    return LineLabel(row["line_no"], LineKind(row["kind"]), row["reason"], row["score"])


def _guess(row: Mapping[str, Any]) -> LanguageGuess:
    votes = None if row["votes"] is None else dict(row["votes"])  # Arrow gives a map as pairs
    return LanguageGuess(**{**row, "method": LanguageMethod(row["method"]), "votes": votes})


def _dates(rows: Mapping[str, list[dict[str, Any]]]) -> DateAnnotations | None:
    if not rows["document_dates"]:
        return None
    [own] = rows["document_dates"]
    found = (_expression(row) for row in rows["dates"])
    evidence = (DateEvidence(**row) for row in rows["date_evidence"])
    return DateAnnotations(
        tuple(sorted(found, key=lambda row: row.date_no)),
        DocumentDate(**own),
        tuple(sorted(evidence, key=lambda row: row.evidence_no)),
    )


def _expression(row: dict[str, Any]) -> TimeExpression:
    status, alternatives = DateStatus(row["status"]), tuple(row["alternatives"])
    return TimeExpression(**{**row, "status": status, "alternatives": alternatives})


def _rank(guess: LanguageGuess) -> tuple[int, int]:
    """Return the place of a guess: those for the whole document first."""
    return (guess.line_no or 0, guess.rank)

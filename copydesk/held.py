"""What batches of the warehouse hold of documents: read back, or taken over as it is.

Called by a batch that annotates documents in part, because only some annotators changed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.records import (
    DocId,
    Document,
    LanguageGuess,
    LineKind,
    LineLabel,
    Metadata,
)
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import FileEntry, only_documents, read_table, write_table
from copydesk.text import segment

METADATA_COLUMNS = tuple(Metadata.__slots__)


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as the annotators saw it, with what was said of its lines and its language."""

    document: Document
    labels: tuple[LineLabel, ...]
    languages: tuple[LanguageGuess, ...]


def read_documents(
    warehouse: Path,
    batches: Sequence[BatchEntry],
    doc_ids: Sequence[DocId],
    tables: Collection[str],
) -> Iterator[HeldDocument]:
    """Yield documents, in the order given.

    Args:
        warehouse: The warehouse folder.
        batches: Batches that hold the documents.
        doc_ids: The documents.
        tables: The tables whose rows are current: only of these, labels and languages are given.

    Raises:
        WarehouseError: A file of the batches is missing or damaged.
    """

    def read(table: str, *columns: str) -> dict[DocId, list[dict[str, Any]]]:
        if table not in tables:
            return defaultdict(list)
        return _by_document(_select(warehouse, batches, table, doc_ids, ("doc_id", *columns)))

    texts = read("documents", "text")
    sources = read("sources", "path", "is_primary", *METADATA_COLUMNS)
    lines = read("lines", "line_no", "kind", "reason", "score")
    languages = read("languages", "line_no", "rank", "language_code", "score", "detector")
    for doc_id in doc_ids:
        [primary] = (row for row in sources[doc_id] if row["is_primary"])
        yield HeldDocument(
            _document(doc_id, texts[doc_id][0]["text"], primary),
            tuple(_label(row) for row in lines[doc_id]),
            tuple(sorted((LanguageGuess(**row) for row in languages[doc_id]), key=_rank)),
        )


def take_over(
    warehouse: Path,
    batches: Sequence[BatchEntry],
    doc_ids: Collection[DocId],
    tables: Collection[str],
) -> dict[str, FileEntry]:
    """Return files with some tables' rows of documents: those that are there where they hold no others."""
    if len(batches) == 1 and batches[0].document_count == len(doc_ids):
        return {table: batches[0].files[table] for table in tables if table in batches[0].files}
    files = {}
    for table in tables:
        rows = _select(warehouse, batches, table, doc_ids)
        if rows is not None and rows.num_rows:
            files[table] = write_table(warehouse, table, rows)
    return files


def _select(
    warehouse: Path,
    batches: Sequence[BatchEntry],
    table: str,
    doc_ids: Collection[DocId],
    columns: Sequence[str] | None = None,
) -> pa.Table | None:
    parts = [
        only_documents(read_table(warehouse, batch.files[table], columns), doc_ids)
        for batch in batches
        if table in batch.files
    ]
    return pa.concat_tables(parts) if parts else None


def _by_document(rows: pa.Table | None) -> dict[DocId, list[dict[str, Any]]]:
    by_document: dict[DocId, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.to_pylist() if rows is not None else ():
        by_document[row.pop("doc_id")].append(row)
    return by_document


def _document(doc_id: DocId, text: str, source: Mapping[str, Any]) -> Document:
    """Return the document as its first annotation made it: lines and paragraphs follow from the text."""
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    metadata = Metadata(**{name: source[name] for name in METADATA_COLUMNS})
    return Document(doc_id, text, lines, paragraphs, metadata, source["path"])


def _label(row: Mapping[str, Any]) -> LineLabel:
    return LineLabel(row["line_no"], LineKind(row["kind"]), row["reason"], row["score"])


def _rank(guess: LanguageGuess) -> tuple[int, int]:
    """Return the place of a guess: those for the whole document first."""
    return (guess.line_no or 0, guess.rank)

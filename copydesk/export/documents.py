"""The chosen documents one by one, each with its rows of other views, in bounded memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import pyarrow as pa

from copydesk.export.sorting import Sorter

Row = Mapping[str, Any]
READ_ROWS = 500
"""Rows that are Python objects at a time: of `documents` a few megabytes."""


@dataclass(frozen=True, slots=True)
class ExportedDocument:
    """A document with what is said of it.

    Attributes:
        fields: Column of `documents` -> value.
        rows: View -> its rows of this document without the id, in the order of the text.
    """

    fields: Row
    rows: Mapping[str, Sequence[Row]]

    @property
    def doc_id(self) -> UUID:
        """The document's id."""
        return UUID(str(self.fields["doc_id"]))

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return str(self.fields["text"])


class _Follower:
    """Rows of a view, which follow the documents in the same order."""

    def __init__(self, table: pa.Table) -> None:
        self._groups = groupby(_rows(table), key=itemgetter("doc_id"))
        self._head = next(self._groups, None)

    def rows_of(self, doc_id: UUID) -> list[Row]:
        """Return the rows of a document. Documents must be asked for in order."""
        if self._head is None or self._head[0] != doc_id:
            return []
        rows = [_without_id(row) for row in self._head[1]]
        self._head = next(self._groups, None)
        return rows


def each_document(sorter: Sorter, views: Sequence[str]) -> Iterator[ExportedDocument]:
    """Give the selected documents by id, each with its rows of some views."""
    sorted_tables = [sorter.tables(view) for view in ("documents", *views)]
    for documents, *others in zip(*sorted_tables, strict=True):
        followers = dict(zip(views, map(_Follower, others), strict=True))
        for fields in _rows(documents):
            doc_id = fields["doc_id"]
            yield ExportedDocument(
                fields, {view: follower.rows_of(doc_id) for view, follower in followers.items()}
            )


def _rows(table: pa.Table) -> Iterator[Row]:
    for batch in table.to_batches(READ_ROWS):
        yield from batch.to_pylist()


def _without_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "doc_id"}

"""Documents of which other things are said now: which of them keep what was made of their text.

Called by the plan. What is said now is read from the raw folder, what was said before from the stored rows.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from copydesk.records import DocId, Metadata, SourceRef
from copydesk.store.describe import (
    CHANGED,
    OF_THE_TEXT,
    DescribedSource,
    Items,
    describe_all,
    items_of_rows,
)
from copydesk.store.file_types import is_html
from copydesk.store.given import strong_metadata_of
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import only_documents, read_whole
from copydesk.store.place import place_of
from copydesk.store.raw import RawFolder, source_id_of

COLUMNS = (
    "doc_id",
    "source_id",
    "item_no",
    "origin",
    "key",
    "value",
    "field",
    "line_no",
)
"""What makes the statements of a source."""
Shape = Callable[[Metadata, str], Hashable]
"""Gives, of a document's metadata and its publisher, all that steps other than the dates' resolution go by."""


@dataclass(frozen=True, slots=True)
class Retold:
    """A document of which another thing is said now than a batch holds.

    Attributes:
        batch: The batch.
        before: The source that shaped the document there.
        now: The one that shapes it now; the bytes are the same.
    """

    batch: BatchEntry
    before: SourceRef
    now: SourceRef


def keeps_text(before: SourceRef, now: SourceRef) -> bool:
    """Return whether a batch holds the text of a source, made with all that it says of the source.

    Of a source that changed during a run the annotators did not see what the batch says. A page is read by a package
    whose version stands in its metadata hash: such a source is always read again.
    """
    places = [place_of(source.path, source.member) for source in (before, now)]
    return not before.metadata_hash.endswith(CHANGED) and not any(map(is_html, places))


def keeping_shape(
    warehouse: Path, raw: RawFolder, shape: Shape, retold: Sequence[Retold]
) -> frozenset[DocId]:
    """Return the documents for which all but the dates comes out as it is stored.

    Args:
        warehouse: The warehouse folder.
        raw: The raw folder. A container is gone through once.
        shape: What of the metadata decides that.
        retold: The documents, each once.

    Raises:
        WarehouseDamagedError: A file of a batch is missing or damaged.
    """
    described = describe_all(raw, [one.now for one in retold])
    said_before = _said_before(warehouse, retold)
    kept = set()
    for one in retold:
        items = said_before.get(source_id_of(one.before.path, one.before.member), ())
        in_text = tuple(item for item in items if item.origin in OF_THE_TEXT)
        before = DescribedSource(one.before, items, None)
        now = described[one.now.path, one.now.member].with_text(in_text, None)
        if _shape(shape, before) == _shape(shape, now):
            kept.add(one.now.doc_id)
    return frozenset(kept)


def _shape(shape: Shape, described: DescribedSource) -> Hashable:
    return shape(strong_metadata_of(described.items), described.publisher_name)


def _said_before(warehouse: Path, retold: Iterable[Retold]) -> dict[UUID, Items]:
    """Return what was said of the sources of documents, by source."""
    doc_ids: dict[str, list[DocId]] = defaultdict(list)
    files = {}
    for one in retold:
        entry = one.batch.files.get("source_metadata")
        if entry is not None:  # else nothing was said of any source of the batch
            files[entry.path] = entry
            doc_ids[entry.path].append(one.before.doc_id)
    rows: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for path, entry in files.items():
        table = only_documents(read_whole(warehouse, entry, COLUMNS), doc_ids[path])
        for row in table.to_pylist():
            rows[row["source_id"]].append(row)
    return {source_id: items_of_rows(found) for source_id, found in rows.items()}

"""Rejections that stand without another try: the plan carries them over from the version before."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from copydesk.records import DocId, ReasonCode, Rejection, SourceRef
from copydesk.store.file_types import is_html
from copydesk.store.manifest import Manifest
from copydesk.store.parquet import read_table
from copydesk.store.place import place_of
from copydesk.store.raw import RETRIED
from copydesk.store.sources import SourceKey, source_refs, where_in


def kept_rejections(
    warehouse: Path, head: Manifest | None, sources: pa.Table, fingerprint: str
) -> list[Rejection]:
    """Return the rejections of earlier runs that would come again: same bytes, same sources, same reader.

    Args:
        warehouse: The warehouse folder.
        head: Its newest version.
        sources: The sources found, a table of SOURCE_SCHEMA.
        fingerprint: That of what reads texts.
    """
    if head is None or "rejections" not in head.tables:
        return []
    columns = ("path", "member", "reason_code", "detail", "doc_id", "fingerprint")
    rows = read_table(warehouse, head.tables["rejections"], columns).to_pylist()
    refused = [
        Rejection(
            row["path"], row["member"], ReasonCode(row["reason_code"]), row["detail"], row["doc_id"]
        )
        for row in rows
        if row["fingerprint"] == fingerprint and row["doc_id"] is not None
    ]
    refused = [item for item in refused if item.reason_code not in RETRIED]
    before = _places_by_document(refused)
    doc_ids = pa.array([doc_id.bytes for doc_id in before], pa.binary(16))
    now = _places_by_document(source_refs(where_in(sources, sources["doc_id"], doc_ids)))
    kept = {
        doc_id
        for doc_id, places in before.items()
        if now.get(doc_id) == places and _is_read_alike(places)
    }
    return [item for item in refused if item.doc_id in kept]


def _places_by_document(
    sources: Iterable[SourceRef | Rejection],
) -> dict[DocId, set[SourceKey]]:
    places: dict[DocId, set[SourceKey]] = defaultdict(set)
    for source in sources:
        if source.doc_id is not None:
            places[source.doc_id].add((source.path, source.member))
    return places


def _is_read_alike(places: Iterable[SourceKey]) -> bool:
    """Return whether the same bytes give the same text, whichever source comes first."""
    return len({is_html(place_of(path, member)) for path, member in places}) == 1

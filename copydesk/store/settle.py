"""Commits: a batch of new documents, and the end of a run that takes out what is gone.

Every function builds on the head of the manifest log and can be repeated after a crash: what is already in
the head is not done twice. Nothing is published here (see `copydesk.store.publish`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from copydesk.errors import WarehouseError
from copydesk.faults import FaultPoint, reach
from copydesk.records import DocId, MetadataOrigin, Rejection
from copydesk.store.derived import derive
from copydesk.store.describe import (
    OF_THE_TEXT,
    DescribedSource,
    Items,
    describe_all,
    items_of_rows,
    metadata_rows,
    source_rows,
    warning_of_text,
)
from copydesk.store.entities import Resolver
from copydesk.store.manifest import BatchEntry, Manifest, commit
from copydesk.store.parquet import (
    FileEntry,
    read_whole,
    without_documents,
    write_rows,
    write_table,
)
from copydesk.store.plan import DocumentWork, Plan
from copydesk.store.raw import RawFolder
from copydesk.store.search_index import without_index
from copydesk.store.sources import SourceCounts, SourceKey

SOURCE_TABLES = ("sources", "source_metadata")
"""Tables with rows of each source: written anew where the sources of a document change."""


@dataclass(frozen=True, slots=True)
class RunStamp:
    """The run that commits, and its clock."""

    run_id: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class _Listing:
    """A document whose sources are to be listed anew, and what is said of all that are."""

    work: DocumentWork
    described: Mapping[SourceKey, DescribedSource]

    @property
    def doc_id(self) -> DocId:
        return self.work.doc_id

    def sources(self) -> list[DescribedSource]:
        """Return its sources with what is said of them outside of its text."""
        return [self.described[source.path, source.member] for source in self.work.sources]


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run ends with: the rows of `runs` and `rejections` are made from it, entities by its resolver."""

    source_count: int
    counts: SourceCounts
    rejections: tuple[Rejection, ...]
    fingerprint: str
    resolver: Resolver


def commit_batch(
    warehouse: Path, stamp: RunStamp, batch_id: str, batch: BatchEntry, now: datetime
) -> Manifest:
    """Add a batch. It is readable only once its run is complete and published."""

    def add(head: Manifest) -> Manifest:
        if batch_id in head.batches:
            raise WarehouseError(warehouse, f"holds a batch {batch_id} already; please report it")
        batches = {**head.batches, batch_id: batch}
        return head.successor(stamp.run_id, now, is_complete=False, batches=batches)

    return commit(warehouse, add)


def commit_run(
    warehouse: Path, raw: RawFolder, stamp: RunStamp, plan: Plan, outcome: RunOutcome, now: datetime
) -> Manifest:
    """Take out dropped documents, list further sources, write the tables of the whole warehouse: one version."""
    listed = [source for work in plan.relisted.values() for one in work for source in one.sources]
    described = describe_all(raw, listed)  # once: a container is gone through for it

    def finish(head: Manifest) -> Manifest:
        batches = dict(head.batches)
        for batch_id in plan.dropped.keys() | plan.relisted.keys():
            dropped = plan.dropped.get(batch_id, frozenset())
            batch = batches.pop(batch_id)
            if len(dropped) < batch.document_count:
                relisted = plan.relisted.get(batch_id, ())
                batches[batch_id] = _rewrite(
                    warehouse, batch, dropped, [_Listing(one, described) for one in relisted]
                )
        document_count = sum(batch.document_count for batch in batches.values())
        tables = {
            "rejections": _write_rejections(warehouse, head, stamp, outcome),
            "runs": _write_runs(warehouse, head, stamp, outcome, document_count, now),
        }
        batches, derived = derive(warehouse, head, batches, outcome.resolver)
        tables |= derived
        _refuse_loss(warehouse, batches.values(), outcome)
        reach(FaultPoint.RUN_SETTLED)
        return head.successor(stamp.run_id, now, is_complete=True, batches=batches, tables=tables)

    return commit(warehouse, finish)


def _refuse_loss(warehouse: Path, batches: Iterable[BatchEntry], outcome: RunOutcome) -> None:
    """Stop before the commit where a source is neither kept nor rejected."""
    kept = sum(batch.files["sources"].row_count for batch in batches)
    if kept + len(outcome.rejections) != outcome.source_count:
        raise WarehouseError(
            warehouse,
            f"would not be complete: of {outcome.source_count:,} sources found {kept:,} are kept and "
            f"{len(outcome.rejections):,} rejected; readers keep the version before; please report it",
        )


def _rewrite(
    warehouse: Path,
    batch: BatchEntry,
    dropped: frozenset[DocId],
    relisted: Sequence[_Listing],
) -> BatchEntry:
    """Return the batch without some documents and with other sources of others (copy-on-write)."""
    files: dict[str, FileEntry] = {}
    kept = without_index(batch.files) if dropped else batch.files
    for table, entry in kept.items():
        if table not in SOURCE_TABLES or not relisted:
            files |= _drop(warehouse, table, entry, dropped)
    if relisted:
        files |= _relist(warehouse, batch, dropped, relisted)
    count = batch.document_count - len(dropped)
    share = count / batch.document_count
    seconds = {stage: share * spent for stage, spent in batch.stage_seconds.items()}
    return replace(batch, document_count=count, files=files, stage_seconds=seconds)


def _drop(
    warehouse: Path, table: str, entry: FileEntry, dropped: frozenset[DocId]
) -> dict[str, FileEntry]:
    """Return the table's file without documents; none where nothing is left of it."""
    if not dropped:
        return {table: entry}
    before = read_whole(warehouse, entry)
    after = without_documents(before, dropped)
    if after.num_rows == before.num_rows:
        return {table: entry}
    return {table: write_table(warehouse, table, after)} if after.num_rows else {}


def _relist(
    warehouse: Path,
    batch: BatchEntry,
    dropped: frozenset[DocId],
    listings: Sequence[_Listing],
) -> dict[str, FileEntry]:
    """Return the files of SOURCE_TABLES without some documents and with the rows of others written anew."""
    before = {
        table: read_whole(warehouse, batch.files[table]).to_pylist()
        for table in SOURCE_TABLES
        if table in batch.files
    }
    renewed = {listing.doc_id for listing in listings}
    rows = {
        table: [row for row in before.get(table, []) if row["doc_id"] not in renewed | dropped]
        for table in SOURCE_TABLES
    }
    encodings = {
        row["doc_id"]: (row["encoding_name"], row["encoding_score"]) for row in before["sources"]
    }
    in_text = _items_of_texts(before.get("source_metadata", []))
    warnings = {
        row["doc_id"]: warning_of_text(row["metadata_warning"]) for row in before["sources"]
    }
    for listing in listings:
        doc_id = listing.doc_id
        sources = [
            source.with_text(in_text.get(doc_id, ()), warnings[doc_id])
            for source in listing.sources()
        ]
        rows["sources"] += source_rows(sources, *encodings[listing.doc_id])
        rows["source_metadata"] += metadata_rows(sources)
    return {table: write_rows(warehouse, table, found) for table, found in rows.items() if found}


def _items_of_texts(rows: Iterable[dict[str, Any]]) -> dict[DocId, Items]:
    """Return, for each document, what its own text says of it: the same stands in the rows of all its sources."""
    by_source: dict[tuple[DocId, UUID], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if MetadataOrigin(row["origin"]) in OF_THE_TEXT:
            by_source[row["doc_id"], row["source_id"]].append(row)
    return {doc_id: items_of_rows(found) for (doc_id, _), found in by_source.items()}


def _write_rejections(
    warehouse: Path, head: Manifest, stamp: RunStamp, outcome: RunOutcome
) -> FileEntry:
    before = _rows(warehouse, head, "rejections")
    first_run = {
        (row["path"], row["member"], row["reason_code"], row["doc_id"]): row["run_id"]
        for row in before
    }
    rows = [
        {
            "path": item.path,
            "member": item.member,
            "reason_code": str(item.reason_code),
            "detail": item.detail,
            "run_id": first_run.get(
                (item.path, item.member, str(item.reason_code), item.doc_id), stamp.run_id
            ),
            "doc_id": item.doc_id,
            "fingerprint": outcome.fingerprint,
        }
        for item in sorted(outcome.rejections, key=lambda item: (item.path, item.member or ""))
    ]
    return write_rows(warehouse, "rejections", rows)


def _write_runs(
    warehouse: Path,
    head: Manifest,
    stamp: RunStamp,
    outcome: RunOutcome,
    document_count: int,
    now: datetime,
) -> FileEntry:
    row = {
        "run_id": stamp.run_id,
        "started_at": stamp.started_at.replace(tzinfo=None),
        "finished_at": now.replace(tzinfo=None),
        "source_count": outcome.source_count,
        "added_count": outcome.counts.added,
        "changed_count": outcome.counts.changed,
        "removed_count": outcome.counts.removed,
        "unchanged_count": outcome.counts.unchanged,
        "rejected_count": len(outcome.rejections),
        "document_count": document_count,
    }
    return write_rows(warehouse, "runs", [*_rows(warehouse, head, "runs"), row])


def _rows(warehouse: Path, head: Manifest, table: str) -> list[dict[str, Any]]:
    return read_whole(warehouse, head.tables[table]).to_pylist() if table in head.tables else []

"""The plan of a run: what the raw folder holds against what the warehouse holds.

A pure comparison. It reads the raw folder (`scan`) and the `sources` and `rejections` files of the newest
manifest, and writes nothing: `copydesk plan` prints it, `copydesk run` carries it out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.records import DocId, ReasonCode, Rejection, SourceRef
from copydesk.store.manifest import Manifest
from copydesk.store.parquet import read_table
from copydesk.store.raw import KnownFile, Scan

SourceKey = tuple[str, str | None]
"""Path and member: what identifies a source."""
SourceState = tuple[DocId, str]
"""Document and metadata hash of a source: what tells that it changed."""
RETRIED = frozenset(
    {ReasonCode.CHANGED_WHILE_READ, ReasonCode.UNREADABLE, ReasonCode.ANNOTATION_FAILED}
)
"""Rejections that may not be the content's fault alone: the source is tried again in every run."""


@dataclass(frozen=True, slots=True)
class DocumentWork:
    """A document to annotate, with all its sources; the first one's metadata shapes it."""

    doc_id: DocId
    sources: tuple[SourceRef, ...]

    @property
    def byte_count(self) -> int:
        """Size of the raw text in bytes."""
        return self.sources[0].byte_count


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What changed between two states of the sources."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do.

    Attributes:
        work: Documents to annotate, in order of path.
        reasons: Why they are annotated -> how many: `new`, `date in the path or metadata changed`, `annotator changed`.
        dropped: Batch id -> documents to take out of it (gone, or annotated anew in `work`).
        relisted: Batch id -> documents in it whose further sources changed: only `sources` is rewritten.
        rejections: Known before any work: from discovery, and from earlier runs where nothing changed.
        source_count: Sources found: files below the raw folder, and what could not be listed there.
        before: The sources that readers see now.
        published_version: The version that readers see now; None before the first.
        after: The sources that it will hold if nothing of `work` is rejected.
        known: What the next scan may trust (see `copydesk.store.scan_cache`).
    """

    work: tuple[DocumentWork, ...]
    reasons: Mapping[str, int]
    dropped: Mapping[str, frozenset[DocId]]
    relisted: Mapping[str, tuple[DocumentWork, ...]]
    rejections: tuple[Rejection, ...]
    source_count: int
    published_version: int | None
    before: Mapping[SourceKey, SourceState]
    after: Mapping[SourceKey, SourceState]
    known: Mapping[str, KnownFile]

    @property
    def is_empty(self) -> bool:
        """Whether the warehouse is up to date already."""
        return not (self.work or self.dropped or self.relisted)


@dataclass(frozen=True, slots=True)
class _Holding:
    """A document as one batch of the warehouse holds it."""

    batch_id: str
    sources: tuple[SourceRef, ...]
    is_current: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """The warehouse that a plan builds on.

    Attributes:
        warehouse: Its folder.
        head: Its newest version: batches of a run that was cut short are in it and are not done again.
        published: Its newest version that readers see: changes are counted from there.
        path_clue: Gives what a path says to the annotators. Of a file that was moved, only `sources` is
            written anew where the clue is the same.
    """

    warehouse: Path
    head: Manifest | None
    published: Manifest | None
    path_clue: Callable[[str], str]


def make_plan(ground: Ground, found: Scan, fingerprints: Mapping[str, str]) -> Plan:
    """Return what has to be done so that the warehouse holds what the raw folder holds.

    Args:
        ground: The warehouse.
        found: The raw folder.
        fingerprints: Annotator name -> fingerprint, as they are now.
    """
    holdings = _holdings(ground.warehouse, ground.head, fingerprints)
    kept = _kept_rejections(ground, found.sources, combined(fingerprints))
    rejected = {(rejection.path, rejection.member) for rejection in kept}
    wanted = _documents(
        source for source in found.sources if (source.path, source.member) not in rejected
    )
    work, reasons, relisted = [], Counter[str](), defaultdict[str, list[DocumentWork]](list)
    dropped = {(holding.batch_id, doc_id) for doc_id, held in holdings.items() for holding in held}
    for document in wanted:
        held = holdings.get(document.doc_id, ())
        holding, reason = _usable(document, held, ground.path_clue)
        if holding is None:
            work.append(document)
            reasons[reason] += 1
            continue
        dropped.discard((holding.batch_id, document.doc_id))
        if set(map(_state, holding.sources)) != set(map(_state, document.sources)):
            relisted[holding.batch_id].append(document)
    is_published = ground.head == ground.published
    seen = holdings if is_published else _holdings(ground.warehouse, ground.published, fingerprints)
    before = _states(holding for held in seen.values() for holding in held)
    return Plan(
        work=tuple(work),
        reasons=dict(reasons),
        dropped=_by_batch(dropped),
        relisted={batch_id: tuple(documents) for batch_id, documents in relisted.items()},
        rejections=(*found.rejections, *kept),
        source_count=len(found.sources) + len(found.rejections),
        published_version=ground.published.version if ground.published else None,
        before=before,
        after=_states(wanted),
        known=found.known,
    )


def count_changes(
    before: Mapping[SourceKey, SourceState], after: Mapping[SourceKey, SourceState]
) -> SourceCounts:
    """Return how many sources differ between two states."""
    both = before.keys() & after.keys()
    unchanged = sum(before[key] == after[key] for key in both)
    return SourceCounts(
        added=len(after) - len(both),
        changed=len(both) - unchanged,
        removed=len(before) - len(both),
        unchanged=unchanged,
    )


def split(
    work: Sequence[DocumentWork], *, documents: int, byte_count: int
) -> list[tuple[DocumentWork, ...]]:
    """Cut the work into batches of at most so many documents and (but for single giants) bytes."""
    batches: list[tuple[DocumentWork, ...]] = []
    batch: list[DocumentWork] = []
    size = 0
    for document in work:
        if batch and (len(batch) >= documents or size + document.byte_count > byte_count):
            batches.append(tuple(batch))
            batch, size = [], 0
        batch.append(document)
        size += document.byte_count
    return [*batches, tuple(batch)] if batch else batches


def combined(fingerprints: Mapping[str, str]) -> str:
    """Return one text for all fingerprints together."""
    return ",".join(f"{name}={fingerprints[name]}" for name in sorted(fingerprints))


def _usable(
    document: DocumentWork, holdings: Sequence[_Holding], path_clue: Callable[[str], str]
) -> tuple[_Holding | None, str]:
    """Return the holding that is as a clean build would make it, or None and why there is none."""
    reason = "new"
    wanted = document.sources[0]
    for holding in holdings:
        stored = holding.sources[0]
        is_same_path = stored.path == wanted.path or path_clue(stored.path) == path_clue(
            wanted.path
        )
        if not is_same_path or stored.metadata_hash != wanted.metadata_hash:
            reason = "date in the path or metadata changed"
        elif not holding.is_current:
            reason = "annotator changed"
        else:
            return holding, ""
    return None, reason


def _holdings(
    warehouse: Path, head: Manifest | None, fingerprints: Mapping[str, str]
) -> dict[DocId, list[_Holding]]:
    holdings: dict[DocId, list[_Holding]] = defaultdict(list)
    for batch_id, batch in head.batches.items() if head else ():
        columns = ("path", "member", "doc_id", "byte_count", "metadata_hash")
        rows = read_table(warehouse, batch.files["sources"], columns)
        sources = [SourceRef(*row) for row in zip(*_lists(rows, columns), strict=True)]
        is_current = batch.fingerprints == fingerprints
        for document in _documents(sources):
            holdings[document.doc_id].append(_Holding(batch_id, document.sources, is_current))
    return holdings


def _kept_rejections(
    ground: Ground, sources: Iterable[SourceRef], fingerprint: str
) -> list[Rejection]:
    head = ground.head
    if head is None or "rejections" not in head.tables:
        return []
    now = {(source.path, source.member): source.doc_id for source in sources}
    columns = ("path", "member", "reason_code", "detail", "doc_id", "fingerprint")
    rows = read_table(ground.warehouse, head.tables["rejections"], columns)
    return [
        Rejection(path, member, ReasonCode(code), detail, doc_id)
        for path, member, code, detail, doc_id, made_by in zip(*_lists(rows, columns), strict=True)
        if made_by == fingerprint
        and ReasonCode(code) not in RETRIED
        and doc_id is not None
        and now.get((path, member)) == doc_id
    ]


def _documents(sources: Iterable[SourceRef]) -> list[DocumentWork]:
    """Group sources by document: the first of each is the one with a sidecar, else the first by path."""
    by_document: dict[DocId, list[SourceRef]] = defaultdict(list)
    for source in sources:
        by_document[source.doc_id].append(source)
    grouped = [
        DocumentWork(doc_id, tuple(sorted(items, key=_precedence)))
        for doc_id, items in by_document.items()
    ]
    return sorted(grouped, key=lambda document: _precedence(document.sources[0])[1:])


def _precedence(source: SourceRef) -> tuple[bool, str, str]:
    return (not source.metadata_hash, source.path, source.member or "")


def _state(source: SourceRef) -> tuple[str, str | None, str]:
    return (source.path, source.member, source.metadata_hash)


def _states(documents: Iterable[DocumentWork | _Holding]) -> dict[SourceKey, SourceState]:
    return {
        (source.path, source.member): (source.doc_id, source.metadata_hash)
        for document in documents
        for source in document.sources
    }


def _by_batch(pairs: Iterable[tuple[str, DocId]]) -> dict[str, frozenset[DocId]]:
    batches: dict[str, set[DocId]] = defaultdict(set)
    for batch_id, doc_id in pairs:
        batches[batch_id].add(doc_id)
    return {batch_id: frozenset(doc_ids) for batch_id, doc_ids in batches.items()}


def _lists(rows: pa.Table, columns: Sequence[str]) -> list[list[Any]]:
    return [rows[name].to_pylist() for name in columns]

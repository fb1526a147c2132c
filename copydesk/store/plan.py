"""The plan of a run: what the raw folder holds against what the warehouse holds.

A pure comparison. It reads the `sources` and `rejections` files of the newest manifest, and writes nothing:
`copydesk plan` prints it, `copydesk run` carries it out. Whole columns tell which documents nothing happened
to; only the others are looked at one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from copydesk.records import DocId, Rejection, SourceRef
from copydesk.store import html
from copydesk.store.describe import is_described
from copydesk.store.known import Known
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import read_table
from copydesk.store.place import place_of
from copydesk.store.refused import kept_rejections
from copydesk.store.retold import Retold, keeps_text
from copydesk.store.scan import Scan
from copydesk.store.sources import (
    SOURCE_SCHEMA,
    Column,
    SourceKey,
    differing,
    source_refs,
    sources_elsewhere,
    where_in,
)

TEXT_STEP = "text"
"""The step that makes documents of raw bytes: where it is outdated, nothing stored can be used."""
RETOLD_STEPS = frozenset({"description", "date_resolution"})
"""All that is done where another thing is said of a document, and nothing that another step goes by."""
HELD_SCHEMA = SOURCE_SCHEMA.append(pa.field("batch_id", pa.string()))
"""A row a source of each batch of a version."""


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
class Renewal:
    """Documents of a batch for which some steps are to be done again, from the stored text.

    Attributes:
        batch_id: The batch that holds them.
        batch: Its entry.
        steps: The steps whose fingerprint is another now, or RETOLD_STEPS, or both.
        work: The documents.
    """

    batch_id: str
    batch: BatchEntry
    steps: frozenset[str]
    work: tuple[DocumentWork, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do.

    Attributes:
        work: Documents to annotate from their raw bytes, in the order of the scan.
        renewals: Documents to annotate in part from the stored text.
        reasons: Why documents are annotated -> how many.
        dropped: Batch id -> documents to take out of it (gone, or annotated anew).
        relisted: Batch id -> documents in it whose further sources changed: only `sources` is rewritten.
        rejections: Known before any work: from discovery, and from earlier runs where nothing changed.
        source_count: Sources found: files below the raw folder, members of containers, and what could not be
            listed there.
        head: The newest version: what the plan builds on; None before the first.
        published_version: The version that readers see now; None before the first.
        before: The sources that readers see now.
        after: The sources that they will see if nothing of `work` is rejected.
        known: What the next scan may trust (see `copydesk.store.scan_cache`).
    """

    work: tuple[DocumentWork, ...]
    renewals: tuple[Renewal, ...]
    reasons: Mapping[str, int]
    dropped: Mapping[str, frozenset[DocId]]
    relisted: Mapping[str, tuple[DocumentWork, ...]]
    rejections: tuple[Rejection, ...]
    source_count: int
    head: Manifest | None
    published_version: int | None
    before: pa.Table
    after: pa.Table
    known: Known

    @property
    def is_empty(self) -> bool:
        """Whether readers see what they would see after a run. What a killed run had done they do not see yet."""
        is_published = self.head is not None and self.head.version == self.published_version
        return is_published and not (self.work or self.dropped or self.relisted)

    @property
    def renewed_count(self) -> int:
        """Documents that are annotated in part."""
        return sum(len(renewal.work) for renewal in self.renewals)


@dataclass(frozen=True, slots=True)
class _Holding:
    """A document as one batch of the warehouse holds it, with the steps that are outdated there."""

    batch_id: str
    sources: tuple[SourceRef, ...]
    outdated: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """The warehouse that a plan builds on.

    Attributes:
        warehouse: Its folder.
        head: Its newest version: batches of a run that was cut short are in it and are not done again.
        published: Its newest version that readers see: changes are counted from there.
        path_clue: Gives what a path says to the annotators. Of a file that was moved, only `sources` is
            written anew where the clue is the same.
        keeping_shape: Gives those of some documents of which nothing is said that other steps than RETOLD_STEPS go by.
    """

    warehouse: Path
    head: Manifest | None
    published: Manifest | None
    path_clue: Callable[[str], str]
    keeping_shape: Callable[[Sequence[Retold]], Collection[DocId]]


def make_plan(ground: Ground, found: Scan, fingerprints: Mapping[str, str]) -> Plan:
    """Return what has to be done so that the warehouse holds what the raw folder holds.

    Args:
        ground: The warehouse.
        found: The raw folder.
        fingerprints: Step name -> fingerprint, as they are now.
    """
    head = ground.head
    batches = head.batches if head else {}
    held = _held(ground.warehouse, head)
    kept = kept_rejections(ground.warehouse, head, found.sources, reader_fingerprint(fingerprints))
    wanted = sources_elsewhere(found.sources, [(item.path, item.member) for item in kept])
    outdated = {
        batch_id: frozenset(
            name for name, now in fingerprints.items() if batch.fingerprints.get(name) != now
        )
        for batch_id, batch in batches.items()
    }
    touched = _touched(wanted, held, [batch_id for batch_id, steps in outdated.items() if steps])
    documents = _documents(source_refs(where_in(wanted, wanted["doc_id"], touched)))
    holdings = _holdings(where_in(held, held["doc_id"], touched), outdated)
    sorting = _Sorting(ground, holdings, documents)
    for document in documents:
        sorting.place(document)
    is_published = head == ground.published
    return Plan(
        work=tuple(sorting.work),
        renewals=tuple(
            Renewal(batch_id, batches[batch_id], steps, tuple(work))
            for (batch_id, steps), work in sorting.renewed.items()
        ),
        reasons=dict(sorting.reasons),
        dropped=_by_batch(sorting.dropped),
        relisted={batch_id: tuple(work) for batch_id, work in sorting.relisted.items()},
        rejections=(*found.rejections, *kept),
        source_count=found.sources.num_rows + len(found.rejections),
        head=head,
        published_version=ground.published.version if ground.published else None,
        before=held if is_published else _held(ground.warehouse, ground.published),
        after=wanted,
        known=found.known,
    )


def reader_fingerprint(fingerprints: Mapping[str, str]) -> str:
    """Return the fingerprint of what reads texts: under another, what was rejected is tried again."""
    return f"{fingerprints[TEXT_STEP]} {html.version()}".rstrip()


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


class _Sorting:
    """Puts each touched document where it belongs.

    Attributes:
        work: To be annotated from the raw bytes.
        renewed: Batch id and steps -> to be annotated in part.
        relisted: Batch id -> to be listed with other sources.
        dropped: Pairs of batch and document: all that are held and not used.
        reasons: Why documents are annotated -> how many.
    """

    def __init__(
        self,
        ground: Ground,
        holdings: Mapping[DocId, Sequence[_Holding]],
        documents: Iterable[DocumentWork],
    ) -> None:
        self._path_clue = ground.path_clue
        self._holdings = holdings
        self._batches = ground.head.batches if ground.head else {}
        self.work: list[DocumentWork] = []
        self.renewed: dict[tuple[str, frozenset[str]], list[DocumentWork]] = defaultdict(list)
        self.relisted: dict[str, list[DocumentWork]] = defaultdict(list)
        self.dropped = {
            (holding.batch_id, doc_id) for doc_id, held in holdings.items() for holding in held
        }
        self.reasons = Counter[str]()
        self._retold = self._find_retold(documents, ground.keeping_shape)

    def place(self, document: DocumentWork) -> None:
        """Use the best holding of a document, or annotate it anew."""
        held = self._holdings.get(document.doc_id, ())
        fitting = self._fitting(document)
        if fitting:
            self._use(document, min(fitting, key=_outdated_count))
        elif document.doc_id in self._retold:
            holding = self._retold[document.doc_id]
            self._renew(document, holding, RETOLD_STEPS | holding.outdated)
            self.reasons["metadata or date in the path changed: dates only"] += 1
        else:
            self._annotate(document, "metadata or date in the path changed" if held else "new")

    def _use(self, document: DocumentWork, best: _Holding) -> None:
        """Use a holding that is shaped as a clean build would shape the document."""
        is_same = set(map(_state, best.sources)) == set(map(_state, document.sources))
        if not best.outdated:
            self.dropped.discard((best.batch_id, document.doc_id))
            if not is_same:
                self.relisted[best.batch_id].append(document)
        elif is_same and TEXT_STEP not in best.outdated:
            self._renew(document, best, best.outdated)
            self.reasons[f"annotator changed: {', '.join(sorted(best.outdated))}"] += 1
        else:
            self._annotate(document, "reader changed, or annotator and sources")

    def _find_retold(
        self,
        documents: Iterable[DocumentWork],
        keeping_shape: Callable[[Sequence[Retold]], Collection[DocId]],
    ) -> dict[DocId, _Holding]:
        """Return the documents whose dates alone are to be made anew, and what holds the rest of them."""
        found: dict[DocId, _Holding] = {}
        retold: list[Retold] = []
        for document in documents:
            held = self._holdings.get(document.doc_id, ())
            now = document.sources[0]
            kept = [
                holding
                for holding in held
                if TEXT_STEP not in holding.outdated and keeps_text(holding.sources[0], now)
            ]
            if kept and not self._fitting(document):
                best = found[document.doc_id] = min(kept, key=_outdated_count)
                batch = self._batches[best.batch_id]
                retold.append(Retold(batch, best.sources[0], now))
        keeping = keeping_shape(retold)
        return {doc_id: holding for doc_id, holding in found.items() if doc_id in keeping}

    def _fitting(self, document: DocumentWork) -> list[_Holding]:
        held = self._holdings.get(document.doc_id, ())
        return [holding for holding in held if self._is_shaped_alike(document, holding)]

    def _renew(self, document: DocumentWork, holding: _Holding, steps: frozenset[str]) -> None:
        self.renewed[holding.batch_id, steps].append(document)

    def _annotate(self, document: DocumentWork, reason: str) -> None:
        self.work.append(document)
        self.reasons[reason] += 1

    def _is_shaped_alike(self, document: DocumentWork, holding: _Holding) -> bool:
        """Return whether a clean build would give the annotators the same path clue and metadata."""
        stored, wanted = holding.sources[0], document.sources[0]
        if stored.metadata_hash != wanted.metadata_hash:
            return False
        places = [place_of(source.path, source.member) for source in (stored, wanted)]
        return places[0] == places[1] or self._path_clue(places[0]) == self._path_clue(places[1])


def _outdated_count(holding: _Holding) -> int:
    return len(holding.outdated)


def _touched(wanted: pa.Table, held: pa.Table, outdated: Sequence[str]) -> Column:
    """Return the documents to look at: those that differ, are held twice, or by an outdated batch."""
    holders = held.group_by("doc_id").aggregate([("batch_id", "count_distinct")])
    parts = [
        differing(wanted, held),
        differing(held, wanted),
        where_in(held, held["batch_id"], pa.chunked_array([outdated], pa.string())),
        holders.filter(pc.field("batch_id_count_distinct") > 1),
    ]
    doc_ids = pa.concat_tables([part.select(["doc_id"]) for part in parts])["doc_id"]
    return doc_ids.unique()


def _held(warehouse: Path, manifest: Manifest | None) -> pa.Table:
    """Return the sources of a version's batches, a table of HELD_SCHEMA."""
    tables = [HELD_SCHEMA.empty_table()]
    for batch_id, batch in manifest.batches.items() if manifest else ():
        rows = read_table(warehouse, batch.files["sources"], SOURCE_SCHEMA.names)
        doc_ids = rows["doc_id"].cast(pa.binary(16))
        rows = rows.set_column(rows.schema.get_field_index("doc_id"), "doc_id", doc_ids)
        rows = rows.append_column("batch_id", pa.repeat(batch_id, rows.num_rows))
        tables.append(rows.select(HELD_SCHEMA.names).cast(HELD_SCHEMA))
    return pa.concat_tables(tables).combine_chunks()


def _holdings(
    held: pa.Table, outdated: Mapping[str, frozenset[str]]
) -> dict[DocId, list[_Holding]]:
    by_batch: dict[str, list[SourceRef]] = defaultdict(list)
    for batch_id, source in zip(held["batch_id"].to_pylist(), source_refs(held), strict=True):
        by_batch[str(batch_id)].append(source)
    holdings: dict[DocId, list[_Holding]] = defaultdict(list)
    for batch_id, sources in by_batch.items():
        for document in _documents(sources):
            holding = _Holding(batch_id, document.sources, outdated[batch_id])
            holdings[document.doc_id].append(holding)
    return holdings


def _documents(sources: Iterable[SourceRef]) -> list[DocumentWork]:
    """Group sources by document, in the order in which the first source of each stands.

    The first source of a document is one of which something is said, else the first by path.
    """
    by_document: dict[DocId, list[SourceRef]] = defaultdict(list)
    order: dict[SourceKey, int] = {}
    for source in sources:
        by_document[source.doc_id].append(source)
        order[source.path, source.member] = len(order)
    grouped = [
        DocumentWork(doc_id, tuple(sorted(items, key=_precedence)))
        for doc_id, items in by_document.items()
    ]
    # Members are to be read in the order in which their container holds them.
    return sorted(grouped, key=lambda document: order[_place(document.sources[0])])


def _precedence(source: SourceRef) -> tuple[bool, str, str]:
    return (not is_described(source.metadata_hash), source.path, source.member or "")


def _place(source: SourceRef) -> SourceKey:
    return (source.path, source.member)


def _state(source: SourceRef) -> tuple[str, str | None, str]:
    return (source.path, source.member, source.metadata_hash)


def _by_batch(pairs: Iterable[tuple[str, DocId]]) -> dict[str, frozenset[DocId]]:
    batches: dict[str, set[DocId]] = defaultdict(set)
    for batch_id, doc_id in pairs:
        batches[batch_id].add(doc_id)
    return {batch_id: frozenset(doc_ids) for batch_id, doc_ids in batches.items()}

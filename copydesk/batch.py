"""A batch of documents, from raw files to Parquet files: what a worker process does.

Called by the pipeline in one process or by the flow's tasks in many. The path of a document:
`read_source` -> `decode` -> `normalise` -> `segment` -> the annotators -> `rows_of` -> `write_rows`. Where only
some annotators changed, it begins with the text that the warehouse holds.
"""

import logging
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from copydesk.annotate import boilerplate, dates, entities, language, sentences
from copydesk.annotate.entities import EntityEngine
from copydesk.annotate.registry import tables_of
from copydesk.errors import CopydeskError, InputError
from copydesk.faults import FaultPoint, reach
from copydesk.held import read_documents, take_over
from copydesk.records import Document, ReasonCode, Rejection, SourceRef
from copydesk.rows import AnnotatedDocument, Rows, rows_of
from copydesk.schema import BATCH_TABLES
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import FileEntry, write_rows
from copydesk.store.plan import DocumentWork
from copydesk.store.raw import describe, read_source, rejection_of
from copydesk.text import decode, normalise, segment

logger = logging.getLogger(__name__)

NOT_OF_THE_DOCUMENT = (CopydeskError, OSError, MemoryError)
"""Errors that say nothing of the document under way: they stop the batch instead of rejecting it."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A batch to annotate: everything a worker needs, and no text.

    Attributes:
        raw: The raw folder.
        warehouse: The warehouse folder.
        work: The documents.
        fingerprints: Step name -> fingerprint, for the manifest.
        steps: The steps to do.
        held: Batches that hold the documents: texts and the tables of all other steps are taken from there.
            None are named where the documents are to be read from their raw bytes.
    """

    raw: Path
    warehouse: Path
    work: tuple[DocumentWork, ...]
    fingerprints: Mapping[str, str]
    steps: frozenset[str]
    held: tuple[BatchEntry, ...] = ()

    @property
    def batch_id(self) -> str:
        """Made from all that shapes the documents, so the same work has the same id and no other has."""
        firsts = [document.sources[0] for document in self.work]
        states = sorted(
            repr((str(one.doc_id), one.path, one.member, one.metadata_hash)) for one in firsts
        )
        parts = [*states, repr(sorted(self.fingerprints.items()))]
        return sha256("\n".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class BatchReceipt:
    """What a worker hands back: files and counts, and no text.

    `peak_bytes` is the highest resident memory of the worker's process so far.
    """

    batch_id: str
    entry: BatchEntry
    rejections: tuple[Rejection, ...]
    peak_bytes: int


@dataclass(slots=True)
class StopWatch:
    """Wall seconds by stage, added up."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of a block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start


def annotate_batch(request: BatchRequest) -> BatchReceipt:
    """Annotate the documents of a batch and write their Parquet files.

    A source that cannot become a document is a rejection in the receipt; it never stops the batch.

    Raises:
        TransientError: A raw file cannot be read now.
        WarehouseError: The warehouse cannot be read or written.
    """
    watch = StopWatch()
    annotated: list[AnnotatedDocument] = []
    rejections: list[Rejection] = []
    for read in _read_stored(request, watch) if request.held else _read_raw(request, watch):
        if isinstance(read, Rejection):
            rejections.append(read)
            continue
        try:
            annotated.append(_annotate(read, request.steps, watch))
        except InputError as error:
            rejections += _reject(read.refs, error)
    if entities.NAME in request.steps:
        with watch.stage("entities"):
            annotated, failed = _add_mentions(annotated)
        rejections += failed
    with watch.stage("write"):
        files = _write(request, annotated)
    seconds = dict(watch.seconds)
    entry = BatchEntry(len(annotated), dict(request.fingerprints), files, seconds)
    reach(FaultPoint.BATCH_WRITTEN)
    _log(request, entry, seconds)
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return BatchReceipt(request.batch_id, entry, tuple(rejections), peak_bytes)


@cache
def _engine() -> EntityEngine:
    """Load the entity engine, once a process and only where a document needs it."""
    return entities.load()


def _read_raw(request: BatchRequest, watch: StopWatch) -> Iterator[AnnotatedDocument | Rejection]:
    """Yield the documents of a batch as their raw bytes make them."""
    for work in request.work:
        try:
            yield _read_document(request.raw, work, watch)
        except InputError as error:
            yield from _reject(work.sources, error)


def _read_stored(request: BatchRequest, watch: StopWatch) -> Iterator[AnnotatedDocument]:
    """Yield the documents of a batch as the warehouse holds them, with what is current of them."""
    current = set(BATCH_TABLES) - set(tables_of(request.steps))
    doc_ids = [work.doc_id for work in request.work]
    with watch.stage("read"):
        found = list(read_documents(request.warehouse, request.held, doc_ids, current))
    for work, one in zip(request.work, found, strict=True):
        yield AnnotatedDocument(one.document, work.sources, one.labels, one.languages)


def _read_document(raw: Path, work: DocumentWork, watch: StopWatch) -> AnnotatedDocument:
    with watch.stage("read"):
        decoded = decode.decode(read_source(raw, work.sources[0]))
        described = tuple(describe(raw, source) for source in work.sources)
    with watch.stage("text"):
        text = normalise.normalise(decoded.text)
        lines = segment.lines(text)
        if not lines:
            detail = "nothing is left of it but white space and control characters"
            raise InputError(ReasonCode.EMPTY, detail)
        paragraphs = segment.paragraphs(text, lines)
    path, metadata = work.sources[0].path, described[0].metadata
    document = Document(work.doc_id, text, lines, paragraphs, metadata, path)
    return AnnotatedDocument(
        document, work.sources, described=described, encoding_name=decoded.encoding_name
    )


def _annotate(
    read: AnnotatedDocument, steps: frozenset[str], watch: StopWatch
) -> AnnotatedDocument:
    """Return a document with the results of some steps; those of the others are there already."""
    done = read
    document = read.document
    try:
        if boilerplate.NAME in steps:
            with watch.stage("boilerplate"):
                done = replace(done, labels=boilerplate.annotate(document))
        if language.NAME in steps:
            with watch.stage("language"):
                done = replace(done, languages=language.annotate(document, done.labels))
        if sentences.NAME in steps:
            with watch.stage("sentences"):
                done = replace(done, sentences=sentences.annotate(document, done.language_code))
        if dates.NAME in steps:
            with watch.stage("dates"):
                done = replace(done, dates=dates.annotate(document, done.language_code))
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        logger.exception("annotation failed: path=%s", document.path)
        raise _annotation_failed(error) from error
    return done


def _add_mentions(
    annotated: Sequence[AnnotatedDocument],
) -> tuple[list[AnnotatedDocument], list[Rejection]]:
    """Return the documents with their mentions, and those that the model fails on as rejections."""
    codes = {item.language_code for item in annotated}
    if not entities.LANGUAGES & codes:
        return list(annotated), []
    engine = _engine()  # a missing model is no fault of a document: it stops the run
    try:
        found = entities.annotate(
            [item.document for item in annotated],
            [item.language_code for item in annotated],
            engine,
        )
        return [replace(item, mentions=found[i]) for i, item in enumerate(annotated)], []
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        if len(annotated) == 1:
            logger.exception("annotation failed: path=%s", annotated[0].document.path)
            return [], _reject(annotated[0].refs, _annotation_failed(error))
    # One document of the batch is the cause: go through them one by one.
    single = [_add_mentions([item]) for item in annotated]
    kept = [item for items, _ in single for item in items]
    return kept, [rejection for _, items in single for rejection in items]


def _write(request: BatchRequest, annotated: Sequence[AnnotatedDocument]) -> dict[str, FileEntry]:
    names = tables_of(request.steps)
    tables: Rows = defaultdict(list)
    for item in annotated:
        for table, rows in rows_of(item, names).items():
            tables[table] += rows
    files = {
        table: write_rows(request.warehouse, table, rows) for table, rows in tables.items() if rows
    }
    if request.held:
        doc_ids = [item.document.doc_id for item in annotated]
        others = [table for table in BATCH_TABLES if table not in names]
        files |= take_over(request.warehouse, request.held, doc_ids, others)
    return files


def _reject(sources: Sequence[SourceRef], error: InputError) -> list[Rejection]:
    return [rejection_of(error, item.path, item.member, item.doc_id) for item in sources]


def _annotation_failed(error: Exception) -> InputError:
    detail = f"an annotator failed on it ({type(error).__name__}: {error}); please report it"
    return InputError(ReasonCode.ANNOTATION_FAILED, detail)


def _log(request: BatchRequest, entry: BatchEntry, seconds: Mapping[str, float]) -> None:
    stages = Counter(seconds)
    logger.info(
        "batch annotated: batch_id=%s documents=%d rejected=%d seconds=%.1f slowest=%s",
        request.batch_id,
        entry.document_count,
        len(request.work) - entry.document_count,
        stages.total(),
        stages.most_common(1)[0][0] if stages else "none",
    )

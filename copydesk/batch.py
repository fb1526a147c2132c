"""A batch of documents, from raw files to Parquet files: what a worker process does.

Called by the pipeline in one process or by the flow's tasks in many. The path of a document:
`read_source` -> `decode` -> `normalise` -> `segment` -> the annotators -> `rows_of` -> `write_rows`.
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
from copydesk.errors import CopydeskError, InputError
from copydesk.faults import FaultPoint, reach
from copydesk.records import Document, ReasonCode, Rejection, SourceRef
from copydesk.rows import AnnotatedDocument, Rows, rows_of
from copydesk.store.manifest import BatchEntry
from copydesk.store.parquet import FileEntry, write_rows
from copydesk.store.plan import DocumentWork, combined
from copydesk.store.raw import DescribedSource, describe, read_source, rejection_of
from copydesk.text import decode, normalise, segment

logger = logging.getLogger(__name__)

NOT_OF_THE_DOCUMENT = (CopydeskError, OSError, MemoryError)
"""Errors that say nothing of the document under way: they stop the batch instead of rejecting it."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A batch to annotate: everything a worker needs, and no text."""

    raw: Path
    warehouse: Path
    work: tuple[DocumentWork, ...]
    fingerprints: Mapping[str, str]

    @property
    def batch_id(self) -> str:
        """Made from all that shapes the documents, so the same work has the same id and no other has."""
        firsts = [document.sources[0] for document in self.work]
        states = sorted(
            repr((str(one.doc_id), one.path, one.member, one.metadata_hash)) for one in firsts
        )
        parts = [*states, combined(self.fingerprints)]
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
    """Read, normalise and annotate the documents of a batch and write their Parquet files.

    A source that cannot become a document is a rejection in the receipt; it never stops the batch.
    """
    watch = StopWatch()
    annotated: list[AnnotatedDocument] = []
    rejections: list[Rejection] = []
    for work in request.work:
        try:
            read = _read_document(request.raw, work, watch)
            annotated.append(_annotate(read, watch))
        except InputError as error:
            rejections += _reject(work.sources, error)
    with watch.stage("entities"):
        annotated, failed = _add_mentions(annotated)
    with watch.stage("write"):
        files = _write(request, annotated)
    entry = BatchEntry(len(annotated), dict(request.fingerprints), files, dict(watch.seconds))
    reach(FaultPoint.BATCH_WRITTEN)
    _log(request, entry, watch.seconds)
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return BatchReceipt(request.batch_id, entry, (*rejections, *failed), peak_bytes)


@cache
def _engine() -> EntityEngine:
    """Load the entity engine, once a process and only where a document needs it."""
    return entities.load()


@dataclass(frozen=True, slots=True)
class _ReadDocument:
    """A document before its annotation, with its sources as they were read."""

    document: Document
    sources: tuple[DescribedSource, ...]
    encoding_name: str


def _read_document(raw: Path, work: DocumentWork, watch: StopWatch) -> _ReadDocument:
    with watch.stage("read"):
        decoded = decode.decode(read_source(raw, work.sources[0]))
        sources = tuple(describe(raw, source) for source in work.sources)
    with watch.stage("text"):
        text = normalise.normalise(decoded.text)
        lines = segment.lines(text)
        if not lines:
            detail = "nothing is left of it but white space and control characters"
            raise InputError(ReasonCode.EMPTY, detail)
        paragraphs = segment.paragraphs(text, lines)
    path, metadata = work.sources[0].path, sources[0].metadata
    document = Document(work.doc_id, text, lines, paragraphs, metadata, path)
    return _ReadDocument(document, sources, decoded.encoding_name)


def _annotate(read: _ReadDocument, watch: StopWatch) -> AnnotatedDocument:
    document = read.document
    try:
        with watch.stage("boilerplate"):
            labels = boilerplate.annotate(document)
        with watch.stage("language"):
            languages = language.annotate(document, labels)
        code = languages[0].language_code
        with watch.stage("sentences"):
            sentence_spans = sentences.annotate(document, code)
        with watch.stage("dates"):
            date_annotations = dates.annotate(document, code)
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        logger.exception("annotation failed: path=%s", document.path)
        raise _annotation_failed(error) from error
    return AnnotatedDocument(
        document=document,
        sources=read.sources,
        encoding_name=read.encoding_name,
        labels=labels,
        languages=languages,
        sentences=sentence_spans,
        dates=date_annotations,
    )


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
            sources = [item.source for item in annotated[0].sources]
            return [], _reject(sources, _annotation_failed(error))
    # One document of the batch is the cause: go through them one by one.
    single = [_add_mentions([item]) for item in annotated]
    kept = [item for items, _ in single for item in items]
    return kept, [rejection for _, items in single for rejection in items]


def _write(request: BatchRequest, annotated: Sequence[AnnotatedDocument]) -> dict[str, FileEntry]:
    tables: Rows = defaultdict(list)
    for item in annotated:
        for table, rows in rows_of(item).items():
            tables[table] += rows
    return {
        table: write_rows(request.warehouse, table, rows) for table, rows in tables.items() if rows
    }


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

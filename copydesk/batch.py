"""A batch of documents, from raw files to Parquet files: what a worker process does.

Called by the pipeline in one process or by the flow's tasks in many. The path of a document:
`read_source` or `MemberReader.read` -> `made_document` (decode, normalise, segment) -> the annotators -> `rows_of`
-> `write_table`. Where only some annotators changed, it begins with the text that the warehouse holds.
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
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.annotate import (
    amounts,
    boilerplate,
    dates,
    entities,
    language,
    line_rules,
    quality,
    sentences,
)
from copydesk.annotate.registry import DEFAULT_CONFIGURATION, DESCRIPTION, Configuration, tables_of
from copydesk.errors import CopydeskError, InputError
from copydesk.faults import FaultPoint, reach
from copydesk.held import DATE_TABLES, SOURCE_TABLES, ToldByBytes, read_documents, take_over
from copydesk.reading import RawDocument, made_document
from copydesk.records import DocId, ReasonCode, Rejection, SourceRef
from copydesk.rows import AnnotatedDocument, Rows, rows_of
from copydesk.schema import BATCH_TABLES
from copydesk.store.describe import DescribedSource, describe_file, describe_member
from copydesk.store.given import strong_metadata_of
from copydesk.store.manifest import BatchEntry
from copydesk.store.member_reader import MemberReader
from copydesk.store.parquet import FileEntry, row_table, write_table
from copydesk.store.place import place_of
from copydesk.store.plan import DocumentWork
from copydesk.store.raw import RawFolder, read_source, rejection_of
from copydesk.store.sources import SourceKey

logger = logging.getLogger(__name__)

CHUNK_DOCUMENTS = 500
"""Documents whose annotations are Python objects at a time."""
NOT_OF_THE_DOCUMENT = (CopydeskError, OSError, MemoryError)
"""Errors that say nothing of the document under way: they stop the batch instead of rejecting it."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A batch to annotate: everything a worker needs, and no text.

    Attributes:
        raw: The raw folder.
        warehouse: The warehouse folder.
        base_version: The version that the plan builds on; -1 before the first.
        work: The documents.
        fingerprints: Step name -> fingerprint, for the manifest.
        steps: The steps to do.
        held: The batch that holds the documents: texts and the tables of all other steps are taken from there.
            None where the documents are to be read from their raw bytes.
        described: Members of containers that the batch does not read itself: to reach one, its container is gone
            through, so that is done for all batches at once.
        configuration: What the user sets that shapes results.
    """

    raw: RawFolder
    warehouse: Path
    base_version: int
    work: tuple[DocumentWork, ...]
    fingerprints: Mapping[str, str]
    steps: frozenset[str]
    held: BatchEntry | None = None
    described: Mapping[SourceKey, DescribedSource] = field(default_factory=dict)
    configuration: Configuration = DEFAULT_CONFIGURATION

    @property
    def batch_id(self) -> str:
        """Made from the documents and the version before, so no version holds it yet."""
        doc_ids = sorted(str(document.doc_id) for document in self.work)
        return sha256("\n".join([str(self.base_version), *doc_ids]).encode()).hexdigest()[:12]


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
    watch, rejections, written = StopWatch(), list[Rejection](), _Written(request)
    read = _read_stored(request, watch) if request.held else _read_raw(request, watch)
    while chunk := list(islice(read, CHUNK_DOCUMENTS)):
        rejections += (item for item in chunk if isinstance(item, Rejection))
        documents = [item for item in chunk if isinstance(item, AnnotatedDocument)]
        annotated, failed = _annotate_all(documents, request, watch)
        rejections += failed
        with watch.stage("write"):
            written.add(annotated)
    with watch.stage("write"):
        files = written.files()
    entry = BatchEntry(len(written.doc_ids), request.fingerprints, files, dict(watch.seconds))
    reach(FaultPoint.BATCH_WRITTEN)
    _log(request, entry)
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return BatchReceipt(request.batch_id, entry, tuple(rejections), peak_bytes)


class _Written:
    """The rows of a batch: Arrow tables, which take a tenth of the memory that objects do, then files.

    Attributes:
        doc_ids: The documents whose rows they are.
    """

    def __init__(self, request: BatchRequest) -> None:
        self._request = request
        self._names = tables_of(request.steps)
        self._parts: dict[str, list[pa.Table]] = defaultdict(list)
        self.doc_ids: list[DocId] = []

    def add(self, annotated: Sequence[AnnotatedDocument]) -> None:
        """Take the rows of documents in."""
        tables: Rows = defaultdict(list)
        for item in annotated:
            self.doc_ids.append(item.document.doc_id)
            for table, rows in rows_of(item, self._names).items():
                tables[table] += rows
        for table, rows in tables.items():
            self._parts[table].append(row_table(table, rows))

    def files(self) -> dict[str, FileEntry]:
        """Write what was taken in, take over the rest, and return table name -> file."""
        request, files = self._request, dict[str, FileEntry]()
        for table, parts in self._parts.items():
            rows = pa.concat_tables(parts)
            if rows.num_rows:
                files[table] = write_table(request.warehouse, table, rows)
        if request.held is not None and self.doc_ids:
            others = [table for table in BATCH_TABLES if table not in self._names]
            files |= take_over(request.warehouse, request.held, self.doc_ids, others)
        return files


def _read_raw(request: BatchRequest, watch: StopWatch) -> Iterator[AnnotatedDocument | Rejection]:
    """Yield the documents of a batch as their raw bytes make them, or why they cannot be made."""
    for work in request.work:
        with watch.stage("read"):
            found, unread = _read_first(request, work.sources)
        yield from unread
        if found is None:
            continue
        try:
            with watch.stage("text"):
                document = _made(work.doc_id, found, request.raw)
        except InputError as error:
            yield from _reject(found.refs, error)
        else:
            yield document


def _made(doc_id: DocId, found: RawDocument, raw: RawFolder) -> AnnotatedDocument:
    """Return the document that raw bytes hold; what they do to a reader is a fault of theirs alone."""
    try:
        return made_document(doc_id, found, raw.fields)
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        logger.exception("reading failed: path=%s", found.place)
        raise _failed("reading it", error) from error


@cache
def _readers() -> list[MemberReader]:
    """Return the reader of this process, if there is one: containers stay open from batch to batch."""
    return []


def close_containers() -> None:
    """Let go of the container that this process has open: no batch follows."""
    for reader in _readers():
        reader.close()


def _member_reader(raw: RawFolder) -> MemberReader:
    readers = _readers()
    if not readers or readers[0].raw != raw:
        readers[:] = [MemberReader(raw)]
    return readers[0]


def _read_first(
    request: BatchRequest, sources: Sequence[SourceRef]
) -> tuple[RawDocument | None, list[Rejection]]:
    """Return what the first source that can be read holds, and what cannot be read."""
    unread: list[Rejection] = []
    for position, source in enumerate(sources):
        try:
            content, described = _read(request.raw, source)
        except InputError as error:  # gone or another now; its copies may be as they were
            unread += _reject([source], error)
            continue
        copies = tuple(_describe(request, copy) for copy in sources[position + 1 :])
        return RawDocument(content, (described, *copies)), unread
    return None, unread


def _read(raw: RawFolder, source: SourceRef) -> tuple[bytes, DescribedSource]:
    if source.member is None:
        return read_source(raw, source), describe_file(raw, source)
    member = _member_reader(raw).read(source)
    return member.content, describe_member(raw, source, member)


def _describe(request: BatchRequest, source: SourceRef) -> DescribedSource:
    if source.member is None:
        return describe_file(request.raw, source)
    return request.described[source.path, source.member]


def _read_stored(
    request: BatchRequest, watch: StopWatch
) -> Iterator[AnnotatedDocument | Rejection]:
    """Yield the documents of a batch as the warehouse holds them, with what is current of them."""
    sources = {work.doc_id: work.sources for work in request.work}
    tables = _tables_to_read(request.steps)
    if request.held is not None:
        with watch.stage("read"):
            found = read_documents(request.warehouse, request.held, sources.keys(), tables)
        for one in found:
            refs = sources[one.document.doc_id]
            held = AnnotatedDocument(
                one.document, refs, one.labels, languages=one.languages, dates=one.dates
            )
            yield _retold(held, one.told, request) if DESCRIPTION.name in request.steps else held


def _retold(held: AnnotatedDocument, told: ToldByBytes, request: BatchRequest) -> AnnotatedDocument:
    """Return a document of the warehouse with what is said of its sources now."""
    described = tuple(
        _describe(request, source).with_text(told.items, told.warning) for source in held.refs
    )
    source = described[0].source
    document = replace(
        held.document,
        metadata=strong_metadata_of(described[0].items),
        path=place_of(source.path, source.member),
        publisher_name=described[0].publisher_name,
    )
    return replace(held, document=document, described=described, encoding=told.encoding)


def _tables_to_read(steps: frozenset[str]) -> set[str]:
    """Return the tables to read for some steps: those that are current, and those that are made anew of themselves."""
    current = set(BATCH_TABLES) - set(tables_of(steps)) - DATE_TABLES
    is_resolved_again = dates.RESOLUTION_NAME in steps and dates.NAME not in steps
    return current | SOURCE_TABLES | (DATE_TABLES if is_resolved_again else set())


def _annotate_all(
    documents: Sequence[AnnotatedDocument], request: BatchRequest, watch: StopWatch
) -> tuple[list[AnnotatedDocument], list[Rejection]]:
    """Return documents with the results of some steps, and those that an annotator fails on as rejections."""
    annotated, rejections = list[AnnotatedDocument](), list[Rejection]()
    for document in documents:
        try:
            annotated.append(_annotate(document, request, watch))
        except InputError as error:
            rejections += _reject(document.refs, error)
    if entities.NAME not in request.steps:
        return annotated, rejections
    with watch.stage("entities"):
        annotated, failed = _add_mentions(annotated, request.configuration)
    return annotated, [*rejections, *failed]


def _annotate(
    read: AnnotatedDocument, request: BatchRequest, watch: StopWatch
) -> AnnotatedDocument:
    """Return a document with the results of some steps; those of the others are there already."""
    done, steps = read, request.steps
    document = read.document
    configuration = request.configuration
    rules, orders = configuration.rules, configuration.dates.order
    try:
        if boilerplate.NAME in steps:
            with watch.stage("boilerplate"):
                done = replace(done, labels=boilerplate.annotate(document))
        if line_rules.NAME in steps and rules:
            with watch.stage("line_rules"):
                done = replace(done, decisions=line_rules.annotate(document, rules))
        if language.NAME in steps:
            with watch.stage("language"):
                found = language.annotate(document, done.labels, audit=configuration.language.audit)
                done = replace(done, languages=found)
        for one in (quality, sentences, amounts):  # each goes by text and language alone
            if one.NAME in steps:
                with watch.stage(one.NAME):
                    rows: Any = one.annotate(document, done.language_code)
                    done = replace(done, **{one.NAME: rows})
        if dates.NAME in steps:
            with watch.stage("dates"):
                done = replace(done, dates=dates.annotate(document, done.language_code, orders))
        elif dates.RESOLUTION_NAME in steps and read.dates is not None:
            with watch.stage(dates.RESOLUTION_NAME):
                again = dates.date_again(document, done.language_code, read.dates, orders)
                done = replace(done, dates=again)
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        logger.exception("annotation failed: path=%s", document.path)
        raise _failed("annotating it", error) from error
    return done


def _add_mentions(
    annotated: Sequence[AnnotatedDocument], configuration: Configuration
) -> tuple[list[AnnotatedDocument], list[Rejection]]:
    """Return the documents with their mentions, and those that the model fails on as rejections."""
    try:
        found = entities.annotate(
            [item.document for item in annotated],
            [item.language_code for item in annotated],
            entities.load(configuration.entity_models),
            [entities.foreign_paragraphs(item.languages) for item in annotated],
        )
        return [replace(item, mentions=found[i]) for i, item in enumerate(annotated)], []
    except NOT_OF_THE_DOCUMENT:
        raise
    except Exception as error:
        if len(annotated) == 1:
            logger.exception("annotation failed: path=%s", annotated[0].document.path)
            return [], _reject(annotated[0].refs, _failed("annotating it", error))
    # One document of the batch is the cause: go through them one by one.
    single = [_add_mentions([item], configuration) for item in annotated]
    kept = [item for items, _ in single for item in items]
    return kept, [rejection for _, items in single for rejection in items]


def _reject(sources: Sequence[SourceRef], error: InputError) -> list[Rejection]:
    return [rejection_of(error, item.path, item.member, item.doc_id) for item in sources]


def _failed(what: str, error: Exception) -> InputError:
    detail = f"{what} failed ({type(error).__name__}: {error}); please report it"
    return InputError(ReasonCode.ANNOTATION_FAILED, detail)


def _log(request: BatchRequest, entry: BatchEntry) -> None:
    stages = Counter(entry.stage_seconds)
    logger.info(
        "batch annotated: batch_id=%s documents=%d rejected=%d seconds=%.1f slowest=%s",
        request.batch_id,
        entry.document_count,
        len(request.work) - entry.document_count,
        stages.total(),
        stages.most_common(1)[0][0] if stages else "none",
    )

"""The whole job without Prefect: plan, annotate batches, commit, publish.

The flows call these functions one by one and add what Prefect shows; nothing here imports it. `run` does
the same in one process: the shortest way to read how a run goes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from uuid import uuid4

import pyarrow as pa

from copydesk.annotate.entities.resolution.world import WorldGazetteer
from copydesk.annotate.registry import (
    DESCRIPTION,
    configuration_of,
    fingerprints,
    path_clue,
    shape,
)
from copydesk.batch import BatchReceipt, BatchRequest, annotate_batch, close_containers
from copydesk.faults import FaultPoint, reach
from copydesk.records import Rejection, SourceRef
from copydesk.resolved import make_resolver
from copydesk.settings import MEBIBYTE, Settings, refuse_impossible_folders
from copydesk.store import settle
from copydesk.store.collect import cleared_up, remove_unfinished
from copydesk.store.describe import describe_all
from copydesk.store.known import nothing_known
from copydesk.store.lock import writer_lock
from copydesk.store.manifest import Manifest, create, read_head, read_published, read_version
from copydesk.store.plan import (
    TEXT_STEP,
    DocumentWork,
    Ground,
    Plan,
    make_plan,
    reader_fingerprint,
    split,
)
from copydesk.store.publish import publish, published_version, refuse_missing
from copydesk.store.raw import RETRIED, raw_folder
from copydesk.store.retold import keeping_shape
from copydesk.store.scan import scan
from copydesk.store.scan_cache import read_known, write_known
from copydesk.store.settle import RunOutcome, RunStamp
from copydesk.store.sources import (
    SourceCounts,
    SourceKey,
    count_changes,
    sources_elsewhere,
)

Clock = Callable[[], datetime]
"""Gives the present with its time zone (UTC)."""

MAX_BATCHES = 300
"""Batches of a run, at most: Prefect's server records some 10 to 25 task runs a second."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did.

    `stage_seconds` are wall seconds of all workers together; `peak_bytes` is the highest resident memory
    of any one worker.
    """

    run_id: str
    version: int
    counts: SourceCounts
    rejections: tuple[Rejection, ...]
    document_count: int
    annotated_count: int
    batch_count: int
    seconds: float
    stage_seconds: Mapping[str, float]
    peak_bytes: int

    @property
    def source_count(self) -> int:
        """All sources found: those kept and those rejected."""
        kept = self.counts.added + self.counts.changed + self.counts.unchanged
        return kept + len(self.rejections)

    @property
    def rejected_share(self) -> float:
        """Rejected sources among all sources found."""
        return len(self.rejections) / max(1, self.source_count)


def run(settings: Settings, clock: Clock) -> RunSummary:
    """Do a whole run in this process, one batch after the other.

    Raises:
        ConfigError: The raw folder is missing.
        WarehouseError: The warehouse is damaged, cannot be written or is being written by another run.
    """
    stamp = new_stamp(clock)
    with open_warehouse(settings, stamp):
        plan = plan_run(settings, stamp.started_at)
        receipts = []
        for request in requests_of(plan, settings):
            receipts.append(annotate_batch(request))
            commit_receipt(settings.warehouse_folder, stamp, receipts[-1], clock())
        return finish_run(settings, stamp, plan, receipts, clock())


def new_stamp(clock: Clock) -> RunStamp:
    """Return the identity of a run that starts now."""
    now = clock()
    return RunStamp(f"{now:%Y%m%dT%H%M%SZ}-{uuid4().hex[:6]}", now)


@contextmanager
def open_warehouse(settings: Settings, stamp: RunStamp) -> Iterator[None]:
    """Hold the warehouse for one run, made and published empty when it is new."""
    warehouse = settings.warehouse_folder
    with writer_lock(warehouse, stamp.run_id), cleared_up(warehouse, stamp.started_at):
        if create(warehouse, stamp.run_id, stamp.started_at):
            reach(FaultPoint.WAREHOUSE_CREATED)
            publish(warehouse, read_version(warehouse, 0))
        try:
            yield
        finally:
            close_containers()


def plan_run(settings: Settings, now: datetime, *, verify: bool = False) -> Plan:
    """Return what a run would do. Writes nothing.

    Args:
        settings: The project's settings.
        now: The present.
        verify: Read every raw file, also those whose time stamps are as they were.

    Raises:
        ConfigError: The raw folder is missing, or lies in the warehouse or around it.
        WarehouseError: The warehouse is damaged.
    """
    refuse_impossible_folders(settings)
    warehouse = settings.warehouse_folder
    raw = raw_folder(settings)
    known = nothing_known() if verify else read_known(warehouse, _scan_fingerprint(settings))
    found = scan(raw, known, now_ns=int(now.timestamp() * 1e9))
    head = read_head(warehouse)
    if head is not None:
        refuse_missing(warehouse, head)  # sooner than after hours of work
    # Only a run that was cut short leaves a head that readers do not see.
    published = head if head is None or head.is_complete else read_published(warehouse)
    configuration = configuration_of(settings)
    keeping = partial(keeping_shape, warehouse, raw, shape(configuration))
    ground = Ground(warehouse, head, published, path_clue(configuration), keeping)
    return make_plan(ground, found, fingerprints(configuration))


def _scan_fingerprint(settings: Settings) -> str:
    """Return the fingerprint of what the scan goes by.

    It holds that of the texts: a batch that reads what a record or a sidecar says by other rules than the scan would
    be done again in every run.
    """
    text = fingerprints(configuration_of(settings))[TEXT_STEP]
    return f"{raw_folder(settings).fingerprint} {text}"


def requests_of(plan: Plan, settings: Settings) -> list[BatchRequest]:
    """Cut the work of a plan into batches. What is renewed stays in the batches it is in, so that files stay."""
    size = max(settings.batch_documents, -(-len(plan.work) // MAX_BATCHES))
    byte_count = settings.batch_mebibytes * MEBIBYTE
    raw, warehouse = raw_folder(settings), settings.warehouse_folder
    configuration = configuration_of(settings)
    now = fingerprints(configuration)
    base = plan.head.version if plan.head else -1
    copies = _members(plan.work, first=1)
    retold = [
        _members(item.work) if DESCRIPTION.name in item.steps else [] for item in plan.renewals
    ]
    described = describe_all(raw, chain(copies, *retold))
    return [
        BatchRequest(
            raw,
            warehouse,
            base,
            work,
            now,
            frozenset(now),
            configuration=configuration,
            described={_key(copy): described[_key(copy)] for copy in _members(work, first=1)},
        )
        for work in split(plan.work, documents=size, byte_count=byte_count)
    ] + [
        BatchRequest(
            raw,
            warehouse,
            base,
            renewal.work,
            now,
            renewal.steps,
            renewal.batch,
            configuration=configuration,
            described={_key(member): described[_key(member)] for member in members},
        )
        for renewal, members in zip(plan.renewals, retold, strict=True)
    ]


def _members(work: Sequence[DocumentWork], first: int = 0) -> list[SourceRef]:
    """Return the members of containers among the sources of documents, of each from a certain one on."""
    sources = (source for document in work for source in document.sources[first:])
    return [source for source in sources if source.member is not None]


def _key(source: SourceRef) -> SourceKey:
    return source.path, source.member


def estimate_seconds(plan: Plan, workers: int) -> float | None:
    """Return how long the annotation of a plan may take, judged by the documents annotated before.

    None where the warehouse holds no document to judge by.
    """
    rates = _stage_rates(plan.head)
    if not rates:
        return None
    seconds = len(plan.work) * sum(rates.values())
    for renewal in plan.renewals:
        stages = renewal.steps | {"read", "write"}
        seconds += len(renewal.work) * sum(rates.get(stage, 0.0) for stage in stages)
    return seconds / workers


def _stage_rates(head: Manifest | None) -> dict[str, float]:
    """Return stage -> wall seconds that a document took, over the batches that tell of the stage."""
    seconds: dict[str, float] = defaultdict(float)
    documents: dict[str, int] = defaultdict(int)
    for batch in head.batches.values() if head else ():
        for stage, spent in batch.stage_seconds.items():
            seconds[stage] += spent
            documents[stage] += batch.document_count
    return {stage: seconds[stage] / documents[stage] for stage in seconds if documents[stage]}


def commit_receipt(warehouse: Path, stamp: RunStamp, receipt: BatchReceipt, now: datetime) -> None:
    """List the files of a batch in the manifest. Readers see them once the run is finished."""
    if receipt.entry.document_count:
        settle.commit_batch(warehouse, stamp, receipt.batch_id, receipt.entry, now)


def finish_run(
    settings: Settings,
    stamp: RunStamp,
    plan: Plan,
    receipts: Sequence[BatchReceipt],
    now: datetime,
) -> RunSummary:
    """Take out what is gone, write the rows of the run, publish the views, clear up after killed runs."""
    warehouse = settings.warehouse_folder
    rejections = (*plan.rejections, *(item for receipt in receipts for item in receipt.rejections))
    after = sources_elsewhere(plan.after, [(item.path, item.member) for item in rejections])
    outcome = RunOutcome(
        source_count=plan.source_count,
        counts=count_changes(plan.before, after),
        rejections=rejections,
        fingerprint=reader_fingerprint(fingerprints(configuration_of(settings))),
        resolver=make_resolver(settings.decisions, WorldGazetteer()),
    )
    raw = raw_folder(settings)
    manifest = settle.commit_run(warehouse, raw, stamp, plan, outcome, now)
    shown = published_version(warehouse)
    publish(warehouse, manifest)
    # A file that was not as the scan knew it is read by the next one, whatever made it so.
    changed = [item.path for item in rejections if item.reason_code in RETRIED]
    known = plan.known.without_files(pa.array(changed, pa.string()))
    write_known(warehouse, known, _scan_fingerprint(settings))
    remove_unfinished(warehouse, shown)
    stages: dict[str, float] = defaultdict(float)
    for receipt in receipts:
        for name, seconds in receipt.entry.stage_seconds.items():
            stages[name] += seconds
    return RunSummary(
        run_id=stamp.run_id,
        version=manifest.version,
        counts=outcome.counts,
        rejections=rejections,
        document_count=manifest.document_count(),
        annotated_count=sum(receipt.entry.document_count for receipt in receipts),
        batch_count=len(receipts),
        seconds=(now - stamp.started_at).total_seconds(),
        stage_seconds=dict(stages),
        peak_bytes=max((receipt.peak_bytes for receipt in receipts), default=0),
    )

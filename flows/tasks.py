"""The tasks of the archive flow: thin shells around `copydesk.pipeline`.

A task is a batch of documents, never a file. Tasks get paths and return receipts; text never travels
through Prefect.
"""

import atexit
import logging
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from typing import Any, TypedDict, TypeVar, cast
from uuid import UUID

from prefect import task
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import FlowRunContext
from prefect.futures import PrefectFuture, as_completed
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from copydesk import arrival, batch, checks, pipeline
from copydesk.batch import BatchReceipt, BatchRequest
from copydesk.checks import CheckResult
from copydesk.errors import TransientError, WorkerError
from copydesk.pipeline import RunSummary
from copydesk.settings import Settings
from copydesk.store.plan import Plan
from copydesk.store.settle import RunStamp
from flows import progress
from flows.environment import end_quietly, utc_now

Value = TypeVar("Value")

PROGRESS_SECONDS = 1.0
"""Shortest time between two updates of the progress artifact."""
PARENT_SECONDS = 1.0
"""How often a worker looks whether the process that started it is still there."""


class RetryOptions(TypedDict):
    """How a task is tried again."""

    retries: int
    retry_delay_seconds: list[float]
    retry_jitter_factor: float
    retry_condition_fn: Callable[[Task[Any, Any], TaskRun, State[Any]], bool]


def is_transient(_task: Task[Any, Any], _run: TaskRun, state: State[Any]) -> bool:
    """Return whether a failed task may be tried again: only on errors that may pass by themselves."""
    return isinstance(state.result(raise_on_failure=False), TransientError)


RETRIES: RetryOptions = {
    "retries": 2,
    "retry_delay_seconds": [2.0, 4.0],
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": is_transient,
}


@task(task_run_name="discover", persist_result=False, **RETRIES)
def discover(settings: Settings, now: datetime, *, verify: bool) -> Plan:
    """Compare the raw folder with the warehouse."""
    plan = pipeline.plan_run(settings, now, verify=verify)
    show_library_logs().info(
        "plan: to_annotate=%d to_annotate_in_part=%d to_drop=%d rejected=%d",
        len(plan.work),
        plan.renewed_count,
        sum(map(len, plan.dropped.values())),
        len(plan.rejections),
    )
    return plan


@task(task_run_name="look", persist_result=False, **RETRIES)
def is_worth_a_run(settings: Settings, now: datetime) -> bool:
    """Look whether the raw folder changed since the last run."""
    return arrival.has_news(settings, now)


@task(task_run_name="annotate-{request.batch_id}", persist_result=False, **RETRIES)
def annotate_batch(request: BatchRequest) -> BatchReceipt:
    """Read, annotate and write one batch of documents."""
    show_library_logs()
    return batch.annotate_batch(request)


@task(task_run_name="publish", persist_result=False, **RETRIES)
def publish(
    settings: Settings, stamp: RunStamp, plan: Plan, receipts: Sequence[BatchReceipt]
) -> RunSummary:
    """Take out what is gone and let readers see the new version."""
    return pipeline.finish_run(settings, stamp, plan, receipts, utc_now())


@task(task_run_name="check", persist_result=False)
def check(settings: Settings, version: int) -> list[CheckResult]:
    """Run the checks of sql/checks on the version that was published."""
    results = checks.run_checks(settings.warehouse_folder)
    if not any(result.bad_count for result in results):
        checks.remember_checked(settings.warehouse_folder, version)
    return results


def check_what_changed(settings: Settings, plan: Plan, summary: RunSummary) -> list[CheckResult]:
    """Check what was published, unless it is what passed every check before."""
    warehouse = settings.warehouse_folder
    if plan.is_empty and checks.is_checked(warehouse, plan.published_version):
        checks.remember_checked(warehouse, summary.version)
        return []
    return check(settings, summary.version)


def unvisited(value: Value) -> Value:
    """Hand a value to a task as it is: Prefect would look for task results in every source of a plan."""
    return cast("Value", quote(value))


def annotate_all(
    settings: Settings, stamp: RunStamp, requests: Sequence[BatchRequest]
) -> list[BatchReceipt]:
    """Annotate and commit batch after batch; a single batch in this process, more in worker processes."""
    if not requests:
        return []
    total = sum(len(request.work) for request in requests)
    artifact = cast("UUID", create_progress_artifact(0.0, key="archive-progress"))
    receipts: list[BatchReceipt] = []
    done, told_at = 0, time.monotonic()
    progress.tell(0, total)
    for request, receipt in _annotated(requests, settings.workers):
        pipeline.commit_receipt(settings.warehouse_folder, stamp, receipt, utc_now())
        receipts.append(receipt)
        done += len(request.work)
        progress.tell(done, total)
        is_due = time.monotonic() - told_at >= PROGRESS_SECONDS or done == total
        if is_due:
            update_progress_artifact(artifact, 100 * done / total)
            told_at = time.monotonic()
    return receipts


def start_worker() -> None:
    """Set a worker process up, before its first batch."""
    atexit.register(end_quietly)
    # Asked by name: who was killed while this process started is not its parent any more.
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.pid,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process once its parent is gone: a killed run must leave no worker behind."""
    while os.getppid() == parent:
        time.sleep(PARENT_SECONDS)
    os._exit(1)


def begin() -> None:
    """Set the process of a flow run up: the library's log goes to Prefect, the end is quiet."""
    show_library_logs()
    atexit.register(end_quietly)


def show_library_logs() -> logging.Logger:
    """Let the library's events of level INFO through to Prefect, which copies handlers but no levels."""
    logger = logging.getLogger("copydesk")
    logger.setLevel(logging.INFO)
    return logger


def _annotated(
    requests: Sequence[BatchRequest], workers: int
) -> Iterator[tuple[BatchRequest, BatchReceipt]]:
    """Yield receipts as batches are done, with at most `workers` batches under way."""
    if len(requests) <= 1 or workers == 1:
        for request in requests:
            yield request, annotate_batch(unvisited(request))
        return
    waiting = list(reversed(requests))
    running: dict[PrefectFuture[BatchReceipt], BatchRequest] = {}
    while waiting or running:
        with _told_of_workers(), _one_server():
            while waiting and len(running) < workers:
                request = waiting.pop()
                running[annotate_batch.submit(unvisited(request))] = request
            future = next(iter(as_completed(list(running))))
            receipt = future.result()
        yield running.pop(future), receipt


@contextmanager
def _one_server() -> Iterator[None]:
    """Let worker processes report to the server of this run; each would start one of its own, of 230 MB."""
    context = FlowRunContext.get()
    before = os.environ.get("PREFECT_API_URL")
    if context is not None:
        os.environ["PREFECT_API_URL"] = str(context.client.api_url)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("PREFECT_API_URL", None)
        else:
            os.environ["PREFECT_API_URL"] = before


@contextmanager
def _told_of_workers() -> Iterator[None]:
    """Say what it means when a worker process is gone.

    Raises:
        WorkerError: A worker was killed; its pool cannot be used any more.
    """
    try:
        yield
    except BrokenProcessPool as error:
        raise WorkerError(
            "a worker process ended abruptly (something killed it, perhaps for want of memory); finished batches "
            "are kept: run again, with fewer --workers if memory was short"
        ) from error

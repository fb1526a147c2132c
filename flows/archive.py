"""The archive flow: from the raw folder to published views. Read this first.

`copydesk run` and the scheduled deployment of `copydesk serve` run this very flow.
"""

from pathlib import Path

from prefect import flow
from prefect.task_runners import ProcessPoolTaskRunner

from copydesk.pipeline import RunSummary, new_stamp, open_warehouse, requests_of
from copydesk.settings import find_project, load_settings
from flows.report import refuse_bad_run, report
from flows.tasks import (
    annotate_all,
    check_what_changed,
    discover,
    publish,
    start_worker,
    unvisited,
    utc_now,
)

MAX_WORKERS = 256
"""More than any machine has cores. Processes are started as batches ask for them: `workers` at most."""


@flow(
    name="archive",
    description="Annotate what is new or changed in the raw folder and publish the warehouse's views.",
    task_runner=ProcessPoolTaskRunner(MAX_WORKERS, initializer=start_worker),  # type: ignore[arg-type]  # invariant
    persist_result=False,
)
def archive(
    raw: Path | None = None,
    warehouse: Path | None = None,
    workers: int | None = None,
    batch_documents: int | None = None,
    verify: bool = False,  # parameters of a flow are a form in the UI
) -> RunSummary:
    """Bring the warehouse up to date with the raw folder.

    Args:
        raw: Folder of raw text; None takes `raw` of copydesk.toml.
        warehouse: Folder of the warehouse; None takes `warehouse` of copydesk.toml.
        workers: Processes that annotate at once; None takes `workers` of copydesk.toml, else one a core.
        batch_documents: Documents in a batch; None takes `batch_documents` of copydesk.toml.
        verify: Read every raw file, also those whose time stamps are as they were.

    Raises:
        ConfigError: A setting is wrong or the raw folder is missing.
        WarehouseError: The warehouse is damaged, cannot be written or is being written by another run.
        CheckFailedError: The views were published, but a check or the rejection policy failed.
    """
    settings = load_settings(
        find_project(Path.cwd()),
        raw=raw,
        warehouse=warehouse,
        workers=workers,
        batch_documents=batch_documents,
    )
    stamp = new_stamp(utc_now)
    with open_warehouse(settings, stamp):
        plan = discover(settings, stamp.started_at, verify=verify)
        receipts = annotate_all(settings, stamp, requests_of(plan, settings))
        summary = publish(settings, stamp, unvisited(plan), unvisited(receipts))
        results = check_what_changed(settings, plan, summary)
    report(settings, summary, results)
    refuse_bad_run(settings, summary, results)
    return summary

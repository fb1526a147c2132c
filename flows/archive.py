"""The archive flow: from the raw folder to published views. Read this first.

`copydesk run` and the deployments `archive/nightly` and `archive/on-arrival` run this very flow.
"""

from pathlib import Path

from prefect import flow
from prefect.task_runners import ProcessPoolTaskRunner

from copydesk.pipeline import RunSummary, new_stamp, open_warehouse, requests_of
from copydesk.settings import Settings, find_project, load_settings
from flows.alerts import ALERT_HOOKS
from flows.naming import STARTED, name_run, plan_in_words, summary_in_words
from flows.parameters import (
    BatchDocuments,
    OnlyIfChanged,
    RawFolder,
    Verify,
    WarehouseFolder,
    Workers,
)
from flows.report import refuse_bad_run, report
from flows.tasks import (
    annotate_all,
    begin,
    check_what_changed,
    discover,
    is_worth_a_run,
    publish,
    start_worker,
    unvisited,
    utc_now,
)
from flows.turns import writers_turn

MAX_WORKERS = 256
"""More than any machine has cores. Processes are started as batches ask for them: `workers` at most."""


@flow(
    name="archive",
    description="Annotate what is new or changed in the raw folder and publish the warehouse's views.",
    flow_run_name=STARTED,
    task_runner=ProcessPoolTaskRunner(MAX_WORKERS, initializer=start_worker),  # type: ignore[arg-type]  # invariant
    persist_result=False,
    **ALERT_HOOKS,
)
def archive(
    raw: RawFolder = None,
    warehouse: WarehouseFolder = None,
    workers: Workers = None,
    batch_documents: BatchDocuments = None,
    verify: Verify = False,
    only_if_changed: OnlyIfChanged = False,
) -> RunSummary | None:
    """Bring the warehouse up to date with the raw folder.

    Returns:
        What was done; None where `only_if_changed` found nothing to do.

    Raises:
        ConfigError: A setting is wrong or the raw folder is missing.
        WarehouseError: The warehouse is damaged, cannot be written or is being written by another run.
        CheckFailedError: The views were published, but a check or the rejection policy failed.
    """
    begin()
    settings = load_settings(
        find_project(Path.cwd()),
        raw=raw,
        warehouse=warehouse,
        workers=workers,
        batch_documents=batch_documents,
    )
    if only_if_changed and not is_worth_a_run(settings, utc_now()):
        name_run("nothing new")
        return None
    with writers_turn():
        return bring_up_to_date(settings, verify=verify)


def bring_up_to_date(settings: Settings, *, verify: bool) -> RunSummary:
    """Do a run within a flow, step by step, and report it. Raises as `archive` does."""
    stamp = new_stamp(utc_now)
    with open_warehouse(settings, stamp):
        plan = discover(settings, stamp.started_at, verify=verify)
        name_run(plan_in_words(plan))
        receipts = annotate_all(settings, stamp, requests_of(plan, settings))
        summary = publish(settings, stamp, unvisited(plan), unvisited(receipts))
        results = check_what_changed(settings, plan, summary)
    name_run(summary_in_words(summary))
    report(settings, summary, results)
    refuse_bad_run(settings, summary, results)
    return summary

"""The archive flow: from the raw folder to published views. Read this first.

`copydesk run` and the deployments `archive/nightly` and `archive/on-arrival` run this very flow.
"""

from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.task_runners import ProcessPoolTaskRunner
from pydantic import Field

from copydesk.errors import WarehouseBusyError
from copydesk.figures import compare
from copydesk.pipeline import RunSummary, new_stamp, open_warehouse, requests_of
from copydesk.settings import Settings, find_project, load_settings
from flows.alerts import ALERT_HOOKS
from flows.environment import utc_now
from flows.naming import STARTED, name_run, plan_in_words, summary_in_words
from flows.odd import tell_what_is_odd
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
    raw: Path | None = None,
    warehouse: Path | None = None,
    workers: Annotated[int | None, Field(ge=1)] = None,
    batch_documents: Annotated[int | None, Field(ge=1, le=100_000)] = None,
    verify: bool = False,  # parameters of a flow are a form in the UI, and their docstrings its words
    only_if_changed: bool = False,
) -> RunSummary | None:
    """Bring the warehouse up to date with the raw folder.

    Args:
        raw: Folder of raw text. Empty: `raw` of copydesk.toml.
        warehouse: Folder of the warehouse. Empty: `warehouse` of copydesk.toml.
        workers: Processes that annotate at once. Empty: `workers` of copydesk.toml, else one a core.
        batch_documents: Documents in a batch, at most. Empty: `batch_documents` of copydesk.toml.
        verify: Read every raw file, also those whose time stamps are as they were.
        only_if_changed: Look first, and end at once where the raw folder is as the warehouse knows it: then nothing
            is written. New versions of annotators alone are no reason to start.

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
        try:
            return bring_up_to_date(settings, verify=verify)
        except WarehouseBusyError:
            if not only_if_changed:
                raise
    name_run("another run is writing")  # one in a terminal; the next look is due in a few minutes
    return None


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
    comparison = compare(settings, summary)
    report(settings, summary, results, comparison)
    tell_what_is_odd(settings, summary, comparison.oddities)
    refuse_bad_run(settings, summary, results)
    return summary

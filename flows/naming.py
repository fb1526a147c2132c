"""Names of flow runs: what a run is doing, and once it is done, what it did."""

from prefect import get_client
from prefect.context import FlowRunContext
from prefect.logging import get_run_logger

from copydesk.pipeline import RunSummary
from copydesk.store.plan import Plan

STARTED = "looking for changes"
"""The name of a run until its plan is made."""


def name_run(name: str) -> None:
    """Give the flow run that this is called in a name, and log it: the run's story in a few lines."""
    context = FlowRunContext.get()
    if context is None or context.flow_run is None:
        return
    get_run_logger().info(name)
    with get_client(sync_client=True) as client:
        client.update_flow_run(context.flow_run.id, name=name)


def plan_in_words(plan: Plan) -> str:
    """Return what a run is about to do, such as "annotating 41 documents"."""
    parts = []
    if plan.work:
        parts.append(f"annotating {_documents(len(plan.work))}")
    if plan.renewed_count:
        parts.append(f"annotating {_documents(plan.renewed_count)} in part")
    return ", ".join(parts) or "publishing"


def summary_in_words(summary: RunSummary) -> str:
    """Return what a run did, such as "41 added, 2 changed, 1 rejected"."""
    counts = summary.counts
    changes = [
        (counts.added, "added"),
        (counts.changed, "changed"),
        (counts.removed, "removed"),
    ]
    told = [f"{count:,} {what}" for count, what in changes if count]
    if not told and summary.annotated_count:
        told = [f"{_documents(summary.annotated_count)} annotated anew"]
    told = told or ["nothing new"]
    if summary.rejections:
        told.append(f"{len(summary.rejections):,} rejected in all")
    return ", ".join(told)


def _documents(count: int) -> str:
    return f"{count:,} document" + ("" if count == 1 else "s")

"""The reannotate flow: show what a run would do, wait for somebody to approve it, then do it.

For the day on which an annotator, a rule or a setting changed and the whole archive is due again. While it
waits no process runs. It needs a deployment (`reannotate/manual`): a run in a terminal has `copydesk plan`.
"""

from pathlib import Path
from typing import Annotated, Any

from prefect import flow, suspend_flow_run
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.input import RunInput
from prefect.states import Cancelled
from prefect.task_runners import ProcessPoolTaskRunner
from pydantic import Field

from copydesk.pipeline import RunSummary, estimate_seconds, requests_of
from copydesk.settings import Settings, find_project, load_settings
from copydesk.store.plan import Plan
from flows.alerts import ALERT_HOOKS
from flows.archive import MAX_WORKERS, bring_up_to_date
from flows.environment import utc_now
from flows.naming import name_run
from flows.tasks import begin, discover, start_worker
from flows.turns import writers_turn

APPROVAL_SECONDS = 7 * 24 * 60 * 60
"""An approval is waited for as long as this; then the run fails. A plan that is older says little."""


class Approval(RunInput):
    """The form of the approval."""

    approve: bool = Field(
        False,
        title="Do it",
        description="Switched on, the run starts. Resumed without it, the run is cancelled.",
    )


@flow(
    name="reannotate",
    description="Show the plan of a run, wait for an approval, then annotate and publish.",
    flow_run_name="making a plan",
    task_runner=ProcessPoolTaskRunner(MAX_WORKERS, initializer=start_worker),  # type: ignore[arg-type]  # invariant
    persist_result=False,
    **ALERT_HOOKS,
)
def reannotate(
    raw: Path | None = None,
    warehouse: Path | None = None,
    workers: Annotated[int | None, Field(ge=1)] = None,
    verify: bool = False,
) -> RunSummary | State[Any]:
    """Do a run once somebody has approved its plan.

    Args:
        raw: Folder of raw text. Empty: `raw` of copydesk.toml.
        warehouse: Folder of the warehouse. Empty: `warehouse` of copydesk.toml.
        workers: Processes that annotate at once. Empty: `workers` of copydesk.toml, else one a core.
        verify: Read every raw file, also those whose time stamps are as they were.

    Returns:
        What was done; a cancelled state where it was not approved.

    Raises:
        ConfigError: A setting is wrong or the raw folder is missing.
        WarehouseError: The warehouse is damaged, cannot be written or is being written by another run.
        CheckFailedError: The views were published, but a check or the rejection policy failed.
    """
    begin()
    settings = load_settings(
        find_project(Path.cwd()), raw=raw, warehouse=warehouse, workers=workers
    )
    plan = discover(settings, utc_now(), verify=verify)
    text = plan_text(settings, plan)
    create_markdown_artifact(text, key="reannotation-plan")
    name_run("waiting for approval")
    form = Approval.with_initial_data(description=text)
    approval = suspend_flow_run(wait_for_input=form, timeout=APPROVAL_SECONDS, key="approval")
    if not approval.approve:
        name_run("not approved")
        return Cancelled(message="The plan was not approved.")
    name_run("approved")  # until its turn comes
    with writers_turn():
        return bring_up_to_date(settings, verify=verify)


def plan_text(settings: Settings, plan: Plan) -> str:
    """Return the Markdown of what a run would do, why, and about how long it takes."""
    seconds = estimate_seconds(plan, settings.workers)
    dropped = sum(map(len, plan.dropped.values()))
    time = "unknown before a first run" if seconds is None else _duration(seconds)
    lines = [
        f"- documents to annotate: {len(plan.work):,}",
        f"- documents to annotate in part, from the stored text: {plan.renewed_count:,}",
        f"- documents to take out or replace: {dropped:,}",
        *(f"- why: {reason} ({count:,})" for reason, count in sorted(plan.reasons.items())),
        f"- batches: {len(requests_of(plan, settings)):,} on {settings.workers} workers",
        f"- time: {time}",
    ]
    if plan.is_empty:
        lines.append("- the warehouse is up to date: there is nothing to do")
    return "## What the run would do\n\n" + "\n".join(lines)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"about {minutes:,} min" if minutes else f"about {max(1, round(seconds))} s"

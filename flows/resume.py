"""How `copydesk serve` takes up what its end had cut short: its runs, their slots, and processes left by a kill."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import get_client
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterEndTime,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.exceptions import ObjectNotFound
from prefect.states import AwaitingRetry

INTERRUPTED_FILE = "copydesk-interrupted.json"
"""In Prefect's home: the runs that the last end of `copydesk serve` cut short."""


def runs_under_way() -> list[UUID]:
    """Return the deployed runs that a worker has begun: whoever stops the worker cuts them short."""
    with get_client(sync_client=True) as client:
        return [run.id for run in _runs(client, [StateType.RUNNING, StateType.PENDING])]


def remember_interrupted(home: Path, runs: Iterable[UUID]) -> None:
    """Note which runs are to go on with the next start."""
    names = [str(run) for run in runs]
    (home / INTERRUPTED_FILE).write_text(json.dumps(names), encoding="utf-8")


def resume(home: Path, started_at: datetime, now: datetime) -> int:
    """Make a server ready whose last worker is gone, before the next one starts.

    What was cut short starts again (its finished batches are kept), slots that it held are free, and of runs that
    were missed meanwhile each deployment has one.

    Args:
        home: Prefect's home.
        started_at: When the server was started. What crashed since then was cut short before: the automation for
            zombies was just quicker.
        now: The present.

    Returns:
        The number of runs that go on.
    """
    with get_client(sync_client=True) as client:
        _free_slots(client)
        _skip_missed(client, now)
        cut_short = {run.id for run in _runs(client, [StateType.RUNNING, StateType.PENDING])}
        cut_short |= set(_remembered(home))
        crashed = _runs(client, [StateType.CRASHED], ended_after=started_at)
        cut_short |= {run.id for run in crashed}
        count = sum(_run_again(client, run) for run in cut_short)
    (home / INTERRUPTED_FILE).unlink(missing_ok=True)
    return count


def _remembered(home: Path) -> list[UUID]:
    try:
        return [UUID(name) for name in json.loads((home / INTERRUPTED_FILE).read_text("utf-8"))]
    except (OSError, ValueError):
        return []


def _run_again(client: SyncPrefectClient, run: UUID) -> bool:
    """Have a run start as soon as a worker is there, unless it ended well or is gone.

    It may be Crashed by now: to the automation for zombies a run that was stopped looks like one.
    """
    try:
        state = client.read_flow_run(run).state
    except ObjectNotFound:
        return False
    if state is None or state.type in {StateType.COMPLETED, StateType.CANCELLED, StateType.PAUSED}:
        return False
    again: State[Any] = AwaitingRetry(message="`copydesk serve` was stopped; the run goes on.")
    client.set_flow_run_state(run, again, force=True)
    return True


def _free_slots(client: SyncPrefectClient) -> None:
    """Free every slot: its holder is gone, and Prefect forgets who held it when its server ends."""
    for limit in client.read_global_concurrency_limits(limit=200, offset=0):
        if limit.active_slots:
            client.update_global_concurrency_limit(
                limit.name, GlobalConcurrencyLimitUpdate(active_slots=0)
            )


def _skip_missed(client: SyncPrefectClient, now: datetime) -> None:
    """Of the runs that were due while no server was up, leave each deployment the newest."""
    missed: dict[UUID | None, list[FlowRun]] = defaultdict(list)
    for run in _runs(client, [StateType.SCHEDULED], due_before=now):
        if run.auto_scheduled and run.state_name != "AwaitingRetry":
            missed[run.deployment_id].append(run)
    for runs in missed.values():
        runs.sort(key=lambda run: run.expected_start_time or now)
        for run in runs[:-1]:
            client.delete_flow_run(run.id)


def _runs(
    client: SyncPrefectClient,
    states: list[StateType],
    *,
    due_before: datetime | None = None,
    ended_after: datetime | None = None,
) -> list[FlowRun]:
    due = FlowRunFilterNextScheduledStartTime(before_=due_before) if due_before else None
    wanted = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=states)),
        deployment_id=FlowRunFilterDeploymentId(is_null_=False),
        next_scheduled_start_time=due,
        end_time=FlowRunFilterEndTime(after_=ended_after) if ended_after else None,
    )
    return client.read_flow_runs(flow_run_filter=wanted)

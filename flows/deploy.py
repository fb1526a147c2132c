"""What a Prefect server needs to know of a project: work pool, writer's limit, alerts, deployments, automations.

`copydesk serve` calls this on each start. What users changed in the UI stays: paused schedules, the addresses of
the alerts, automations.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml
from prefect import get_client
from prefect.automations import Automation
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterTags
from prefect.client.schemas.responses import DeploymentResponse
from prefect.events.schemas.automations import AutomationCore
from prefect.exceptions import ObjectAlreadyExists, PrefectHTTPStatusError
from prefect.settings import get_current_settings

import flows
from copydesk.errors import ConfigError
from copydesk.settings import Settings
from flows.alerts import BLOCK_NAME, Alerts
from flows.turns import WRITER_LIMIT

POOL = "copydesk"
MAX_RUNS = 4
"""Flow runs at once: one writes; a look, a maintenance and a plan to approve may wait or end beside it.

A limit of the pool, not of the worker: a worker with a limit of its own falls over a run that is resumed before
its last process is quite gone.
"""
TAG = "copydesk"
DEPLOYMENTS_FILE = "prefect.yaml"
AUTOMATIONS_FILE = "automations.yaml"
FORMER = frozenset({"scheduled"})
"""Names of deployments that earlier versions made: no worker would run them any more."""


def set_up(settings: Settings) -> None:
    """Bring the server that Prefect's settings name up to what the project declares.

    Raises:
        ConfigError: prefect.yaml or automations.yaml cannot be used.
    """
    with _client() as client:
        _make_pool(client)
        client.upsert_global_concurrency_limit_by_name(WRITER_LIMIT, 1)
        _make_alerts()
        paused = _paused_schedules(client)
        deploy(settings)
        _remove_former(client)
        _pause_again(client, paused)
        _make_automations(client, settings)


def is_our_server() -> bool:
    """Return whether the server at our address keeps its records where ours does: in this project."""
    with _client() as client:
        try:
            found = client.request("GET", "/admin/settings").json()
        except PrefectHTTPStatusError:  # it goes by another password
            return False
    return Path(found["home"]) == get_current_settings().home


def deploy(settings: Settings) -> None:
    """Deploy prefect.yaml: the project's own if there is one."""
    file = declaration(settings.project, DEPLOYMENTS_FILE)
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all"]
    done = subprocess.run(  # noqa: S603  # our own interpreter and file
        [*command, "--prefect-file", str(file)],
        cwd=settings.project,
        env={**os.environ, **names_in_templates(settings)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConfigError(f"{file} cannot be deployed: {(done.stderr or done.stdout).strip()}")


def names_in_templates(settings: Settings) -> Mapping[str, str]:
    """Return what prefect.yaml may name as {{ $... }}: the settings, by their names in the environment."""
    return {
        "COPYDESK_PROJECT": str(settings.project),
        "COPYDESK_SCHEDULE__CRON": settings.schedule.cron,
        "COPYDESK_SCHEDULE__ARRIVAL_CRON": settings.schedule.arrival_cron,
        "COPYDESK_SCHEDULE__TIMEZONE": settings.schedule.timezone,
        "COPYDESK_MAINTAIN__CRON": settings.maintain.cron,
    }


def declaration(project: Path, name: str) -> Path:
    """Return a file of declarations: the project's own, else that of the checkout or the wheel."""
    package = Path(flows.__file__).parent
    places = (project, package / "_deploy", package.parent)
    return next(place / name for place in places if (place / name).is_file())


def _client() -> SyncPrefectClient:
    return get_client(sync_client=True)


def _make_pool(client: SyncPrefectClient) -> None:
    try:
        client.create_work_pool(
            WorkPoolCreate(name=POOL, type="process", concurrency_limit=MAX_RUNS)
        )
    except ObjectAlreadyExists:
        return


def _make_alerts() -> None:
    """Register the kind of block, and make an empty one where there is none."""
    Alerts.register_type_and_schema()
    try:
        Alerts.load(BLOCK_NAME, validate=False)
    except ValueError:
        Alerts().save(BLOCK_NAME)


def _deployments(client: SyncPrefectClient) -> list[DeploymentResponse]:
    ours = DeploymentFilter(tags=DeploymentFilterTags(all_=[TAG]))
    return client.read_deployments(deployment_filter=ours)


def _paused_schedules(client: SyncPrefectClient) -> set[tuple[str, str | None]]:
    """Return the schedules that somebody paused, as pairs of deployment and slug: deploying starts all anew."""
    return {
        (deployment.name, schedule.slug)
        for deployment in _deployments(client)
        for schedule in deployment.schedules
        if not schedule.active
    }


def _pause_again(client: SyncPrefectClient, paused: set[tuple[str, str | None]]) -> None:
    for deployment in _deployments(client):
        for schedule in deployment.schedules:
            if (deployment.name, schedule.slug) in paused:
                client.update_deployment_schedule(deployment.id, schedule.id, active=False)


def _remove_former(client: SyncPrefectClient) -> None:
    for deployment in _deployments(client):
        if deployment.name in FORMER:
            client.delete_deployment(deployment.id)


def _make_automations(client: SyncPrefectClient, settings: Settings) -> None:
    file = declaration(settings.project, AUTOMATIONS_FILE)
    try:
        declared = yaml.safe_load(file.read_text(encoding="utf-8"))["automations"]
        wanted = [
            Automation(**AutomationCore.model_validate(item).model_dump()) for item in declared
        ]
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        raise ConfigError(f"{file} cannot be used: {error}") from error
    answer = client.request("POST", "/automations/filter", json={})
    there = {item["name"] for item in answer.json()}
    for automation in wanted:
        if automation.name not in there:
            automation.create()

"""Who is told when a run fails: a block that users fill in the UI, and the hooks that send.

Nothing is sent, and nothing outside this machine is contacted, until somebody writes an address into the block.
"""

from typing import Any, TypedDict, cast

import apprise
from prefect import get_client
from prefect.blocks.core import Block
from prefect.client.schemas.objects import FlowRun, State
from prefect.flows import Flow, FlowStateHook
from prefect.logging import get_logger
from prefect.settings import PREFECT_UI_URL
from pydantic import Field, SecretStr

BLOCK_NAME = "copydesk"
"""`copydesk serve` makes an empty block `copydesk-alerts/copydesk`."""


class HookOptions(TypedDict):
    """The hooks of a flow."""

    on_failure: list[FlowStateHook[..., Any]]
    on_crashed: list[FlowStateHook[..., Any]]


class Alerts(Block):
    """Where copydesk tells of runs that failed or crashed: mail, Slack, Teams, Matrix, a webhook and many more."""

    _block_type_name = "copydesk alerts"
    _block_type_slug = "copydesk-alerts"
    _description = "Who is told when a run of copydesk fails or crashes. Empty: nobody."

    addresses: list[SecretStr] = Field(
        default_factory=list,
        title="Addresses",
        description="An Apprise address each, such as mailto://user:password@example.org or "
        "slack://TokenA/TokenB/TokenC. All kinds: https://github.com/caronc/apprise/wiki",
    )

    def send(self, subject: str, body: str) -> bool:
        """Send a message to every address, and return whether all of them took it. No address: nothing to do."""
        if not self.addresses:
            return True
        sender = apprise.Apprise()
        is_known = all([sender.add(item.get_secret_value()) for item in self.addresses])  # noqa: C419  # adds them all
        kind = apprise.NotifyType.FAILURE
        return bool(sender.notify(body, subject, notify_type=kind)) and is_known


def tell_of_failure(flow: Flow[Any, Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Tell whoever the block names that a run did not end well.

    The names of the parameters are Prefect's: a worker calls hooks by keyword.
    """
    logger = get_logger("copydesk.alerts")
    try:
        alerts = cast("Alerts", Alerts.load(BLOCK_NAME, validate=False))
    except ValueError:  # no such block: nobody wants to be told
        return
    with get_client(sync_client=True) as client:
        flow_run = client.read_flow_run(flow_run.id)  # a worker knows only the name it began with
    subject = f"copydesk: {flow.name} {state.name.lower() if state.name else 'failed'}"
    if not alerts.send(subject, message_of(flow_run, state)):
        logger.warning(
            "an alert could not be sent: look at the addresses of the block %s/%s",
            Alerts.get_block_type_slug(),
            BLOCK_NAME,
        )


def message_of(flow_run: FlowRun, state: State[Any]) -> str:
    """Return what is sent: which run, what happened, where to look."""
    lines = [f"Run: {flow_run.name}", f"What happened: {state.message or state.name}"]
    interface = PREFECT_UI_URL.value()
    if interface:
        lines.append(f"Look at: {interface}/runs/flow-run/{flow_run.id}")
    lines.append("Readers keep the version they had; finished batches are kept for the next run.")
    return "\n".join(lines)


ALERT_HOOKS: HookOptions = {"on_failure": [tell_of_failure], "on_crashed": [tell_of_failure]}
"""Cancelled runs are not told of: somebody cancelled them."""

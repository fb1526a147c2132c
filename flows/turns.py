"""One writer at a time: runs that Prefect starts wait for their turn instead of failing on the warehouse's lock."""

from collections.abc import Iterator
from contextlib import contextmanager

from prefect import runtime
from prefect.concurrency.sync import concurrency
from prefect.logging import get_run_logger

WRITER_LIMIT = "copydesk-writer"
"""The global concurrency limit of one slot; `copydesk serve` makes it."""
LEASE_SECONDS = 60
"""A killed run's slot is free again after this; a live one renews its lease."""


@contextmanager
def writers_turn() -> Iterator[None]:
    """Hold the slot of the one writer. Runs without a deployment need none: the warehouse's lock answers them at once.

    The lock guards the warehouse in any case; the slot only puts scheduled runs in a row.
    """
    if not runtime.deployment.id:
        yield
        return
    get_run_logger().debug("waiting for the slot of %s", WRITER_LIMIT)
    with concurrency(WRITER_LIMIT, occupy=1, strict=True, lease_duration=LEASE_SECONDS):
        yield

"""The environment that Prefect reads when it is first imported. Imports no Prefect itself.

Called at the edge (command line, test set-up) before any other module of `flows`.
"""

import json
import os
import signal
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from copydesk.settings import Settings

PREFECT_HOME = ".prefect"
SERVER_FILE = "copydesk-server.json"
"""In Prefect's home while `copydesk serve` runs: where its server listens."""


def prepare_environment(settings: Settings, *, console_level: str = "CRITICAL") -> None:
    """Point Prefect at the project: its home, its running server if there is one, and no telemetry.

    What the user has set in the environment wins, so that runs can go to a server elsewhere.

    Args:
        settings: The project's settings.
        console_level: Lowest level of Prefect's log on the console. By default it keeps quiet: whoever
            starts a run prints its outcome, and the run's log is in the UI.
    """
    home = settings.project / PREFECT_HOME
    values = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
        "PREFECT_LOGGING_EXTRA_LOGGERS": "copydesk",
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",  # the pipeline alone has no run to log to
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": console_level,
        # One BLAS thread a process: the workers already use every core.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in values.items():
        os.environ.setdefault(name, value)
    url = running_server(home)
    if url is not None:
        os.environ.setdefault("PREFECT_API_URL", url)


def running_server(home: Path) -> str | None:
    """Return the API address of the project's server if it is up and healthy, else None."""
    try:
        url = str(json.loads((home / SERVER_FILE).read_text(encoding="utf-8"))["api_url"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return url if is_healthy(url) else None


def is_healthy(api_url: str) -> bool:
    """Return whether a Prefect server answers at an address."""
    try:
        with urllib.request.urlopen(f"{api_url}/health", timeout=2) as answer:  # noqa: S310  # http only
            return bool(answer.status == 200)  # noqa: PLR2004
    except (OSError, ValueError):
        return False


@contextmanager
def terminated_like_interrupted() -> Iterator[None]:
    """Make SIGTERM end the block as Ctrl-C does, so that what it started is stopped with it."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def end_quietly() -> None:
    """Close standard error as the last act of a process (register it with `atexit`).

    Prefect's daemon threads outlive the interpreter's shutdown and keep DuckDB's module alive; DuckDB's binding
    layer then prints a hundred lines of "leaked" objects of a process that is ending anyway.
    """
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

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
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from copydesk.errors import ConfigError
from copydesk.settings import Settings

PREFECT_HOME = ".prefect"
SERVER_FILE = "copydesk-server.json"
"""In Prefect's home while `copydesk serve` runs: where its server listens."""


DAY = 24 * 60 * 60
HEARTBEAT_SECONDS = 30
"""The shortest that Prefect allows: a run whose process is gone is told after three of them (automations.yaml)."""
LOOPBACK = frozenset({"127.0.0.1", "localhost"})


def prepare_environment(settings: Settings, *, console_level: str = "CRITICAL") -> None:
    """Point Prefect at the project: its home, its running server if there is one, and no telemetry.

    What the user has set in the environment wins, so that runs can go to a server elsewhere.

    Args:
        settings: The project's settings.
        console_level: Lowest level of Prefect's log on the console. By default it keeps quiet: whoever
            starts a run prints its outcome, and the run's log is in the UI.

    Raises:
        ConfigError: The project's server is up and wants a password that is not set.
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
        "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT_SECONDS),
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",  # the pipeline alone has no run to log to
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": console_level,
        # One BLAS thread a process: the workers already use every core.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in values.items():
        os.environ.setdefault(name, value)
    if settings.server.auth is not None:
        os.environ.setdefault("PREFECT_API_AUTH_STRING", settings.server.auth.get_secret_value())
    url = running_server(home)
    if url is not None:
        _refuse_missing_password(home)
        os.environ.setdefault("PREFECT_API_URL", url)


def _refuse_missing_password(home: Path) -> None:
    wants_password = json.loads((home / SERVER_FILE).read_text(encoding="utf-8")).get("auth")
    if wants_password and not os.environ.get("PREFECT_API_AUTH_STRING"):
        raise ConfigError(
            "the server of this project wants a password; set COPYDESK_SERVER__AUTH=user:password, as where "
            "`copydesk serve` was started"
        )


def utc_now() -> datetime:
    """Return the present, UTC. The one clock of the flows; everything below is handed its time."""
    return datetime.now(UTC)  # noqa: TID251  # the edge


def server_environment(settings: Settings) -> dict[str, str]:
    """Return what the project's Prefect server, and whoever talks to it, reads from the environment.

    Raises:
        ConfigError: The server would be open to the network without a password.
    """
    server = settings.server
    address = server.public_url or f"http://{server.host}:{server.port}"
    if server.host not in LOOPBACK and not (server.auth and server.public_url):
        raise ConfigError(
            f"`host` under [server] is {server.host}: whoever reaches the server may run code as you. Set a password "
            "(COPYDESK_SERVER__AUTH=user:password) and `public_url` as well, or leave `host` out"
        )
    values = {
        "PREFECT_API_URL": f"http://{server.host}:{server.port}/api",
        # The UI asks the server where its API is: `--port` alone would leave it at the default port.
        "PREFECT_SERVER_API_HOST": server.host,
        "PREFECT_SERVER_API_PORT": str(server.port),
        "PREFECT_UI_API_URL": f"{address}/api",
        "PREFECT_UI_URL": address,
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": address,
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(server.keep_runs_days * DAY),
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": f"P{server.keep_events_days}D",
    }
    if server.auth is not None:
        values["PREFECT_SERVER_API_AUTH_STRING"] = server.auth.get_secret_value()
        values["PREFECT_SERVER_CSRF_PROTECTION_ENABLED"] = "true"
    if server.postgres is not None:
        url = server.postgres.get_secret_value()
        values["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = _for_asyncpg(url)
    return values


def _for_asyncpg(url: str) -> str:
    """Return a PostgreSQL address with the driver that Prefect needs named."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in {"postgresql", "postgres", "postgresql+asyncpg"}:
        raise ConfigError(
            "the address of the database is wrong; write it as postgresql://user:password@host:5432/database"
        )
    return f"postgresql+asyncpg://{rest}"


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

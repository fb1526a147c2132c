"""`copydesk serve`: the Prefect server with its UI, the scheduled runs and maintenance, until Ctrl-C."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import ConfigError
from copydesk.settings import Settings
from flows.environment import (
    PREFECT_HOME,
    SERVER_FILE,
    is_healthy,
    terminated_like_interrupted,
)

if TYPE_CHECKING:
    from prefect.schedules import Schedule

HOST = "127.0.0.1"
START_SECONDS = 180
STOP_SECONDS = 20


def serve(settings: Settings) -> None:
    """Run the server and the schedule of a project until interrupted.

    Raises:
        ConfigError: The port is taken, the cron expression is wrong, or the server does not come up.
    """
    api_url = f"http://{HOST}:{settings.server.port}/api"
    os.environ["PREFECT_API_URL"] = api_url  # before Prefect is imported, which reads it then
    timezone = settings.schedule.timezone
    runs = _schedule("schedule", settings.schedule.cron, timezone)
    maintenance = _schedule("maintain", settings.maintain.cron, timezone)
    with _server(settings, api_url):
        _serve_schedules(runs, maintenance)


def _schedule(table: str, cron: str, timezone: str) -> "Schedule":
    from prefect.schedules import Cron  # noqa: PLC0415  # see serve

    try:
        return Cron(cron, timezone=timezone)
    except ValueError as error:
        raise ConfigError(
            f"the schedule {cron!r} is wrong: {error}; "
            f"set `cron` under [{table}] in copydesk.toml, such as '15 2 * * *'"
        ) from error


def _serve_schedules(runs: "Schedule", maintenance: "Schedule") -> None:
    import prefect  # noqa: PLC0415  # see serve
    from prefect.deployments.runner import RunnerDeployment  # noqa: PLC0415
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415

    from flows.archive import archive  # noqa: PLC0415
    from flows.maintain import maintain  # noqa: PLC0415

    deployments = [
        RunnerDeployment.from_flow(
            flow,
            "scheduled",
            schedules=[schedule],
            tags=["copydesk"],
            concurrency_limit=1,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for flow, schedule in ((archive, runs), (maintain, maintenance))
    ]
    # One at a time: a run and a maintenance that are due together wait for each other.
    prefect.serve(*deployments, name="copydesk", limit=1, print_starting_message=False)


@contextmanager
def _server(settings: Settings, api_url: str) -> Iterator[None]:
    port = settings.server.port
    _refuse_taken_port(port)
    home = settings.project / PREFECT_HOME
    home.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        # The UI asks the server where its API is: `--port` alone would leave it at the default port.
        "PREFECT_SERVER_API_HOST": HOST,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://{HOST}:{port}",
    }
    with (home / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start"],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; we stop it in order
        )
    server_file = home / SERVER_FILE
    try:
        with terminated_like_interrupted():
            _wait_until_healthy(process, api_url, home / "server.log")
            server_file.write_text(json.dumps({"api_url": api_url}), encoding="utf-8")
            yield
    finally:
        server_file.unlink(missing_ok=True)
        _stop(process)


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ConfigError(
                f"port {port} is taken ({error.strerror}); stop what listens there, or choose another: "
                "`copydesk serve --port N`, or `port` under [server] in copydesk.toml"
            ) from error


def _wait_until_healthy(process: subprocess.Popen[bytes], api_url: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not is_healthy(api_url):
        if process.poll() is not None:
            raise ConfigError(f"the Prefect server ended at once; its log is {log}")
        if time.monotonic() > deadline:
            raise ConfigError(f"the Prefect server did not come up in {START_SECONDS} s; see {log}")
        time.sleep(0.25)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

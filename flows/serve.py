"""`copydesk serve`: Prefect's server with its UI, a worker and the schedules of prefect.yaml, until Ctrl-C."""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from copydesk.errors import ConfigError, WorkerError
from copydesk.settings import Settings
from flows.environment import (
    PREFECT_HOME,
    SERVER_FILE,
    is_healthy,
    server_environment,
    terminated_like_interrupted,
    utc_now,
)

LOCK_FILE = "copydesk-serve.lock"
"""In Prefect's home; `copydesk serve` holds it for as long as it lives, however it ends."""
PROCESSES = Path("/proc")
START_SECONDS = 180
STOP_SECONDS = 10
"""A run under way may end by itself within this; else it is ended, and goes on when the worker is back."""
LOOK_SECONDS = 0.5
"""How often is looked whether server and worker are still there."""


def serve(settings: Settings, told: Callable[[str], None]) -> None:
    """Run the server and the worker of a project until interrupted.

    Args:
        settings: The project's settings.
        told: Called with a sentence when something is worth saying.

    Raises:
        ConfigError: The project is served already, the port is taken, a cron expression is wrong, or the server
            does not come up.
        WorkerError: The server or the worker ended by itself.
    """
    home = settings.project / PREFECT_HOME
    home.mkdir(parents=True, exist_ok=True)
    with _only_one(settings, home):
        _end_left_over(home)
        _refuse_taken_port(settings)
        # Before Prefect is imported, which reads it then.
        os.environ.update(server_environment(settings))
        _refuse_wrong_schedules(settings)
        with terminated_like_interrupted(), suppress(KeyboardInterrupt):
            told("Starting Prefect; it takes some 20 seconds.")
            _serve(settings, home, told)
    told("Stopped.")


@contextmanager
def _only_one(settings: Settings, home: Path) -> Iterator[None]:
    """Hold the project for this `serve`: two that start in the same moment would set up one server twice."""
    with (home / LOCK_FILE).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            note = _note(home)
            place = f" (process {note['process']}); its UI is {note['ui']}" if note else ""
            raise ConfigError(
                f"`copydesk serve` runs already for {settings.project}{place}"
            ) from error
        yield


def _serve(settings: Settings, home: Path, told: Callable[[str], None]) -> None:
    started_at = utc_now()
    with _server(os.environ["PREFECT_API_URL"], home) as server:
        from flows.deploy import POOL, set_up  # noqa: PLC0415  # imports Prefect
        from flows.resume import remember_interrupted, resume, runs_under_way  # noqa: PLC0415

        set_up(settings)
        if resume(home, started_at, utc_now()):
            told("A run that was cut short goes on.")
        with _worker(POOL, settings.project) as worker:
            _note_processes(home, server, worker)
            told(_welcome(settings))
            try:
                _watch({"server": server, "worker": worker}, home)
            finally:
                if server.poll() is None:
                    interrupted = runs_under_way()
                    remember_interrupted(home, interrupted)
                    if interrupted:
                        told(
                            f"Stopping. A run under way has {STOP_SECONDS} s to end, or goes on next time."
                        )


def _welcome(settings: Settings) -> str:
    schedule, maintain = settings.schedule, settings.maintain
    return (
        f"Prefect UI: {os.environ['PREFECT_UI_URL']}  (Ctrl-C stops it)\n"
        f"Runs start on '{schedule.cron}', looks for new files on '{schedule.arrival_cron}', maintenance on "
        f"'{maintain.cron}' ({schedule.timezone})."
    )


def _watch(processes: Mapping[str, subprocess.Popen[bytes]], home: Path) -> None:
    """Wait for Ctrl-C, or for a process that ends by itself."""
    while True:
        for name, process in processes.items():
            if process.poll() is not None:
                raise WorkerError(
                    f"Prefect's {name} ended by itself (exit code {process.returncode}); look above and into "
                    f"{home / 'server.log'}, then start `copydesk serve` again: nothing is lost"
                )
        time.sleep(LOOK_SECONDS)


def _refuse_wrong_schedules(settings: Settings) -> None:
    from prefect.schedules import Cron  # noqa: PLC0415  # see serve

    schedules = {
        "`cron` under [schedule]": settings.schedule.cron,
        "`arrival_cron` under [schedule]": settings.schedule.arrival_cron,
        "`cron` under [maintain]": settings.maintain.cron,
    }
    for name, cron in schedules.items():
        try:
            Cron(cron, timezone=settings.schedule.timezone)
        except ValueError as error:
            raise ConfigError(
                f"the schedule {cron!r} is wrong: {error}; set {name} in copydesk.toml, such as '15 2 * * *'"
            ) from error


@contextmanager
def _server(api_url: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (home / "server.log").open("ab") as log:
        begin = log.tell()  # what stands before it is of earlier servers
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start"],
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; we stop it in order
        )
    try:
        _note_processes(home, process)
        _wait_until_healthy(process, api_url, home / "server.log", begin)
        yield process
    finally:
        (home / SERVER_FILE).unlink(missing_ok=True)
        _stop(process)


@contextmanager
def _worker(pool: str, project: Path) -> Iterator[subprocess.Popen[bytes]]:
    interpreters = Path(
        sys.executable
    ).parent  # runs are started as `python`, which must be this one
    command = ["worker", "start", "--pool", pool, "--type", "process", "--name", "copydesk"]
    process = subprocess.Popen(  # noqa: S603  # our own interpreter
        [sys.executable, "-m", "prefect", *command],
        cwd=project,
        env={**os.environ, "PATH": f"{interpreters}{os.pathsep}{os.environ.get('PATH', '')}"},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _stop(process)


def _note_processes(home: Path, *children: subprocess.Popen[bytes]) -> None:
    """Write down where the server listens and which processes are ours, for the day on which we are killed."""
    note = {
        "api_url": os.environ["PREFECT_API_URL"],
        "ui": os.environ["PREFECT_UI_URL"],
        "process": os.getpid(),
        "children": [child.pid for child in children],
        "auth": "PREFECT_SERVER_API_AUTH_STRING" in os.environ,
    }
    (home / SERVER_FILE).write_text(json.dumps(note), encoding="utf-8")


def _note(home: Path) -> dict[str, Any]:
    """Return what `_note_processes` wrote; empty where there is nothing of it, or not all."""
    try:
        note = json.loads((home / SERVER_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_whole = isinstance(note, dict) and {"process", "children", "ui"} <= note.keys()
    return note if is_whole else {}


def _end_left_over(home: Path) -> None:
    """End what a `serve` that was killed outright has left running: server, worker and the worker's runs."""
    for child in _note(home).get("children", ()):
        if "prefect" in _command(child):  # else the number belongs to somebody else by now
            _kill_group(child)
    (home / SERVER_FILE).unlink(missing_ok=True)


def _kill_group(group: int) -> None:
    """Kill a process group, and wait until none of it is left: its port is free then."""
    deadline = time.monotonic() + STOP_SECONDS
    with suppress(ProcessLookupError):
        while time.monotonic() < deadline:
            os.killpg(group, signal.SIGKILL)
            time.sleep(0.1)


def _command(process: int) -> str:
    """Return the command line of a process; empty when there is none."""
    if PROCESSES.is_dir():  # Linux, where small images have no `ps`
        try:
            return (PROCESSES / str(process) / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            return ""
    command = ["ps", "-o", "command=", "-p", str(process)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603


def _refuse_taken_port(settings: Settings) -> None:
    host, port = settings.server.host, settings.server.port
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigError(
                f"port {port} is taken ({error.strerror}); stop what listens there, or choose another: "
                "`copydesk serve --port N`, or `port` under [server] in copydesk.toml"
            ) from error


def _wait_until_healthy(
    process: subprocess.Popen[bytes], api_url: str, log: Path, begin: int
) -> None:
    from flows.deploy import is_our_server  # noqa: PLC0415  # imports Prefect

    deadline = time.monotonic() + START_SECONDS
    # Another project's server may have taken the port since it was looked at: ours ends then.
    while not (is_healthy(api_url) and is_our_server()):
        if process.poll() is not None:
            raise ConfigError(
                f"the Prefect server ended at once ({_reason(log, begin)}); its log is {log}"
            )
        if time.monotonic() > deadline:
            raise ConfigError(f"the Prefect server did not come up in {START_SECONDS} s; see {log}")
        time.sleep(0.25)


def _reason(log: Path, begin: int) -> str:
    """Return the line of a server's log, from a byte on, that says best why it ended: the system's word counts most."""
    lines = log.read_bytes()[begin:].decode(errors="replace").split("\n")
    told = (line.strip() for mark in ("Errno", "Error") for line in reversed(lines) if mark in line)
    return next(told, "no reason given")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started: they share its process group."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

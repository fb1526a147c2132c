"""`copydesk serve` for tests: started, asked through its API, waited for. Imports no Prefect."""

import base64
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

COPYDESK = Path(sys.executable).with_name("copydesk")
START_SECONDS = 240


def environment_of_a_user() -> dict[str, str]:
    """The environment of a user's shell: nothing of Prefect, nothing of the test session."""
    dropped = ("PREFECT_", "COPYDESK_")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def begin_serving(
    project: Path, *options: str, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start `copydesk serve` and return once its worker polls. Its output goes to serve.log."""
    log = project / "serve.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [COPYDESK, "serve", *options],
            cwd=project,
            env={**environment_of_a_user(), **(environment or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    deadline = time.monotonic() + START_SECONDS
    while b"Worker 'copydesk' started" not in log.read_bytes():
        if process.poll() is not None or time.monotonic() > deadline:
            process.terminate()
            raise AssertionError(log.read_text(errors="replace"))
        time.sleep(0.2)
    return process


class Served:
    """A project that is served, and what its server says."""

    def __init__(
        self, project: Path, process: subprocess.Popen[bytes], auth: str | None = None
    ) -> None:
        self.project = project
        self.process = process
        self.auth = auth
        note = json.loads((project / ".prefect" / "copydesk-server.json").read_text())
        self.address = note["api_url"].removesuffix("/api")
        self.children: list[int] = note["children"]

    @property
    def log(self) -> str:
        return (self.project / "serve.log").read_text(errors="replace")

    def ask(self, path: str, body: object = None, method: str | None = None) -> Any:
        """Ask the API: a POST when there is a body, else a GET."""
        request = urllib.request.Request(
            f"{self.address}/api/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        for name, value in self.credentials(request.get_method()).items():
            request.add_header(name, value)
        text = self._answer(request)
        return json.loads(text) if text else None

    def _answer(self, request: urllib.request.Request) -> bytes:
        """Ask, and ask again while the server's SQLite is locked (503), as Prefect's own client does."""
        for patience in range(6):
            try:
                with urllib.request.urlopen(request, timeout=20) as answer:
                    return answer.read()
            except HTTPError as error:
                if error.code != 503 or patience == 5:
                    raise
                error.close()
                time.sleep(1)
        raise AssertionError("not reached")

    def credentials(self, method: str) -> dict[str, str]:
        """The headers of whoever knows the password, with a token against forged requests where one is due."""
        if self.auth is None:
            return {}
        word = {"Authorization": f"Basic {base64.b64encode(self.auth.encode()).decode()}"}
        if method == "GET":
            return word
        place = f"{self.address}/api/csrf-token?client=test"
        with urllib.request.urlopen(
            urllib.request.Request(place, headers=word), timeout=20
        ) as answer:
            token = json.load(answer)["token"]
        return {**word, "Prefect-Csrf-Token": token, "Prefect-Csrf-Client": "test"}

    def deployments(self) -> dict[str, dict[str, Any]]:
        """Name of the flow, a slash, name -> deployment."""
        flows = {flow["id"]: flow["name"] for flow in self.ask("flows/filter", {})}
        found = self.ask("deployments/filter", {})
        return {f"{flows[item['flow_id']]}/{item['name']}": item for item in found}

    def start(self, deployment: str, **parameters: object) -> str:
        """Start a run of a deployment, and return its id."""
        place = f"deployments/{self.deployments()[deployment]['id']}/create_flow_run"
        return self.ask(place, {"parameters": parameters})["id"]

    def run(self, run_id: str) -> dict[str, Any]:
        return self.ask(f"flow_runs/{run_id}")

    def runs(self, *state_types: str) -> list[dict[str, Any]]:
        return self.ask(
            "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": list(state_types)}}}}
        )

    def wait_for_state(self, run_id: str, *state_types: str, seconds: float = 120) -> dict:
        """Wait until a run is in one of some states, and return it."""
        return wait_for(
            lambda: (found := self.run(run_id))["state_type"] in state_types and found,
            seconds,
            self,
        )


def wait_for(condition: Callable[[], Any], seconds: float, served: Served | None = None) -> Any:
    """Wait until a condition gives something, and return it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            value = condition()
        except (URLError, ConnectionError):
            value = None
        if value:
            return value
        time.sleep(0.3)
    raise AssertionError(served.log if served else "waited in vain")


def stop(process: subprocess.Popen[bytes]) -> int:
    """Stop `copydesk serve` as systemd does, and return its exit code."""
    process.terminate()
    return process.wait(60)


def processes_of(group: int) -> list[int]:
    """The processes of a process group that are still there."""
    found = subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]

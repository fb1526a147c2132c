"""`copydesk serve` as an operator uses it: a server, a schedule, runs that show up, a clean end."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = [pytest.mark.flow, pytest.mark.timeout(600)]

COPYDESK = Path(sys.executable).with_name("copydesk")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def post(port: int, path: str, body: dict):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/{path}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def flow_runs(port: int, state_type: str) -> list[dict]:
    return post(
        port, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": [state_type]}}}}
    )


def start_deployment(port: int, flow: str) -> str:
    """Start the one deployment of a flow, and return its name."""
    of_flow = {"flows": {"name": {"any_": [flow]}}}
    [deployment] = post(port, "deployments/filter", of_flow)
    post(port, f"deployments/{deployment['id']}/create_flow_run", {})
    return deployment["name"]


def wait_for(condition, seconds: float):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            value = condition()
        except OSError:
            value = None
        if value:
            return value
        time.sleep(0.5)
    return None


def test_serve_schedules_runs_and_shows_earlier_ones(project, raw, user_environment):
    """Cron runs are scheduled, an earlier run is listed, a new one goes to the server, both deployments run."""
    subprocess.run(
        [COPYDESK, "run"], cwd=project, env=user_environment, check=True, capture_output=True
    )

    port = free_port()
    with (project / "serve.log").open("wb") as log:
        serving = subprocess.Popen(
            [COPYDESK, "serve", "--port", str(port)],
            cwd=project,
            env=user_environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        assert wait_for(lambda: flow_runs(port, "SCHEDULED"), 240), (
            project / "serve.log"
        ).read_text()
        assert len(flow_runs(port, "COMPLETED")) == 1
        subprocess.run(
            [COPYDESK, "run"], cwd=project, env=user_environment, check=True, capture_output=True
        )
        assert wait_for(lambda: len(flow_runs(port, "COMPLETED")) == 2, 30)
        assert {start_deployment(port, flow) for flow in ("archive", "maintain")} == {"scheduled"}
        assert wait_for(lambda: len(flow_runs(port, "COMPLETED")) == 4, 180), (
            project / "serve.log"
        ).read_text()
    finally:
        serving.send_signal(signal.SIGTERM)
        exit_code = serving.wait(60)
    assert exit_code == 0
    assert not list((project / ".prefect").glob("copydesk-server.json"))
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_taken_port_is_refused_with_the_cure(project, raw, user_environment):
    """serve says which port is taken and how to choose another, and starts nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [COPYDESK, "serve", "--port", str(port)],
            cwd=project,
            env=user_environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 2
    assert f"port {port} is taken" in result.stderr
    assert "--port" in result.stderr
    assert not (project / ".prefect" / "server.log").exists()


def test_a_missing_raw_folder_is_explained(project, user_environment):
    """run names the folder and the cure, with the exit code of a wrong configuration."""
    shutil.rmtree(project / "raw", ignore_errors=True)
    result = subprocess.run(
        [COPYDESK, "run"],
        cwd=project,
        env=user_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "raw" in result.stderr
    assert "--raw" in result.stderr

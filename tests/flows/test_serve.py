"""`copydesk serve` as an operator uses it: what it starts, what it refuses, how it ends and goes on."""

import fcntl
import http.server
import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest
from postgres import ask, postgres, programs
from serving import (
    COPYDESK,
    Served,
    begin_serving,
    environment_of_a_user,
    free_port,
    processes_of,
    stop,
    wait_for,
)
from stories import write_stories

from copydesk.store.publish import DATABASE_NAME, connect

pytestmark = [pytest.mark.flow, pytest.mark.timeout(600)]

STORY = (
    "Meldung {number}\n\nDer Rat der Stadt Nummer {number} hat am 04.03.2025 den Haushalt beschlossen. "
    "Gegen den Plan stimmten {number} Mitglieder, wie die Verwaltung mitteilte.\n"
)


def test_the_deployments_of_prefect_yaml_are_served(served: Served):
    """Four deployments, with their schedules, limits and forms; the writer's slot and the zombies' automation."""
    there = served.deployments()
    assert set(there) == {
        "archive/nightly",
        "archive/on-arrival",
        "reannotate/manual",
        "maintain/weekly",
    }
    assert [item["schedule"]["cron"] for item in there["archive/nightly"]["schedules"]] == [
        "0 0 1 1 *"
    ]
    assert there["reannotate/manual"]["schedules"] == []
    for deployment in there.values():
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["enforce_parameter_schema"] is True
        form = deployment["parameter_openapi_schema"]["properties"]
        assert all(item["description"] for item in form.values())
    [writer] = [
        item
        for item in served.ask("v2/concurrency_limits/filter", {})
        if item["name"] == "copydesk-writer"
    ]
    assert writer["limit"] == 1
    assert [item["name"] for item in served.ask("automations/filter", {})] == [
        "copydesk-zombie-runs"
    ]


def test_a_scheduled_look_starts_by_itself_and_files_what_is_new(served: Served):
    """Nobody starts anything: cron does. The run is named by what it did."""
    write_stories(served.project / "raw", {"elbe/neu.txt": STORY.format(number=7)})
    wait_for(lambda: is_filed(served, "elbe/neu.txt"), 150, served)
    by_cron = {"deployments": {"name": {"any_": ["on-arrival"]}}}
    named = wait_for(
        lambda: [run for run in served.ask("flow_runs/filter", by_cron) if "added" in run["name"]],
        30,
        served,
    )
    assert all(run["auto_scheduled"] for run in named)


def is_filed(served: Served, path: str) -> bool:
    """Whether readers see a file."""
    warehouse = served.project / "warehouse"
    if not (warehouse / DATABASE_NAME).exists():
        return False
    with connect(warehouse) as connection:
        found = connection.execute("select count(*) from sources where path = ?", [path])
        return found.fetchall() == [(1,)]


def test_a_wrong_parameter_is_refused_before_a_run_starts(served: Served):
    """The form's rules hold for whoever calls the API, too."""
    with pytest.raises(HTTPError, match="409") as refusal:
        served.start("archive/nightly", workers=0)
    refusal.value.close()


def test_a_reannotation_waits_for_its_approval(served: Served):
    """The plan is shown, nothing runs while it waits, an approval lets it run, a refusal cancels it."""
    run_id = served.start("reannotate/manual", verify=True)
    waiting = served.wait_for_state(run_id, "PAUSED")
    assert waiting["name"] == "waiting for approval"
    keys = {
        item["key"]: item["value"]
        for item in served.ask(f"flow_runs/{run_id}/input/filter", {"prefix": "", "limit": 20})
    }
    assert any("What the run would do" in str(value) for value in keys.values())
    served.ask(f"flow_runs/{run_id}/resume", {"run_input": {"approve": True}})
    assert served.wait_for_state(run_id, "COMPLETED", "FAILED")["state_type"] == "COMPLETED"


def test_whoever_the_block_names_is_told_of_a_failed_run(served: Served, tmp_path: Path):
    """An address in the block `copydesk-alerts/copydesk` gets a message with the run and the reason."""
    heard: list[dict] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments):
            """Say nothing."""

    listener = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    [block] = served.ask(
        "block_documents/filter", {"block_documents": {"name": {"any_": ["copydesk"]}}}
    )
    addresses = [f"json://127.0.0.1:{listener.server_port}/"]
    served.ask(f"block_documents/{block['id']}", {"data": {"addresses": addresses}}, "PATCH")
    try:
        run_id = served.start("maintain/weekly", warehouse=str(tmp_path / "nowhere"))
        assert served.wait_for_state(run_id, "FAILED", "COMPLETED")["state_type"] == "FAILED"
        wait_for(lambda: heard, 20, served)
    finally:
        listener.shutdown()
        listener.server_close()
    assert (heard[0]["title"], heard[0]["type"]) == ("copydesk: maintain failed", "failure")
    assert "does not exist yet; `copydesk run` makes it" in heard[0]["message"]
    assert f"{served.address}/runs/flow-run/{run_id}" in heard[0]["message"]


@pytest.fixture
def many(project: Path) -> Path:
    """A project with short stories, cut into twenty batches; nothing starts by itself."""
    stories = {f"{number:03}.txt": STORY.format(number=number) for number in range(160)}
    write_stories(project / "raw", stories)
    (project / "copydesk.toml").write_text(
        "batch_documents = 8\nworkers = 2\n[schedule]\n"
        f'arrival_cron = "0 0 1 1 *"\n[server]\nport = {free_port()}\n'
    )
    return project


@pytest.mark.skipif(programs() is None, reason="needs PostgreSQL")
def test_with_postgresql_and_a_password_a_run_that_was_cut_short_goes_on(many: Path):
    """SIGTERM in mid-run leaves no process; the next start goes on with the same run. Nobody gets in without the word."""
    word = "desk:only-for-this-test"
    log = many / "warehouse" / "log"
    with postgres(programs()) as database:
        environment = {"COPYDESK_SERVER__AUTH": word}
        process = begin_serving(many, "--postgres", database, environment=environment)
        try:
            first = Served(many, process, word)
            refuses_strangers(first)
            stranger = call("run", cwd=many, env=environment_of_a_user())
            assert (stranger.returncode, "COPYDESK_SERVER__AUTH" in stranger.stderr) == (2, True)
            pause(first, "maintain/weekly")
            run_id = first.start("archive/nightly")
            wait_for(lambda: len(list(log.glob("[0-9]*.json"))) >= 4, 240, first)
        finally:
            exit_code = stop(process)
        assert exit_code == 0
        assert [processes_of(group) for group in first.children] == [[], []]
        assert not (many / ".prefect" / "copydesk-server.json").exists()
        with connect(many / "warehouse") as connection:
            assert connection.execute("select count(*) from documents").fetchone() == (0,)

        process = begin_serving(many, "--postgres", database, environment=environment)
        try:
            again = Served(many, process, word)
            ended = again.wait_for_state(run_id, "COMPLETED", "FAILED", "CRASHED")
            assert (ended["state_type"], ended["name"]) == ("COMPLETED", "160 added")
            assert not again.deployments()["maintain/weekly"]["schedules"][0]["active"]
        finally:
            stop(process)
        kept = ask(programs(), database, "select count(*) from flow_run where name = '160 added'")
        assert kept == "1"
    with connect(many / "warehouse") as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (160,)


def refuses_strangers(served: Served) -> None:
    """Without the password there is nothing; with it, no page of elsewhere can act in a user's name."""
    words = {"Authorization": served.credentials("GET")["Authorization"]}
    assert served.ask("admin/version")
    attempts = [
        ("admin/version", None, {}, 401),
        ("flows/filter", b"{}", words, 403),  # the password, and no token against forged requests
    ]
    for place, body, headers, code in attempts:
        request = urllib.request.Request(
            f"{served.address}/api/{place}",
            body,
            {**headers, "Content-Type": "application/json", "Origin": "http://elsewhere.example"},
        )
        with pytest.raises(HTTPError) as refusal:
            urllib.request.urlopen(request, timeout=20)
        refusal.value.close()
        assert refusal.value.code == code
        assert "Access-Control-Allow-Origin" not in refusal.value.headers


def pause(served: Served, deployment: str) -> None:
    """Pause the schedule of a deployment, as a click in the UI does."""
    found = served.deployments()[deployment]
    place = f"deployments/{found['id']}/schedules/{found['schedules'][0]['id']}"
    served.ask(place, {"active": False}, "PATCH")


def test_a_taken_port_is_refused_with_the_cure(project, raw, user_environment):
    """serve says which port is taken and how to choose another, and starts nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = call("serve", "--port", str(port), cwd=project, env=user_environment)
    assert result.returncode == 2
    assert f"port {port} is taken" in result.stderr
    assert "--port" in result.stderr
    assert not (project / ".prefect" / "server.log").exists()


def test_a_second_serve_is_told_where_the_first_one_is(served: Served, user_environment):
    """It names the address of the UI that is there already."""
    result = call("serve", cwd=served.project, env=user_environment)
    assert result.returncode == 2
    assert "runs already" in result.stderr
    assert served.address in result.stderr


def test_a_second_serve_that_starts_with_the_first_is_refused(project, raw, user_environment):
    """Before a first server answers, too: the second would set it up anew, and start the first one's runs again."""
    home = project / ".prefect"
    home.mkdir()
    with (home / "copydesk-serve.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = call("serve", "--port", str(free_port()), cwd=project, env=user_environment)
    assert result.returncode == 2
    assert f"runs already for {project}" in result.stderr
    assert not (home / "server.log").exists()


def test_what_a_killed_serve_left_is_ended_without_tools_of_the_system(tmp_path: Path, monkeypatch):
    """A container that was killed starts again: its image has no `ps`, and its numbers are others' by now."""
    from flows import serve

    monkeypatch.setenv("PATH", str(tmp_path))
    sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
    with (
        subprocess.Popen([*sleep, "prefect server"], start_new_session=True) as left,
        subprocess.Popen([*sleep, "of somebody else"], start_new_session=True) as stranger,
    ):
        note = {"process": 1, "ui": "", "children": [left.pid, stranger.pid, 2**22 + 1]}
        (tmp_path / "copydesk-server.json").write_text(json.dumps(note))
        threading.Thread(target=left.wait, daemon=True).start()  # as init does for an orphan
        serve._end_left_over(tmp_path)
        assert left.wait(20) == -signal.SIGKILL
        assert stranger.poll() is None
        stranger.kill()
    assert not (tmp_path / "copydesk-server.json").exists()


def test_the_reason_of_a_server_that_ends_is_its_own(tmp_path: Path):
    """Not what an earlier server said, and not what Prefect fell over while it ended."""
    from flows.serve import _reason

    log = tmp_path / "server.log"
    log.write_text("[Errno 111] of yesterday\n")
    begin = log.stat().st_size
    assert _reason(log, begin) == "no reason given"
    with log.open("a") as file:
        file.write("ERROR:    [Errno 98] address already in use\nAssertionError: not started\n")
    assert _reason(log, begin) == "ERROR:    [Errno 98] address already in use"


def test_another_projects_server_is_not_taken_for_ours(tmp_path: Path):
    """Two projects that start on one port in the same moment: the later one sets up nothing of the other's."""
    from prefect.settings import PREFECT_HOME, temporary_settings

    from flows.deploy import is_our_server

    assert is_our_server()
    with temporary_settings({PREFECT_HOME: tmp_path}):
        assert not is_our_server()


def test_an_open_server_needs_a_password(project, raw, user_environment):
    """Whoever reaches Prefect's server may run code: it is not opened to a network without a password."""
    (project / "copydesk.toml").write_text('[server]\nhost = "0.0.0.0"\n')
    result = call("serve", cwd=project, env=user_environment)
    assert result.returncode == 2
    assert "COPYDESK_SERVER__AUTH" in result.stderr


def test_a_missing_raw_folder_is_explained(project, user_environment):
    """run names the folder and the cure, with the exit code of a wrong configuration."""
    shutil.rmtree(project / "raw", ignore_errors=True)
    result = call("run", cwd=project, env=user_environment)
    assert result.returncode == 2
    assert "raw" in result.stderr
    assert "--raw" in result.stderr


def call(*arguments: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Call `copydesk` and wait for its end."""
    return subprocess.run(
        [COPYDESK, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )

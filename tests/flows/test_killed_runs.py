"""Runs that are killed: no process is left, readers see nothing of them, the next run heals."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk.store.publish import connect

pytestmark = [pytest.mark.flow, pytest.mark.timeout(600)]

COPYDESK = Path(sys.executable).with_name("copydesk")
STORY = (
    "Meldung {number}\n\nDer Rat der Stadt Nummer {number} hat am 04.03.2025 den Haushalt beschlossen. "
    "Gegen den Plan stimmten {number} Mitglieder, wie die Verwaltung mitteilte.\n"
)
STORY_COUNT = 600


@pytest.fixture
def many(project: Path) -> Path:
    """A project with six hundred short stories, cut into many batches."""
    folder = project / "raw"
    folder.mkdir()
    for number in range(STORY_COUNT):
        (folder / f"{number:03}.txt").write_text(STORY.format(number=number))
    (project / "copydesk.toml").write_text("batch_documents = 20\nworkers = 2\n")
    return project


def children_of(parent: int, pattern: str) -> list[int]:
    """The processes that a run has started, by a part of their command line."""
    found = subprocess.run(
        ["pgrep", "-P", str(parent), "-f", pattern], capture_output=True, text=True, check=False
    )
    return [int(line) for line in found.stdout.split()]


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_worker_that_is_starting_ends_with_a_run_that_is_killed(tmp_path: Path):
    """kill -9 hits the run while a worker process is still importing: the worker sees that its run is gone."""
    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from flows.tasks import start_worker\n"
        "if __name__ == '__main__':\n"
        "    spawn = multiprocessing.get_context('spawn')\n"
        "    with ProcessPoolExecutor(1, spawn, start_worker) as pool:\n"
        "        pool.submit(time.sleep, 600)\n"
    )
    running = subprocess.Popen([sys.executable, script], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not (workers := children_of(running.pid, "spawn_main")):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    while any(map(is_running, workers)):
        assert time.monotonic() < deadline
        time.sleep(0.2)


def test_a_killed_run_leaves_no_worker_and_is_healed_by_the_next(many: Path, user_environment):
    """kill -9 of the flow in mid-run: workers end by themselves, nothing shows, the next run completes."""
    running = subprocess.Popen(
        [COPYDESK, "run"],
        cwd=many,
        env=user_environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    log = many / "warehouse" / "log"
    deadline = time.monotonic() + 240
    while len(list(log.glob("[0-9]*.json"))) < 4:
        assert running.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)
    workers = children_of(running.pid, "multiprocessing.spawn")
    servers = children_of(running.pid, "uvicorn")
    strays = [children_of(worker, "uvicorn") for worker in workers]
    running.send_signal(signal.SIGKILL)
    running.wait()
    for server in servers:  # Prefect's own ephemeral server outlives a kill -9 of its starter
        os.kill(server, signal.SIGKILL)

    assert workers
    assert not any(strays)  # one server for the run, and none of its own for each worker
    deadline = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not any(map(is_running, workers))
    with connect(many / "warehouse") as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (0,)

    subprocess.run(
        [COPYDESK, "run"], cwd=many, env=user_environment, check=True, capture_output=True
    )
    with connect(many / "warehouse") as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (STORY_COUNT,)
        assert connection.execute("select added_count, document_count from runs").fetchall() == [
            (STORY_COUNT, STORY_COUNT)
        ]

"""kill -9 of single processes of a real `copydesk run`: it ends with one clear line, and nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from histories import assert_clean
from small_warehouse import rows, write_files

from copydesk.faults import FaultPoint
from copydesk.schema import INDEX_TABLES
from copydesk.store.manifest import read_head, versions

pytestmark = [pytest.mark.flow, pytest.mark.timeout(900)]

COPYDESK = Path(sys.executable).with_name("copydesk")
SECONDS = 300
STORY_COUNT = 400
STORY = (
    "Meldung {number}\n\nDer Rat der Stadt Nummer {number} hat am 04.03.2025 den Haushalt beschlossen. "
    "Gegen den Plan stimmten {number} Mitglieder, wie die Verwaltung mitteilte.\n"
)
TOLD = "a worker process ended abruptly"


@pytest.fixture
def project(tmp_path):
    """Four hundred short stories, to be annotated by two workers in forty batches."""
    stories = {f"{number:03}.txt": STORY.format(number=number) for number in range(STORY_COUNT)}
    write_files(tmp_path / "raw", stories)
    write_files(tmp_path, {"copydesk.toml": "batch_documents = 10\nworkers = 2\n"})
    return tmp_path


def start(project, **death):
    """Start `copydesk run` as a user would, with a death that its processes inherit."""
    dropped = ("PREFECT_", "COPYDESK_")
    mine = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    path = [str(Path(__file__).parent), *filter(None, [mine.get("PYTHONPATH")])]
    with (project / "told.txt").open(
        "w"
    ) as told:  # a pipe would be held open by what outlives the run
        return subprocess.Popen(
            [COPYDESK, "run"],
            cwd=project,
            env={**mine, "PYTHONPATH": os.pathsep.join(path), **death},
            stderr=told,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )


def end(project, running):
    """Wait for the end of a run and clear its session; return exit code and what it told."""
    try:
        running.wait(SECONDS)
    finally:
        with suppress(ProcessLookupError):  # Prefect's own server outlives a kill -9 of its starter
            os.killpg(running.pid, signal.SIGKILL)
    return running.returncode, (project / "told.txt").read_text()


def workers_of(running):
    found = subprocess.run(
        ["pgrep", "-P", str(running.pid), "-f", "multiprocessing.spawn"],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(line) for line in found.stdout.split()]


def wait_until(condition, running):
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert running.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)


def assert_told(outcome):
    """Exit code 1, and a line that says what happened and what to do, without a traceback."""
    code, told = outcome
    assert code == 1, told
    (line,) = (line for line in told.splitlines() if line.startswith("copydesk: "))
    assert TOLD in line
    assert "finished batches are kept" in line
    assert "--workers" in line
    assert "Traceback" not in told


def annotated(batches):
    return {
        batch_id: (
            dict(batch.fingerprints),
            {name: file for name, file in batch.files.items() if name not in INDEX_TABLES},
        )
        for batch_id, batch in batches.items()
    }


def assert_kept(warehouse, batches):
    """What was annotated before is there as it was; readers see none of it yet. The index of words is made last."""
    now = read_head(warehouse).batches
    assert annotated(batches).items() <= annotated(now).items()
    assert rows(warehouse, "select count(*) from documents") == [(0,)]
    return now


def test_runs_whose_processes_are_killed(project):
    """A worker in mid-batch, a worker from outside, the publisher; then a run that does only what is left."""
    warehouse = project / "warehouse"
    batch_written = start(project, KILL_AT=FaultPoint.BATCH_WRITTEN, KILL_COUNT="3")
    assert_told(end(project, batch_written))
    first = assert_kept(warehouse, {})
    assert first

    from_outside = start(project)
    done = versions(warehouse)[-1]
    wait_until(lambda: versions(warehouse)[-1] > done + 1, from_outside)
    os.kill(workers_of(from_outside)[0], signal.SIGKILL)
    assert_told(end(project, from_outside))
    second = assert_kept(warehouse, first)
    assert len(second) > len(first)

    code, _ = end(project, start(project, KILL_AT=FaultPoint.VIEWS_BUILT))
    assert code == -signal.SIGKILL
    third = assert_kept(warehouse, second)
    assert read_head(warehouse).document_count() == STORY_COUNT

    code, told = end(project, start(project))
    assert code == 0, told
    assert read_head(warehouse).batches == third
    assert rows(warehouse, "select count(*) from documents") == [(STORY_COUNT,)]
    counts = rows(warehouse, "select added_count, document_count from runs order by finished_at")
    assert counts[-1][1] == STORY_COUNT
    assert_clean(warehouse)

"""kill -9 at random moments of many runs, while a reader looks all the time."""

import random
import signal
import time

import pytest
from histories import (
    YEARS,
    Readers,
    assert_checks_pass,
    assert_clean,
    change,
    clean_build,
    maintain,
    run,
    seen,
    start_project,
)
from processes import Child, call
from small_warehouse import SOAK, rows

from copydesk.store.file_types import SIDECAR_SUFFIXES
from copydesk.store.raw import RawFolder, hash_source

ROUNDS = 40 * SOAK
"""`make soak` does many more."""
REJECTED = {"photo.png", "blank.txt"}
MAINTAINED = 8
"""Every so many rounds it is a maintenance that is killed."""


def sources_in(raw):
    """The path and id of every file that becomes a document."""
    paths = [path.relative_to(raw).as_posix() for path in raw.rglob("*") if path.is_file()]
    kept = [path for path in paths if path not in REJECTED and not path.endswith(SIDECAR_SUFFIXES)]
    return sorted((path, hash_source(RawFolder(raw, 1 << 20), path)[0]) for path in kept)


def sources_seen(warehouse):
    return sorted(rows(warehouse, "select path, doc_id from sources"))


@pytest.mark.timeout(60 + 10 * ROUNDS)
def test_kills_at_random_moments(tmp_path, capsys):
    """Readers see one finished run or the next, whole and never an older one; the last run heals everything."""
    chance = random.Random(ROUNDS)  # noqa: S311  # no secret
    project = start_project(tmp_path)
    raw, warehouse = project / "raw", project / "warehouse"
    call(run, project, raw, next(YEARS))
    shown, kills, length = sources_in(raw), 0, 0.5
    waiting = []  # what runs since may have committed: a maintenance publishes what a killed run did not
    readers = Readers(warehouse, 1)
    for number in range(ROUNDS):
        change(raw, number)
        start = time.monotonic()
        doomed = Child(maintain if number % MAINTAINED == 0 else run, project, raw, next(YEARS))
        doomed.process.join(chance.uniform(0, 1.2 * length))
        doomed.kill()
        if doomed.exit_code() == -signal.SIGKILL:
            kills += 1
        elif number % MAINTAINED:
            length = time.monotonic() - start
        now = sources_seen(warehouse)
        if number % MAINTAINED:
            waiting.append(sources_in(raw))
        assert now in (shown, *waiting)
        if now != shown:
            shown, waiting = now, waiting[waiting.index(now) + 1 :]
    call(run, project, raw, next(YEARS))
    assert readers.stop() == []
    with capsys.disabled():
        print(f"\n{kills} kills in {ROUNDS} rounds, {readers.read_count} reads")  # noqa: T201
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)
    assert_clean(warehouse)
    assert_checks_pass(warehouse)

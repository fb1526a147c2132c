"""The writer's lock: one run at a time, free again however its holder ends."""

import fcntl
import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from copydesk.errors import WarehouseBusyError, WarehouseError
from copydesk.store.lock import writer_lock

HOLD = """
import sys
from pathlib import Path
from copydesk.store.lock import writer_lock
with writer_lock(Path(sys.argv[1]), "20250304-first"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(warehouse):
    """A process of its own that holds the lock until it is told, or killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(warehouse)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_a_second_process_is_told_who_holds_the_warehouse(tmp_path):
    """Whoever comes second gets an error that names the run and process and says to wait."""
    with holder(tmp_path) as process:
        with (
            pytest.raises(WarehouseBusyError, match="wait") as caught,
            writer_lock(tmp_path, "second"),
        ):
            pytest.fail("two writers at once")
        assert "20250304-first" in str(caught.value)
        assert str(process.pid) in str(caught.value)


def test_the_lock_is_free_after_its_holder_was_killed(tmp_path):
    """After kill -9 the next run may write at once."""
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        with writer_lock(tmp_path, "next"):
            assert "next" in (tmp_path / ".writer.lock").read_text()


def test_the_lock_is_free_after_an_error(tmp_path):
    """A run that fails lets go of the warehouse."""
    with pytest.raises(KeyError), writer_lock(tmp_path, "failing"):
        raise KeyError
    with writer_lock(tmp_path, "a"):
        assert (tmp_path / ".writer.lock").read_text() == f"run a (process {os.getpid()})"


def test_the_same_process_cannot_hold_it_twice(tmp_path):
    """Two runs in one process exclude each other as well."""
    with (
        writer_lock(tmp_path, "outer"),
        pytest.raises(WarehouseBusyError, match="outer"),
        writer_lock(tmp_path, "inner"),
    ):
        pytest.fail("two writers at once")


def test_the_folder_is_made(tmp_path):
    """A warehouse that is not there yet is made, with the folders above it."""
    with writer_lock(tmp_path / "new" / "warehouse", "run"):
        assert (tmp_path / "new" / "warehouse").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """A file in the way is an error that names it."""
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(WarehouseError, match="choose another") as caught,
        writer_lock(tmp_path / "file" / "warehouse", "run"),
    ):
        pytest.fail("no folder")
    assert caught.value.path == tmp_path / "file" / "warehouse"


def test_a_holder_that_has_let_go_is_not_named(tmp_path):
    """Between two holders the file names nobody: the second writer is never told a run that is over."""
    with writer_lock(tmp_path, "first"):
        pass
    with (tmp_path / ".writer.lock").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with (
            pytest.raises(WarehouseBusyError, match="by another process; wait"),
            writer_lock(tmp_path, "second"),
        ):
            pass

"""Processes for the tests of this folder: each is forked from one that has imported the library already.

So hundreds of runs can be killed in the time that a dozen fresh interpreters take to start.
"""

import os
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.forkserver import ensure_running
from pathlib import Path

SECONDS = 120
"""Longest time that a process of these tests may take."""
CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["warm"])


def start_server() -> None:
    """Start the process that the others are forked from; it finds the module `warm` beside this one."""
    before = os.environ.copy()
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # no threads where processes are forked
    try:
        ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)


class Child:
    """A process that calls a function of a module and hands back what it returned or raised."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        start_server()
        self._outcome, sender = CONTEXT.Pipe(duplex=False)
        self.process = CONTEXT.Process(
            target=_call,
            args=(sender, function, arguments),
            daemon=True,  # a failed test waits for none
        )
        self.process.start()
        sender.close()

    def result(self) -> object:
        """Wait for the end; return what the function returned, or raise what it raised."""
        error, value = self._outcome.recv()
        self.exit_code()
        if error is not None:
            raise error
        return value

    def exit_code(self) -> int | None:
        """Wait for the end and return how it ended: -9 when it was killed."""
        self.process.join(SECONDS)
        return self.process.exitcode

    def kill(self) -> None:
        """End it as kill -9 does, where it has not ended by itself."""
        self.process.kill()


def call(function: Callable[..., object], *arguments: object) -> object:
    """Call a function in a process of its own."""
    return Child(function, *arguments).result()


def _call(sender: Connection, function: Callable[..., object], arguments: tuple[object]) -> None:
    try:
        sender.send((None, function(*arguments)))
    except Exception as error:  # noqa: BLE001  # handed back
        sender.send((error, None))

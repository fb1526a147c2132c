"""The writer's lock: one run at a time on a warehouse. Readers need no lock."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import WarehouseBusyError, WarehouseError
from copydesk.store.durable import writing

LOCK_NAME = ".writer.lock"
NAME_ATTEMPTS = 50
NAME_SECONDS = 0.01
"""The name of a holder is looked for so often, and that long apart: it follows the lock by a moment."""


@contextmanager
def writer_lock(warehouse: Path, holder: str) -> Iterator[None]:
    """Hold the warehouse for writing; the system lets go of it when the process ends, however it ends.

    Args:
        warehouse: The warehouse folder; made when it is absent.
        holder: Who writes (the run id), shown to whoever comes second.

    Raises:
        WarehouseBusyError: Another process holds it.
        WarehouseError: The folder cannot be written.
    """
    path = warehouse / LOCK_NAME
    try:
        warehouse.mkdir(parents=True, exist_ok=True)
        file = path.open("ab+", buffering=0)
    except OSError as error:
        raise WarehouseError(
            warehouse,
            f"cannot be written ({error.strerror}); mend its permissions or choose another",
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WarehouseBusyError(
                warehouse,
                f"is being written by {_read_holder(path)}; wait for it to end, then run again",
            ) from error
        with writing(path):
            file.truncate(0)
            file.write(f"run {holder} (process {os.getpid()})".encode())
        try:
            yield
        finally:
            file.truncate(
                0
            )  # whoever comes before the next holder has a name must not read this one


def _read_holder(path: Path) -> str:
    for _ in range(NAME_ATTEMPTS):
        holder = path.read_text(encoding="utf-8").strip()
        if holder:
            return holder
        time.sleep(NAME_SECONDS)
    return "another process"

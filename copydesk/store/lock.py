"""The writer's lock: one run at a time on a warehouse. Readers need no lock."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import WarehouseBusyError, WarehouseError

LOCK_NAME = ".writer.lock"


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
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise WarehouseError(
            warehouse,
            f"cannot be written ({error.strerror}); mend its permissions or choose another",
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise WarehouseBusyError(
                warehouse,
                f"is being written by {file.read().strip()}; wait for it to end, then run again",
            ) from error
        file.truncate(0)
        file.write(f"run {holder} (process {os.getpid()})")
        file.flush()
        yield

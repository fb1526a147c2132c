"""Writing so that a crash or a full disk leaves the old content or the new one, and nothing between."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import WarehouseError

TEMPORARY_SUFFIX = ".tmp"
"""Ends every name that is not meant to last: whatever bears it after a crash is rubbish."""


def temporary_beside(path: Path) -> Path:
    """Return a hidden name in the folder of a file, that no one else uses."""
    return path.with_name(f".{uuid.uuid4().hex}{TEMPORARY_SUFFIX}")


def temporaries_in(folder: Path) -> list[Path]:
    """Return what `temporary_beside` named in a folder, and what was named after it (`.wal` and the like).

    DuckDB's own `.tmp`, in which a reader whose working folder this is may spill, is none of them.
    """
    return sorted(folder.glob(f".?*{TEMPORARY_SUFFIX}*"))


def fsync_folder(folder: Path) -> None:
    """Make new names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure of the disk into an error that names the cure.

    Raises:
        WarehouseError: The file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise WarehouseError(
            path,
            f"cannot be written ({error.strerror or error}); free disk space or mend its permissions and run "
            "again: finished batches are kept",
        ) from error

"""The folder of an export: made under a temporary name beside its place, and renamed when it is whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import ConfigError
from copydesk.store.durable import TEMPORARY_SUFFIX, temporary_beside

DESCRIPTION_NAME = "export.json"
"""Stands in every export; a folder without it is never replaced."""


@contextmanager
def new_folder(output: Path, *, is_forced: bool) -> Iterator[Path]:
    """Give an empty folder to write into; at the end of the block it gets its name, after an error it is gone.

    Raises:
        ConfigError: The place is taken, or cannot be written to.
    """
    refuse_taken(output, is_forced=is_forced)
    made = temporary_beside(output)
    try:
        made.mkdir(parents=True)
        yield made
        _put_in_place(made, output)
    except OSError as error:
        raise ConfigError(
            f"{output} cannot be written ({error.strerror or error}); free disk space, or name another --output"
        ) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def refuse_taken(output: Path, *, is_forced: bool) -> None:
    """Look whether an export may be put in a place.

    Raises:
        ConfigError: Something is there that is not to be replaced.
    """
    if not os.path.lexists(output) or (output.is_dir() and not any(output.iterdir())):
        return
    if output.is_symlink() or not (output / DESCRIPTION_NAME).is_file():
        raise ConfigError(
            f"{output} is there and is no export: it is not touched; name another --output"
        )
    if not is_forced:
        raise ConfigError(
            f"{output} holds an export; --force replaces it, or name another --output"
        )


def refuse_inside(output: Path, *folders: Path) -> None:
    """Look whether a place lies in a folder whose files mean something to copydesk, or holds one.

    Raises:
        ConfigError: It does.
    """
    for folder in folders:
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            raise ConfigError(f"{output} and {folder} lie in one another; name another --output")


def _put_in_place(made: Path, output: Path) -> None:
    """Rename a finished folder; what it replaces goes out of the way first, and is removed last."""
    if not output.exists():
        made.rename(output)
        return
    old = output.with_name(f"{made.name.removesuffix(TEMPORARY_SUFFIX)}-old{TEMPORARY_SUFFIX}")
    output.rename(old)
    try:
        made.rename(output)
    except OSError:
        old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)

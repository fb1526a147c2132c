"""The walk over the raw folder: every file with its stamps, or why it cannot be read.

Called by `copydesk.store.scan`. Opens no file and follows no symbolic link.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import ConfigError
from copydesk.records import ReasonCode, Rejection
from copydesk.store.file_types import (
    SIDECAR_SUFFIXES,
    TEXT_SUFFIXES,
    is_container,
    is_sidecar,
    why_unsupported,
)
from copydesk.store.raw import RawFolder, is_utf8, refuse_transient

FoundFile = tuple[str | int | None, ...]
"""A row of FILE_SCHEMA: the path and the stamps of the file and its sidecar."""
STAMP_COUNT = 4
_PLAIN = tuple(TEXT_SUFFIXES)


def walk(raw: RawFolder) -> Iterator[FoundFile | Rejection]:
    """Yield every file below the raw folder, in order of path, or why it cannot be a source.

    Hidden files and folders (a leading dot) and sidecars are passed over: they are not sources.

    Raises:
        ConfigError: The raw folder does not exist or cannot be listed.
        TransientError: The raw folder is away for a moment.
    """
    try:
        waiting = [iter(_list(raw.path))]
    except OSError as error:
        refuse_transient(raw.path, error)
        raise ConfigError(
            f"the raw folder {raw.path} cannot be listed: {error.strerror}"
        ) from error
    start = len(os.path.join(raw.path, ""))  # noqa: PTH118  # with the separator
    # A stack and no recursion: folders may be nested deeper than Python's calls may.
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif not item.entry.is_dir(follow_symlinks=False):
            yield _look(item, item.entry.path[start:], raw)
        else:
            try:
                waiting.append(iter(_list(item.entry.path)))
            except OSError as error:
                yield _unreadable(item.entry.path[start:], error)


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of a folder, and the suffix of the sidecar that lies beside it, if there is one."""

    entry: os.DirEntry[str]
    sidecar_suffix: str | None


def _list(folder: str | Path) -> list[_Item]:
    """Return what a folder holds, by name, without hidden entries and sidecars."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    sidecars = {
        entry.name
        for entry in entries
        if is_sidecar(entry.name) and not entry.is_dir(follow_symlinks=False)
    }
    return [
        _Item(entry, _sidecar_suffix(entry.name, sidecars))
        for entry in entries
        if not entry.name.startswith(".") and entry.name not in sidecars
    ]


def _sidecar_suffix(name: str, sidecars: set[str]) -> str | None:
    if not sidecars:
        return None
    return next((suffix for suffix in SIDECAR_SUFFIXES if name + suffix in sidecars), None)


def _look(item: _Item, path: str, raw: RawFolder) -> FoundFile | Rejection:
    if not is_utf8(path):
        detail = "the file name is not UTF-8; rename the file"
        return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)
    suffix = item.sidecar_suffix
    try:
        status = item.entry.stat(follow_symlinks=False)
        sidecar = os.lstat(item.entry.path + suffix) if suffix else None
    except OSError as error:
        return _unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        detail = "not a regular file (symbolic links are not followed); copy the file itself"
        return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, detail)
    is_plain = path.endswith(_PLAIN)  # most are, and a hundred thousand names cost half a second
    if is_plain or not is_container(path):
        problem = None if is_plain else why_unsupported(path, reads_html=raw.reads_html)
        if problem:
            return Rejection(path, None, ReasonCode.UNSUPPORTED_TYPE, problem)
        if status.st_size > raw.file_bytes:
            return _too_large(path, status.st_size, raw.file_bytes)
    return (path, *_stamps(status), *(_stamps(sidecar) if sidecar else (None,) * STAMP_COUNT))


def _stamps(status: os.stat_result) -> tuple[int, ...]:
    # A time before 1970 is as good as 1970: both are long past.
    times = max(0, status.st_mtime_ns), max(0, status.st_ctime_ns)
    return (status.st_size, *times, status.st_ino)


def _unreadable(path: str, error: OSError) -> Rejection:
    refuse_transient(path, error)
    detail = f"{error.strerror}; mend the file or its permissions"
    return Rejection(_shown(path), None, ReasonCode.UNREADABLE, detail)


def _shown(path: str) -> str:
    """Return a path that can be stored, whatever bytes its name is made of."""
    return path.encode("utf-8", "backslashreplace").decode()


def _too_large(path: str, byte_count: int, file_bytes: int) -> Rejection:
    size, limit = byte_count / (1 << 20), file_bytes / (1 << 20)
    detail = f"{size:,.1f} MiB is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split the file"
    return Rejection(path, None, ReasonCode.TOO_LARGE, detail)

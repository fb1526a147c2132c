"""Containers: files that hold many sources, read as a stream of members.

Called by the scan and by the batches. Nothing is ever written or extracted: a member is its bytes, and memory is
bounded by a few members whatever the size of the file. The same bytes and rules give the same members, names and
rejections in the same order.
"""

import io
import logging
import os
from typing import BinaryIO, cast

from copydesk.errors import CopydeskError, InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import Budget, Stream, open_as, open_stream, read_whole
from copydesk.store.containers.json_lines import read_json_lines
from copydesk.store.containers.members import Found, Member, Names, Place, ReadingRules
from copydesk.store.containers.parquet_files import read_parquet
from copydesk.store.containers.tables import read_table
from copydesk.store.containers.tar_files import read_tar
from copydesk.store.containers.zip_files import read_zip
from copydesk.store.file_types import is_archive, is_container, type_of
from copydesk.store.record_fields import storable

logger = logging.getLogger(__name__)

_SHORT = {".tgz": ".gz", ".tbz2": ".bz2", ".txz": ".xz", ".tzst": ".zst"}
__all__ = ["Member", "ReadingRules", "is_container", "members"]


def members(file: BinaryIO, path: str, rules: ReadingRules) -> Found:
    """Yield what a container holds, in its order: every member, or why it cannot be one.

    Directories, sidecars, hidden files and blank lines are passed over. Where the file is damaged, what came before
    is yielded, and then one rejection without a member for all the rest: nothing after it is read.

    Args:
        file: The container, open and seekable. It is not closed.
        path: Its path, for the suffix and for rejections.
        rules: How to read.

    Raises:
        OSError: The file cannot be read.
    """
    place = Place(path, rules, Names())
    try:
        yield from _members(file, path, place)
    except (CopydeskError, OSError, MemoryError):
        raise
    except Exception as error:
        logger.exception("a reader failed: path=%s", path)
        detail = f"reading it failed ({type(error).__name__}: {error}); please report it"
        yield place.reject(None, ReasonCode.UNREADABLE, storable(detail))


def _members(file: BinaryIO, path: str, place: Place) -> Found:
    packed_bytes = file.seek(0, os.SEEK_END)
    budget = Budget(packed_bytes)
    file.seek(0)
    kind = type_of(path)
    if kind == ".zip":
        yield from read_zip(file, place, budget, _read_nested)
    elif is_archive(path):
        yield from _read_tar(file, path, place, packed_bytes)
    else:
        yield from _read_nested(path, file, place, budget)


def _read_tar(file: BinaryIO, path: str, place: Place, packed_bytes: int) -> Found:
    suffix = _SHORT.get(type_of(path))

    def reopen() -> Stream:
        file.seek(0)
        budget = Budget(packed_bytes)
        return open_as(suffix, file, budget) if suffix else open_stream(path, file, budget)

    yield from read_tar(reopen, place, Budget(packed_bytes), _read_nested)


def _read_nested(name: str, stream: Stream, place: Place, budget: Budget) -> Found:
    """Yield the records of a file, which may be a member of an archive."""
    kind = type_of(name)
    if kind in {".jsonl", ".ndjson"}:
        yield from read_json_lines(open_stream(name, stream, budget), place)
    elif kind in {".csv", ".tsv"}:
        yield from read_table(open_stream(name, stream, budget), kind, place)
    elif kind == ".parquet":
        yield from _read_parquet(stream, place, budget)
    else:
        detail = f"files of type {kind} are not read"
        yield place.reject(None, ReasonCode.UNSUPPORTED_TYPE, detail)


def _read_parquet(stream: Stream, place: Place, budget: Budget) -> Found:
    """Yield the rows of a file, or of a member of an archive, which must be held whole as Parquet begins at its end."""
    if place.inside is None:
        yield from read_parquet(cast("BinaryIO", stream), place, budget)
        return
    try:
        content = read_whole(stream, place.rules.member_bytes)
    except InputError as error:
        yield place.reject(None, ReasonCode(error.reason_code), error.detail)
        return
    yield from read_parquet(io.BytesIO(content), place, budget)

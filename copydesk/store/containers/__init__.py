"""Containers: files that hold many sources, read as a stream of members.

Called by the scan and by the batches. Nothing is ever written or extracted: a member is its bytes, and memory is
bounded by a few members whatever the size of the file. The same bytes and rules give the same members, names and
rejections in the same order.
"""

import os
from typing import BinaryIO

from copydesk.records import ReasonCode
from copydesk.store.compressed import Budget, open_stream
from copydesk.store.containers.json_lines import read_json_lines
from copydesk.store.containers.members import Found, Member, Names, Place, ReadingRules
from copydesk.store.file_types import is_container, type_of

__all__ = ["Member", "ReadingRules", "is_container", "members"]


def members(file: BinaryIO, path: str, rules: ReadingRules) -> Found:
    """Yield what a container holds, in its order: every member, or why it cannot be one.

    Directories, sidecars, hidden files and blank lines are passed over. Where the file is damaged, what came before
    is yielded, and then one rejection without a member for all the rest: nothing after it is read.

    Args:
        file: The container, open and seekable. It is not closed.
        path: Its path, for the suffix and for rejections.
        rules: How to read.
    """
    place = Place(path, rules, Names())
    budget = Budget(file.seek(0, os.SEEK_END))
    file.seek(0)
    kind = type_of(path)
    if kind in {".jsonl", ".ndjson"}:
        yield from read_json_lines(open_stream(path, file, budget), place)
    else:
        yield place.reject(None, ReasonCode.UNSUPPORTED_TYPE, f"files of type {kind} are not read")

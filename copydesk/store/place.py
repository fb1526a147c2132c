"""Where a text lies: what its path says to the annotators, and tells which reader it needs."""

import re

from copydesk.store.containers.archives import UNIT
from copydesk.store.file_types import is_archive, is_container

_NUMBER = re.compile(rf"(?: \({UNIT} \d+\))+\Z")
"""What a second member of one name is told by: it hides what the name ends with, and is no part of a path."""


def place_of(path: str, member: str | None) -> str:
    """Return the path of a text: of an archive with the name in it, of a record that of its table.

    >>> place_of("2025/may.zip", "03/rates.txt"), place_of("may.jsonl", "20250503")
    ('2025/may.zip#03/rates.txt', 'may.jsonl')
    >>> place_of("2025.zip", "may.csv#17"), place_of("2025.zip", "may.html (entry 9)")
    ('2025.zip#may.csv', '2025.zip#may.html')
    """
    if member is None or not is_archive(path):
        return path
    table = next(filter(is_container, map(_as_packed, _heads(member))), _as_packed(member))
    return f"{path}#{table}"


def _as_packed(name: str) -> str:
    """Return a name as the archive has it."""
    return _NUMBER.sub("", name)


def _heads(member: str) -> list[str]:
    """Return what stands before each `#` of a name."""
    parts = member.split("#")
    return ["#".join(parts[:count]) for count in range(1, len(parts))]

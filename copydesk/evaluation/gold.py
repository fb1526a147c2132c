"""Finds and reads files of gold data, packed or not, and makes the documents that annotators get.

Called by the task modules. Every failure is a `ConfigError` that says which format was expected.
"""

import gzip
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from copydesk.errors import ConfigError
from copydesk.records import DocId, Document, Metadata
from copydesk.text import segment

Item = TypeVar("Item")
PACKED = ".gz"
_GOLD_ID = DocId(UUID(int=0))


def read_set(
    path: Path,
    suffixes: Collection[str],
    expected: str,
    read: Callable[[Path], Iterable[Item]],
) -> list[Item]:
    """Give what a reader makes of every file of a gold set, in order of name.

    Args:
        path: A file, taken whatever its name, or a folder, searched with all below it.
        suffixes: Of the files to take from a folder, such as `.tml`; each also with `.gz` behind it.
        expected: What the set should look like, for the message.
        read: Reads one file.

    Raises:
        ConfigError: There is nothing to read, or a file is not in the expected format.
    """
    items: list[Item] = []
    for one in _find_files(path, suffixes, expected):
        try:
            items += read(one)
        except (ValueError, KeyError, IndexError, TypeError, SyntaxError, OSError) as error:
            detail = f"{type(error).__name__}: {error}"
            raise ConfigError(f"{one} cannot be read ({detail}); expected {expected}") from error
    if not items:
        raise ConfigError(f"{path} is empty; expected {expected}")
    return items


def _find_files(path: Path, suffixes: Collection[str], expected: str) -> list[Path]:
    if path.is_file():
        return [path]
    found = [one for one in sorted(path.rglob("*")) if one.is_file() and _suffix(one) in suffixes]
    if not found:
        problem = "holds no such file" if path.is_dir() else "does not exist"
        raise ConfigError(f"{path} {problem}; expected {expected}")
    return found


def _suffix(path: Path) -> str:
    return Path(path.stem).suffix if path.suffix == PACKED else path.suffix


def read_text(path: Path) -> str:
    """Give the text of a UTF-8 file, unpacked where its name ends in `.gz`."""
    return read_bytes(path).decode()


def read_bytes(path: Path) -> bytes:
    """Give the content of a file, unpacked where its name ends in `.gz`."""
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == PACKED else content


def read_json_lines(path: Path) -> Iterator[dict[str, object]]:
    """Give the objects of a file with one JSON object a line."""
    for line in read_text(path).splitlines():
        yield json.loads(line)


def digest(path: Path) -> str:
    """Give the SHA-256 of a set: of the names and bytes of all its files, in order of name.

    Args:
        path: A file, whose own name does not count, or a folder.
    """
    whole = sha256()
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    for one in files:
        name = "" if one == path else one.relative_to(path).as_posix()
        content = one.read_bytes()
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def make_document(text: str, metadata: Metadata | None = None) -> Document:
    """Give a gold text as annotators get it.

    Args:
        text: Taken as it is, so that the offsets of the gold hold.
        metadata: What its sidecar would say.
    """
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    return Document(_GOLD_ID, text, lines, paragraphs, metadata or Metadata())


def take(items: Sequence[Item], limit: int | None) -> Sequence[Item]:
    """Give at most `limit` items, taken evenly from first to last.

    >>> take("abcdef", 3)
    ['a', 'c', 'e']
    """
    if limit is None or len(items) <= limit:
        return items
    return [items[number * len(items) // limit] for number in range(limit)]

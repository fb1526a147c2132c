"""Front matter: a block of YAML between `---` lines, or of TOML between `+++`, at the very start of a text.

Called with the normalised text, in which it stays: its lines are text as all others. A rule `---` above prose is
none: the block must be closed, be a mapping, and hold a key that such blocks have.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from copydesk.records import Line, MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.plain_yaml import read_mapping
from copydesk.store.record_fields import items_of

MAX_LINES = 100
MAX_CHARS = 1 << 16
"""How far below the first fence the second may stand."""
MAX_DOTS = 200
"""In a line of TOML: the time of its parser grows with the square of a key's parts, to 40 s for 64 KiB."""
WARNED = "the front matter"
"""Begins every warning of one."""
_FENCES = {"---": frozenset({"---", "..."}), "+++": frozenset({"+++"})}
_KEY = re.compile(r"[\"']?([^\W\d][\w .-]{0,60}?)[\"']?[ \t]{0,4}[:=](?:[ \t]|$)")
_TOML_VALUE = re.compile(r"[ \t]*[\"']?([\w-]+)[\"']?[ \t]*=[ \t]*([^#\n\"'\[{]*)")
_USUAL_KEYS = frozenset(
    {
        *("aliases", "categories", "category", "created", "cssclasses", "description", "draft"),
        *("excerpt", "keywords", "lastmod", "layout", "modified", "permalink", "publishdate"),
        *("slug", "subtitle", "summary", "tag", "tags", "toc", "type", "updated", "weight"),
    }
)
"""Keys of Jekyll, Hugo, Obsidian and Pandoc that fill no field, but tell front matter from a rule and prose."""
_FIELDS = ("title", "url", "published", "source_name", "author", "language")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a text.

    Attributes:
        items: What it says, each with the line of its key.
        first_line: The line of the opening fence; 0 where the block is damaged and counts as text.
        last_line: The line of the closing fence; 0 likewise.
        warning: What is wrong with it, None when nothing is.
    """

    items: tuple[MetadataItem, ...]
    first_line: int
    last_line: int
    warning: str | None


def front_matter(text: str, lines: Sequence[Line], fields: FieldSettings) -> FrontMatter | None:
    r"""Return the front matter of a text, None where there is none.

    Args:
        text: Normalised.
        lines: All its lines, as `segment.lines` gives them.
        fields: Which keys fill a field of `Metadata`.

    >>> text = "---\ntitle: Tide\ndate: 2024-03-05\n---\nThe tide rose."
    >>> found = front_matter(text, [Line(1, 0, 3), Line(4, 33, 36)], FieldSettings())
    >>> [(item.field, item.value, item.line_no) for item in found.items], found.last_line
    ([('title', 'Tide', 2), ('published_text', '2024-03-05', 3)], 4)
    """
    closing = _closing_fence(text, lines)
    if closing is None:
        return None
    block = text[
        text.index("\n") : closing.start_char
    ]  # from the end of line 1: lines are those of the text
    if not _written_keys(block) & _telling_keys(fields):
        return None
    read = _read_toml if text.startswith("+++") else _read_yaml
    try:
        values, starts, repeated = read(block)
    except (ValueError, RecursionError) as error:
        return FrontMatter((), 0, 0, f"{WARNED} is taken for text: {error}")
    items, warning = items_of(values, fields, MetadataOrigin.FRONT_MATTER)
    told = [f"{WARNED}'s {key} stands there twice: the first counts" for key in repeated]
    return FrontMatter(
        tuple(replace(item, line_no=_line_no(block, starts.get(item.key))) for item in items),
        lines[0].line_no,
        closing.line_no,
        "; ".join([*told, *([warning] if warning else [])]) or None,
    )


def _closing_fence(text: str, lines: Sequence[Line]) -> Line | None:
    """Return the line that closes the block that the first line opens."""
    if not lines or lines[0].start_char != 0 or lines[0].end_char != 3:  # noqa: PLR2004  # a fence
        return None
    ends = _FENCES.get(text[:3], frozenset())
    for line in lines[1:MAX_LINES]:
        if line.line_no > MAX_LINES or line.start_char > MAX_CHARS:
            return None
        is_unindented = text[line.start_char - 1] == "\n"
        if is_unindented and text[line.start_char : line.end_char] in ends:
            return line
    return None


def _written_keys(block: str) -> set[str]:
    """Return what looks like a key at the start of a line, folded."""
    return {found[1].casefold() for line in block.split("\n") if (found := _KEY.match(line))}


def _telling_keys(fields: FieldSettings) -> set[str]:
    """Return the keys of which one at least must be there, folded."""
    named = {name.casefold() for field in _FIELDS for name in getattr(fields, field)}
    return named | _USUAL_KEYS


_Read = tuple[Mapping[str, object], Mapping[str, int], tuple[str, ...]]
"""Key -> value, key -> place in the block, keys that stand there twice."""


def _read_yaml(block: str) -> _Read:
    found = read_mapping(block)
    return found.values, found.starts, found.repeated


def _read_toml(block: str) -> _Read:
    """Read TOML with dates and numbers as they are written, which its parser turns into objects."""
    if max(line.count(".") for line in block.split("\n")) > MAX_DOTS:
        raise ValueError(f"a line of its TOML has more than {MAX_DOTS} dots")
    values: dict[str, object] = tomllib.loads(block)
    starts: dict[str, int] = {}
    start = 0
    for line in block.split("\n"):
        if line.lstrip().startswith("["):  # a table: what follows is not at the top
            break
        found = _TOML_VALUE.match(line)
        if found and found[1] in values:
            starts.setdefault(found[1], start)
            if not isinstance(values[found[1]], str | list | dict):
                values[found[1]] = found[2].strip()
        start += len(line) + 1
    return values, starts, ()


def _line_no(block: str, start: int | None) -> int | None:
    """Return the line of the text that a place of the block is on."""
    return None if start is None else block.count("\n", 0, start) + 1

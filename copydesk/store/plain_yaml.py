"""YAML as people write it above a text or in a sidecar: keys, and values as they stand.

Called for sidecars and front matter. Nothing is converted: `no` stays "no", `010` stays "010" and
`2024-03-05` stays that text. Never makes an object, never follows an alias.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

MAX_DEPTH = 16
"""Deepest nesting that is read: metadata has two or three levels."""
_SURROGATE = re.compile("[\ud800-\udbff]")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class PlainMapping:
    """What a YAML text says.

    Attributes:
        values: Key to a text, None, or lists and dictionaries of these.
        starts: Key to the place where it stands, in code points of the YAML text.
        repeated: Keys that stand there more than once: the first counts.
    """

    values: Mapping[str, object]
    starts: Mapping[str, int]
    repeated: tuple[str, ...]


class _RefusedError(Exception):
    """What YAML allows and metadata does not need."""

    def __init__(self, problem: str, start: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.start = start


def read_mapping(text: str) -> PlainMapping:
    """Return what a YAML text says. An empty text says nothing.

    Raises:
        ValueError: It is no YAML, no mapping, holds an anchor or an alias, or is nested too deep. The message
            names the line.

    >>> read_mapping("published: 2024-03-05  # a Tuesday").values
    {'published': '2024-03-05'}
    """
    try:
        events = (event for event in yaml.parse(text, Loader=yaml.BaseLoader))  # lazy: a bound
        return _document(events)
    except _RefusedError as error:
        raise ValueError(f"line {_line_no(text, error.start)}: {error.problem}") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {_line_no(text, mark.index)}: " if mark else ""
        raise ValueError(f"{place}{error.problem or error.context}") from error
    except yaml.YAMLError as error:  # a character that YAML does not allow
        raise ValueError(str(error).partition("\n")[0]) from error


def _document(events: Iterator[yaml.Event]) -> PlainMapping:
    """Read the first document and refuse a second."""
    values: dict[str, object] = {}
    starts: dict[str, int] = {}
    repeated: dict[str, None] = {}
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            for key, start, value in _pairs(events, event, MAX_DEPTH):
                if key in values:
                    repeated[key] = None
                else:
                    values[key], starts[key] = value, start
            break
        if isinstance(event, yaml.CollectionStartEvent) or (
            isinstance(event, yaml.ScalarEvent) and _text(event) is not None
        ):
            raise ValueError("it is not a mapping of keys to values")
    if any(isinstance(event, yaml.DocumentStartEvent) for event in events) and values:
        raise ValueError("it holds more than one document; keep the first")
    return PlainMapping(values, starts, tuple(repeated))


def _pairs(
    events: Iterator[yaml.Event], opening: yaml.Event, depth: int
) -> Iterator[tuple[str, int, object]]:
    """Yield key, place and value of a mapping."""
    _refuse(opening, depth)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise _error("a key that is no text", event)
        _refuse(event, depth)
        yield _with_pairs(event.value), _start(event), _value(events, next(events), depth - 1)


def _value(events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> object:
    _refuse(event, depth)
    if isinstance(event, yaml.ScalarEvent):
        return _text(event)
    if isinstance(event, yaml.MappingStartEvent):
        found: dict[str, object] = {}
        for key, _, value in _pairs(events, event, depth):
            found.setdefault(key, value)
        return found
    items = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(events, event, depth - 1))
    return items


def _text(event: yaml.ScalarEvent) -> str | None:
    """Return a value as written; None where it is left out, or a null without quotes."""
    return None if event.style is None and event.value in _NULLS else _with_pairs(event.value)


def _with_pairs(value: str) -> str:
    r"""Return a text in which the two halves of a character, as JSON writes "\ud83d\ude00", are one."""
    if value.isascii() or not _SURROGATE.search(value):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _refuse(event: yaml.Event, depth: int) -> None:
    """Refuse what makes little text much: aliases, and nesting without end."""
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise _error("an anchor or an alias; write the value itself", event)
    if depth < 0:
        raise _error(f"more than {MAX_DEPTH} levels of nesting", event)


def _start(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.index if mark else 0


def _error(problem: str, event: yaml.Event) -> _RefusedError:
    return _RefusedError(problem, _start(event))


def _line_no(text: str, index: int) -> int:
    """Return the line of a place; YAML's own count takes further characters for line breaks."""
    return text.count("\n", 0, index) + 1

"""Reads texts with entity marks: `[Jane Roe|PERSON|jane-roe]`.

Called by the entities and clusters tasks. A mark holds the surface form, the type (one of `EntityType`) and, where
it is known, the entity's own key, the same in all texts of a set.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.evaluation.gold import read_text
from copydesk.records import EntityType

_MARK = re.compile(r"\[(?P<surface>[^\[\]|]+)\|(?P<type>[A-Z_]+)(?:\|(?P<key>[\w.-]+))?\]")


@dataclass(frozen=True, slots=True)
class MarkedEntity:
    """A span, in code points, that names an entity; `key` is the same for the same entity, if told."""

    start_char: int
    end_char: int
    entity_type: EntityType
    key: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its entities, by position."""

    text: str
    entities: tuple[MarkedEntity, ...]


def read_marked(path: Path) -> Iterator[MarkedText]:
    """Give the text of a file with entity marks."""
    yield parse_marked(read_text(path))


def parse_marked(source: str) -> MarkedText:
    """Give a marked text without its marks, and what they say.

    Raises:
        ValueError: A type is unknown, or a bracket belongs to no mark.

    >>> parse_marked("[Roe|PERSON|roe] left.").entities
    (MarkedEntity(start_char=0, end_char=3, entity_type=<EntityType.PERSON: 'PERSON'>, key='roe'),)
    """
    parts: list[str] = []
    entities = []
    length, position = 0, 0
    for mark in _MARK.finditer(source):
        parts += [source[position : mark.start()], mark["surface"]]
        start = length + len(parts[-2])
        length = start + len(parts[-1])
        entities.append(MarkedEntity(start, length, EntityType(mark["type"]), mark["key"]))
        position = mark.end()
    text = "".join([*parts, source[position:]])
    if "[" in text or "]" in text:
        raise ValueError(
            "a square bracket that is part of no mark [surface|TYPE] or [surface|TYPE|key]"
        )
    return MarkedText(text, tuple(entities))

"""What a record, a table row or a sidecar says of a source: its keys and values as metadata items.

Called by the readers of containers and of sidecars, so that a key means the same wherever it stands. Which key
says what is a setting (`[fields]` of copydesk.toml). Reads nothing and never guesses a value.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings

VALUE_CHARS = 10_000
"""Longest value that is kept whole: titles, abstracts and lists of authors are shorter, a second text is longer."""
KEY_CHARS = 200
ITEM_COUNT = 1_000
"""Most items of one source: a wider table is no table of texts."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)
_SAID_IN: Mapping[MetadataOrigin, str] = {
    MetadataOrigin.RECORD: "the record's",
    MetadataOrigin.FRONT_MATTER: "the front matter's",
}
_METADATA_FIELDS = {
    "title": "title",
    "url": "url",
    "published": "published_text",
    "source_name": "source_name",
    "author": "author_name",
    "language": "language_text",
}
"""Name of a setting -> field of `Metadata`."""


def items_of(
    values: Mapping[str, object], fields: FieldSettings, origin: MetadataOrigin
) -> tuple[tuple[MetadataItem, ...], str | None]:
    """Return what is said of a source, as given, in order of appearance, and a warning where a part is unusable.

    Nulls and blank texts say nothing and are left out. A value is kept as text: numbers and booleans as JSON writes
    them, dates in ISO form, a list of texts joined by ", ", anything else nested as compact JSON. A field of
    `Metadata` is filled by the first name of its setting that is there with a text, a number or a date.

    Args:
        values: Key to value, as parsed from JSON, YAML or a table; of a record without the key of its text.
        fields: Which keys fill a field of `Metadata`.
        origin: Where they stand.
    """
    places = _places(fields)
    items: list[tuple[str, str]] = []
    best: dict[str, tuple[int, int]] = {}  # field -> rank and position of the item that fills it
    faults = _Faults()
    for key, value in values.items():
        text = text_of(value)
        if not text:
            continue
        if len(items) == ITEM_COUNT:
            faults.is_cut = True
            break
        item = _kept(key, text, faults)
        place = places.get(key.casefold())
        if place and not _is_plain(value):
            faults.strange.append(item[0])
        elif place and (place[1] not in best or place[0] < best[place[1]][0]):
            best[place[1]] = place[0], len(items)
        items.append(item)
    field_of = {position: name for name, (_, position) in best.items()}
    made = tuple(
        MetadataItem(origin, key, text, field_of.get(position))
        for position, (key, text) in enumerate(items)
    )
    return made, faults.told(_SAID_IN.get(origin, "the sidecar's"))


@dataclass(slots=True)
class _Faults:
    """What is wrong with what is said of a source.

    Attributes:
        strange: Keys of fields whose values are no texts.
        long: Keys whose values were cut.
        lost: Keys whose values had lone surrogates.
        is_cut: Whether there were more keys than are kept.
    """

    strange: list[str] = field(default_factory=list)
    long: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    is_cut: bool = False

    def told(self, owner: str) -> str | None:
        """Return all of it as a warning; None where nothing is wrong."""
        if not (self.strange or self.long or self.lost or self.is_cut):
            return None
        told = [
            f"{owner} {', '.join(self.strange)} is ignored: not a text" if self.strange else "",
            f"{owner} {', '.join(self.long)} is cut to {VALUE_CHARS:,} characters"
            if self.long
            else "",
            f"{owner} {', '.join(self.lost)} has characters that were lost (lone surrogates)"
            if self.lost
            else "",
            f"{owner} keys after the first {ITEM_COUNT:,} are ignored" if self.is_cut else "",
        ]
        return "; ".join(filter(None, told))


def _kept(key: str, text: str, faults: _Faults) -> tuple[str, str]:
    """Return a key and its value as they are kept, and take note of what they lose."""
    if key.isascii() and text.isascii() and len(key) <= KEY_CHARS and len(text) <= VALUE_CHARS:
        return key, text
    shown, value = storable(key)[:KEY_CHARS], storable(text[:VALUE_CHARS])
    if len(text) > VALUE_CHARS:
        faults.long.append(shown)
    if value != text[:VALUE_CHARS]:
        faults.lost.append(shown)
    return shown, value


def text_of(value: object) -> str:
    """Return a value as text, empty where it says nothing.

    >>> text_of(["A. Penn", " B. Quill "]), text_of(1.5), text_of(True), text_of({"id": 7}), text_of(None)
    ('A. Penn, B. Quill', '1.5', 'true', '{"id":7}', '')
    """
    if isinstance(value, str):
        return value.strip()
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return ", ".join(filter(None, (item.strip() for item in value)))
    return _as_json(value)


def storable(text: str) -> str:
    """Return a text with U+FFFD for every lone surrogate, which UTF-8 cannot hold."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def first_key(values: Mapping[str, object], names: Iterable[str]) -> str | None:
    """Return the key, as written, of the first name that is there with a value, without regard to case."""
    written: dict[str, str] = {}
    for key, value in values.items():
        if value is not None:
            written.setdefault(key.casefold(), key)
    return next((written[name.casefold()] for name in names if name.casefold() in written), None)


def _as_json(value: object) -> str:
    """Return JSON, no more than is kept: the aliases of YAML can make a small value endless."""
    parts: list[str] = []
    size = 0
    try:
        for part in _JSON.iterencode(value):
            parts.append(part)
            size += len(part)
            if size > VALUE_CHARS:
                break
    except (TypeError, ValueError, RecursionError):  # keys that JSON lacks; a loop; too deep
        return f"({type(value).__name__})"
    return "".join(parts)


@lru_cache(maxsize=8)
def _places(fields: FieldSettings) -> Mapping[str, tuple[int, str]]:
    """Return name -> its rank among the names of its field, and the field."""
    return {
        name.casefold(): (rank, metadata_field)
        for setting, metadata_field in reversed(_METADATA_FIELDS.items())
        for rank, name in reversed(list(enumerate(getattr(fields, setting))))
    }


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return True
    if isinstance(value, list | tuple):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, int | float | Decimal | date) and not isinstance(value, bool)

"""What a record, a table row or a sidecar says of a source: its keys and values as metadata items.

Called by the readers of containers and of sidecars, so that a key means the same wherever it stands. Which key
says what is a setting (`[fields]` of copydesk.toml). Reads nothing and never guesses a value.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
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
    said = [(key, value, text) for key, value in values.items() if (text := text_of(value))]
    filled, strange = _filled(said[:ITEM_COUNT], fields)
    items = tuple(
        MetadataItem(
            origin, storable(key)[:KEY_CHARS], storable(text[:VALUE_CHARS]), filled.get(key)
        )
        for key, _, text in said[:ITEM_COUNT]
    )
    owner = _SAID_IN.get(origin, "the sidecar's")
    return items, "; ".join(_warnings(owner, strange, said)) or None


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


def _filled(
    said: Iterable[tuple[str, object, str]], fields: FieldSettings
) -> tuple[dict[str, str], list[str]]:
    """Return the key that fills each field, as key -> field, and the keys whose values cannot."""
    places = _places(fields)
    best: dict[str, tuple[int, str]] = {}
    strange = []
    for key, value, _ in said:
        place = places.get(key.casefold())
        if place is None:
            continue
        rank, field = place
        if not _is_plain(value):
            strange.append(key)
        elif field not in best or rank < best[field][0]:
            best[field] = rank, key
    return {key: field for field, (_, key) in best.items()}, strange


@lru_cache(maxsize=8)
def _places(fields: FieldSettings) -> Mapping[str, tuple[int, str]]:
    """Return name -> its rank among the names of its field, and the field."""
    return {
        name.casefold(): (rank, field)
        for setting, field in reversed(_METADATA_FIELDS.items())
        for rank, name in reversed(list(enumerate(getattr(fields, setting))))
    }


def _is_plain(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | int | float | Decimal | date) and not isinstance(value, bool)


def _warnings(owner: str, strange: list[str], said: list[tuple[str, object, str]]) -> Iterable[str]:
    if strange:
        yield f"{owner} {', '.join(map(storable, strange))} is ignored: not a text"
    long = [storable(key)[:KEY_CHARS] for key, _, text in said if len(text) > VALUE_CHARS]
    if long:
        yield f"{owner} {', '.join(long)} is cut to {VALUE_CHARS:,} characters"
    lost = [storable(key) for key, _, text in said if storable(text) is not text]
    if lost:
        yield f"{owner} {', '.join(lost)} has characters that were lost (lone surrogates)"
    if len(said) > ITEM_COUNT:
        yield f"{owner} keys after the first {ITEM_COUNT:,} are ignored"

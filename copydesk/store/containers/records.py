"""Records, from wherever they come, as members: one key is the text, one may be the name, all others are metadata."""

import re
from collections.abc import Iterable, Mapping

from copydesk.records import MetadataOrigin, ReasonCode, Rejection
from copydesk.store.containers.members import Member, Place
from copydesk.store.record_fields import first_key, items_of, storable

ID_CHARS = 200
UNIT = "row"
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff]")


def member_of(record: Mapping[str, object], number: int, place: Place) -> Member | Rejection:
    """Return a record as a member, or why it cannot be one.

    Args:
        record: Key to value.
        number: Which record of the container it is, from 1.
        place: Where it is read.
    """
    fields = place.rules.fields
    name = place.name(_id_of(record, fields.id) or str(number), UNIT, number)
    key = _text_key(record, fields.text)
    if key is None:
        return place.reject(name, ReasonCode.MALFORMED, _no_text(record, fields.text))
    content = _content(record[key])
    if len(content) > place.rules.member_bytes:
        return place.reject(name, ReasonCode.TOO_LARGE, too_large(len(content), place))
    others = {other: value for other, value in record.items() if other != key}
    items, warning = items_of(others, fields, MetadataOrigin.RECORD)
    return Member(name, content, items, warning)


def column_names(cells: Iterable[str]) -> list[str]:
    """Return the names of columns; one that is empty or was there before gets its position, from 1.

    >>> column_names(["id", "", "id"])
    ['id', 'column 2', 'id (3)']
    """
    names: dict[str, None] = {}
    for position, cell in enumerate(cells, 1):
        name = cell.strip() or f"column {position}"
        while name in names:
            name = f"{name} ({position})"
        names[name] = None
    return list(names)


def reject_row(number: int, reason_code: ReasonCode, detail: str, place: Place) -> Rejection:
    """Return the rejection of a record that cannot be read, named by its number."""
    return place.reject(place.name(str(number), UNIT, number), reason_code, detail)


def too_large(byte_count: int, place: Place) -> str:
    """Return what is said of a member above the limit."""
    size, limit = byte_count / (1 << 20), place.rules.member_bytes / (1 << 20)
    return (
        f"{size:,.1f} MiB is above the limit of {limit:,.0f} MiB; raise file_mebibytes or split it"
    )


def wanted(names: tuple[str, ...]) -> str:
    """Return which keys hold the text, and where that is set."""
    return f"{', '.join(names)} (set `text` under [fields] in copydesk.toml)"


def _text_key(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the key of the first name that holds a text, blank ones left aside."""
    for name in names:
        if _is_text(record.get(name)):
            return name
    return first_key({key: value for key, value in record.items() if _is_text(value)}, names)


def _is_text(value: object) -> bool:
    return isinstance(value, str | bytes) and bool(value) and not value.isspace()


def _content(value: object) -> bytes:
    """Return a text as UTF-8; bytes, which only Parquet has, are decoded as those of a file are."""
    return value if isinstance(value, bytes) else storable(str(value)).encode()


def _no_text(record: Mapping[str, object], names: tuple[str, ...]) -> str:
    key = first_key(record, names)
    if key is None:
        return f"no text under any of {wanted(names)}"
    if isinstance(record[key], str):
        return f"the text under {storable(key)!r} is blank; looked for {wanted(names)}"
    return f"what stands under {storable(key)!r} is no text; looked for {wanted(names)}"


def _id_of(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    key = first_key(record, names)
    value = None if key is None else record[key]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return None if len(value) > ID_CHARS or _CONTROL.search(value) else value.strip()

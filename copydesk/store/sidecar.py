"""Sidecars: what `NAME.meta.json`, `NAME.meta.yaml` or `NAME.meta.yml` says of the file NAME.

Called with bytes that were read already. A broken sidecar is a warning, never a lost document.
"""

import json
from collections.abc import Mapping

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.file_types import SIDECAR_SUFFIXES
from copydesk.store.plain_yaml import read_mapping
from copydesk.store.record_fields import items_of, storable

SIDECAR_BYTES = 1 << 20
"""Largest sidecar that is read, beside a file or in an archive: a hundred times what metadata needs."""
YAML_BYTES = 1 << 18
"""Largest YAML that is read: its reader takes eight seconds a mebibyte at worst."""


def sidecar_items(
    content: bytes,
    suffix: str,
    fields: FieldSettings,
    origin: MetadataOrigin = MetadataOrigin.SIDECAR,
) -> tuple[tuple[MetadataItem, ...], str | None]:
    """Return what a sidecar says, as given, and a warning where it, or a part of it, is not understood.

    Args:
        content: Its bytes, which the caller bounds: UTF-8, with or without a byte order mark.
        suffix: One of SIDECAR_SUFFIXES: JSON or YAML.
        fields: Which keys fill a field of `Metadata`.
        origin: CONTAINER_SIDECAR where it lies beside a container.
    """
    try:
        text = content.decode("utf-8-sig")
        values, repeated = _json(text) if suffix == SIDECAR_SUFFIXES[0] else _yaml(text)
    except (ValueError, RecursionError) as error:
        return (), f"the sidecar is ignored: {storable(str(error))}"
    items, warning = items_of(values, fields, origin)
    told = [
        f"the sidecar's {storable(key)} stands there twice: the first counts" for key in repeated
    ]
    return items, "; ".join([*told, *([warning] if warning else [])]) or None


def _json(text: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    values = json.loads(text, parse_float=str)  # 2024.10 stays that; of a key twice the last counts
    if not isinstance(values, dict):
        raise ValueError("it is not a JSON object")  # noqa: TRY004  # told as a fault of the text
    return values, ()


def _yaml(text: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    if len(text) > YAML_BYTES:
        raise ValueError(f"it is larger than {YAML_BYTES:,} bytes; write it as JSON")
    found = read_mapping(text)
    return found.values, found.repeated

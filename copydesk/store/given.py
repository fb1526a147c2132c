"""One answer from all that is said of a source: which of its statements count.

Called where the sources of a document are described. Never reads or judges a value.
"""

from collections.abc import Iterable

from copydesk.records import Metadata, MetadataItem, MetadataOrigin

_STRENGTH = {origin: place for place, origin in enumerate(MetadataOrigin)}


def metadata_of(items: Iterable[MetadataItem]) -> Metadata:
    """Return what counts: for each field what the strongest origin says, and within it what stands first."""
    return Metadata(**{item.field: item.value for item in used_items(items) if item.field})


def strong_metadata_of(items: Iterable[MetadataItem]) -> Metadata:
    """Return what counts without the head lines of the text, which the annotators read by themselves."""
    return metadata_of(item for item in items if item.origin is not MetadataOrigin.HEAD_LINE)


def used_items(items: Iterable[MetadataItem]) -> tuple[MetadataItem, ...]:
    """Return the items that count, one for each field: those of `source_metadata` with `is_used`."""
    used: dict[str, MetadataItem] = {}
    for item in items:
        if item.field is None:
            continue
        first = used.setdefault(item.field, item)
        if _STRENGTH[item.origin] < _STRENGTH[first.origin]:
            used[item.field] = item
    return tuple(used.values())

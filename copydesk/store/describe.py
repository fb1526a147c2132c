"""What is said of a source outside its text (sidecar, record, path), and the hash that tells when it changed.

Called by the scan for the hash alone, and by the batches and the end of a run for what is said.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from copydesk.errors import InputError
from copydesk.records import Metadata, MetadataItem, MetadataOrigin, SourceRef
from copydesk.store import html
from copydesk.store.containers import Member, members
from copydesk.store.file_types import is_html
from copydesk.store.front_matter import WARNED
from copydesk.store.given import metadata_of, used_items
from copydesk.store.path_rules import path_items
from copydesk.store.place import place_of
from copydesk.store.raw import (
    NO_SIDECAR,
    UNREADABLE,
    RawFolder,
    hash_of_sidecar,
    open_file,
    read_sidecar,
    source_id_of,
)
from copydesk.store.sidecar import sidecar_items
from copydesk.store.sources import SourceKey
from copydesk.text.publisher import publisher_of

Items = tuple[MetadataItem, ...]
OF_THE_TEXT = frozenset(
    {MetadataOrigin.FRONT_MATTER, MetadataOrigin.HTML, MetadataOrigin.HEAD_LINE}
)
"""What stands in the raw bytes themselves: the same for all sources of a document."""
SHAPED = "+"
"""Stands in a metadata hash between what is said of the source and what else shapes its document."""
CHANGED = f"{SHAPED}changed"
"""Ends the metadata hash of a source of which another thing was said than discovery hashed: no scan gives such a
one, so the next run does the document again, whatever is said of it then."""


@dataclass(frozen=True, slots=True)
class DescribedSource:
    """A source with all that is said of it, and what is wrong with that (None when nothing is)."""

    source: SourceRef
    items: Items
    warning: str | None

    @property
    def metadata(self) -> Metadata:
        """What counts of it."""
        return metadata_of(self.items)

    def with_text(self, items: Items, warning: str | None) -> "DescribedSource":
        """Return it with what its text says itself, and what is wrong with that."""
        told = "; ".join(filter(None, (self.warning, warning))) or None
        return replace(self, items=(*self.items, *items), warning=told)

    @property
    def publisher_name(self) -> str:
        """Who published it, as far as is told."""
        metadata = self.metadata
        return publisher_of(metadata.source_name, metadata.url, self.source.path)


def file_hash(path: str, sidecar_hash: str) -> str:
    """Return the metadata hash of a file: that of its sidecar, and what else shapes its document."""
    return _with(sidecar_hash, _html_version(path))


def member_hash(member: Member, sidecar_hash: str, path: str) -> str:
    """Return the metadata hash of a member: what its container says of it, and a sidecar beside that."""
    is_described = bool(member.items or member.warning or sidecar_hash)
    said = repr((member.items, member.warning, sidecar_hash)) if is_described else ""
    return _with(_digest(said), _html_version(place_of(path, member.name)))


def place_hash(raw: RawFolder, path: str, member: str | None, metadata_hash: str) -> str:
    """Return a metadata hash with what the path says."""
    items = path_items(path, member, raw.path_rules)
    return _with(metadata_hash, repr(items) if items else "")


def is_described(metadata_hash: str) -> bool:
    """Return whether something was made to say what a source is: more than rules that hold for its path."""
    return bool(metadata_hash.partition(SHAPED)[0])


def describe_file(raw: RawFolder, source: SourceRef) -> DescribedSource:
    """Return a source that is a file with what is said of it now; what is not as planned ends with CHANGED."""
    if not source.metadata_hash:
        return DescribedSource(source, (), None)
    sidecar_hash, items, warning = _sidecar(raw, source.path, MetadataOrigin.SIDECAR)
    return _described(raw, source, file_hash(source.path, sidecar_hash), items, warning)


def describe_member(raw: RawFolder, source: SourceRef, member: Member) -> DescribedSource:
    """Return a source that is a member of a container, as `describe_file` does."""
    sidecar_hash, items, warning = _sidecar(raw, source.path, MetadataOrigin.CONTAINER_SIDECAR)
    shape = member_hash(member, sidecar_hash, source.path)
    told = "; ".join(filter(None, (member.warning, warning))) or None
    return _described(raw, source, shape, (*member.items, *items), told)


def describe_all(raw: RawFolder, sources: Iterable[SourceRef]) -> dict[SourceKey, DescribedSource]:
    """Return what is said of sources, as `describe_file` does; a container is gone through once."""
    described: dict[SourceKey, DescribedSource] = {}
    wanted: dict[str, dict[str, SourceRef]] = defaultdict(dict)
    for source in sources:
        if source.member is None:
            described[source.path, None] = describe_file(raw, source)
        else:
            wanted[source.path][source.member] = source
    for path, by_name in wanted.items():
        for name, found in _describe_members(raw, path, by_name).items():
            described[path, name] = found
    return described


def warning_of_text(warning: str | None) -> str | None:
    """Return what the warning of a source says of its text: the same for all sources of a document."""
    _, separator, of_text = (warning or "").partition(WARNED)
    return separator + of_text if separator else None


def source_rows(
    sources: Sequence[DescribedSource], encoding_name: str | None, encoding_score: float | None
) -> list[dict[str, Any]]:
    """Return the rows of `sources` for the sources of one document; the first is the one that shapes it."""
    return [
        {
            "source_id": source_id_of(item.source.path, item.source.member),
            "path": item.source.path,
            "member": item.source.member,
            "doc_id": item.source.doc_id,
            "byte_count": item.source.byte_count,
            "encoding_name": encoding_name,
            "encoding_score": encoding_score,
            **_fields(item.metadata),
            "metadata_warning": item.warning,
            "metadata_hash": item.source.metadata_hash,
            "is_primary": position == 0,
        }
        for position, item in enumerate(sources)
    ]


def metadata_rows(sources: Sequence[DescribedSource]) -> list[dict[str, Any]]:
    """Return the rows of `source_metadata` for the sources of one document."""
    return [row for source in sources for row in _metadata_rows(source)]


def items_of_rows(rows: Iterable[dict[str, Any]]) -> Items:
    """Return rows of `source_metadata` as what they were made from, in order."""
    return tuple(
        MetadataItem(
            MetadataOrigin(row["origin"]), row["key"], row["value"], row["field"], row["line_no"]
        )
        for row in sorted(rows, key=lambda row: row["item_no"])
    )


def _describe_members(
    raw: RawFolder, path: str, wanted: dict[str, SourceRef]
) -> dict[str, DescribedSource]:
    """Return what is said of some members; of those that cannot be found now nothing, with a warning."""
    missing = "what its container says of it is ignored: it changed while the run was under way"
    found = {
        name: DescribedSource(_changed(source), (), missing) for name, source in wanted.items()
    }
    left = set(wanted)
    try:
        with open_file(raw, path) as file:
            for member in members(file, path, raw.reading):
                if isinstance(member, Member) and member.name in left:
                    found[member.name] = describe_member(raw, wanted[member.name], member)
                    left.remove(member.name)
                    if not left:
                        break
    except InputError:  # gone or another now: the next run sees it
        pass
    return found


def _sidecar(raw: RawFolder, path: str, origin: MetadataOrigin) -> tuple[str, Items, str | None]:
    """Return the hash of a file's sidecar, what it says and what is wrong with it."""
    try:
        found = read_sidecar(raw, path)
    except InputError as error:
        return UNREADABLE + error.detail, (), f"the sidecar is ignored: {error.detail}"
    if found is None:
        return NO_SIDECAR, (), None
    suffix, content = found
    items, warning = sidecar_items(content, suffix, raw.fields, origin)
    return hash_of_sidecar(suffix, content), items, warning


def _described(
    raw: RawFolder, source: SourceRef, shape: str, items: Items, warning: str | None
) -> DescribedSource:
    said = path_items(source.path, source.member, raw.path_rules)
    is_as_planned = place_hash(raw, source.path, source.member, shape) == source.metadata_hash
    return DescribedSource(source if is_as_planned else _changed(source), (*items, *said), warning)


def _changed(source: SourceRef) -> SourceRef:
    # What was planned stays in front: the source keeps its place among those of its document.
    return replace(source, metadata_hash=f"{source.metadata_hash}{CHANGED}")


def _with(metadata_hash: str, shaping: str) -> str:
    """Return a metadata hash with one more thing that shapes the document, if there is one."""
    return f"{metadata_hash}{SHAPED}{_digest(shaping)[:16]}" if shaping else metadata_hash


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest() if text else ""


def _html_version(place: str) -> str:
    """Return what reads an HTML file: another version may find another text in it."""
    return html.version() if is_html(place) else ""


def _metadata_rows(described: DescribedSource) -> list[dict[str, Any]]:
    source = described.source
    source_id: UUID = source_id_of(source.path, source.member)
    used = {id(item) for item in used_items(described.items)}
    return [
        {
            "source_id": source_id,
            "doc_id": source.doc_id,
            "item_no": number,
            "origin": str(item.origin),
            "key": item.key,
            "value": item.value,
            "field": item.field,
            "line_no": item.line_no,
            "is_used": id(item) in used,
        }
        for number, item in enumerate(described.items, start=1)
    ]


def _fields(metadata: Metadata) -> dict[str, str | None]:
    return {name: getattr(metadata, name) for name in Metadata.__slots__}

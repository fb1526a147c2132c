"""Compaction: many small batches become few large ones, sorted by date. Called under the writer's lock.

Queries then open few files, and those that ask for a month or a document skip most of them. Nothing that
readers see changes but the version's number.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from copydesk.faults import FaultPoint, reach
from copydesk.store.manifest import BatchEntry, Manifest, commit, read_head
from copydesk.store.merge import Place, merge, places_of
from copydesk.store.recurring import TABLE as RECURRING
from copydesk.store.search_index import renew_index

BATCH_CHARACTERS = 1 << 26
"""Characters of text in a merged batch, at most: what bounds memory where documents are long."""

Batches = Mapping[str, BatchEntry]


@dataclass(frozen=True, slots=True)
class Compacted:
    """What was merged: small batches with the bytes of their files, and what became of them."""

    document_count: int
    merged_count: int
    merged_byte_count: int
    new_count: int
    new_byte_count: int


def compact(
    warehouse: Path, run_id: str, now: datetime, *, small_batches: int, batch_documents: int
) -> Compacted | None:
    """Merge small batches where there are too many, in one commit. Publishes nothing.

    While the head is that of a run that was cut short nothing is merged: such a head may hold a document
    twice, in the batch that the run would have taken it out of and in a new one.

    Args:
        warehouse: The warehouse folder.
        run_id: Who merges, for the manifest.
        now: The present, for the manifest.
        small_batches: More batches than this, with fewer than half of `batch_documents`, are too many.
        batch_documents: Documents in a merged batch, at most.

    Returns:
        What was merged; None where there was nothing to do.

    Raises:
        WarehouseDamagedError: A file is missing or is not what was written.
        WarehouseError: A merged file cannot be written.
    """
    head = read_head(warehouse)
    if head is None or not head.is_complete:
        return None
    merged: dict[str, BatchEntry] = {}
    made: dict[str, BatchEntry] = {}
    for group in _groups(head, small_batches, batch_documents):
        parts = _cut(places_of(warehouse, group), batch_documents)
        # Long documents fill batches that count as small: to merge those again would gain nothing.
        if 2 * len(parts) <= len(group) + 1:
            merged |= group
            made |= _merge(warehouse, head.version, group, parts)
    if not merged:
        return None
    recurring = head.tables.get(RECURRING)
    made = renew_index(warehouse, {}, made, [recurring] if recurring else [])
    reach(FaultPoint.COMPACTED)
    _commit(warehouse, run_id, now, merged, made)
    return Compacted(
        document_count=_document_count(made),
        merged_count=len(merged),
        merged_byte_count=_byte_count(merged),
        new_count=len(made),
        new_byte_count=_byte_count(made),
    )


def _groups(
    head: Manifest, small_batches: int, batch_documents: int
) -> list[dict[str, BatchEntry]]:
    """Return the small batches, those together that the same annotators made; none where there are few."""
    small = {
        batch_id: batch
        for batch_id, batch in sorted(head.batches.items())
        if 2 * batch.document_count < batch_documents
    }
    if len(small) <= small_batches:
        return []
    groups: dict[frozenset[tuple[str, str]], dict[str, BatchEntry]] = defaultdict(dict)
    for batch_id, batch in small.items():
        groups[frozenset(batch.fingerprints.items())][batch_id] = batch
    return [group for group in groups.values() if len(group) > 1]


def _cut(places: Sequence[Place], batch_documents: int) -> list[list[Place]]:
    """Cut documents into batches of at most so many, and (but for single giants) so many characters."""
    parts: list[list[Place]] = []
    size = 0
    for place in places:
        size += place.char_count
        if not parts or len(parts[-1]) == batch_documents or size > BATCH_CHARACTERS:
            parts.append([])
            size = place.char_count
        parts[-1].append(place)
    return parts


def _merge(
    warehouse: Path, version: int, group: Batches, parts: Sequence[Sequence[Place]]
) -> dict[str, BatchEntry]:
    """Write the batches that a group becomes."""
    fingerprints = next(iter(group.values())).fingerprints
    made = {}
    for number, files in enumerate(merge(warehouse, group, parts)):
        count = len(parts[number])
        seconds = _stage_seconds(group, count / _document_count(group))
        batch = BatchEntry(count, fingerprints, files, seconds)
        made[_batch_id(version, number, group)] = batch
    return made


def _commit(
    warehouse: Path, run_id: str, now: datetime, merged: Batches, made: Batches
) -> Manifest:
    def swap(head: Manifest) -> Manifest:
        kept = {name: batch for name, batch in head.batches.items() if name not in merged}
        batches = {**kept, **made}
        return head.successor(run_id, now, is_complete=head.is_complete, batches=batches)

    return commit(warehouse, swap)


def _batch_id(version: int, number: int, group: Batches) -> str:
    parts = ["merged", str(version), str(number), *sorted(group)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _stage_seconds(group: Batches, share: float) -> dict[str, float]:
    """Return the seconds of a group's stages, multiplied by a share of its documents."""
    seconds: dict[str, float] = defaultdict(float)
    for batch in group.values():
        for stage, value in batch.stage_seconds.items():
            seconds[stage] += value * share
    return dict(seconds)


def _document_count(batches: Batches) -> int:
    return sum(batch.document_count for batch in batches.values())


def _byte_count(batches: Batches) -> int:
    return sum(entry.byte_count for batch in batches.values() for entry in batch.files.values())

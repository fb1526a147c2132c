"""What follows from the whole warehouse: lines that recur, entities, the index of words.

Called at the end of a run, with the batches that it leaves.
"""

from collections.abc import Mapping
from pathlib import Path

from copydesk.store.entities import Resolver, renew_entities
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import FileEntry
from copydesk.store.recurring import renew_recurring_lines
from copydesk.store.search_index import renew_index


def derive(
    warehouse: Path, head: Manifest, batches: Mapping[str, BatchEntry], resolver: Resolver
) -> tuple[dict[str, BatchEntry], dict[str, FileEntry]]:
    """Return batches with their parts of the index, and the derived tables of the whole warehouse.

    What the head holds and was made from the same files is taken over.

    Raises:
        WarehouseDamagedError: A file of the batches is missing or damaged.
        WarehouseError: Something cannot be counted, or a new file cannot be written.
    """
    recurring = renew_recurring_lines(warehouse, head, batches)
    entities = renew_entities(warehouse, head, batches, recurring, resolver)
    indexed = renew_index(warehouse, head.batches, batches, [recurring])
    return indexed, {"recurring_lines": recurring, **entities}

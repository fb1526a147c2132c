"""A big archive made of a small one: the rows of real documents, multiplied.

Nothing is annotated twice: each copy of a document gets an id and a day of its own, other words in the place of one
syllable and other names for a part of its entities, of the same length, so that all offsets hold. What follows from the
whole archive (lines that recur, entities, the index of words) is made by the code that a run makes it with.
"""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from copydesk import pipeline
from copydesk.annotate.entities.resolution.world import WorldGazetteer
from copydesk.resolved import make_resolver
from copydesk.schema import BATCH_TABLES, STORED
from copydesk.settings import load_settings
from copydesk.store.derived import derive
from copydesk.store.manifest import BatchEntry, Manifest, commit, create, read_published
from copydesk.store.parquet import FileEntry, write_table
from copydesk.store.publish import parquet_view, publish
from copydesk.store.settle import RunStamp, commit_batch

BATCH = 20_000
"""Documents in a batch, as maintenance leaves them."""
NOW = datetime(2026, 1, 1, tzinfo=UTC)
STAMP = RunStamp("bench", NOW)
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
SYLLABLE = "ation"
NAME_SHARE = 0.6
"""Of the names, those that a copy has under another name: else a big archive would name as few as a small one."""


def annotate(raw: Path, project: Path) -> Path:
    """Run copydesk on a folder of raw text and return the warehouse."""
    settings = load_settings(project, raw=raw.resolve())
    pipeline.run(settings, lambda: datetime.now(UTC))  # noqa: TID251  # the edge
    return settings.warehouse_folder


def multiply(small: Path, big: Path, documents: int, longest: int) -> Manifest:
    """Write and publish an archive of so many documents, and return its version.

    Args:
        small: The warehouse whose documents are multiplied.
        big: Where to write.
        documents: How many.
        longest: Characters of a document that is multiplied, at most: what fixes the mentions of a document.
    """
    manifest = read_published(small)
    if manifest is None:
        raise SystemExit(f"{small} holds no run; write it with `copydesk run`")
    create(big, STAMP.run_id, NOW)
    with duckdb.connect() as connection:
        connection.execute("create schema stored")
        connection.execute("set arrow_lossless_conversion = true")  # UUIDs stay UUIDs
        for table in BATCH_TABLES:
            connection.execute(parquet_view(small, STORED[table], manifest.files(table)))
        found = connection.execute(
            "select doc_id from stored.documents where char_count <= ? order by doc_id", [longest]
        ).fetchall()
        doc_ids = [str(doc_id) for (doc_id,) in found]
        for number in range(-(-documents // BATCH)):
            size = min(BATCH, documents - number * BATCH)
            share = (number * BATCH / documents, (number * BATCH + size) / documents)
            files = _write_batch(connection, big, _copies(doc_ids, number, size, share))
            commit_batch(big, STAMP, f"{number:012x}", BatchEntry(size, {}, files, {}), NOW)
    return _finish(big)


def _copies(doc_ids: Sequence[str], number: int, size: int, share: tuple[float, float]) -> pa.Table:
    """Return a row for each document of a batch: what it is a copy of, and its day, in order of days."""
    chance = random.Random(number)  # noqa: S311  # the same archive every time
    first, last = (round(part * DAYS) for part in share)
    rows = []
    for place in range(size):
        copy, which = divmod(number * BATCH + place, len(doc_ids))
        day = chance.randrange(first, max(last, first + 1))
        rows.append({"old_id": doc_ids[which], "copy": copy, "day": day})
    rows.sort(key=lambda row: (row["day"], row["old_id"]))
    letters = "bcdfghjklmnpqrstvwxz"
    syllables = ["".join(random.Random(copy).choices(letters, k=5)) for copy in range(10_000)]  # noqa: S311
    return pa.Table.from_pylist(
        [
            {**row, "position": position, "syllable": syllables[row["copy"] % len(syllables)]}
            for position, row in enumerate(rows)
        ]
    )


def _write_batch(
    connection: duckdb.DuckDBPyConnection, big: Path, copies: pa.Table
) -> dict[str, FileEntry]:
    """Write the files of a batch."""
    connection.register("copies", copies)
    connection.execute(
        "create or replace temp table placed as select copies.old_id::uuid as old_id, copies.copy, copies.position, "
        "copies.syllable, md5(copies.old_id || '/' || copies.copy)::uuid as new_id, copies.day - "
        "date_diff('day', ?, coalesce(document_dates.published_date, ?)) as shift_days from copies "
        "inner join stored.document_dates on document_dates.doc_id = copies.old_id::uuid",
        [FIRST_DAY, FIRST_DAY],
    )
    files = {}
    for table in BATCH_TABLES:
        relation = STORED[table]
        columns = ", ".join(
            f"{_value(column.name, column.type)} as {column.name}" for column in relation.columns
        )
        keys = ", ".join(f"old.{key}" for key in relation.keys if key != "doc_id")
        rows = connection.sql(
            f"select {columns} from stored.{table} as old inner join placed on old.doc_id = placed.old_id "
            f"order by {', '.join(filter(None, ['placed.position', keys]))}"
        ).to_arrow_table()
        if rows.num_rows:
            files[table] = write_table(big, table, rows.cast(relation.arrow_schema()))
    return files


def _value(name: str, type_: pa.DataType) -> str:
    """Return what a column holds in a copy."""
    fixed = {
        "doc_id": "placed.new_id",
        "source_id": "md5(old.source_id::varchar || '/' || placed.copy)::uuid",
        "path": "old.path || '/' || placed.copy",
    }
    if name in fixed:
        return fixed[name]
    if name in {"text", "surface"}:
        return f"replace(old.{name}, '{SYLLABLE}', placed.syllable)"
    if type_ == pa.date32():
        return f"(old.{name} + placed.shift_days::integer)::date"
    if name == "entity_name":
        return (
            f"case when hash(old.{name}) % 100 < {100 * NAME_SHARE} and placed.copy % 40 > 0 "
            f"then old.{name} || ' ' || upper(placed.syllable[:1 + placed.copy % 2]) else old.{name} end"
        )
    return f"old.{name}"


def _finish(big: Path) -> Manifest:
    """Make what follows from the whole archive, and publish."""
    resolver = make_resolver([], WorldGazetteer())

    def finish(head: Manifest) -> Manifest:
        batches, tables = derive(big, head, head.batches, resolver)
        return head.successor("bench", NOW, is_complete=True, batches=batches, tables=tables)

    manifest = commit(big, finish)
    publish(big, manifest)
    return manifest

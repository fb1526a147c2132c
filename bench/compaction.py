"""Compaction: seconds and memory of a merge, and first queries before and after it.

    python bench/compaction.py [--documents N] [--folder F]

Writes a warehouse of N small made-up documents in batches of 500, in no order of date, into a temporary folder.
Each query runs in a process of its own that opens the views anew; the median of five is printed.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from copydesk.schema import BATCH_TABLES, STORED
from copydesk.store.manifest import BatchEntry, commit, create
from copydesk.store.parquet import write_rows
from copydesk.store.publish import publish
from copydesk.store.settle import RunStamp, commit_batch

BATCH = 500
ROUNDS = 5
NOW = datetime(2026, 1, 1, tzinfo=UTC)
STAMP = RunStamp("bench", NOW)
WORDS = [f"word{number:x}" for number in range(5000)]
QUERIES = {
    "count": "select count(*) from documents",
    "one month": "select count(*), sum(word_count) from documents "
    "where published_date between '2019-03-01' and '2019-03-31'",
    "one document's lines": "select * from lines where doc_id = '{doc_id}'",
    "languages": "select language_code, count(*) from documents group by language_code",
}
QUERY = """
import sys, time
from pathlib import Path
from copydesk.store.publish import connect

start = time.perf_counter()
with connect(Path(sys.argv[1])) as connection:
    connection.execute(sys.argv[2]).fetchall()
print(time.perf_counter() - start)
"""
COMPACT = """
import resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from copydesk.store.compact import compact
from copydesk.store.manifest import read_head
from copydesk.store.publish import publish

warehouse = Path(sys.argv[1])
start = time.perf_counter()
done = compact(warehouse, "bench", datetime(2026, 1, 2, tzinfo=UTC), small_batches=0, batch_documents=20_000)
seconds = time.perf_counter() - start
publish(warehouse, read_head(warehouse))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{done.merged_count} batches ({done.merged_byte_count >> 20} MiB) into {done.new_count} "
      f"({done.new_byte_count >> 20} MiB) in {seconds:.1f} s, peak {peak:.0f} MiB")
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--folder", type=Path, help="Where to put the temporary folder.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        warehouse = Path(folder, "warehouse")
        doc_id = make_warehouse(warehouse, options.documents)
        before = time_queries(warehouse, doc_id)
        subprocess.run([sys.executable, "-c", COMPACT, str(warehouse)], check=True)
        after = time_queries(warehouse, doc_id)
    for name in QUERIES:
        gain = before[name] / after[name]
        print(f"{name}: {before[name] * 1000:.0f} -> {after[name] * 1000:.0f} ms ({gain:.1f} x)")


def make_warehouse(warehouse: Path, documents: int) -> uuid.UUID:
    """Write a published warehouse and return the id of one of its documents."""
    chance = random.Random(1)  # noqa: S311  # the same warehouse every time
    create(warehouse, STAMP.run_id, NOW)
    start = time.perf_counter()
    for number in range(documents // BATCH):
        rows: dict[str, list[dict[str, Any]]] = {table: [] for table in BATCH_TABLES}
        for _ in range(BATCH):
            doc_id = uuid.UUID(int=chance.getrandbits(128))
            for table, row in _rows(chance, doc_id):
                rows[table].append(_filled(table, row))
        files = {table: write_rows(warehouse, table, found) for table, found in rows.items()}
        commit_batch(warehouse, STAMP, f"{number:012x}", BatchEntry(BATCH, {}, files, {}), NOW)
    head = commit(
        warehouse,
        lambda head: head.successor("bench", NOW, is_complete=True, batches=head.batches),
    )
    publish(warehouse, head)
    print(f"{documents:,} documents written in {time.perf_counter() - start:.0f} s")
    return doc_id


def time_queries(warehouse: Path, doc_id: uuid.UUID) -> dict[str, float]:
    """Return the median seconds of each query, from opening the views to the last row."""
    seconds: dict[str, list[float]] = {name: [] for name in QUERIES}
    for _ in range(ROUNDS):
        for name, sql in QUERIES.items():
            command = [sys.executable, "-c", QUERY, str(warehouse), sql.format(doc_id=doc_id)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds[name].append(float(done.stdout))
    return {name: statistics.median(values) for name, values in seconds.items()}


def _rows(chance: random.Random, doc_id: uuid.UUID) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of one document: ten lines, ten sentences, two dates, eight mentions."""
    lines = [" ".join(chance.choices(WORDS, k=25)) for _ in range(10)]
    text = "\n".join(lines)
    size = {"char_count": len(text), "word_count": 250, "line_count": 10, "lost_char_count": 0}
    size["repaired_char_count"] = 0
    yield (
        "documents",
        {"doc_id": doc_id, "text": text, **size, "raw_runs": [0, len(text), len(text)]},
    )
    path = f"{chance.getrandbits(32):08x}.txt"
    source = {"source_id": uuid.uuid4(), "path": path, "byte_count": len(text), "is_primary": True}
    yield "sources", {"doc_id": doc_id, "encoding_name": "utf-8", **source}
    code = chance.choice(["de", "en", "en", "en", "fr", "lv"])
    yield "languages", {"doc_id": doc_id, "rank": 1, "language_code": code, "detector": "bench"}
    yield "quality", {"doc_id": doc_id}
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
    evidence = {"status": "inferred", "precision": "day", "evidence_no": 1}
    yield "document_dates", {"doc_id": doc_id, "published_date": day, **evidence}
    yield "date_evidence", {"doc_id": doc_id, "evidence_no": 1, "value": day.isoformat()}
    start = 0
    for number, line in enumerate(lines, 1):
        span = {"doc_id": doc_id, "line_no": number, "start_char": start}
        span["end_char"] = start = start + len(line)
        yield "lines", {**span, "kind": "body", "reason": "bench"}
        yield "sentences", {**span, "sentence_no": number}
        start += 1
    for number in range(1, 9):
        entity = {"entity_type": "PERSON", "entity_id": f"local:{chance.randrange(9999)}"}
        yield "mentions", {"doc_id": doc_id, "mention_no": number, "surface": "A Name", **entity}
    for number in (1, 2):
        yield "dates", {"doc_id": doc_id, "date_no": number, "value": day.isoformat(), "op": "{}"}


def _filled(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with a neutral value in every column that it lacks."""
    neutral = {"int32": 1, "int64": 1, "double": 1.0, "string": "", "bool": True}
    return {
        column.name: row.get(
            column.name, None if column.nullable else neutral.get(str(column.type))
        )
        for column in STORED[table].columns
    }


if __name__ == "__main__":
    main()

"""Lines that recur: seconds and peak memory of the count at the end of a run, over many documents.

    python bench/recurring.py [--documents N] [--lines N] [--sources N]

Writes files of `lines` and `sources` as batches of 500 documents do, of made-up lines whose templates are hashed as a
run would, and counts in a process of its own: a third of each document's lines recur over its source.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import UUID

import pyarrow as pa

from copydesk.schema import STORED
from copydesk.store.parquet import write_table
from copydesk.text.template import template_hash

BATCH = 500
RUN = """
import json, resource, sys, time
from pathlib import Path
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import FileEntry
from copydesk.store.recurring import renew_recurring_lines

warehouse = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
listed = json.loads((warehouse / "listed.json").read_text())
batches = {
    name: BatchEntry(1, {}, {table: FileEntry(**entry) for table, entry in files.items()}, {})
    for name, files in listed.items()
}
head = Manifest(0, "bench", "", True)
start = time.perf_counter()
entry = renew_recurring_lines(warehouse, head, batches)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
start = time.perf_counter()
renew_recurring_lines(warehouse, Manifest(0, "bench", "", True, {}, {"recurring_lines": entry}), batches)
again = time.perf_counter() - start
print(
    f"{entry.row_count:,} recurring lines, {entry.byte_count / 2**20:.1f} MiB: {seconds:.1f} s, peak {peak:.0f} MiB "
    f"({before:.0f} before); where nothing changed {1000 * again:.0f} ms"
)
"""


def write_batch(warehouse: Path, number: int, options: argparse.Namespace) -> dict[str, object]:
    """Write the files of one batch and return them as the manifest would."""
    chance = random.Random(number)  # noqa: S311  # no secret
    lines: dict[str, list[object]] = {name: [] for name in STORED["lines"].arrow_schema().names}
    sources: list[dict[str, object]] = []
    for position in range(BATCH):
        doc_id = UUID(int=number * BATCH + position).bytes
        source = chance.randrange(options.sources)
        row = dict.fromkeys(STORED["sources"].arrow_schema().names)
        sources.append(
            row
            | {
                "source_id": doc_id,
                "path": f"{source}/{number}/{position}.txt",
                "doc_id": doc_id,
                "byte_count": 1,
                "encoding_name": "utf-8",
                "encoding_score": 1.0,
                "metadata_hash": "",
                "is_primary": True,
            }
        )
        start = 0
        for line_no in range(1, options.lines + 1):
            recurs = chance.random() < 1 / 3
            content = (
                f"More from section {chance.randrange(20)} of {source}"
                if recurs
                else f"{chance.getrandbits(60):x} " * chance.randint(1, 30)
            )
            values = [doc_id, line_no, start, start + len(content), "body", "default", 0.5]
            for name, value in zip(lines, [*values, template_hash(content)], strict=True):
                lines[name].append(value)
            start += len(content) + 1
    rows = {
        "lines": lines,
        "sources": {name: [row[name] for row in sources] for name in sources[0]},
    }
    files = {}
    for table, columns in rows.items():
        entry = write_table(warehouse, table, as_table(table, columns))
        files[table] = {name: getattr(entry, name) for name in entry.__slots__}
    return files


def as_table(table: str, columns: dict[str, list[object]]) -> pa.Table:
    """Return columns, with ids as bytes, as a table of the schema."""
    schema = STORED[table].arrow_schema()
    arrays = []
    for field in schema:
        values = columns[field.name]
        if field.type == pa.uuid():
            storage = pa.array(values, pa.binary(16))
            arrays.append(pa.ExtensionArray.from_storage(pa.uuid(), storage))
        else:
            arrays.append(pa.array(values, field.type))
    return pa.table(arrays, schema=schema)


def main() -> None:
    """Write the batches, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--lines", type=int, default=30)
    parser.add_argument("--sources", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder)
        listed = {
            str(number): write_batch(warehouse, number, options)
            for number in range(options.documents // BATCH)
        }
        (warehouse / "listed.json").write_text(json.dumps(listed))
        print(
            f"{options.documents:,} documents, {options.documents * options.lines:,} lines: ",
            end="",
            flush=True,
        )
        subprocess.run([sys.executable, "-c", RUN, folder], check=True)


if __name__ == "__main__":
    main()

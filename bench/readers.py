"""Readers of containers: MB/s of unpacked text, beside the standard library doing the bare minimum in the same run.

python bench/readers.py [--mebibytes N]
"""

import argparse
import csv
import gzip
import io
import json
import random
import tarfile
import time
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.settings import FieldSettings
from copydesk.store.containers import Member, ReadingRules, members

RULES = ReadingRules(FieldSettings(), 32 << 20)
ROUNDS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mebibytes", type=int, default=32)
    options = parser.parse_args()
    chance = random.Random(1)  # noqa: S311  # the same texts every time
    words = [f"word{number:x}" for number in range(5000)]
    texts = [
        " ".join(chance.choices(words, k=400)) for _ in range(options.mebibytes * (1 << 20) // 3000)
    ]
    size = sum(map(len, texts)) / 1e6
    for path, content, bare in cases(texts):
        ours = min(seconds(lambda: read(content, path)) for _ in range(ROUNDS))  # noqa: B023
        theirs = min(seconds(lambda: bare(content)) for _ in range(ROUNDS))  # noqa: B023
        print(
            f"{path}: {size / ours:.0f} MB/s, bare {size / theirs:.0f} ({theirs / ours:.2f} of it)"
        )


def cases(texts: list[str]) -> list[tuple[str, bytes, Callable[[bytes], object]]]:
    """Return path, content and the bare minimum of each kind."""
    rows = [
        {"id": str(number), "title": "T", "date": "2025-03-04", "text": text}
        for number, text in enumerate(texts)
    ]
    lines = "\n".join(map(json.dumps, rows)).encode()
    table = io.StringIO()
    writer = csv.DictWriter(table, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    zipped, tarred, columns = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with (
        zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive,
        tarfile.open(fileobj=tarred, mode="w") as tar,
    ):
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    pq.write_table(pa.Table.from_pylist(rows), columns)
    return [
        ("a.jsonl", lines, lambda raw: [json.loads(line) for line in io.BytesIO(raw)]),
        ("a.jsonl.gz", gzip.compress(lines, 6), lambda raw: [json.loads(line) for line in gzip.open(io.BytesIO(raw))]),
        ("a.csv", table.getvalue().encode(), lambda raw: list(csv.reader(io.TextIOWrapper(io.BytesIO(raw), newline="")))),
        ("a.zip", zipped.getvalue(), bare_zip),
        ("a.tar", tarred.getvalue(), bare_tar),
        ("a.parquet", columns.getvalue(), lambda raw: [batch.to_pylist() for batch in pq.ParquetFile(io.BytesIO(raw)).iter_batches(256)]),
    ]  # fmt: skip


def bare_zip(raw: bytes) -> object:
    """Read every member."""
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return [archive.read(name) for name in archive.namelist()]


def bare_tar(raw: bytes) -> object:
    """Read every member."""
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        return [found.read() for info in archive if (found := archive.extractfile(info))]


def read(content: bytes, path: str) -> None:
    """Read every member with our reader."""
    for one in members(io.BytesIO(content), path, RULES):
        if not isinstance(one, Member):
            raise TypeError(one)


def seconds(work: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

"""Discovery of many files: seconds and memory of a plan, fresh and with a scan cache.

    python bench/discovery.py [--files N]

Writes N small files with as many sidecars into a temporary folder, then plans twice in processes of their own.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

PLAN = """
import resource, sys, time
from pathlib import Path
from copydesk.store.raw import scan
from copydesk.store.scan_cache import read_known, write_known

raw, warehouse = map(Path, sys.argv[1:])
start = time.perf_counter()
found = scan(raw, read_known(warehouse), file_bytes=1 << 25, now_ns=time.time_ns() + 10**10)
seconds = time.perf_counter() - start
write_known(warehouse, found.known)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{len(found.sources):,} sources in {seconds:.1f} s, peak {peak:.0f} MiB")
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        for number in range(options.files):
            path = raw / f"{number // 1000:03d}" / f"{number:06d}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Story number {number} of an archive that has many.\n")
            path.with_name(path.name + ".meta.json").write_text(f'{{"title": "Story {number}"}}')
        for label in ("every file new", "nothing changed"):
            print(label, end=": ", flush=True)
            command = [sys.executable, "-c", PLAN, str(raw), str(Path(folder, "warehouse"))]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

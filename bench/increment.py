"""A large archive in which little changes: seconds and memory of a run that finds nothing, and of one that adds 100.

    python bench/increment.py [--files N] [--keep FOLDER]

Writes N small files with as many sidecars into a project folder and annotates them once (`--keep` uses the folder
again). Then runs follow in processes of their own, without Prefect and with it; beside them stands what the walk
alone costs: `os.scandir` and one `lstat` a file, as the least that any tool must do.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

WALK = """
import os, resource, sys, time
start = time.perf_counter()
waiting, count = [sys.argv[1]], 0
while waiting:
    with os.scandir(waiting.pop()) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                entry.stat(follow_symlinks=False)
                count += 1
print(f"{count:,} files in {time.perf_counter() - start:.1f} s")
"""
RUN = """
import resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from copydesk import pipeline
from copydesk.settings import load_settings

settings = load_settings(Path(sys.argv[1]))
clock = lambda: datetime.now(UTC)
start = time.perf_counter()
stamp = pipeline.new_stamp(clock)
with pipeline.open_warehouse(settings, stamp):
    plan = pipeline.plan_run(settings, stamp.started_at)
    planned = time.perf_counter()
    receipts = []
    for request in pipeline.requests_of(plan, settings):
        receipts.append(pipeline.annotate_batch(request))
        pipeline.commit_receipt(settings.warehouse_folder, stamp, receipts[-1], clock())
    annotated = time.perf_counter()
    summary = pipeline.finish_run(settings, stamp, plan, receipts, clock())
end = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(
    f"{summary.counts.unchanged:,} unchanged, {summary.counts.added:,} added: {end - start:.1f} s "
    f"(plan {planned - start:.1f}, annotate {annotated - planned:.1f}, finish {end - annotated:.1f}), "
    f"peak {peak:.0f} MiB"
)
"""
STORY = "Meldung {number}\n\nDer Rat der Stadt hat am 04.03.2025 den Haushalt Nummer {number} beschlossen.\n"


def write_stories(raw: Path, numbers: range) -> None:
    """Write a story and a sidecar for each number."""
    for number in numbers:
        path = raw / f"{number // 1000:04d}" / f"{number:07d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY.format(number=number))
        path.with_name(path.name + ".meta.json").write_text(f'{{"title": "Meldung {number}"}}')


def measure(project: Path, file_count: int) -> None:
    """Print what the runs cost."""
    raw = project / "raw"
    copydesk = [str(Path(sys.executable).with_name("copydesk")), "run"]
    steps = [
        ("walk alone", [sys.executable, "-c", WALK, str(raw)]),
        ("first or unchanged", [sys.executable, "-c", RUN, str(project)]),
        ("nothing changed", [sys.executable, "-c", RUN, str(project)]),
        ("100 added", [sys.executable, "-c", RUN, str(project)]),
        (
            "nothing changed, with Prefect and checks",
            ["/usr/bin/time", "-f", "%e s, %M KiB", *copydesk],
        ),
    ]
    for label, command in steps:
        if label == "100 added":
            write_stories(raw, range(file_count, file_count + 100))
        print(f"{label}: ", end="", flush=True)
        subprocess.run(command, check=True, cwd=project)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = options.keep or Path(folder)
        if not (project / "raw").is_dir():
            (project / "raw").mkdir(parents=True)
            (project / "copydesk.toml").write_text('raw = "raw"\nwarehouse = "warehouse"\n')
            write_stories(project / "raw", range(options.files))
        measure(project, options.files)


if __name__ == "__main__":
    main()

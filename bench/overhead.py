"""What a whole run costs over the bare entity model: CPU seconds, same texts, same machine, one after the other.

    python bench/overhead.py RAW [--workers N]

Runs `copydesk run` on RAW into a temporary warehouse, then lets spaCy alone (only its `ner`, the same weights
and settings, in as many processes at once) read the same English paragraphs, and prints both with their ratio.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NER_ALONE = """
import sys
from pathlib import Path
from copydesk.annotate.entities import engine
from copydesk.store.publish import connect

with connect(Path(sys.argv[1])) as connection:
    texts = connection.execute(
        "select text from documents where language_code = 'en' order by hash(doc_id)"
    ).fetchall()
number, processes = int(sys.argv[2]), int(sys.argv[3])
texts = texts[number::processes]
paragraphs = [line for (text,) in texts for line in text.split("\\n") if line.strip()]
nlp = engine.load()._nlp
words = 0
for doc in nlp.pipe(paragraphs, batch_size=32):
    words += len(doc)
print(len(texts), "English documents,", words, "tokens")
"""


def measure(*commands: list[str]) -> tuple[float, float]:
    """Run commands at once and return wall and CPU seconds, their children's included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    processes = [subprocess.Popen(command) for command in commands]
    if any(process.wait() for process in processes):
        raise SystemExit("a command failed; its message stands above")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    copydesk = str(Path(sys.executable).with_name("copydesk"))
    with tempfile.TemporaryDirectory() as folder:
        paths = ["--raw", str(options.raw), "--warehouse", folder]
        first = measure([copydesk, "run", *paths, "--workers", str(options.workers)])
        second = measure([copydesk, "run", *paths])
        count = str(options.workers)
        alone = measure(
            *(
                [sys.executable, "-c", NER_ALONE, folder, str(i), count]
                for i in range(options.workers)
            )
        )
        subprocess.run([copydesk, "query", "--warehouse", folder, "from runs"], check=True)
    print(f"first run        wall {first[0]:8.1f} s  CPU {first[1]:8.1f} s")
    print(f"unchanged run    wall {second[0]:8.1f} s  CPU {second[1]:8.1f} s")
    print(f"bare NER         wall {alone[0]:8.1f} s  CPU {alone[1]:8.1f} s")
    print(f"whole run / bare NER, CPU: {first[1] / alone[1]:.2f}")


if __name__ == "__main__":
    main()

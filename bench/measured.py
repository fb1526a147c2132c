"""What the benchmarks of annotators share: texts to read, CPU time on one core, and the stages of a warehouse."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from copydesk.errors import InputError
from copydesk.evaluation.language import detect
from copydesk.store.manifest import read_published
from copydesk.text.decode import decode
from copydesk.text.normalise import normalise

SAMPLE = Path(__file__).parents[1] / "raw"


def stay_on_one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Give language tag and text of the `.txt` files of a folder that are text."""
    for path in sorted(folder.rglob("*.txt")):
        try:
            text = normalise(decode(path.read_bytes()).text)
        except InputError:  # the sample holds files that are no text
            continue
        yield detect(text).language_tag, text


def seconds(call: Callable[[], object]) -> float:
    """Give the CPU seconds of a call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def tell_stages(warehouse: Path, stage: str) -> None:
    """Print what share of the stages' wall seconds one of them took, in the batches of a warehouse."""
    manifest = read_published(warehouse)
    if manifest is None:
        raise SystemExit(f"{warehouse} holds no run; write it with `copydesk run`")
    spent = Counter[str]()
    for batch in manifest.batches.values():
        spent.update(batch.stage_seconds)
    print(
        f"stages of {warehouse}: {stage} {spent[stage]:.1f} of {spent.total():.1f} s "
        f"({100 * spent[stage] / spent.total():.1f} %), entities {spent['entities']:.1f} s"
    )

"""Prints what pipelines reach with our layer over each of them, beside the stock model.

    python training/compare.py GOLD [PIPELINE …]

GOLD is gold of your own, in any format that `copydesk evaluate entities` reads, or the folder that `eval/measure.py --data`
takes: then the sets are its English ones, and the first row of each repeats its figures. A PIPELINE is a folder that
`train.py` has written. Speed is that of engine and layer over some of the texts, against the stock model in the same
process; rounds are interleaved and the median is told.
"""
# ruff: noqa: INP001, T201  # a script

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from copydesk.annotate import entities as annotator
from copydesk.annotate.entities import EngineSet, load
from copydesk.evaluation import entities
from copydesk.evaluation.gold import make_document, take
from copydesk.evaluation.marked import MarkedEntity, MarkedText
from copydesk.evaluation.report import figure, markdown_table
from copydesk.evaluation.scores import Counts, total
from copydesk.records import EntityType

SETS = (
    ("CrossNER politics, dev and train", "ner/crossner/politics", None),
    ("UNER English-EWT dev", "ner/uner/UNER_English-EWT", None),
    ("WNUT-17 dev", "ner/wnut17", None),
    ("WikiNEuRal dev (English)", "ner/wikineural/en", 3000),
)
"""Name, place below the folder, most texts."""
TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION)
STOCK = "stock"
ROUNDS = 3
SPEED_TEXTS = 1500
"""Texts to measure speed on, taken evenly."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="*")
    options = parser.parse_args()
    engines = {STOCK: load()}
    for path in options.pipelines:
        engines[path.name] = load((("en", str(path.resolve())),))
    golds = read_sets(options.gold)
    rows = [row for name, gold in golds.items() for row in rows_of(name, gold, engines)]
    print(markdown_table(["set", "system", "all", *(one.value.lower() for one in TYPES)], rows))
    print("\nPrecision / recall / F1, in percent.\n")
    texts = take([one for gold in golds.values() for one in gold], SPEED_TEXTS)
    for system, share in speeds(texts, engines).items():
        print(f"{system}: {share:.2f} of the stock model's words a second")


def read_sets(folder: Path) -> dict[str, Sequence[MarkedText]]:
    """Give the sets of `eval/measure.py` that a folder holds; where it holds none, all the gold in it as one."""
    found = [(name, folder / place, limit) for name, place, limit in SETS]
    sets = [one for one in found if one[1].exists()] or [(folder.name, folder, None)]
    return {name: take(entities.read(path), limit) for name, path, limit in sets}


def rows_of(
    name: str, golds: Sequence[MarkedText], engines: dict[str, EngineSet]
) -> Iterator[list[str]]:
    """Give the rows of a set, one for each system."""
    for system, one in engines.items():
        found = find(golds, one)
        counts = [
            total(
                entities.count(gold.entities, each, entity_type)
                for gold, each in zip(golds, found, strict=True)
            )
            for entity_type in TYPES
        ]
        yield [name if system == STOCK else "", system, *map(told, [total(counts), *counts])]


def find(golds: Sequence[MarkedText], engines: EngineSet) -> list[list[MarkedEntity]]:
    """Give the mentions of each text."""
    documents = [make_document(gold.text) for gold in golds]
    found = annotator.annotate(documents, ["en"] * len(documents), engines)
    return [
        [MarkedEntity(one.start_char, one.end_char, one.entity_type) for one in each]
        for each in found
    ]


def told(counts: Counts) -> str:
    """Give precision, recall and F1 as a cell.

    >>> told(Counts(1, 2, 1))
    '50.0 / 100.0 / 66.7'
    """
    return " / ".join(map(figure, (counts.precision, counts.recall, counts.f1)))


def speeds(texts: Sequence[MarkedText], engines: dict[str, EngineSet]) -> dict[str, float]:
    """Give the speed of each system as a share of the stock model's."""
    spent: dict[str, list[float]] = {system: [] for system in engines}
    for _ in range(ROUNDS):
        for system, one in engines.items():
            start = time.process_time()
            find(texts, one)
            spent[system].append(time.process_time() - start)
    return {system: median(spent[STOCK]) / median(times) for system, times in spent.items()}


if __name__ == "__main__":
    main()

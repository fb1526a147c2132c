"""Trains a pipeline on what `prepare.py` and `silver.py` have written, and puts it where copydesk can use it.

    python training/train.py OUT [--config FILE] [--name NAME] [--steps N] [--seed N]

Writes OUT/NAME: a folder that `[entities.models]` of copydesk.toml may name. The result depends on the data, the config
and the versions of spaCy and numpy alone: one thread, seeds fixed.
"""
# ruff: noqa: INP001, T201  # a script

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded

import argparse
import io
import json
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

CONFIG = Path(__file__).parent / "config.cfg"
NAME = "news"
VERSION = "1.0.0"


def main() -> None:
    """Train, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, default=CONFIG, help="How to train.")
    parser.add_argument("--name", default=NAME, help="Of the pipeline.")
    parser.add_argument("--steps", type=int, help="Updates, instead of the config's.")
    parser.add_argument("--seed", type=int, help="Instead of the config's.")
    options = parser.parse_args()
    if not has_examples(options.out / "train"):
        sys.exit(
            f"{options.out / 'train'} holds nothing to train on: run prepare.py or silver.py first"
        )
    start = time.process_time()
    folder = train_pipeline(
        options.out, options.config, options.name, overridden(options.steps, options.seed)
    )
    print(f"{folder}: {(time.process_time() - start) / 60:.1f} minutes of CPU time")


def overridden(steps: int | None, seed: int | None) -> dict[str, object]:
    """Give what is to be other than the config says."""
    changes: dict[str, object] = {} if seed is None else {"system.seed": seed}
    if steps is not None:
        changes |= {"training.max_steps": steps, "training.eval_frequency": steps}
    return changes


def train_pipeline(
    out: Path, config: Path = CONFIG, name: str = NAME, changes: Mapping[str, object] | None = None
) -> Path:
    """Train a pipeline and write it.

    Args:
        out: Holds `train/` and `dev/`, with files that `examples.write` has written.
        config: Of spaCy.
        name: Of the pipeline, and of its folder.
        changes: Settings of the config that are to be otherwise, by dotted name.

    Returns:
        The folder of the pipeline.
    """
    dev = "dev" if has_examples(out / "dev") else "train"  # of very few documents none is held back
    paths = {"paths.train": str(out / "train"), "paths.dev": str(out / dev)}
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(dir=out) as work:
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        nlp = init_nlp(load_config(config, overrides={**paths, **(changes or {})}))
        train(nlp, Path(work), stdout=sys.stdout, stderr=io.StringIO())
        return package(Path(work) / "model-best", out / name)


def has_examples(folder: Path) -> bool:
    """Tell whether a folder holds sentences."""
    return any(folder.glob("*.spacy"))


def package(best: Path, folder: Path) -> Path:
    """Move a pipeline to its place, in that of an older one, without what its config tells of this machine."""
    config = load_config(best / "config.cfg")
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(best / "config.cfg")
    meta = json.loads((best / "meta.json").read_text(encoding="utf-8"))
    told = meta | {"name": folder.name, "version": VERSION}
    (best / "meta.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.move(best, folder)
    return folder


if __name__ == "__main__":
    main()

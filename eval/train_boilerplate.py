"""Trains the models that the boilerplate annotator judges saved pages by, and writes `weights.json`.

    python eval/train_boilerplate.py FOLDER

FOLDER holds `textlines/*.jsonl.gz` (pages with `lines` and `labels`, 1 = article) and
`cleaneval_gtrends_blocks/data/**/*.csv.gz` (blocks with `content` and `label`). Neither is part of the repository.
`eval/held_out.py` measures models that were trained without the set or the sites they are scored on.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
import csv
import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from copydesk.annotate import boilerplate
from copydesk.annotate.boilerplate import model, page
from copydesk.annotate.boilerplate.context import describe_contexts
from copydesk.annotate.boilerplate.shape import Measure, measure
from copydesk.annotate.boilerplate.topic import find_topic
from copydesk.text.normalise import normalise

Rows = NDArray[np.float64]

# What extractors left of pages: copy, for which there is no model. It only measures.
COPY_SETS = ("aeb_light_justext", "aeb_light_newspaper", "aeb_light_readability", "aeb_light_trafilatura")  # fmt: skip
BLOCK_SETS = {
    "cleaneval/train": "cleaneval_en",
    "cleaneval/val": "cleaneval_en",
    "cleaneval/zh": "cleaneval_zh",
    "googletrends/train": "gtrends",
}
RIDGE = 3.0
ROUNDS = 12
LEAST_STEP = 1e-3
INNER_FOLDS = 4
# Chances to be story below which a line is residue. On pages with a headline 0.4 gives the best character F1 on
# average over the sets left out (0.3 to 0.5 lie within a point); on those without, where lists and comments may be
# what the page is for, a lower one loses less of them.
THRESHOLDS = {"headlined_page": 0.4, "page": 0.12}
MIN_STORY_CHARS = 300
HEADLESS_WEIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold: for each line whether it is story.

    Attributes:
        set_name: The set it is from.
        group: What has to be left out together: all sets over the same pages.
        site: Whose page it is.
        lines: None blank.
        is_story: For each line.
        weight: Of the text in training.
    """

    set_name: str
    group: str
    site: str
    lines: tuple[str, ...]
    is_story: tuple[bool, ...]
    weight: float = 1.0


@dataclass(slots=True)
class Example:
    """A page as a model sees it: a row of features for each line."""

    text: Text
    kind: str
    rows: Rows
    story: Rows
    weights: Rows
    measures: list[Measure]
    headline: int
    second: Rows = field(default_factory=lambda: np.empty(0))


def read_texts(folder: Path) -> Iterator[Text]:
    """Give all texts of the folder."""
    for path in sorted((folder / "textlines").glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as source:
            for line in source:
                row = json.loads(line)
                site = urlparse(row["url"]).netloc or row["url"].split("_")[0]
                yield make_text(name, site, zip(row["lines"], row["labels"], strict=True))
    for part, name in BLOCK_SETS.items():
        blocks = folder / "cleaneval_gtrends_blocks" / "data" / part
        for path in sorted(blocks.glob("*.csv.gz")):
            with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as source:
                pairs = [(row["content"], float(row["label"])) for row in csv.DictReader(source)]
            yield make_text(name, path.name, pairs)


def make_text(name: str, site: str, pairs: Iterable[tuple[str, float]]) -> Text:
    """Give a text of normalised lines, the blank ones left out."""
    clean = [(" ".join(normalise(line).split()), bool(label)) for line, label in pairs]
    held = [(line, label) for line, label in clean if line]
    group = "aeb" if name.startswith("aeb") else name
    lines = tuple(line for line, _ in held)
    return Text(name, group, site, lines, tuple(label for _, label in held))


def make_examples(texts: Sequence[Text]) -> Iterator[Example]:
    """Give the examples for training: the pages, and those that have a headline once more without their first line.

    Without it the headline is not found: the judge of pages without a headline learns from them too.
    """
    for text in texts:
        if text.set_name in COPY_SETS:
            continue
        example = make_example(text)
        if example is None:
            continue
        yield example
        if example.kind == "headlined_page":
            headless = make_example(
                replace(
                    text, lines=text.lines[1:], is_story=text.is_story[1:], weight=HEADLESS_WEIGHT
                )
            )
            if headless and headless.kind == "page":
                yield headless


def make_example(text: Text) -> Example | None:
    """Describe a page as the annotator does; None for what it does not take for a page."""
    measures = [measure(line) for line in text.lines]
    if not page.is_page(text.lines, measures):
        return None
    topic = find_topic(text.lines, measures)
    kind = "headlined_page" if topic.headline else "page"
    rows = np.array(page.describe_page(text.lines, measures, topic))
    story = np.array(text.is_story, dtype=float)
    return Example(text, kind, rows, story, weigh_lines(text), measures, topic.headline)


def weigh_lines(text: Text) -> Rows:
    """Weigh the lines of a page by their part in its character F1: by length, against the story's."""
    sizes = np.minimum([len(line) for line in text.lines], 500).astype(float)
    story_size = (sizes * np.array(text.is_story)).sum()
    weights = 3 * (sizes / max(MIN_STORY_CHARS, story_size)) ** 0.7 * text.weight
    return weights * 0.6 if text.group == "aeb" else weights  # three texts of one page


def fit_first(examples: Sequence[Example]) -> model.Model:
    """Fit the model of the first look."""
    return fit_model(page.FIRST_FEATURES, [one.rows for one in examples], examples)


def fit_second(examples: Sequence[Example]) -> model.Model:
    """Fit the model of the second look."""
    return fit_model(page.SECOND_FEATURES, [one.second for one in examples], examples)


def fit_model(
    names: Sequence[str], described: Sequence[Rows], examples: Sequence[Example]
) -> model.Model:
    """Fit a logistic regression with a ridge, by Newton's method on standardised features."""
    rows = np.concatenate(described)
    story = np.concatenate([one.story for one in examples])
    weights = np.concatenate([one.weights for one in examples])
    means, spreads = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    inputs = np.column_stack([(rows - means) / spreads, np.ones(len(rows))])
    ridge = np.append(np.full(len(names), RIDGE), 1e-6)
    found = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slopes = weights * np.maximum(chances * (1 - chances), 1e-6)
        gradient = inputs.T @ (weights * (chances - story)) + ridge * found
        step = np.linalg.solve((inputs.T * slopes) @ inputs + np.diag(ridge), gradient)
        found -= step
        if np.abs(step).max() < LEAST_STEP:
            break
    raw = np.round(found[:-1] / spreads, 4)
    intercept = found[-1] - float((found[:-1] / spreads) @ means)
    return model.Model(
        tuple(names),
        tuple(raw.tolist()),
        tuple(np.round(means, 3).tolist()),
        round(float(intercept), 4),
    )


def weigh(one: model.Model, rows: Rows) -> Rows:
    """Give the logits of all rows."""
    return rows @ np.array(one.weights) + one.intercept


def look_again(first: model.Model, example: Example) -> Rows:
    """Give the features of the second look, the first taken by `first`."""
    contexts = describe_contexts(
        (1 / (1 + np.exp(-weigh(first, example.rows)))).tolist(),
        [line.width for line in example.measures],
        example.rows[:, page.FIRST_FEATURES.index("full_stop")].tolist(),
        example.rows[:, page.FIRST_FEATURES.index("story_words")].tolist(),
        example.headline,
    )
    return np.column_stack([example.rows, np.array(contexts)])


def fold_of(text: Text, count: int, salt: str = "") -> int:
    """Give the fold of a text's site: the same for all its pages, in any run."""
    return zlib.crc32((salt + text.site).encode()) % count


def train_page(examples: Sequence[Example], kind: str) -> model.Judge:
    """Train a judge; what the second look learns from was first looked at by models of other sites."""
    folds = split(examples)
    for apart, fold in folds:
        first = fit_first(apart)
        for one in fold:
            one.second = look_again(first, one)
    logits, story = [], []
    for apart, fold in folds:
        second = fit_second(apart)
        logits += [weigh(second, one.second) for one in fold]
        story += [one.story for one in fold]
    chance = THRESHOLDS[kind]
    return model.Judge(
        fit_first(examples),
        fit_second(examples),
        round(float(np.log(chance / (1 - chance))), 4),
        *calibrate(np.concatenate(logits), np.concatenate(story)),
    )


def split(examples: Sequence[Example]) -> list[tuple[list[Example], list[Example]]]:
    """Split examples by site: for each fold the others and the fold."""
    folds: list[list[Example]] = [[] for _ in range(INNER_FOLDS)]
    for one in examples:
        folds[fold_of(one.text, INNER_FOLDS, "inner")].append(one)
    return [
        ([one for other in folds if other is not fold for one in other], fold) for fold in folds
    ]


def calibrate(logits: Rows, story: Rows) -> tuple[float, float]:
    """Give slope and offset that make logits of unseen lines into chances (Platt, 1999)."""
    inputs = np.column_stack([logits, np.ones(len(logits))])
    found = np.array([1.0, 0.0])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slopes = np.maximum(chances * (1 - chances), 1e-6)
        found -= np.linalg.solve((inputs.T * slopes) @ inputs, inputs.T @ (chances - story))
    return round(float(found[0]), 4), round(float(found[1]), 4)


def train(examples: Sequence[Example]) -> dict[str, model.Judge]:
    """Train the judges of both kinds of page."""
    by_kind = defaultdict(list)
    for one in examples:
        by_kind[one.kind].append(one)
    return {kind: train_page(by_kind[kind], kind) for kind in THRESHOLDS}


def write(judges: dict[str, model.Judge], path: Path) -> None:
    """Write judges as the annotator reads them, a feature a line."""
    path.write_text(
        json.dumps({kind: as_table(one) for kind, one in judges.items()}, indent=1) + "\n",
        encoding="utf-8",
    )


def as_table(judge: model.Judge) -> dict[str, object]:
    """Give a judge as plain values; each feature as its weight and its mean."""
    looks = {"first": judge.first, "second": judge.second}
    return {"threshold": judge.threshold, "calibration": [judge.slope, judge.offset]} | {
        look: {
            "intercept": one.intercept,
            "features": {
                name: f"{weight} {mean}"
                for name, weight, mean in zip(one.names, one.weights, one.means, strict=True)
            },
        }
        for look, one in looks.items()
    }


def main() -> None:
    """Train on all of a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    examples = list(make_examples(list(read_texts(parser.parse_args().folder))))
    path = Path(boilerplate.__file__).with_name("weights.json")
    write(train(examples), path)
    print(f"{path.name}: learned from {len(examples)} pages")


if __name__ == "__main__":
    main()

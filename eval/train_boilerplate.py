"""Trains the models of the boilerplate annotator and measures them on texts they have not seen.

    python eval/train_boilerplate.py FOLDER [--held-out set|site] [--write]

FOLDER holds `textlines/*.jsonl.gz` (pages and extractors' output with `lines` and `labels`, 1 = article) and
`cleaneval_gtrends_blocks/data/**/*.csv.gz` (blocks with `content` and `label`). Neither is part of the
repository. With `--held-out` every set (or every fifth of the sites) is judged by models trained without it;
with `--write` models trained on all of it become `weights.json`.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
import csv
import gzip
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from copydesk.annotate import boilerplate
from copydesk.annotate.boilerplate import clean_copy, model, page
from copydesk.annotate.boilerplate.context import describe_contexts
from copydesk.annotate.boilerplate.shape import Measure, measure
from copydesk.annotate.boilerplate.title import find_title
from copydesk.annotate.boilerplate.topic import find_topic
from copydesk.evaluation.gold import make_document
from copydesk.records import LineKind
from copydesk.text.normalise import normalise

Rows = NDArray[np.float64]

# Extractors' output: all of it is judged, the rest is whole pages.
COPY_SETS = ("aeb_light_justext", "aeb_light_newspaper", "aeb_light_readability", "aeb_light_trafilatura")  # fmt: skip
# The same pages as aeb_en, put into text by other tools.
TWIN_SETS = ("aeb_light_html-text", "aeb_light_inscriptis")
BLOCK_SETS = {
    "cleaneval/train": "cleaneval_en",
    "cleaneval/val": "cleaneval_en",
    "cleaneval/zh": "cleaneval_zh",
    "googletrends/train": "gtrends",
}
RIDGE = 3.0
ROUNDS = 12
INNER_FOLDS = 4
SITE_FOLDS = 5
# Chances to be story below which a line is residue. On pages with a headline 0.4 gives the best character F1 on
# average over the sets left out (0.3 to 0.5 lie within 0.01); on those without, where lists and comments may be
# what the page is for, a lower one loses less of them.
THRESHOLDS = {"headlined_page": 0.4, "page": 0.12}
# Copy: the precision of residue lines, over all texts of the training folds.
COPY_PRECISION = 0.9
MIN_STORY_CHARS = 300
MIN_STORY_LINES = 3
STORY_GAP = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold: for each line whether it is story.

    Attributes:
        set_name: The set it is from.
        group: What has to be left out together: all sets over the same pages.
        site: Whose page it is.
        lines: None blank.
        is_story: For each line.
        weight: Of the text in training; 0 for evaluation alone.
        is_made: Made from another text, for training alone.
    """

    set_name: str
    group: str
    site: str
    lines: tuple[str, ...]
    is_story: tuple[bool, ...]
    weight: float = 1.0
    is_made: bool = False


@dataclass(slots=True)
class Example:
    """A text as a model sees it: a row of features for each line in question."""

    text: Text
    kind: str
    rows: Rows
    story: Rows
    weights: Rows
    measures: list[Measure] = field(default_factory=list)
    second: Rows | None = None


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


def make_text(name: str, site: str, pairs: Iterator[tuple[str, float]]) -> Text:
    """Give a text of normalised lines, the blank ones left out."""
    clean = [(" ".join(normalise(line).split()), bool(label)) for line, label in pairs]
    held = [(line, label) for line, label in clean if line]
    group = "aeb" if name.startswith("aeb") else name
    return Text(
        name, group, site, tuple(line for line, _ in held), tuple(label for _, label in held)
    )


def make_copy(text: Text, chance: random.Random) -> Iterator[Text]:
    """Make what an extractor could have left of a page: the story, with some of the residue in and about it."""
    story = [index for index, is_story in enumerate(text.is_story) if is_story]
    runs = np.split(story, [at + 1 for at, gap in enumerate(np.diff(story)) if gap >= STORY_GAP])
    run = max(runs, key=len)
    if len(run) < MIN_STORY_LINES:
        return
    for _ in range(2):
        start = max(0, int(run[0]) - chance.choice((0, 0, 1, 2, 3, 5)))
        end = int(run[-1]) + 1 + chance.choice((0, 0, 1, 2, 3, 5, 8))
        left = chance.choice((0.3, 0.7, 1.0, 1.0))
        yield take(
            text,
            [
                i
                for i in range(start, min(end, len(text.lines)))
                if text.is_story[i] or chance.random() < left
            ],
        )
    yield take(text, story, weight=0.5)


def take(text: Text, indexes: Sequence[int], weight: float = 1.0) -> Text:
    """Give a made text of some lines of another."""
    return replace(
        text,
        lines=tuple(text.lines[index] for index in indexes),
        is_story=tuple(text.is_story[index] for index in indexes),
        weight=text.weight * weight,
        is_made=True,
    )


def make_examples(texts: Sequence[Text]) -> Iterator[Example]:
    """Give the examples for training: of the texts, and of texts made from them."""
    chance = random.Random(7)  # noqa: S311  # no secret
    for text in texts:
        yield from make_example(text)
        if text.set_name in COPY_SETS or text.set_name in TWIN_SETS or not any(text.is_story):
            continue
        for made in make_copy(text, chance):
            yield from make_example(made)
        if text.set_name not in BLOCK_SETS.values():
            yield from make_example(
                take(text, range(1, len(text.lines)), weight=0.15), headless=True
            )


def make_example(text: Text, *, headless: bool = False) -> Iterator[Example]:
    """Describe a text as the annotator does; nothing where no line is in question."""
    contents, measures = list(text.lines), [measure(line) for line in text.lines]
    if not contents:
        return
    if page.is_page(contents, measures):
        topic = find_topic(contents, measures)
        if (headless and topic.headline) or (text.is_made and not headless):
            return
        yield describe_page_text(text, measures, topic)
    elif not headless and text.set_name not in BLOCK_SETS.values():
        yield from describe_copy_text(text, measures)


def describe_page_text(text: Text, measures: list[Measure], topic: page.Topic) -> Example:
    """Weigh the lines of a page by their part in its character F1: by length, against the story's."""
    sizes = np.minimum([len(line) for line in text.lines], 500).astype(float)
    story = np.array(text.is_story, dtype=float)
    weights = 3 * (sizes / max(MIN_STORY_CHARS, (sizes * story).sum())) ** 0.7 * text.weight
    rows = np.array(page.describe_page(text.lines, measures, topic))
    if text.group == "aeb":
        weights = weights * 0.6  # three texts of one page
    kind = "headlined_page" if topic.headline else "page"
    return Example(text, kind, rows, story, weights, measures)


def describe_copy_text(text: Text, measures: list[Measure]) -> Iterator[Example]:
    """Take the lines of copy that rules leave to the model."""
    verdicts = clean_copy.judge_by_rules(
        text.lines,
        measures,
        [boilerplate.find_phrase(line, at) for at, line in enumerate(text.lines)],
    )
    document = make_document("\n".join(text.lines))
    found = find_title(document, [one.is_residue for one in verdicts])
    chosen = clean_copy.list_candidates(verdicts, measures, found[0] if found else None)
    if chosen:
        rows = np.array(page.describe_copy(text.lines, measures, chosen))
        story = np.array(text.is_story, dtype=float)[chosen]
        weights = np.full(len(chosen), text.weight / len(chosen) ** 0.5)
        yield Example(text, "copy", rows, story, weights)


def fit_model(examples: Sequence[Example], names: Sequence[str], *, second: bool) -> model.Model:
    """Fit a logistic regression with a ridge, by Newton's method on standardised features."""
    rows = np.concatenate([one.second if second else one.rows for one in examples])
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
        found -= np.linalg.solve((inputs.T * slopes) @ inputs + np.diag(ridge), gradient)
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
    )
    return np.column_stack([example.rows, np.array(contexts)])


def fold_of(text: Text, count: int, salt: str = "") -> int:
    """Give the fold of a text's site: the same for all its pages, in any run."""
    return zlib.crc32((salt + text.site).encode()) % count


def train_page(examples: Sequence[Example], kind: str) -> model.Judge:
    """Train a judge of pages; what the second look learns from was first looked at by models of other sites."""
    firsts = []
    for fold in range(INNER_FOLDS):
        apart = [one for one in examples if fold_of(one.text, INNER_FOLDS, "inner") != fold]
        firsts.append(fit_model(apart, page.FIRST_FEATURES, second=False))
    for one in examples:
        one.second = look_again(firsts[fold_of(one.text, INNER_FOLDS, "inner")], one)
    logits = leave_out(examples, page.SECOND_FEATURES, second=True)
    chance = THRESHOLDS[kind]
    return model.Judge(
        fit_model(examples, page.FIRST_FEATURES, second=False),
        fit_model(examples, page.SECOND_FEATURES, second=True),
        round(float(np.log(chance / (1 - chance))), 4),
        *calibrate(logits, np.concatenate([one.story for one in examples])),
    )


def leave_out(examples: Sequence[Example], names: Sequence[str], *, second: bool) -> Rows:
    """Give the logits of all lines, each by a model of other sites."""
    found: list[Rows] = [np.empty(0)] * len(examples)
    for fold in range(INNER_FOLDS):
        apart = [one for one in examples if fold_of(one.text, INNER_FOLDS, "inner") != fold]
        fitted = fit_model(apart, names, second=second)
        for index, one in enumerate(examples):
            if fold_of(one.text, INNER_FOLDS, "inner") == fold:
                found[index] = weigh(
                    fitted, one.second if second and one.second is not None else one.rows
                )
    return np.concatenate(found)


def train_copy(examples: Sequence[Example]) -> model.Judge:
    """Train the judge of copy, its threshold set for the precision of what it takes out."""
    logits = leave_out(examples, page.COPY_FEATURES, second=False)
    story = np.concatenate([one.story for one in examples])
    order = np.argsort(logits)
    precision = np.cumsum(1 - story[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= COPY_PRECISION)
    threshold = logits[order[enough[-1]]] if len(enough) else logits[order[0]]
    return model.Judge(
        fit_model(examples, page.COPY_FEATURES, second=False),
        None,
        round(float(threshold), 4),
        *calibrate(logits, story),
    )


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
    """Train the judges of all kinds of text."""
    by_kind = defaultdict(list)
    for one in examples:
        by_kind[one.kind].append(one)
    judges = {kind: train_page(by_kind[kind], kind) for kind in THRESHOLDS}
    return judges | {"copy": train_copy(by_kind["copy"])}


def measure_held_out(texts: Sequence[Text], examples: Sequence[Example], by: str) -> None:
    """Print for every set how models do that were trained without it, or without the sites in question."""
    key: Callable[[Text], object] = (lambda text: text.group) if by == "set" else (lambda text: fold_of(text, SITE_FOLDS))  # fmt: skip
    kept: dict[Text, list[bool]] = {}
    for left_out in sorted({key(text) for text in texts}, key=str):
        judges = train([one for one in examples if key(one.text) != left_out])
        for text in texts:
            if key(text) == left_out and text.lines:
                labels = boilerplate.label(make_document("\n".join(text.lines)), judges.__getitem__)
                kept[text] = [one.kind is not LineKind.BOILERPLATE for one in labels]
        print(f"left out: {left_out}, copy threshold {judges['copy'].threshold}", flush=True)
    for name in sorted({text.set_name for text in texts}):
        chosen = [(text, kept[text]) for text in texts if text.set_name == name and text.lines]
        print(f"{name:24}{len(chosen):5} texts  {score(chosen)}")


def score(judged: Sequence[tuple[Text, list[bool]]]) -> str:
    """Give precision, recall and F1 of story characters, residue lines and story lines, in percent."""
    rows = [
        (len(line), is_story, kept)
        for text, keeps in judged
        for line, is_story, kept in zip(text.lines, text.is_story, keeps, strict=True)
    ]
    characters = figures([(size, story, kept) for size, story, kept in rows])
    residue = figures([(1, not story, not kept) for _, story, kept in rows])
    lines = figures([(1, story, kept) for _, story, kept in rows])
    return f"story characters {characters}  residue lines {residue}  story lines {lines}"


def figures(rows: Sequence[tuple[int, bool, bool]]) -> str:
    """Give precision, recall and F1 of weighted decisions, in percent."""
    right = sum(weight for weight, gold, found in rows if gold and found)
    found_sum = sum(weight for weight, _, found in rows if found) or 1
    gold_sum = sum(weight for weight, gold, _ in rows if gold) or 1
    return f"{100 * right / found_sum:5.1f} {100 * right / gold_sum:5.1f} {200 * right / (found_sum + gold_sum):5.1f}"


def write(judges: dict[str, model.Judge], path: Path) -> None:
    """Write judges as the annotator reads them, a feature a line."""
    path.write_text(
        json.dumps({kind: as_table(one) for kind, one in judges.items()}, indent=1) + "\n",
        encoding="utf-8",
    )


def as_table(judge: model.Judge) -> dict[str, object]:
    """Give a judge as plain values; each feature as its weight and its mean."""
    models = {"first": judge.first} | ({"second": judge.second} if judge.second else {})
    return {"threshold": judge.threshold, "calibration": [judge.slope, judge.offset]} | {
        look: {
            "intercept": one.intercept,
            "features": {
                name: f"{weight} {mean}"
                for name, weight, mean in zip(one.names, one.weights, one.means, strict=True)
            },
        }
        for look, one in models.items()
    }


def main() -> None:
    """Measure, and write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", choices=("set", "site"), help="Measure on what is left out.")
    parser.add_argument("--write", action="store_true", help="Write weights.json.")
    options = parser.parse_args()
    texts = list(read_texts(options.folder))
    examples = list(make_examples(texts))
    if options.held_out:
        measure_held_out(texts, examples, options.held_out)
    if options.write:
        write(train(examples), Path(boilerplate.__file__).with_name("weights.json"))


if __name__ == "__main__":
    main()

"""Judges the sets that the boilerplate annotator learns from by models that have not seen them.

    python eval/held_out.py FOLDER

Prints by how much models do worse on pages of sites they have not seen, fold by fold. `eval/measure.py` takes the
judges of whole sets left out for its table. FOLDER as for `eval/train_boilerplate.py`.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from train_boilerplate import Example, Text, fold_of, make_examples, read_texts, train

from copydesk.annotate import boilerplate
from copydesk.annotate.boilerplate.model import Judge as Model
from copydesk.evaluation.boilerplate import Judge, Page, evaluate
from copydesk.evaluation.gold import make_document
from copydesk.records import LineKind

SITE_FOLDS = 5


def by_set(folder: Path) -> Iterator[tuple[str, list[Page], Judge]]:
    """Give each set with a judge that learned from no page of it; sets over the same pages are left out together."""
    texts = list(read_texts(folder))
    examples = list(make_examples(texts))
    for group in sorted({text.group for text in texts}):
        judge = learn(examples, lambda text, group=group: text.group != group)
        for name in sorted({text.set_name for text in texts if text.group == group}):
            yield (
                name,
                [as_page(text) for text in texts if text.set_name == name and text.lines],
                judge,
            )


def by_site(folder: Path) -> Iterator[tuple[str, list[Page], Judge]]:
    """Give each fold of sites with a judge that learned from no page of theirs."""
    texts = list(read_texts(folder))
    examples = list(make_examples(texts))
    for fold in range(SITE_FOLDS):
        judge = learn(examples, lambda text, fold=fold: fold_of(text, SITE_FOLDS) != fold)
        held = [text for text in texts if fold_of(text, SITE_FOLDS) == fold and text.lines]
        yield f"fold {fold}", [as_page(text) for text in held], judge


def learn(examples: Sequence[Example], is_seen: Callable[[Text], bool]) -> Judge:
    """Train on some texts."""
    return with_models(train([one for one in examples if is_seen(one.text)]))


def with_models(models: Mapping[str, Model]) -> Judge:
    """Give our annotator with other models than those it comes with."""

    def judge(page: Page) -> list[bool]:
        labels = boilerplate.label(make_document("\n".join(page.lines)), models.__getitem__)
        return [label.kind is not LineKind.BOILERPLATE for label in labels]

    return judge


def as_page(text: Text) -> Page:
    """Give a text as the scorer reads it."""
    return Page(text.lines, text.is_story)


def main() -> None:
    """Print figures by fold of sites."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, pages, judge in by_site(parser.parse_args().folder):
        figures = evaluate(pages, judge).figures
        print(name, *(f"{metric} {value:.1f}" for metric, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()

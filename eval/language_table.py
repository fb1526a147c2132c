"""The rows of the tables on languages: one for each kind of text and measure, with a column for each system.

Called by `eval/measure.py`.
"""
# ruff: noqa: INP001  # a script's part

from collections.abc import Iterator, Sequence

from copydesk.evaluation.report import figure
from copydesk.evaluation.scores import Evaluation

TEXTS = {
    "": "texts",
    "word_": "word",
    "phrase_": "phrase",
    "sentence_": "sentence",
    "paragraph_": "paragraph",
    "article_": "article",
    "boilerplate_20_": "article, 20 % boilerplate",
    "boilerplate_40_": "article, 40 % boilerplate",
    "boilerplate_60_": "article, 60 % boilerplate",
    "blocks_": "two languages, in blocks",
    "alternating_": "two languages, by turns",
}
"""Beginning of a metric's name -> the texts that it is about."""
MEASURES = {
    "langdetect_macro_accuracy": "macro accuracy, langdetect's languages",
    "known_macro_accuracy": "macro accuracy, known languages",
    "macro_accuracy": "macro accuracy, all languages",
    "undetermined_share": "undetermined",
    "calibration_error": "calibration error",
    "confident_accuracy": "right where the score is 0.95 or more",
    "confident_share": "score of 0.95 or more",
    "confident_wrong_share": "the same in unknown languages",
    "char_accuracy": "characters with the right language",
    "set_accuracy": "exact set of languages",
}
"""The rest of its name -> what it measures."""


def rows_of(told: str, ours: Evaluation, others: Sequence[Evaluation]) -> Iterator[list[str]]:
    """Give a row for each figure; what a row shares with the one above is left blank.

    Args:
        told: Name of the set.
        ours: Of our annotator; its size is told below the name.
        others: Of the peers, in order of the columns.
    """
    former = ""
    name = f"{told}: {ours.size}"
    for beginning, texts in TEXTS.items():
        for measure, meaning in MEASURES.items():
            metric = beginning + measure
            if metric not in ours.figures:
                continue
            values = [figure(one.figures[metric]) for one in (ours, *others)]
            yield [name, "" if texts == former else texts, meaning, *values]
            name, former = "", texts

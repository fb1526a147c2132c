"""Scores the language of whole texts: accuracy, the share left open, and whether scores mean what they say.

Gold is either lines of `code<TAB>text` (`.tsv`) or a JSONL file (`.jsonl`) of objects with `lang` and either
`text` or `sents`, a list of sentences. Codes are ISO 639-1 or 639-3; see `classes`.

Macro accuracy is the mean of recall over classes: of the texts of each class the share that is right, and the plain
mean of these shares, so that every language counts the same. Classes are the tags of the gold: Chinese in simplified and
in traditional characters are two, Serbian in Cyrillic and in Latin too; regions are none. Systems may always answer
anything: a label set tells which texts are asked for, not which answers are open.

Source: expected calibration error with ten bins of equal width, Guo et al. (ICML 2017), section 2.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.annotate import boilerplate, language
from copydesk.annotate.language.tags import code_of
from copydesk.evaluation.classes import KNOWN, LANGDETECT, class_of, is_same
from copydesk.evaluation.gold import (
    make_document,
    read_json_lines,
    read_set,
    read_text,
)
from copydesk.evaluation.scores import PERCENT, Evaluation, counted, mean, percentage
from copydesk.records import NO_LINGUISTIC_CONTENT, UNDETERMINED
from copydesk.text.normalise import normalise

EXPECTED = "lines of `code<TAB>text` (.tsv), or JSONL with `lang` and `text` or `sents` (.jsonl, .jsonl.gz)"
BIN_COUNT = 10
CONFIDENT_SCORE = 0.95
"""From this score on a label is trusted unseen; right labels should then be all but a few."""
OPEN = frozenset({UNDETERMINED, NO_LINGUISTIC_CONTENT})
"""Answers that name no language."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in one language, whose tag is as `classes.class_of` gives it."""

    language_tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """The language that a system gives a text, as a tag of ours, and how sure it is (0-1)."""

    language_tag: str
    score: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one text.

    Attributes:
        gold: Its tag.
        is_open: It was given no language.
        is_right: It was given its own.
        score: Of the answer, 0-1.
    """

    gold: str
    is_open: bool
    is_right: bool
    score: float


Detector = Callable[[str], Guess]


def read(path: Path) -> list[Sample]:
    """Give the texts of a file or folder; a list of sentences is one text, one sentence a line.

    Raises:
        ConfigError: There are none, or they are in no known format.
    """
    return read_set(path, {".tsv", ".jsonl"}, EXPECTED, _read_samples)


def read_sentences(path: Path) -> list[Sample]:
    """Give every line of every text of a file or folder as a text of its own."""
    samples = read(path)
    return [Sample(one.language_tag, line) for one in samples for line in one.text.splitlines()]


def _read_samples(path: Path) -> Iterator[Sample]:
    if ".tsv" in path.suffixes:
        for line in read_text(path).splitlines():
            code, text = line.split("\t", 1)
            yield Sample(class_of(code), normalise(text))
        return
    for row in read_json_lines(path):
        sentences = row["sents"] if "sents" in row else [row["text"]]
        if not isinstance(sentences, list):
            raise TypeError("`sents` has to be a list")
        yield Sample(class_of(str(row["lang"])), normalise("\n".join(map(str, sentences))))


def detect(text: str) -> Guess:
    """Give the language that our annotators find in a text."""
    document = make_document(text)
    best = language.annotate(document, boilerplate.annotate(document))[0]
    return Guess(class_of(best.language_tag), best.score)


def evaluate(samples: Sequence[Sample], detector: Detector = detect) -> Evaluation:
    """Score a language detector.

    Returns:
        `accuracy` over all texts; `macro_accuracy` over all classes, and over those whose language our engines
        know (`known_`) and langdetect knows (`langdetect_`), unless the gold has none of them;
        `undetermined_share` of the texts; `wrong_share`, given another language; and what `confidence` gives.
    """
    judged = [_judge(one, detector(one.text)) for one in samples]
    open_count = sum(one.is_open for one in judged)
    right_count = sum(one.is_right for one in judged)
    class_count = len({one.gold for one in judged})
    figures = {
        "accuracy": percentage(right_count, len(judged)),
        "macro_accuracy": macro_accuracy(judged),
    }
    for name, languages in (("known", KNOWN), ("langdetect", LANGDETECT)):
        within = [one for one in judged if code_of(one.gold) in languages]
        if within:
            figures[f"{name}_macro_accuracy"] = macro_accuracy(within)
    figures |= {
        "undetermined_share": _share(open_count, len(judged)),
        "wrong_share": _share(len(judged) - right_count - open_count, len(judged)),
    }
    size = f"{counted(len(samples), 'text')}, {counted(class_count, 'language')}"
    return Evaluation(size, figures | confidence(judged))


def _judge(sample: Sample, guess: Guess) -> Judged:
    is_open = guess.language_tag in OPEN
    is_right = is_same(sample.language_tag, guess.language_tag)
    return Judged(sample.language_tag, is_open, is_right, guess.score)


def macro_accuracy(judged: Collection[Judged]) -> float:
    """Give the mean over classes of the share of their texts that is right, in percent."""
    by_class = defaultdict(list)
    for one in judged:
        by_class[one.gold].append(one.is_right)
    return mean([percentage(sum(one), len(one)) for one in by_class.values()])


def confidence(judged: Sequence[Judged]) -> dict[str, float]:
    """Say whether scores mean what they say.

    Returns:
        `calibration_error` over the texts that were given a language; `confident_share`, the share of all
        texts that were given one with a score of 0.95 or more; `confident_accuracy`, the share of these that is
        right; and where there is gold in languages that no engine of ours knows, `confident_wrong_share`: the
        share of its texts that were given a language with such a score all the same.
    """
    named = [one for one in judged if not one.is_open]
    confident = [one for one in named if one.score >= CONFIDENT_SCORE]
    unknown_count = sum(code_of(one.gold) not in KNOWN for one in judged)
    misled_count = sum(code_of(one.gold) not in KNOWN for one in confident)
    figures = {
        "calibration_error": calibration_error([(one.score, one.is_right) for one in named]),
        "confident_share": _share(len(confident), len(judged)),
        "confident_accuracy": percentage(sum(one.is_right for one in confident), len(confident)),
    }
    if unknown_count:
        figures["confident_wrong_share"] = _share(misled_count, unknown_count)
    return figures


def _share(part: int, whole: int) -> float:
    return PERCENT * part / max(1, whole)


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Give the expected calibration error of scores (0-1) with whether each was right, in percent.

    >>> calibration_error([(0.9, True), (0.9, False)])
    40.0
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in judged:
        bins[min(BIN_COUNT - 1, int(score * BIN_COUNT))].append((score, right))
    gaps = [
        abs(sum(score for score, _ in one) - sum(right for _, right in one))
        for one in bins.values()
    ]
    return PERCENT * sum(gaps) / max(1, len(judged))

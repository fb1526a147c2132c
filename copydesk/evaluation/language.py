"""Scores the language of whole texts: accuracy, the share left open, and whether scores mean what they say.

Gold is either lines of `code<TAB>text` (`.tsv`) or a JSONL file (`.jsonl`) of objects with `lang` and either
`text` or `sents`, a list of sentences. Codes are ISO 639-1 or 639-3; see `copydesk.annotate.language.codes`.

Source: expected calibration error with ten bins of equal width, Guo et al. (ICML 2017), section 2.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.annotate import boilerplate, language
from copydesk.annotate.language.codes import canonical
from copydesk.evaluation.gold import (
    make_document,
    read_json_lines,
    read_set,
    read_text,
)
from copydesk.evaluation.scores import PERCENT, Evaluation, counted, mean, percentage
from copydesk.records import UNDETERMINED
from copydesk.text.normalise import normalise

EXPECTED = "lines of `code<TAB>text` (.tsv), or JSONL with `lang` and `text` or `sents` (.jsonl, .jsonl.gz)"
BIN_COUNT = 10


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in one language, whose code is as copydesk gives it."""

    language_code: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """The language that a system gives a text, and how sure it is (0-1)."""

    language_code: str
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
    return [Sample(one.language_code, line) for one in samples for line in one.text.splitlines()]


def _read_samples(path: Path) -> Iterator[Sample]:
    if ".tsv" in path.suffixes:
        for line in read_text(path).splitlines():
            code, text = line.split("\t", 1)
            yield Sample(canonical(code), normalise(text))
        return
    for row in read_json_lines(path):
        sentences = row["sents"] if "sents" in row else [row["text"]]
        if not isinstance(sentences, list):
            raise TypeError("`sents` has to be a list")
        yield Sample(canonical(str(row["lang"])), normalise("\n".join(map(str, sentences))))


def detect(text: str) -> Guess:
    """Give the language that our annotators find in a text."""
    document = make_document(text)
    best = language.annotate(document, boilerplate.annotate(document))[0]
    return Guess(best.language_code, best.score)


def evaluate(samples: Sequence[Sample], detector: Detector = detect) -> Evaluation:
    """Score a language detector.

    Returns:
        `accuracy` over all texts; `macro_accuracy`, the mean over languages; `undetermined_share` of the
        texts; `wrong_share`, given another language; `calibration_error` of the scores of the texts that
        were given a language.
    """
    guesses = [detector(one.text) for one in samples]
    is_right = [
        one.language_code == guess.language_code
        for one, guess in zip(samples, guesses, strict=True)
    ]
    by_language = defaultdict(list)
    for one, right in zip(samples, is_right, strict=True):
        by_language[one.language_code].append(right)
    open_count = sum(guess.language_code == UNDETERMINED for guess in guesses)
    right_count = sum(is_right)
    size = f"{counted(len(samples), 'text')}, {counted(len(by_language), 'language')}"
    figures = {
        "accuracy": percentage(right_count, len(samples)),
        "macro_accuracy": mean([percentage(sum(one), len(one)) for one in by_language.values()]),
        "undetermined_share": PERCENT * open_count / max(1, len(samples)),
        "wrong_share": PERCENT * (len(samples) - right_count - open_count) / max(1, len(samples)),
        "calibration_error": calibration_error(
            [
                (guess.score, right)
                for guess, right in zip(guesses, is_right, strict=True)
                if guess.language_code != UNDETERMINED
            ]
        ),
    }
    return Evaluation(size, figures)


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

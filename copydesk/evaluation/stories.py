"""Scores languages on stories: cut to lengths, under foreign boilerplate, and two in one document.

Gold is a JSONL file (`.jsonl`) of objects with `lang`, `sents` (a list of sentences) and, where stories are translations
of one another, `doc`. Codes are ISO 639-1 or 639-3; see `classes`. `cuts` tells what texts a story gives, `composed` what
documents; `language` how each text is scored.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.annotate import boilerplate
from copydesk.annotate import language as annotator
from copydesk.evaluation import language
from copydesk.evaluation.classes import class_of, is_same
from copydesk.evaluation.composed import (
    MIN_LETTER_SHARE,
    Mixture,
    in_two_languages,
    main_languages,
    under_boilerplate,
)
from copydesk.evaluation.cuts import Length, Story, cut
from copydesk.evaluation.gold import make_document, read_json_lines, read_set
from copydesk.evaluation.scores import Evaluation, counted, percentage
from copydesk.text.normalise import normalise

EXPECTED = "JSONL with `lang`, `sents` and maybe `doc` (.jsonl, .jsonl.gz)"
BOILERPLATE_SHARES = (20, 40, 60)
"""Percent of a document's bytes."""
MACRO = "macro_accuracy"


@dataclass(frozen=True, slots=True)
class Reading:
    """The languages that a system gives a document.

    Attributes:
        paragraph_tags: Line that a paragraph begins on (from 1) -> its tag.
        languages: Tags of the document's languages: those that have a fifth of its letters at least.
    """

    paragraph_tags: Mapping[int, str]
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class System:
    """What is scored: `detect` gives the language of a text, `read` those of a document with several."""

    detect: language.Detector
    read: Callable[[Mixture], Reading]


def read(path: Path) -> list[Story]:
    """Give the stories of a file or folder.

    Raises:
        ConfigError: There are none, or they are in no known format.
    """
    return read_set(path, {".jsonl"}, EXPECTED, _read_stories)


def _read_stories(path: Path) -> Iterator[Story]:
    for row in read_json_lines(path):
        sentences, document = row["sents"], row.get("doc")
        if not isinstance(sentences, list):
            raise TypeError("`sents` has to be a list")
        clean = (normalise(str(one)).replace("\n", " ").strip() for one in sentences)
        held = tuple(one for one in clean if one)
        if held:
            name = None if document is None else str(document)
            yield Story(class_of(str(row["lang"])), held, name)


def read_document(mixture: Mixture) -> Reading:
    """Give the languages that our annotators find in a document."""
    document = make_document(mixture.text)
    rows = annotator.annotate(document, boilerplate.annotate(document))
    return Reading(
        {
            one.line_no: class_of(one.language_tag)
            for one in rows
            if one.line_no is not None and one.rank == 1
        },
        frozenset(
            class_of(one.language_tag)
            for one in rows
            if one.line_no is None and one.letter_share >= MIN_LETTER_SHARE
        ),
    )


OURS = System(language.detect, read_document)


def alone(detector: language.Detector) -> System:
    """Make a system of a detector that knows nothing of documents: it reads each paragraph as a text."""

    def read_paragraphs(mixture: Mixture) -> Reading:
        tags = [detector(one).language_tag for one in mixture.paragraphs]
        by_line = dict(zip(mixture.line_nos, tags, strict=True))
        return Reading(by_line, main_languages(mixture.paragraphs, tags))

    return System(detector, read_paragraphs)


def evaluate(stories: Sequence[Story], system: System = OURS) -> Evaluation:
    """Score a system.

    Returns:
        The figures of `language.evaluate` for each length, its name in front (`word_accuracy`);
        `boilerplate_40_accuracy` and its macro forms: the article's language under so much foreign
        boilerplate; and of documents in two languages, in `blocks` and `alternating`, those of `score_mixtures`.
    """
    figures: dict[str, float] = {}
    for length in Length:
        texts = [text for one in stories for text in cut(one, length)]
        found = language.evaluate(texts, system.detect).figures
        figures |= {f"{length}_{metric}": value for metric, value in found.items()}
    for share in BOILERPLATE_SHARES:
        documents = under_boilerplate(stories, share / 100)
        found = language.evaluate(documents, system.detect).figures
        figures |= {
            f"boilerplate_{share}_{metric}": value
            for metric, value in found.items()
            if metric == "accuracy" or metric.endswith(MACRO)
        }
    for name, is_alternating in (("blocks", False), ("alternating", True)):
        mixtures = in_two_languages(stories, is_alternating=is_alternating)
        found = score_mixtures(mixtures, system.read)
        figures |= {f"{name}_{metric}": value for metric, value in found.items()}
    tags = {one.language_tag for one in stories}
    return Evaluation(
        f"{counted(len(stories), 'story')}, {counted(len(tags), 'language')}", figures
    )


def score_mixtures(
    mixtures: Sequence[Mixture], read: Callable[[Mixture], Reading]
) -> dict[str, float]:
    """Score documents in two languages.

    Returns:
        `char_accuracy`: the share of their characters whose paragraph has the right language;
        `set_accuracy`: the share of documents that have exactly their languages. Nothing where there are no
        documents.
    """
    if not mixtures:
        return {}
    readings = [read(one) for one in mixtures]
    pairs = list(zip(mixtures, readings, strict=True))
    char_count = sum(len(paragraph) for one in mixtures for paragraph in one.paragraphs)
    return {
        "char_accuracy": percentage(sum(_right_chars(*pair) for pair in pairs), char_count),
        "set_accuracy": percentage(sum(_has_its_languages(*pair) for pair in pairs), len(pairs)),
    }


def _right_chars(mixture: Mixture, reading: Reading) -> int:
    rows = zip(mixture.line_nos, mixture.paragraphs, mixture.language_tags, strict=True)
    return sum(
        len(paragraph)
        for line_no, paragraph, tag in rows
        if line_no in reading.paragraph_tags and is_same(tag, reading.paragraph_tags[line_no])
    )


def _has_its_languages(mixture: Mixture, reading: Reading) -> bool:
    """Tell whether the languages of a document are all found, and no other."""
    gold, found = mixture.languages, reading.languages
    return len(gold) == len(found) and all(
        any(is_same(one, other) for other in found) for one in gold
    )

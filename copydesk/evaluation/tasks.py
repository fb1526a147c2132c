"""Runs one task on one set: reads the gold, calls our annotator, scores it.

Called by `copydesk evaluate`, by the gate and by `eval/`.
"""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from copydesk.errors import ConfigError
from copydesk.evaluation import TASKS, boilerplate, clusters, dates, entities, language, stories
from copydesk.evaluation.gold import take
from copydesk.evaluation.scores import Evaluation


@dataclass(frozen=True, slots=True)
class Options:
    """How to read and annotate a set.

    Attributes:
        language_code: Language of the texts, for the annotators of dates and entities.
        by_sentence: Language: each line of a text is a text of its own.
        gold_mentions: Clusters: the gold's own mentions are resolved, none are looked for.
        limit: Most items (texts, documents, pages) to score, taken evenly over the set; None for all.
    """

    language_code: str = "en"
    by_sentence: bool = False
    gold_mentions: bool = False
    limit: int | None = None


DEFAULTS = Options()
_LANGUAGE = re.compile(r"_([a-z]{2})$")


def evaluate(task: str, path: Path, options: Options = DEFAULTS) -> Evaluation:
    """Score our annotator on a set.

    Args:
        task: One of `TASKS`.
        path: A file or folder in a format that the task's module knows.
        options: See there.

    Raises:
        ConfigError: There is no such task, or the set cannot be read.
    """
    limit, code = options.limit, options.language_code
    match task:
        case "language":
            read = language.read_sentences if options.by_sentence else language.read
            return language.evaluate(take(read(path), limit))
        case "stories":
            return stories.evaluate(take(stories.read(path), limit))
        case "dates":
            tagger = partial(dates.tag, language_code=code)
            return dates.evaluate(take(dates.read(path), limit), tagger)
        case "entities":
            recogniser = partial(entities.recognise, language_code=code)
            return entities.evaluate(take(entities.read(path), limit), recogniser)
        case "clusters":
            finder = partial(clusters.recognise, language_code=code)
            chosen = clusters.given if options.gold_mentions else finder
            return clusters.evaluate(take(clusters.read(path), limit), chosen)
        case "boilerplate":
            return boilerplate.evaluate(take(boilerplate.read(path), limit))
        case _:
            raise ConfigError(f"there is no task {task!r}; there are {', '.join(TASKS)}")


def evaluate_gold(task: str, path: Path) -> Evaluation:
    """Score our annotator on a set whose name ends in its language (`news_de`), English without one.

    Args:
        task: One of `TASKS`.
        path: A set of the repository.

    Raises:
        ConfigError: There is no such task, or the set cannot be read.
    """
    named = _LANGUAGE.search(path.stem)
    return evaluate(task, path, Options(named[1]) if named else DEFAULTS)

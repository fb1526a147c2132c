"""Language: CPU time of our annotator beside langdetect on the same texts, and its share of a run.

    python bench/language.py [STORIES] [--texts N] [--warehouse WAREHOUSE]

STORIES is JSONL of `lang` and `sents`, a list of sentences, or a folder of `.txt` files; without it the sample archive is
read. Sentences, paragraphs of three sentences and articles, English ones and those of sixteen languages, are given in turn
to `language.annotate` and, whole, to langdetect in pure Python, in one process on one core. Documents and the labels of
their lines are made before. With a warehouse, the wall seconds that its stages took are told as well.
"""

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException

from copydesk.annotate import boilerplate, language, sentences
from copydesk.annotate.language.tags import code_of
from copydesk.errors import InputError
from copydesk.evaluation import stories
from copydesk.evaluation.cuts import Length, Story, cut
from copydesk.evaluation.gold import make_document, take
from copydesk.evaluation.language import detect
from copydesk.store.manifest import read_published
from copydesk.text.decode import decode
from copydesk.text.normalise import normalise

SAMPLE = Path(__file__).parents[1] / "raw"
LENGTHS = (Length.SENTENCE, Length.PARAGRAPH, Length.ARTICLE)
LANGUAGES = (
    "ar", "bn", "de", "el", "en", "es", "fa", "fr", "hi", "ja", "ko", "pl", "pt", "ru", "tr", "zh-Hans",
)  # fmt: skip
"""Of large presses, in ten scripts."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--texts", type=int, default=400, help="Most texts of a row.")
    parser.add_argument("--warehouse", type=Path, help="Whose stages to tell.")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = list(read(options.stories))
    groups = {
        "English": [one for one in found if one.language_tag == "en"],
        "sixteen languages": [one for one in found if one.language_tag in LANGUAGES],
    }
    present = {one.language_tag for one in found}
    absent = [tag for tag in LANGUAGES if tag not in present]
    print(f"{len(found)} stories; none in: {', '.join(absent) or 'no language'}")
    warm()
    for group, chosen in groups.items():
        for length in LENGTHS:
            texts = [one.text for story in chosen for one in cut(story, length)]
            compare(f"{group}, {length}", take(texts, options.texts))
    if options.warehouse:
        tell_stages(options.warehouse)


def read(path: Path) -> Iterator[Story]:
    """Give the stories of a file, or of the texts of a folder, whose languages are those that our annotator finds."""
    if path.is_file():
        yield from stories.read(path)
        return
    for one in sorted(path.rglob("*.txt")):
        try:
            text = normalise(decode(one.read_bytes()).text)
        except InputError:  # the sample holds files that are no text
            continue
        document = make_document(text)
        tag = detect(text).language_tag
        spans = sentences.annotate(document, code_of(tag))
        told = [text[span.start_char : span.end_char].replace("\n", " ") for span in spans]
        if told:
            yield Story(tag, tuple(told))


def warm() -> None:
    """Load the models of both, and let them see one text: start-up is no part of the figures."""
    language.warm()
    DetectorFactory.seed = 0
    detect_alone("The harbour was closed on Friday.")
    detect("The harbour was closed on Friday.")


def detect_alone(text: str) -> None:
    """Ask langdetect, as a program without us would."""
    try:
        detect_langs(text)
    except LangDetectException:  # no letter that it knows
        return


def compare(name: str, texts: Sequence[str]) -> None:
    """Print documents and megabytes a CPU second of both, and their ratio."""
    if not texts:
        print(f"{name}: no texts")
        return
    ours = theirs = 0.0
    for text in texts:
        document = make_document(text)
        labels = boilerplate.annotate(document)
        ours += seconds(lambda: language.annotate(document, labels))  # noqa: B023
        theirs += seconds(lambda: detect_alone(text))  # noqa: B023
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(
        f"{name}: {len(texts)} texts of {1e6 * megabytes / len(texts):,.0f} bytes: "
        f"ours {len(texts) / ours:,.0f} a second, {megabytes / ours:.2f} MB/s; "
        f"langdetect {len(texts) / theirs:,.0f} a second, {megabytes / theirs:.2f} MB/s; "
        f"ours is {theirs / ours:.1f} times as fast",
        flush=True,
    )


def seconds(call: Callable[[], object]) -> float:
    """Give the CPU seconds of a call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def tell_stages(warehouse: Path) -> None:
    """Print what share of the stages' wall seconds language took, in the batches of a warehouse."""
    manifest = read_published(warehouse)
    if manifest is None:
        raise SystemExit(f"{warehouse} holds no run; write it with `copydesk run`")
    spent = Counter[str]()
    for batch in manifest.batches.values():
        spent.update(batch.stage_seconds)
    print(
        f"stages of {warehouse}: language {spent['language']:.1f} of {spent.total():.1f} s "
        f"({100 * spent['language'] / spent.total():.1f} %), entities {spent['entities']:.1f} s"
    )


if __name__ == "__main__":
    main()

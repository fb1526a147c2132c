"""Language: CPU time of our annotator beside langdetect on the same texts, and its share of a run.

    python bench/language.py [STORIES] [--texts N] [--warehouse WAREHOUSE]

STORIES is JSONL of `lang` and `sents`, a list of sentences, or a folder of `.txt` files; without it the sample archive is
read. Sentences, paragraphs of three sentences and articles, English ones and those of sixteen languages, are given in turn
to `language.annotate` and, whole, to langdetect in pure Python, in one process on one core. Documents and the labels of
their lines are made before. With a warehouse, the wall seconds that its stages took are told as well.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException
from measured import SAMPLE, read_texts, seconds, stay_on_one_core, tell_stages

from copydesk.annotate import boilerplate, language, sentences
from copydesk.annotate.language.tags import code_of
from copydesk.evaluation import stories
from copydesk.evaluation.cuts import Length, Story, cut
from copydesk.evaluation.gold import make_document, take
from copydesk.evaluation.language import detect

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
    stay_on_one_core()
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
        tell_stages(options.warehouse, "language")


def read(path: Path) -> Iterator[Story]:
    """Give the stories of a file, or of the texts of a folder, whose languages are those that our annotator finds."""
    if path.is_file():
        yield from stories.read(path)
        return
    for tag, text in read_texts(path):
        spans = sentences.annotate(make_document(text), code_of(tag))
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


if __name__ == "__main__":
    main()

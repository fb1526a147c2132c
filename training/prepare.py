"""Makes gold data ready to train on.

    python training/prepare.py DATA OUT [--repeats N]

DATA/gold holds files in any format that `copydesk evaluate entities` reads: a token a line with IOB tags (`.conll`,
`.iob2`, …), or `.marked` texts. Writes OUT/train/gold.spacy and OUT/dev/gold.spacy.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from examples import Label, Sentence, fill, is_dev, make_label, stock, write_parts

from copydesk.annotate.entities.engines import RawEntity
from copydesk.evaluation import entities
from copydesk.evaluation.marked import MarkedEntity, MarkedText

REPEATS = 3
"""How often gold sentences are seen in an epoch: of what people marked there is little, of silver much."""


def main() -> None:
    """Read, write, and say how much there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--repeats", type=int, default=REPEATS, help="Of each gold sentence.")
    options = parser.parse_args()
    sentences = [one for path in gold_files(options.data) for one in read_gold(path)]
    print(write_parts(sentences, options.out, "gold", options.repeats))


def gold_files(data: Path) -> list[Path]:
    """Give the gold files of a data folder, in order of name; none is fine."""
    found = sorted(one for one in (data / "gold").rglob("*") if one.is_file())
    return [one for one in found if one.suffix in entities.SUFFIXES or one.suffix == ".gz"]


def read_gold(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a file; the types that occur in it are held to be marked throughout."""
    texts = entities.read(path)
    told = frozenset(one.entity_type for text in texts for one in text.entities)
    lines = [(line, is_dev(text.text)) for text in texts for line in split_lines(text)]
    found = stock().recognize([line.text for line, _ in lines])
    for (line, held), raw in zip(lines, found, strict=True):
        yield Sentence(line.text, fill(_labels(line, raw), raw, told), held)


def split_lines(document: MarkedText) -> Iterator[MarkedText]:
    """Give the lines of a document: where the gold is in columns, each is a sentence."""
    start = 0
    for text in document.text.split("\n"):
        end = start + len(text)
        if text.strip():
            yield MarkedText(text, tuple(_within(document.entities, start, end)))
        start = end + 1


def _within(marks: Iterable[MarkedEntity], start: int, end: int) -> Iterator[MarkedEntity]:
    for one in marks:
        if start <= one.start_char and one.end_char <= end:
            yield MarkedEntity(one.start_char - start, one.end_char - start, one.entity_type)


def _labels(line: MarkedText, found: Sequence[RawEntity]) -> list[Label]:
    """Give the labels of the marks of a line."""
    return [
        make_label(line.text, (one.start_char, one.end_char), one.entity_type, found)
        for one in line.entities
    ]


if __name__ == "__main__":
    main()

"""Labels plain text by agreement: what several readings of it say alike is taken for true.

    python training/silver.py DATA OUT [--limit N]

DATA/text holds `.txt` files of English news, one document each. Writes OUT/train/silver.spacy, OUT/train/rehearsal.spacy and
OUT/dev/silver.spacy. Four readings of a sentence are asked (see `readings`), and it is kept where they agree:

1. the stock model and our layer over the whole document, whose mentions become the labels;
2. the stock model over the sentence alone;
3. the other sentences: what type a name has in most of them;
4. the gazetteer: every place that it knows is part of some mention, and is a place where it is the whole of one.

Where the first two differ, the sentence is kept if the third speaks for the first throughout: these sentences teach the
model what it does not know by itself. The result depends on the texts alone.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from examples import Sentence, fill, make_label, write_parts
from readings import NAMED, Reading, Span, read_folder

from copydesk.annotate.entities.identity import name_key
from copydesk.records import EntityType

MIN_SENTENCES = 3
"""In so many sentences a name has to stand for them to have a say."""
MIN_SHARE = 0.8
"""Share of those sentences in which a name has the type that they speak for."""
NAMELESS_SHARE = 4
"""One sentence without names in so many is kept."""
LIMIT = 20_000


def main() -> None:
    """Read, choose, write, and say how much there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=LIMIT, help="Sentences at most.")
    options = parser.parse_args()
    readings = list(read_folder(options.data / "text"))
    kept, taught_count = choose(readings, options.limit)
    print(
        f"{len(readings)} sentences read, {taught_count} kept that the stock model alone reads otherwise"
    )
    print(write_parts(kept, options.out, "silver"))
    print(write_parts(rehearsal(readings, kept), options.out, "rehearsal"))


def choose(readings: Sequence[Reading], limit: int) -> tuple[list[Sentence], int]:
    """Give the sentences whose readings agree.

    Args:
        readings: Of the whole corpus.
        limit: Most sentences. Those that the model alone reads otherwise come first, then those with names.

    Returns:
        The sentences in an order that their texts alone decide, and how many teach the model something.
    """
    types = count_types(readings)
    ranked = [(agreement(one, types), one) for one in readings]
    agreed = [(rank, one) for rank, one in ranked if rank is not None]
    # Where a sentence stands in several documents, the same reading is taken whatever their files are called.
    by_worth = sorted(agreed, key=lambda item: (item[0], *_order(item[1])))
    unique: dict[str, tuple[int, Reading]] = {}
    for rank, one in by_worth:
        unique.setdefault(one.text, (rank, one))
    chosen = list(unique.values())[:limit]
    taught_count = sum(rank == 0 for rank, _ in chosen)
    return [_sentence(one) for _, one in chosen], taught_count


def rehearsal(readings: Iterable[Reading], kept: Collection[Sentence]) -> list[Sentence]:
    """Give some of the other sentences as the stock model reads them, half as many as are kept.

    Where readings agree, sentences are easy: a model that sees no others forgets what the stock model knows of hard ones.
    None of them is for choosing the best step.
    """
    taken = {one.text for one in kept}
    others: dict[str, Reading] = {}
    for one in sorted(readings, key=_order):
        if one.text not in taken and not one.is_dev:
            others.setdefault(one.text, one)
    chosen = list(others.values())[: len(kept) // 2]
    return [Sentence(one.text, fill((), one.found, frozenset())) for one in chosen]


def _order(reading: Reading) -> tuple[int, str, bool, str]:
    """Give an order that mixes texts, and that depends on nothing but what is read."""
    text = reading.text
    return crc32(text.encode()), text, reading.is_dev, repr((sorted(reading.named), reading.found))


def count_types(readings: Iterable[Reading]) -> Mapping[str, Counter[EntityType]]:
    """Count, for every name, the sentences in which it has each type."""
    types: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for reading in readings:
        names = {(name_key(reading.text[start:end]), kind) for start, end, kind in reading.named}
        for name, kind in names:
            types[name][kind] += 1
    return types


def agreement(reading: Reading, types: Mapping[str, Counter[EntityType]]) -> int | None:
    """Tell how the readings of a sentence agree.

    Returns:
        0 where the corpus speaks for what the model alone does not see, 1 where all agree, 2 where all agree that there
        is no name and the sentence is one of the few of that kind to keep; None where they do not agree.
    """
    known = [_corpus_says(reading.text, one, types) for one in reading.named]
    if False in known or not _places_agree(reading):
        return None
    if reading.named == reading.alone:
        if reading.named:
            return 1
        return 2 if crc32(reading.text.encode()) % NAMELESS_SHARE == 0 else None
    differing = reading.named - reading.alone
    is_covered = all(_overlaps(one, reading.named) for one in reading.alone)
    is_backed = all(_corpus_says(reading.text, one, types) is True for one in differing)
    return 0 if differing and is_covered and is_backed else None


def _corpus_says(text: str, span: Span, types: Mapping[str, Counter[EntityType]]) -> bool | None:
    """Tell whether most sentences with a name give it this type; None where there are too few."""
    counts = types[name_key(text[span[0] : span[1]])]
    if counts.total() < MIN_SENTENCES:
        return None
    return counts[span[2]] >= MIN_SHARE * counts.total()


def _places_agree(reading: Reading) -> bool:
    """Tell whether each place of the gazetteer lies within a mention, and is a place where it is the whole."""
    for start, end in reading.places:
        around = [one for one in reading.named if one[0] <= start and end <= one[1]]
        is_other = any(first <= start and end <= last for first, last in reading.others)
        if not around and not is_other:
            return False
        if any(one[:2] == (start, end) and one[2] is not EntityType.LOCATION for one in around):
            return False
    return True


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end, _ in others)


def _sentence(reading: Reading) -> Sentence:
    """Give a reading as a sentence to train on."""
    labels = [
        make_label(reading.text, (start, end), kind, reading.found)
        for start, end, kind in sorted(reading.named)
    ]
    return Sentence(reading.text, fill(labels, reading.found, NAMED), reading.is_dev)


if __name__ == "__main__":
    main()

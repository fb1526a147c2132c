"""What a model is trained on: sentences with labelled spans, and how they become spaCy's binary format.

The other scripts of this folder call it. It knows neither where sentences come from nor how a model is trained.
"""
# ruff: noqa: INP001  # called by scripts

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans

from copydesk.annotate.entities import load
from copydesk.annotate.entities.engines import EntityEngine, RawEntity
from copydesk.annotate.entities.spans import ENTITY_TYPES, clean_spans
from copydesk.records import EntityType

LABELS: Mapping[EntityType, str] = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.LOCATION: "LOC",
    EntityType.NATIONALITY_OR_GROUP: "NORP",
    EntityType.EVENT: "EVENT",
    EntityType.LAW: "LAW",
    EntityType.PRODUCT: "PRODUCT",
    EntityType.WORK: "WORK_OF_ART",
}
"""Label to train with, where nothing tells a finer one."""
TOWN_OR_STATE = "GPE"
"""The label of a place that is governed; `LOC` are the others."""
DEV_SHARE = 10
"""One document in so many is kept for choosing the best step. By its text, so that more data moves none."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span, in code points of its sentence; `end_char` is exclusive."""

    start_char: int
    end_char: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to train on.

    Attributes:
        text: In running case.
        labels: By position, without overlaps.
        is_dev: It is kept for choosing the best step.
    """

    text: str
    labels: tuple[Label, ...]
    is_dev: bool = False


def is_dev(text: str) -> bool:
    """Tell whether a document is kept for choosing the best step."""
    return crc32(text.encode()) % DEV_SHARE == 0


def make_label(
    text: str, span: tuple[int, int], entity_type: EntityType, found: Iterable[RawEntity]
) -> Label:
    """Give the label of a name: its type decides, the stock model refines.

    Where the model's span is the name but for an article or a possessive, the model's span is taken: so a model that is
    trained further keeps its own idea of edges, which the layer cleans.

    Args:
        text: Of the sentence.
        span: Of the name.
        entity_type: Of the gold, or of our mention.
        found: What the stock model says of the sentence.
    """
    start, end = span
    near = [one for one in found if one.start_char < end and start < one.end_char]
    alike = [one for one in near if ENTITY_TYPES.get(one.label) is entity_type]
    for one in alike:
        cleaned = [(each.start_char, each.end_char) for each in clean_spans(text, [one])]
        if cleaned == [span] and len(near) == 1:
            return Label(one.start_char, one.end_char, one.label)
    if alike:
        return Label(start, end, alike[0].label)
    is_town_or_state = entity_type is EntityType.LOCATION and is_known_place(text[start:end])
    return Label(start, end, TOWN_OR_STATE if is_town_or_state else LABELS[entity_type])


def is_known_place(name: str) -> bool:
    """Tell whether the gazetteer knows the whole of a name as a place."""
    found = gazetteer().recognize([name])[0]
    return any((one.start_char, one.end_char) == (0, len(name)) for one in found)


def fill(
    labels: Sequence[Label], found: Iterable[RawEntity], told: frozenset[EntityType]
) -> tuple[Label, ...]:
    """Add what the stock model finds beside the labels, so that a model does not forget it.

    Args:
        labels: Of a sentence.
        found: What the stock model says of it: spans in its code points.
        told: Types of which `labels` has all there are; the model's word on them does not count.
    """
    taken = [(one.start_char, one.end_char) for one in labels]
    added = [
        Label(one.start_char, one.end_char, one.label)
        for one in found
        if ENTITY_TYPES.get(one.label) not in told
        and all(one.end_char <= start or end <= one.start_char for start, end in taken)
    ]
    return tuple(sorted([*labels, *added], key=lambda one: one.start_char))


def stock() -> EntityEngine:
    """Give the stock model for English."""
    return _engine(())


def gazetteer() -> EntityEngine:
    """Give the names of places that are known without a model."""
    return _engine((("en", "gazetteer"),))


def _engine(models: tuple[tuple[str, str], ...]) -> EntityEngine:
    engine = load(models).engine_for("en")
    if engine is None:  # English always has one
        raise LookupError(models)
    return engine


def write(sentences: Iterable[Sentence], path: Path) -> int:
    """Write sentences for spaCy to train on.

    A span that does not begin and end with a token is widened to the tokens that it touches.

    Returns:
        How many there are. Without any nothing is written.
    """
    nlp = spacy.blank("en")
    binary = DocBin(attrs=["ENT_IOB", "ENT_TYPE"])
    for sentence in sentences:
        doc = nlp.make_doc(sentence.text)
        spans = [
            doc.char_span(one.start_char, one.end_char, one.label, alignment_mode="expand")
            for one in sentence.labels
        ]
        doc.set_ents(filter_spans([one for one in spans if one is not None]))
        binary.add(doc)
    if len(binary):
        path.parent.mkdir(parents=True, exist_ok=True)
        binary.to_disk(path)
    return len(binary)


def write_parts(sentences: Sequence[Sentence], folder: Path, name: str, repeats: int = 1) -> str:
    """Write sentences below `train/` and `dev/` of a folder, as they are to be used; say how many.

    Args:
        sentences: All of them.
        folder: For all that is made of one set of data.
        name: Of the file.
        repeats: How often each sentence is trained on in an epoch.
    """
    train = [one for one in sentences if not one.is_dev]
    train_count = write(train * repeats, folder / "train" / f"{name}.spacy") // repeats
    dev_count = write([one for one in sentences if one.is_dev], folder / "dev" / f"{name}.spacy")
    return f"{name}: {train_count} sentences to train on, {dev_count} to choose by"

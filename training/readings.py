"""Reads texts in several ways, sentence by sentence: what `silver.py` compares.

It knows nothing of which readings are to be believed.
"""
# ruff: noqa: INP001  # called by a script

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from examples import gazetteer, is_dev, stock

from copydesk.annotate import entities
from copydesk.annotate.entities import EngineSet
from copydesk.annotate.entities.annotator import read_text
from copydesk.annotate.entities.engines import RawEntity
from copydesk.annotate.entities.spans import clean_spans
from copydesk.annotate.sentences import split_sentences
from copydesk.errors import InputError
from copydesk.evaluation.gold import make_document
from copydesk.records import Document, EntityType, Mention
from copydesk.text.decode import decode
from copydesk.text.normalise import normalise

NAMED = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION})
"""The types that readings have to agree on."""
MIN_WORDS, MAX_WORDS = 6, 80
"""Of a sentence. Shorter ones are headlines, menus and captions, longer ones lists."""
BATCH = 64
"""Documents read at once: it bounds memory, the result is the same."""

Span = tuple[int, int, EntityType]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence and what is said of it; spans are in its own code points.

    Attributes:
        text: As the model reads it.
        named: The mentions of the document, of the types in `NAMED`.
        others: Spans of its other mentions.
        found: What the stock model found in its paragraph.
        is_dev: Its document is kept for choosing the best step.
        alone: What the stock model found in the sentence alone, cleaned.
        places: Spans of the places that the gazetteer knows.
    """

    text: str
    named: frozenset[Span]
    others: tuple[tuple[int, int], ...]
    found: tuple[RawEntity, ...]
    is_dev: bool
    alone: frozenset[Span] = frozenset()
    places: tuple[tuple[int, int], ...] = ()


class Remembered:
    """The stock model in the place of an engine set; it remembers what it found in each paragraph."""

    def __init__(self) -> None:
        self.name, self.version = stock().name, stock().version
        self.found: dict[str, tuple[RawEntity, ...]] = {}

    def engine_for(self, language_code: str) -> "Remembered | None":
        """Give itself for English."""
        return self if language_code == "en" else None

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Ask the model, and remember."""
        told = stock().recognize(paragraphs)
        self.found.update(zip(paragraphs, told, strict=True))
        return told


def read_folder(folder: Path) -> Iterator[Reading]:
    """Give the sentences of all texts below a folder; the same text is read once."""
    texts = dict.fromkeys(filter(None, map(_read_file, sorted(folder.rglob("*.txt")))))
    documents = [make_document(text) for text in texts]
    for start in range(0, len(documents), BATCH):
        yield from read_documents(documents[start : start + BATCH])


def _read_file(path: Path) -> str:
    """Give the text of a file, nothing where it is no text."""
    try:
        return normalise(decode(path.read_bytes()).text)
    except InputError:
        return ""


def read_documents(documents: Sequence[Document]) -> Iterator[Reading]:
    """Give the sentences of documents with all that is said of them."""
    engine = Remembered()
    engines = cast("EngineSet", engine)  # it has the one method that is called
    mentions = entities.annotate(documents, ["en"] * len(documents), engines)
    cut = [
        reading
        for document, own in zip(documents, mentions, strict=True)
        for reading in _cut(document, own, engine.found)
    ]
    texts = [one.text for one in cut]
    answers = zip(cut, stock().recognize(texts), gazetteer().recognize(texts), strict=True)
    for reading, alone, places in answers:
        yield replace(
            reading,
            alone=frozenset(_named(reading.text, alone)),
            places=tuple((one.start_char, one.end_char) for one in places),
        )


def _cut(
    document: Document, mentions: Sequence[Mention], found: Mapping[str, tuple[RawEntity, ...]]
) -> Iterator[Reading]:
    """Give the sentences of a document, before they are read alone."""
    text = read_text(document)
    for paragraph in document.paragraphs:
        piece = text[paragraph.start_char : paragraph.end_char]
        for span in split_sentences(piece, "en"):
            sentence = piece[span.start_char : span.end_char]
            if MIN_WORDS <= len(sentence.split()) <= MAX_WORDS:
                start = paragraph.start_char + span.start_char
                inside = list(_inside(mentions, start, start + len(sentence)))
                yield Reading(
                    text=sentence,
                    named=frozenset(one for one in inside if one[2] in NAMED),
                    others=tuple((one[0], one[1]) for one in inside if one[2] not in NAMED),
                    found=tuple(_raw_inside(found.get(piece, ()), span.start_char, span.end_char)),
                    is_dev=is_dev(document.text),
                )


def _inside(mentions: Iterable[Mention], start: int, end: int) -> Iterator[Span]:
    for one in mentions:
        if start <= one.start_char and one.end_char <= end:
            yield one.start_char - start, one.end_char - start, one.entity_type


def _raw_inside(found: Iterable[RawEntity], start: int, end: int) -> Iterator[RawEntity]:
    for one in found:
        if start <= one.start_char and one.end_char <= end:
            yield RawEntity(one.start_char - start, one.end_char - start, one.label)


def _named(text: str, found: Iterable[RawEntity]) -> Iterator[Span]:
    for one in clean_spans(text, found):
        if one.entity_type in NAMED:
            yield one.start_char, one.end_char, one.entity_type

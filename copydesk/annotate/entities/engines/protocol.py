"""What the annotator asks of an engine, and what all engines share: equal texts once, no text too long.

Called by the engines. It loads nothing and knows no engine.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

MAX_PIECE_CHARS = 20_000
"""Longest stretch given to a model at once: bounds its memory. News paragraphs stay below 5,000."""
MAX_WORD_CHARS = 300
"""A longer run without white space is no word. spaCy's tokenizer takes time quadratic in its length:
41 s for 20,000 characters of `'s's's`."""

_LONG_RUN = re.compile(rf"\S{{{MAX_WORD_CHARS + 1},}}")


@dataclass(frozen=True, slots=True)
class RawEntity:
    """A span that an engine found, with the engine's own label (`GPE`, `PER`).

    Attributes:
        start_char: In the text that was given.
        end_char: Exclusive.
        label: As the engine calls the type.
        names: The base forms (nominatives) that the words can stand for, where the engine knows them.
    """

    start_char: int
    end_char: int
    label: str
    names: tuple[str, ...] = ()


class EntityEngine(Protocol):
    """Finds names in plain texts. Threads may share it.

    Attributes:
        name: Of the model, such as `en_core_web_md`.
        version: Of the model's weights.
    """

    name: str
    version: str

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Give the entities of each text, in the order of the texts.

        What is found in a text does not depend on the others.

        Args:
            paragraphs: In running case, of any length.

        Returns:
            For each text its spans by position, without overlaps, in code points of that text.
        """
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text numbered `text_no` that goes to the model in one go."""

    text_no: int
    start_char: int
    text: str


Read = Callable[[Iterable[Piece]], Iterable[tuple[Piece, Iterable[RawEntity]]]]
"""Gives each piece with its entities, their offsets those of the piece's text."""


def read_distinct(texts: Sequence[str], read: Read) -> list[tuple[RawEntity, ...]]:
    """Give the entities of each text; equal texts are read once, long ones in pieces."""
    distinct = list(dict.fromkeys(texts))
    found: list[list[RawEntity]] = [[] for _ in distinct]
    pieces = chain.from_iterable(cut(number, text) for number, text in enumerate(distinct))
    for piece, entities in read(pieces):
        found[piece.text_no].extend(_moved(one, piece.start_char) for one in entities)
    by_text = {text: tuple(found[number]) for number, text in enumerate(distinct)}
    return [by_text[text] for text in texts]


def cut(text_no: int, text: str) -> Iterator[Piece]:
    """Cut a text into pieces that a model can take, at white space, with overlong runs blanked."""
    readable = _LONG_RUN.sub(lambda run: " " * len(run.group()), text)
    start = 0
    while len(readable) - start > MAX_PIECE_CHARS:
        end = _last_space(readable, start, start + MAX_PIECE_CHARS)
        yield Piece(text_no, start, readable[start:end])
        start = end
    yield Piece(text_no, start, readable[start:])


def _moved(entity: RawEntity, offset: int) -> RawEntity:
    start, end = offset + entity.start_char, offset + entity.end_char
    return RawEntity(start, end, entity.label, entity.names)


def _last_space(text: str, start: int, end: int) -> int:
    """Give where the last white space before `end` begins. It is near: no run is overlong."""
    while end > start + 1 and not text[end].isspace():
        end -= 1
    return end

"""Small helpers to write the tables of a pack. Used while packs are made, never while text is read."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

Value = TypeVar("Value")


def words(text: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(words("in of"))
    ['in', 'of']
    """
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list that commas part.

    >>> sorted(phrases("until, as early as"))
    ['as early as', 'until']
    """
    return frozenset(part.strip() for part in text.split(","))


def numbered(text: str, start: int = 1) -> dict[str, int]:
    """The words of a list, numbered; forms of one word are joined by bars.

    >>> numbered("januar|jänner februar")
    {'januar': 1, 'jänner': 1, 'februar': 2}
    """
    return {
        word: number
        for number, forms in enumerate(text.split(), start)
        for word in forms.split("|")
    }


def inflected(stems: Mapping[str, Value], endings: str) -> dict[str, Value]:
    """Stems with each of the endings; a bare hyphen stands for none.

    >>> inflected({"letzt": -1}, "e en")
    {'letzte': -1, 'letzten': -1}
    """
    return {
        stem + ending.removeprefix("-"): value
        for stem, value in stems.items()
        for ending in endings.split()
    }


def shared(value: Value, text: str) -> dict[str, Value]:
    """The words of a list, all of one meaning.

    >>> shared(1, "nächste nächsten")
    {'nächste': 1, 'nächsten': 1}
    """
    return dict.fromkeys(text.split(), value)


def joined(heads: Iterable[str], tails: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words written together, with their parts.

    >>> joined(["montag"], ["abend"])
    {'montagabend': ('montag', 'abend')}
    """
    tails = tuple(tails)
    return {head + tail: (head, tail) for head in heads for tail in tails}

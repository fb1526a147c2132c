# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones, and are meant
"""Puts Russian names into the nominative: `Сергея Орлова` names the one whom `Сергей Орлов` names.

Called by the Russian engine. The forms of a name may allow several nominatives (a lone `Орлова` is a man's genitive or a
woman's name): all are given, none is guessed.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from itertools import product
from typing import Any

_PERSON_GRAMMEMES = ("Name", "Surn", "Patr")
_GENDERS = ("masc", "femn")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
MAX_WORDS = 5
CACHED_WORDS = 20_000
MAX_ACRONYM_CHARS = 6
"""Words in capitals up to this length are not declined."""


@lru_cache(CACHED_WORDS)
def base_names(surface: str, label: str) -> tuple[str, ...]:
    """Give the nominatives that a name can have, sorted; none where they are not known.

    Args:
        surface: The words of a name.
        label: PER, LOC or ORG.
    """
    words = surface.split()
    if not words or len(words) > MAX_WORDS:
        return ()
    if label == "PER":
        return tuple(sorted({" ".join(each) for each in _readings(words)}))
    found = _thing(words, label)
    return (found,) if found else ()


@cache
def _analyser() -> Any:  # noqa: ANN401  # it has no types
    return import_module("pymorphy3").MorphAnalyzer(lang="ru")


@lru_cache(CACHED_WORDS)
def _parses(word: str) -> Sequence[Any]:
    found: Sequence[Any] = _analyser().parse(word)
    return found


def _readings(words: Sequence[str]) -> Iterator[list[str]]:
    """Give the nominatives of a person's name, one for each gender and case that all its words can have."""
    for gender, case in product(_GENDERS, _CASES):
        forms = [_personal_form(word, gender, case) for word in words]
        if all(form is not None for form in forms):
            yield [form for form in forms if form is not None]


def _personal_form(word: str, gender: str, case: str) -> str | None:
    """Give the nominative of a word of a name, if it can be of a gender and stand in a case."""
    if len(word.rstrip(".")) == 1:  # an initial
        return word
    for one in _parses(word):
        is_name = any(grammeme in one.tag for grammeme in _PERSON_GRAMMEMES)
        fits = case in one.tag and "sing" in one.tag and (gender in one.tag or "ms-f" in one.tag)
        if is_name and fits:
            base = one.inflect({"nomn", "sing"})
            return _in_shape_of(word, base.word) if base else None
    return None


def _thing(words: Sequence[str], label: str) -> str | None:
    """Give the name of a place or organisation with its head, and the adjectives before it, in the nominative."""
    for place, word in enumerate(words):
        if word.isupper() and len(word) <= MAX_ACRONYM_CHARS:
            return None
        is_last = place + 1 == len(words)
        if not is_last and any(_agree(word, noun) for noun in _nouns(words[place + 1], label)):
            continue
        return _declined(words, place, label)
    return None


def _declined(words: Sequence[str], place: int, label: str) -> str | None:
    """Give a name whose head is the word at a place, with all before it agreeing."""
    for noun in _nouns(words[place], label):
        if all(_agree(word, noun) for word in words[:place]):
            base = noun.inflect({"nomn"})
            before = [_adjective(word, noun) for word in words[:place]]
            if base is None or None in before:
                return None
            head = _in_shape_of(words[place], base.word)
            return " ".join([*filter(None, before), head, *words[place + 1 :]])
    return None


def _nouns(word: str, label: str) -> list[Any]:
    """Give the readings of a word as a noun, the likeliest first; of a place first those as a place's name."""
    nouns = [one for one in _parses(word) if "NOUN" in one.tag and one.is_known]
    return sorted(nouns, key=lambda one: "Geox" not in one.tag) if label == "LOC" else nouns


def _adjectives(word: str) -> Iterator[Any]:
    return (one for one in _parses(word) if "ADJF" in one.tag or "PRTF" in one.tag)


def _agree(word: str, noun: Any) -> bool:  # noqa: ANN401
    """Tell whether a word can be an adjective of the noun: in its case and number."""
    return any(
        one.tag.case == noun.tag.case and one.tag.number == noun.tag.number
        for one in _adjectives(word)
    )


def _adjective(word: str, noun: Any) -> str | None:  # noqa: ANN401
    """Give an adjective in the nominative, agreeing with its noun."""
    gender = {noun.tag.gender} if noun.tag.number == "sing" and noun.tag.gender else set()
    for one in _adjectives(word):
        base = one.inflect({"nomn", noun.tag.number, *gender})
        return _in_shape_of(word, base.word) if base else None
    return None


def _in_shape_of(word: str, form: str) -> str:
    """Give a form, which is in small letters, with the capitals of the word."""
    if "ё" not in word.lower():
        form = form.replace("ё", "е")
    if word.isupper() and len(word) > 1:
        return form.upper()
    shapes = word.split("-")
    parts = form.split("-")
    if len(shapes) != len(parts):
        return form.capitalize() if word[:1].isupper() else form
    return "-".join(
        part[:1].upper() + part[1:] if shape[:1].isupper() else part
        for shape, part in zip(shapes, parts, strict=True)
    )

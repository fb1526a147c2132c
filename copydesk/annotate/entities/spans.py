"""From the model's raw spans to clean, typed candidates.

Called by the entity annotator after the model. It works on one span at a time: what the rest of the
document says is the business of `coherence`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from copydesk.annotate.entities.engines.protocol import RawEntity
from copydesk.annotate.entities.words import ENGLISH, LanguageWords
from copydesk.records import EntityType, PlaceKind

ENTITY_TYPES = {
    "PERSON": EntityType.PERSON,
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.LOCATION,
    "LOC": EntityType.LOCATION,
    "FAC": EntityType.LOCATION,
    "NORP": EntityType.NATIONALITY_OR_GROUP,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.LAW,
    "PRODUCT": EntityType.PRODUCT,
    "WORK_OF_ART": EntityType.WORK,
}
"""Entity type of an OntoNotes label. The other eight (dates, amounts, languages) name no entity."""

_POSSESSIVE_NAME_WORDS = """
christie's domino's kohl's levi's lloyd's lowe's macy's mcdonald's moody's sainsbury's sotheby's wendy's
"""

POSSESSIVES = ("'s", "’s", "'S", "’S")  # noqa: RUF001 - the typographic apostrophe is meant
POSSESSIVE_NAMES = frozenset(_POSSESSIVE_NAME_WORDS.split())
"""Names that end in 's by themselves."""

_OPENING = "([{<"
_CLOSING = ")]}>"
_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›"  # noqa: RUF001
_MARKS = ",;:!?¿¡…·•|/\\*_~=+^$€£%©®™–—-‐‑"  # noqa: RUF001
_STRIPPED = frozenset(_QUOTES + _MARKS)
_LEFT_STRIPPED = _STRIPPED | set(_OPENING + _CLOSING + ".#@&")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_FIRST_WORD = re.compile(r"([^\W\d_]+)\.?\s+(?=\S)")
_CREDIT = re.compile(r"[/(—]")
"""What parts a person's name from an agency's or a party's: `Ana Ruiz/Reuters`."""
_COORDINATION = re.compile(
    r"(?P<first>(?:North|South|East|West)(?:ern)?)\s+(?:and|or|&)\s+"
    r"(?P<second>(?:North|South|East|West)(?:ern)?\s+(?P<head>[^\W\d_].*))"
)
MAX_ABBREVIATION_LETTERS = 5
"""A full stop after a longer word ends the sentence (`Calif.` has five letters)."""


class Method(StrEnum):
    """How a mention came by its span, type and entity: `mentions.method`."""

    MODEL = "model"
    WORDS = "words"
    ACRONYM = "acronym"
    COORDINATION = "coordination"
    CONSISTENCY = "consistency"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span on its way to a mention.

    Attributes:
        start_char: In the document's text.
        end_char: Exclusive.
        entity_type: What it names.
        method: How it came by span and type.
        name: The name where it is not the span itself.
        subtype: Kind of place, where the engine tells it.
        bases: Base forms that the name can stand for, where the engine knows them.
    """

    start_char: int
    end_char: int
    entity_type: EntityType
    method: Method
    name: str | None = None
    subtype: PlaceKind | None = None
    bases: tuple[str, ...] = ()


def is_free(starts: Sequence[int], candidates: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether no candidate overlaps a span.

    Args:
        starts: Of the candidates, which are by position and without overlaps.
        candidates: In the same order.
        start: Of the span.
        end: Exclusive.
    """
    place = bisect_left(starts, end)
    return place == 0 or candidates[place - 1].end_char <= start


def clean_spans(
    text: str, entities: Iterable[RawEntity], words: LanguageWords = ENGLISH
) -> list[Candidate]:
    """Give the candidates among the model's spans, trimmed, typed and split.

    Args:
        text: The text that the offsets of `entities` are of.
        entities: Spans by position, without overlaps.
        words: Of the language that they were found in.
    """
    candidates: list[Candidate] = []
    for entity in entities:
        entity_type = ENTITY_TYPES.get(entity.label)
        if entity_type is None:
            continue
        start, end = trim_span(text, entity.start_char, entity.end_char, words)
        if entity_type is EntityType.PERSON:
            start, end = _trim_person(text, start, end, words)
        is_handle = text[start - 1 : start] == "@"
        if not is_handle and is_name_like(text[start:end], entity_type, words):
            kind = words.place_kinds.get(entity.label)
            whole = Candidate(start, end, entity_type, Method.MODEL, None, kind, entity.names)
            candidates.extend(_split_coordination(text, whole))
    return candidates


def trim_span(text: str, start: int, end: int, words: LanguageWords = ENGLISH) -> tuple[int, int]:
    r"""Give the span without article, possessive, quotes, brackets and punctuation at its edges.

    >>> text = 'by the "Hague"\'s court'
    >>> start, end = trim_span(text, 3, 16)
    >>> text[start:end]
    'Hague'
    """
    while True:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in _LEFT_STRIPPED):
            start += 1
        article = words.article.match(text, start, end)
        start = article.end() if article else start
        end = _trim_end(text, start, end, words)
        if (start, end) == before:
            return before


def _trim_person(text: str, start: int, end: int, words: LanguageWords) -> tuple[int, int]:
    """Give the span of a person's name without title, and without a credit that follows it."""
    credit = _CREDIT.search(text, start, end)
    if credit and " " in text[start : credit.start()]:
        start, end = trim_span(text, start, credit.start(), words)
    title = _FIRST_WORD.match(text, start, end)
    if title and title.group(1).istitle() and title.group(1).lower() in words.titles:
        start = title.end()
    return start, end


def _trim_end(text: str, start: int, end: int, words: LanguageWords) -> int:
    """Take one mark, possessive or open bracket off the end of the span, if there is one."""
    last = text[end - 1 : end] if start < end else ""
    if last and (last.isspace() or last in _STRIPPED or last in _OPENING):
        return end - 1
    if last and last in _CLOSING:
        opening = _OPENING[_CLOSING.index(last)]
        return end if opening in text[start:end] else end - 1
    if last == ".":
        return end if _is_abbreviation(text[start : end - 1]) else end - 1
    has_possessive = words.has_possessive and text.endswith(POSSESSIVES, start, end)
    if has_possessive and not _has_own_possessive(text[start:end]):
        return end - 2
    unclosed = _find_unclosed(text, start, end)
    return end if unclosed is None else unclosed


def _find_unclosed(text: str, start: int, end: int) -> int | None:
    """Give where a round bracket opens that the span does not close, if there is one."""
    opening = text.rfind("(", start, end)
    is_unclosed = opening > start and ")" not in text[opening:end]
    return opening if is_unclosed else None


def _has_own_possessive(name: str) -> bool:
    return name.replace("’", "'").lower() in POSSESSIVE_NAMES  # noqa: RUF001


def _is_abbreviation(words: str) -> bool:
    """Tell whether the full stop after these words belongs to the last of them."""
    last = words.rsplit(None, 1)[-1] if words[-1:].strip() else ""
    return "." in last.strip(".") or (last.isalpha() and len(last) <= MAX_ABBREVIATION_LETTERS)


def is_name_like(surface: str, entity_type: EntityType, words: LanguageWords = ENGLISH) -> bool:
    """Tell whether a trimmed span can be a name: a letter, two signs, and no address.

    An organisation has a capital too: of 17 without one on UNER English-EWT none was in the gold,
    while half of the places and persons were.
    """
    if any(mark in surface for mark in ("://", "www.", "@")):
        return False
    if entity_type is EntityType.ORGANIZATION and surface.islower():
        return False
    letters = _LATIN_LETTER if words.is_latin else _LETTER
    return sum(map(str.isalnum, surface)) > 1 and letters.search(surface) is not None


def _split_coordination(text: str, whole: Candidate) -> Iterator[Candidate]:
    """Give the span, or two for a pair such as `North and South Korea`: the first borrows the head."""
    pair = _COORDINATION.fullmatch(text, whole.start_char, whole.end_char)
    if pair is None or whole.entity_type is not EntityType.LOCATION:
        yield whole
        return
    part = replace(whole, method=Method.COORDINATION)
    name = f"{pair['first']} {pair['head']}"
    yield replace(part, end_char=pair.end("first"), name=name)
    yield replace(part, start_char=pair.start("second"))

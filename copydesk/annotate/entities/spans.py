"""From the model's raw spans to clean, typed candidates.

Called by the entity annotator after the model. It works on one span at a time: what the rest of the
document says is the business of `coherence`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from copydesk.annotate.entities.engine import RawEntity
from copydesk.records import EntityType

ENTITY_TYPES = {
    "PERSON": EntityType.PERSON,
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
_ARTICLE = re.compile(r"(?:the|The|THE|an?)\s+")
_COORDINATION = re.compile(
    r"(?P<first>(?:North|South|East|West)(?:ern)?)\s+(?:and|or|&)\s+"
    r"(?P<second>(?:North|South|East|West)(?:ern)?\s+(?P<head>[^\W\d_].*))"
)
MAX_ABBREVIATION_LETTERS = 5
"""A full stop after a longer word ends the sentence (`Calif.` has five letters)."""


class Method(StrEnum):
    """How a mention came by its span, type and entity: `mentions.method`."""

    MODEL = "model"
    COORDINATION = "coordination"
    CONSISTENCY = "consistency"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span on its way to a mention. `name` is None where the span itself is the name."""

    start_char: int
    end_char: int
    entity_type: EntityType
    method: Method
    name: str | None = None


def clean_spans(text: str, entities: Iterable[RawEntity]) -> list[Candidate]:
    """Give the candidates among the model's spans, trimmed, typed and split.

    Args:
        text: The text that the offsets of `entities` are of.
        entities: Spans by position, without overlaps.
    """
    candidates: list[Candidate] = []
    for entity in entities:
        entity_type = ENTITY_TYPES.get(entity.label)
        if entity_type is None:
            continue
        start, end = trim_span(text, entity.start_char, entity.end_char)
        if is_name_like(text[start:end]):
            candidates.extend(_split_coordination(text, start, end, entity_type))
    return candidates


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
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
        article = _ARTICLE.match(text, start, end)
        start = article.end() if article else start
        end = _trim_end(text, start, end)
        if (start, end) == before:
            return before


def _trim_end(text: str, start: int, end: int) -> int:
    """Take one mark or possessive off the end of the span, if there is one to take."""
    if start == end:
        return end
    last = text[end - 1]
    if last.isspace() or last in _STRIPPED or last in _OPENING:
        return end - 1
    if last in _CLOSING:
        opening = _OPENING[_CLOSING.index(last)]
        return end if opening in text[start:end] else end - 1
    if last == ".":
        return end if _is_abbreviation(text[start : end - 1]) else end - 1
    if text.endswith(POSSESSIVES, start, end) and not _has_own_possessive(text[start:end]):
        return end - 2
    return end


def _has_own_possessive(name: str) -> bool:
    return name.replace("’", "'").lower() in POSSESSIVE_NAMES  # noqa: RUF001


def _is_abbreviation(words: str) -> bool:
    """Tell whether the full stop after these words belongs to the last of them."""
    last = words.rsplit(None, 1)[-1] if words[-1:].strip() else ""
    return "." in last.strip(".") or (last.isalpha() and len(last) <= MAX_ABBREVIATION_LETTERS)


def is_name_like(surface: str) -> bool:
    """Tell whether a trimmed span can be a name: a letter, two signs at least, and no address."""
    if "://" in surface or "www." in surface:
        return False
    return sum(map(str.isalnum, surface)) > 1 and any(map(str.isalpha, surface))


def _split_coordination(
    text: str, start: int, end: int, entity_type: EntityType
) -> Iterator[Candidate]:
    """Give the span, or two for a pair such as `North and South Korea`: the first borrows the head."""
    pair = _COORDINATION.fullmatch(text, start, end)
    if pair is None or entity_type is not EntityType.LOCATION:
        yield Candidate(start, end, entity_type, Method.MODEL)
        return
    yield Candidate(
        start,
        pair.end("first"),
        entity_type,
        Method.COORDINATION,
        name=f"{pair['first']} {pair['head']}",
    )
    yield Candidate(pair.start("second"), end, entity_type, Method.COORDINATION)

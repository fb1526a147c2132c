"""Corrects the type of candidates by what their words and the words beside them say.

Called by the entity annotator between `spans` and `coherence`, on English text. Each rule looks at one candidate and its
neighbours; none makes or moves a span.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from copydesk.annotate.entities import heads
from copydesk.annotate.entities.countries import is_government_seat
from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.annotate.entities.words import ENGLISH
from copydesk.records import EntityType

CONTEXT_CHARS = 24
MIN_LIST_NAMES = 4
"""So many names between commas are a list, whose names are of one type."""
LIST_SHARE = 0.7
"""So many of them have the type of the list."""

_PERSON, _PLACE, _ORGANIZATION = EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION
_NAMED = frozenset({_PERSON, _PLACE, _ORGANIZATION})
_MOVABLE = frozenset({_PERSON, _ORGANIZATION})
_OPENINGS = (
    (heads.CLUB, _ORGANIZATION),
    (heads.LOCATION_OPENING, _PLACE),
    (heads.LAW_OPENING, EntityType.LAW),
    (heads.EVENT_OPENING, EntityType.EVENT),
    (heads.ORGANIZATION_OPENING, _ORGANIZATION),
)
_PLACE_BEFORE = re.compile(
    rf"(?P<word>[\w'-]*) (?:{'|'.join(sorted(ENGLISH.place_prepositions))}) \Z"
)
_NO_PLACE_AFTER = re.compile(r"['’]|-| [A-Z]")  # noqa: RUF001
_BETWEEN_IN_LIST = re.compile(r",? (?:and|or|&) |, ")


def retype(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with the type that words in and around them tell.

    Args:
        text: In running case.
        candidates: Of any stretch of the text, by position and without overlaps.
    """
    found = [_retyped(text, one, _own_type) for one in candidates]
    return _move_to_places(text, _agree_in_lists(text, found))


def _move_to_places(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with lone names behind a preposition of place as places: `fighters outside Daquq`.

    Not so a name that is a person's elsewhere in the text, as trust may be put in one.
    """
    movable = [_stands_as_place(text, one) for one in candidates]
    others = [one for one, moves in zip(candidates, movable, strict=True) if not moves]
    held = {
        text[one.start_char : one.end_char].rsplit(None, 1)[-1]
        for one in others
        if one.entity_type in _MOVABLE
    }
    return [
        _retyped(text, one, lambda *_: _PLACE)
        if moves and text[one.start_char : one.end_char] not in held
        else one
        for one, moves in zip(candidates, movable, strict=True)
    ]


def _stands_as_place(text: str, one: Candidate) -> bool:
    surface = text[one.start_char : one.end_char]
    if one.entity_type not in _MOVABLE or not surface.istitle() or " " in surface:
        return False
    if surface in heads.ORGANIZATION_HEADS or _NO_PLACE_AFTER.match(text, one.end_char):
        return False
    start = max(0, one.start_char - CONTEXT_CHARS)
    before = _PLACE_BEFORE.search(text, start, one.start_char)
    return before is not None and before["word"].lower() not in heads.TAKES_IN


def _retyped(
    text: str, candidate: Candidate, tell: Callable[[str, Candidate], EntityType | None]
) -> Candidate:
    told = tell(text, candidate)
    if told is None or told is candidate.entity_type:
        return candidate
    return replace(candidate, entity_type=told, method=Method.WORDS, subtype=None)


def _own_type(text: str, candidate: Candidate) -> EntityType | None:
    """Give the type that a candidate's own words, or those beside it, tell; None where they tell none."""
    if candidate.entity_type not in _NAMED:
        return None
    surface = text[candidate.start_char : candidate.end_char]
    if candidate.entity_type is _ORGANIZATION and is_government_seat(surface):
        return _PLACE  # a government is called by its place; a team may be: `teams` comes after
    told = _type_by_neighbours(text, candidate) or _type_by_words(surface, candidate.entity_type)
    if told is _PLACE and candidate.entity_type is _PERSON and _may_be_surname(surface):
        start = candidate.start_char
        return (
            told if heads.PLACE_BEFORE.search(text, max(0, start - CONTEXT_CHARS), start) else None
        )
    return told


def _may_be_surname(surface: str) -> bool:
    return surface.rsplit(None, 1)[-1] in heads.PERSON_LIKE_HEADS


def _type_by_words(surface: str, entity_type: EntityType) -> EntityType | None:
    """Give the type that the words of a name tell."""
    for opening, told in _OPENINGS:
        if opening.match(surface):
            return told
    return _type_by_last_word(surface, entity_type) if " " in surface else None


def _type_by_last_word(surface: str, entity_type: EntityType) -> EntityType | None:
    """Give the type that the last word of a name of several words tells."""
    last = surface.rsplit(None, 1)[-1].rstrip(".")
    if last in heads.EVENT_HEADS and " of " not in surface:  # Veterans of Foreign Wars
        return EntityType.EVENT
    if last in heads.LOCATION_HEADS and not (last == "County" and entity_type is _ORGANIZATION):
        return _PLACE
    if entity_type is _ORGANIZATION:
        return _PLACE if last in heads.FACILITY_HEADS else None
    if entity_type is _PERSON and " & " in surface:
        return _ORGANIZATION
    of_type = (
        heads.ORGANIZATION_HEADS if entity_type is _PERSON else heads.PLACE_TO_ORGANIZATION_HEADS
    )
    return _ORGANIZATION if last in of_type else None


def _type_by_neighbours(text: str, candidate: Candidate) -> EntityType | None:
    """Give the type that the words beside a name tell."""
    start, end = candidate.start_char, candidate.end_char
    if heads.VESSEL_BEFORE.search(text, max(0, start - CONTEXT_CHARS), start):
        return EntityType.PRODUCT
    if candidate.entity_type is not _PLACE and heads.FACILITY_AFTER.match(text, end):
        return _PLACE if text.endswith("the ", 0, start) else None
    return None


def _agree_in_lists(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names of a list the type of nearly all of them."""
    found: list[Candidate] = []
    run: list[Candidate] = []
    for one in candidates:
        if run and _BETWEEN_IN_LIST.fullmatch(text, run[-1].end_char, one.start_char) is None:
            found += _agreed(text, run)
            run = []
        run.append(one)
    return found + _agreed(text, run)


def _agreed(text: str, run: Sequence[Candidate]) -> list[Candidate]:
    """Give the names of a run with the type of most; a place stays one: `Ann Roe, Ohio`, is no list."""
    types = [one.entity_type for one in run]
    most = max(sorted(set(types)), key=types.count) if types else None
    is_list = len(run) >= MIN_LIST_NAMES and most in _NAMED
    if most is None or not is_list or types.count(most) < LIST_SHARE * len(run):
        return list(run)
    return [
        _retyped(text, one, lambda *_: most) if one.entity_type in _MOVABLE else one for one in run
    ]

"""Takes apart spans that hold two names, and takes off what is no part of one.

Called by the entity annotator behind `spans`, on English text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.annotate.entities.countries import is_country
from copydesk.annotate.entities.heads import OF_PLACE_HEADS, ORGANIZATION_HEADS
from copydesk.annotate.entities.spans import Candidate, Method, trim_span
from copydesk.annotate.entities.words import ENGLISH
from copydesk.records import EntityType

_SLASH = re.compile(r"\s+/\s+")
_JOINT = re.compile(r",? (?:and|&) (?:the )?|, ")
_CALLING = re.compile(r"(?<=[A-Z]\w\w)\s[-–—]\s")  # noqa: RUF001
_LAST_WORD = re.compile(r"\s+(\S+)\Z")
_POSTCODE = re.compile(r"[0-9]{5}")
_CODE = re.compile(
    r"[DRI]-[A-Z][A-Za-z.]*|"  # (R-KY)
    r"[A-Za-z]{1,4}-?[0-9]{3,}[A-Za-z0-9]*|\S+\.(?:pdf|doc|docx|jpe?g|png|gif|html?|xls|txt|exe)"
)
_OF = re.compile(r" of (?:the )?")
_SPLIT_TYPES = frozenset({EntityType.ORGANIZATION, EntityType.PERSON, EntityType.LOCATION})


def split_spans(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates cut down to one name each, without those that are codes or names of files.

    Args:
        text: In running case.
        candidates: By position, without overlaps.

    Returns:
        By position, without overlaps.
    """
    return [
        part
        for one in candidates
        for part in (_parts(text, one) if one.entity_type in _SPLIT_TYPES else [one])
    ]


def join_places(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with an organisation and the place behind its `of` as one: `Labour Party of Northland`.

    Args:
        text: In running case.
        candidates: By position, without overlaps.

    Returns:
        By position, without overlaps.
    """
    found: list[Candidate] = []
    for one in candidates:
        if found and _is_of_place(text, found[-1], one):
            found[-1] = replace(found[-1], end_char=one.end_char, method=Method.WORDS)
        else:
            found.append(one)
    return found


def _is_of_place(text: str, body: Candidate, place: Candidate) -> bool:
    """Tell whether the second is the place that an organisation of its kind has in its name."""
    is_place = place.entity_type is EntityType.LOCATION or is_country(
        text[place.start_char : place.end_char]
    )
    is_pair = body.entity_type is EntityType.ORGANIZATION and is_place
    if not is_pair or _OF.fullmatch(text, body.end_char, place.start_char) is None:
        return False
    return text[body.start_char : body.end_char].rsplit(None, 1)[-1] in OF_PLACE_HEADS


def _parts(text: str, one: Candidate) -> Iterator[Candidate]:
    """Give the names in a span."""
    surface = text[one.start_char : one.end_char]
    if _CODE.fullmatch(surface):
        return
    end = _trimmed_end(surface, one.entity_type)
    start = 0
    for cut_start, cut_end in _cuts(surface[:end], one.entity_type):
        yield _part(text, one, start, cut_start)
        start = cut_end
    yield _part(text, one, start, end)


def _part(text: str, one: Candidate, start: int, end: int) -> Candidate:
    if end == one.end_char - one.start_char and start == 0:
        return one
    first, last = trim_span(text, one.start_char + start, one.start_char + end)
    return replace(one, start_char=first, end_char=last, method=Method.WORDS)


def _trimmed_end(surface: str, entity_type: EntityType) -> int:
    """Give where the name ends: before a postcode, a small word at its end, and a calling behind a dash."""
    if entity_type is EntityType.PERSON and (calling := _CALLING.search(surface)):
        surface = surface[: calling.start()]
    while last := _LAST_WORD.search(surface):
        if last[1] not in ENGLISH.function_words and not _POSTCODE.fullmatch(last[1]):
            break
        surface = surface[: last.start()]
    return len(surface)


def _cuts(surface: str, entity_type: EntityType) -> Iterator[tuple[int, int]]:
    """Give the stretches between the names in a span."""
    position = 0
    joints = _SLASH.finditer(surface) if " / " in surface else _JOINT.finditer(surface)
    for joint in joints:
        before, after = surface[position : joint.start()], surface[joint.end() :]
        is_joint = joint[0].strip() == "/" or _are_two(before, after, entity_type)
        if is_joint and before and after:
            yield joint.span()
            position = joint.end()


def _are_two(before: str, after: str, entity_type: EntityType) -> bool:
    """Tell whether both sides of `and` or a comma are whole names of organisations."""
    if entity_type is not EntityType.ORGANIZATION or " " not in before:
        return False
    ends = before.rsplit(None, 1)[-1], after.rsplit(None, 1)[-1]
    is_begun = re.search(r"\b(?:of|for|on)\b", before) is None
    return is_begun and all(word in ORGANIZATION_HEADS for word in ends) and " " in after

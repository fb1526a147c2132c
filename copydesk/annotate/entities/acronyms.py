"""Short forms in brackets: `Blue Harbour Front (BHF)` names one thing twice.

Called by the entity annotator between `spans` and `coherence`; what a short form names is then known in the whole document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.records import EntityType

MIN_UNRELATED_CHARS = 4
"""A short form may be of the name in another language; a shorter one with other initials is often a state's."""

_BRACKETED = re.compile(r" \((?![DRI]-)([A-Z][A-Za-z0-9&.-]{0,8}[A-Z]\.?)\)")  # not (R-KY)
_NAMED = frozenset({EntityType.LOCATION, EntityType.ORGANIZATION})
"""What has short forms: in brackets behind a person stands what the person belongs to."""


def find_acronyms(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with each short form in brackets typed as the name before it.

    A short form that the model did not mark is added where its name is an organisation's.

    Args:
        text: In running case.
        candidates: By position, without overlaps.

    Returns:
        By position, without overlaps.
    """
    found: list[Candidate] = []
    for number, one in enumerate(candidates):
        before = found[-1] if found else None
        found.append(_typed(text, before, one) if before else one)
        following = candidates[number + 1].start_char if number + 1 < len(candidates) else len(text)
        found += _unmarked(text, found[-1], following)
    return found


def _typed(text: str, name: Candidate, one: Candidate) -> Candidate:
    """Give the second with the type of the first if it is its short form."""
    short = _short_form(text, name)
    is_short_form = short is not None and short.span(1) == (one.start_char, one.end_char)
    if not is_short_form or one.entity_type is name.entity_type:
        return one
    return replace(one, entity_type=name.entity_type, method=Method.ACRONYM, subtype=None)


def _unmarked(text: str, name: Candidate, following: int) -> Iterator[Candidate]:
    """Give the short form of an organisation that ends before the following candidate starts."""
    short = _short_form(text, name)
    if short is None or short.end(1) > following or name.entity_type is not EntityType.ORGANIZATION:
        return
    letters = short[1]
    if len(letters) >= MIN_UNRELATED_CHARS or _is_of(
        letters, text[name.start_char : name.end_char]
    ):
        yield Candidate(short.start(1), short.end(1), name.entity_type, Method.ACRONYM)


def _short_form(text: str, name: Candidate) -> re.Match[str] | None:
    """Give the short form in brackets behind a name of several words, if there is one."""
    is_long = name.entity_type in _NAMED and " " in text[name.start_char : name.end_char]
    return _BRACKETED.match(text, name.end_char) if is_long else None


def _is_of(letters: str, name: str) -> bool:
    """Tell whether the capitals of a short form begin words of the name, in order."""
    initials = iter(word[0].upper() for word in re.findall(r"\w+", name))
    return all(letter in initials for letter in letters if letter.isupper())

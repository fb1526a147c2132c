"""Tells the names of a byline from a headline or a sentence that begins with the same word.

Called by `head_lines`.
"""

import re

from copydesk.text.head_labels import (
    AGENCIES,
    BYLINE_WORDS,
    CAPITAL_WORDS,
    CHINESE_REPORTERS,
    MATCH_CASE_WORDS,
    NAME_PARTICLES,
    NOT_NAMES,
    ROLE_WORDS,
)

MAX_CHARS = 120
_WORDS_OF_A_NAME = range(2, 6)
_WORDS_OF_A_PART = 8
_OPENING = re.compile(r"([A-Za-z]+(?:\s(?:by|von))?)\s{1,3}", re.IGNORECASE)
_WHEN = re.compile(r"\s[-\u2013\u2014]\s\d.*")
"""A date behind the names: By Ada Penn - 2024-03-05."""
_ASIDE = re.compile(r"\([^()]{0,60}\)|<[^<>]{0,60}>|\S+@\S+|@\w+")
_JOINT = re.compile(r"\s*[,;/&]\s*|\s+(?:and|und|et|y|e|i|with|mit|en|in)\s+", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'\u2019-])*")
_ABBREVIATED_END = re.compile(r"(?:\b[^\W\d_]|Jr|Sr|jr|sr|Dr|St)\.\Z")
_HAN_NAMES = re.compile(r"[\u4e00-\u9fff\u00b7\u3001 ]{2,24}")
_CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)


def byline_names(part: str) -> tuple[str, str] | None:
    """Return the word that opens a byline and all that follows it; None where more than names follows.

    >>> byline_names("By JANE DOE and JOHN ROE, Staff Writers")
    ('By', 'JANE DOE and JOHN ROE, Staff Writers')
    >>> byline_names("By the time the council met") is None
    True
    """
    opening = _OPENING.match(part)
    if opening is None or opening[1].casefold() not in BYLINE_WORDS:
        return None
    if opening[1].casefold() in MATCH_CASE_WORDS and opening[1] not in MATCH_CASE_WORDS:
        return None
    if opening[1].isupper() and opening[1] not in CAPITAL_WORDS:
        return None
    value = _WHEN.sub("", part[opening.end() :]).strip()
    return (opening[1], value) if is_names(value) else None


def chinese_reporters(part: str) -> tuple[str, str] | None:
    """Return the word for a reporter and the names behind it, where the line holds nothing else."""
    for word in CHINESE_REPORTERS:
        value = part[len(word) :].strip()
        if part.startswith(word) and part[len(word) : len(word) + 1].isspace():
            return (word, value) if _HAN_NAMES.fullmatch(value) else None
    return None


def is_names(value: str, *, labelled: bool = False) -> bool:
    """Tell whether a text is names, perhaps with what those people are.

    Args:
        value: What stands behind "By" or a label.
        labelled: Whether a label with a colon says so: then a single word may be a name, and a name may be of a
            script without capitals.
    """
    if not 0 < len(value) <= MAX_CHARS:
        return False
    bare = _ASIDE.sub(" ", value).strip()
    if bare.endswith((".", "!", "?", ":", "\u2026")) and not _ABBREVIATED_END.search(bare):
        return False
    first, *others = [part.strip() for part in _JOINT.split(bare)] or [""]
    if labelled and _CASELESS.search(first):
        return len(value.split()) <= _WORDS_OF_A_PART
    return _is_name(first, labelled=labelled) and all(
        not part or _is_name_or_role(part) for part in others
    )


def _is_name(part: str, *, labelled: bool = False) -> bool:
    """Tell whether words are set like the name of a person or agency."""
    words = part.split()
    if len(words) == 1:
        return (labelled and _is_capital(words[0])) or _is_agency(words[0])
    if len(words) not in _WORDS_OF_A_NAME or not _is_capital(words[0]):
        return False
    return _is_capital(words[-1]) and all(
        (_is_capital(word) and word.casefold() not in NOT_NAMES) or word in NAME_PARTICLES
        for word in words
    )


def _is_name_or_role(part: str) -> bool:
    words = part.split()
    return len(words) <= _WORDS_OF_A_PART and all(
        _is_capital(word) or word in NAME_PARTICLES or word.casefold() in ROLE_WORDS | AGENCIES
        for word in words
    )


def _is_capital(word: str) -> bool:
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper()


def _is_agency(word: str) -> bool:
    return word.casefold() in AGENCIES and word[0].isupper()

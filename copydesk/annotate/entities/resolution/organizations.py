"""What the names of one organisation share: legal forms aside, word order of ministries, acronyms.

Called for names of organisations; acronyms and short names for places too.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from copydesk.annotate.entities.resolution.organization_words import (
    COMMON_WORDS,
    DESCRIPTORS,
    FUNCTION_WORDS,
    GENERIC_WORDS,
    LEADING_FORMS,
    LEGAL_FORMS,
    MINISTRIES,
    RESPELT_WORDS,
)
from copydesk.annotate.entities.resolution.spelling import words_of

MIN_ACRONYM_CHARS = 2
MAX_ACRONYM_CHARS = 7
MIN_SHORT_NAME_CHARS = 3
MIN_TELLING_WORDS = 2
_ACRONYM = re.compile(r"[A-ZА-ЯЁ]{2,7}s?")  # noqa: RUF001 - Cyrillic capitals are meant
_CAPITALISED = re.compile(r"[^\W\d_][\w'’]*")  # noqa: RUF001 - the typographic one is meant


@cache
def organization_key(name: str) -> str:
    """Give what names of one organisation share, folded; the whole name where nothing is to be left out.

    >>> organization_key("The Boeing Company") == organization_key("Boeing Co.")
    True
    >>> organization_key("Ministry of Defence") == organization_key("Defense Ministry")
    True
    >>> organization_key("News Corp")
    'news corp'
    """
    words = list(words_of(name.replace("&", " and ")))
    while len(words) > 1 and words[0] == "the":
        del words[0]
    if words and words[0] in LEADING_FORMS and _is_telling(words[1:]):
        del words[0]
    if words and words[0] in MINISTRIES and "of" in words[:2]:
        words = [*words[2:], words[0]]
    words = _without_forms(words)
    respelt = [RESPELT_WORDS.get(word, word) for word in words[:-1]] + words[-1:]
    if words:
        respelt[-1] = (
            RESPELT_WORDS.get(words[-1]) or words[-1]
        )  # `Times of` is cut short: not Times
    return " ".join(word for word in respelt if word) or name


def _without_forms(words: list[str]) -> list[str]:
    """Take legal forms off the end, unless what is left could be anybody's."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    return kept if _is_telling(kept) else words


def _is_telling(words: list[str]) -> bool:
    """Tell whether words without a legal form are one organisation's: two words, or one that is not common."""
    if len(words) >= MIN_TELLING_WORDS:
        return True
    return len("".join(words)) >= MIN_SHORT_NAME_CHARS and words[0] not in COMMON_WORDS


def acronym_of(name: str) -> str | None:
    """Give the letters of a name that is an acronym by its looks; None for others.

    >>> acronym_of("I.M.F."), acronym_of("Nato"), acronym_of("IMF")
    ('IMF', None, 'IMF')
    """
    plain = name.replace(".", "")
    if _ACRONYM.fullmatch(plain):
        return plain.removesuffix("s")
    return None


@cache
def known_acronyms() -> Mapping[str, str]:
    """Give the core of the name that everybody knows an acronym for."""
    text = (
        files("copydesk.annotate.entities.resolution")
        .joinpath("acronyms.txt")
        .read_text(encoding="utf-8")
    )
    pairs = (line.split(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {acronym: organization_key(name) for acronym, name in pairs}


@cache
def initials_of(name: str) -> frozenset[str]:
    """Give what acronyms a name may have: of all its words, and of those that are no function words.

    >>> sorted(initials_of("Department of Defense")), initials_of("Reuters")
    (['DD', 'DOD'], frozenset())
    """
    words = _CAPITALISED.findall(name.replace("-", " "))
    while len(words) > 1 and words[0].lower() == "the":
        del words[0]
    return frozenset(
        letters
        for some in (words, _bare(words), _bare(_without_legal_forms(words)))
        if MIN_ACRONYM_CHARS
        <= len(letters := "".join(word[0] for word in some).upper())
        <= MAX_ACRONYM_CHARS
    )


def _bare(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in FUNCTION_WORDS]


def _without_legal_forms(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and kept[-1].lower() in LEGAL_FORMS:
        kept.pop()
    return kept


def is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a longer name adds only what an organisation is to a name that is telling by itself.

    Sky One is not all of Sky, nor its High Commissioner for Refugees the United Nations.

    >>> is_short_for(("hofstra",), ("hofstra", "university")), is_short_for(("sky",), ("sky", "one"))
    (True, False)
    """
    if not short or len(short) >= len(long) or long[: len(short)] != short:
        return False
    is_telling = any(len(one) >= MIN_SHORT_NAME_CHARS and one not in GENERIC_WORDS for one in short)
    return is_telling and all(word in DESCRIPTORS for word in long[len(short) :])


def is_end_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a longer name ends in these words, as clubs and papers are called when they are named again.

    >>> is_end_of(("yankees",), ("new", "york", "yankees")), is_end_of(("tarn",), ("university", "of", "tarn"))
    (True, False)
    """
    return (
        0 < len(short) < len(long)
        and long[-len(short) :] == short
        and FUNCTION_WORDS.isdisjoint(long)
        and any(len(word) >= MIN_SHORT_NAME_CHARS and word not in GENERIC_WORDS for word in short)
    )

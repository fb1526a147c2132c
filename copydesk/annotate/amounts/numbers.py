# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones, and are meant
"""Reads numbers as a language writes them: `1,250.5` and `1.250,5`, `3 Mrd.`, `two and a half million`.

Called by the annotator. Where a language is not known and a number can be read in two ways, it has no value.
"""

import re
from collections.abc import Mapping
from functools import cache

_COMMA_LANGUAGES = """
af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv
tr uk vi
"""
_POINT_LANGUAGES = "en zh ja ko th he hi bn ta te ur ms tl sw"
COMMA_LANGUAGES = frozenset(_COMMA_LANGUAGES.split())
"""Languages with a decimal comma; the Spanish of Mexico and Central America is read by it too."""
POINT_LANGUAGES = frozenset(_POINT_LANGUAGES.split())
"""Languages with a decimal point."""

_THOUSAND, _MILLION, _MILLIARD, _TRILLION = 1e3, 1e6, 1e9, 1e12
_SCALES: Mapping[str, Mapping[str, float]] = {
    "en": {
        "hundred": 100, "thousand": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "mln": _MILLION, "mn": _MILLION,
        "m": _MILLION, "billion": _MILLIARD, "bln": _MILLIARD, "bn": _MILLIARD, "b": _MILLIARD, "trillion": _TRILLION,
        "trln": _TRILLION, "tn": _TRILLION,
    },
    "fr": {
        "mille": _THOUSAND, "million": _MILLION, "millions": _MILLION, "million de": _MILLION, "millions de": _MILLION,
        "million d'": _MILLION, "millions d'": _MILLION, "m": _MILLION, "milliard": _MILLIARD, "milliards": _MILLIARD,
        "milliard de": _MILLIARD, "milliards de": _MILLIARD, "milliard d'": _MILLIARD, "milliards d'": _MILLIARD,
        "md": _MILLIARD, "mds": _MILLIARD,
    },
    "de": {
        "tausend": _THOUSAND, "million": _MILLION, "millionen": _MILLION, "mio.": _MILLION, "mio": _MILLION,
        "milliarde": _MILLIARD, "milliarden": _MILLIARD, "mrd.": _MILLIARD, "mrd": _MILLIARD, "billionen": _TRILLION,
    },
    "es": {
        "mil": _THOUSAND, "millón": _MILLION, "millones": _MILLION, "millón de": _MILLION, "millones de": _MILLION,
        "mil millones": _MILLIARD, "mil millones de": _MILLIARD, "billones": _TRILLION, "billones de": _TRILLION,
    },
    "it": {
        "mila": _THOUSAND, "milione": _MILLION, "milioni": _MILLION, "milione di": _MILLION, "milioni di": _MILLION,
        "mln": _MILLION, "miliardo": _MILLIARD, "miliardi": _MILLIARD, "miliardi di": _MILLIARD, "mld": _MILLIARD,
    },
    "pt": {
        "mil": _THOUSAND, "milhão": _MILLION, "milhões": _MILLION, "milhão de": _MILLION, "milhões de": _MILLION,
        "mil milhões": _MILLIARD, "mil milhões de": _MILLIARD, "bilhão": _MILLIARD, "bilhões": _MILLIARD,
        "bilhão de": _MILLIARD, "bilhões de": _MILLIARD, "trilhões de": _TRILLION, "trilhões": _TRILLION,
    },
    "nl": {
        "duizend": _THOUSAND, "miljoen": _MILLION, "mln": _MILLION, "miljard": _MILLIARD, "mld": _MILLIARD,
    },
    "ru": {
        "тысяча": _THOUSAND, "тысячи": _THOUSAND, "тысяч": _THOUSAND, "тыс.": _THOUSAND, "тыс": _THOUSAND,
        "миллион": _MILLION, "миллиона": _MILLION, "миллионов": _MILLION, "млн": _MILLION, "млн.": _MILLION,
        "миллиард": _MILLIARD, "миллиарда": _MILLIARD, "миллиардов": _MILLIARD, "млрд": _MILLIARD, "млрд.": _MILLIARD,
        "триллион": _TRILLION, "триллиона": _TRILLION, "триллионов": _TRILLION, "трлн": _TRILLION,
    },
}  # fmt: skip
"""Language -> word -> what it multiplies by. A billion is another number in most languages than in English."""

DIGITS = (
    r"[0-9]{1,3}(?:[.,'’][0-9]{3})+(?:[.,][0-9]{1,4})?|"
    r"[0-9]{1,3}(?:[\u00a0\u202f ][0-9]{3})+(?:[.,][0-9]{1,4})?(?![0-9])|"
    r"[0-9]{1,15}(?:[.,][0-9]{1,6})?"
)
FRACTION = r"(?:[ -][1-9]/(?:2|4|8|16|32)|\u00a0?[½¼¾⅓⅔⅛⅜⅝⅞])?"
_FRACTIONS = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORD_VALUES = {word: value for value, word in enumerate(_ONES.split())} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS.split())
}
_WORD = "|".join(sorted(WORD_VALUES, key=len, reverse=True))
ENGLISH_WORDS = (
    rf"(?:half an?|an?|(?:{_WORD})(?:-(?:{_WORD}))?(?: hundred(?: and (?:{_WORD})(?:-(?:{_WORD}))?)?)?"
    r"(?: and a half)?)"
)
"""A number in English words, without its scale."""


@cache
def scales_of(language_code: str) -> Mapping[str, float]:
    """Give the words that multiply a number in a language; none where they are not known."""
    return _SCALES.get(language_code, {})


def read_digits(digits: str, language_code: str) -> float | None:
    """Give the value of a number in digits; None where nothing tells its decimal sign.

    >>> read_digits("1,250.5", "en"), read_digits("1.250,5", "de"), read_digits("1.250", "und")
    (1250.5, 1250.5, None)
    """
    plain = re.sub(r"[\u00a0\u202f '’]", "", digits)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = "." if plain.rfind(".") > plain.rfind(",") else ","
    elif points + commas == 0:
        return float(plain)
    else:
        sign = "." if points else ","
        told = _decimal_sign(plain, sign, language_code)
        if told is None:
            return None
        decimal = told
    grouping = "," if decimal == "." else "."
    whole = plain.replace(grouping, "").replace(decimal, ".")
    return float(whole) if whole.count(".") <= 1 else None


def _decimal_sign(plain: str, sign: str, language_code: str) -> str | None:
    """Give the decimal sign of a number that has one kind of sign; None where it could be either."""
    other = "," if sign == "." else "."
    groups = plain.split(sign)
    if len(groups) > 2:  # noqa: PLR2004
        return other
    if len(groups[1]) != 3 or groups[0] == "0":  # noqa: PLR2004
        return sign
    if language_code in COMMA_LANGUAGES:
        return ","
    return "." if language_code in POINT_LANGUAGES else None


def read_fraction(fraction: str) -> float:
    """Give the value of a fraction behind a number, 0 without one.

    >>> read_fraction("-3/8"), read_fraction("½"), read_fraction("")
    (0.375, 0.5, 0.0)
    """
    plain = fraction.strip(" \u00a0-")
    if not plain:
        return 0.0
    if plain in _FRACTIONS:
        return _FRACTIONS[plain]
    top, bottom = plain.split("/")
    return int(top) / int(bottom)


def read_words(words: str) -> float:
    """Give the value of a number in English words.

    >>> read_words("two hundred and five"), read_words("half a"), read_words("twenty-one and a half")
    (205.0, 0.5, 21.5)
    """
    if words.startswith("half"):
        return 0.5
    half = words.endswith(" and a half")
    value = 0.0
    for word in re.split(r"[ -]", words.removesuffix(" and a half")):
        if word in {"a", "an"}:
            value = 1.0
        elif word == "hundred":
            value *= 100
        elif word != "and":
            value += WORD_VALUES[word]
    return value + 0.5 * half

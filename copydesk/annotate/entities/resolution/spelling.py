"""Makes one thing of the spellings of a name: other scripts, marks, case, and what ear or typist confuse.

Called by the rules for persons and organisations. `fold` keeps names apart that a reader tells apart;
`spelling_key` does not, and is used only where something else agrees too.
"""

# ruff: noqa: RUF001 - letters of other scripts are meant

import re
import unicodedata
from functools import lru_cache

_CYRILLIC_LOWER = (
    "а=a б=b в=v г=g ґ=g д=d е=e ё=yo ж=zh з=z и=i й=y і=i ї=yi є=ye к=k л=l м=m н=n о=o п=p р=r с=s "
    "т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k ѕ=dz"
)
_GREEK_LOWER = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
_LATIN_LOWER = "ø=o ł=l ß=ss æ=ae œ=oe đ=d ð=d þ=th ı=i ħ=h ŋ=n ə=a"


def _pairs(table: str) -> dict[int, str]:
    return {ord(pair[0]): pair[2:] for pair in table.split(" ")}


TRANSLITERATION = _pairs(f"{_CYRILLIC_LOWER} {_GREEK_LOWER} {_LATIN_LOWER}")
"""Lower-case letters that Unicode does not decompose, and those of Cyrillic and Greek, as English papers write them."""

_APOSTROPHES = re.compile(r"['’‘`ʼʹ‐‑-]")
_WORD = re.compile(r"\w+")
_RESPELT = (
    (re.compile(r"^ye"), "e"),
    (re.compile(r"(?<=[aeiou])ye"), "e"),
    (re.compile(r"(?:iy|yy|ii|ij|yi|yj|ey|ei|ej|ie)$"), "i"),
    (re.compile(r"y$"), "i"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"yo|jo"), "e"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"c(?=[aoulrkt])"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What transliteration and typing vary, in order. Vowels stay: Petersen is not Peterson."""
SPELLINGS_REMEMBERED = 1 << 18
MIN_RESPELT_CHARS = 5
"""Shorter words stay as they are: too many short names differ in just this (Li, Lie; Fay, Fai)."""


def fold(name: str) -> str:
    """Give a name in lower-case Latin letters without marks; other scripts stay as they are.

    >>> fold("Сергей Лавров"), fold("Łukasz Müller")
    ('sergey lavrov', 'lukasz muller')
    """
    lowered = unicodedata.normalize("NFKC", name).lower()
    if lowered.isascii():
        return lowered
    lowered = lowered.translate(TRANSLITERATION)
    marks = unicodedata.normalize("NFKD", lowered)
    plain = "".join(char for char in marks if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain.translate(TRANSLITERATION))


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded; hyphens and apostrophes join, dots part.

    >>> words_of("J.K. O'Brien-Smith")
    ('j', 'k', 'obriensmith')
    """
    return tuple(_WORD.findall(_APOSTROPHES.sub("", fold(name))))


@lru_cache(maxsize=SPELLINGS_REMEMBERED)
def spelling_key(word: str) -> str:
    """Give what spellings of a folded word share.

    >>> spelling_key("zelenskyy") == spelling_key("zelensky"), spelling_key("yeltsin") == spelling_key("eltsin")
    (True, True)
    >>> spelling_key("petersen") == spelling_key("peterson")
    False
    """
    if len(word) < MIN_RESPELT_CHARS or not word.isascii():
        return word
    for pattern, replacement in _RESPELT:
        word = pattern.sub(replacement, word)
    return word

"""What spellings of one place name share.

Called when names are looked up and by the recipe that makes the tables: both must fold alike.
"""

import re
import unicodedata

_DROPPED = re.compile(r"[.'’ʼ`´ʹ‘]")  # noqa: RUF001 - typographic apostrophes are meant
_BREAKS = re.compile(r"[\W_]+")
_ARTICLE = "the "
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae"})  # noqa: RUF001
"""Latin letters that Unicode does not take apart into a plain one and a mark."""
MARKED_SCRIPTS = range(0x0900, 0x1100)
"""Devanagari and the other scripts of South Asia: their marks are vowels and stay."""


def place_key(name: str) -> str:
    """Give the key of a place name: no case, no marks on letters, no dots, hyphens as spaces.

    >>> place_key("D.P.R.K."), place_key("Port-au-Prince"), place_key("the Côte d'Ivoire")
    ('dprk', 'port au prince', 'cote divoire')
    >>> place_key("ŁÓDŹ") == place_key("Łódź")
    True
    """
    if name.isascii():
        letters = name.lower()
    else:
        parts = unicodedata.normalize("NFKD", name)
        letters = "".join(one for one in parts if not _is_mark(one)).casefold()
        letters = unicodedata.normalize("NFC", letters).translate(_LETTERS)
    words = _BREAKS.sub(" ", _DROPPED.sub("", letters)).strip()
    return words.removeprefix(_ARTICLE)


def _is_mark(character: str) -> bool:
    """Tell whether this is an accent or vowel point that writers leave out."""
    return unicodedata.combining(character) > 0 and ord(character) not in MARKED_SCRIPTS

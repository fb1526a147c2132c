r"""Tells the code pages of Latin script apart by the letters that languages use.

Called by `decode` for bytes that are not UTF-8 and mostly ASCII letters. cp1252, cp1250 and their neighbours
give letters to the same bytes, so nearly every text fits all of them; but no language writes "\u00e8" and "\u00e6" for
"\u010d" and "\u0107". The measure is how likely the non-ASCII characters are in the language they fit best.
"""

import math
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

# Letters beyond ASCII of a language, the most frequent first.
_WESTERN = {
    "ca": "àéóíçèòúïü·",
    "da": "øæåéüöä",
    "de": "üäößé",
    "en": "’”“–‘—£é…€",  # noqa: RUF001  # hardly a letter: quotes, dashes and pounds
    "es": "óáíéñúü",
    "fi": "äöåéšž",
    "fr": "éèàêçâôîùûœïëæü",
    "ga": "íáéóú",
    "is": "ðáíóþöéúæý",
    "it": "àèùòéìí",
    "nl": "ëéïöüèáóê",
    "no": "øåæéôòê",
    "pt": "ãçáéóíêõâúàôü",
    "sq": "ëç",
    "sv": "äåöéü",
}
_CENTRAL = {
    "cs": "íáěéřýčžšůúťňóďäö",
    "hr": "čšžćđ",
    "hu": "áéóöíüőúű",
    "pl": "łąęóżćśńź",
    "ro": "ăîâţşșț",
    "sk": "áíčéýžšľúťôňäďóĺŕ",
}
_TURKISH = {"tr": "ıüşğçöİâî"}
_BALTIC = {"et": "äõüöšž", "lt": "ėųšįūžąčę", "lv": "āīēšņūļģžķč"}
_VIETNAMESE = {
    "vi": "\u0301\u0300đưâôêă\u0323\u0309ơ\u0303áàéèíìóòúùý",
}
_LANGUAGES = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "iso8859_2": _CENTRAL,
    "mac_roman": _WESTERN,
    "cp1258": _VIETNAMESE,
}
_PUNCTUATION = "“”‘’„‚–—…«»‹›•·\u00a0\u00ad€£§°®©™½¿¡ªº"  # noqa: RUF001  # what print sets in any language
_LETTER_SHARE = 0.85
_PUNCTUATION_EACH = 0.02
_UNKNOWN = 0.0005
# In natural logarithms: how much rarer than cp1252 the others are met.
_PRIOR = {"cp1252": 0.0, "iso8859_2": -3.0, "mac_roman": -3.0}
_PRIOR_OTHER = -1.5
# Mean log-likelihood of a character: sound text has -1.5 to -2.8, text of no listed language below -4.
_MIN_MEAN = -3.6
# Log-odds against the next reading -> score, as measured (docs/encodings.md).
_SCORES = ((12.0, 0.9), (6.0, 0.8), (3.0, 0.7), (1.5, 0.6))
_SCORE_FLOOR = 0.4

# After a small letter stands no capital, beside a digit no letter.
_HIGH = re.compile(rb"(?:(?<=([a-z]))|(?<=(\d))|)([\x80-\xff])(?=(\d?))")


class CodePage(NamedTuple):
    """A code page with how sure it is, 0 to 1."""

    encoding_name: str
    score: float


class _Place(NamedTuple):
    """A byte beyond ASCII and what it stands by."""

    is_after_small: bool
    is_by_digit: bool
    byte: bytes


def latin_code_pages(sample: bytes) -> list[CodePage]:
    r"""List the code pages that a text in Latin script may be in, the likeliest first; none where no language fits.

    Args:
        sample: Bytes of the text, with those beyond ASCII.

    >>> latin_code_pages("Poslanci su već glasali o državnoj četvrti".encode("cp1250"))[0].encoding_name
    'cp1250'
    """
    counts = Counter(
        _Place(bool(match[1]), bool(match[2] or match[4]), match[3])
        for match in _HIGH.finditer(sample)
    )
    total = sum(counts.values())
    fits = [
        (likelihood + _PRIOR.get(name, _PRIOR_OTHER), name)
        for name in _LANGUAGES
        if (likelihood := _likelihood(counts, name)) > _MIN_MEAN * total
    ]
    fits.sort(reverse=True)
    ranked = []
    for place, (likelihood, name) in enumerate(fits):
        others = [other for other, rival in fits[place + 1 :] if _differ(counts, name, rival)]
        odds = likelihood - max(others, default=_MIN_MEAN * total)
        score = next((score for least, score in _SCORES if odds >= least), _SCORE_FLOOR)
        ranked.append(CodePage(name, score if place == 0 else _SCORE_FLOOR))
    return ranked


def _likelihood(counts: Counter[_Place], encoding_name: str) -> float:
    """Give the log-likelihood of the non-ASCII bytes in the language of a code page that fits them best."""
    chars = [(_folded(place, encoding_name), count) for place, count in counts.items()]
    return max(
        sum(count * table.get(char, math.log(_UNKNOWN)) for char, count in chars)
        for table in _tables(encoding_name)
    )


def _folded(place: _Place, encoding_name: str) -> str:
    """Give the lower-case character of a byte; none for a letter that no word has there."""
    char = place.byte.decode(encoding_name, "ignore")
    if (char.isupper() and place.is_after_small) or (char.isalpha() and place.is_by_digit):
        return ""
    return char.lower() if char.isupper() and char != "İ" else char


@cache
def _tables(encoding_name: str) -> list[dict[str, float]]:
    """Give a table of log-likelihoods for each language of a code page: one over the rank of a letter."""
    return [_table(letters) for letters in _LANGUAGES[encoding_name].values()]


def _table(letters: str) -> dict[str, float]:
    whole = sum(1 / rank for rank in range(1, len(letters) + 1))
    table = {char: math.log(_PUNCTUATION_EACH) for char in _PUNCTUATION}
    return table | {
        char: math.log(_LETTER_SHARE / rank / whole) for rank, char in enumerate(letters, start=1)
    }


def _differ(counts: Counter[_Place], left: str, right: str) -> bool:
    """Tell whether two code pages read the bytes differently."""
    return any(byte.decode(left, "ignore") != byte.decode(right, "ignore") for _, _, byte in counts)

"""What the characters of a text are: by Unicode category, by case, by script.

One count of the text, then work on its distinct characters only.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from copydesk.annotate.quality.share import share
from copydesk.annotate.quality.signals import CharacterSignals

# First code points of the scripts that are written without spaces between words, and of what follows them:
# Thai and Lao, Myanmar, Khmer, Han with kana, Yi, Han, halfwidth kana, rare Han.
_UNSPACED = (
    0x0E00, 0x0F00, 0x1000, 0x10A0, 0x1780, 0x1800, 0x2E80, 0x3130, 0x3190, 0xA4D0, 0xF900, 0xFB00,
    0xFF66, 0xFFA0, 0x20000, 0x32400,
)  # fmt: skip
_LOREM_IPSUM = re.compile("lorem ipsum", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CharacterCounts:
    """How many characters of each kind a text has.

    Attributes:
        by_category: First letter of the Unicode category -> characters; white space is "Z" whatever it is.
        upper_case: Capital letters.
        unspaced: Letters of scripts without spaces between words.
        total: All characters.
    """

    by_category: Counter[str]
    upper_case: int
    unspaced: int
    total: int


def count_characters(text: str) -> CharacterCounts:
    """Count the characters of a text by kind."""
    by_category: Counter[str] = Counter()
    upper_case = unspaced = 0
    for char, count in Counter(text).items():
        category = "Z" if char.isspace() else unicodedata.category(char)[0]
        by_category[category] += count
        if category == "L":
            upper_case += count * char.isupper()
            unspaced += count * _is_unspaced(char)
    return CharacterCounts(by_category, upper_case, unspaced, len(text))


def character_signals(text: str, counts: CharacterCounts) -> CharacterSignals:
    """Give the shares of kinds of characters; the first six add up to 1."""
    kinds, total = counts.by_category, counts.total
    return CharacterSignals(
        letter_share=share(kinds["L"] + kinds["M"], total),
        digit_share=share(kinds["N"], total),
        punctuation_share=share(kinds["P"], total),
        symbol_share=share(kinds["S"], total),
        white_space_share=share(kinds["Z"], total),
        other_share=share(kinds["C"], total),
        upper_case_share=share(counts.upper_case, kinds["L"]),
        curly_bracket_share=share(text.count("{") + text.count("}"), total),
        lorem_ipsum_count=len(_LOREM_IPSUM.findall(text)),
    )


def _is_unspaced(char: str) -> bool:
    return bisect_right(_UNSPACED, ord(char)) % 2 == 1

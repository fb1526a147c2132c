"""Whether Chinese is written in simplified or traditional characters, or is Cantonese: by the characters alone.

Called by the annotator for texts in Han letters. It knows no words: Japanese has both kinds and has to be told before.

Sources: GB 2312-1980 and Big5, the character sets of the two standards, as Python's codecs have them.
"""

import re
from collections import Counter
from functools import cache
from typing import Literal

ChineseScript = Literal["Hans", "Hant"]

# The block that both sets lie in. Later blocks hold rare characters that neither has.
_HAN = re.compile("[\u4e00-\u9fff]")

_CANTONESE = frozenset("嘅咗唔喺佢哋嚟啲冇嗰噉乜嘢睇俾啱")
# At 2 % none of 550 sentences in standard Chinese or Shanghainese is taken for Cantonese.
_CANTONESE_SHARE = 0.02


def chinese_script(text: str) -> ChineseScript | None:
    """Give the ISO 15924 code for the kind of most characters of a text that are of one kind only.

    A character that GB 2312 has and Big5 lacks is simplified, one that Big5 has and GB 2312 lacks is traditional. Most
    characters are in both and say nothing.

    Returns:
        None where nothing speaks for either, or as much for one as for the other.

    >>> chinese_script("这个问题"), chinese_script("這個問題"), chinese_script("中文"), chinese_script("bei jing")
    ('Hans', 'Hant', None, None)
    """
    kinds: Counter[ChineseScript | None] = Counter()
    for character, count in Counter(_HAN.findall(text)).items():
        kinds[_kind(character)] += count
    if kinds["Hans"] == kinds["Hant"]:
        return None
    return "Hans" if kinds["Hans"] > kinds["Hant"] else "Hant"


@cache
def _kind(character: str) -> ChineseScript | None:
    """Give the only kind that a character is of; at most 20,992 are ever asked for."""
    is_simplified, is_traditional = _is_in("gb2312", character), _is_in("big5", character)
    if is_simplified == is_traditional:
        return None
    return "Hans" if is_simplified else "Hant"


def is_cantonese(text: str) -> bool:
    """Tell whether a text in Han letters is written Cantonese: at least 2 % are characters that only it has.

    What is written in standard Chinese for readers of Cantonese has none, and stays Chinese.

    >>> is_cantonese("佢哋話聽日唔會嚟"), is_cantonese("他們說明天不會來")
    (True, False)
    """
    letters = _HAN.findall(text)
    return sum(letter in _CANTONESE for letter in letters) > _CANTONESE_SHARE * len(letters)


def _is_in(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True

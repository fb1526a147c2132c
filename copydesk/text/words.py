"""Words of a text: what `word_count` counts and what the signals of the `quality` view are made of.

Called when rows are made and by the quality annotator. Looks at nothing but characters: the same in any
language. A clause of a script without spaces (Chinese, Thai) is one "word" here; whoever counts words should
know it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_FIRST_MARK, _LAST_MARK = 0x0300, 0xFE2F
"""Marks of the Basic Multilingual Plane: with those above it (scripts of the past) the pattern is eight times as slow."""
_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: they stand inside words of Persian, Hindi and others."""


def find_words(text: str) -> list[str]:
    r"""Return the words of a text in order: runs of letters and digits, with their combining marks.

    Python's own `\w` knows no marks and would cut most words of Hindi and other scripts of India to pieces.

    >>> find_words("Don't pay 3.5_EUR: हिन्दी")
    ['Don', 't', 'pay', '3', '5', 'EUR', 'हिन्दी']
    """
    return _word().findall(text)


def match_words(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each word of a text, in order: `find_words` with where they stand (code points)."""
    return _word().finditer(text)


def count_words(text: str) -> int:
    """Return the number of words, without a list of them.

    >>> count_words("Two words.")
    2
    """
    return sum(1 for _ in _word().finditer(text))


@cache
def _word() -> re.Pattern[str]:
    marks = (chr(code) for code in range(_FIRST_MARK, _LAST_MARK + 1))
    joining = _JOINERS + "".join(mark for mark in marks if unicodedata.category(mark)[0] == "M")
    return re.compile(rf"[^\W_]+(?:[{joining}]+[^\W_]*)*")

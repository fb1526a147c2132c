"""Cuts a paragraph into the tokens that the date grammars read.

One linear scan with one regular expression, no nested quantifier. Called by the parser and by the
document date. Never looks outside the stretch it is given.
"""

import re
from dataclasses import dataclass

MAX_WORD_CHARS = 24
"""Longer tokens (a URL's letters, a run of digits) can be no part of a date: their `word` is cut."""

_TOKEN = re.compile(
    r"""
      (?<![\w./-])[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?!\w)
    | (?<![\w./-])[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?!\w|[./-][0-9])      # 2024-03-05
    | (?<![\w.,/-])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})(?!\w|[./-][0-9])  # 5/3/2024
    | (?<![0-9])[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?                    # 2024年3月5日
    | (?<![\w:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])                     # 8:30
    | [0-9]{1,4}(?:st|nd|rd|th)\b                                               # 27th
    | [0-9]{4}['\u2019]?s\b | (?<!\w)['\u2019\u2018][0-9]{2}s?\b                               # 1990s '90s '98
    | [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)? | [0-9]+(?:\.[0-9]+)?               # 1,500 3.5
    | \b[AaPp]\.[ ]?[Mm]\b\.?                                                   # p.m.
    | [^\W\d_][^\W_]*(?:['\u2019][^\W\d_]+)*                                         # words, Q3, o'clock
    | \S
    """,
    re.VERBOSE,
)
_SAME_SIGN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2011": "-", "\u2212": "-"}
)
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its span in the document's text and `word`, its lower-case form with plain signs."""

    surface: str
    word: str
    start_char: int
    end_char: int


class Tokens:
    """The tokens of one paragraph. Asking beyond either end gives the empty string, never an error."""

    __slots__ = ("_tokens",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index]

    def word(self, index: int) -> str:
        """The lower-case form of a token, "" outside the paragraph."""
        return self._tokens[index].word if 0 <= index < len(self._tokens) else ""

    def surface(self, index: int) -> str:
        """A token as written, "" outside the paragraph."""
        return self._tokens[index].surface if 0 <= index < len(self._tokens) else ""

    def is_capitalised(self, index: int) -> bool:
        """True when a token starts with a capital letter."""
        return self.surface(index)[:1].isupper()

    def is_joined(self, index: int) -> bool:
        """True when no white space stands between a token and the one before it."""
        if not 0 < index < len(self._tokens):
            return False
        return self._tokens[index].start_char == self._tokens[index - 1].end_char


def tokenise(text: str, start_char: int, end_char: int) -> Tokens:
    """The tokens of one stretch of a text.

    Args:
        text: The document's text.
        start_char: Start of the stretch, in code points.
        end_char: End of the stretch, exclusive.

    Returns:
        Tokens whose spans count from the start of `text`.

    >>> tokens = tokenise("By Monday's close", 0, 17)
    >>> [tokens.word(index) for index in range(len(tokens))]
    ['by', 'monday', "'s", 'close']
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start_char, end_char):
        tokens.extend(_split_possessive(found[0], found.start()))
    return Tokens(tuple(tokens))


def _split_possessive(surface: str, start_char: int) -> list[Token]:
    """A token, with a possessive ending as a token of its own."""
    end_char = start_char + len(surface)
    word = surface[:MAX_WORD_CHARS].lower().translate(_SAME_SIGN)
    is_split = (
        word.endswith(_POSSESSIVE)
        and len(surface) == len(word) > len(_POSSESSIVE)
        and not word[0].isdigit()
    )
    if not is_split:
        return [Token(surface, word, start_char, end_char)]
    cut = len(surface) - len(_POSSESSIVE)
    return [
        Token(surface[:cut], word[:cut], start_char, start_char + cut),
        Token(surface[cut:], _POSSESSIVE, start_char + cut, end_char),
    ]

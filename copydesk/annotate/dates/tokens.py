"""Cuts a paragraph into the tokens that the date parser reads.

One linear scan with one regular expression, no nested quantifier. A language pack tells what it writes its own
way; `PLAIN` knows none. Never looks outside the stretch it is given.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

MAX_WORD_CHARS = 24
"""Longer tokens (a URL's letters, a run of digits) can be no part of a date: their `word` is cut."""

_PIECES = r"""
      (?=\d) (?:                                                          # words pass by all of these at once
          (?<![{w}./-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?(?![{w}])
        | (?<![{w}./-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![{w}]|[./-]\d)      # 2024-03-05
        | (?<![{w}.,/-])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?![{w}]|[./-]\d)  # 5/3/2024
        {cjk}
        | (?<![{w}:])\d{1,2}[:h]\d{2}(?::\d{2})?(?![\d:])                     # 8:30 8h30
        {suffixed}
        | {number}
    )
    {apostrophe}
    | \b[AaPp]\.[ ]?[Mm]\b\.?                                            # p.m.
    {digits}
    {clitics}
    {vocabulary}
    {elided}
    | {word}
    | \S
    """
_CJK = (
    r"| (?<!\d)\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?"  # 2024年3月5日, where no pack reads the words
)
_SUFFIXED = r"| \d{{1,4}}(?:{0})\b | \d{{3}}0['\u2019](?:{0})\b"  # 27th 1990s
_APOSTROPHE = r"| (?<!\w)['\u2019\u2018]\d{{2}}(?:{0})?\b"  # '90s '98
_ELIDED = r"| (?<!\w)(?i:{0})['\u2019]"  # the l' of l'année
_POINT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?"  # 1,500 3.5
_COMMA = (
    r"(?<![\d.,])\d{1,2}\.\d{2}(?!\d|[.,]\d)"  # 8.30, a clock time
    r" | \d{1,3}(?:\.\d{3})+(?:,\d+)? | \d+(?:,\d+)?"  # 1.500 3,5
)
_SPACED = r"[^\W\d_][^\W_]*(?:['\u2019][^\W\d_]+)*"  # words, Q3, o'clock
_UNSPACED = r"[A-Za-z]+"
_SAME_SIGN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2011": "-", "\u2212": "-"}
    | {chr(first + digit): str(digit) for first in (0x660, 0x6F0, 0xFF10) for digit in range(10)}
)
"""Signs and digits (Arabic, Persian, full width) that mean the same."""
_POSSESSIVE = "'s"
_YEAR_SIGNS = 4


class Tokens:
    """The tokens of one paragraph: `word` is a token's lower-case form with plain signs, `surface` as written.

    Columns, not a record a token: most tokens are passed over. Words beyond either end are the empty string.
    """

    __slots__ = ("_ends", "_starts", "_text", "_words")

    def __init__(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> None:
        self._text = text
        self._words = words
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._words)

    def word(self, index: int) -> str:
        """The lower-case form of a token, "" outside the paragraph."""
        return self._words[index] if 0 <= index < len(self._words) else ""

    def surface(self, index: int) -> str:
        """A token as written, "" outside the paragraph."""
        is_inside = 0 <= index < len(self._words)
        return self._text[self._starts[index] : self._ends[index]] if is_inside else ""

    def start_char(self, index: int) -> int:
        """Where a token starts in the document's text, in code points.

        Raises:
            IndexError: The paragraph has no such token.
        """
        return self._starts[index]

    def end_char(self, index: int) -> int:
        """Where a token ends in the document's text, exclusive.

        Raises:
            IndexError: The paragraph has no such token.
        """
        return self._ends[index]

    def is_capitalised(self, index: int) -> bool:
        """True when a token starts with a capital letter."""
        return self.surface(index)[:1].isupper()

    def is_joined(self, index: int) -> bool:
        """True when no white space stands between a token and the one before it."""
        if not 0 < index < len(self._words):
            return False
        return self._starts[index] == self._ends[index - 1]

    def starting(self, words: Container[str]) -> Iterator[int]:
        """The tokens that are one of some words or that start as a number does, in order: the rest of a text is most."""
        for index, word in enumerate(self._words):
            if word in words or word[0] == "'" or word[0].isdigit():
                yield index


class Tokeniser:
    """Cuts text as one language needs it. Immutable once built, so threads may share it.

    Args:
        suffixes: What may stand right behind digits as part of their word: "th", "er".
        decimal_comma: 1,5 is one and a half.
        written_together: Words that hold several, with their parts, which add up to the word.
        elisions: Words that are written onto the next one with an apostrophe: "l'", "dell'".
        vocabulary: The words of a language that does not part words by spaces; None for the others.
        year_digits: The signs of its digits, where years are written with them one by one: 二零二四.
        before_digits: Words that are written together with a number behind them: و2020.
    """

    __slots__ = ("_parts", "_token", "_year_digits")

    def __init__(
        self,
        suffixes: Iterable[str] = (),
        *,
        decimal_comma: bool = False,
        written_together: Mapping[str, tuple[str, ...]] | None = None,
        elisions: Iterable[str] = (),
        vocabulary: Iterable[str] | None = None,
        year_digits: Mapping[str, int] | None = None,
        before_digits: Iterable[str] = (),
    ) -> None:
        self._parts = dict(written_together or {})
        self._year_digits = {sign: str(digit) for sign, digit in (year_digits or {}).items()}
        letters = [suffix for suffix in suffixes if suffix.isalpha()]
        elided = "|".join(re.escape(word.removesuffix("'")) for word in elisions)
        pieces = {
            "{w}": r"\w" if vocabulary is None else "A-Za-z0-9_",
            "{cjk}": _CJK if vocabulary is None else "",
            "{suffixed}": _SUFFIXED.format("|".join(letters)) if letters else "",
            "{apostrophe}": _APOSTROPHE.format("|".join(letters)) if letters else "",
            "{number}": _COMMA if decimal_comma else _POINT,
            "{digits}": f"| [{''.join(year_digits)}]{{4}}(?=[年至到—和、及与-])"
            if year_digits
            else "",
            "{clitics}": rf"| \b(?:{'|'.join(before_digits)})(?=\d)" if before_digits else "",
            "{vocabulary}": f"| {_any_of(vocabulary)}" if vocabulary else "",
            "{elided}": _ELIDED.format(elided) if elided else "",
            "{word}": _SPACED if vocabulary is None else _UNSPACED,
        }
        pattern = _PIECES
        for name, piece in pieces.items():
            pattern = pattern.replace(name, piece)
        self._token = re.compile(pattern, re.VERBOSE)

    def cut(self, text: str, start_char: int, end_char: int) -> Tokens:
        """The tokens of one stretch of a text.

        Args:
            text: The document's text.
            start_char: Start of the stretch, in code points.
            end_char: End of the stretch, exclusive.

        Returns:
            Tokens whose spans count from the start of `text`.

        >>> tokens = PLAIN.cut("By Monday's close", 0, 17)
        >>> [tokens.word(index) for index in range(len(tokens))]
        ['by', 'monday', "'s", 'close']
        """
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for found in self._token.finditer(text, start_char, end_char):
            start, end = found.span()
            word = self._plain(text[start : min(end, start + MAX_WORD_CHARS)].lower())
            parts = self._parts_of(word) if word in self._parts or "'" in word else ()
            if parts and len(word) == end - start:
                *firsts, word = parts
                for part in firsts:
                    words.append(part)
                    starts.append(start)
                    start += len(part)
                    ends.append(start)
            words.append(word)
            starts.append(start)
            ends.append(end)
        return Tokens(text, words, starts, ends)

    def words(self, text: str) -> tuple[str, ...]:
        """The lower-case forms of the tokens of a short text.

        >>> PLAIN.words("New Year's Eve")
        ('new', 'year', "'s", 'eve')
        """
        tokens = self.cut(text, 0, len(text))
        return tuple(tokens.word(index) for index in range(len(tokens)))

    def _plain(self, word: str) -> str:
        """A word in lower case with plain signs and digits; a year that is spelled digit by digit in digits."""
        if word.isascii():
            return word
        word = word.translate(_SAME_SIGN)
        if len(word) == _YEAR_SIGNS and self._year_digits.keys() >= set(word):
            word = "".join(self._year_digits[sign] for sign in word)
        return word

    def _parts_of(self, word: str) -> tuple[str, ...]:
        """The words that a word holds; nothing where it is one."""
        return self._parts.get(word) or _possessive_parts(word)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of the longest of some words, sorted by first letter: most places of a text start none."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    heads = "".join(map(re.escape, tails))
    choices = (f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
    return f"(?=[{heads}])(?:{'|'.join(choices)})"


def _possessive_parts(word: str) -> tuple[str, ...]:
    """A word and its possessive ending; nothing where it has none."""
    has_ending = word.endswith(_POSSESSIVE) and len(word) > len(_POSSESSIVE)
    if not has_ending or word[0].isdigit():
        return ()
    return word[: -len(_POSSESSIVE)], _POSSESSIVE


PLAIN = Tokeniser()
"""For texts in a language without a pack."""

"""Reads numbers and ordinals, in digits and in words, as terms of a grammar."""

import re

from copydesk.annotate.dates.lexicon import Lexicon
from copydesk.annotate.dates.patterns import Term
from copydesk.annotate.dates.tokens import Tokens

MAX_DIGITS = 15
"""A longer run of digits counts nothing that a text tells; it also bounds the work of `int`."""
_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")
_FRACTION = re.compile(r"[1-9]")
_LARGEST_DIGIT = 9
_ARTICLES = ("a", "an")
NUMBER_STARTS = frozenset({*_ARTICLES, "couple", "dozens", "half"})
"""Words that start a number and are in no table of a lexicon."""
_ARTICLE_FILLERS = ("additional", "full", "whole", "single", "further", "mere", "record")


class Numbers:
    """The number terms of one language pack."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def number(self, tokens: Tokens, index: int) -> Term | None:
        """A cardinal with article, fraction or multiple; None as value where it is not told."""
        word = tokens.word(index)
        if word in _ARTICLES:
            return self._after_article(tokens, index + 1)
        if word in self._lexicon.indefinite:
            return Term(index + 1, None)
        if word == "dozens" and tokens.word(index + 1) == "of":
            return Term(index + 2, None)
        if word == "couple":
            return Term(index + 1 + (tokens.word(index + 1) == "of"), 2)
        if word == "half" and tokens.word(index + 1) in _ARTICLES:
            return Term(index + 2, 0.5)
        return self.cardinal(tokens, index)

    def cardinal(self, tokens: Tokens, index: int) -> Term | None:
        """A told number: 12, 1,500, 2 1/2, twenty-one, two and a half, three dozen."""
        base = self._digits(tokens, index) or self._spelled(tokens, index)
        if base is None or not isinstance(base.value, int | float):
            return None
        end, value = base.end, base.value
        multiple = self._lexicon.multiples.get(tokens.word(end))
        if multiple:
            end, value = end + 1, value * multiple
        if [tokens.word(end + step) for step in range(3)] == ["and", "a", "half"]:
            end, value = end + 3, value + 0.5
        return Term(end, int(value) if value == int(value) else value)

    def ordinal(self, tokens: Tokens, index: int) -> Term | None:
        """An ordinal below 100: first, 21st, twenty-first."""
        word = tokens.word(index)
        if word in self._lexicon.ordinals:
            return Term(index + 1, self._lexicon.ordinals[word])
        found = _ORDINAL.fullmatch(word)
        if found:
            return Term(index + 1, int(found[1]))
        tens = self._lexicon.tens.get(word)
        units = self._lexicon.ordinals.get(tokens.word(index + 2), 99)
        if tens and tokens.word(index + 1) == "-" and units <= _LARGEST_DIGIT:
            return Term(index + 3, tens + units)
        return None

    def _after_article(self, tokens: Tokens, index: int) -> Term:
        """What "a" counts: one, a few, a couple, a dozen."""
        word, follower = tokens.word(index), tokens.word(index + 1)
        is_indefinite = word == "few" or (word == "number" and follower == "of")
        if is_indefinite:
            return Term(index + 1 + (word == "number"), None)
        if word == "couple":
            return Term(index + 1 + (follower == "of"), 2)
        if word in self._lexicon.multiples:
            return Term(index + 1, self._lexicon.multiples[word])
        if word == "half" and follower == "-":
            return Term(index + 2, 0.5)
        if word in _ARTICLE_FILLERS:
            return Term(index + 1, 1)
        return Term(index, 1)

    def _digits(self, tokens: Tokens, index: int) -> Term | None:
        """A number in digits, with a fraction after it."""
        word = tokens.word(index)
        if len(word) > MAX_DIGITS or not _DIGITS.fullmatch(word):
            return None
        value = float(word.replace(",", ""))
        follower = tokens.word(index + 1)
        if follower == "½":
            return Term(index + 2, value + 0.5)
        denominator = tokens.word(index + 3)
        is_fraction = _FRACTION.fullmatch(follower) and tokens.word(index + 2) == "/"
        if is_fraction and _FRACTION.fullmatch(denominator):
            return Term(index + 4, value + int(follower) / int(denominator))
        return Term(index + 1, value)

    def _spelled(self, tokens: Tokens, index: int) -> Term | None:
        """A number in words, up to ninety-nine."""
        lexicon, word = self._lexicon, tokens.word(index)
        if word in lexicon.numbers:
            return Term(index + 1, lexicon.numbers[word])
        if word not in lexicon.tens:
            return None
        last = index + 1 + (tokens.word(index + 1) == "-")
        units = lexicon.numbers.get(tokens.word(last), 0)
        if 0 < units <= _LARGEST_DIGIT:
            return Term(last + 1, lexicon.tens[word] + units)
        return Term(index + 1, lexicon.tens[word])

"""Reads numbers and ordinals, in digits and in words, as terms of a grammar."""

import re

from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.patterns import Term
from copydesk.annotate.dates.tables import Table
from copydesk.annotate.dates.tokens import Tokeniser, Tokens

MAX_DIGITS = 15
"""A longer run of digits counts nothing that a text tells; it also bounds the work of `int`."""
MAX_SUFFIX_TOKENS = 2
"""A hyphen and an ending, as Russian writes the nineties."""
_POINT = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_COMMA = re.compile(r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?")
_FRACTION = re.compile(r"[1-9]")
_LARGEST_DIGIT = 9


def suffixed_digits(
    tokens: Tokens, index: int, suffixes: tuple[str, ...]
) -> tuple[str, int] | None:
    """The digits of a token that one of the endings follows without a space: 27th, 27., 1990er.

    Returns:
        The digits, with the apostrophe before them if there is one, and where the ending ends (token index, exclusive).
    """
    word = tokens.word(index)
    if not word[:1].isdigit() and not word.startswith("'"):
        return None
    for suffix in suffixes:
        digits = word.removesuffix(suffix)
        if digits != word and digits.strip("'").isdecimal():
            return digits.removesuffix("'"), index + 1
    if not word.isdecimal():
        return None
    ending = ""
    for end in range(index + 1, index + 1 + MAX_SUFFIX_TOKENS):
        if not tokens.is_joined(end):
            return None
        ending += tokens.word(end)
        if ending in suffixes:
            return word, end + 1
    return None


class Numbers:
    """The number terms of one language. Stateless; threads may share it."""

    __slots__ = (
        "_added",
        "_amounts",
        "_digits_form",
        "_multiples",
        "_numbers",
        "_ordinals",
        "_pack",
        "_tens",
    )

    def __init__(self, pack: LanguagePack, tokeniser: Tokeniser) -> None:
        self._pack = pack
        self._numbers = Table(pack.numbers, tokeniser)
        self._tens = Table(pack.tens, tokeniser)
        self._multiples = Table(pack.multiples, tokeniser)
        self._amounts = Table(pack.amounts, tokeniser)
        self._added = Table(pack.added_amounts, tokeniser)
        self._ordinals = Table(pack.ordinals, tokeniser)
        self._digits_form = _COMMA if pack.decimal_comma else _POINT

    def cardinal_starts(self) -> frozenset[str]:
        """The words that a told number can start with."""
        return self._numbers.starts() | self._tens.starts() | self._multiples.starts()

    def number_starts(self) -> frozenset[str]:
        """The words that any number can start with."""
        return self.cardinal_starts() | self._amounts.starts()

    def ordinal_starts(self) -> frozenset[str]:
        """The words that an ordinal can start with."""
        return self._ordinals.starts() | self._tens.starts()

    def number(self, tokens: Tokens, index: int) -> Term | None:
        """A cardinal or an amount, the longer one; None as value where it is not told."""
        amount, cardinal = self._amounts.match(tokens, index), self.cardinal(tokens, index)
        if amount is None or (cardinal is not None and cardinal.end > amount.end):
            return cardinal
        if isinstance(amount.value, int | float):
            return self._with_added(tokens, amount.end, amount.value)
        return amount

    def cardinal(self, tokens: Tokens, index: int) -> Term | None:
        """A told number: 12, 1,500, 2 1/2, twenty-one, two and a half, three dozen, hundert."""
        base = self._digits(tokens, index) or self.spelled(tokens, index) or Term(index, 1)
        end, value = base.end, base.value
        multiple = self._multiples.match(tokens, end)
        if not isinstance(value, int | float):
            return None
        if multiple is not None and isinstance(multiple.value, int):
            end, value = multiple.end, value * multiple.value
        return None if end == index else self._with_added(tokens, end, value)

    def ordinal(self, tokens: Tokens, index: int) -> Term | None:
        """An ordinal: first, 21st, twenty-first, 3."""
        named = self._ordinals.match(tokens, index)
        if named is not None:
            return named
        suffixed = suffixed_digits(tokens, index, self._pack.ordinal_suffixes)
        if suffixed is not None:
            digits, end = suffixed
            is_ordinal = digits.isdecimal() and len(digits) <= 2  # noqa: PLR2004 - digits
            return Term(end, int(digits)) if is_ordinal else None
        tens = self._tens.match(tokens, index)
        last = self._ordinals.match(tokens, self._after_joint(tokens, tens.end)) if tens else None
        if tens is None or last is None or not isinstance(tens.value, int):
            return None
        is_digit = isinstance(last.value, int) and last.value <= _LARGEST_DIGIT
        return Term(last.end, tens.value + last.value) if is_digit else None  # type: ignore[operator]  # an int

    def spelled(self, tokens: Tokens, index: int) -> Term | None:
        """A number in words without a multiple."""
        named, tens = self._numbers.match(tokens, index), self._tens.match(tokens, index)
        if named is not None and (tens is None or named.end >= tens.end):
            return named
        if tens is None or not isinstance(tens.value, int):
            return None
        ones = self._numbers.match(tokens, self._after_joint(tokens, tens.end))
        if ones is not None and isinstance(ones.value, int) and 0 < ones.value <= _LARGEST_DIGIT:
            return Term(ones.end, tens.value + ones.value)
        return tens

    def _after_joint(self, tokens: Tokens, index: int) -> int:
        """The token behind what stands between tens and ones."""
        return index + (tokens.word(index) in self._pack.tens_joints)

    def _with_added(self, tokens: Tokens, end: int, value: float) -> Term:
        """A number with the half behind it."""
        added = self._added.match(tokens, end)
        if added is not None and isinstance(added.value, int | float):
            end, value = added.end, value + added.value
        return Term(end, int(value) if value == int(value) else value)

    def _digits(self, tokens: Tokens, index: int) -> Term | None:
        """A number in digits, with a fraction after it."""
        word = tokens.word(index)
        if len(word) > MAX_DIGITS or not self._digits_form.fullmatch(word):
            return None
        if word.startswith("0") and word[1:].isdecimal():
            return None  # 07 is a year, a month or a code: it counts nothing
        group, point = (".", ",") if self._pack.decimal_comma else (",", ".")
        value = float(word.replace(group, "").replace(point, "."))
        follower = tokens.word(index + 1)
        if follower == "½":
            return Term(index + 2, value + 0.5)
        denominator = tokens.word(index + 3)
        is_fraction = _FRACTION.fullmatch(follower) and tokens.word(index + 2) == "/"
        if is_fraction and _FRACTION.fullmatch(denominator):
            return Term(index + 4, value + int(follower) / int(denominator))
        return Term(index + 1, value)

"""Terms in plain digits that read the same in every language: short years, decades, clock times."""

import re

from copydesk.annotate.dates.algebra import ShortYear
from copydesk.annotate.dates.patterns import Term
from copydesk.annotate.dates.tokens import Tokens

_MERIDIEM = re.compile(r"([ap])(?:\.[ ]?m\.?|m)")
_COMMA_TIME = re.compile(r"([01]?[0-9]|2[0-3]),([0-5][0-9])")
_DECADE_DIGITS = (2, 4)


def year_digits(tokens: Tokens, index: int) -> Term | None:
    """The two digits of a year whose century goes without saying, for phrases such as "maio de 68"."""
    word = tokens.word(index)
    is_year = word.isdecimal() and len(word) == 2  # noqa: PLR2004 - digits
    return Term(index + 1, ShortYear(int(word))) if is_year else None


def decade_digits(tokens: Tokens, index: int) -> Term | None:
    """The plain digits of a decade, for phrases such as "años 90" and "anni '90"."""
    word = tokens.word(index).removeprefix("'")
    is_decade = word.isdecimal() and len(word) in _DECADE_DIGITS and word.endswith("0")
    return Term(index + 1, int(word[:-1])) if is_decade else None


def meridiem(tokens: Tokens, index: int) -> Term | None:
    """The a.m. or p.m. after an hour."""
    found = _MERIDIEM.fullmatch(tokens.word(index))
    return Term(index + 1, found[1]) if found else None


def comma_time(tokens: Tokens, index: int) -> Term | None:
    """A clock time with a comma, as minutes since midnight: alle 21,30. Elsewhere such a number is none."""
    found = _COMMA_TIME.fullmatch(tokens.word(index))
    return Term(index + 1, 60 * int(found[1]) + int(found[2])) if found else None

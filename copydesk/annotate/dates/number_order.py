"""Decides the order of day and month in a document from its other dates: 25/12/2019 can be read in one way only.

The annotator calls it when a document was read to its end. A document that writes both orders decides nothing.
"""

import re
from dataclasses import replace

from copydesk.annotate.dates.algebra import AmbiguousDay, Clock, Day, Modified, Op, PartOfDay
from copydesk.annotate.dates.parser import Parsed

_MONTHS = 12
_NUMBERS = re.compile(r"(?<![0-9])([0-9]{1,2})([-/])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})(?![0-9])")


def in_order_of_document(text: str, found: list[Parsed]) -> list[Parsed]:
    """The expressions of a document, with the days whose order its other dates tell.

    Args:
        text: The document's text.
        found: All its expressions, in order.

    Returns:
        The same; of a day that could be read in two ways, the rule says that the document decided.
    """
    orders = {_order(text[one.start_char : one.end_char]) for one in found} - {None}
    if len(orders) != 1:
        return found
    is_day_first = orders == {"dmy"}
    return [_decided(one, is_day_first=is_day_first) for one in found]


def _order(surface: str) -> str | None:
    """The order in which a date in digits can only be read; None for one that does not tell."""
    numbers = _NUMBERS.search(surface)
    if numbers is None:
        return None
    first, second = int(numbers[1]), int(numbers[3])
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return "dmy" if first > _MONTHS else "mdy"


def _decided(one: Parsed, *, is_day_first: bool) -> Parsed:
    """An expression with its day in the document's order."""
    op = _ordered(one.op, is_day_first=is_day_first)
    if op == one.op:
        return one
    return replace(one, op=op, rule=f"numeric.{'dmy' if is_day_first else 'mdy'}_by_document")


def _ordered(op: Op, *, is_day_first: bool) -> Op:
    """An operation in which each day has one reading."""
    if isinstance(op, Modified | PartOfDay | Clock):
        return replace(op, base=_ordered(op.base, is_day_first=is_day_first))
    if not isinstance(op, AmbiguousDay):
        return op
    day, month = (op.first, op.second) if is_day_first else (op.second, op.first)
    return Day(month, day, op.year)

"""Decides the order of day and month where both numbers of a date can be the month: 03/04/2019.

The annotator calls it when a document was read to its end. What decides is, the strongest first, the document's other
dates (25/12/2019 can be read in one way only; one that writes both orders decides nothing), what the user says of its
source, the region of its language as the metadata tell it, and its language, which the parser went by already.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

from copydesk.annotate.dates.algebra import AmbiguousDay, Clock, Day, Modified, Op, PartOfDay
from copydesk.annotate.dates.parser import Parsed
from copydesk.records import Document
from copydesk.user_rules import DayOrder

Order = Literal["dmy", "mdy"]
_MONTHS = 12
_NUMBERS = re.compile(r"(?<![0-9])([0-9]{1,2})([-/])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})(?![0-9])")
_BY_LANGUAGE = re.compile(r"numeric\.(dmy|mdy)_by_language")
_REGION = re.compile(r"en(?:[-_][a-z]{4})?[-_]([a-z]{2}|[0-9]{3})(?![a-z0-9])", re.IGNORECASE)
_MONTH_FIRST = frozenset({"US", "AS", "GU", "MP", "PR", "UM", "VI"})
"""The United States and their territories."""
_BOTH = frozenset({"CA", "PH"})
"""Canada and the Philippines write both."""


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """An order of day and month, and what tells it: `document`, `source` or `region`."""

    order: Order
    teller: str


def told_order(
    document: Document, language_code: str, orders: Iterable[DayOrder]
) -> ToldOrder | None:
    """The order that is told outside of a text: by the user for its source, else by its region.

    Args:
        document: The text with its metadata and publisher.
        language_code: That of the text; a region of another language tells nothing.
        orders: What the user says, in order; the first that fits counts.
    """
    publisher = document.publisher_name.casefold()
    for rule in orders:
        if rule.source is None or fnmatchcase(publisher, rule.source.casefold()):
            return ToldOrder(rule.order, "source")
    by_region = order_of_region(document.metadata.language_text)
    return ToldOrder(by_region, "region") if by_region and language_code == "en" else None


def order_of_region(language_text: str | None) -> Order | None:
    """The order of a region of English, as a tag of the language tells it.

    >>> order_of_region("en-GB"), order_of_region("en_US.UTF-8"), order_of_region("en"), order_of_region("en-CA")
    ('dmy', 'mdy', None, None)
    """
    found = _REGION.match((language_text or "").strip())
    region = found[1].upper() if found else None
    if region is None or region in _BOTH:
        return None
    return "mdy" if region in _MONTH_FIRST else "dmy"


def order_of_document(text: str, found: Iterable[Parsed]) -> ToldOrder | None:
    """The order of all dates of a document that can be read in one way only; None where there is not just one."""
    orders = {_order(text[one.start_char : one.end_char]) for one in found} - {None}
    for order in orders if len(orders) == 1 else ():
        return ToldOrder(order, "document") if order else None
    return None


def in_told_order(found: Sequence[Parsed], told: ToldOrder | None) -> list[Parsed]:
    """The expressions, those that could be read in two ways in the order that is told.

    What the parser decided by the language is decided anew. The rule says what decided.
    """
    return [_decided(one, told) for one in found] if told else list(found)


def _order(surface: str) -> Order | None:
    """The order in which a date in digits can only be read; None for one that does not tell."""
    numbers = _NUMBERS.search(surface)
    if numbers is None:
        return None
    first, second = int(numbers[1]), int(numbers[3])
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return "dmy" if first > _MONTHS else "mdy"


def _decided(one: Parsed, told: ToldOrder) -> Parsed:
    """An expression with its day in the order that is told."""
    by_language = _BY_LANGUAGE.fullmatch(one.rule)
    is_day_first = told.order == "dmy"
    is_turned = by_language is not None and by_language[1] != told.order
    op = _turned(one.op) if is_turned else _ordered(one.op, is_day_first=is_day_first)
    if op == one.op and by_language is None:
        return one
    return replace(one, op=op, rule=f"numeric.{told.order}_by_{told.teller}")


def _ordered(op: Op, *, is_day_first: bool) -> Op:
    """An operation in which each day has one reading."""
    if isinstance(op, Modified | PartOfDay | Clock):
        return replace(op, base=_ordered(op.base, is_day_first=is_day_first))
    if not isinstance(op, AmbiguousDay):
        return op
    day, month = (op.first, op.second) if is_day_first else (op.second, op.first)
    return Day(month, day, op.year)


def _turned(op: Op) -> Op:
    """An operation whose day the parser read in one of two orders, in the other."""
    if isinstance(op, Modified | PartOfDay | Clock):
        return replace(op, base=_turned(op.base))
    return replace(op, month=op.day, day=op.month) if isinstance(op, Day) else op

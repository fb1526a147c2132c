"""Holds a document's date against the text: a day told with its weekday fits one year in five or six.

Called by the resolution when the date was decided. It lowers the trust in a date, and never gives one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from copydesk.annotate.dates.algebra import Clock, Day, Modified, Op, PartOfDay
from copydesk.annotate.dates.calendar_days import day_or_none
from copydesk.records import DocumentDate

DOUBTED_CONFIDENCE = 0.85
"""The most that is left where the text contradicts. It still resolves: "Sunday, March 5" may be that of last year."""
NEAR_DAYS = timedelta(days=120)
"""A pair further off may be one of another year. Of 1,736 dated news articles 27 hold such pairs: 23 agreed with
their date and 2 did not, whose dates were wrong indeed; a year off, 24 disagreed."""


def doubted(document_date: DocumentDate, ops: Iterable[Op]) -> DocumentDate:
    """A document's date, less sure where more weekdays of the text contradict it than agree.

    Args:
        document_date: As the evidence decides it.
        ops: What the text tells.
    """
    day = document_date.published_date
    if day is None or document_date.confidence is None:
        return document_date
    told = [fits for op in ops for fits in _fits(op, day)]
    if told.count(False) <= told.count(True):
        return document_date
    return replace(document_date, confidence=min(document_date.confidence, DOUBTED_CONFIDENCE))


def _fits(op: Op, day: date) -> Iterator[bool]:
    """Whether a day without its year has the weekday that is told beside it, if it is one near the document's."""
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    if not isinstance(op, Day) or op.weekday is None or op.year is not None:
        return
    years = (day.year - 1, day.year, day.year + 1)
    days = [found for year in years if (found := day_or_none(year, op.month, op.day))]
    nearest = min(days, key=lambda found: abs(found - day), default=None)
    if nearest is not None and abs(nearest - day) <= NEAR_DAYS:
        yield nearest.isoweekday() == op.weekday

"""Decides a document's own date from the evidence for it.

The resolution calls it first, since most expressions count from that date. The order of trust is that of
`evidence.KINDS`; two strong kinds that disagree leave too little trust to resolve anything. It sees rows of evidence
alone, so a date can be decided again when one of them changes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from copydesk.annotate.dates import timex
from copydesk.annotate.dates.calendar_days import day_or_none
from copydesk.annotate.dates.evidence import KINDS, UNKNOWN_YEAR
from copydesk.records import DateEvidence, DocumentDate, DocumentDateStatus

CONFLICT_CONFIDENCE = 0.5
"""The most that is left when two strong sources are more than a day apart."""
STRONG_CONFIDENCE = 0.95
CONFLICT_DAYS = timedelta(days=1)
"""Metadata, addresses and paths of one story differ by the hours of its time zone."""
WEAK_CONFIDENCE = 0.9
WEAK_CONFLICT_DAYS = timedelta(days=31)
"""A story may appear days after the date of its dateline, and be changed after that of its header line. By hand."""
_UNKNOWN = DocumentDate(
    None, None, DocumentDateStatus.UNKNOWN, None, None, None, None, is_contested=False
)


def decide_date(evidence: Sequence[DateEvidence]) -> DocumentDate:
    """A document's date, as the row of `document_dates`.

    Args:
        evidence: All its rows of `date_evidence`.
    """
    usable = [row for row in evidence if timex.bounds(row.value) is not None]
    if not usable:
        return _UNKNOWN
    usable.sort(key=lambda row: (KINDS.index(row.kind), _is_update(row)))
    without_year = [row for row in evidence if row.value.startswith(UNKNOWN_YEAR)]
    best = _finest(usable)
    if best.precision != "day":
        best = next(filter(None, (_with_year(row, best) for row in without_year)), best)
    around = [*usable, *filter(None, (_nearest(row, best) for row in without_year))]
    return _document_date(best, is_contested=_is_contradicted(best, around))


def _finest(usable: list[DateEvidence]) -> DateEvidence:
    """The strongest evidence, or a day of weaker evidence that lies within its month or year."""
    best = usable[0]
    if best.precision == "day":
        return best
    start, end = _days(best)
    # A day off is one of another time zone.
    within = (
        row
        for row in usable
        if row.precision == "day" and start - CONFLICT_DAYS <= _days(row)[0] <= end + CONFLICT_DAYS
    )
    return next(within, best)


def _with_year(row: DateEvidence, best: DateEvidence) -> DateEvidence | None:
    """The evidence of a day without its year, if it falls once into the month or year that stronger evidence tells."""
    start, end = _days(best)
    days = [day for day in _occurrences(row, start.year, end.year) if start <= day <= end]
    if len(days) != 1:
        return None
    confidence = min(row.confidence, best.confidence)
    return replace(row, value=days[0].isoformat(), confidence=confidence)


def _nearest(row: DateEvidence, best: DateEvidence) -> DateEvidence | None:
    """The evidence of a day without its year, in the year that brings it closest."""
    if best.precision != "day":
        return None
    own, _ = _days(best)
    days = _occurrences(row, own.year - 1, own.year + 1)
    if not days:
        return None
    return replace(row, value=min(days, key=lambda day: abs(day - own)).isoformat())


def _occurrences(row: DateEvidence, first_year: int, last_year: int) -> list[date]:
    """The days of some years that a day without its year can be."""
    _, month, day = row.value.split("-")
    days = (day_or_none(year, int(month), int(day)) for year in range(first_year, last_year + 1))
    return [found for found in days if found]


def _is_contradicted(best: DateEvidence, usable: list[DateEvidence]) -> bool:
    """True when evidence about as strong tells another time, or the text itself one that is far off."""
    needed = min(best.confidence, WEAK_CONFIDENCE)
    start, end = _days(best)
    for row in usable:
        if row is best or row.confidence < needed or _is_update(row):
            continue
        allowed = CONFLICT_DAYS if row.confidence >= STRONG_CONFIDENCE else WEAK_CONFLICT_DAYS
        other_start, other_end = _days(row)
        if other_start - end > allowed or start - other_end > allowed:
            return True
    return False


def _is_update(row: DateEvidence) -> bool:
    """True for the day of a later change, which may well differ from that of publication."""
    return row.rule.startswith("header_line.updated")


def _days(row: DateEvidence) -> tuple[date, date]:
    """First and last day that evidence allows."""
    days = timex.bounds(row.value)
    if days is None:
        raise ValueError(f"evidence {row.evidence_no} tells no days: {row.value}")
    return days


def _document_date(best: DateEvidence, *, is_contested: bool) -> DocumentDate:
    """The date that one piece of evidence gives."""
    start, end = _days(best)
    status = DocumentDateStatus.INFERRED
    if best.precision != "day":
        status = DocumentDateStatus.BOUNDED
    elif best.kind == "metadata":
        status = DocumentDateStatus.GIVEN
    return DocumentDate(
        published_date=start if best.precision == "day" else None,
        precision=best.precision,
        status=status,
        confidence=min(best.confidence, CONFLICT_CONFIDENCE) if is_contested else best.confidence,
        earliest_date=start,
        latest_date=end,
        evidence_no=best.evidence_no,
        is_contested=is_contested,
    )

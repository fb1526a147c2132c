"""Gives the time expressions of a document their values: at first, and again when its date or the rules change.

The annotator calls `resolve_all` on what it read. `resolve_again` serves who has the stored rows: it takes the
operations out of them, so no text is read and nothing is parsed. Both end in the same function, so the rows are the
same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.annotate.dates import timex
from copydesk.annotate.dates.agreement import doubted
from copydesk.annotate.dates.algebra import (
    Anchor,
    Clock,
    Modified,
    Narrated,
    Op,
    PartOfDay,
    Shift,
    as_written,
    is_anchored,
    op_from_json,
    op_to_json,
)
from copydesk.annotate.dates.confidence import rule_confidence
from copydesk.annotate.dates.document_date import decide_date
from copydesk.annotate.dates.narrative import tells_history, within_told_years
from copydesk.annotate.dates.resolver import Resolution, resolve, resolve_within, value_of
from copydesk.records import (
    DateAnnotations,
    DateEvidence,
    DateStatus,
    DocumentDate,
    TimeExpression,
)

MIN_ANCHOR_CONFIDENCE = 0.85
"""A document's date that is less sure than this resolves nothing (research on 2,500 dated articles)."""
TEXT_ANCHOR_CONFIDENCE = 0.7
"""The most that a value counted from a date of the text is trusted. Set by hand: too few cases to fit."""
_RULES_OF_WRITER = ("ago", "from_now")
"""What counts from the day of writing in a history too."""
_ANCHOR_FREE = (DateStatus.DURATION, DateStatus.SET, DateStatus.ABSOLUTE)


@dataclass(frozen=True, slots=True)
class ReadExpression:
    """What the text alone says of a time expression: the part of its row that no anchor changes."""

    date_no: int
    line_no: int
    start_char: int
    end_char: int
    surface: str
    op: Op
    rule: str
    range_id: int | None


@dataclass(frozen=True, slots=True)
class _DocumentAnchor:
    """The document's date as far as it may resolve anything."""

    day: date | None
    source: str | None
    confidence: float
    earliest: date | None
    latest: date | None


def resolve_all(
    read: Sequence[ReadExpression], evidence: Sequence[DateEvidence]
) -> DateAnnotations:
    """The rows of a document, from what its text says and the evidence for its own date.

    Args:
        read: All its expressions, in order of position.
        evidence: Its rows of `date_evidence`.

    Returns:
        Rows of `dates`, `document_dates` and `date_evidence`.
    """
    document_date = doubted(decide_date(evidence), [one.op for one in read])
    anchor = _anchor(document_date, evidence)
    ops = _in_their_years(read, anchor.day)
    rows = (_expression(one, op, anchor) for one, op in zip(read, ops, strict=True))
    return DateAnnotations(tuple(rows), document_date, tuple(evidence))


def resolve_again(stored: DateAnnotations) -> DateAnnotations:
    """The rows of a document by these rules, from rows that other rules or other evidence gave.

    Args:
        stored: The document's rows as they are stored, each kind in order. Where its metadata changed, with the
            evidence that `evidence.with_metadata` gives.

    Returns:
        What the annotator gives for the same text and evidence.

    Raises:
        ValueError: A row's `op` is none of this version.
    """
    return resolve_all([_read(row) for row in stored.dates], stored.evidence)


def _read(row: TimeExpression) -> ReadExpression:
    """What the text alone says of a stored expression."""
    return ReadExpression(
        date_no=row.date_no,
        line_no=row.line_no,
        start_char=row.start_char,
        end_char=row.end_char,
        surface=row.surface,
        op=as_written(op_from_json(row.op)),
        rule=row.rule,
        range_id=row.range_id,
    )


def _in_their_years(read: Sequence[ReadExpression], anchor: date | None) -> list[Op]:
    """The operations; those of a history that count from the time told last, as such."""
    ops = [one.op for one in read]
    if anchor is None or not tells_history(ops, anchor):
        return ops
    counted = within_told_years(ops)
    return [_narrated(one, op) for one, op in zip(read, counted, strict=True)]


def _narrated(one: ReadExpression, counted: Op) -> Op:
    """An operation of a history; "ten years ago" counts from the day it was written all the same."""
    is_of_writer = one.rule.partition(".")[2] in _RULES_OF_WRITER
    return one.op if is_of_writer or one.op == counted else Narrated(one.op, counted)


def _anchor(document_date: DocumentDate, evidence: Sequence[DateEvidence]) -> _DocumentAnchor:
    """What of a document's date may resolve expressions."""
    confidence = document_date.confidence or 0.0
    kinds = {row.evidence_no: row.kind for row in evidence}
    is_sure = confidence >= MIN_ANCHOR_CONFIDENCE
    return _DocumentAnchor(
        day=document_date.published_date if is_sure else None,
        source=kinds.get(document_date.evidence_no or 0),
        confidence=confidence,
        earliest=document_date.earliest_date if is_sure else None,
        latest=document_date.latest_date if is_sure else None,
    )


def _expression(read: ReadExpression, op: Op, anchor: _DocumentAnchor) -> TimeExpression:
    """The row of one expression."""
    resolution = _resolve(op, anchor)
    anchor_date, anchor_source, trust = _used_anchor(op, resolution, anchor)
    return TimeExpression(
        date_no=read.date_no,
        line_no=read.line_no,
        start_char=read.start_char,
        end_char=read.end_char,
        surface=read.surface,
        timex_type=resolution.timex_type,
        value=resolution.value,
        value_edtf=resolution.value_edtf,
        start_date=resolution.start_date,
        end_date=resolution.end_date,
        earliest_date=resolution.earliest_date,
        latest_date=resolution.latest_date,
        precision=resolution.precision,
        status=resolution.status,
        op=op_to_json(op),
        anchor_date=anchor_date,
        anchor_source=anchor_source,
        range_id=read.range_id,
        alternatives=resolution.alternatives,
        confidence=min(rule_confidence(read.rule, resolution.status), trust),
        rule=read.rule,
    )


def _resolve(op: Op, anchor: _DocumentAnchor) -> Resolution:
    """The operation's value, with what the bounds of a document's date still tell."""
    if anchor.day is None and anchor.earliest is not None and anchor.latest is not None:
        return resolve_within(op, anchor.earliest, anchor.latest)
    return resolve(op, anchor.day)


def _used_anchor(
    op: Op, resolution: Resolution, anchor: _DocumentAnchor
) -> tuple[date | None, str | None, float]:
    """The date that a value or its bounds were counted from, where that came from, and how far it is trusted."""
    if resolution.status in _ANCHOR_FREE:
        return None, None, 1.0
    is_bounded = resolution.earliest_date is not None or resolution.latest_date is not None
    if resolution.status is DateStatus.VAGUE and not is_bounded:
        return None, None, 1.0
    if resolution.status is DateStatus.VAGUE or is_anchored(op):
        if resolution == resolve(op, None):  # an anchor that it counts from in vain
            return None, None, 1.0
        is_used = anchor.day is not None or is_bounded
        source = anchor.source if is_used else None
        return anchor.day, source, anchor.confidence if source else 1.0
    reference = _text_reference(op)
    span = timex.bounds(value_of(reference, None)) if reference is not None else None
    return (span[0], "text", TEXT_ANCHOR_CONFIDENCE) if span else (None, None, 1.0)


def _text_reference(op: Op) -> Op | None:
    """The date of the text that a shift, or the year of a day or month, counts from."""
    if isinstance(op, Narrated):
        op = op.counted
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    year = getattr(op, "year", None)
    if isinstance(year, Shift):
        op = year
    return op.base if isinstance(op, Shift) and not isinstance(op.base, Anchor) else None

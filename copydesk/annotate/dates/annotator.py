"""Finds the time expressions of a document and, with the document's own date, what they mean.

Called once a document by the pipeline, through the package. Reads the text and the metadata only: never
a clock, a file's times or another document.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from copydesk.annotate.dates import timex
from copydesk.annotate.dates.algebra import (
    Anchor,
    Clock,
    Modified,
    Op,
    PartOfDay,
    Shift,
    is_anchored,
    op_to_json,
)
from copydesk.annotate.dates.compiled import Language, language
from copydesk.annotate.dates.confidence import rule_confidence
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.document_date import date_document
from copydesk.annotate.dates.narrative import tells_history, within_told_years
from copydesk.annotate.dates.parser import Parsed, parse
from copydesk.annotate.dates.resolver import Resolution, resolve, resolve_within, value_of
from copydesk.annotate.dates.tokens import PLAIN
from copydesk.records import (
    DateAnnotations,
    DateEvidence,
    DateStatus,
    Document,
    DocumentDate,
    Paragraph,
    TimeExpression,
)

MIN_ANCHOR_CONFIDENCE = 0.85
"""A document's date that is less sure than this resolves nothing (research on 2,500 dated articles)."""
TEXT_ANCHOR_CONFIDENCE = 0.7
"""The most that a value counted from a date of the text is trusted. Set by hand: too few cases to fit."""
_WINDOW_CHARS = 50_000
"""News paragraphs stay below 5,000. The tokens of a line of 30 MB would take gigabytes at a time."""
_ANCHOR_FREE = (DateStatus.VAGUE, DateStatus.DURATION, DateStatus.SET)


@dataclass(frozen=True, slots=True)
class _DocumentAnchor:
    """The document's date as far as it may resolve anything."""

    day: date | None
    source: str | None
    confidence: float
    earliest: date | None
    latest: date | None


def annotate(document: Document, language_code: str) -> DateAnnotations:
    """The time expressions of a document, its own date, and the evidence for that.

    Args:
        document: A normalised text with its lines, paragraphs and metadata.
        language_code: ISO 639-1; a language without a pack gets dates in digits only.

    Returns:
        Rows of `dates` (one an expression, in order of position), `document_dates` and `date_evidence`.
    """
    compiled = language(language_code)
    document_date, evidence = date_document(document, compiled)
    anchor = _anchor(document_date, evidence)
    line_starts = [line.start_char for line in document.lines]
    dates = []
    found = _parse_document(document, compiled)
    if anchor.day is not None and tells_history((parsed.op for parsed in found), anchor.day):
        ops = within_told_years(parsed.op for parsed in found)
        found = [replace(parsed, op=op) for parsed, op in zip(found, ops, strict=True)]
    for date_no, parsed in enumerate(found, start=1):
        line_index = max(0, bisect_right(line_starts, parsed.start_char) - 1)
        line_no = document.lines[line_index].line_no if document.lines else 1
        dates.append(_expression(document.text, parsed, anchor, (date_no, line_no)))
    return DateAnnotations(tuple(dates), document_date, evidence)


def _parse_document(document: Document, compiled: Language | None) -> list[Parsed]:
    """The expressions of all paragraphs, with ranges numbered over the document."""
    context = Context(compiled.pack if compiled else None)
    tokeniser = compiled.tokeniser if compiled else PLAIN
    expressions: list[Parsed] = []
    range_count = 0
    for paragraph in document.paragraphs:
        for start_char, end_char in _windows(document.text, paragraph):
            tokens = tokeniser.cut(document.text, start_char, end_char)
            found = parse(tokens, compiled, context, range_count)
            range_count = max((item.range_no or 0 for item in found), default=0) or range_count
            expressions += found
    return expressions


def _windows(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Cut a paragraph too long for print after a full stop, else at white space: tokens take memory."""
    start = paragraph.start_char
    while paragraph.end_char - start > _WINDOW_CHARS:
        end = start + _WINDOW_CHARS
        middle = start + _WINDOW_CHARS // 2
        cuts = (text.rfind(sign, middle, end) for sign in (". ", "\u3002", "\n", " "))
        cut = next((cut + 1 for cut in cuts if cut > 0), end)
        yield start, cut
        start = cut
    yield start, paragraph.end_char


def _anchor(document_date: DocumentDate, evidence: tuple[DateEvidence, ...]) -> _DocumentAnchor:
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


def _expression(
    text: str, parsed: Parsed, anchor: _DocumentAnchor, position: tuple[int, int]
) -> TimeExpression:
    """The row of one expression; `position` is its number and its line's."""
    resolution = _resolve(parsed.op, anchor)
    anchor_date, anchor_source, trust = _used_anchor(parsed.op, resolution, anchor)
    return TimeExpression(
        date_no=position[0],
        line_no=position[1],
        start_char=parsed.start_char,
        end_char=parsed.end_char,
        surface=text[parsed.start_char : parsed.end_char],
        timex_type=resolution.timex_type,
        value=resolution.value,
        value_edtf=resolution.value_edtf,
        start_date=resolution.start_date,
        end_date=resolution.end_date,
        earliest_date=resolution.earliest_date,
        latest_date=resolution.latest_date,
        precision=resolution.precision,
        status=resolution.status,
        op=op_to_json(parsed.op),
        anchor_date=anchor_date,
        anchor_source=anchor_source,
        range_id=parsed.range_no,
        alternatives=resolution.alternatives,
        confidence=min(rule_confidence(parsed.rule, resolution.status), trust),
        rule=parsed.rule,
    )


def _resolve(op: Op, anchor: _DocumentAnchor) -> Resolution:
    """The operation's value, with what the bounds of a document's date still tell."""
    is_bounded = anchor.day is None and anchor.earliest is not None and anchor.latest is not None
    if is_bounded and anchor.earliest is not None and anchor.latest is not None:
        return resolve_within(op, anchor.earliest, anchor.latest)
    return resolve(op, anchor.day)


def _used_anchor(
    op: Op, resolution: Resolution, anchor: _DocumentAnchor
) -> tuple[date | None, str | None, float]:
    """The date that a value was counted from, where that came from, and how far it is trusted."""
    if resolution.status in _ANCHOR_FREE or resolution.status is DateStatus.ABSOLUTE:
        return None, None, 1.0
    if is_anchored(op):
        is_used = anchor.day is not None
        return anchor.day, anchor.source if is_used else None, anchor.confidence if is_used else 1.0
    reference = _text_reference(op)
    span = timex.bounds(value_of(reference, None)) if reference is not None else None
    return (span[0], "text", TEXT_ANCHOR_CONFIDENCE) if span else (None, None, 1.0)


def _text_reference(op: Op) -> Op | None:
    """The date of the text that a shift, or the year of a day or month, counts from."""
    while isinstance(op, Modified | PartOfDay | Clock):
        op = op.base
    year = getattr(op, "year", None)
    if isinstance(year, Shift):
        op = year
    return op.base if isinstance(op, Shift) and not isinstance(op.base, Anchor) else None

"""Finds the time expressions of a document and, with the document's own date, what they mean.

Called once a document by the pipeline, through the package. Reads the text and the metadata only: never
a clock, a file's times or another document.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.annotate.dates.compiled import Language, language
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.evidence import collect_evidence, with_metadata
from copydesk.annotate.dates.number_order import in_told_order, order_of_document, told_order
from copydesk.annotate.dates.parser import Parsed, parse
from copydesk.annotate.dates.resolution import ReadExpression, resolve_again, resolve_all
from copydesk.annotate.dates.tokens import PLAIN
from copydesk.records import DateAnnotations, Document, Paragraph
from copydesk.user_rules import DayOrder

_WINDOW_CHARS = 50_000
"""News paragraphs stay below 5,000. The tokens of a line of 30 MB would take gigabytes at a time."""


def annotate(
    document: Document, language_code: str, orders: Sequence[DayOrder] = ()
) -> DateAnnotations:
    """The time expressions of a document, its own date, and the evidence for that.

    Args:
        document: A normalised text with its lines, paragraphs and metadata.
        language_code: ISO 639-1; a language without a pack gets dates in digits only.
        orders: The user's settings for the order of day and month, in order.

    Returns:
        Rows of `dates` (one an expression, in order of position), `document_dates` and `date_evidence`.
    """
    compiled = language(language_code)
    parsed_all = _parse_document(document, compiled)
    outside = told_order(document, language_code, orders)
    in_text = order_of_document(document.text, parsed_all) or outside
    found = in_told_order(parsed_all, in_text)
    line_starts = [line.start_char for line in document.lines]
    read = []
    for date_no, parsed in enumerate(found, start=1):
        line_index = max(0, bisect_right(line_starts, parsed.start_char) - 1)
        line_no = document.lines[line_index].line_no if document.lines else 1
        read.append(_read(document.text, parsed, date_no, line_no))
    return resolve_all(read, collect_evidence(document, compiled, outside, in_text))


def date_again(
    document: Document,
    language_code: str,
    stored: DateAnnotations,
    orders: Sequence[DayOrder] = (),
) -> DateAnnotations:
    """The rows of a document by these rules and with what is said of it now, from stored rows: no text is parsed.

    Args:
        document: The text that the rows are of, with its metadata and path as they are now.
        language_code: That which the rows were made with.
        stored: Its rows, each kind in order.
        orders: The user's settings that the rows were made with.

    Returns:
        What `annotate` gives, where publisher and region, which orders of day and month go by, are as they were.
    """
    outside = told_order(document, language_code, orders)
    evidence = with_metadata(
        stored.evidence, document.metadata, document.path, language(language_code), outside
    )
    return resolve_again(replace(stored, evidence=evidence))


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


def _read(text: str, parsed: Parsed, date_no: int, line_no: int) -> ReadExpression:
    """What the text says of an expression."""
    return ReadExpression(
        date_no=date_no,
        line_no=line_no,
        start_char=parsed.start_char,
        end_char=parsed.end_char,
        surface=text[parsed.start_char : parsed.end_char],
        op=parsed.op,
        rule=parsed.rule,
        range_id=parsed.range_no,
    )

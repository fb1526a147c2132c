"""From records to the rows of the stored tables. Called by the batches only."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from copydesk.annotate.quality.signals import QualitySignals, WordSignals
from copydesk.records import (
    Amount,
    DateAnnotations,
    Document,
    LanguageGuess,
    LineDecision,
    LineLabel,
    Mention,
    Sentence,
    SourceRef,
)
from copydesk.store.describe import DescribedSource, metadata_rows, source_rows
from copydesk.text.hyphens import line_end_cuts
from copydesk.text.offsets import OffsetMap, to_numbers
from copydesk.text.template import line_templates
from copydesk.text.words import count_words

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Table name -> rows."""

LOST = "\ufffd"
"""REPLACEMENT CHARACTER: what some program before put in the place of what it could not read."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How raw bytes became a text.

    Attributes:
        offsets: Where each character stands in the bytes.
        repaired_char_count: Characters that stood there as mojibake.
    """

    offsets: OffsetMap
    repaired_char_count: int = 0


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with everything that was said of it so far.

    Attributes:
        document: The document.
        refs: Its sources, as discovery found them.
        labels: One for each line.
        decisions: What the user's rules say of lines.
        languages: The best guess for the whole document first.
        described: Its sources with all that is said of them; none where that is as it is stored.
        encoding: Of its raw bytes, and how sure it is, 0 to 1.
        origin: How its raw bytes were read; None where the stored text was annotated.
        quality: None where they are not asked for, as with all that follows.
        sentences: Its sentences.
        dates: Time expressions and the document's own date.
        amounts: Sums of money, percentages and measures.
        mentions: Entity mentions.
    """

    document: Document
    refs: tuple[SourceRef, ...]
    labels: tuple[LineLabel, ...] = ()
    decisions: tuple[LineDecision, ...] = ()
    languages: tuple[LanguageGuess, ...] = ()
    described: tuple[DescribedSource, ...] = ()
    encoding: tuple[str | None, float | None] = (None, None)
    origin: Origin | None = None
    quality: QualitySignals | None = None
    sentences: tuple[Sentence, ...] | None = None
    dates: DateAnnotations | None = None
    amounts: tuple[Amount, ...] | None = None
    mentions: tuple[Mention, ...] | None = None

    @property
    def language_code(self) -> str:
        """The best guess for the whole document."""
        return self.languages[0].language_code


def rows_of(annotated: AnnotatedDocument, tables: Collection[str]) -> Rows:
    """Return the rows of some batch tables for one document."""
    doc_id = annotated.document.doc_id
    return {
        table: [{"doc_id": doc_id, **row} for row in _MAKERS[table](annotated)] for table in tables
    }


def _sources(annotated: AnnotatedDocument) -> Iterable[Row]:
    return source_rows(annotated.described, *annotated.encoding)


def _source_metadata(annotated: AnnotatedDocument) -> Iterable[Row]:
    return metadata_rows(annotated.described)


def _documents(annotated: AnnotatedDocument) -> Iterable[Row]:
    text, origin = annotated.document.text, annotated.origin
    yield {
        "text": text,
        "char_count": len(text),
        "word_count": count_words(text),
        "line_count": len(annotated.document.lines),
        "lost_char_count": text.count(LOST),
        "repaired_char_count": origin.repaired_char_count if origin else 0,
        "raw_runs": to_numbers(origin.offsets) if origin else None,
    }


def _lines(annotated: AnnotatedDocument) -> Iterable[Row]:
    document = annotated.document
    spans = {line.line_no: line for line in document.lines}
    templates = line_templates(document.text, document.lines, document.paragraphs)
    for label in annotated.labels:
        line = spans[label.line_no]
        yield {
            "start_char": line.start_char,
            "end_char": line.end_char,
            "template_hash": templates[label.line_no],
            **_fields(label),
        }


def _line_rules(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.decisions)


def _paragraphs(annotated: AnnotatedDocument) -> Iterable[Row]:
    document = annotated.document
    cuts = line_end_cuts(document.text, document.paragraphs)
    line_ends = [line.end_char for line in document.lines]
    for number, paragraph in enumerate(document.paragraphs):
        yield {
            "paragraph_no": number + 1,
            "end_line_no": document.lines[bisect_left(line_ends, paragraph.end_char)].line_no,
            "line_end_cuts": [
                char for cut in cuts[number] for char in (cut.start_char, cut.end_char)
            ],
            **_fields(paragraph),
        }


def _languages(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.languages)


def _quality(annotated: AnnotatedDocument) -> Iterable[Row]:
    signals = annotated.quality
    if signals is not None:
        words = _fields(signals.words) if signals.words else dict.fromkeys(WordSignals.__slots__)
        yield {**_fields(signals.characters), **_fields(signals.lines), **words}


def _sentences(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.sentences or ())


def _dates(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.dates.dates if annotated.dates else ())


def _document_dates(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, [annotated.dates.document_date] if annotated.dates else ())


def _date_evidence(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.dates.evidence if annotated.dates else ())


def _amounts(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.amounts or ())


def _mentions(annotated: AnnotatedDocument) -> Iterable[Row]:
    return map(_fields, annotated.mentions or ())


_MAKERS: dict[str, Callable[[AnnotatedDocument], Iterable[Row]]] = {
    "sources": _sources,
    "source_metadata": _source_metadata,
    "documents": _documents,
    "lines": _lines,
    "paragraphs": _paragraphs,
    "line_rules": _line_rules,
    "languages": _languages,
    "quality": _quality,
    "sentences": _sentences,
    "dates": _dates,
    "document_dates": _document_dates,
    "date_evidence": _date_evidence,
    "amounts": _amounts,
    "mentions": _mentions,
}


def _fields(record: Any) -> Row:  # noqa: ANN401  # any of the slotted records above
    return {name: getattr(record, name) for name in record.__slots__}

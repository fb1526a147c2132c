"""A text as the date annotator gets it: for the pair tables of the languages."""

from uuid import UUID

from copydesk.annotate.dates import annotate
from copydesk.records import DocId, Document, Metadata
from copydesk.text import segment

ANCHOR = "2024-03-06"  # a Wednesday


def read_dates(text, language_code, published=ANCHOR):
    """The rows of `dates` of a text in a language, published on a day or on none that is known."""
    lines = segment.lines(text)
    document = Document(
        DocId(UUID(int=1)),
        text,
        lines,
        segment.paragraphs(text, lines),
        Metadata(published_text=published),
    )
    return annotate(document, language_code).dates

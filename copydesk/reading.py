"""A document from its raw bytes: decoding, repair and normalisation, segmentation, and what the text says of itself.

Called by the batches only.
"""

from dataclasses import dataclass

from copydesk.errors import InputError
from copydesk.records import DocId, Document, ReasonCode, SourceRef
from copydesk.rows import AnnotatedDocument, Origin
from copydesk.settings import FieldSettings
from copydesk.store import html
from copydesk.store.describe import DescribedSource, Items
from copydesk.store.file_types import is_html
from copydesk.store.front_matter import front_matter
from copydesk.store.given import strong_metadata_of
from copydesk.store.place import place_of
from copydesk.text import decode, mojibake, segment
from copydesk.text.head_lines import head_lines
from copydesk.text.offsets import Form, OffsetMap, Run


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Raw bytes, and the sources that hold them; the first one shapes the document."""

    content: bytes
    sources: tuple[DescribedSource, ...]

    @property
    def refs(self) -> tuple[SourceRef, ...]:
        """The sources, as discovery found them."""
        return tuple(described.source for described in self.sources)

    @property
    def place(self) -> str:
        """Where the first of them lies."""
        source = self.sources[0].source
        return place_of(source.path, source.member)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it was read, not normalised yet."""

    text: str
    offsets: OffsetMap
    encoding_score: float
    items: Items = ()


def made_document(doc_id: DocId, raw: RawDocument, fields: FieldSettings) -> AnnotatedDocument:
    """Return the document that raw bytes hold, ready to be annotated.

    Args:
        doc_id: Its id.
        raw: The bytes and their sources.
        fields: Which keys of a front matter say what.

    Raises:
        InputError: They hold no text.
    """
    read = _extract(raw.content) if is_html(raw.place) else _decode(raw.content)
    cleaned = mojibake.clean(read.text, read.offsets)
    text = cleaned.text
    segment.refuse_endless(text)
    lines = segment.lines(text)
    if not lines:
        detail = "nothing is left of it but white space and control characters"
        raise InputError(ReasonCode.EMPTY, detail)
    block = front_matter(text, lines, fields)
    head = [line for line in lines if block is None or line.line_no > block.last_line]
    in_text = (*read.items, *(block.items if block else ()), *head_lines(text, head))
    warning = block.warning if block else None
    described = tuple(source.with_text(in_text, warning) for source in raw.sources)
    document = Document(
        doc_id,
        text,
        lines,
        segment.paragraphs(text, lines),
        strong_metadata_of(described[0].items),
        raw.place,
        described[0].publisher_name,
    )
    encoding = (cleaned.offsets.encoding_name, read.encoding_score)
    origin = Origin(cleaned.offsets, cleaned.repaired_char_count)
    return AnnotatedDocument(
        document, raw.refs, described=described, encoding=encoding, origin=origin
    )


def _decode(content: bytes) -> _Read:
    decoded = decode.decode(content)
    return _Read(decoded.text, decoded.offsets, decoded.confidence)


def _extract(content: bytes) -> _Read:
    """Return the article of an HTML page: all its characters stand for all its bytes."""
    page = html.extract(content)
    runs = (Run(len(page.text), len(content), Form.WHOLE),)
    offsets = OffsetMap(page.encoding_name, runs)
    return _Read(page.text, offsets, page.encoding_score, page.items)

"""The sentence annotator: sentences of every paragraph, by the rules of sentencex.

Called by the pipeline. A sentence never reaches across paragraphs. Never drops a letter: whatever
is not white space lies in a sentence.
"""

from bisect import bisect_right
from collections.abc import Iterator
from importlib.metadata import version

import sentencex

from copydesk.records import (
    NO_LINGUISTIC_CONTENT,
    UNDETERMINED,
    Document,
    Sentence,
    Span,
)
from copydesk.text.segment import paragraph_text

NAME = "sentences"
VERSION = "1"

# sentencex takes time more than linear in nested brackets and quotes (200,000 characters of them:
# 10 s); in windows of this size the same text takes 0.3 s. News paragraphs have 50-2,000 characters.
_WINDOW_CHARS = 8_000
_FALLBACK_LANGUAGE = "en"


def splitter_version() -> str:
    """Give the version of sentencex in use: part of the annotator's fingerprint."""
    return version("sentencex")


def annotate(document: Document, language_code: str) -> tuple[Sentence, ...]:
    """Give the rows of `sentences` for one document, in order of the text.

    Args:
        document: Normalised and segmented.
        language_code: Of the whole document (ISO 639); where it is not known, English rules serve.

    Returns:
        One `Sentence` each, without the white space around it, numbered from 1; offsets are code
        points of `document.text`.
    """
    language = language_code
    if language in {"", UNDETERMINED, NO_LINGUISTIC_CONTENT}:
        language = _FALLBACK_LANGUAGE
    line_starts = [line.start_char for line in document.lines]
    spans = (
        Span(paragraph.start_char + span.start_char, paragraph.start_char + span.end_char)
        for paragraph in document.paragraphs
        for span in split_sentences(paragraph_text(document.text, paragraph), language)
    )
    return tuple(
        Sentence(
            sentence_no,
            document.lines[bisect_right(line_starts, span.start_char) - 1].line_no,
            span.start_char,
            span.end_char,
        )
        for sentence_no, span in enumerate(spans, start=1)
    )


def split_sentences(text: str, language_code: str) -> Iterator[Span]:
    """Give the sentences of one line of text, trimmed, as offsets into it.

    >>> [(s.start_char, s.end_char) for s in split_sentences("Dr. Roe left. Why?  ", "en")]
    [(0, 13), (14, 18)]
    """
    start = 0
    while start < len(text):
        end = _window_end(text, start)
        pieces = list(_split_window(text[start:end], language_code))
        if end < len(text) and len(pieces) > 1:
            # The last sentence of a window may go on beyond it: begin the next one there.
            end = start + pieces.pop().start_char
        for piece in pieces:
            span = _trim(text, start + piece.start_char, start + piece.end_char)
            if span is not None:
                yield span
        start = end


def _window_end(text: str, start: int) -> int:
    """Give where to cut: after the last white space that a window holds, if it holds any."""
    end = start + _WINDOW_CHARS
    if end >= len(text):
        return len(text)
    cut = max(text.rfind(space, start, end) for space in " \t\u3000")
    return cut + 1 if cut > start else end


def _split_window(text: str, language_code: str) -> Iterator[Span]:
    """Give what sentencex makes of a text, as contiguous spans that cover it."""
    start = 0
    for boundary in sentencex.get_sentence_boundaries(language_code, text):
        end = int(boundary["end_index"])
        if end > start:
            yield Span(start, end)
            start = end
    if start < len(text):
        yield Span(start, len(text))


def _trim(text: str, start: int, end: int) -> Span | None:
    """Give a span without the white space around it, None if nothing is left."""
    stretch = text[start:end]
    content = stretch.strip()
    if not content:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, start + len(content))

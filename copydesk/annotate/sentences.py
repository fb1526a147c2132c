"""The sentence annotator: sentences of every paragraph, by the rules of sentencex.

Called by the pipeline. A sentence never reaches across paragraphs. Never drops a letter: whatever
is not white space lies in a sentence.
"""

import re
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
VERSION = "2"

# sentencex takes time more than linear in nested brackets and quotes (200,000 characters of them:
# 10 s); in windows of this size the same text takes 0.3 s. News paragraphs have 50-2,000 characters.
_WINDOW_CHARS = 8_000
_FALLBACK_LANGUAGE = "en"

# sentencex never ends a sentence between two quotation marks, and pairs them wrongly from the first that has no
# partner on. It gets a text without them; what a mark means for a boundary is decided here.
_QUOTES = '"“”„«»'
_MASKED = str.maketrans(dict.fromkeys(_QUOTES, "^"))
# Marks that open in one language close in another ("“" in German): there white space follows.
_CLOSING = re.compile(r"(?:[\"”»’)\]」』]|[“„«](?=[\s,.;]|\Z))+")  # noqa: RUF001
# Full stops of scripts that end sentences without white space or with two signs: Khmer, Ethiopic, Devanagari.
_FULL_STOP = re.compile(r"(?:[\u17d4\u17d5\u1362\u0965]|\u1361\u1361)[\"“”»’)]*")  # noqa: RUF001
# MYANMAR SYMBOL GENITIVE: sentencex takes it for an end.
_NO_END = "\u104f"
_HAN = re.compile("[\u3400-\u9fff]")


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
    """Give the sentences of a text as contiguous spans that cover it."""
    start = 0
    for end in _ends(text, language_code):
        if end > start:
            yield Span(start, end)
            start = end
    if start < len(text):
        yield Span(start, len(text))


def _ends(text: str, language_code: str) -> list[int]:
    """List where sentences end, sorted: as sentencex says, with quotation marks where they belong."""
    masked = text.translate(_MASKED)
    found = sentencex.get_sentence_boundaries(language_code, masked)
    ends = {_after_quotes(text, int(boundary["end_index"])) for boundary in found}
    ends |= {match.end() for match in _FULL_STOP.finditer(text)}
    return sorted(end for end in ends if _is_end(text, end))


def _after_quotes(text: str, end: int) -> int:
    """Give the end of a sentence with the marks that close it, which stand right after its last character."""
    if not 0 < end < len(text) or text[end - 1].isspace():
        return end
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _is_end(text: str, end: int) -> bool:
    """Tell whether a sentence may end there: not where what was quoted is part of one that goes on."""
    before = text[max(0, end - 100) : end].rstrip()
    if before.endswith(_NO_END):
        return False
    if not before.endswith(tuple(_QUOTES)):
        return True
    following = text[end : end + 100].lstrip()
    if not following or following[0].islower() or following[0] in ",;:–—-":  # noqa: RUF001
        return not following
    is_apart = end < len(text) and (text[end].isspace() or text[end - 1].isspace())
    return is_apart or _HAN.match(following) is not None


def _trim(text: str, start: int, end: int) -> Span | None:
    """Give a span without the white space around it, None if nothing is left."""
    stretch = text[start:end]
    content = stretch.strip()
    if not content:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, start + len(content))

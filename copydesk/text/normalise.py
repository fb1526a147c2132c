"""The one step that changes text: Unicode form, newlines, and characters that nobody can see.

Called by the pipeline once a document, right after decoding. All offsets of all annotations count
the code points of its result. Never changes wording, spacing or punctuation, and never raises.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from copydesk.text.offsets import Edit, Form, OffsetMap, decomposed, edited, with_crlf

# Every way to end a line or a page but CR LF: CR, VT, FF, NEL, LINE and PARAGRAPH SEPARATOR.
_NEWLINE = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")

# C0 and C1 controls but \t and \n, DEL, and three format characters:
# - SOFT HYPHEN: it says where a word may be broken, is not seen elsewhere, and would hide the word
#   from searches, name lists and language models;
# - WORD JOINER and ZERO WIDTH NO-BREAK SPACE (a stray byte order mark): no meaning between words.
# ZWJ and ZWNJ stay (Persian and Indic spelling, emoji), ZERO WIDTH SPACE (the word boundary of
# Khmer and Burmese) and the direction marks (Arabic and Hebrew) too.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2060\ufeff]")

# What moves offsets when newlines are unified: CR, VT and FF have as many bytes as the line feed has.
_REMOVED = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u2060\ufeff]+"
_MOVING = re.compile(f"(\r\n|[\x85\u2028\u2029])|{_REMOVED}")
_LONE_LINE_FEED = re.compile("(?<!\r)\n")
_MOVING_CRLF = re.compile(f"([\r\x0b\x0c\x85\u2028\u2029])|{_REMOVED}")

# ASCII characters never change in NFC but with what follows, so these stretches do not touch each other.
_NOT_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
# Sorting the marks of one letter takes the standard library time quadratic in their number: a minute for 250,000.
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f]{32,}")
_HANGUL_VOWELS_AND_FINALS = range(0x1160, 0x1200)


def normalise(text: str) -> str:
    r"""Give the text that everything after works on.

    Newlines first, for most are control characters; then removals; NFC last, for a removed
    character may have stood between a letter and its accent. NFC makes none of the characters
    that are removed, so the result is a fixed point: `normalise(normalise(t)) == normalise(t)`.

    Args:
        text: As decoded.

    Returns:
        The text in NFC with `\n` as its only line break.

    >>> normalise("Cafe\u0301\r\nRegie\xadrung\x00\u2028\ufeffEnd")
    'Café\nRegierung\nEnd'
    """
    return unicodedata.normalize("NFC", _ordered(_clean(text.replace("\r\n", "\n"))))


def _clean(text: str) -> str:
    """Unify the newlines of a text without CR LF and remove what nobody sees."""
    return _INVISIBLE.sub("", _NEWLINE.sub("\n", text))


def _ordered(text: str) -> str:
    """Put long runs of marks into canonical order, which NFC then leaves."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):  # which is fast where it is true
        return text
    return _MANY_MARKS.sub(_in_order, text)


def _in_order(run: re.Match[str]) -> str:
    """Sort the marks between any two characters that are none, those of one class as they stood."""
    ordered: list[str] = []
    for is_mark, chars in groupby(run[0], key=lambda char: unicodedata.combining(char) > 0):
        stretch = list(chars)
        ordered += sorted(stretch, key=unicodedata.combining) if is_mark else stretch
    return "".join(ordered)


def normalise_mapped(text: str, offsets: OffsetMap) -> tuple[str, OffsetMap]:
    r"""Give the normalised text, as `normalise` does, with its map to the raw bytes.

    Args:
        text: As decoded.
        offsets: Its map.

    >>> from copydesk.text.offsets import byte_range, encoded
    >>> raw = "\u00a9 Cafe\u0301\r\nEnd".encode()
    >>> text, offsets = normalise_mapped(raw.decode(), encoded(raw, raw.decode(), "utf-8"))
    >>> text, byte_range(offsets, text, 5, 6), byte_range(offsets, text, 7, 10)
    ('© Café\nEnd', (6, 9), (11, 14))
    """
    unified = text.replace("\r\n", "\n")
    shown = _clean(unified)
    ordered = _ordered(shown)
    normal = unicodedata.normalize("NFC", ordered)
    if normal == text:
        return normal, offsets
    moving = _MOVING
    if _is_crlf(text, unified, offsets):
        if text.count("\n") > len(text) - len(unified):
            text = _LONE_LINE_FEED.sub("\v", text)
            unified = text.replace("\r\n", "\n")
        offsets, text, moving = with_crlf(offsets, text), unified, _MOVING_CRLF
    if text != shown:
        found = moving.finditer(text)
        edits = [Edit(*match.span(), int(match[1] is not None)) for match in found]
        offsets = edited(offsets, text, edits)
    if ordered != shown:
        runs = [match.span() for match in _MANY_MARKS.finditer(shown)]
        edits = [
            Edit(start, end, end - start)
            for start, end in runs
            if ordered[start:end] != shown[start:end]
        ]
        offsets = edited(offsets, shown, edits)
    if normal != ordered:
        recomposed = decomposed(offsets, ordered, normal)
        offsets = recomposed or edited(offsets, ordered, _compositions(ordered))
    return normal, offsets


def _is_crlf(text: str, unified: str, offsets: OffsetMap) -> bool:
    """Tell whether most lines end in CR LF, and every one of them where characters are as encoded."""
    crlf_count = len(text) - len(unified)
    if not crlf_count or 2 * crlf_count <= unified.count("\n"):
        return False
    start = 0
    for run in offsets.runs:
        if run.form is not Form.ENCODED and "\n" in text[start : start + run.char_count]:
            return False
        start += run.char_count
    return True


def _compositions(text: str) -> Iterator[Edit]:
    """Yield the changes that NFC makes, each as short as can be told without Unicode's tables."""
    for stretch in _NOT_ASCII.finditer(text):
        if unicodedata.is_normalized("NFC", stretch[0]):
            continue
        clusters = _clusters(stretch[0])
        composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
        if "".join(composed) != unicodedata.normalize("NFC", stretch[0]):
            clusters, composed = [stretch[0]], [unicodedata.normalize("NFC", stretch[0])]
        start = stretch.start()
        for cluster, result in zip(clusters, composed, strict=True):
            if cluster != result:
                kept = int(cluster[0] == result[0])  # the first of them, and its marks moved
                yield Edit(start + kept, start + len(cluster), len(result) - kept)
            start += len(cluster)


def _clusters(stretch: str) -> list[str]:
    """Split before every character that is neither a mark nor a Hangul vowel or final: most never compose."""
    starts = [
        index
        for index, char in enumerate(stretch)
        if not (unicodedata.category(char)[0] == "M" or ord(char) in _HANGUL_VOWELS_AND_FINALS)
    ]
    bounds = sorted({0, *starts, len(stretch)})
    return [stretch[start:end] for start, end in pairwise(bounds)]

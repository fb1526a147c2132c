"""The one step that changes text: Unicode form, newlines, and characters that nobody can see.

Called by the pipeline once a document, right after decoding. All offsets of all annotations count
the code points of its result. Never changes wording, spacing or punctuation, and never raises.
"""

import re
import unicodedata

# Every way to end a line or a page: CR LF, CR, VT, FF, NEL, LINE and PARAGRAPH SEPARATOR.
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# C0 and C1 controls but \t and \n, DEL, and three format characters:
# - SOFT HYPHEN: it says where a word may be broken, is not seen elsewhere, and would hide the word
#   from searches, name lists and language models;
# - WORD JOINER and ZERO WIDTH NO-BREAK SPACE (a stray byte order mark): no meaning between words.
# ZWJ and ZWNJ stay (Persian and Indic spelling, emoji), ZERO WIDTH SPACE (the word boundary of
# Khmer and Burmese) and the direction marks (Arabic and Hebrew) too.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2060\ufeff]")


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
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _NEWLINE.sub("\n", text)))

"""The quality annotator: what a document's characters, lines and words are like, as numbers.

Called by the batches after the language annotator, which tells whose stop words to look for. Reads the whole
text, boilerplate too: a signal tells of the raw document, and a line's kind may change without the signals
being made anew. Decides and removes nothing. Definitions and their sources: docs/quality.md.
"""

from copydesk.annotate.quality.characters import character_signals, count_characters
from copydesk.annotate.quality.lines import line_signals
from copydesk.annotate.quality.signals import QualitySignals
from copydesk.annotate.quality.words import word_signals
from copydesk.records import Document

NAME = "quality"
VERSION = "1"


def annotate(document: Document, language_code: str) -> QualitySignals:
    """Give the row of `quality` for one document, in time linear in its length.

    Args:
        document: Normalised and segmented.
        language_code: Of the whole document (ISO 639).

    Returns:
        Its signals; `words` is None where words cannot be told apart, or where there are none.
    """
    counts = count_characters(document.text)
    return QualitySignals(
        character_signals(document.text, counts),
        line_signals(document),
        word_signals(document.text, counts, language_code),
    )

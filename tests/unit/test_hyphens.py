"""Words broken at line ends are whole in derived text, and keep a hyphen that may be theirs."""

import pytest

from copydesk.records import Paragraph
from copydesk.text.hyphens import line_end_cuts

ROWS = [
    # The whole word stands elsewhere: the hyphen was the line's.
    ("the gov-\nernment; a government", "the government; a government"),
    # The compound stands elsewhere: the hyphen is its own.
    ("a long-\nterm plan, long-term", "a long-term plan, long-term"),
    # Nothing is known of it, and the document breaks hardly any word.
    ("a sea-\nfaring town", "a sea-faring town"),
    # Others of the document are proven: what is not known goes with them.
    ("gov-\nernment had prom-\nised; the government", "government had promised; the government"),
    ("long-\nterm, a well-\nknown one; long-term", "long-term, a well-known one; long-term"),
    # A capital or a digit begins no second half of a word.
    ("gov-\nernment, Anglo-\nFrench; government", "government, Anglo-French; government"),
    ("government gov-\nernment COVID-\n19", "government government COVID-19"),
    # Suspended hyphens and dashes are followed by a space.
    ("Regierung, Re-\ngierung: Ein-\nund Ausgang", "Regierung, Regierung: Ein- und Ausgang"),
    ("he came -\nand went", "he came - and went"),
    # White space around the break goes with it; the typographic hyphen is one too.
    ("gov\u2010 \n  ernment, government", "government, government"),
    # Many line ends with a hyphen, none proven: the document is typeset.
    ("the har-\nbour mas-\nter spoke", "the harbour master spoke"),
]


def joined(text):
    """A text that is one paragraph, on one line."""
    [cuts] = line_end_cuts(text, [Paragraph(1, 0, len(text))])
    bounds = [0, *(char for cut in cuts for char in (cut.start_char, cut.end_char)), len(text)]
    pieces = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return "".join(pieces).replace("\n", " ")


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_broken_words_are_joined_as_the_document_shows(text, expected):
    """Evidence first; where there is none, the hyphen stays."""
    assert joined(text) == expected


def test_words_of_different_paragraphs_are_not_joined():
    """A hyphen at the end of a paragraph is followed by nothing."""
    text = "the gov-\nernment of government"
    assert line_end_cuts(text, [Paragraph(1, 0, 8), Paragraph(2, 9, len(text))]) == [(), ()]

"""Normalisation changes form, never wording."""

import pytest

from copydesk.text.normalise import normalise

PAIRS = [
    ("plain text\n", "plain text\n"),  # the usual case: nothing to do
    ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),  # Windows and old Mac ends of line
    ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),  # VT, FF, NEL, LS, PS
    ("Cafe\u0301", "Caf\u00e9"),  # NFC
    ("e\u00ad\u0301", "\u00e9"),  # a removal makes two characters meet: NFC comes last
    ("\u212b", "\u00c5"),  # the angstrom sign is a letter
    ("\ufb01x \u00bd \uff21", "\ufb01x \u00bd \uff21"),  # NFC, not NFKC: ligatures and widths stay
    ("\ufefftop\ufeff", "top"),  # marks at the start and inside
    ("a\x00b\x07c\x7fd\x9fe", "abcde"),  # controls of C0 and C1, and DEL
    ("a\tb", "a\tb"),  # a tab separates columns
    ("Regie\u00adrung", "Regierung"),  # soft hyphen
    ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),  # Persian spelling
    ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),  # a joined emoji
    ("  two  spaces ", "  two  spaces "),  # spacing is the text's own
    ("", ""),
    ("\ud800", "\ud800"),  # cannot come from decode, must not raise
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), PAIRS)
def test_normalise(raw, expected):
    """Form is unified, content is kept, and a second pass changes nothing."""
    assert normalise(raw) == expected
    assert normalise(expected) == expected

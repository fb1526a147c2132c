"""Words are runs of letters and digits with their marks, in any script."""

import pytest

from copydesk.text.words import count_words, find_words

PAIRS = [
    ("", []),
    ("Don't stop.", ["Don", "t", "stop"]),  # an apostrophe ends a word
    ("foo_bar - 3,5 %", ["foo", "bar", "3", "5"]),  # an underscore, a comma and signs do too
    ("\u0928\u092e\u0938\u094d\u0924\u0947 जी", ["\u0928\u092e\u0938\u094d\u0924\u0947", "जी"]),  # vowel signs do not
    ("cafe\u0301s", ["cafe\u0301s"]),  # nor a combining accent
    ("می\u200cخواهم", ["می\u200cخواهم"]),  # nor a non-joiner within a Persian word
    ("\u0301a", ["a"]),  # a mark without a letter before it begins no word
    ("港务局，投票。", ["港务局", "投票"]),  # a clause of a script without spaces is one
    ("\U0001f600 \U00010330\U00010331", ["\U00010330\U00010331"]),  # emoji are none; letters above U+FFFF are
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), PAIRS)
def test_words(text, words):
    """The words of a text, in order."""
    assert find_words(text) == words
    assert count_words(text) == len(words)

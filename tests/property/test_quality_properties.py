"""What holds for the signals of any text, and that repetition is what Gopher defines, written as it reads."""

from collections import Counter
from dataclasses import astuple
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.annotate import quality
from copydesk.annotate.quality.ngrams import repeated_shares
from copydesk.records import DocId, Document
from copydesk.text.normalise import normalise
from copydesk.text.segment import lines, paragraphs
from copydesk.text.words import count_words

TOKENS = st.sampled_from(
    ["the", "Board", "pier", "met", "said.", "7", "NATO", "#", "...", "…", "•", "-", "{", "港务局", "совет", "\u0301",
     "\u200d", "\ue000", "\u0e17\u0e48\u0e32", "\U0001f600", "\n", "\n", "\n\n"]
)  # fmt: skip
WRITTEN = st.lists(TOKENS, max_size=150).map(" ".join)
ANY_TEXT = st.one_of(WRITTEN, st.text(max_size=300))
CODES = st.sampled_from(["en", "de", "zh", "und", "zxx", "xxq"])
FEW_WORDS = st.lists(st.sampled_from(["a", "bb", "ccc", "d"]), max_size=60)


def annotate(text, language_code="en"):
    found = lines(text)
    document = Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))
    return quality.annotate(document, language_code)


def named(signals):
    """Name -> value of all signals that are there."""
    parts = (signals.characters, signals.lines, signals.words)
    values = {name: getattr(part, name) for part in parts if part for name in part.__slots__}
    return {name: value for name, value in values.items() if value is not None}


def gopher_top(words, size):
    """The fraction of characters within the most frequent n-gram; the longest of equally frequent ones."""
    grams = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    counts = Counter(grams)
    if not counts or max(counts.values()) == 1:
        return 0.0
    top = max(counts, key=lambda gram: (counts[gram], len("".join(gram)), -grams.index(gram)))
    return fraction_within(words, size, {top})


def gopher_duplicates(words, size):
    """The fraction of characters within all n-grams that occur more than once."""
    counts = Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    return fraction_within(words, size, {gram for gram, count in counts.items() if count > 1})


def fraction_within(words, size, chosen):
    """Mark every word of the chosen n-grams, so that none counts twice."""
    marked = [False] * len(words)
    for i in range(len(words) - size + 1):
        if tuple(words[i : i + size]) in chosen:
            marked[i : i + size] = [True] * size
    within = sum(len(word) for word, is_marked in zip(words, marked, strict=True) if is_marked)
    return within / len("".join(words)) if words else 0.0


@settings(deadline=None)
@given(FEW_WORDS)
def test_repetition_is_what_gopher_defines(words):
    """The n-grams that each size takes over from the size before are those of the definition."""
    expected = {size: gopher_top(words, size) for size in (2, 3, 4)}
    expected |= {size: gopher_duplicates(words, size) for size in range(5, 11)}
    assert repeated_shares(words) == pytest.approx(expected, abs=1e-6)


@settings(deadline=None)
@given(ANY_TEXT, CODES)
@example("", "en")
@example("\ud800", "en")
@example("aaa" * 10 + "\n" + "İ", "tr")
def test_shares_are_shares(text, language_code):
    """Never an error; shares lie in 0-1, counts and ratios are not negative, the same text gives the same."""
    signals = annotate(text, language_code)
    assert astuple(signals) == astuple(annotate(text, language_code))
    for name, value in named(signals).items():
        assert value >= 0
        assert value <= 1 or not name.endswith("_share")


@settings(deadline=None)
@given(ANY_TEXT.filter(bool))
def test_kinds_of_characters_add_up_to_one(text):
    """Every character is of one kind."""
    signals = annotate(text).characters
    kinds = ("letter", "digit", "punctuation", "symbol", "white_space", "other")
    total = sum(getattr(signals, f"{kind}_share") for kind in kinds)
    assert total == pytest.approx(1, abs=1e-5)


@settings(deadline=None)
@given(ANY_TEXT.map(normalise).filter(str.strip))
def test_a_text_said_twice_is_half_duplicate(text):
    """Lines that all come again: half of what was new stood before, and all n-grams repeat."""
    once, twice = annotate(text), annotate(f"{text}\n\n{text}")
    half = (1 + once.lines.duplicate_line_share) / 2
    assert twice.lines.duplicate_line_share == pytest.approx(half, abs=1e-5)
    half = (1 + once.lines.duplicate_paragraph_char_share) / 2
    assert twice.lines.duplicate_paragraph_char_share == pytest.approx(half, abs=1e-5)
    assert twice.lines.terminal_line_share == pytest.approx(
        once.lines.terminal_line_share, abs=1e-5
    )
    if once.words and count_words(text) >= 5:
        assert twice.words.duplicate_5gram_char_share == 1


@settings(deadline=None)
@given(FEW_WORDS)
def test_longer_ngrams_cover_no_more(words):
    """What stands in a repeated 6-gram stands in a repeated 5-gram."""
    shares = repeated_shares(words)
    assert all(shares[size] >= shares[size + 1] for size in range(5, 10))

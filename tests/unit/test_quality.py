"""Quality signals: each by hand on a text of a few words."""

import time
from itertools import chain
from math import log
from uuid import UUID

import pytest

from copydesk.annotate import quality
from copydesk.annotate.quality import words as word_module
from copydesk.annotate.quality.ngrams import repeated_shares
from copydesk.annotate.quality.signals import CharacterSignals, LineSignals, WordSignals
from copydesk.annotate.quality.stop_words import stop_words
from copydesk.records import DocId, Document
from copydesk.schema import STORED
from copydesk.text.segment import lines, paragraphs


def annotate(text, language_code="en"):
    found = lines(text)
    document = Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))
    return quality.annotate(document, language_code)


def share(part, whole):
    return round(part / whole, 6)


CHARACTERS = [
    ("Ab 1.", {"letter_share": 0.4, "digit_share": 0.2, "punctuation_share": 0.2, "white_space_share": 0.2}),
    ("\u00a31 \u2192", {"symbol_share": 0.5, "digit_share": 0.25}),  # a currency sign and an arrow
    ("a\u200bb\ue000", {"letter_share": 0.5, "other_share": 0.5}),  # zero-width space, private use
    ("e\u0301 \u00bd", {"letter_share": 0.5, "digit_share": 0.25}),  # a mark is of its letter; a fraction is a number
    ("a\u00a0\n\u3000", {"white_space_share": 0.75}),  # white space of any kind
    ("UN ok", {"upper_case_share": 0.5}),
    ("\u0627\u0628", {"upper_case_share": 0.0}),  # Arabic has no case
    ("12", {"upper_case_share": 0.0}),  # no letter at all
    ("{a}", {"curly_bracket_share": 0.666667}),
    ("Lorem ipsum, LOREM IPSUM.", {"lorem_ipsum_count": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHARACTERS)
def test_characters(text, expected):
    """Kinds of characters by all characters."""
    signals = annotate(text).characters
    assert {name: getattr(signals, name) for name in expected} == expected


LINES = [
    ("One two.\n\nThree", {"mean_line_chars": 6.5, "longest_line_share": share(8, 13)}),  # blank lines are none
    ("x" * 29 + "\n" + "x" * 30, {"short_line_share": 0.5}),  # FineWeb: fewer than 30
    ("Yes.\nNo!\nWhy?\nHm", {"terminal_line_share": 0.75}),
    ("Er kam.“\n(Ende.)\n走了。\nगया।\nكم؟", {"terminal_line_share": 1.0}),  # quotes after it, other scripts
    ("He left…\nHe left...\nHe left:", {"terminal_line_share": 0.0, "ellipsis_line_share": share(2, 3)}),  # C4
    ("• a\n•b\n- c\n* d", {"bullet_line_share": 1.0}),
    ("-5 degrees\n*note\n1. one\n— said he", {"bullet_line_share": 0.0}),  # a sign, a mark, a number, a dash
    ("a\nb\na\na", {"duplicate_line_share": 0.5, "duplicate_line_char_share": 0.5}),  # the first is none
    ("aaa\nb\n aaa ", {"duplicate_line_char_share": share(3, 7)}),  # white space around lines does not matter
    ("a\nb\na", {"duplicate_paragraph_share": 0.0}),  # one paragraph
    ("a\nb\n\nccc\n\na\nb", {"duplicate_paragraph_share": share(1, 3), "duplicate_paragraph_char_share": share(3, 9)}),
    ("a\n\na\n\nb", {"duplicate_paragraph_share": share(1, 3)}),  # paragraphs of one line
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text, expected):
    """Kinds of lines by all lines that are not blank."""
    signals = annotate(text).lines
    assert {name: getattr(signals, name) for name in expected} == expected


WORDS = [
    ("The cat sat", "en", {"mean_word_chars": 3.0, "longest_word_chars": 3}),
    ("2019 B2 is ok", "en", {"letter_word_share": 0.75}),
    ("NATO and B2 A", "en", {"all_caps_word_share": 0.75}),  # as RedPajama-v2: digits within, single letters
    ("The the cat", "en", {"unique_word_share": share(2, 3)}),
    ("a a b b", "en", {"unigram_entropy_nats": round(log(2), 6)}),  # two words, equally often
    ("a a a", "en", {"unigram_entropy_nats": 0.0}),
    ("The cat of the house", "en", {"stop_word_share": 0.6}),
    ("Qu'il vienne", "fr", {"stop_word_share": share(2, 3)}),  # both parts of "qu'il"
    ("The cat", "und", {"stop_word_share": None}),  # no language, no list
    ("The cat", "xxq", {"stop_word_share": None}),
    ("# two #x ... …", "en", {"hash_word_ratio": 1.0, "ellipsis_word_ratio": 1.0}),  # two words: two and x
    ("one two three", "en", {"top_2gram_char_share": 0.0}),  # nothing twice
]  # fmt: skip


@pytest.mark.parametrize(("text", "language_code", "expected"), WORDS)
def test_words(text, language_code, expected):
    """Kinds of words by all words."""
    signals = annotate(text, language_code).words
    assert {name: getattr(signals, name) for name in expected} == expected


REPEATED = [
    ("the cat and the cat", 2, share(12, 15)),
    ("a b c a b c", 3, 1.0),
    (
        "a b c a b c",
        2,
        share(4, 6),
    ),  # "a b" twice; "b c" is as frequent and as long, but it comes later
    ("a b cc a b cc", 2, share(6, 8)),  # "b cc" covers more than "a b"
    ("a a a a", 2, 1.0),  # it overlaps itself: no character counts twice
    ("a a a", 4, 0.0),  # shorter than four words
    ("a b c d e x a b c d e", 5, share(10, 11)),  # both times count
    ("a b c d e x a b c d e", 6, 0.0),
    ("a b c d e f a b c d e f", 5, 1.0),  # two overlapping 5-grams, each twice
    ("a b c d e a b c d e a b c d e", 10, 1.0),
]


@pytest.mark.parametrize(("text", "size", "expected"), REPEATED)
def test_repeated_ngrams(text, size, expected):
    """Characters of words in repeated n-grams by those of all words."""
    assert repeated_shares(text.split())[size] == expected


@pytest.mark.parametrize(
    "text",
    [
        "港务局周五第三次推迟了对新渡轮码头的表决。",
        "港の BBC が第三回",  # a fifth of the letters suffices
        "ท่าเรือเปิดแล้ว",
        "* * *",  # no word at all
    ],
)
def test_where_words_cannot_be_told_there_are_no_signals_of_words(text):
    """What stands between spaces is no word in Chinese, Japanese, Thai; characters and lines are measured."""
    signals = annotate(text, "zh")
    assert signals.words is None
    assert signals.lines.duplicate_line_share == 0


@pytest.mark.parametrize("text", ["The board met in 上海 on Friday", "서울 항구", "གྲོང་ཁྱེར"])
def test_a_name_in_another_script_changes_nothing(text):
    """A few Chinese letters, Korean with its spaces and Tibetan with its dots have words."""
    assert annotate(text).words is not None


def test_an_empty_text_has_shares_of_nothing():
    """No document is empty; were one, nothing would divide by zero."""
    signals = annotate("")
    assert (signals.words, signals.characters.letter_share, signals.lines.mean_line_chars) == (
        None,
        0,
        0,
    )


def test_words_are_looked_at_within_a_window(monkeypatch):
    """What comes after the window shows in the signals of characters and lines alone."""
    monkeypatch.setattr(word_module, "WINDOW_CHARS", 9)
    signals = annotate("one two\na one two one two")
    assert signals.words.mean_word_chars == share(7, 3)
    assert signals.lines.mean_line_chars == 12.0


@pytest.mark.parametrize("unit", ["a ", "a b\n", "e\u0301", "{", "x", "...\n", "7 "])
def test_hostile_text_takes_little_time(unit):
    """Endless repetition is read in linear time."""
    start = time.process_time()
    annotate(unit * (400_000 // len(unit)))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("code", ["en", "de", "lv", "ru", "ar", "hi", "no", "fil"])
def test_stop_words_are_single_words_in_lower_case(code):
    """Each list holds words as a text is cut into them; Norwegian and Filipino are found under other codes."""
    found = stop_words(code)
    assert len(found) > 20
    assert all(word == word.lower() and len(word.split()) == 1 for word in found)


@pytest.mark.parametrize("code", ["", "..", "../en", "xx1", "zxx"])
def test_no_code_leads_elsewhere(code):
    """Only a code of letters that spaCy has a list for gives one."""
    assert stop_words(code) is None


def test_fields_are_the_columns_of_the_table():
    """The records and the stored table have the same names in the same order."""
    parts = (CharacterSignals, LineSignals, WordSignals)
    names = ["doc_id", *chain.from_iterable(part.__slots__ for part in parts)]
    assert names == [column.name for column in STORED["quality"].columns]

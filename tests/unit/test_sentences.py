"""Sentences lie in paragraphs and cover them."""

import time
from uuid import UUID

import pytest

from copydesk.annotate import sentences
from copydesk.records import DocId, Document
from copydesk.text.segment import lines, paragraphs


def document(text):
    found = lines(text)
    return Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))


def split(text, language_code="en"):
    return [
        text[sentence.start_char : sentence.end_char]
        for sentence in sentences.annotate(document(text), language_code)
    ]


PAIRS = [
    ("One. Two!  Three?", "en", ["One.", "Two!", "Three?"]),  # white space belongs to none
    ("Mr. Roe of Acme Inc. left.", "en", ["Mr. Roe of Acme Inc. left."]),  # abbreviations
    ("A title\nA body. More.", "en", ["A title", "A body.", "More."]),  # a paragraph ends it
    ("El Sr. Roe llegó. Habló.", "es", ["El Sr. Roe llegó.", "Habló."]),  # rules by language
    ("他走了。她留下。", "zh", ["他走了。", "她留下。"]),  # no white space
    ("One. Two.", "und", ["One.", "Two."]),  # unknown language: English rules
    ("One. Two.", "xxq", ["One.", "Two."]),  # a code that sentencex has no rules for
    ("\U0001f600 Hi. e\u0301 \U0001f600 Yes.", "en", ["\U0001f600 Hi.", "e\u0301 \U0001f600 Yes."]),  # code points
    ('He said "No." She left. "Why?', "en", ['He said "No."', "She left.", '"Why?']),  # a mark without a partner
    ('It "works. Fine. All is well.', "en", ['It "works.', "Fine.", "All is well."]),  # does not hold up the rest
    ("“No!” he said. “Yes?” – “No.”", "en", ["“No!” he said.", "“Yes?” – “No.”"]),  # what goes on is no end
    ("„Nein.“ Er ging. „Doch.“", "de", ["„Nein.“", "Er ging.", "„Doch.“"]),  # the closing mark of German
    ("他说：“不行。”她走了。“为什么？”", "zh", ["他说：“不行。”", "她走了。", "“为什么？”"]),  # no white space
    ("ភ្នំពេញ។បាត់ដំបង។", "km", ["ភ្នំពេញ។", "បាត់ដំបង។"]),  # Khmer
    ("አዲስ አበባ። ጎንደር፡፡ መቀሌ።", "am", ["አዲስ አበባ።", "ጎንደር፡፡", "መቀሌ።"]),  # Ethiopic, in two spellings
    ("* * *", "en", ["* * *"]),  # nothing is lost
    ("", "en", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language_code", "expected"), PAIRS)
def test_sentences(text, language_code, expected):
    """Offsets slice the sentences out of the document."""
    assert split(text, language_code) == expected


def test_numbers_and_lines():
    """`sentence_no` runs through the document, `line_no` is where the sentence starts."""
    text = (
        "The harbour board on Friday put off its vote on the new ferry pier for a\n"
        "third time. It had asked for drawings of it in spring, and the engineers\n"
        "had promised them for June.\n\nNo date was set."
    )
    rows = [(row.sentence_no, row.line_no) for row in sentences.annotate(document(text), "en")]
    assert rows == [(1, 1), (2, 2), (3, 5)]


def test_long_paragraph_splits_like_a_short_one():
    """Windows do not cut sentences: the last one of a window is read again in the next."""
    unit = "The board of Acme Inc. met on Monday. "
    assert split(unit * 1_000) == [unit.strip()] * 1_000


@pytest.mark.parametrize("unit", ["(“", "a", "« ", "。", "Mr. "])
def test_hostile_text_takes_little_time(unit):
    """Nested brackets and endless words are cut into windows."""
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    spans = sentences.annotate(document(text), "en")
    assert time.process_time() - start < 10
    assert spans[-1].end_char == len(text.rstrip())


def test_splitter_version_names_the_package():
    """The fingerprint of the annotator changes with sentencex."""
    assert sentences.splitter_version().count(".") >= 1

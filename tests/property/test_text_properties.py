"""What holds for any text: normalisation is a fixed point, offsets cover and never overlap."""

import unicodedata
from collections import defaultdict
from itertools import pairwise
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.annotate import boilerplate, language, sentences
from copydesk.errors import InputError
from copydesk.records import DocId, Document, LineKind, ReasonCode
from copydesk.text.decode import decode
from copydesk.text.normalise import normalise
from copydesk.text.segment import lines, paragraph_text, paragraphs

WORDS = st.sampled_from(
    ["the", "harbour", "Board", "pier.", "“No,”", "said", "3.5", "Mr.", "港务局。", "совет", "e\u0301",
     "\u200d", "\u00ad", "\ufeff", "\u0301", "(", "）", "\U0001f600", "Share", "©", "2019", "https://a.b"]
)  # fmt: skip
SEPARATORS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\t", "\u2028", "\x0c", "\u00a0"])  # fmt: skip
WRITTEN = st.lists(st.tuples(WORDS, SEPARATORS), max_size=120).map(
    lambda parts: "".join(word + separator for word, separator in parts)
)
ANY_TEXT = st.one_of(WRITTEN, st.text(max_size=400))


def document(text):
    found = lines(text)
    return Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))


def visible(text):
    """The offsets of all characters that are not white space."""
    return [index for index, char in enumerate(text) if not char.isspace()]


def covered(spans):
    """The offsets inside spans, in order."""
    return [index for span in spans for index in range(span.start_char, span.end_char)]


@settings(deadline=None)
@given(st.one_of(ANY_TEXT, st.text(st.characters(), max_size=100)))
@example("e\u00ad\u0301")
@example("\r\x00\n")
@example("\ud800\u0301")
def test_normalise_is_idempotent(text):
    """A second pass changes nothing, and no line break but the line feed is left."""
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.splitlines() == once.removesuffix("\n").split("\n") or not once


@settings(deadline=None)
@given(ANY_TEXT)
def test_lines_and_paragraphs_partition_the_text(raw):
    """Every visible character lies in exactly one line and one paragraph, in order."""
    text = normalise(raw)
    made = document(text)
    for spans in (made.lines, made.paragraphs):
        offsets = covered(spans)
        assert offsets == sorted(set(offsets))
        assert set(visible(text)) <= set(offsets)
        for span in spans:
            surface = text[span.start_char : span.end_char]
            assert surface == surface.strip() != ""
    for line in made.lines:
        assert text.count("\n", 0, line.start_char) + 1 == line.line_no
    by_start = {line.start_char: line.line_no for line in made.lines}
    for paragraph in made.paragraphs:
        assert by_start[paragraph.start_char] == paragraph.line_no
        assert len(paragraph_text(text, paragraph)) == paragraph.end_char - paragraph.start_char


@settings(deadline=None)
@given(ANY_TEXT, st.sampled_from(["en", "de", "zh", "ru", "und", "xxq"]))
def test_sentences_cover_every_visible_character(raw, language_code):
    """Sentences are trimmed, sorted, disjoint, numbered, and inside one paragraph each."""
    text = normalise(raw)
    made = document(text)
    found = sentences.annotate(made, language_code)
    offsets = covered(found)
    assert offsets == sorted(set(offsets))
    assert set(visible(text)) <= set(offsets)
    assert [sentence.sentence_no for sentence in found] == list(range(1, len(found) + 1))
    starts = [line.start_char for line in made.lines]
    for sentence in found:
        surface = text[sentence.start_char : sentence.end_char]
        assert surface == surface.strip() != ""
        index = max(i for i, start in enumerate(starts) if start <= sentence.start_char)
        assert made.lines[index].line_no == sentence.line_no
        assert any(
            paragraph.start_char <= sentence.start_char and sentence.end_char <= paragraph.end_char
            for paragraph in made.paragraphs
        )
    assert all(left.end_char <= right.start_char for left, right in pairwise(found))


@settings(deadline=None)
@given(ANY_TEXT)
def test_labels_and_languages_fit_the_document(raw):
    """One label a line, at most one title; ranks count from 1 and scores stay in 0-1."""
    made = document(normalise(raw))
    labels = boilerplate.annotate(made)
    assert [label.line_no for label in labels] == [line.line_no for line in made.lines]
    assert sum(label.kind is LineKind.TITLE for label in labels) <= 1
    guesses = language.annotate(made, labels)
    assert guesses == language.annotate(made, labels)
    assert (guesses[0].line_no, guesses[0].rank) == (None, 1)
    assert all(0 <= item.score <= 1 for item in (*labels, *guesses))


@settings(deadline=None)
@given(ANY_TEXT, st.booleans())
def test_languages_keep_the_promises_of_their_rows(raw, audit):
    """Every paragraph with a letter has its rows and no other has; ranks have no gaps; shares add up to 1 at most."""
    made = document(normalise(raw))
    guesses = language.annotate(made, boilerplate.annotate(made), audit=audit)
    ranks = defaultdict(list)
    for guess in guesses:
        ranks[guess.line_no].append(guess.rank)
        assert guess.language_tag.split("-")[0] == guess.language_code
    texts = {item.line_no: made.text[item.start_char : item.end_char] for item in made.paragraphs}
    lettered = [line_no for line_no, text in texts.items() if any(map(str.isalpha, text))]
    assert list(ranks) == [None, *lettered]
    assert all(found == list(range(1, len(found) + 1)) for found in ranks.values())
    assert sum(guess.letter_share for guess in guesses if guess.line_no is None) <= 1 + 1e-4
    assert all(guess.letter_share == 1 for guess in guesses if guess.line_no is not None)


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=300), ANY_TEXT.map(lambda text: text.encode("utf-8", "replace")))
)
def test_decode_gives_all_bytes_or_a_reason(raw):
    """A text is what its named codec makes of all bytes; everything else is an InputError."""
    try:
        decoded = decode(raw)
    except InputError as error:
        refused = error.reason_code
        decoded = None
    if decoded is None:
        assert refused in set(ReasonCode)
        return
    if decoded.encoding_name != "utf-8+cp1252":
        assert raw.decode(decoded.encoding_name) == decoded.text
    assert 0 < decoded.confidence <= 1
    decoded.text.encode("utf-8")  # no lone surrogate can reach the warehouse

"""What holds for the mentions of any text: offsets, order, independence of the batch."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.annotate.entities import annotate, load
from copydesk.annotate.entities.annotator import read_text
from copydesk.annotate.entities.identity import name_key, normalise_name
from copydesk.annotate.entities.spans import trim_span
from copydesk.records import DocId, Document, Line, Paragraph

PHRASES = [
    "Angela Merkel",
    "Merkel's",
    "the U.S. Senate",
    "(North and South Korea)",
    "in Lincoln",
    "Abraham Lincoln",
    "Mr. Quist",
    "QUIST AND MERKEL ARRIVE IN BERLIN",
    "said",
    "flew to Oslo,",
    "“Le Monde”",
    "on Monday.",
    "東京",
    "😀",
    "e\u0301",
    "İSTANBUL HABERLERİ GELDİ",
    "\u2003",
    "'s",
    "Zoë\u200b",
]

sentences = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=12).map(" ".join)
wild = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
documents = st.lists(
    st.lists(sentences | wild, min_size=1, max_size=3).map("\n".join), max_size=4
).map(lambda paragraphs: make_document("\n\n".join(paragraphs)))


@pytest.fixture(scope="module")
def loaded():
    return load()


def make_document(text):
    """Mark each line of a text as a paragraph of two lines where the next is not blank."""
    lines, start = [], 0
    for line_no, line in enumerate(text.split("\n"), start=1):
        left = len(line) - len(line.lstrip())
        if line.strip():
            lines.append(Line(line_no, start + left, start + len(line.rstrip())))
        start += len(line) + 1
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and text[paragraphs[-1].end_char : line.start_char].count("\n") == 1:
            paragraphs[-1] = Paragraph(
                paragraphs[-1].line_no, paragraphs[-1].start_char, line.end_char
            )
        else:
            paragraphs.append(Paragraph(line.line_no, line.start_char, line.end_char))
    return Document(DocId(UUID(int=1)), text, tuple(lines), tuple(paragraphs))


@given(document=documents)
@settings(max_examples=80, deadline=None)
def test_mentions_point_at_the_text(loaded, document):
    """Offsets slice back to the surface, in order, without overlaps, inside one paragraph."""
    (mentions,) = annotate([document], ["en"], loaded)
    assert [one.mention_no for one in mentions] == list(range(1, len(mentions) + 1))
    position = 0
    for one in mentions:
        assert position <= one.start_char < one.end_char
        assert one.surface == document.text[one.start_char : one.end_char]
        assert one.surface == one.surface.strip()
        assert one.line_no == document.text.count("\n", 0, one.start_char) + 1
        assert any(
            paragraph.start_char <= one.start_char and one.end_char <= paragraph.end_char
            for paragraph in document.paragraphs
        )
        assert one.entity_name
        assert one.entity_name == normalise_name(one.entity_name)
        position = one.end_char


@given(batch=st.lists(documents, min_size=1, max_size=5), seed=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_batch_has_no_say(loaded, batch, seed):
    """A document has the same mentions alone, in a batch, and in a batch of another order."""
    together = annotate(batch, ["en"] * len(batch), loaded)
    alone = [annotate([document], ["en"], loaded)[0] for document in batch]
    order = list(range(len(batch)))
    seed.shuffle(order)
    shuffled = annotate([batch[number] for number in order], ["en"] * len(batch), loaded)
    assert together == alone
    assert shuffled == [together[number] for number in order]


@given(document=documents)
def test_reading_keeps_every_offset(document):
    """The text that is read is as long as the document, with letters where it has letters."""
    read = read_text(document)
    assert len(read) == len(document.text)
    assert [sign.isalpha() for sign in read] == [sign.isalpha() for sign in document.text]


@given(text=wild | sentences, data=st.data())
def test_trimming_stays_inside_the_span_and_is_idempotent(text, data):
    """Clean-up only takes away, and finds nothing more to take the second time."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    trimmed = trim_span(text, start, end)
    assert start <= trimmed[0] <= trimmed[1] <= end
    assert trim_span(text, *trimmed) == trimmed


@given(name=wild | sentences)
def test_a_normalised_name_has_the_key_of_its_surface(name):
    """The key, and the id that is made of it, follows from the name that the mention shows."""
    assert name_key(normalise_name(name)) == name_key(name)

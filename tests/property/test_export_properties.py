"""What holds for the exports of any text with any annotations: offsets give the words back, whatever the format."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.export import brat, conll
from copydesk.export.documents import ExportedDocument
from copydesk.export.json_lines import write_json_lines
from copydesk.export.tokens import Label, find_tokens, iob2, join_across, without_overlaps
from copydesk.records import EntityType, Span

PIECES = st.sampled_from(
    ["Ann", "Roe", "NATO's", "3.5", "…", "“", "码头", "表决", "совет", "e\u0301", "\u200d", "\ue000", "ท่าเรือ",
     "\U0001f600", "\u0085", "\u2028", "\t", " ", " ", "\n", "\n\n", "#", "-"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=120))
TYPES = st.sampled_from(list(EntityType))
TIMEX = st.sampled_from(brat.TIMEX_TYPES)


@st.composite
def documents(draw):
    """A document with sentences side by side, and mentions and dates anywhere."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    bounds = sorted({0, len(text), *draw(st.lists(offsets, max_size=4))})
    sentences = [{"start_char": start, "end_char": end} for start, end in pairwise(bounds)]
    mentions = [
        {**span, "entity_type": draw(TYPES), "entity_id": "local:x"} for span in draw(spans(text))
    ]
    dates = [
        {**span, "timex_type": draw(TIMEX), "status": "resolved", "value": "2025", "start_date": date(2025, 1, 1), "end_date": None}
        for span in draw(spans(text))
    ]  # fmt: skip
    fields = {"doc_id": UUID(int=7), "text": text, "published_date": None}
    return ExportedDocument(fields, {"sentences": sentences, "mentions": mentions, "dates": dates})


@st.composite
def spans(draw, text):
    """Spans that begin and end with what is no white space, as annotators give them."""
    found = []
    offsets = st.integers(0, len(text))
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(offsets), draw(offsets)))
        surface = text[start:end]
        if surface and surface == surface.strip():
            found.append({"start_char": start, "end_char": end, "surface": surface})
    return sorted(found, key=lambda row: (row["start_char"], row["end_char"]))


@settings(deadline=None)
@given(documents())
def test_each_token_stands_where_it_says(document):
    """Tokens are slices of the text, in order, without white space in them."""
    end_before = 0
    for line in conll.lines_of(document):
        if line and not line.startswith("# "):
            form, start, end, time, name = line.split("\t")
            assert document.text[int(start) : int(end)] == form
            assert form.split() == [form]
            assert int(start) >= end_before
            assert time[0] in "BIO"
            assert name[0] in "BIO"
            end_before = int(end)


@settings(deadline=None)
@given(TEXTS, st.lists(st.integers(0, 120), max_size=6))
def test_tokens_are_all_that_is_seen(text, cuts):
    """Every letter and digit is in exactly one token, and no token goes across a cut."""
    tokens = find_tokens(text, Span(0, len(text)), sorted(set(cuts)))
    covered = [number for one in tokens for number in range(one.start_char, one.end_char)]
    assert len(covered) == len(set(covered))
    assert {number for number, char in enumerate(text) if char.isalnum()} <= set(covered)
    assert not [cut for cut in cuts for one in tokens if one.start_char < cut < one.end_char]


@settings(deadline=None)
@given(TEXTS, st.data())
def test_tags_give_the_labels_back(text, data):
    """What is read from the tags is what was written, less what overlaps."""
    given_labels = [
        Label(Span(row["start_char"], row["end_char"]), "X") for row in data.draw(spans(text))
    ]
    labels = without_overlaps(given_labels)
    cuts = sorted({end for one in labels for end in (one.span.start_char, one.span.end_char)})
    tokens = find_tokens(text, Span(0, len(text)), cuts)
    found = []
    for token, tag in zip(tokens, iob2(tokens, labels), strict=True):
        if tag == "B-X":
            found.append([token.start_char, token.end_char])
        elif tag == "I-X":
            found[-1][1] = token.end_char
    seen = [
        one.span
        for one in labels
        if any(one.span.start_char <= token.start_char < one.span.end_char for token in tokens)
    ]
    assert len(found) == len(seen)
    for (start, end), span in zip(found, seen, strict=True):
        assert text[start:end].split() == text[span.start_char : span.end_char].split() or (
            span.start_char <= start < end <= span.end_char  # invisible characters at its ends
        )


@settings(deadline=None)
@given(documents())
def test_no_annotation_goes_across_sentences(document):
    """Sentences that a label goes across are one; the others stay as they are."""
    labels = [
        Label(Span(row["start_char"], row["end_char"]), "X")
        for row in (*document.rows["mentions"], *document.rows["dates"])
    ]
    labels.sort(key=lambda one: one.span.start_char)
    sentences = [Span(row["start_char"], row["end_char"]) for row in document.rows["sentences"]]
    joined = join_across(sentences, labels)
    for one in joined:
        assert not [
            label
            for label in labels
            if label.span.start_char < one.end_char < label.span.end_char
            and one.end_char < len(document.text)
        ]
    assert [one.start_char for one in joined[:1]] == [one.start_char for one in sentences[:1]]
    assert [one.end_char for one in joined[-1:]] == [one.end_char for one in sentences[-1:]]


@settings(deadline=None)
@given(documents())
@example(
    ExportedDocument(
        {"doc_id": UUID(int=7), "text": "New\n  York", "published_date": None},
        {"sentences": [], "mentions": [{"start_char": 0, "end_char": 10, "entity_type": "LOCATION", "entity_id": "x"}], "dates": []},
    )
)  # fmt: skip
def test_standoff_offsets_give_the_words(document):
    """Each fragment is a slice of the text without a line break; nothing but white space is lost of a span."""
    rows = [*document.rows["mentions"], *document.rows["dates"]]
    lines = [line for line in brat.lines_of(document) if line.startswith("T")]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        _, middle, words = line.split("\t", 2)
        places = [tuple(map(int, place.split())) for place in middle.split(" ", 1)[1].split(";")]
        parts = [document.text[start:end] for start, end in places]
        assert " ".join(parts) == words
        assert all(len(part.splitlines()) == 1 for part in parts)
        whole = document.text[row["start_char"] : row["end_char"]]
        assert "".join(words.split()) == "".join(whole.split())


@settings(deadline=None)
@given(documents())
def test_a_text_comes_back_from_json(document):
    """One line for a document, and its text is the very same."""
    with TemporaryDirectory() as folder:
        write_json_lines([document], Path(folder))
        [line, rest] = (Path(folder) / "documents.jsonl").read_bytes().split(b"\n")
    value = json.loads(line)
    assert rest == b""
    assert value["text"] == document.text
    for row in (*value["mentions"], *value["dates"]):
        assert value["text"][row["start_char"] : row["end_char"]] == row["surface"]

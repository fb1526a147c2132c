"""The entity annotator as the pipeline calls it: real model, sentences of our own."""

from uuid import UUID

import pytest

from copydesk.annotate.entities import annotate, foreign_paragraphs, load
from copydesk.annotate.entities.annotator import read_text
from copydesk.annotate.entities.identity import name_key
from copydesk.records import (
    DocId,
    Document,
    EntityType,
    LanguageGuess,
    LanguageMethod,
    Line,
    Paragraph,
)

ABBREVIATED = {
    EntityType.PERSON: "PER",
    EntityType.ORGANIZATION: "ORG",
    EntityType.LOCATION: "LOC",
    EntityType.NATIONALITY_OR_GROUP: "NORP",
}


@pytest.fixture(scope="module")
def loaded():
    return load()


def make_document(*paragraphs, gap="\n\n"):
    """Join paragraphs (each of one line or several) as a segmenter would mark them."""
    text = gap.join(paragraphs)
    lines, marked, start, line_no = [], [], 0, 1
    for paragraph in paragraphs:
        marked.append(Paragraph(line_no, start, start + len(paragraph)))
        line_start = start
        for line in paragraph.split("\n"):
            lines.append(Line(line_no, line_start, line_start + len(line)))
            line_start += len(line) + 1
            line_no += 1
        line_no += gap.count("\n") - 1
        start += len(paragraph) + len(gap)
    return Document(DocId(UUID(int=1)), text, tuple(lines), tuple(marked))


def annotate_one(loaded, *paragraphs):
    return annotate([make_document(*paragraphs)], ["en"], loaded)[0]


FOUND = [
    # the plain case: person, places
    (
        "Angela Merkel flew from Berlin to Washington on Tuesday.",
        [("Angela Merkel", "PER"), ("Berlin", "LOC"), ("Washington", "LOC")],
    ),
    # article and possessive stay outside; dates and amounts are no entities
    (
        "The European Commission's fine of $5 million hit Google in March 2019.",
        [("European Commission", "ORG"), ("Google", "ORG")],
    ),
    # groups
    (
        "French and German ministers met in Brussels.",
        [("French", "NORP"), ("German", "NORP"), ("Brussels", "LOC")],
    ),
    # hard-wrapped: the newline lies inside the surface
    (
        "The talks were opened by Angela\nMerkel in Berlin.",
        [("Angela\nMerkel", "PER"), ("Berlin", "LOC")],
    ),
    # an all-caps line: surfaces keep their capitals
    (
        "ANGELA MERKEL SPEAKS IN BERLIN",
        [("ANGELA MERKEL", "PER"), ("BERLIN", "LOC")],
    ),
    ("It rained all day and nobody came.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_mentions_are_found_and_typed(loaded, text, expected):
    """Clean spans with the type they have, by position."""
    mentions = annotate_one(loaded, text)
    assert [(one.surface, ABBREVIATED[one.entity_type]) for one in mentions] == expected


def test_a_mention_is_placed_in_its_document(loaded):
    """Number, line and offsets count over the whole document, blank lines included."""
    mentions = annotate_one(loaded, "Angela Merkel\nspoke.", "Later she flew to Berlin.")
    document = make_document("Angela Merkel\nspoke.", "Later she flew to Berlin.")
    assert [(one.mention_no, one.line_no) for one in mentions] == [(1, 1), (2, 4)]
    assert [document.text[one.start_char : one.end_char] for one in mentions] == [
        "Angela Merkel",
        "Berlin",
    ]
    assert {(one.method, one.score) for one in mentions} == {("model", None)}


def test_a_lone_surname_is_the_person_named_in_full(loaded):
    """Within a document a surname has the name of the only full name that ends with it."""
    mentions = annotate_one(
        loaded, "Angela Merkel arrived on Monday.", "Reporters asked Merkel about the budget."
    )
    assert [one.surface for one in mentions] == ["Angela Merkel", "Merkel"]
    assert {one.entity_name for one in mentions} == {"Angela Merkel"}
    assert [one.method for one in mentions] == ["model", "surname"]


def test_names_in_capitals_and_in_running_case_are_one_entity(loaded):
    """The name of an all-caps mention is in running case."""
    mentions = annotate_one(
        loaded, "ANGELA MERKEL SPEAKS IN BERLIN", "Chancellor Angela Merkel came to Berlin."
    )
    assert {one.entity_name for one in mentions} == {"Angela Merkel", "Berlin"}


def test_spellings_of_a_country_share_a_key(loaded):
    """`U.S.` and `US` agree across documents."""
    documents = [
        make_document(f"The {name} Senate in Washington rejected the bill that Canada wanted.")
        for name in ("U.S.", "US")
    ]
    per_document = annotate(documents, ["en", "en"], loaded)
    keys = [
        name_key(one.entity_name)
        for mentions in per_document
        for one in mentions
        if "U" in one.surface
    ]
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_documents_without_a_model_have_places_alone(loaded):
    """Other languages are read by the gazetteer, texts in none by nothing, and neither disturbs the rest."""
    english = make_document("Angela Merkel flew to Berlin.")
    german = make_document("Angela Merkel flog nach Berlin.")
    empty = make_document("")
    found = annotate([german, english, empty, german], ["de", "en", "en", "und"], loaded)
    assert [[one.surface for one in mentions] for mentions in found] == [
        ["Berlin"],
        ["Angela Merkel", "Berlin"],
        [],
        [],
    ]


def test_a_language_a_document_is_asked_for(loaded):
    """Too few language codes are an error, not a silent loss of documents."""
    with pytest.raises(ValueError, match="shorter"):
        annotate([make_document("Rain."), make_document("Snow.")], ["en"], loaded)


def test_a_document_without_paragraphs_has_no_mentions(loaded):
    """A text of newlines only has nothing to read."""
    document = Document(DocId(UUID(int=1)), "\n" * 10_000, (), ())
    assert annotate([document], ["en"], loaded) == [()]


def test_no_mention_reaches_over_a_paragraph(loaded):
    """Neighbouring one-line paragraphs are read apart."""
    document = make_document("Minutes of the council of New", "York was quiet.", gap="\n")
    (mentions,) = annotate([document], ["en"], loaded)
    assert not any("\n" in one.surface for one in mentions)


def test_the_text_read_is_as_long_as_the_document():
    """Lines of a paragraph are joined, paragraphs are not; capitals go."""
    document = make_document("LUCY STONE WINS IN OHIO", "She won\nby far.")
    assert read_text(document) == "Lucy Stone Wins in Ohio\n\nShe won by far."


def guess(line_no, code, score=1.0, method=LanguageMethod.AGREEMENT):
    return LanguageGuess(line_no, 1, code, code, "Latn", score, 1.0, method, "")


def test_paragraphs_that_are_surely_foreign_are_told():
    """Neither those in the document's language nor those in doubt."""
    guesses = [guess(None, "de"), guess(1, "de"), guess(3, "en"), guess(5, "en", 0.85)]
    assert foreign_paragraphs(guesses) == {3: "en"}


def test_a_foreign_paragraph_is_read_by_its_own_engine(loaded):
    """English in a document of a language without an engine has its names, and is told by its engine."""
    document = make_document("Ein Satz.", "Angela Merkel flew to Berlin.")
    (mentions,) = annotate([document], ["qq"], loaded, [{3: "en"}])
    assert [one.surface for one in mentions] == ["Angela Merkel", "Berlin"]
    assert {one.engine for one in mentions} == {"en_core_web_md 3.7.1"}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Jeanne Roux a quitté la Bretagne pour Lyon.", ["Jeanne Roux", "Bretagne", "Lyon"]),
        ("ru", "Анна Петрова прилетела в Осло.", ["Анна Петрова", "Осло"]),
    ],
)
def test_names_are_found_in_other_languages(loaded, code, text, expected):
    """French and Russian have a model, where it is installed."""
    if loaded.engine_for(code) is None:
        pytest.skip("its model is not installed")
    (mentions,) = annotate([make_document(text)], [code], loaded)
    assert [one.surface for one in mentions] == expected


def test_a_place_has_its_kind_where_that_is_known(loaded):
    """A state by its name, a facility by its label; a town is not told from a region."""
    mentions = annotate_one(
        loaded, "They drove from the Brooklyn Bridge to Boston, far from Canada."
    )
    assert {one.surface: one.subtype for one in mentions} == {
        "Brooklyn Bridge": "facility",
        "Boston": None,
        "Canada": "country",
    }

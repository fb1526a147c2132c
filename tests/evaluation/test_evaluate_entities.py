"""The scorers of mentions and of clusters agree with a count by hand; gold in columns becomes running text."""

import pytest

from copydesk.errors import ConfigError
from copydesk.evaluation import clusters, entities
from copydesk.evaluation.conll import Token, detokenise, join, mark, read_conll
from copydesk.evaluation.marked import MarkedEntity, MarkedText, parse_marked
from copydesk.records import EntityType

PERSON, ORGANIZATION, LOCATION = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION
ROE = MarkedEntity(0, 8, PERSON, "roe")
PORT = MarkedEntity(20, 24, LOCATION, "port")
TEXT = "Jane Roe has gone to Port Ellery."


def test_span_and_type_have_to_be_right():
    """A mention with another type or edge is wrong twice: found in vain, and missed."""
    gold = MarkedText(TEXT, (ROE, PORT, MarkedEntity(30, 32, EntityType.EVENT)))
    found = [ROE, MarkedEntity(20, 25, LOCATION), MarkedEntity(26, 28, ORGANIZATION)]
    made = entities.evaluate([gold], lambda _golds: [found])
    assert made.size == "1 document, 3 mentions"
    assert made.figures == pytest.approx(
        # of the types that the gold has: 1 right of 2 found and 2 in the gold
        {"f1": 50.0, "precision": 50.0, "recall": 50.0}
        | {"event_f1": 0.0, "location_f1": 0.0, "person_f1": 100.0}
    )


def test_our_annotator_is_the_default():
    """Mentions come with the ids of their entities."""
    golds = [parse_marked("[Angela Merkel|PERSON|am] met voters. [Merkel|PERSON|am] smiled.")]
    first, second = entities.recognise(golds)[0]
    assert first.key == second.key
    assert entities.evaluate(golds).figures["f1"] == 100.0
    assert clusters.evaluate(golds).figures["pairwise_f1"] == 100.0


def test_marks_are_taken_out():
    """Offsets are those of the text without marks."""
    read = parse_marked("In [Port Ellery|LOCATION|pe], [Roe|PERSON] spoke.")
    assert read.text == "In Port Ellery, Roe spoke."
    assert read.entities == (MarkedEntity(3, 14, LOCATION, "pe"), MarkedEntity(16, 19, PERSON))


@pytest.mark.parametrize("source", ["[Roe|PRESIDENT]", "[Roe]", "a ] b"])
def test_marks_with_a_slip_are_refused(source):
    """An unknown type or a stray bracket is never read as text."""
    with pytest.raises(ValueError, match=r"PRESIDENT|bracket"):
        parse_marked(source)


# Six mentions: the gold has the entities {a, b, c} and {d, e, f}, the guess {a, b}, {c, d, e, f}.
GOLD, GUESS = list("xxxyyy"), list("112222")


def test_b_cubed_by_hand():
    """Bagga & Baldwin: each mention's own precision and recall, averaged."""
    found = clusters.b_cubed(GOLD, GUESS)
    precision = (1 + 1 + 1 / 4 + 3 / 4 + 3 / 4 + 3 / 4) / 6
    recall = (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6
    assert found["b3_precision"] == pytest.approx(100 * precision)
    assert found["b3_recall"] == pytest.approx(100 * recall)
    assert found["b3_f1"] == pytest.approx(100 * 2 * precision * recall / (precision + recall))


def test_pairs_by_hand():
    """Pairs in the gold 3 + 3, in the guess 1 + 6, in both 1 + 3."""
    pairs = clusters.count_pairs(GOLD, GUESS)
    assert (pairs.right_count, pairs.found_count, pairs.gold_count) == (4, 7, 6)


def test_a_mention_that_is_not_found_stands_alone():
    """It costs recall; what is found besides the gold costs nothing here."""
    golds = [parse_marked("[Roe|PERSON|r] and [Roe|PERSON|r] and [Roe|PERSON|r]")]
    first, second, _ = golds[0].entities
    besides = MarkedEntity(4, 7, PERSON, "r")
    found = clusters.evaluate(golds, lambda _golds: [[first, second, besides]])
    assert found.size == "1 document, 3 mentions of 1 entity"
    assert found.figures["pairwise_precision"] == 100.0
    assert found.figures["pairwise_recall"] == pytest.approx(100 / 3)
    assert found.figures["found_recall"] == pytest.approx(200 / 3)


def test_clusters_need_keys(tmp_path):
    """A set that tells no entities apart is refused."""
    (tmp_path / "a.marked").write_text("[Roe|PERSON] left.")
    with pytest.raises(ConfigError, match="tells no entities apart"):
        clusters.read(tmp_path)


DETOKENISED = [
    (["Ann", "Lee", "'s", "car", "."], "Ann Lee's car."),
    (["He", "said", ":", '"', "No", ",", "no", '"', "."], 'He said: "No, no".'),  # quotes in turn
    (["I", "do", "n't", "(", "yet", ")"], "I don't (yet)"),
    (["$", "5", "and", "#", "1"], "$5 and #1"),
]


@pytest.mark.parametrize(("tokens", "text"), DETOKENISED)
def test_tokens_become_running_text(tokens, text):
    """Annotators get text as it is written, not as corpora cut it."""
    assert detokenise(tokens) == text


def spans(marked):
    """Surface and type of each entity."""
    return [
        (marked.text[one.start_char : one.end_char], one.entity_type) for one in marked.entities
    ]


TAGS = [
    ("B-PER I-PER O", ["Ann Lee"]),  # IOB2
    ("I-PER I-PER O", ["Ann Lee"]),  # IOB1
    ("B-PER E-PER O", ["Ann Lee"]),  # BIOES
    ("B-PER B-PER O", ["Ann", "Lee"]),  # two persons
    ("S-PER S-PER O", ["Ann", "Lee"]),
    ("O I-PER O", ["Lee"]),
    ("B-MISC I-MISC O", []),  # no counterpart
]


@pytest.mark.parametrize(("tags", "surfaces"), TAGS)
def test_tag_schemes(tags, surfaces):
    """IOB1, IOB2 and BIOES give the spans that they mean."""
    tokens = [Token(*pair) for pair in zip(["Ann", "Lee", "left"], tags.split(), strict=True)]
    assert [surface for surface, _ in spans(mark(tokens))] == surfaces


def test_spans_follow_our_convention():
    """The article before a name and the possessive behind it are not part of it."""
    tokens = [
        Token("The", "B-LOC"),
        Token("Hague", "I-LOC"),
        Token("'s", "I-LOC"),
        Token("port", "O"),
    ]
    assert spans(mark(tokens)) == [("Hague", LOCATION)]


def test_labels_of_corpora_become_our_types():
    """Letter case does not matter."""
    tokens = [Token("Labour", "B-politicalparty"), Token("Kyiv", "B-GPE"), Token("Bo", "B-Person")]
    assert [kind for _, kind in spans(mark(tokens))] == [ORGANIZATION, LOCATION, PERSON]


def test_sentences_of_a_document_are_lines():
    """Offsets move with them."""
    made = join([MarkedText("One.", ()), MarkedText("Roe.", (MarkedEntity(0, 3, PERSON),))])
    assert made.text == "One.\nRoe."
    assert spans(made) == [("Roe", PERSON)]


COLUMNS = [
    # a sentence is a document where none are marked; # may be a token
    ("Roe\tB-PER\nleft\tO\n\n#\tO\nport\tO\n", ["Roe left", "#port"]),
    ("Roe B-PER\nleft O\n", ["Roe left"]),  # spaces
    ("-DOCSTART- -X- O O\n\nRoe NNP I-NP I-PER\n\nLeft VBD O O\n", ["Roe\nLeft"]),  # CoNLL-2003
    ("0\tRoe\tB-PER\n1\tleft\tO\n", ["Roe left"]),  # WikiNEuRal
    ("# newdoc id = a\n# text = Roe  left\n1\tRoe\tB-PER\t-\t-\n2\tleft\tO\t-\t-\n", ["Roe left"]),
    (
        "# newdoc id = a\n# text = Roe, I\n1\tRoe\tB-PER\n2\t,\tO\n3\tI\tO\n",
        ["Roe, I"],
    ),  # as written
    (
        "#\thttp://example.org\n1\tRoe\tB-PER\tO\n\n#\thttp://example.org/2\n1\tPort\tO\tO\n",
        ["Roe", "Port"],
    ),
]


@pytest.mark.parametrize(("source", "texts"), COLUMNS)
def test_layouts_of_columns(tmp_path, source, texts):
    """The layouts of the corpora that are named in the module are told apart."""
    path = tmp_path / "a.conll"
    path.write_text(source)
    assert [one.text for one in read_conll(path)] == texts


def test_columns_without_tags_are_refused(tmp_path):
    """The message names the file and the formats."""
    (tmp_path / "a.txt").write_text("Just a text.\n")
    with pytest.raises(
        ConfigError, match=r"a\.txt cannot be read .*no entity tag.* expected entity tags"
    ):
        entities.read(tmp_path)

"""The recipe of `training/`: what it takes for true, and that what it trains is an engine, the same each time."""

from hashlib import sha256
from pathlib import Path

import pytest

from copydesk.annotate.entities import load
from copydesk.records import EntityType

TRAINING = Path(__file__).parents[2] / "training"
PERSON, ORGANIZATION, LOCATION = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION
GOLD = """\
[Mirela Tandorf|PERSON] spoke for [Quendel Harbour Trust|ORGANIZATION] in [Norway|LOCATION] on Monday.
The [Orlen Bay Council|ORGANIZATION] met [Jovan Pelk|PERSON] in [Quendel|LOCATION].
Nobody was hurt when the crane fell, and the port opened again at noon.
[Tandorf|PERSON] said that the [Council|ORGANIZATION] had asked [Ghana|LOCATION] for wood.
"""
GOLD_TEXT = "Mirela Tandorf spoke for Quendel Harbour Trust in Norway on Monday."
STEPS = 2
FEW_STEPS = {
    "training.max_steps": 60,
    "training.eval_frequency": 60,
    "training.optimizer.learn_rate": 0.005,
}


@pytest.fixture
def recipe(monkeypatch):
    """Scripts of `training/` can be imported."""
    monkeypatch.syspath_prepend(str(TRAINING))


@pytest.fixture
def prepared(recipe, tmp_path):
    """Gold sentences, made ready: the same to train on and to choose by."""
    from examples import write
    from prepare import gold_files, read_gold

    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "port.marked").write_text(GOLD, encoding="utf-8")
    sentences = [one for path in gold_files(tmp_path) for one in read_gold(path)]
    for part in ("train", "dev"):
        write(sentences, tmp_path / part / "gold.spacy")
    return tmp_path


def test_a_trained_pipeline_is_an_engine(prepared):
    """A few steps on from the stock model give a folder that the settings may name, and that knows what that one knew."""
    from train import overridden, train_pipeline

    folder = train_pipeline(prepared, name="port", changes=overridden(STEPS, seed=None))
    assert read(folder, "Angela Merkel left Berlin.") == [
        ("Angela Merkel", "PERSON"),
        ("Berlin", "GPE"),
    ]


def test_training_learns_the_same_each_time(prepared):
    """From a model that knows nothing the gold is learned, with equal weights for equal seeds."""
    from train import train_pipeline

    changes = {"paths.stock": str(empty_model(prepared / "empty")), **FEW_STEPS}
    first, again, other = (
        train_pipeline(prepared, name=name, changes={**changes, "system.seed": seed})
        for name, seed in (("first", 1), ("again", 1), ("other", 2))
    )
    assert ("Mirela Tandorf", "PERSON") in read(first, GOLD_TEXT)
    assert weights(first) == weights(again) != weights(other)


def empty_model(folder):
    """Write a small pipeline without vectors that has seen no text."""
    import spacy
    from spacy.util import load_config

    layer = load_config(TRAINING / "scratch.cfg")["components"]["ner"]["model"]
    layer["tok2vec"]["embed"] |= {"include_static_vectors": False, "rows": [500, 100, 250, 250]}
    nlp = spacy.blank("en")
    finder = nlp.add_pipe("ner", config={"model": layer})
    for label in ("PERSON", "ORG", "GPE", "LOC", "DATE", "TIME"):
        finder.add_label(label)
    nlp.initialize()
    nlp.to_disk(folder)
    return folder


def read(folder, text):
    """Give what a pipeline finds, read as an engine of the settings."""
    found = load((("en", str(folder)),)).engine_for("en").recognize([text])[0]
    return [(text[one.start_char : one.end_char], one.label) for one in found]


def weights(folder):
    return sha256((folder / "ner" / "model").read_bytes()).hexdigest()


def test_gold_says_what_it_has_and_the_stock_model_the_rest(recipe, tmp_path):
    """Types that the gold marks are not added to; others, such as days, come from the stock model."""
    from prepare import read_gold

    path = tmp_path / "one.marked"
    path.write_text("[Mirela Tandorf|PERSON] left Norway on Monday.\n", encoding="utf-8")
    (sentence,) = read_gold(path)
    labels = [(sentence.text[one.start_char : one.end_char], one.label) for one in sentence.labels]
    assert labels == [("Mirela Tandorf", "PERSON"), ("Norway", "GPE"), ("Monday", "DATE")]
    path.write_text("[Mirela Tandorf|PERSON] left [Quendel|LOCATION].\nNorway won.\n", "utf-8")
    assert [len(one.labels) for one in read_gold(path)] == [2, 0]


MENTIONS = [
    ("Foreign Minister Ann Roe left", [(0, 4, "PER")], "O O B-PER I-PER O"),
    ("the port city of Tartus fell", [(0, 5, "LOC")], "O O O O B-LOC O"),
    ("Palmyra , Syria , fell", [(0, 3, "LOC")], "B-LOC O B-LOC O O"),  # two names
    ("the hospital closed", [(0, 2, "LOC")], "O O O"),  # no name
    ("They left", [(0, 1, "ORG")], "O O"),
    ("Norway agreed", [(0, 1, "ORG")], "B-LOC O"),  # whoever acts for it
    ("residents of Mosul fled", [(0, 3, "ORG")], None),  # a name in a phrase that is none
]


@pytest.mark.parametrize(("sentence", "phrases", "tags"), MENTIONS)
def test_names_are_made_of_mentions(sentence, phrases, tags, recipe):
    """Offices, articles and common nouns are no part of a name; a doubtful sentence is left out."""
    from mentions import Phrase, tags_of

    found = tags_of(sentence.split(), [Phrase(*one) for one in phrases])
    assert found == (tags and tags.split())


def test_readings_have_to_agree(recipe):
    """A sentence that is read otherwise alone is kept only where the other sentences speak for the document."""
    from readings import Reading
    from silver import agreement, count_types

    text = "Tandorf left Quendel for the last time."
    whole = frozenset({(0, 7, PERSON), (13, 20, LOCATION)})
    odd = frozenset({(0, 7, ORGANIZATION), (13, 20, LOCATION)})

    def ranks(named, alone, *others, places=()):
        reading = Reading(text, named, (), (), False, alone, places)
        rest = [Reading(text, one, (), (), False) for one in others]
        return agreement(reading, count_types([reading, *rest]))

    assert ranks(whole, whole) == 1
    assert ranks(whole, odd) is None  # nothing speaks for it
    assert ranks(whole, odd, whole, whole) == 0
    assert ranks(whole, whole, odd, odd) is None  # the others speak against it
    assert ranks(odd, odd, places=((0, 7),)) is None  # a place for the gazetteer
    assert ranks(frozenset(), frozenset(), places=((13, 20),)) is None  # a place that is missed


def test_silver_is_made_of_the_texts_alone(recipe, tmp_path):
    """Whatever the files are called, the same sentences are kept with the same labels."""
    from readings import read_folder
    from silver import choose

    texts = [
        f"Mr. Pelk of Norway met Angela Merkel in Berlin on day {number}.\n" for number in "123"
    ]
    kept = []
    for names in ("abc", "cba"):
        folder = tmp_path / names
        folder.mkdir()
        for name, text in zip(names, texts, strict=True):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        kept.append(choose(list(read_folder(folder)), 2)[0])
    assert kept[0] == kept[1]
    assert len(kept[0]) == 2

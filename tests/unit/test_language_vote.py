"""How votes are counted: who is believed, who abstains, and what none knows."""

import pytest

from copydesk.annotate.language.engines import Vote, engines
from copydesk.annotate.language.scripts import (
    count_letters,
    count_scripts,
    main_script,
    text_length,
)
from copydesk.annotate.language.vote import FAST, agreed, count_votes, load_weights

LONG, SHORT = 120, 8


@pytest.fixture(scope="module")
def languages():
    return {name: engine.languages for name, engine in engines().items()}


def count(languages, length=LONG, **named):
    """Count votes of all four engines, each sure of itself; None for no answer."""
    votes = {name: tag and Vote(tag, 0.97) for name, tag in named.items()}
    return count_votes(votes, length, languages, load_weights())


def test_what_all_say_is_nearly_certain(languages):
    """Four engines that know a language and name it."""
    found = count(languages, eldc="sv", pycld2="sv", py3langid="sv", langdetect="sv")
    assert found.code == "sv"
    assert found.chance > 0.98


def test_an_engine_that_does_not_know_a_language_abstains(languages):
    """eldc and langdetect have no Faroese: their Icelandic and Norwegian do not outvote the two that have it."""
    assert {"fo"} & (languages["eldc"] | languages["langdetect"]) == set()
    found = count(languages, eldc="is", pycld2="fo", py3langid="fo", langdetect="no")
    assert found.code == "fo"


def test_a_stand_in_speaks_for_the_language_that_it_stands_for(languages):
    """eldc calls Indonesian Malay, which is no vote against Indonesian."""
    assert "id" not in languages["eldc"]
    found = count(languages, eldc="ms", pycld2="id", py3langid="id", langdetect="id")
    assert found.code == "id"


def test_one_engine_alone_does_not_win_against_all_who_know_better(languages):
    """pycld2 finds Gaelic in Scottish names; all others know the language of the sentence."""
    found = count(languages, eldc="fr", pycld2="gd", py3langid="fr", langdetect="fr")
    assert found.code == "fr"


def test_engines_that_all_differ_leave_a_doubt(languages):
    """Four answers, each of a language that the others know: probably one that none knows."""
    told = {"eldc": "fi", "pycld2": "et", "py3langid": "hu", "langdetect": "sw"}
    votes = {name: Vote(tag, 0.5) for name, tag in told.items()}
    found = count_votes(votes, LONG, languages, load_weights())
    assert found.chance < 0.5
    assert found.unknown > 0.2


def test_the_same_agreement_on_a_word_is_believed_less():
    """A single word gives every engine a language."""
    votes = {name: Vote("sv", 0.7) for name in FAST}
    on_word, on_text = (agreed(votes, length, load_weights()).chance for length in (SHORT, LONG))
    assert on_word < on_text


def test_no_answer_at_all_is_no_language(languages):
    """Every engine is silent."""
    found = count(languages, eldc=None, pycld2=None, py3langid=None, langdetect=None)
    assert (found.code, found.chance) == (None, 0.0)


def test_agreement_is_for_languages_without_double():
    """Croatian, Malay and Serbian are taken for their relatives too often to be told by two."""
    weights = load_weights()
    assert {"hr", "ms", "sr"} <= weights.doubted
    told = {
        code: agreed({name: Vote(code, 0.97) for name in FAST}, LONG, weights)
        for code in ("sv", "hr")
    }
    assert told["sv"].chance > 0.95
    assert told["hr"].code is None


def test_every_set_of_engines_that_can_be_installed_has_weights(languages):
    """A platform without the optional engines counts with weights of its own, and says less surely."""
    votes = {"py3langid": Vote("sv", 0.97), "langdetect": Vote("sv", 0.97)}
    for left_out in ((), ("eldc",), ("pycld2",), FAST):
        asked = {name: Vote("sv", 0.97) for name in languages if name not in left_out}
        found = count_votes(asked, LONG, languages, load_weights())
        assert found.code == "sv"
        assert found.chance > 0.9
    assert set(votes) <= set(languages)


SCRIPTS = [
    ("Kyiv и Киев", "Cyrl"),
    ("東京の都", "Jpan"),
    ("北京报道", "Hani"),
    ("서울 Seoul 서울시", "Kore"),
    ("2019", None),
]


@pytest.mark.parametrize(("text", "script"), SCRIPTS)
def test_main_script(text, script):
    """By most letters; kana makes Han Japanese."""
    assert main_script(count_scripts(text)) == script


def test_letters_are_counted_alike_in_ascii_and_beyond():
    """The quick way for ASCII text gives the same."""
    text = "Pier 7, berth B-12 (closed)"
    assert count_letters(text) == sum(map(str.isalpha, text)) == count_letters(text + "…")
    assert text_length(10, "Hani") > text_length(10, "Deva") > text_length(10, "Latn") == 10

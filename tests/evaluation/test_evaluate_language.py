"""The scorer of languages agrees with a count by hand, whatever codes the gold has."""

import pytest

from copydesk.annotate.language.codes import CODES, canonical
from copydesk.errors import ConfigError
from copydesk.evaluation import language
from copydesk.evaluation.language import Guess, Sample

CODE_PAIRS = [
    ("eng", "en"),
    ("eng-GB", "en"),  # region
    ("zho-TW", "zh"),
    ("srp_Latn", "sr"),  # script
    ("arb", "ar"),  # individual language of a macrolanguage
    ("nob", "no"),
    ("nno", "nn"),
    ("fil", "fil"),  # has no ISO 639-1 code
    ("tl", "fil"),
    ("iw", "he"),  # withdrawn
    ("yue", "yue"),
    ("ckb-Arab", "ckb"),  # another language than ku, in other letters
    ("kmr", "ku"),
    ("de", "de"),
]


@pytest.mark.parametrize(("given", "expected"), CODE_PAIRS)
def test_codes_are_brought_to_ours(given, expected):
    """Gold and guesses are compared in the codes that copydesk gives."""
    assert canonical(given) == expected
    assert canonical(expected) == expected


def test_codes_lead_nowhere_else():
    """No code of ours is itself translated."""
    assert {code for code in CODES.values() if CODES.get(code, code) != code} == set()


def test_figures_by_hand():
    """Of four texts two are right, one is left open and one is wrong."""
    samples = [Sample("en", "a"), Sample("en", "b"), Sample("en", "c"), Sample("de", "d")]
    guesses = {"a": ("en", 0.9), "b": ("en", 0.7), "c": ("und", 0.0), "d": ("nl", 0.9)}
    found = language.evaluate(samples, lambda text: Guess(*guesses[text]))
    assert found.size == "4 texts, 2 languages"
    assert found.figures == pytest.approx(
        {
            "accuracy": 50.0,
            "macro_accuracy": (100 * 2 / 3 + 0) / 2,
            "undetermined_share": 25.0,
            "wrong_share": 25.0,
            # of the three with a score: |0.9 + 0.9 - 1| in one bin, |0.7 - 1| in another
            "calibration_error": 100 * (0.8 + 0.3) / 3,
        }
    )


def test_a_score_of_one_has_a_bin():
    """Certainty belongs to the last bin."""
    assert language.calibration_error([(1.0, True), (0.95, True)]) == pytest.approx(2.5)
    assert language.calibration_error([]) == 0.0


def test_both_formats(tmp_path):
    """Lines of code and text, and objects with a text or a list of sentences."""
    (tmp_path / "a.tsv").write_text("eng\tOne\twith a tab\n")
    (tmp_path / "b.jsonl").write_text('{"lang": "deu", "sents": ["Eins.", "Zwei."]}\n')
    assert language.read(tmp_path) == [
        Sample("en", "One\twith a tab"),
        Sample("de", "Eins.\nZwei."),
    ]
    assert language.read_sentences(tmp_path)[1:] == [Sample("de", "Eins."), Sample("de", "Zwei.")]


def test_our_annotator_is_the_default():
    """Without another detector copydesk's language is scored."""
    samples = [Sample("el", "Το συμβούλιο ανέβαλε για τρίτη φορά την απόφαση για το λιμάνι.")]
    assert language.evaluate(samples).figures["accuracy"] == 100.0


def test_a_line_without_a_tab_is_refused(tmp_path):
    """The message names the file and the format."""
    (tmp_path / "a.tsv").write_text("no code here\n")
    with pytest.raises(
        ConfigError, match=r"a\.tsv cannot be read .* expected lines of `code<TAB>text`"
    ):
        language.read(tmp_path)

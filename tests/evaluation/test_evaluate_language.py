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
    macro = (100 * 2 / 3 + 0) / 2
    assert found.figures == pytest.approx(
        {
            "accuracy": 50.0,
            "macro_accuracy": macro,
            "known_macro_accuracy": macro,
            "langdetect_macro_accuracy": macro,
            "undetermined_share": 25.0,
            "wrong_share": 25.0,
            # of the three with a score: |0.9 + 0.9 - 1| in one bin, |0.7 - 1| in another
            "calibration_error": 100 * (0.8 + 0.3) / 3,
            "confident_share": 0.0,
            "confident_accuracy": 100.0,  # of none
        }
    )


def test_classes_are_the_tags_of_the_gold():
    """Recall is taken for each script of Chinese by itself; the bigger class does not outweigh the other."""
    samples = [Sample("zh-Hans", "a")] * 3 + [Sample("zh-Hant", "b")]
    found = language.evaluate(samples, lambda _: Guess("zh-Hans", 1.0)).figures
    assert (found["accuracy"], found["macro_accuracy"]) == (75.0, 50.0)


def test_label_sets_choose_texts_not_answers():
    """Each macro accuracy is over its own classes; one without a text is not given."""
    samples = [Sample("de", "a"), Sample("ha", "b"), Sample("shi", "c")]
    guesses = {
        "a": "de",
        "b": "so",
        "c": "shi",
    }  # Hausa is no language of langdetect, Shilha of no engine
    found = language.evaluate(samples, lambda text: Guess(guesses[text], 0.5)).figures
    assert found["macro_accuracy"] == pytest.approx(200 / 3)
    assert found["known_macro_accuracy"] == 50.0
    assert found["langdetect_macro_accuracy"] == 100.0
    alone = language.evaluate(samples[2:], lambda text: Guess(guesses[text], 0.5)).figures
    assert not [metric for metric in alone if metric.startswith(("known", "langdetect"))]


def test_confidence_by_hand():
    """Of five texts three are answered with 0.95 or more; of these two are right, and one is in an unknown language."""
    answers = {
        "a": ("en", Guess("en", 0.95)),
        "b": ("en", Guess("en", 0.99)),
        "c": ("shi", Guess("kab", 1.0)),
        "d": ("shi", Guess("zxx", 1.0)),  # names no language
        "e": ("en", Guess("en", 0.94)),
    }
    samples = [Sample(gold, text) for text, (gold, _) in answers.items()]
    found = language.evaluate(samples, lambda text: answers[text][1]).figures
    assert found["confident_share"] == 60.0
    assert found["confident_accuracy"] == pytest.approx(200 / 3)
    assert found["confident_wrong_share"] == 50.0
    assert found["undetermined_share"] == 20.0


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

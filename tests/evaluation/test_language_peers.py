"""Languages are measured on what nothing was fitted on, beside single engines that answer in our tags."""

from pathlib import Path

import pytest

from copydesk.evaluation.cuts import Story
from copydesk.evaluation.language import Sample
from copydesk.evaluation.scores import Evaluation

EVAL = Path(__file__).parents[2] / "eval"
NEWS = {
    "de": "Der Vorstand des Hafens hat die Entscheidung über die neue Mole am Freitag zum dritten Mal vertagt.",
    "he": "מועצת הנמל דחתה ביום שישי בפעם השלישית את ההחלטה על הרציף החדש.",
    "zh-Hans": "港务局董事会星期五第三次推迟了关于新码头的决定，并要求再进行一次调查。",
}


@pytest.fixture(autouse=True)
def eval_scripts(monkeypatch):
    """Scripts of `eval/` can be imported."""
    monkeypatch.syspath_prepend(str(EVAL))


def test_every_second_document_is_measured():
    """Documents are numbered from 0 by name, whatever their order; translations go together."""
    import measure

    told = [Story(tag, ("One.",), name) for name in ("d", "a", "c", "b") for tag in ("en", "de")]
    kept = measure.odd_documents(told)
    assert [(one.document, one.language_tag) for one in kept] == [
        ("d", "en"), ("d", "de"), ("b", "en"), ("b", "de"),
    ]  # fmt: skip


def test_every_second_text_of_a_language_is_measured():
    """Texts are numbered from 0 within their language."""
    import measure

    told = [Sample("en", "0"), Sample("de", "0"), Sample("en", "1"), Sample("en", "2"), Sample("de", "1"), Sample("en", "3")]  # fmt: skip
    assert measure.odd_lines(told) == [Sample("en", "1"), Sample("de", "1"), Sample("en", "3")]


def test_what_is_fitted_on_is_held_out():
    """The sets that the annotator's confidence is fitted on are never measured whole."""
    import measure

    fitted = {"lang/ntrex_dev.jsonl.gz", "lang/tatoeba_short_dev.jsonl.gz"}
    found = [one for task in ("language", "stories") for one in measure.SETS[task] if one.place in fitted]  # fmt: skip
    assert {one.place for one in found} == fitted
    assert all(one.held_out for one in found)


@pytest.mark.parametrize("name", ["_langdetect", "_eldc", "_pycld2", "_py3langid"])
def test_peers_answer_in_our_tags(name):
    """Each engine alone tells plain news; `iw` and `zh-cn` are brought to ours."""
    import peers

    detect = getattr(peers, name)()
    answers = {tag: detect(text) for tag, text in NEWS.items()}
    assert answers["de"].language_tag == "de"
    assert answers["he"].language_tag == "he"
    assert answers["zh-Hans"].language_tag in {"zh", "zh-Hans"}
    assert all(0.0 <= one.score <= 1.0 for one in answers.values())


@pytest.mark.parametrize("name", ["_langdetect", "_eldc", "_pycld2", "_py3langid"])
def test_peers_answer_whatever_they_are_asked(name):
    """A text without letters is no reason to stop."""
    import peers

    for text in ("", "12.30", "!"):
        assert peers.__dict__[name]()(text).language_tag


def test_each_engine_is_measured_on_texts_and_stories():
    """The four stand in both tables, in one order."""
    import peers

    for task in ("language", "stories"):
        names = [one.name for one in peers.PEERS if one.task == task]
        assert names == ["langdetect", "eldc", "pycld2", "py3langid"]


def test_rows_are_texts_and_measures():
    """One row a figure, with ours first; what a row shares with the one above is blank; other figures are left out."""
    import language_table

    ours = {"word_macro_accuracy": 50.0, "word_accuracy": 1.0, "word_calibration_error": 2.04}
    ours |= {"blocks_set_accuracy": 100.0}
    theirs = dict.fromkeys(ours, 0.0)
    rows = language_table.rows_of(
        "news", Evaluation("2 stories", ours), [Evaluation("2 stories", theirs)]
    )
    assert list(rows) == [
        ["news: 2 stories", "word", "macro accuracy, all languages", "50.0", "0.0"],
        ["", "", "calibration error", "2.0", "0.0"],
        ["", "two languages, in blocks", "exact set of languages", "100.0", "0.0"],
    ]


def test_a_table_of_languages_has_a_column_for_each_system():
    """The headings name them."""
    import measure
    import peers

    installed = [one for one in peers.PEERS if one.task == "stories"]
    assert measure.headers("stories", installed)[3:] == [
        "copydesk", "langdetect", "eldc", "pycld2", "py3langid",
    ]  # fmt: skip
    assert measure.headers("dates", [])[:3] == ["set", "size", "system"]

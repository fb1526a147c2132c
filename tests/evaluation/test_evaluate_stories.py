"""Stories are cut and put together the same way each time, and what systems say of them is counted as by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import ConfigError
from copydesk.evaluation import residue, stories
from copydesk.evaluation.composed import (
    Mixture,
    in_two_languages,
    letter_shares,
    main_languages,
    under_boilerplate,
)
from copydesk.evaluation.cuts import Length, Story, cut, first_words, longest_word, paragraphs
from copydesk.evaluation.language import Guess
from copydesk.evaluation.stories import Reading, System

SENTENCES = tuple(f"Sentence number {word} ends here." for word in ("one", "two", "three", "four"))


def texts(story, length):
    """The texts of a cut, without their tags."""
    return [one.text for one in cut(story, length)]


WORDS = [
    ("At 9, the harbour-master left.", "harbour"),  # runs of letters only
    ("One two six", "One"),  # the first of several
    ("बिरकेनहेड में", "बिरकेनहेड"),  # vowel signs are part of a word
    ("東京都は金曜日に発表した。", "東京都は"),  # no spaces: four code points
    ("12.30 – 14.00", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDS)
def test_longest_word(sentence, expected):
    """A word is a run of letters with their marks."""
    assert longest_word(sentence) == expected


PHRASES = [
    ("The harbour  was closed on Friday.", "The harbour was closed"),
    ("It rained.", "It rained."),
    ("東京都は金曜日に新しい計画を発表した。", "東京都は金曜日に新しい計"),
    ("TOKIO 東京都は金曜日に新しい計画を発表した。", "TOKIO 東京都は金曜"),  # most letters decide
]


@pytest.mark.parametrize(("sentence", "expected"), PHRASES)
def test_first_words(sentence, expected):
    """A phrase is four words, or twelve code points."""
    assert first_words(sentence) == expected


@given(st.text())
def test_cuts_are_parts_of_the_sentence(sentence):
    """A word stands in its sentence as it is; a phrase is where it begins."""
    assert longest_word(sentence) in sentence
    assert not any(map(str.isspace, longest_word(sentence)))
    assert "".join(sentence.split()).startswith("".join(first_words(sentence).split()))


def test_cuts_of_a_story():
    """Up to three of each, from the middles of thirds; a paragraph is three sentences on a line; one article."""
    story = Story("en", SENTENCES)
    assert texts(story, Length.WORD) == ["Sentence"] * 3
    assert texts(story, Length.PHRASE) == [
        "Sentence number one ends",
        "Sentence number three ends",
        "Sentence number four ends",
    ]
    assert texts(story, Length.SENTENCE) == [SENTENCES[0], *SENTENCES[2:]]
    assert texts(story, Length.PARAGRAPH) == [" ".join(SENTENCES[:3])]
    assert texts(story, Length.ARTICLE) == ["\n".join(SENTENCES)]
    assert {one.language_tag for one in cut(story, Length.WORD)} == {"en"}


def test_the_headline_of_a_longer_story_is_not_asked():
    """From six sentences on the first one is left out."""
    found = texts(Story("en", tuple("abcdef")), Length.SENTENCE)
    assert found == ["b", "d", "f"]
    assert texts(Story("en", ("a", "b")), Length.SENTENCE) == ["a", "b"]


def test_a_short_story_is_one_paragraph():
    """Fewer than three sentences are a paragraph when there are no more."""
    assert paragraphs(Story("en", SENTENCES[:2])) == [" ".join(SENTENCES[:2])]
    assert len(paragraphs(Story("en", SENTENCES * 2))) == 2


def test_a_sentence_without_letters_gives_no_word():
    """It is left out rather than asked as an empty text."""
    assert texts(Story("en", ("12.30", "Monday")), Length.WORD) == ["Monday"]


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6])
def test_boilerplate_takes_its_share_on_top(share):
    """As many lines as reach the share of bytes and no more; the article stands below, whole."""
    story = Story("pl", ("Zażółć gęślą jaźń. " * 60,))
    (made,) = under_boilerplate([story], share)
    above = made.text.removesuffix(story.article)
    assert made.language_tag == "pl"
    lines = above.splitlines()
    assert set(lines) <= set(residue.ENGLISH)
    whole = len(made.text.encode())
    assert len(above.encode()) >= share * whole
    assert len(above.encode()) - len(lines[-1].encode()) - 1 < share * whole


def test_boilerplate_is_in_another_language():
    """English and German by turns, never the article's own; neighbours begin at other lines."""
    told = [Story(tag, SENTENCES) for tag in ("en", "en", "de", "de", "fr", "fr", "fr", "fr")]
    first = [one.text.splitlines()[0] for one in under_boilerplate(told, 0.5)]
    is_german = [line in residue.GERMAN for line in first]
    assert is_german == [True, True, False, False, False, True, False, True]
    assert len(set(first)) == len(first)


def test_boilerplate_is_repeated_when_there_is_no_more():
    """A long article gets its share too."""
    story = Story("fr", ("Un très long article. " * 2000,))
    (made,) = under_boilerplate([story], 0.6)
    assert len(made.text.encode()) >= 2.5 * len(story.article.encode())


def test_lines_of_pages_are_distinct():
    """As many in each language, none twice."""
    for lines in (residue.ENGLISH, residue.GERMAN):
        assert len(set(lines)) == len(lines)
    assert len(residue.ENGLISH) == len(residue.GERMAN)


def tell(tag, document=None, count=6):
    """A story of two paragraphs whose sentences name its language."""
    return Story(tag, tuple(f"sentence {number} in {tag}." for number in range(count)), document)


def test_two_languages_in_blocks_and_by_turns():
    """Both stories give as many paragraphs; lines are told from 1, with a blank one between."""
    pair = [tell("en"), tell("de", count=3)]
    blocks = in_two_languages([tell("en"), tell("de")], is_alternating=False)[0]
    assert blocks.language_tags == ("en", "en", "de", "de")
    turns = in_two_languages([tell("en"), tell("de")], is_alternating=True)[0]
    assert turns.language_tags == ("en", "de", "en", "de")
    assert list(turns.line_nos) == [1, 3, 5, 7]
    lines = turns.text.split("\n")
    assert tuple(lines[number - 1] for number in turns.line_nos) == turns.paragraphs
    assert in_two_languages(pair, is_alternating=True)[0].language_tags == ("en", "de")


def test_pairs_are_of_other_stories_in_other_languages():
    """No translation of the same, no other script of the same, no language that langdetect lacks."""
    told = [tell("zh-Hans", "a"), tell("zh-Hant", "b"), tell("en", "a"), tell("ha", "c")]
    made = in_two_languages(told, is_alternating=True)
    assert [one.languages for one in made] == [{"zh-Hant", "en"}, {"en", "zh-Hant"}]


def test_uneven_pairs_are_left_out():
    """With a quarter of the letters or less a set of languages would hang on one line."""
    short = Story("de", ("Ja.", "Nein.", "Doch."))
    assert in_two_languages([tell("en"), short], is_alternating=True) == []


SENTENCE = st.text("abc äß。東 ", min_size=1).map(lambda text: text.strip() or "a")


@given(st.lists(st.lists(SENTENCE, min_size=1, max_size=15), min_size=2, max_size=4), st.booleans())
def test_line_numbers_are_those_of_the_paragraphs(told, is_alternating):
    """Whatever the stories, each paragraph stands alone on its line, under a blank one."""
    made = [
        Story(tag, tuple(one))
        for tag, one in zip(("en", "de", "zh-Hans", "fr"), told, strict=False)
    ]
    for one in in_two_languages(made, is_alternating=is_alternating):
        lines = one.text.split("\n")
        assert tuple(lines[number - 1] for number in one.line_nos) == one.paragraphs
        assert len(lines) == 2 * len(one.paragraphs) - 1
        assert len(set(one.language_tags)) == 2


def test_letter_shares_count_letters_only():
    """A fifth of the letters makes a language one of the document's."""
    assert letter_shares(["abcd 1234", "e!"], ["en", "de"]) == {"en": 0.8, "de": 0.2}
    assert main_languages(["abcd", "e"], ["en", "de"]) == {"en", "de"}
    assert main_languages(["abcde", "f"], ["en", "de"]) == {"en"}


MIXTURE = Mixture(("abcdef", "ghij"), ("en", "de"))
READINGS = [
    # tags by line, languages -> characters, set
    ({1: "en", 3: "de"}, {"en", "de"}, 100.0, 100.0),
    ({1: "en", 3: "nl"}, {"en", "nl"}, 60.0, 0.0),
    ({3: "de"}, {"de"}, 40.0, 0.0),  # a paragraph without a row is wrong
    ({1: "en", 3: "de"}, {"en", "de", "fr"}, 100.0, 0.0),  # one too many
    ({}, set(), 0.0, 0.0),
]


@pytest.mark.parametrize(("tags", "languages", "chars", "whole"), READINGS)
def test_mixtures_by_hand(tags, languages, chars, whole):
    """Characters of paragraphs with the right language, and whether the set is exact."""
    reading = Reading(tags, frozenset(languages))
    assert stories.score_mixtures([MIXTURE], lambda _: reading) == {
        "char_accuracy": chars,
        "set_accuracy": whole,
    }


def test_no_mixtures_give_no_figures():
    """A set in one language says nothing of documents in two."""
    assert stories.score_mixtures([], lambda _: Reading({}, frozenset())) == {}


def test_a_detector_alone_reads_paragraphs():
    """Its languages are those of its own answers, by letters."""
    system = stories.alone(lambda text: Guess("en" if "a" in text else "de", 1.0))
    assert system.read(MIXTURE) == Reading({1: "en", 3: "de"}, frozenset({"en", "de"}))


def test_figures_of_a_set():
    """Every length, every share of boilerplate and both kinds of mixture have their figures."""
    told = [tell("en", "a"), tell("de", "b"), tell("shi", "c")]
    sure = System(lambda _: Guess("en", 1.0), lambda _: Reading({}, frozenset()))
    found = stories.evaluate(told, sure)
    assert found.size == "3 stories, 3 languages"
    assert found.figures["sentence_accuracy"] == pytest.approx(100 / 3)
    assert found.figures["article_known_macro_accuracy"] == 50.0
    assert found.figures["word_confident_wrong_share"] == 100.0
    assert found.figures["boilerplate_20_langdetect_macro_accuracy"] == 50.0
    assert found.figures["blocks_char_accuracy"] == 0.0
    assert "boilerplate_20_confident_accuracy" not in found.figures


def test_our_annotator_reads_a_document_in_two_languages():
    """Each paragraph has its language, and the document has both."""
    english = "The board of the harbour put its decision on the new pier off for the third time on Friday."
    greek = "Το συμβούλιο του λιμανιού ανέβαλε την Παρασκευή για τρίτη φορά την απόφαση για τη νέα προβλήτα."
    mixture = Mixture((english, greek, english, greek), ("en", "el", "en", "el"))
    reading = stories.read_document(mixture)
    assert reading.paragraph_tags == {1: "en", 3: "el", 5: "en", 7: "el"}
    assert reading.languages == {"en", "el"}


def test_reads_stories(tmp_path):
    """Sentences are normalised, blank ones and stories without any are left out."""
    (tmp_path / "a.jsonl").write_text(
        '{"doc": "n1", "lang": "zho-TW", "sents": ["一。 ", "", "二\\n三。"]}\n'
        '{"lang": "deu", "sents": []}\n'
        '{"lang": "deu", "sents": ["Eins."]}\n'
    )
    assert stories.read(tmp_path) == [
        Story("zh-Hant", ("一。", "二 三。"), "n1"),
        Story("de", ("Eins.",)),
    ]


@pytest.mark.parametrize("row", ['{"lang": "deu", "text": "Eins."}', '{"lang": "deu", "sents": 1}'])
def test_other_formats_are_refused(tmp_path, row):
    """The message names the file and the format."""
    (tmp_path / "a.jsonl").write_text(row + "\n")
    with pytest.raises(ConfigError, match=r"a\.jsonl cannot be read .* expected JSONL with `lang`"):
        stories.read(tmp_path)

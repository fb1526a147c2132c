"""On saved pages menus, teasers and footers are told from the story."""

import threading
from dataclasses import replace

import pytest

from copydesk.annotate import boilerplate
from copydesk.annotate.boilerplate.context import describe_contexts
from copydesk.annotate.boilerplate.model import Judge, Model, load_judge, logistic
from copydesk.annotate.boilerplate.page import FIRST_FEATURES, SECOND_FEATURES
from copydesk.annotate.boilerplate.place import fading_mean
from copydesk.annotate.boilerplate.shape import SHAPE_FEATURES, describe_shape, is_control, measure
from copydesk.evaluation.gold import make_document
from copydesk.records import LineKind

ENGLISH = (
    "Ferry pier vote put off for a third time | Harbour Post",
    """Skip to content\nLog in\nSubscribe\nHome\nNews\nSport\nWeather\nPort life\nSearch\nNewsletters
Most read\nBakery moves to the quay\nFerry fares to go up in May""",
    """Ferry pier vote put off for a third time""",
    """The harbour board on Friday put off its vote on the new ferry pier for a third time, after the builder
 asked for more money only an hour before the meeting.
The chairwoman said that nobody on the board had seen the new figures, and that the vote would be held when all
 of its members had read them with care.
Fishermen who sell from the old pier were glad to hear it, because the board has not said where they are to go
 when the building begins.
The board meets again on Tuesday, and the town has asked it to hear the fishermen and the ferry company first.""",
    """Share\nFacebook\nTwitter\nComments (12)\nRelated stories\nPier drawings are late\nNight ferry to end
About us\nContact\nPrivacy policy\nTerms of use\nCookie settings\n\u00a9 2024 Harbour Post""",
)
GERMAN = (
    "Abstimmung über den neuen Fähranleger erneut verschoben - Hafenbote",
    """Zum Inhalt springen\nAnmelden\nAbo\nStartseite\nPolitik\nSport\nWetter\nLeben am Hafen\nSuche\nNewsletter
Meistgelesen\nBäckerei zieht an den Kai\nFähre wird im Mai teurer""",
    """Abstimmung über den neuen Fähranleger erneut verschoben""",
    """Der Hafenrat hat am Freitag die Abstimmung über den neuen Fähranleger zum dritten Mal verschoben, weil die
 Baufirma eine Stunde vor der Sitzung mehr Geld verlangte.
Die Vorsitzende sagte, niemand im Rat habe die neuen Zahlen gesehen, und abgestimmt werde erst, wenn alle sie in
 Ruhe gelesen hätten.
Die Fischer, die am alten Anleger verkaufen, freuten sich darüber, denn der Rat hat nicht gesagt, wohin sie
 sollen, wenn der Bau beginnt.
Der Rat tagt wieder am Dienstag, und die Stadt hat ihn gebeten, vorher die Fischer und die Reederei zu hören.""",
    """Teilen\nDrucken\nKommentare\nMehr zum Thema\nPläne für den Anleger verspätet\nNachtfähre wird eingestellt
Impressum\nDatenschutz\nKontakt\nMediadaten\nNutzungsbedingungen\n\u00a9 2024 Hafenbote""",
)


def lay_out(page, unwrap="\n "):
    """Give the lines of a page and for each whether it is of the story."""
    window, above, headline, story, below = page
    parts = [(window, False), (above, False), (headline, True), (story.replace(unwrap, " "), True), (below, False)]  # fmt: skip
    return [(line, is_story) for part, is_story in parts for line in part.split("\n")]


@pytest.mark.parametrize("page", [ENGLISH, GERMAN])
def test_the_story_of_a_page_is_kept(page):
    """Every paragraph stays, the headline is the title, and nearly all of the rest is residue."""
    lines = lay_out(page)
    labels = boilerplate.annotate(make_document("\n".join(line for line, _ in lines)))
    kept = [label.kind is not LineKind.BOILERPLATE for label in labels]
    assert all(keep for keep, (_, is_story) in zip(kept, lines, strict=True) if is_story)
    assert sum(keep for keep, (_, is_story) in zip(kept, lines, strict=True) if not is_story) <= 2
    titles = [label for label in labels if label.kind is LineKind.TITLE]
    assert [label.reason for label in titles] == ["headline"]
    assert lines[titles[0].line_no - 1][0] == page[2]


def test_reasons_name_what_weighed_most():
    """A line that the models took out says why in words, and scores lie between 0 and 1."""
    labels = boilerplate.annotate(make_document("\n".join(line for line, _ in lay_out(ENGLISH))))
    weighed = [label.reason for label in labels if "+" in label.reason]
    assert weighed
    assert all(reason.replace("_", "").replace("+", "").isalpha() for reason in weighed)
    assert all(0 <= label.score <= 1 for label in labels)


def test_a_short_text_is_no_page():
    """Below 25 lines only set phrases and controls count: the models have not seen such pages."""
    lines = ["Log in", "Subscribe", "Search", "Privacy", "Ferry fares to go up", *ENGLISH[3].replace("\n ", " ").split("\n"), "Bakery moves"]  # fmt: skip
    labels = boilerplate.annotate(make_document("\n".join(lines)))
    assert not any("+" in label.reason for label in labels)
    assert labels[-1].kind is LineKind.BODY


def test_judges_have_the_features_that_lines_get():
    """The weights belong to the code: same names, same order."""
    for kind in ("headlined_page", "page"):
        judge = load_judge(kind)
        assert judge.first.names == FIRST_FEATURES
        assert judge.second.names == SECOND_FEATURES


def test_judges_load_from_many_threads():
    """Loading is safe from any thread and gives the same judge."""
    load_judge.cache_clear()
    found = []
    threads = [threading.Thread(target=lambda: found.append(load_judge("page"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(one == found[0] for one in found)


CONTROLS = [
    ("Log in", True),
    ("Share comments now please", True),  # half of its words
    ("Anmelden", True),
    ("登录", True),
    ("\u00a9 Harbour Post", True),  # not ASCII, and a copyright sign
    ("The board put its vote off", False),
    (
        "海港董事会周五再次推迟了对新渡轮码头的表决，登录",
        False,
    ),  # a long line only holds a word of controls
    ("", False),
    ("123", False),
]


@pytest.mark.parametrize(("line", "expected"), CONTROLS)
def test_controls(line, expected):
    """A page control is told by its words."""
    assert is_control(line) == expected


SHAPES = [
    # line -> a feature that is set
    ("The board met.", "full_stop"),
    ("The board met…", "ellipsis"),
    ("In other news:", "colon"),
    ("Who pays?", "question"),
    ("HARBOUR NEWS", "all_capitals"),
    ("and went home", "lower_start"),
    ("“We wait,” she said", "quote_start"),
    ("- Ferry fares", "bullet"),
    ("(Tuesday)", "bracket"),
    ("News | Sport", "separators"),
    ("www.example.org", "link"),
    ("At 10:15", "time"),
    ("© Harbour Post", "legal"),
    ("Log in", "control_word"),
    ("123", "no_letters"),
    ("Harbour", "one_word"),
]


@pytest.mark.parametrize(("line", "feature"), SHAPES)
def test_shapes(line, feature):
    """Each feature of a line's shape is found where it is."""
    found = dict(zip(SHAPE_FEATURES, describe_shape(line, measure(line), frozenset()), strict=True))
    assert found[feature] > 0
    plain = describe_shape("Boats lie there now", measure("Boats lie there now"), frozenset())
    assert dict(zip(SHAPE_FEATURES, plain, strict=True))[feature] == 0


def test_dense_scripts_are_wider():
    """A Chinese character says as much as two letters and a half."""
    assert measure("海港").width == pytest.approx(5.0)
    assert measure("port").width == 4


def test_contexts_find_the_stretch_of_likely_lines():
    """The core is the stretch of lines that are likely story."""
    rows = describe_contexts([0.1, 0.9, 0.8, 0.1], [20.0, 200.0, 200.0, 20.0], [0, 1, 1, 0], [0, 1, 1, 0], 0)  # fmt: skip
    names = SECOND_FEATURES[len(FIRST_FEATURES) :]
    assert [row[names.index("in_core")] for row in rows] == [0, 1, 1, 0]
    assert [row[names.index("in_headed")] for row in rows] == [0, 0, 0, 0]


def test_contexts_know_the_story_below_a_headline_from_a_longer_list_of_teasers():
    """The headed stretch is the short story below the headline, though the teasers win more."""
    chances = [0.1, 0.9, 0.9, *[0.0] * 20, *[0.9] * 4]
    widths = [60.0, 60.0, 300.0, *[30.0] * 20, *[300.0] * 4]
    none = [0.0] * len(chances)
    rows = describe_contexts(chances, widths, none, none, 1)
    names = SECOND_FEATURES[len(FIRST_FEATURES) :]
    assert [row[names.index("in_core")] for row in rows] == [0] * 23 + [1] * 4
    assert [row[names.index("in_headed")] for row in rows] == [0, 0, 1] + [0] * 24
    assert rows[-1][names.index("lines_past_headed")] > rows[3][names.index("lines_past_headed")]


def test_fading_means_forget():
    """The nearest value counts most."""
    assert fading_mean([1, 0, 0, 0], 0.5) == [0, 0.5, 0.25, 0.125]


def test_a_model_explains_by_the_strongest_ground():
    """What lies furthest below the mean of training against the story comes first; unnamed features never."""
    model = Model(("full_stop", "digits", "line_count"), (2.0, -3.0, -9.0), (0.5, 0.0, 0.0), 0.0)
    assert model.explain([0.0, 1.0, 5.0]) == "digits+no_full_stop"
    assert model.weigh([1.0, 1.0, 0.0]) == pytest.approx(-1.0)


def test_scores_are_calibrated():
    """A judge turns logits into chances by its slope and offset."""
    judge = replace(load_judge("page"), slope=2.0, offset=1.0)
    assert isinstance(judge, Judge)
    assert judge.calibrate(-0.5) == pytest.approx(0.5)
    assert logistic(1000.0) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "line", ["Log in", "More stories", "\u00a9 2024", "FERRY " * 8, "Share this story"]
)
def test_many_lines_take_linear_time(line):
    """Twice the lines take about twice the time: no step looks at all lines for each."""
    text = f"{ENGLISH[3]}\n" + f"{line}\n" * 15_000 + ENGLISH[3]
    boilerplate.annotate(make_document(text))

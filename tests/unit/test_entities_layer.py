"""The rules of the layer, each by itself: what a model might mark, and what is made of it. No model needed."""

import time
from itertools import cycle

import pytest

from copydesk.annotate.entities.acronyms import find_acronyms
from copydesk.annotate.entities.companies import add_legal_forms
from copydesk.annotate.entities.countries import is_country
from copydesk.annotate.entities.dateline_places import find_dateline_places
from copydesk.annotate.entities.events import find_votes
from copydesk.annotate.entities.layer import refine
from copydesk.annotate.entities.noise import drop_common_words
from copydesk.annotate.entities.retype import retype
from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.annotate.entities.splits import join_places, split_spans
from copydesk.annotate.entities.teams import find_teams
from copydesk.annotate.entities.words import ENGLISH, FRENCH, RUSSIAN, words_of
from copydesk.evaluation.marked import parse_marked
from copydesk.records import EntityType


def marked(text, candidates):
    """Write candidates as marks into the text."""
    parts, position = [], 0
    for one in candidates:
        parts += [text[position : one.start_char]]
        parts += [f"[{text[one.start_char : one.end_char]}|{one.entity_type.value}]"]
        position = one.end_char
    return "".join([*parts, text[position:]])


def candidates_of(source):
    gold = parse_marked(source)
    return gold.text, [
        Candidate(one.start_char, one.end_char, one.entity_type, Method.MODEL)
        for one in gold.entities
    ]


CHANGED = [
    # splits: two organisations in one span, by a stroke or by their last words
    (split_spans, "[Norwick / Estwell|ORGANIZATION] merged.",
     "[Norwick|ORGANIZATION] / [Estwell|ORGANIZATION] merged."),
    (split_spans, "[Quill Philatelic Society and Harbour Relief Foundation|ORGANIZATION] gave.",
     "[Quill Philatelic Society|ORGANIZATION] and [Harbour Relief Foundation|ORGANIZATION] gave."),
    # a party and its country are one name, a council and its town two
    (join_places, "The [Labour Party|ORGANIZATION] of the [Northern Isles|LOCATION] won.",
     "The [Labour Party of the Northern Isles|ORGANIZATION] won."),
    (join_places, "The [Workers Council|ORGANIZATION] of [Westport|LOCATION] met.",
     "The [Workers Council|ORGANIZATION] of [Westport|LOCATION] met."),
    # one name with an `and`
    (split_spans, "The [Department of Fish and Game|ORGANIZATION] agreed.",
     "The [Department of Fish and Game|ORGANIZATION] agreed."),
    # a calling, a postcode and a small word at the end are no part of the name
    (split_spans, "[Jane Roe - Analyst|PERSON] left.", "[Jane Roe|PERSON] - Analyst left."),
    (split_spans, "[Abu Salim al - Tikri|PERSON] left.", "[Abu Salim al - Tikri|PERSON] left."),
    (split_spans, "In [Ohio 44106|LOCATION].", "In [Ohio|LOCATION] 44106."),
    (split_spans, "[Northern Lights in|ORGANIZATION] May", "[Northern Lights|ORGANIZATION] in May"),
    # codes and files are no names
    (split_spans, "Flight [BW0301|LOCATION], see [plan.pdf|ORGANIZATION].", "Flight BW0301, see plan.pdf."),
    (split_spans, "Jane Roe ([R-OH|LOCATION])", "Jane Roe (R-OH)"),
    # votes: year, place and kind make one event
    (find_votes, "She lost the 2019 [Northland|LOCATION] general election.",
     "She lost the [2019 Northland general election|EVENT]."),
    (find_votes, "In 2019 [Jane Roe|PERSON] won the election.", "In 2019 [Jane Roe|PERSON] won the election."),
    (find_votes, "Of 12 March 2019 [Northland|LOCATION] said nothing of an election.",
     "Of 12 March 2019 [Northland|LOCATION] said nothing of an election."),
    # last and first words
    (retype, "He sued [Carver & Finch|PERSON] and [Oakley Holdings|PERSON].",
     "He sued [Carver & Finch|ORGANIZATION] and [Oakley Holdings|ORGANIZATION]."),
    (retype, "Near [Axel Morrow Island|PERSON] and [Lake Quill|ORGANIZATION].",
     "Near [Axel Morrow Island|LOCATION] and [Lake Quill|LOCATION]."),
    (retype, "In the [West Bank|LOCATION] and the [Soviet Union|LOCATION].",
     "In the [West Bank|LOCATION] and the [Soviet Union|LOCATION]."),
    (retype, "The [Quill River War|ORGANIZATION], the [Treaty of Westport|ORGANIZATION], the [Harbour Arena|ORGANIZATION].",
     "The [Quill River War|EVENT], the [Treaty of Westport|LAW], the [Harbour Arena|LOCATION]."),
    # a surname that is a word for a place
    (retype, "[Veronica Lake|PERSON] smiled.", "[Veronica Lake|PERSON] smiled."),
    # words beside the name
    (retype, "Workers of the [Grantley|ORGANIZATION] mine struck.", "Workers of the [Grantley|LOCATION] mine struck."),
    (retype, "The space shuttle [Meridian|PERSON] landed.", "The space shuttle [Meridian|PRODUCT] landed."),
    # a government is called by its capital
    (retype, "[Pyongyang|ORGANIZATION] told the [DPRK|ORGANIZATION]'s envoy.", "[Pyongyang|LOCATION] told the [DPRK|LOCATION]'s envoy."),
    # clubs
    (retype, "[FK Kaldur|PERSON] met [Westport United|LOCATION].", "[FK Kaldur|ORGANIZATION] met [Westport United|ORGANIZATION]."),
    # a preposition of place, unless the name is somebody's
    (retype, "Fighters outside [Kaldur|PERSON] fled.", "Fighters outside [Kaldur|LOCATION] fled."),
    (retype, "[Jane Roe|PERSON] won. They trust in [Roe|PERSON].", "[Jane Roe|PERSON] won. They trust in [Roe|PERSON]."),
    (retype, "It has shares in [Kaldur|ORGANIZATION].", "It has shares in [Kaldur|ORGANIZATION]."),
    (retype, "He sat in [Congress|ORGANIZATION] and in [Kaldur|PERSON]'s car.",
     "He sat in [Congress|ORGANIZATION] and in [Kaldur|PERSON]'s car."),
    # a list is of one type; a place behind a name is no part of it
    (retype, "With [Ann Roe|PERSON], [Bo Lee|PERSON], [Cal Fry|PERSON] and [Dov Orr|ORGANIZATION].",
     "With [Ann Roe|PERSON], [Bo Lee|PERSON], [Cal Fry|PERSON] and [Dov Orr|PERSON]."),
    (retype, "[Ann Roe|PERSON], [Bo Lee|PERSON], [Cal Fry|PERSON], [Ohio|LOCATION]",
     "[Ann Roe|PERSON], [Bo Lee|PERSON], [Cal Fry|PERSON], [Ohio|LOCATION]"),
    # short forms: typed as their name, found where the model saw none
    (find_acronyms, "The [Blue Harbour Front|ORGANIZATION] ([BHF|PERSON]) won.",
     "The [Blue Harbour Front|ORGANIZATION] ([BHF|ORGANIZATION]) won."),
    (find_acronyms, "The [Blue Harbour Front|ORGANIZATION] (BHF) won.",
     "The [Blue Harbour Front|ORGANIZATION] ([BHF|ORGANIZATION]) won."),
    (find_acronyms, "The [Blue Harbour Front|ORGANIZATION] (UK) won.", "The [Blue Harbour Front|ORGANIZATION] (UK) won."),
    (find_acronyms, "[Jane Roe|PERSON] ([SDP|ORGANIZATION]) won.", "[Jane Roe|PERSON] ([SDP|ORGANIZATION]) won."),
    # the place of a dateline; an agency in front of a story is none
    (find_dateline_places, "[WESTPORT|ORGANIZATION], May 5 (Agency) - Rain fell.",
     "[WESTPORT|LOCATION], May 5 (Agency) - Rain fell."),
    (find_dateline_places, "[QUILL BAY|PERSON] 1998-05-05\nRain fell.", "[QUILL BAY|LOCATION] 1998-05-05\nRain fell."),
    (find_dateline_places, "[ВЕСТПОРТ|ORGANIZATION], 5 мая. Шел дождь.", "[ВЕСТПОРТ|LOCATION], 5 мая. Шел дождь."),
    (find_dateline_places, "[WESTPORT|LOCATION], [Miss|PERSON], May 5 - [Ann Roe|PERSON] fell.",
     "[WESTPORT|LOCATION], [Miss|LOCATION], May 5 - [Ann Roe|PERSON] fell."),
    (find_dateline_places, "[NATO|ORGANIZATION], an alliance, met.", "[NATO|ORGANIZATION], an alliance, met."),
    # legal forms
    (add_legal_forms, "[Morrow Quill|PERSON] Ltd and [Oakley|ORGANIZATION] and Co paid.",
     "[Morrow Quill Ltd|ORGANIZATION] and [Oakley|ORGANIZATION] and Co paid."),
    (add_legal_forms, "[Oakley|ORGANIZATION] Co-operated.", "[Oakley|ORGANIZATION] Co-operated."),
    # teams
    (find_teams, "In the league [Westport|LOCATION] beat [Eastham|LOCATION] 2-1.",
     "In the league [Westport|ORGANIZATION] beat [Eastham|ORGANIZATION] 2-1."),
    (find_teams, "The striker joined [Westport|LOCATION] for the season. He lives in [Westport|LOCATION].",
     "The striker joined [Westport|ORGANIZATION] for the season. He lives in [Westport|LOCATION]."),
    (find_teams, "In the cup [Norway|LOCATION] beat [Sweden|LOCATION] 2-1.",
     "In the cup [Norway|LOCATION] beat [Sweden|LOCATION] 2-1."),
    (find_teams, "Rebels beat the army at [Westport|LOCATION] and joined [Eastham|LOCATION].",
     "Rebels beat the army at [Westport|LOCATION] and joined [Eastham|LOCATION]."),
    # lines of results, tables and fixtures
    (find_teams, "Results:\nWestport 2 Eastham Town 0\n[Quarrel|PERSON] 1 [Oldby|LOCATION] 1\nNorway 3 Oldby 1",
     "Results:\n[Westport|ORGANIZATION] 2 [Eastham Town|ORGANIZATION] 0\n[Quarrel|PERSON] 1 [Oldby|ORGANIZATION] 1\n"
     "[Norway|LOCATION] 3 [Oldby|ORGANIZATION] 1"),
    (find_teams, "Division one\n[Westport|LOCATION] 15 10 1 4 31\n[Eastham|LOCATION] 15 9 .600 -",
     "Division one\n[Westport|ORGANIZATION] 15 10 1 4 31\n[Eastham|ORGANIZATION] 15 9 .600 -"),
    (find_teams, "Fixtures\n[Westport|LOCATION] v [Eastham|LOCATION]",
     "Fixtures\n[Westport|ORGANIZATION] v [Eastham|ORGANIZATION]"),
    # weather
    (find_teams, "Sunny\n[Westport|LOCATION] 21 [Eastham|LOCATION] 19", "Sunny\n[Westport|LOCATION] 21 [Eastham|LOCATION] 19"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "source", "expected"), CHANGED)
def test_a_rule_changes_what_it_should(rule, source, expected):
    """Spans and types before and after, as marks."""
    text, candidates = candidates_of(source)
    assert marked(text, rule(text, candidates)) == expected


@pytest.mark.parametrize(("rule", "source", "expected"), CHANGED)
def test_rules_find_nothing_more_the_second_time(rule, source, expected):
    """What a rule has made it leaves alone."""
    text, candidates = candidates_of(expected)
    assert marked(text, rule(text, candidates)) == expected
    assert source.count("|")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # the word is small elsewhere
        (
            "[States|LOCATION] paid. Other states, poor states, did not.",
            "States paid. Other states, poor states, did not.",
        ),
        ("“[Data|ORGANIZATION] helps: more data, new data.", "“Data helps: more data, new data."),
        # once is no proof, and a name in the middle of a sentence is one at its start
        ("[Brown|PERSON] left in a brown coat.", "[Brown|PERSON] left in a brown coat."),
        (
            "[Bush|PERSON] left. For [Bush|PERSON] a bush is a bush.",
            "[Bush|PERSON] left. For [Bush|PERSON] a bush is a bush.",
        ),
        # behind a title no sentence begins
        ("So Ms. [May|PERSON] may go, or may not.", "So Ms. [May|PERSON] may go, or may not."),
    ],
)
def test_a_common_word_that_begins_a_sentence_is_no_name(source, expected):
    """What the text writes small elsewhere was capitalised by its place."""
    text, candidates = candidates_of(source)
    assert marked(text, drop_common_words(text, candidates, ENGLISH)) == expected


def test_the_mark_of_an_advertisement_is_no_name():
    """French sites put it between paragraphs."""
    text, candidates = candidates_of("Il pleut.\n[Publicité|ORGANIZATION]\n[Paris|LOCATION] dort.")
    found = drop_common_words(text, candidates, FRENCH)
    assert marked(text, found) == "Il pleut.\nPublicité\n[Paris|LOCATION] dort."


@pytest.mark.parametrize("text", ["", "Rain fell.", "Results\n\n"])
@pytest.mark.parametrize("words", [ENGLISH, FRENCH, words_of("qq")])
def test_a_text_without_names_stays_without(text, words):
    """No rule needs a candidate."""
    assert refine(text, [], words) == []


def test_rules_of_english_words_are_for_english_alone():
    """In another language a first name may look like a street."""
    source = "[Carver & Finch|PERSON] 2 - 1"
    text, candidates = candidates_of(source)
    assert marked(text, refine(text, candidates, FRENCH)) == source
    assert marked(text, refine(text, candidates, ENGLISH)) != source


def test_a_short_form_is_known_in_the_whole_document():
    """Document consistency spreads what the brackets told."""
    source = "The [Blue Harbour Front|ORGANIZATION] (BHFX) won.\n\nThe BHFX lost."
    text, candidates = candidates_of(source)
    assert marked(text, refine(text, candidates, ENGLISH)).endswith("The [BHFX|ORGANIZATION] lost.")


@pytest.mark.parametrize(
    ("name", "is_state"), [("South\nKorea", True), ("U.S.", True), ("Seoul", False)]
)
def test_states_are_told_from_towns(name, is_state):
    """A name may be wrapped and abbreviated."""
    assert is_country(name) is is_state


def test_a_language_without_words_has_none():
    """Its spans are trimmed of marks alone."""
    assert words_of("qq").titles == frozenset()
    assert words_of("ru") is RUSSIAN


HOSTILE = [
    "Aa " * 40_000,
    "AA " * 40_000,
    "2019 " + "Aa " * 40_000 + "election",
    "2019 Aa " * 15_000,
    "Aa 1 " * 20_000,
    "Aa 1 Aa 1\n" * 8_000,
    "AA, " * 25_000,
    "AA (" * 25_000,
    "A" * 100_000,
    "A-" * 50_000,
    "score match " * 8_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_costs_little(text):
    """Time grows with the text alone, whatever is marked in it."""
    step = max(4, len(text) // 2_000)
    candidates = [
        Candidate(start, start + 2, kind, Method.MODEL)
        for start, kind in zip(range(0, len(text) - 2, step), cycle(EntityType), strict=False)
    ]
    started = time.process_time()
    refine(text, candidates, ENGLISH)
    assert time.process_time() - started < 5

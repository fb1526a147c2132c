"""Linking: which place a name means in its document, and when that is left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.annotate.entities.gazetteer.linking import (
    MIN_SCORE,
    DocumentHints,
    link_places,
)
from copydesk.annotate.entities.gazetteer.metonyms import is_said_of_government
from copydesk.annotate.entities.gazetteer.places import load_places

PARIS, PARIS_TEXAS = "geonames:2988507", "geonames:4717560"


def link(*names, **hints):
    """Give the id of each linked name."""
    links = link_places(names, load_places(), DocumentHints(**hints))
    return {name: one.place_id for name, one in links.items()}


def test_a_famous_name_is_the_famous_place():
    """Without a word to the contrary Paris is in France, and the population says how surely."""
    (paris,) = link_places(["Paris"], load_places()).values()
    assert (paris.place_id, paris.country_code, paris.method) == (PARIS, "FR", "place_name")
    assert MIN_SCORE <= paris.score <= 1


def test_the_name_behind_a_comma_says_where_a_place_lies():
    """`Paris, Texas` is one place, and `Paris, France` another."""
    assert link("Paris", "Texas", containers={"Paris": "Texas"})["Paris"] == PARIS_TEXAS
    assert link("Paris", "France", containers={"Paris": "France"})["Paris"] == PARIS


def test_american_abbreviations_of_states_are_read():
    """`Lebanon, Pa.` is a town, and `Pa.` its state."""
    linked = link("Lebanon", "Pa.", containers={"Lebanon": "Pa."})
    assert load_places().get(linked["Lebanon"]).region_code == "US.PA"
    assert load_places().get(linked["Pa."]).region_code == "US.PA"


def test_a_town_that_is_not_known_there_is_not_linked_elsewhere():
    """No Hamburg of Texas is known: that of Germany is not meant."""
    assert "Hamburg" not in link("Hamburg", "Texas", containers={"Hamburg": "Texas"})


def test_other_places_of_the_document_decide():
    """Georgia is the state of Tbilisi or that of Atlanta."""
    assert link("Georgia", "Tbilisi")["Georgia"] == "wikidata:Q230"
    assert link("Georgia", "Atlanta", "Savannah", "Florida")["Georgia"] == "geonames:4197000"


def test_a_town_is_not_found_by_a_name_of_old_maps():
    """Bloomington of Illinois was called Blooming Grove; Philly is what people say."""
    assert "Blooming Grove" not in link("Blooming Grove", "Chicago", "Peoria", "Springfield")
    assert link("Philly") == {"Philly": "geonames:4560349"}


@pytest.mark.parametrize("name", ["La France", "L’Allemagne", "les États-Unis", "Il Regno Unito"])
def test_a_state_is_found_behind_its_article(name):
    """A sentence that begins with it gives the article a capital."""
    assert load_places().get(link(name)[name]).kind == "country"


def test_only_states_are_found_behind_an_article():
    """Towns are called La Paz or Le Mans; Georgia is two things."""
    assert link("La Berlin", "La Georgia") == {}


def test_states_are_called_as_people_call_them():
    """Whatever official name the table has."""
    links = link_places(["香港", "澳门", "Nauru"], load_places())
    assert sorted(one.name for one in links.values()) == ["Hong Kong", "Macau", "Nauru"]


def test_what_stays_open_is_not_linked():
    """Three towns of a size are called Cambridge, a dozen Springfield."""
    assert link("Cambridge", "Springfield", "Richmond") == {}


def test_states_that_share_a_name_need_context():
    """Congo and Korea are two states each."""
    assert link("Congo") == {}
    assert link("Congo", "Kinshasa", "Goma")["Congo"] == "wikidata:Q974"
    assert link("Korea", "Seoul", "Busan")["Korea"] == "wikidata:Q884"


def test_a_lone_surname_among_the_places_is_the_persons():
    """Jordan is no state where Michael Jordan is spoken of."""
    assert link("Jordan") == {"Jordan": "wikidata:Q810"}
    assert link("Jordan", person_names=frozenset(["Michael Jordan"])) == {}


def test_a_capital_called_as_its_state_yields_to_it():
    """Mexico is the state, Tunis the city, New York the city."""
    linked = link("Mexico", "Tunis", "New York")
    kinds = {name: load_places().get(one).kind for name, one in linked.items()}
    assert kinds == {"Mexico": "country", "Tunis": "city", "New York": "city"}


def test_inflected_names_are_linked():
    """A case ending of the document's language comes off."""
    assert link("Пхеньяна", language_code="ru") == {"Пхеньяна": "geonames:1871859"}
    assert link("Deutschlands", language_code="de") == {"Deutschlands": "wikidata:Q183"}


def test_nationalities_and_the_dateline_are_context():
    """What else the document tells of states counts."""
    assert link("Valencia") == {}
    assert link("Valencia", "Madrid", dateline_name="Madrid")["Valencia"] == "geonames:2509954"
    assert link("Congo", nationality_codes=frozenset(["CD"])) == {"Congo": "wikidata:Q974"}


NAMES = [
    "Georgia",
    "Atlanta",
    "Paris",
    "Texas",
    "Springfield",
    "Jordan",
    "Cambridge",
    "Boston",
    "Perth",
    "xyz",
]


@given(
    st.lists(st.sampled_from(NAMES), unique=True).flatmap(
        lambda one: st.tuples(st.just(one), st.permutations(one))
    )
)
def test_the_order_of_names_does_not_matter(pair):
    """The same names give the same links."""
    given_order, other_order = pair
    assert link_places(given_order, load_places()) == link_places(other_order, load_places())


@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_text_may_stand_for_a_name(names):
    """Links are made for given names alone, with scores of at least the threshold."""
    links = link_places(names, load_places(), DocumentHints(language_code="ru"))
    assert set(links) <= set(names)
    assert all(MIN_SCORE <= one.score <= 1 for one in links.values())


SAID_OF_A_GOVERNMENT = [
    ("Pyongyang", "", " said it would answer.", "en"),
    ("Pyongyang", "On Monday ", " has repeatedly rejected talks.", "en"),  # helpers and adverbs
    ("Pyongyang", "", " would not negotiate.", "en"),
    ("Pyongyang", "", " is still considering it.", "en"),
    ("Kremlin", "The ", " denied it.", "en"),  # its name has an article
    ("Pyongyang", "He accused ", " of theft.", "en"),  # what is done to governments
    ("Pyongyang", "They want better ties with ", ".", "en"),
    ("Pyongyang", "It is wary of ", "'s nuclear ambitions.", "en"),  # what they have
    ("Paris", "", " a condamné l'attaque.", "fr"),
    ("Москва", "", " заявила о выходе.", "ru"),
]
SAID_OF_A_PLACE = [
    ("Pyongyang", "The envoy in ", " said little.", "en"),  # a place, by its preposition
    ("Pyongyang", "", " is cold in winter.", "en"),  # no act of a government
    ("Pyongyang", "", " is said to be cold.", "en"),
    ("Paris", "The ", " claims were dropped.", "en"),  # the noun behind it has the article
    ("White House", "It ended his ", " hopes.", "en"),
    ("Pyongyang", "talks with ", "-based firms", "en"),  # a part of another word
    ("Pyongyang", "He lives for ", ".", "en"),  # not told
    ("Pyongyang", "", ", said the driver", "en"),  # the verb is another's
    ("Brussels", "", " rejected the budget.", "en"),  # the Union did
    ("Pyongyang", "", " dijo que no.", "xx"),  # language without a table
]


@pytest.mark.parametrize(("name", "before", "after", "language"), SAID_OF_A_GOVERNMENT)
def test_what_is_said_of_governments_is_told(name, before, after, language):
    """By a verb of governments right behind the name, or by words that govern it."""
    assert is_said_of_government(name, before, after, language)


@pytest.mark.parametrize(("name", "before", "after", "language"), SAID_OF_A_PLACE)
def test_nothing_else_is_said_of_governments(name, before, after, language):
    """Where the sentence does not tell it plainly, it is not told."""
    assert not is_said_of_government(name, before, after, language)


def test_an_abbreviated_state_is_no_city():
    """Long Island is in the state, whatever the city is called."""
    linked = link("Long Island", "N.Y.", containers={"Long Island": "N.Y."})
    assert load_places().get(linked["N.Y."]).kind == "region"


def test_capitals_of_few_people_are_not_meant_by_name_alone():
    """A Douglas is seldom the Isle of Man's, but where that is named."""
    assert link("Douglas") == {}
    assert "Douglas" in link("Douglas", "Isle of Man")


def test_a_lone_given_name_among_the_places_is_the_persons():
    """But Israel Katz leaves Israel a state."""
    assert "Victoria" not in link("Victoria", "Leeds", person_names=frozenset(["Victoria Plum"]))
    assert "Israel" in link("Israel", person_names=frozenset(["Israel Katz"]))


def test_a_state_that_another_language_calls_so_is_not_meant():
    """Lingala calls Benin as the world calls a city; Chinese calls a state and a city abroad alike."""
    assert link("Líbano", language_code="es") == {"Líbano": "wikidata:Q822"}
    assert link("Beni", language_code="en") == {"Beni": "geonames:219057"}
    assert link("萨尔瓦多", language_code="zh") == {"萨尔瓦多": "wikidata:Q792"}
    assert link("Salvador", language_code="en") == {"Salvador": "geonames:3450554"}
    assert link("Кызылорды", language_code="ru") == {"Кызылорды": "geonames:1519922"}


def test_a_capital_before_another_state_begins_a_list():
    """No Beijing lies in Russia; behind a region the town there is meant, known or not."""
    assert "Beijing" in link("Beijing", "Russia", containers={"Beijing": "Russia"})
    assert "Boston" in link("Boston", "New York", containers={"Boston": "New York"})
    assert "London" not in link("London", "Kentucky", containers={"London": "Kentucky"})
    assert (
        link("London", "Ontario", containers={"London": "Ontario"})["London"] == "geonames:6058560"
    )

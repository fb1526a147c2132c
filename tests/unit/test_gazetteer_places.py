"""Places: what a name can mean, in any language, and the ids of it."""

import pytest

from copydesk.annotate.entities.gazetteer.keys import place_key
from copydesk.annotate.entities.gazetteer.places import NameStrength, load_places

NORTH_KOREA, PYONGYANG, MOSCOW = "wikidata:Q423", "geonames:1871859", "geonames:524901"

SAME_KEY = [
    ("U.S.", "US"),  # dots
    ("Côte d'Ivoire", "COTE D’IVOIRE"),  # accents, case, kind of apostrophe
    ("Port-au-Prince", "Port au Prince"),  # hyphens
    ("the Netherlands", "Netherlands"),  # article
    ("İstanbul", "Istanbul"),  # dotted capital
    ("Łódź", "Lodz"),  # a stroke is no mark in Unicode
    ("Йошкар-Ола", "Йошкар Ола"),  # a mark that is part of a letter
]


@pytest.mark.parametrize(("one", "other"), SAME_KEY)
def test_spellings_of_one_name_share_a_key(one, other):
    """Case, marks, dots, hyphens and article tell no names apart."""
    assert place_key(one) == place_key(other)


def test_vowels_written_as_marks_stay():
    """In Devanagari marks are vowels: without them two towns would be one."""
    assert place_key("दिल्ली") != place_key("दल्ल")


ONE_STATE = [
    "DPRK",
    "D.P.R.K.",
    "North Korea",
    "N. Korea",
    "DPR Korea",
    "Democratic People's Republic of Korea",
    "КНДР",
    "朝鲜",
    "朝鮮",
    "북한",
    "Corea del Norte",
    "Nordkorea",
    "Corée du Nord",
    "كوريا الشمالية",
]


@pytest.mark.parametrize("name", ONE_STATE)
def test_a_state_is_found_by_its_names_in_all_languages(name):
    """Abbreviations, formal names and other scripts lead to one id."""
    assert NORTH_KOREA in {found.place.place_id for found in load_places().find(name)}


@pytest.mark.parametrize(
    "name", ["Moscow", "Moskau", "Moscou", "Москва", "Moskwa", "莫斯科", "موسكو"]
)
def test_a_city_is_found_across_languages(name):
    """Exonyms are names like any other."""
    assert MOSCOW in {found.place.place_id for found in load_places().find(name)}


def test_a_capital_is_a_city_and_never_its_state():
    """Pyongyang has an id of its own and tells whose government sits there."""
    (capital,) = [one.place for one in load_places().find("Pyongyang") if one.place.kind == "city"]
    assert (capital.place_id, capital.country_code, capital.seat_of) == (PYONGYANG, "KP", "KP")
    assert NORTH_KOREA not in {found.place.place_id for found in load_places().find("Pyongyang")}


def test_a_name_says_how_well_it_is_attested():
    """English and international names are the main ones, exonyms less, those of no known language least."""
    strength = {one.place.place_id: one.strength for one in load_places().find("Moskau")}
    assert strength[MOSCOW] is NameStrength.LABELLED
    strength = {one.place.place_id: one.strength for one in load_places().find("Moscow")}
    assert strength[MOSCOW] is NameStrength.MAIN


def test_places_carry_ids_and_coordinates():
    """A state has its Wikidata id and a centre, a city its GeoNames id, point and region."""
    state, city = load_places().country("kp"), load_places().get(PYONGYANG)
    assert (state.wikidata_id, state.kind, state.country_code) == ("Q423", "country", "KP")
    assert 38 < state.latitude < 41
    assert 124 < state.longitude < 130
    assert (city.geonames_id, round(city.latitude), round(city.longitude)) == (1871859, 39, 126)
    assert load_places().get("geonames:0") is None


def test_former_states_and_areas_of_no_state_have_ids():
    """The Soviet Union is not Russia; the Middle East is a place."""
    (soviet_union,) = load_places().find("USSR")
    (middle_east,) = load_places().find("Middle East")
    assert (soviet_union.place.wikidata_id, soviet_union.place.country_code) == ("Q15180", "SU")
    assert (middle_east.place.kind, middle_east.place.country_code) == ("region", None)


def test_every_place_and_every_key_of_the_tables_is_readable():
    """All states have a code and an id, and are found by their own names."""
    places = load_places()
    states = list(places.states())
    assert len(states) > 250
    for state in states:
        assert state.place_id == f"wikidata:{state.wikidata_id}"
        assert state.place_id in {found.place.place_id for found in places.find(state.name)}


@pytest.mark.parametrize("name", ["", " ", ".", "zzqx", "\u0301", "-"])
def test_what_is_no_name_is_not_found(name):
    """Nothing and noise have no places."""
    assert load_places().find(name) == ()


NATIONALITIES = [
    ("North Korean", "KP"),
    ("Briton", "GB"),
    ("Russians", "RU"),
    ("russe", "RU"),
    ("russes", "RU"),  # plural
    ("française", "FR"),  # feminine
    ("Nordkoreaner", "KP"),
    ("estadounidense", "US"),
    ("Poles", "PL"),
    ("американский", "US"),
]


@pytest.mark.parametrize(("demonym", "code"), NATIONALITIES)
def test_a_nationality_leads_to_its_state(demonym, code):
    """Adjectives and names of peoples, singular and plural."""
    assert load_places().nationality_code(demonym) == code


@pytest.mark.parametrize("word", ["European", "Kurdish", "Democrat", "", "s"])
def test_a_group_of_no_one_state_has_no_code(word):
    """Nothing is guessed for peoples without a state, continents and parties."""
    assert load_places().nationality_code(word) is None

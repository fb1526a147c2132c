"""Which names of a corpus are one: what is linked, what is not, and what the user decides."""

from dataclasses import dataclass, replace

import pytest

from copydesk.annotate.entities.resolution import (
    CorpusNames,
    Guidance,
    LinkMethod,
    NoGazetteer,
    TypedName,
    resolve,
)
from copydesk.records import EntityType
from copydesk.user_rules import EntityDecision

TYPES = {
    "P": EntityType.PERSON,
    "O": EntityType.ORGANIZATION,
    "L": EntityType.LOCATION,
    "N": EntityType.NATIONALITY_OR_GROUP,
}
NEWS = ("O Harbour Post", "L Kettle Bay", "P Nora Quill", "O Tide Board")
"""Names that make documents be about the same things."""


def corpus(*documents: tuple[str, ...]) -> CorpusNames:
    """Give a corpus of documents with names such as `P Ann Lee`."""
    names = sorted({name for document in documents for name in document})
    return CorpusNames(
        [TypedName(TYPES[name[0]], name[2:]) for name in names],
        [{names.index(name): 1 for name in document} for document in documents],
    )


def groups(*documents: tuple[str, ...], decisions: tuple[EntityDecision, ...] = ()) -> set[str]:
    """Give the groups of two and more names that mean one entity, each as `a = b`."""
    names = corpus(*documents)
    found = resolve(names, Guidance(decisions))
    members: dict[int, set[str]] = {}
    for number, document in enumerate(found.assignments):
        for name_no, assignment in document.items():
            name = names.names[name_no].name
            members.setdefault(assignment.entity_no, set()).add(name)
        assert document.keys() == names.documents[number].keys()
    assert len(members) == len(found.entities)
    return {" = ".join(sorted(group)) for group in members.values() if len(group) > 1}


WITHIN = {
    "a surname": (("P Ann Lee", "P Lee"), {"Ann Lee = Lee"}),
    "a surname of two who share it": (("P Ann Lee", "P Bob Lee", "P Lee"), set()),
    "a surname of one with two spellings": (
        ("P Sergey Lavrov", "P Sergei Lavrov", "P Lavrov"),
        {"Lavrov = Sergei Lavrov = Sergey Lavrov"},
    ),
    "a suffix": (("P Sam Orr", "P Sam Jr."), set()),
    "a suffix of one who has it": (("P Sam Orr Jr.", "P Sam Jr."), {"Sam Jr. = Sam Orr Jr."}),
    "a title": (("P President Ann Moor", "P Moor"), {"Moor = President Ann Moor"}),
    "a family name that stands first": (("P Xi Jinping", "P Xi"), {"Xi = Xi Jinping"}),
    "two surnames": (
        ("P Enrique Peña Nieto", "P Peña Nieto"),
        {"Enrique Peña Nieto = Peña Nieto"},
    ),
    "a given name": (("P Serena Holt", "P Serena"), {"Serena = Serena Holt"}),
    "an acronym": (
        ("O Severn Harbour Trust", "O SHT"),
        {"SHT = Severn Harbour Trust"},
    ),
    "an acronym of two": (("O Severn Harbour Trust", "O Southern Hill Trains", "O SHT"), set()),
    "an acronym of a state": (
        ("L Democratic People’s Republic of Korea", "L DPRK"),
        {"DPRK = Democratic People’s Republic of Korea"},
    ),
    "a short name": (("O Hofstra University", "O Hofstra"), {"Hofstra = Hofstra University"}),
    "a part of an organisation": (("O Sky", "O Sky One"), set()),
    "a town that a paper is named after": (("O Kettle", "O Kettle News", "L Kettle"), set()),
}


@pytest.mark.parametrize(("document", "expected"), WITHIN.values(), ids=WITHIN)
def test_what_one_document_says_of_its_names(document, expected):
    """A document introduces somebody in full and goes on with less."""
    assert groups(document) == expected


ACROSS = {
    "spellings": (("P Dzhokhar Tsarnaev",), ("P Dzhokar Tsarnaev",), True),
    "scripts": (("P Сергей Лавров",), ("P Sergei Lavrov",), True),
    "hyphens": (("P Kim Jong-un",), ("P Kim Jong Un",), True),
    "the Arabic article": (("P Bashar al-Assad",), ("P Bashar Assad",), True),
    "a nickname": (("P Bob Menk", *NEWS), ("P Robert Menk", *NEWS), True),
    "a nickname in other news": (("P Bob Menk", *NEWS), ("P Robert Menk",), False),
    "an initial": (("P R. Menk", *NEWS), ("P Robert Menk", *NEWS), True),
    "a middle name": (("P Ann B. Moor", *NEWS), ("P Ann Moor", *NEWS), True),
    "middle names that differ": (("P Ann B. Moor", *NEWS), ("P Ann C. Moor", *NEWS), False),
    "father and son": (("P Sam Orr", *NEWS), ("P Sam Orr Jr.", *NEWS), False),
    "names alike": (("P Jon Petersen", *NEWS), ("P Jon Peterson", *NEWS), False),
    "translations": (("P John Soto", *NEWS), ("P Juan Soto", *NEWS), False),
    "a lone surname": (("P Menk", *NEWS), ("P Robert Menk", *NEWS), True),
    "a lone surname taken for a place": (("L Menk", *NEWS), ("P Robert Menk", *NEWS), True),
    "a lone surname taken for a place, in other news": (
        ("L Menk", *NEWS),
        ("P Robert Menk",),
        False,
    ),
    "a lone surname in other news": (("P Menk",), ("P Robert Menk", *NEWS), False),
    "a lone given name": (("P Robert", *NEWS), ("P Robert Menk", *NEWS), False),
    "a legal form": (("O Boeing Co.",), ("O The Boeing Company",), True),
    "a legal form off a common word": (("O News Corp",), ("O News",), False),
    "a club": (("O FC Kettle",), ("O Kettle",), True),
    "a club of a common word": (("O FC United",), ("O United",), False),
    "a ministry": (("O Ministry of Defence",), ("O Defense Ministry",), True),
    "a university": (("O University of Tarn",), ("O Tarn University",), False),
    "a known acronym": (("O UN",), ("O United Nations",), True),
    "a plural": (("N Russians",), ("N Russian",), True),
    "types": (("P Paris",), ("L Paris",), False),
}


@pytest.mark.parametrize(("one", "other", "are_one"), ACROSS.values(), ids=ACROSS)
def test_what_holds_across_documents(one, other, are_one):
    """Names of two documents are one only where the rules are sure; the first of each is looked at."""
    expected = " = ".join(sorted((one[0][2:], other[0][2:])))
    assert (expected in groups(one, other)) is are_one


def test_a_name_that_two_others_could_be_is_left_alone():
    """George Bush is neither of two who cannot be each other, and never makes them one."""
    first, second = ("P George W. Bush", *NEWS), ("P George H. W. Bush", *NEWS)
    assert groups(first, second, ("P George Bush", *NEWS)) == set()
    assert groups(first, ("P George Bush", *NEWS)) == {"George Bush = George W. Bush"}


def test_a_lone_surname_that_two_bear_is_nobodys():
    """Unless nearly all documents with a full name have the one."""
    others = [("P Ann Moor", *NEWS), *[("P Ann Moor",)] * 11]
    assert groups(("P Moor", *NEWS), ("P Ann Moor", *NEWS), ("P Bob Moor", *NEWS)) == set()
    assert "Ann Moor = Moor" in groups(("P Moor", *NEWS), *others, ("P Bob Moor",))


def test_a_paper_is_called_by_the_end_of_its_name():
    """Where the whole name is the more common one: else the longer one has a word too many."""
    assert groups(("O Kettle Post",), ("O Kettle Post", "O Post")) == {"Kettle Post = Post"}
    assert groups(("O Apple",), ("O Good Apple", "O Apple")) == set()


def test_an_acronym_means_what_the_documents_that_spell_it_out_say():
    """Where they differ it stays alone."""
    spelt_out = ("O Severn Harbour Trust", "O SHT")
    assert groups(("O SHT",), spelt_out) == {"SHT = Severn Harbour Trust"}
    other = ("O Southern Hill Trains", "O SHT")
    found = corpus(("O SHT",), spelt_out, other)
    meant = {
        document[number].entity_no
        for document in resolve(found).assignments
        for number, name in enumerate(found.names)
        if name.name == "SHT" and number in document
    }
    assert len(meant) == 3


def test_a_surname_that_was_taken_for_a_place_is_the_persons() -> None:
    names = corpus(("L Menk", *NEWS), ("P Robert Menk", *NEWS))
    found = resolve(names)
    (person,) = [one for one in found.entities if "Menk" in one.name]
    assert (person.name, person.entity_type) == ("Robert Menk", EntityType.PERSON)


def test_a_few_readings_as_another_type_follow_the_many():
    """A club that the model once took for a person is the club."""
    many = [("O Kettle Town Rovers",)] * 10
    assert len(resolve(corpus(("P Kettle Town Rovers",), *many)).entities) == 1
    assert len(resolve(corpus(("P Kettle Town Rovers",), *many[:3])).entities) == 2


def decision(kind: str, name: str, other: str = "", entity_type: str | None = None):
    return EntityDecision.model_validate(
        {"decision": kind, "name": name, "other": other, "entity_type": entity_type}
    )


def test_the_user_says_that_names_are_one():
    """Whatever the rules say, and the other name is what the entity is called."""
    document = ("L Burma", "L Myanmar")
    same = decision("same", "Burma", "Myanmar")
    assert groups(document) == set()
    assert groups(document, decisions=(same,)) == {"Burma = Myanmar"}
    found = resolve(corpus(document), Guidance((same,)))
    assert [entity.name for entity in found.entities] == ["Myanmar"]
    assert {one.method for one in found.assignments[0].values()} == {
        LinkMethod.USER,
        LinkMethod.NAME,
    }


def test_the_user_keeps_names_apart():
    """In one document and over all of them."""
    apart = (decision("different", "Lee", "Ann Lee"),)
    assert groups(("P Ann Lee", "P Lee"), decisions=apart) == set()
    apart = (decision("different", "Sergei Orlov", "Sergey Orlov"),)
    assert groups(("P Sergei Orlov",), ("P Sergey Orlov",), decisions=apart) == set()


def test_the_user_gives_ids_types_and_hides():
    """Ids of Wikidata and GeoNames are the entity's; a type holds for the name everywhere."""
    decisions = (
        decision("same", "Ann Lee", "wikidata:Q42"),
        decision("type", "Kettle Post", entity_type="ORGANIZATION"),
        decision("hide", "More From Us"),
    )
    documents = (("P Ann Lee", "P Lee", "P Kettle Post"), ("O Kettle Post", "O More From Us"))
    found = resolve(corpus(*documents), Guidance(decisions))
    assert sorted((one.entity_type.value, one.name) for one in found.entities) == [
        ("ORGANIZATION", "Kettle Post"),
        ("ORGANIZATION", "More From Us"),
        ("PERSON", "Ann Lee"),
    ]
    assert {one.entity_id for one in found.entities} >= {"wikidata:Q42"}
    assert [one.name for one in found.entities if one.is_hidden] == ["More From Us"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a gazetteer gives it."""

    place_id: str
    name: str
    kind: str
    country_code: str
    metonym_country_code: str | None = None
    latitude: float = 39.0
    longitude: float = 125.75
    wikidata_id: str | None = None
    geonames_id: int | None = None
    score: float = 0.9


NORTH_KOREA = Place("wikidata:Q423", "North Korea", "country", "KP", wikidata_id="Q423")
PYONGYANG = Place("geonames:1871859", "Pyongyang", "city", "KP", "KP", geonames_id=1871859)


class SmallGazetteer:
    """Knows a state, its capital and its people, where no Springfield is named beside them."""

    fingerprint = "small"
    known = {  # noqa: RUF012
        "North Korea": NORTH_KOREA,
        "Democratic People’s Republic of Korea": NORTH_KOREA,
        "Pyongyang": PYONGYANG,
        "Harbour Palace": Place("wikidata:Q1", "Harbour Palace", "facility", "KP", "KP"),
    }

    def link_places(self, names, hints):
        assert not hints.person_names & set(names)
        found = {name: self.known[name] for name in names if name in self.known}
        return {} if "Springfield" in names else found

    def is_seat(self, name):
        return name == "Harbour Palace"

    def country_of_group(self, name):
        return "KP" if name == "North Koreans" else None


def placed(*documents, decisions=()):
    """Give id -> names of the entities, with a gazetteer."""
    names = corpus(*documents)
    found = resolve(names, Guidance(tuple(decisions), SmallGazetteer()))
    members: dict[str, set[str]] = {}
    for document in found.assignments:
        for name_no, one in document.items():
            entity = found.entities[one.entity_no]
            members.setdefault(entity.entity_id, set()).add(names.names[name_no].name)
    return found, members


def test_names_of_a_state_are_one_and_its_capital_is_another():
    """A long name that was taken for an organisation and its acronym too; the capital says what it may stand for."""
    documents = (
        ("O Democratic People’s Republic of Korea", "O DPRK", "L Pyongyang"),
        ("L North Korea", "N North Koreans"),
    )
    found, members = placed(*documents)
    assert members["wikidata:Q423"] == {
        "DPRK",
        "Democratic People’s Republic of Korea",
        "North Korea",
    }
    assert members["geonames:1871859"] == {"Pyongyang"}
    by_name = {entity.name: entity for entity in found.entities}
    assert by_name["North Korea"].entity_type is EntityType.LOCATION
    links = {(one.name.name, one.linked, one.document_count) for one in found.links}
    assert ("Democratic People’s Republic of Korea", "North Korea", 1) in links
    assert ("DPRK", "Democratic People’s Republic of Korea", 1) in links
    assert by_name["Pyongyang"].place.metonym_country_code == "KP"
    assert by_name["North Koreans"].country_code == "KP"


def test_a_name_that_a_document_takes_for_two_things_is_one_state():
    """Models call a state's official name a place here and a body there."""
    name = "Democratic People’s Republic of Korea"
    found, members = placed((f"L {name}", f"O {name}"))
    assert members == {"wikidata:Q423": {name}}
    assert len(found.entities) == 1


def test_a_seat_of_government_is_one_place_whatever_models_take_it_for():
    """The White House is a body here and a building there; other bodies of two words are not asked for."""
    found, members = placed(("O Harbour Palace",), ("L Harbour Palace", "O North Korea"))
    assert members["wikidata:Q1"] == {"Harbour Palace"}
    assert "wikidata:Q423" not in members
    assert {one.entity_type for one in found.entities if one.place} == {EntityType.LOCATION}


class ListeningGazetteer(NoGazetteer):
    """Knows nothing, and keeps what it is asked."""

    def __init__(self):
        self.asked = []

    def link_places(self, names, hints):
        self.asked.append((list(names), hints))
        return {}


def test_the_gazetteer_is_told_what_documents_tell_of_their_places():
    """Language, the name behind a place and the dateline, all as the corpus spells names."""
    names = corpus(("L Kettle", "L KETTLE", "L Ohio"), ("L Kettle",), ("L Kettle",))
    kettle = names.names.index(TypedName(EntityType.LOCATION, "KETTLE"))
    told = replace(
        names,
        languages=["en", "fr", "und"],
        containers={0: {kettle: "OHIO"}},
        datelines={0: kettle},
    )
    gazetteer = ListeningGazetteer()
    resolve(told, Guidance(gazetteer=gazetteer))
    first, second, third = (hints for _, hints in gazetteer.asked)
    assert (first.containers, first.dateline_name) == ({"Kettle": "Ohio"}, "Kettle")
    assert (second.containers, second.dateline_name) == ({}, None)
    assert [one.language_code for one in (first, second, third)] == ["en", "fr", "und"]


def test_a_place_that_the_gazetteer_declines_stays_a_name():
    """What it says of a name in one document it does not say of it in another."""
    _, members = placed(("L Pyongyang",), ("L Pyongyang", "L Springfield"))
    assert sorted(members.values(), key=sorted) == [{"Pyongyang"}, {"Pyongyang"}, {"Springfield"}]


def test_the_user_has_the_last_word_on_places():
    """Names that are one are one place; a name told apart is no place of the gazetteer's."""
    documents = (("L North Korea",), ("L Chosun",), ("L Pyongyang",))
    same = decision("same", "Chosun", "North Korea")
    assert placed(*documents, decisions=[same])[1]["wikidata:Q423"] == {"Chosun", "North Korea"}
    given = decision("same", "Pyongyang", "wikidata:Q18808")
    assert placed(*documents, decisions=[given])[1]["wikidata:Q18808"] == {"Pyongyang"}
    apart = decision("different", "Pyongyang", "North Korea")
    assert "geonames:1871859" not in placed(*documents, decisions=[apart])[1]


def test_links_tell_why():
    """Each name that is not its entity's own has a link with a method, a score and a document."""
    found = resolve(corpus(("P Ann Lee", "P Lee"), ("P Ann Lee",), ("P Anne Lee", "O UN")))
    links = {
        (link.name.name, link.linked, link.method.value, link.scope.value) for link in found.links
    }
    assert ("Lee", "Ann Lee", "surname", "document") in links
    assert all(0.8 <= link.score <= 1 for link in found.links)
    assert {link.evidence_document for link in found.links if link.name.name == "Lee"} == {0}


def test_an_id_stays_when_a_corpus_grows():
    """Spellings, nicknames, middle names and legal forms do not change it."""
    before = resolve(corpus(("P Sergey Lavrov", "O Boeing Co.", *NEWS)))
    after = resolve(
        corpus(
            ("P Sergey Lavrov", "O Boeing Co.", *NEWS),
            ("P Sergei V. Lavrov", "P Sergej Lavrov", "O Boeing", *NEWS),
            ("P Lavrov", *NEWS),
        )
    )
    ids = {entity.entity_id for entity in after.entities}
    assert {entity.entity_id for entity in before.entities} <= ids
    assert len(after.entities) == len(before.entities)


def test_of_a_register_of_namesakes_no_short_name_is_anybodys() -> None:
    register = [f"P John {letter}{other}o Smith" for letter in "BDFGKLMNPRST" for other in "aeiou"]
    names = [*register, *(name.replace(" John ", " Jane ") for name in register)]
    assert groups(("P John Bao Smith", "P J. Smith", "P Smith"))
    assert not groups((*names, "P J. Smith", "P Smith"))


def test_a_register_of_very_many_namesakes_is_read_in_linear_time() -> None:
    register = [
        f"P {given} {middle:05} Smith" for given in ("John", "J.") for middle in range(5_000)
    ]
    assert not groups(tuple(register))  # each with each would be fifty million comparisons

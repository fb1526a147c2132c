"""Resolution is a function of the set of documents: no order, numbering or batch has a say, and nothing chains."""

from itertools import combinations
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.annotate.entities.identity import name_key
from copydesk.annotate.entities.resolution import (
    CorpusNames,
    Guidance,
    Resolution,
    TypedName,
    resolve,
)
from copydesk.annotate.entities.resolution.persons import compare_persons, parse_person
from copydesk.annotate.entities.resolution.world import WorldGazetteer
from copydesk.records import EntityType

GIVEN = ("Ann", "Anne", "A.", "Sergey", "Sergei", "Сергей", "Bob", "Robert", "Ted", "Edward")
MIDDLE = ("", "", "B.", "C.", "Blair")
SURNAMES = ("Lavrov", "Лавров", "Lee", "Moor", "Petersen", "Peterson")
SUFFIXES = ("", "", "", " Jr.")
OTHERS = (
    *((EntityType.PERSON, name) for name in (*SURNAMES, "Ann", "Sergey", "Moor Jr.")),
    *((EntityType.ORGANIZATION, name) for name in ("Moor Trust", "Moor", "Moor Inc", "MT", "UN")),
    *((EntityType.ORGANIZATION, name) for name in ("United Nations", "Mill Trust", "Ann Lee")),
    *((EntityType.LOCATION, name) for name in ("Lee", "Moor", "United States", "US")),
    *((EntityType.NATIONALITY_OR_GROUP, name) for name in ("Russian", "Russians")),
)
people = st.builds(
    lambda *parts: (EntityType.PERSON, " ".join(" ".join(parts).split())),
    st.sampled_from(GIVEN),
    st.sampled_from(MIDDLE),
    st.sampled_from(SURNAMES),
    st.sampled_from(SUFFIXES),
)
names = people | st.sampled_from(OTHERS)
documents = st.lists(st.dictionaries(names, st.integers(1, 3), max_size=6), max_size=8)
MANY = settings(max_examples=150, deadline=None)


def numbered(found_documents, order=sorted) -> CorpusNames:
    """Give documents as a corpus, its names numbered in some order."""
    listed = order({name for document in found_documents for name in document})
    at = {name: number for number, name in enumerate(listed)}
    return CorpusNames(
        [TypedName(*name) for name in listed],
        [{at[name]: count for name, count in document.items()} for document in found_documents],
    )


def senses(corpus: CorpusNames, found: Resolution) -> list[dict[TypedName, tuple[object, ...]]]:
    """Give for each document what each of its names means there."""
    return [
        {
            corpus.names[name_no]: (found.entities[one.entity_no], one.method, one.score)
            for name_no, one in document.items()
        }
        for document in found.assignments
    ]


@MANY
@given(documents, st.randoms(use_true_random=False))
def test_no_order_has_a_say(found_documents, chance):
    """Shuffled documents, and names in another order, mean the same; links are the same but for the evidence."""
    corpus = numbered(found_documents)
    order = list(range(len(found_documents)))
    chance.shuffle(order)
    shuffled = numbered(
        [found_documents[at] for at in order],
        lambda names: chance.sample(sorted(names), len(names)),
    )
    one, other = resolve(corpus), resolve(shuffled)
    assert other.entities == one.entities
    expected = senses(corpus, one)
    assert senses(shuffled, other) == [expected[at] for at in order]
    assert len(one.links) == len(other.links)


PLACES = (
    "Paris",
    "PARIS",
    "Texas",
    "Lebanon",
    "Pa.",
    "Georgia",
    "Atlanta",
    "Tbilisi",
    "Beni",
    "Salvador",
)
placed_documents = st.lists(
    st.tuples(
        st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True),
        st.sampled_from(["en", "fr", "ru", "und"]),
        st.sampled_from([None, "Texas", "Pa.", "Georgia", "France"]),
        st.booleans(),
    ),
    max_size=5,
)


def place_corpus(found_documents, order=sorted) -> CorpusNames:
    """Give documents that name places, with what stands around the first of each, names in some order."""
    listed = order({name for names, *_ in found_documents for name in names})
    at = {name: number for number, name in enumerate(listed)}
    numbered_names = [[at[name] for name in names] for names, *_ in found_documents]
    return CorpusNames(
        [TypedName(EntityType.LOCATION, name) for name in listed],
        [dict.fromkeys(names, 1) for names in numbered_names],
        [language for _, language, *_ in found_documents],
        {
            number: {names[0]: container}
            for number, (names, (_, _, container, _)) in enumerate(
                zip(numbered_names, found_documents, strict=True)
            )
            if container
        },
        {
            number: names[0]
            for number, (names, (*_, has_dateline)) in enumerate(
                zip(numbered_names, found_documents, strict=True)
            )
            if has_dateline
        },
    )


@settings(max_examples=60, deadline=None)
@given(placed_documents, st.randoms(use_true_random=False))
@example(
    [
        (["Paris"], "en", None, False),
        (["Paris"], "en", None, True),
        (["Paris"], "en", "France", False),
    ],
    Random(0),  # noqa: S311  # no secret
)
def test_what_stands_around_a_name_counts_in_its_document_alone(found_documents, chance):
    """Places and scores of a document follow from it, whatever order documents and names come in."""
    guidance = Guidance(gazetteer=WorldGazetteer())
    corpus = place_corpus(found_documents)
    expected = senses(corpus, resolve(corpus, guidance))
    order = list(range(len(found_documents)))
    chance.shuffle(order)
    shuffled = place_corpus(
        [found_documents[at] for at in order],
        lambda names: chance.sample(sorted(names), len(names)),
    )
    assert senses(shuffled, resolve(shuffled, guidance)) == [expected[at] for at in order]


@MANY
@given(documents)
def test_every_name_means_one_entity_and_every_entity_is_meant(found_documents):
    """Ids are unique, and no entity is there for nothing."""
    corpus = numbered(found_documents)
    found = resolve(corpus)
    assert [one.keys() for one in found.assignments] == [one.keys() for one in corpus.documents]
    meant = {one.entity_no for document in found.assignments for one in document.values()}
    assert meant == set(range(len(found.entities)))
    ids = [entity.entity_id for entity in found.entities]
    assert ids == sorted(set(ids))


@MANY
@given(documents)
def test_equal_names_of_a_type_that_no_document_shortens_are_one(found_documents):
    """Case and dots never part names; what documents say of lone names may."""
    corpus = numbered(found_documents)
    found = resolve(corpus)
    meant: dict[tuple[str, str], set[int]] = {}
    for document in found.assignments:
        for name_no, one in document.items():
            name = corpus.names[name_no]
            if " " in name.name:
                meant.setdefault((name.entity_type, name_key(name.name)), set()).add(one.entity_no)
    # a name of two words may be a longer one's end or have an initial: those are the document's to say
    assert all(
        len(entities) == 1 or key[1].split()[0] in {"a", "moor"} for key, entities in meant.items()
    )


@MANY
@given(documents)
def test_links_never_chain_names_that_cannot_be_one(found_documents):
    """In an entity all full names of persons that stand unshortened in some document fit one another."""
    corpus = numbered(found_documents)
    found = resolve(corpus)
    shortened = {link.name.name for link in found.links if link.scope == "document"}
    members: dict[int, set[str]] = {}
    for document in found.assignments:
        for name_no, one in document.items():
            name = corpus.names[name_no]
            if name.entity_type is EntityType.PERSON and name.name not in shortened:
                members.setdefault(one.entity_no, set()).add(name.name)
    for group in members.values():
        full = [parse_person(name) for name in sorted(group)]
        full = [person for person in full if not person.is_single]
        assert all(compare_persons(*pair) for pair in combinations(full, 2))


@MANY
@given(documents, documents)
def test_a_corpus_that_grew_and_shrank_is_as_it_was(found_documents, others):
    """What other documents brought goes with them: nothing is remembered."""
    before = resolve(numbered(found_documents))
    resolve(numbered([*found_documents, *others]))
    assert resolve(numbered(found_documents)) == before


@MANY
@given(
    st.lists(
        st.dictionaries(
            st.tuples(st.sampled_from(EntityType), st.text(min_size=1, max_size=12)),
            st.integers(1, 3),
            max_size=4,
        ),
        max_size=4,
    )
)
def test_any_text_can_be_a_name(found_documents):
    """Signs, marks and scripts that no rule knows are names like others."""
    corpus = numbered(found_documents)
    found = resolve(corpus)
    assert [one.keys() for one in found.assignments] == [one.keys() for one in corpus.documents]

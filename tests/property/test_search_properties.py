"""Search finds what a walk through all bodies finds, and the index of a history is that of a clean build."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_warehouse import run, write_files

from copydesk.store import search_index
from copydesk.store.publish import connect

TEXTS = {
    "a.txt": "Der Hafen von Vallin schließt\n\nDie große Werft in Vallin streikt am Hafen. Der Hafen von Vallin schweigt.\n",
    "b.txt": "Die Werft öffnet wieder\n\nDie Grosse Werft am Hafen öffnet, sagt Vallin. Von AK-47 war nie die Rede.\n",
    "c.txt": "渡轮码头表决推迟\n\n港务局周五第三次推迟了对新渡轮码头的表决，码头水位高。\n",
    "d.txt": "Le phare sera repeint\n\nL'été, le phare de l'île sera repeint, dit la commune. Élise n'a rien dit du phare.\n",
}
WORDS = sorted(
    {word for text in TEXTS.values() for word in re.findall(r"[^\W_]+", text)}
    | {"码头", "港务局", "水", "ete", "grosse", "nirgends"}
)


@pytest.fixture(scope="module")
def searched(tmp_path_factory):
    project = tmp_path_factory.mktemp("search")
    _, warehouse = run(project, write_files(project / "raw", TEXTS))
    with connect(warehouse) as connection:
        bodies = connection.execute("select doc_id, search_terms(body) from bodies").fetchall()
        yield connection, dict(bodies)


def terms_of(connection, text):
    (found,) = connection.execute("select search_terms(?)", [text]).fetchone()
    return found


clauses = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(clauses, min_size=1, max_size=3))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_search_finds_what_a_walk_through_all_bodies_finds(searched, asked):
    """Words, phrases, beginnings and exclusions in any mixture."""
    connection, bodies = searched
    query = " ".join(
        f'{"-" if is_excluded else ""}"{" ".join(words)}{"*" if is_open else ""}"'
        for words, is_open, is_excluded in asked
    )
    expected = set()
    for doc_id, terms in bodies.items():
        verdicts = []
        for words, is_open, is_excluded in asked:
            wanted = [term for word in words for term in _asked_terms(terms_of(connection, word))]
            verdicts.append(
                stands_somewhere(terms, words, wanted, connection, is_open=is_open) != is_excluded
            )
        if all(verdicts) and not all(is_excluded for *_, is_excluded in asked):
            expected.add(doc_id)
    found = connection.execute("select doc_id from search_hits(?)", [query]).fetchall()
    assert {doc_id for (doc_id,) in found} == expected, query


def _asked_terms(terms):
    """The terms that a run of signs asks for: not the lone last one."""
    return terms[:-1] if len(terms) > 1 and len(terms[-1]) == 1 else terms


def stands_somewhere(terms, words, wanted, connection, *, is_open):
    """Whether the terms of words stand somewhere in this order; of an open phrase only the last one's beginning."""
    places, place = [], 0
    for word in words:
        of_word = terms_of(connection, word)
        asked = _asked_terms(of_word)
        places += [place + number for number in range(len(asked))]
        place += len(of_word)
    last = len(wanted) - 1
    # A beginning after a run of signs that ends in a dropped term asks for nothing more.
    ends_open = is_open and places[last] == place - 1

    def fits(found, number):
        term = wanted[number]
        if (len(term) == 1 and "\u3400" <= term <= "\u9fff") or (ends_open and number == last):
            return found.startswith(term)
        return found == term

    return any(
        all(
            start + places[number] < len(terms) and fits(terms[start + places[number]], number)
            for number in range(len(wanted))
        )
        for start in range(len(terms))
    )


@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            " ",
            '"',
            '""',
            "-",
            "*",
            "%",
            "'",
            "'; drop table x; --",
            "\\",
            "-*",
            "$1",
            "?",
            "\x00zzz",
        ),
        *("a" * 100_000, "(((", "[a-z", "日" * 500, "\u0301", "\U0010ffff*"),
        " ".join(f"word{number}" for number in range(10_000)),
    ],
    ids=lambda query: repr(query[:12]),
)
def test_a_hostile_query_finds_nothing_and_breaks_nothing(searched, query):
    """Quotes, wildcards of SQL and patterns, and words without end are text like any other."""
    connection, _ = searched
    assert connection.execute("select count(*) from search(?)", [query]).fetchone() == (0,)
    assert connection.execute("select count(*) from search_snippets(?)", [query]).fetchone() == (0,)


def test_accents_and_capitals_do_not_matter(searched):
    """A word is found however it is written; a document that names it more often comes first."""
    connection, _ = searched
    for query in ("ETE", "Été", "été"):
        assert connection.execute("select count(*) from search(?)", [query]).fetchone() == (1,)
    first = connection.execute("select title from search('Hafen')").fetchall()
    assert first[0] == ("Der Hafen von Vallin schließt",)


def test_a_snippet_marks_what_matched(searched):
    """The words stand there as the text has them."""
    connection, _ = searched
    snippets = connection.execute("select snippet from search_snippets('GROSSE werft')").fetchall()
    assert any("«große» «Werft»" in snippet for (snippet,) in snippets)
    (snippet,) = connection.execute("select snippet from search_snippets('港务局')").fetchone()
    assert "«港务局»" in snippet


def index_of(warehouse):
    """What the index says, by documents and not by numbers."""
    with connect(warehouse) as connection:
        rows = connection.execute(
            "select doc_id, term, occurrence_count, positions, term_count, title_line "
            "from stored.indexed_documents left join stored.indexed_terms using (segment_no, doc_no)"
        ).fetchall()
    return sorted(rows, key=repr)


@pytest.mark.parametrize("batch_documents", [1, 100])
def test_the_index_of_a_history_is_that_of_a_clean_build(tmp_path, batch_documents):
    """Documents that come, change and go leave no term behind."""
    raw = write_files(tmp_path / "raw", {name: TEXTS[name] for name in ("a.txt", "c.txt", "d.txt")})
    run(tmp_path, raw, batch_documents=batch_documents)
    (raw / "a.txt").unlink()
    write_files(raw, {"b.txt": TEXTS["b.txt"], "d.txt": TEXTS["d.txt"] + "\nUne ligne de plus.\n"})
    _, warehouse = run(tmp_path, raw, batch_documents=batch_documents)
    _, clean = run(tmp_path / "clean", raw)
    assert index_of(warehouse) == index_of(clean)
    assert {row[0] for row in index_of(warehouse)} == documents_of(warehouse)


def test_texts_in_many_slices_give_the_index_of_one(tmp_path, monkeypatch):
    """How many are indexed at a time changes nothing."""
    raw = write_files(tmp_path / "raw", TEXTS)
    _, warehouse = run(tmp_path / "one", raw)
    monkeypatch.setattr(search_index, "SLICE_CHARACTERS", 50)
    _, sliced = run(tmp_path / "many", raw)
    assert index_of(sliced) == index_of(warehouse)


def documents_of(warehouse):
    with connect(warehouse) as connection:
        return {
            doc_id for (doc_id,) in connection.execute("select doc_id from documents").fetchall()
        }

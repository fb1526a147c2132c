"""Entities over whole runs: links across documents, the user's decisions, what views and commands then say."""

import pytest
from click.testing import CliRunner
from small_warehouse import rows, run, ticking_clock, views, write_files

from copydesk.checks import run_checks
from copydesk.cli import main
from copydesk.schema import BATCH_TABLES
from copydesk.store.manifest import read_head

HANOI = (
    "Lavrov speaks of the talks\n\n"
    "Russian Foreign Minister Sergey Lavrov spoke in Vienna on 4 March 2019 about the talks.\n\n"
    "The International Monetary Fund (IMF) was not invited, Lavrov told Margaret Holloway.\n"
)
PYONGYANG = (
    "A visit to the harbour\n\n"
    "Sergei Lavrov flew to Bristol on 7 March 2019 to meet Peggy Holloway.\n\n"
    "The IMF sent nobody to Bristol, and Peggy Holloway was late.\n"
)
DERIVED = (
    *("entities", "mention_entities", "entity_aliases", "entity_links"),
    *("entity_documents", "entity_cooccurrences"),
)


@pytest.fixture
def raw(tmp_path):
    return write_files(tmp_path / "raw", {"a/hanoi.txt": HANOI, "a/pyongyang.txt": PYONGYANG})


def named(warehouse, name: str):
    """The forms of the entity of this name."""
    return rows(warehouse, f"select entity_id, aliases from entities where name = '{name}'")


def files_of(warehouse, tables):
    head = read_head(warehouse)
    return {table: {entry.path for entry in head.files(table)} for table in tables}


def test_names_of_two_documents_are_one_person(tmp_path, raw):
    """And what brought them together goes when its document goes: the views are a clean build's."""
    _, warehouse = run(tmp_path, raw)
    ((_, forms),) = rows(
        warehouse, "select entity_id, aliases from entities where name like 'Serge% Lavrov'"
    )
    assert set(forms) == {"Lavrov", "Sergei Lavrov", "Sergey Lavrov"}
    assert [item for item in run_checks(warehouse) if item.bad_count] == []
    ((forms,),) = rows(
        warehouse, "select aliases from entities where name = 'International Monetary Fund'"
    )
    assert set(forms) == {"IMF", "International Monetary Fund"}
    (raw / "a/pyongyang.txt").unlink()
    run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)
    assert rows(warehouse, "select alias from entity_aliases where alias = 'Sergei Lavrov'") == []


@pytest.mark.parametrize("batch_documents", [1, 100])
def test_batches_do_not_matter(tmp_path, raw, batch_documents):
    """Documents that came one after the other resolve as those that came together."""
    second = (raw / "a/pyongyang.txt").rename(tmp_path / "later.txt")
    run(tmp_path, raw, batch_documents=batch_documents)
    second.rename(raw / "a/pyongyang.txt")
    _, warehouse = run(tmp_path, raw, batch_documents=batch_documents)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_nothing_is_resolved_anew_without_need(tmp_path, raw):
    """A run that changes no mention keeps the files; the user's file makes them anew and nothing else."""
    _, warehouse = run(tmp_path, raw)
    before, annotated = files_of(warehouse, DERIVED), files_of(warehouse, BATCH_TABLES)
    run(tmp_path, raw)
    assert files_of(warehouse, DERIVED) == before
    write_decisions(tmp_path, "hide,Vienna,,")
    summary, _ = run(tmp_path, raw, clock=ticking_clock(2101))
    assert summary.annotated_count == 0
    assert files_of(warehouse, BATCH_TABLES) == annotated
    assert all(files_of(warehouse, [table])[table] != before[table] for table in DERIVED)


def write_decisions(project, *lines: str) -> None:
    (project / "aliases.csv").write_text(
        "\n".join(["decision,name,other,type", *lines]) + "\n", encoding="utf-8"
    )


def test_the_user_decides(tmp_path, raw):
    """Decisions hold in the run after they were written, and what they did is to be seen."""
    _, warehouse = run(tmp_path, raw)
    assert len(rows(warehouse, "select 1 from entities where name like '%Holloway'")) == 2
    write_decisions(
        tmp_path,
        "same,Peggy Holloway,Margaret Holloway,PERSON",
        "different,Sergei Lavrov,Sergey Lavrov,",
        "same,IMF,wikidata:Q7804,",
        "hide,Vienna,,",
    )
    run(tmp_path, raw)
    assert rows(warehouse, "select name from entities where name like '%Holloway'") == [
        ("Margaret Holloway",)
    ]
    methods = "select distinct method, link_method from mentions where surface = 'Peggy Holloway'"
    assert rows(warehouse, methods) == [("user", "user")]
    assert len(rows(warehouse, "select 1 from entities where name like 'Serge% Lavrov'")) == 2
    wikidata = rows(warehouse, "select entity_id, wikidata_id from entities where wikidata_id > ''")
    assert wikidata == [("wikidata:Q7804", "Q7804")]
    assert rows(warehouse, "select 1 from mentions where surface = 'Vienna'") == []
    assert rows(warehouse, "select is_hidden from all_mentions where surface = 'Vienna'") == [
        (True,)
    ]
    assert [item for item in run_checks(warehouse) if item.bad_count] == []
    (tmp_path / "aliases.csv").unlink()
    run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_what_is_named_together(tmp_path, raw):
    """Pairs stand there from both sides; months go by the date of the document."""
    _, warehouse = run(tmp_path, raw)
    pairs = (
        "select pairs.document_count, sentence_count from entity_cooccurrences as pairs "
        "join entities as one using (entity_id) join entities as other on other.entity_id = other_entity_id "
        "where one.name = {} and other.name = {}"
    )
    names = ("'Peggy Holloway'", "'International Monetary Fund'")
    assert rows(warehouse, pairs.format(*names)) == [(1, 1)]
    assert rows(warehouse, pairs.format(*reversed(names))) == [(1, 1)]
    found = rows(warehouse, "select name, country_code from places order by name")
    assert found == [("Bristol", "GB"), ("Vienna", "AT")]


PLACED = {
    "texas.txt": "A fair opens\n\nThe fair in Paris, Texas, opened on 4 May 2024. Paris has waited for years.\n",
    "paris.txt": "A fair closes\n\nThe fair in Paris closed on 4 May 2024 after a week of rain.\n",
    "ontario.txt": "A bridge opens\n\nThe bridge in London, Ontario, opened on 4 May 2024 after a week of rain.\n",
    "dateline.txt": "Rowers win\n\nCAMBRIDGE, Mass., May 4 (AP) - The rowers won on Saturday, to nobody's surprise.\n",
    "acts.txt": "Offer refused\n\nPyongyang rejected the offer on 4 May 2024. It rained in Pyongyang that day.\n",
    "neuvecelle.txt": (
        "Réponse attendue\n\nLondres a condamné l'attaque, et la ministre est arrivée à Londres lundi soir.\n"
        "Le gouvernement doit répondre avant la fin de la semaine à cette demande.\n"
    ),
}


def test_the_words_around_places_tell_which_they_are(tmp_path):
    """A state behind a comma, a dateline: what the annotator stores reaches the views."""
    _, warehouse = run(tmp_path, write_files(tmp_path / "raw", PLACED))
    found = rows(
        warehouse,
        "select distinct path, mentions.surface, places.country_code, places.name from mentions "
        "join sources using (doc_id) join places using (entity_id) "
        "where places.place_kind = 'city' and country_code in ('US', 'CA', 'FR') order by all",
    )
    assert found == [
        ("dateline.txt", "CAMBRIDGE", "US", "Cambridge"),
        ("ontario.txt", "London", "CA", "London"),
        ("paris.txt", "Paris", "FR", "Paris"),
        ("texas.txt", "Paris", "US", "Paris"),
    ]
    assert [item for item in run_checks(warehouse) if item.bad_count] == []


def test_a_capital_speaks_for_its_state_where_its_sentence_says_so(tmp_path):
    """In one mention and not in the next: the entity is the city in both."""
    _, warehouse = run(tmp_path, write_files(tmp_path / "raw", PLACED))
    found = rows(
        warehouse,
        "select surface, metonym_country_code, entity_id from mentions "
        "where surface in ('Pyongyang', 'Londres') order by surface, start_char",
    )
    assert [one[:2] for one in found] == [
        ("Londres", "GB"),
        ("Londres", None),
        ("Pyongyang", "KP"),
        ("Pyongyang", None),
    ]
    assert len({entity_id for *_, entity_id in found}) == 2


def test_another_dateline_makes_other_places(tmp_path):
    """An edit of a dateline changes what the story's names mean, as in a clean build."""
    raw = write_files(tmp_path / "raw", PLACED)
    run(tmp_path, raw)
    path = raw / "dateline.txt"
    path.write_text(path.read_text().replace("Mass.", "England"))
    _, warehouse = run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)
    cities = "select country_code from places where name = 'Cambridge'"
    assert rows(warehouse, cities) == [("GB",)]


@pytest.fixture
def call(tmp_path, raw, monkeypatch):
    run(tmp_path, raw)
    (tmp_path / "copydesk.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(main, ["entities", *arguments])


def test_the_commands_tell_of_entities(call):
    """A list, a search by a part of a name, why names are one, and what may be one, ready to be pasted."""
    listed = call("list", "--type", "person")
    assert "Lavrov" in listed.stdout
    assert "Bristol" not in listed.stdout
    assert "Sergei Lavrov | Sergey Lavrov" in call("search", "LAVR").stdout
    assert call("search", "nobody at all").stdout == "no entity\n"
    explained = call("explain", "imf").stdout
    assert "IMF = International Monetary Fund: acronym, score 0.9" in explained
    assert "spelling, score 0.97, everywhere" in call("explain", "lavrov").stdout
    suggested = call("suggest").stdout
    assert "same,Margaret Holloway,Peggy Holloway,PERSON" in suggested
    refused = call("explain", "Nobody")
    assert refused.exit_code == 2
    assert "entities search" in refused.stderr


def test_a_wrong_file_stops_every_command(call, tmp_path):
    """The message names the line and how it should read."""
    write_decisions(tmp_path, "same,Ann Lee,,", "merge,A,B,", "type,Ann Lee,,SHIP", "hide,A,,,,x")
    refused = call("list")
    assert refused.exit_code == 2
    assert "line 2: `same` needs other name" in refused.stderr
    assert "line 3: `decision`" in refused.stderr
    assert "line 4: `type`" in refused.stderr
    assert "line 5: more than four cells" in refused.stderr
    (tmp_path / "aliases.csv").write_text("name,other\n")
    assert "its first line must be decision,name,other,type" in call("list").stderr

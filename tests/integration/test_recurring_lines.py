"""Lines that recur over the stories of a source, and the user's rules: what the views then say of them."""

from collections.abc import Sequence

import pytest
from other_annotators import long_ago, release, withdraw
from small_warehouse import rows, run, settings_of, ticking_clock, views, write_files

from copydesk.checks import run_checks
from copydesk.maintenance import maintain
from copydesk.schema import BATCH_TABLES
from copydesk.store.manifest import read_head

SHARE = "Der Hafenbote vom 04.03.2025 liegt am Kai aus"
WORDS = [
    "Hafen",
    "Senat",
    "Fähre",
    "Deich",
    "Werft",
    "Kran",
    "Lotse",
    "Schleuse",
    "Insel",
    "Tonne",
    "Anker",
    "Möwe",
    "Boje",
    "Mole",
    "Netz",
    "Ebbe",
]


def story(number: int, *more: str, edit: str = "") -> str:
    """A story of six paragraphs that shares none with another number; `edit` changes the first of them."""
    one, other = WORDS[number % 16], WORDS[number // 16]
    paragraphs = [
        f"Absatz {place} der Geschichte von {one} und {other}: "
        f"{' '.join(f'{one}{word}{other}' for word in WORDS[: 3 + place])} {edit if place == 6 else ''}."
        for place in range(1, 7)
    ]
    return "\n\n".join([f"Was in {one}{other} wirklich geschah", *paragraphs, *more]) + "\n"


def marked(warehouse) -> Sequence[tuple[object, ...]]:
    """Path and words of the lines that recur."""
    return rows(
        warehouse,
        "select sources.path, substr(text, start_char + 1, end_char - start_char) from lines "
        "join documents using (doc_id) join sources using (doc_id) where lines.reason = 'recurring'",
    )


def kinds(warehouse, words: str) -> Sequence[tuple[object, ...]]:
    """Path, kind, reason and evidence of the lines that begin with some words."""
    return rows(
        warehouse,
        "select sources.path, lines.kind, lines.reason, lines.evidence from lines join documents using (doc_id) "
        f"join sources using (doc_id) where substr(text, start_char + 1, {len(words)}) = '{words}'",
    )


def files_of(warehouse, *tables: str) -> dict[str, set[str]]:
    """The files of some tables, in the newest version."""
    head = read_head(warehouse)
    return {table: {entry.path for entry in head.files(table)} for table in tables}


def equals_rebuild(project, raw, warehouse) -> bool:
    """Whether the views are those of a clean build."""
    _, clean = run(project / "clean", raw)
    return views(warehouse) == views(clean)


def test_a_line_is_boilerplate_from_the_third_story_on(tmp_path):
    """What an earlier run called body changes when another story comes, and changes back when it goes."""
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": story(n, SHARE) for n in range(2)})
    _, warehouse = run(tmp_path, raw)
    assert marked(warehouse) == []
    write_files(raw, {"nord/2.txt": story(2, SHARE), "west/3.txt": story(3, SHARE)})
    run(tmp_path, raw, clock=ticking_clock(2101))
    assert marked(warehouse) == [(f"nord/{n}.txt", SHARE) for n in range(3)]
    assert kinds(warehouse, SHARE)[-1] == ("west/3.txt", "body", "default", "model")
    assert equals_rebuild(tmp_path, raw, warehouse)
    assert [item for item in run_checks(warehouse) if item.bad_count] == []
    (raw / "nord/0.txt").unlink()
    run(tmp_path, raw, clock=ticking_clock(2102))
    assert marked(warehouse) == []


def test_every_view_follows(tmp_path):
    """What stands in such a line is in no view of the story, and is kept, flagged, where all is kept."""
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": story(n, SHARE) for n in range(3)})
    _, warehouse = run(tmp_path, raw)
    assert rows(warehouse, "select distinct surface, line_kind from all_dates") == [
        ("04.03.2025", "boilerplate")
    ]
    assert rows(warehouse, "select surface from dates") == []
    assert rows(warehouse, f"select doc_id from bodies where contains(body, '{SHARE}')") == []
    last = "(select max(line_no) from lines)"
    assert rows(warehouse, f"select line_no from sentences where line_no = {last}") == []
    expected = ("boilerplate", "recurring", 0.99, "corpus", "body", "default", 0.95)
    found = (
        "select distinct kind, reason, score, evidence, model_kind, model_reason, model_score "
        f"from lines where line_no = {last}"
    )
    assert rows(warehouse, found) == [expected]
    counts = "select distinct story_count, source_document_count from recurring_lines"
    assert rows(warehouse, counts) == [(3, 3)]


def test_versions_and_copies_of_a_story_are_one_story(tmp_path):
    """Five versions of one story in four papers' names repeat its paragraphs, and none is boilerplate."""
    versions = {f"nord/{n}.txt": story(0, SHARE, edit=f"Fassung {WORDS[n]}") for n in range(5)}
    raw = write_files(tmp_path / "raw", {**versions, "nord/other.txt": story(1)})
    _, warehouse = run(tmp_path, raw)
    assert marked(warehouse) == []
    # With eight other stories the line stands in nine of them, and the paragraphs of the versions still in one.
    write_files(raw, {f"nord/more{n}.txt": story(n, SHARE) for n in range(2, 10)})
    run(tmp_path, raw)
    assert {words for _, words in marked(warehouse)} == {SHARE}
    assert len(marked(warehouse)) == 13
    assert rows(
        warehouse, "select distinct story_count, source_document_count from recurring_lines"
    ) == [(9, 14)]


LONG = " ".join(
    ["Der Streik der Lotsen begann im Herbst und ist der längste seit Menschengedenken."] * 3
)
NOT_MARKED = {
    "a paragraph that follow-up stories repeat": lambda n: story(n, LONG),
    "a speaker": lambda n: story(n, *["Die Vorsitzende:", f"Frage {WORDS[n]}."] * 3),
    "a short answer": lambda n: story(n, "Q:", "No."),
    "a heading of the author": lambda n: story(n, "## Hintergrund"),
    "an item of a list": lambda n: story(n, "1. Vorgeschichte"),
    "figures": lambda n: story(n, "1.234,50", "* * *"),
    "rows of a table": lambda n: story(n, f"Umsatz {n + 3},5 Mio. nach {n + 2},1 Mio."),
    "one line alone": lambda n: f"Am {n + 1:02}.03.2025 geschlossen\n",
}


@pytest.mark.parametrize("make", NOT_MARKED.values(), ids=NOT_MARKED)
def test_what_recurs_and_is_no_boilerplate(tmp_path, make):
    """A paragraph of the story is worth more than a missed advertisement."""
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": make(n) for n in range(5)})
    _, warehouse = run(tmp_path, raw)
    assert marked(warehouse) == []


def test_a_title_stays_where_it_is_the_title(tmp_path):
    """Other pages link to a story by its title: there it goes, and over the story itself it stays."""
    title = story(0).partition("\n")[0]
    pages = {f"nord/{n}.txt": story(n, title) for n in range(1, 5)}
    raw = write_files(tmp_path / "raw", {"nord/0.txt": story(0, title), **pages})
    _, warehouse = run(tmp_path, raw)
    assert marked(warehouse) == [(f"nord/{n}.txt", title) for n in range(1, 5)]


def test_the_publisher_is_what_counts(tmp_path):
    """Three papers' stories, one each, in one folder; then the folder is all that tells."""
    names = {f"{n}.txt.meta.json": f'{{"source_name": "Blatt {n}"}}' for n in range(3)}
    raw = write_files(
        tmp_path / "raw", {**names, **{f"{n}.txt": story(n, SHARE) for n in range(3)}}
    )
    _, warehouse = run(tmp_path, raw)
    assert marked(warehouse) == []
    for name in names:
        (raw / name).unlink()
    run(tmp_path, raw)
    assert len(marked(warehouse)) == 3
    (raw / "west").mkdir()
    (raw / "0.txt").rename(raw / "west/0.txt")
    run(tmp_path, raw)
    assert marked(warehouse) == []
    assert equals_rebuild(tmp_path, raw, warehouse)


def test_nothing_is_counted_anew_without_need(tmp_path):
    """A run that finds nothing, and one that renews other tables, keep the file of recurring lines."""
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": story(n, SHARE) for n in range(3)})
    _, warehouse = run(tmp_path, raw)
    before = files_of(warehouse, "recurring_lines")
    run(tmp_path, raw)
    assert files_of(warehouse, "recurring_lines") == before
    try:
        release("dates", "next", long_ago)
        run(tmp_path, raw)
    finally:
        withdraw()
    assert files_of(warehouse, "recurring_lines") == before
    write_files(raw, {"nord/3.txt": story(3)})
    run(tmp_path, raw)
    assert files_of(warehouse, "recurring_lines") != before


@pytest.mark.parametrize("batch_documents", [1, 2, 100])
def test_batches_and_merges_do_not_matter(tmp_path, batch_documents):
    """Many batches, one, or merged ones: the same lines recur."""
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": story(n, SHARE) for n in range(5)})
    _, warehouse = run(tmp_path, raw, batch_documents=batch_documents)
    thresholds = {"small_batches": 0, "batch_documents": 3}
    maintain(settings_of(tmp_path, raw, maintain=thresholds), ticking_clock(2101))
    run(tmp_path, raw, clock=ticking_clock(2102))
    assert len(marked(warehouse)) == 5
    assert equals_rebuild(tmp_path, raw, warehouse)


def write_rules(project, *rules: str) -> None:
    text = "\n".join(f"[[rule]]\n{rule}" for rule in rules)
    (project / "line_rules.toml").write_text(text, encoding="utf-8")


def test_a_rule_wins_over_all_and_renews_one_table(tmp_path):
    """Views follow an edit of the rules; no text is read and no file of another table is written."""
    ad = "Anzeige"  # boilerplate by itself
    raw = write_files(tmp_path / "raw", {f"nord/{n}.txt": story(n, ad, SHARE) for n in range(3)})
    _, warehouse = run(tmp_path, raw)
    others = [table for table in BATCH_TABLES if table != "line_rules"]
    before = files_of(warehouse, *others, "recurring_lines")
    assert {row[1:] for row in kinds(warehouse, ad)} == {("boilerplate", "advertisement", "model")}
    write_rules(
        tmp_path,
        'action = "keep"\npattern = "am Kai aus$"\nreason = "wanted"',
        'action = "keep"\npattern = "^(Anzeige|Was in)"\nsource = "nord"',
        'action = "drop"\npattern = "^Absatz 1"\nsource = "n*"',
        'action = "drop"\npattern = "^Absatz 2"\nsource = "west"',
    )
    summary, _ = run(tmp_path, raw, clock=ticking_clock(2101))
    assert summary.annotated_count == 3
    assert {row[1:] for row in kinds(warehouse, SHARE)} == {("body", "wanted", "user")}
    assert {row[1:] for row in kinds(warehouse, ad)} == {("body", "user_rule", "user")}
    assert {row[1:] for row in kinds(warehouse, "Was in")} == {("title", "user_rule", "user")}
    assert {row[1:] for row in kinds(warehouse, "Absatz 1")} == {
        ("boilerplate", "user_rule", "user")
    }
    assert {row[1:] for row in kinds(warehouse, "Absatz 2")} == {("body", "default", "model")}
    assert files_of(warehouse, *others, "recurring_lines") == before
    assert [item for item in run_checks(warehouse) if item.bad_count] == []
    (tmp_path / "line_rules.toml").unlink()
    run(tmp_path, raw)
    assert {row[1:] for row in kinds(warehouse, SHARE)} == {("boilerplate", "recurring", "corpus")}
    assert files_of(warehouse, "line_rules") == {"line_rules": set()}


def test_a_rule_for_a_source_follows_a_file_that_moves(tmp_path):
    """Where a folder is all that tells the publisher, a move decides anew."""
    write_rules(tmp_path, 'action = "drop"\npattern = "^Absatz"\nsource = "nord"')
    raw = write_files(tmp_path / "raw", {"nord/0.txt": story(0), "west/1.txt": story(1)})
    _, warehouse = run(tmp_path, raw)
    assert {row[:2] for row in kinds(warehouse, "Absatz")} == {
        ("nord/0.txt", "boilerplate"),
        ("west/1.txt", "body"),
    }
    (raw / "nord/0.txt").rename(raw / "west/0.txt")
    run(tmp_path, raw)
    assert {row[:2] for row in kinds(warehouse, "Absatz")} == {
        ("west/0.txt", "body"),
        ("west/1.txt", "body"),
    }

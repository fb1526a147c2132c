"""What is said of a source, through whole runs: every place it can stand, which word counts, and that it is kept."""

import pytest
from other_annotators import long_ago, release, withdraw
from small_warehouse import HARBOUR, WHARF, rows, run, views, write_files

NOTE = (
    "---\ntitle: Deich hält\ndate: 2025-03-04\ntags: [Deich, Flut]\n---\n"
    "Der Deich hielt dem Hochwasser stand, sagte der Deichgraf am Abend.\n"
)
WIRE = (
    "Pier vote put off\n\nBy Ada Penn\nPublished: 5 March 2025\n\n"
    "The vote on the new pier was put off again because the drawings had not come.\n"
)
SAID = (
    "select path, origin, key, value, field, is_used, source_metadata.line_no "
    "from source_metadata inner join sources using (source_id)"
)


@pytest.fixture
def raw(tmp_path):
    files = {
        "note.md": NOTE,
        "wire.txt": WIRE,
        "nord/hafen.txt": HARBOUR,
        "nord/hafen.txt.meta.yaml": "title: Streik\npublished: 2025-03-14\nressort: Hafen\n",
        "wharf.txt": WHARF,
        "wharf.txt.meta.json": "{torn",
    }
    return write_files(tmp_path / "raw", files)


RULES = ({"pattern": "^(?P<source_name>[^/]+)/"},)


def test_everything_that_is_said_is_kept_with_its_place(tmp_path, raw):
    """Sidecars, front matter, head lines and paths stand side by side, as given, with what counts."""
    _, warehouse = run(tmp_path, raw, path_rules=RULES)
    assert rows(warehouse, SAID) == [
        ("nord/hafen.txt", "path_rule", "source_name", "nord", "source_name", True, None),
        ("nord/hafen.txt", "sidecar", "published", "2025-03-14", "published_text", True, None),
        ("nord/hafen.txt", "sidecar", "ressort", "Hafen", None, False, None),
        ("nord/hafen.txt", "sidecar", "title", "Streik", "title", True, None),
        ("note.md", "front_matter", "date", "2025-03-04", "published_text", True, 3),
        ("note.md", "front_matter", "tags", "Deich, Flut", None, False, 4),
        ("note.md", "front_matter", "title", "Deich hält", "title", True, 2),
        ("wire.txt", "head_line", "By", "Ada Penn", "author_name", True, 3),
        ("wire.txt", "head_line", "Published", "5 March 2025", "published_text", True, 4),
    ]


def test_a_broken_sidecar_is_a_warning(tmp_path, raw):
    """Its document is there, and `sources` tells what is wrong."""
    _, warehouse = run(tmp_path, raw)
    warned = "select path from sources where metadata_warning is not null"
    assert rows(warehouse, warned) == [("wharf.txt",)]


def test_a_damaged_front_matter_is_a_warning_of_every_source(tmp_path, raw):
    """It is text, and `sources` tells why; a copy that comes later tells the same."""
    torn = NOTE.replace("tags: [", "tags: [[")
    write_files(raw, {"torn.md": torn, "torn.md.meta.json": '{"title": true}'})
    warned = "select path, metadata_warning from sources where path like '%torn.md'"
    _, warehouse = run(tmp_path, raw)
    [(_, warning)] = rows(warehouse, warned)
    assert "title is ignored" in warning
    assert "the front matter is taken for text" in warning
    write_files(raw, {"kopien/torn.md": torn})
    run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert rows(warehouse, warned) == rows(clean, warned)
    assert len(rows(warehouse, warned)) == 2


def test_a_head_line_is_evidence_and_not_a_given_date(tmp_path, raw):
    """What the text itself says of its date is weighed by the date annotator; a front matter is given."""
    _, warehouse = run(tmp_path, raw)
    status = (
        "select path, published_date::varchar, published_status "
        "from documents inner join sources using (doc_id)"
    )
    found = {path: rest for path, *rest in rows(warehouse, status)}
    assert found["note.md"] == ["2025-03-04", "given"]
    assert found["wire.txt"] == ["2025-03-05", "inferred"]


def test_the_strongest_word_counts(tmp_path, raw):
    """A sidecar is believed before the front matter, and that before the path."""
    write_files(raw, {"note.md.meta.json": '{"title": "Aus dem Beiblatt"}'})
    _, warehouse = run(tmp_path, raw, path_rules=({"pattern": "(?P<title>note)"},))
    used = "select origin, value, is_used from source_metadata where field = 'title'"
    assert ("sidecar", "Aus dem Beiblatt", True) in rows(warehouse, used)
    assert ("front_matter", "Deich hält", False) in rows(warehouse, used)
    assert ("path_rule", "note", False) in rows(warehouse, used)


def test_a_copy_that_comes_later_is_described_too(tmp_path, raw):
    """A second source of a document gets its rows, its text is not annotated again, and all equals a clean build."""
    run(tmp_path, raw, path_rules=RULES)
    write_files(raw, {"kopien/note.md": NOTE, "kopien/hafen.txt": HARBOUR})
    summary, warehouse = run(tmp_path, raw, path_rules=RULES)
    _, clean = run(tmp_path / "clean", raw, path_rules=RULES)
    assert views(warehouse) == views(clean)
    assert summary.annotated_count == 1  # the note's first place by path says another thing


def test_an_annotator_s_next_version_knows_what_was_said(tmp_path, raw):
    """Documents that are annotated again from the stored text have the metadata that they had."""
    run(tmp_path, raw, path_rules=RULES)
    release("dates", "next", long_ago)
    try:
        _, warehouse = run(tmp_path, raw, path_rules=RULES)
        _, clean = run(tmp_path / "clean", raw, path_rules=RULES)
        assert views(warehouse) == views(clean)
    finally:
        withdraw()
    run(tmp_path, raw, path_rules=RULES)
    assert ("note.md", "front_matter", "title", "Deich hält", "title", True, 2) in rows(
        warehouse, SAID
    )


def test_keys_that_say_another_thing_now_are_read_again(tmp_path, raw):
    """What fills a field is a setting: when it changes, sidecars and front matters are read by the new one."""
    write_files(raw, {"wharf.txt.meta.json": '{"kopf": "Kai"}'})
    run(tmp_path, raw)
    fields = {"title": ("kopf", "ressort", "tags")}
    _, warehouse = run(tmp_path, raw, fields=fields)
    _, clean = run(tmp_path / "clean", raw, fields=fields)
    assert views(warehouse) == views(clean)
    assert run(tmp_path, raw, fields=fields)[0].annotated_count == 0


def test_a_sidecar_of_another_kind_is_read_by_its_own_rules(tmp_path, raw):
    """The same bytes as YAML say another thing than as JSON: of a key that stands twice the first counts."""
    said = '{"title": "Kai", "title": "Pier"}'
    write_files(raw, {"wharf.txt.meta.json": said})
    run(tmp_path, raw)
    (raw / "wharf.txt.meta.json").rename(raw / "wharf.txt.meta.yaml")
    _, warehouse = run(tmp_path, raw)
    titles = "select title from sources where path = 'wharf.txt'"
    assert rows(warehouse, titles) == [("Kai",)]


def test_a_folder_that_is_named_like_a_sidecar_describes_nothing(tmp_path):
    """What lies in it is read as in other folders, and the next run has nothing to do."""
    files = {"feed.jsonl": '{"text": "Der Deich hielt."}', "feed.jsonl.meta.json/wharf.txt": WHARF}
    raw = write_files(tmp_path / "raw", files)
    _, warehouse = run(tmp_path, raw)
    assert rows(warehouse, "select path from sources where metadata_warning is not null") == []
    assert run(tmp_path, raw)[0].annotated_count == 0

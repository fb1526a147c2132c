"""The manifest log: versions follow one another, no commit is lost, damage is told."""

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context

import pytest

from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.schema import SCHEMA_VERSION
from copydesk.store.manifest import (
    BatchEntry,
    Manifest,
    commit,
    create,
    read_head,
    read_version,
    versions,
)
from copydesk.store.parquet import FileEntry

NOON = datetime(2100, 1, 1, 12, tzinfo=UTC)
WRITERS, COMMITS = 4, 8


def entry(name, table="documents"):
    return BatchEntry(2, {"text": "1"}, {table: FileEntry(f"tables/{name}", 2, 9, "0" * 64)}, {})


def add(head, *, name):
    return head.successor(
        "run", NOON, is_complete=False, batches={**head.batches, name: entry(name)}
    )


def commit_many(warehouse, writer):
    """Commit batches with names of this writer's own; each adds to whatever is the head."""
    for number in range(COMMITS):
        commit(warehouse, partial(add, name=f"{writer}-{number}"))


def log(warehouse, name):
    return warehouse / "log" / f"{name}.json"


def test_there_is_no_head_before_the_first_version(tmp_path):
    """A folder without a log is no warehouse yet, which is no error."""
    assert read_head(tmp_path) is None
    assert versions(tmp_path) == []


def test_create_makes_version_0_once(tmp_path):
    """The empty warehouse is made once; a second call leaves all as it is."""
    assert create(tmp_path, "first", NOON)
    assert not create(tmp_path, "second", NOON)
    head = read_head(tmp_path)
    assert head == Manifest(0, "first", "2100-01-01T12:00:00+00:00", is_complete=True)


def test_a_commit_needs_a_warehouse(tmp_path):
    """Without a version 0 there is nothing to build on: the error says what makes one."""
    with pytest.raises(WarehouseError, match="copydesk run"):
        commit(tmp_path, partial(add, name="a"))


def test_a_manifest_comes_back_as_it_was_committed(tmp_path):
    """What was committed is what is read, batches, files and all."""
    create(tmp_path, "run", NOON)
    made = commit(tmp_path, partial(add, name="a"))
    assert read_head(tmp_path) == read_version(tmp_path, 1) == made
    assert made.document_count() == 2
    assert json.loads(log(tmp_path, "0000000001").read_text())["parent"] == 0


def test_older_versions_stay_as_they_were(tmp_path):
    """A commit adds a file to the log and changes none."""
    create(tmp_path, "run", NOON)
    commit(tmp_path, partial(add, name="a"))
    before = log(tmp_path, "0000000001").read_bytes()
    commit(tmp_path, partial(add, name="b"))
    assert log(tmp_path, "0000000001").read_bytes() == before
    assert sorted(read_version(tmp_path, 2).batches) == ["a", "b"]
    assert sorted(path.name for path in (tmp_path / "log").iterdir()) == [
        f"000000000{number}.json" for number in range(3)
    ]


def test_versions_are_in_order_of_number(tmp_path):
    """Versions sort as numbers, and unfinished files are none."""
    (tmp_path / "log").mkdir()
    for name in ("9", "0000000010", "0000000002", "12345678901", "10 (copy)"):
        log(tmp_path, name).write_text("{}")
    (tmp_path / "log" / ".0000000011.tmp").write_text("{}")
    (tmp_path / "log" / "0000000012.json.damaged").write_text("{}")
    assert versions(tmp_path) == [2, 9, 10, 12345678901]


def test_the_slower_writer_builds_on_the_faster(tmp_path):
    """A writer that loses the race starts again from the winner's version."""
    create(tmp_path, "run", NOON)
    seen = []

    def slow(head):
        seen.append(head.version)
        if len(seen) == 1:
            commit(tmp_path, partial(add, name="fast"))
        return add(head, name="slow")

    assert commit(tmp_path, slow).version == 2
    assert seen == [0, 1]
    assert sorted(read_head(tmp_path).batches) == ["fast", "slow"]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_racing_writers_lose_no_commit(tmp_path, kind):
    """Many writers at once make one line of versions that holds the batches of all."""
    create(tmp_path, "run", NOON)
    pool = (
        ThreadPoolExecutor(WRITERS)
        if kind == "threads"
        else ProcessPoolExecutor(WRITERS // 2, mp_context=get_context("spawn"))
    )
    with pool:
        list(pool.map(partial(commit_many, tmp_path), range(WRITERS)))
    assert versions(tmp_path) == list(range(WRITERS * COMMITS + 1))
    expected = {f"{writer}-{number}" for writer in range(WRITERS) for number in range(COMMITS)}
    assert set(read_head(tmp_path).batches) == expected
    sizes = [len(read_version(tmp_path, number).batches) for number in versions(tmp_path)]
    assert sizes == list(range(WRITERS * COMMITS + 1))


def test_a_writer_that_never_wins_gives_up(tmp_path):
    """After many lost races the error says to run again."""
    create(tmp_path, "run", NOON)

    def overtaken(head):
        commit(tmp_path, partial(add, name=f"other-{head.version}"))
        return add(head, name="mine")

    with pytest.raises(WarehouseError, match="run again"):
        commit(tmp_path, overtaken)


DAMAGED = [
    "",
    "{",
    "\ufffd",
    "[]",
    "{}",
    json.dumps({"schema_version": SCHEMA_VERSION}),
    json.dumps({"schema_version": SCHEMA_VERSION, "batches": []}),
    json.dumps({"schema_version": SCHEMA_VERSION, "batches": {"a": {"document_count": 1}}}),
]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_manifest_is_named_with_its_cure(tmp_path, content):
    """The error names the file and says how to go on."""
    create(tmp_path, "run", NOON)
    log(tmp_path, "0000000001").write_text(content)
    with pytest.raises(WarehouseDamagedError, match="copydesk check --repair") as caught:
        read_head(tmp_path)
    assert caught.value.path == log(tmp_path, "0000000001")
    log(tmp_path, "0000000001").unlink()
    assert read_head(tmp_path).version == 0


def test_a_missing_version_is_an_error(tmp_path):
    """A version that was never made is told by its file."""
    create(tmp_path, "run", NOON)
    with pytest.raises(WarehouseError, match=r"0000000007\.json"):
        read_version(tmp_path, 7)


def test_a_manifest_under_the_number_of_another_is_refused(tmp_path):
    """A file copied over another tells a version that it is not."""
    create(tmp_path, "run", NOON)
    log(tmp_path, "0000000001").write_bytes(log(tmp_path, "0000000000").read_bytes())
    with pytest.raises(WarehouseDamagedError, match="says that it is version 0"):
        read_head(tmp_path)


def test_another_schema_version_is_refused(tmp_path):
    """A warehouse of another copydesk is neither read nor damaged: the cure is a new folder."""
    create(tmp_path, "run", NOON)
    stored = json.loads(log(tmp_path, "0000000000").read_text())
    log(tmp_path, "0000000001").write_text(json.dumps({**stored, "schema_version": 999}))
    with pytest.raises(WarehouseError, match=r"999.*new warehouse folder"):
        read_head(tmp_path)


def test_files_are_listed_in_order_of_batch():
    """A table's files come in order of batch id; tables of the whole warehouse have one file."""
    runs = FileEntry("tables/runs", 1, 1, "")
    made = Manifest(
        3,
        "run",
        "",
        True,
        {"b": entry("b"), "a": entry("a"), "c": entry("c", "dates")},
        {"runs": runs},
    )
    assert [file.path for file in made.files("documents")] == ["tables/a", "tables/b"]
    assert [file.path for file in made.files("dates")] == ["tables/c"]
    assert made.files("runs") == [runs]
    assert made.files("mentions") == []


def test_a_successor_keeps_the_small_tables_unless_told():
    """A batch's commit leaves `runs` and `rejections` alone."""
    runs = {"runs": FileEntry("tables/runs", 1, 1, "")}
    first = Manifest(3, "run", "", True, {}, runs)
    second = first.successor("next", NOON, is_complete=False, batches={})
    assert (second.version, second.run_id, second.tables) == (4, "next", runs)
    assert second.successor("next", NOON, is_complete=True, batches={}, tables={}).tables == {}

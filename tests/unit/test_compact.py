"""Compaction: what is merged and what is not, how merged files look, what a crash in between leaves."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from uuid import UUID, uuid5

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_warehouse import read_rows

from copydesk import faults
from copydesk.errors import WarehouseDamagedError, WarehouseError
from copydesk.schema import BATCH_TABLES, INDEX_TABLES, STORED
from copydesk.store import compact as compacting
from copydesk.store.compact import compact
from copydesk.store.manifest import BatchEntry, commit, create, read_head, versions
from copydesk.store.parquet import read_table, write_rows, write_table
from copydesk.store.search_index import without_index

NOON = datetime(2100, 1, 1, 12, tzinfo=UTC)
MADE_BY = {"text": "1", "language": "1"}
SPACE = UUID(int=7)
NEUTRAL = {"int32": 1, "int64": 1, "double": 0.5, "string": "x", "bool": True}


def doc(number):
    """The id of a document; ids are in no order of number."""
    return uuid5(SPACE, str(number))


def day(number):
    """The date of a document: every third has none, others share one now and then."""
    return None if number % 3 == 0 else date(2025, 1, 1 + (number * 7) % 5)


def filled(table, **row):
    """A row of a table: what is not given is NULL where it may be, else a value of no meaning."""
    neutral = {
        item.name: None if item.nullable else NEUTRAL.get(str(item.type))
        for item in STORED[table].columns
    }
    return {**neutral, **row}


def rows_of(number, char_count=100):
    """The rows of a document in all tables: several in most, NULLs, lists, maps and no mention of odd ones."""
    doc_id = doc(number)
    many = range(1, 3 + number % 3)
    source_ids = [uuid5(SPACE, f"{number}-{copy}") for copy in many]
    text = f"Text {number}"
    rows = {
        "documents": [{"text": text, "char_count": char_count, "raw_runs": [0, number, number]}],
        "sources": [{"source_id": item, "path": f"{number}/{item}"} for item in source_ids],
        "source_metadata": [{"source_id": item, "item_no": 1} for item in source_ids],
        "lines": [{"line_no": n, "kind": "body", "template_hash": n} for n in many],
        "line_rules": [{"line_no": 1}],
        "paragraphs": [{"paragraph_no": n, "line_end_cuts": []} for n in many],
        "sentences": [{"sentence_no": n} for n in many],
        "languages": [
            {"rank": 2, "votes": {}},
            {"line_no": 1, "rank": 1},
            {"rank": 1, "votes": {"eldc": "en", "pycld2": f"x-{number}"}},
        ],
        "quality": [{}],
        "dates": [
            {"date_no": n, "alternatives": [None, [], ["a", "b"]][n % 3], "start_date": day(n)}
            for n in many
        ],
        "date_evidence": [{"evidence_no": n} for n in many],
        "document_dates": [{"published_date": day(number)}],
        "amounts": [{"amount_no": n} for n in many],
        "mentions": [{"mention_no": n} for n in many] if number % 2 else [],
    }
    return {
        table: [filled(table, doc_id=doc_id, **row) for row in found]
        for table, found in rows.items()
    }


@pytest.fixture
def warehouse(tmp_path):
    """A warehouse with its empty version 0."""
    create(tmp_path, "run", NOON)
    return tmp_path


def add_batch(warehouse, name, numbers, made_by=MADE_BY, *, is_complete=True, char_count=100):
    """Commit a batch of documents."""
    numbers = list(numbers)
    found = [rows_of(number, char_count) for number in numbers]
    rows = {table: [row for item in found for row in item[table]] for table in BATCH_TABLES}
    files = {
        table: write_rows(warehouse, table, items[::-1]) for table, items in rows.items() if items
    }
    batch = BatchEntry(len(numbers), made_by, files, {"read": 1.0, "text": float(len(numbers))})

    def add(head):
        batches = {**head.batches, name: batch}
        return head.successor("run", NOON, is_complete=is_complete, batches=batches)

    commit(warehouse, add)


def add_batches(warehouse, sizes, **options):
    """Commit batches of so many documents each."""
    start = 0
    for position, size in enumerate(sizes):
        add_batch(warehouse, f"b{position}", range(start, start + size), **options)
        start += size


def merge_all(warehouse, batch_documents=1000):
    return compact(warehouse, "tidy", NOON, small_batches=0, batch_documents=batch_documents)


def contents(warehouse):
    """Every row of every table, as often as it is there."""
    head = read_head(warehouse)
    return {
        table: Counter(
            repr(row) for entry in head.files(table) for row in read_rows(warehouse, entry)
        )
        for table in BATCH_TABLES
    }


def order_of(row, dates):
    published = dates[row["doc_id"]]
    return (published is None, published or date.max, row["doc_id"].bytes)


def sizes(warehouse):
    return sorted(batch.document_count for batch in read_head(warehouse).batches.values())


def test_small_batches_become_one(warehouse):
    """Every row is there once more, in one file a table, and the manifest says so."""
    add_batches(warehouse, [3, 1, 4, 2])
    before, head = contents(warehouse), read_head(warehouse)
    done = merge_all(warehouse)
    after = read_head(warehouse)
    assert contents(warehouse) == before
    assert (after.version, after.run_id, after.is_complete) == (head.version + 1, "tidy", True)
    ((batch_id, batch),) = after.batches.items()
    assert batch_id not in head.batches
    assert len(batch_id) == 12
    assert (batch.document_count, batch.fingerprints) == (10, MADE_BY)
    assert batch.stage_seconds == {"read": 4.0, "text": 10.0}
    assert set(batch.files) == {*BATCH_TABLES, *INDEX_TABLES}
    assert (done.document_count, done.merged_count, done.new_count) == (10, 4, 1)
    assert done.new_byte_count == sum(entry.byte_count for entry in batch.files.values())
    assert done.merged_byte_count == sum(entry.byte_count for _, entry in head.listed())


def test_a_second_merge_finds_nothing(warehouse):
    """What was merged is not merged again, and no version is made."""
    add_batches(warehouse, [3, 3, 3])
    assert merge_all(warehouse) is not None
    numbers = versions(warehouse)
    assert merge_all(warehouse) is None
    assert versions(warehouse) == numbers


@pytest.mark.parametrize(("small_batches", "is_merged"), [(2, True), (3, False)])
def test_only_more_than_so_many_are_merged(warehouse, small_batches, is_merged):
    """Up to the limit small batches are left as they are."""
    add_batches(warehouse, [1, 1, 1])
    done = compact(warehouse, "tidy", NOON, small_batches=small_batches, batch_documents=1000)
    assert (done is not None) == is_merged
    assert sizes(warehouse) == ([3] if is_merged else [1, 1, 1])


def test_large_batches_are_left(warehouse):
    """A batch that is half full or more is not touched."""
    add_batches(warehouse, [1, 5, 2, 4])
    large = {name: read_head(warehouse).batches[name] for name in ("b1",)}
    merge_all(warehouse, batch_documents=10)
    after = read_head(warehouse).batches
    assert {name: after[name] for name in large} == large
    assert sizes(warehouse) == [5, 7]


def test_batches_of_other_annotators_are_not_mixed(warehouse):
    """Batches are merged with those that the same annotators made; one alone is left."""
    other = {**MADE_BY, "text": "2"}
    for name, numbers, made_by in (
        ("a", [1], MADE_BY),
        ("b", [2], other),
        ("c", [3], dict(reversed(MADE_BY.items()))),
        ("d", [4], other),
        ("e", [5], {"text": "3"}),
    ):
        add_batch(warehouse, name, numbers, made_by)
    before = contents(warehouse)
    assert merge_all(warehouse).new_count == 2
    after = read_head(warehouse).batches
    assert contents(warehouse) == before
    assert after["e"].fingerprints == {"text": "3"}
    for batch in after.values():
        ids = {row["doc_id"] for row in read_rows(warehouse, batch.files["documents"])}
        expected = {"1": (1, 3), "2": (2, 4), "3": (5,)}[batch.fingerprints["text"]]
        assert ids == {doc(number) for number in expected}


def test_merged_rows_are_in_order_of_date(warehouse):
    """Batches follow one another by date and id, undated documents last, and rows within them by key."""
    add_batches(warehouse, [4] * 6)
    dates = {doc(number): day(number) for number in range(24)}
    merge_all(warehouse, batch_documents=10)
    batches = read_head(warehouse).batches.values()
    orders = []
    for batch in batches:
        for table, entry in without_index(batch.files).items():
            keys = [name for name in STORED[table].keys if name != "doc_id"]
            found = [
                (
                    order_of(row, dates),
                    *((row[k] is None, getattr(row[k], "bytes", row[k]) or 0) for k in keys),
                )
                for row in read_rows(warehouse, entry)
            ]
            assert found == sorted(found), table
        documents = read_rows(warehouse, batch.files["documents"])
        orders.append([order_of(row, dates) for row in documents])
    orders.sort()
    assert [len(order) for order in orders] == [10, 10, 4]
    assert all(before[-1] < after[0] for before, after in pairwise(orders))


def test_all_rows_of_a_document_are_in_its_batch(warehouse):
    """A cut never runs through a document."""
    add_batches(warehouse, [2] * 7)
    merge_all(warehouse, batch_documents=5)
    for batch in read_head(warehouse).batches.values():
        expected = {row["doc_id"] for row in read_rows(warehouse, batch.files["documents"])}
        assert len(expected) == batch.document_count
        for table in set(BATCH_TABLES) - {"mentions"}:
            rows = read_rows(warehouse, batch.files[table])
            assert {row["doc_id"] for row in rows} == expected, table


def test_a_table_without_rows_gets_no_file(warehouse):
    """Documents without mentions are merged as well."""
    for number in (2, 4, 6):
        add_batch(warehouse, str(number), [number])
    merge_all(warehouse)
    (batch,) = read_head(warehouse).batches.values()
    assert set(batch.files) == {*BATCH_TABLES, *INDEX_TABLES} - {"mentions"}


def test_merged_files_are_like_any_other(warehouse, monkeypatch):
    """Schema with descriptions, row groups and compression are those of every stored file."""
    monkeypatch.setattr("copydesk.store.parquet.DOCUMENT_ROW_GROUP", 5)
    monkeypatch.setattr("copydesk.store.parquet.CHILD_ROW_GROUP", 7)
    add_batches(warehouse, [4] * 3)
    before = read_head(warehouse).batches["b0"].files
    merge_all(warehouse)
    (batch,) = read_head(warehouse).batches.values()
    for table, entry in without_index(batch.files).items():
        merged, single = (pq.ParquetFile(warehouse / item.path) for item in (entry, before[table]))
        assert merged.schema_arrow.equals(single.schema_arrow, check_metadata=True), table
        assert merged.schema_arrow.equals(STORED[table].arrow_schema()), table
        groups = [merged.metadata.row_group(n).num_rows for n in range(merged.num_row_groups)]
        size = 5 if table == "documents" else 7
        assert groups[:-1] == [size] * (entry.row_count // size - (entry.row_count % size == 0))
        column = merged.metadata.row_group(0).column(0)
        assert column.compression == "ZSTD"
    assert len(merged.metadata.row_group(0).to_dict()["columns"]) == len(merged.schema_arrow)


def test_long_documents_make_batches_of_fewer(warehouse, monkeypatch):
    """A batch holds no more text than memory has room for, but for one document that is longer alone."""
    monkeypatch.setattr(compacting, "BATCH_CHARACTERS", 1000)
    add_batches(warehouse, [1] * 6, char_count=400)
    add_batch(warehouse, "giant", [99], char_count=5000)
    before = contents(warehouse)
    merge_all(warehouse)
    assert contents(warehouse) == before
    held = [
        sum(read_table(warehouse, batch.files["documents"])["char_count"].to_pylist())
        for batch in read_head(warehouse).batches.values()
    ]
    assert max(held) == 5000
    assert all(size <= 1000 for size in sorted(held)[:-1])
    numbers = versions(warehouse)
    for _ in range(3):  # it must come to rest, though full batches of long documents count as small
        merge_all(warehouse)
    assert len(versions(warehouse)) - len(numbers) <= 1


def test_a_merge_that_would_gain_nothing_is_left(warehouse, monkeypatch):
    """Batches that are full of long documents stay as they are, however few documents they hold."""
    monkeypatch.setattr(compacting, "BATCH_CHARACTERS", 1000)
    add_batches(warehouse, [2] * 8, char_count=500)
    assert merge_all(warehouse) is None


def test_an_unfinished_head_is_not_merged(warehouse):
    """The work of a run that was cut short may hold a document twice: the next run goes on from it as it is."""
    add_batches(warehouse, [1, 1])
    add_batch(warehouse, "again", [0], is_complete=False)
    head = read_head(warehouse)
    assert merge_all(warehouse) is None
    assert read_head(warehouse) == head


def test_without_a_warehouse_there_is_nothing_to_merge(tmp_path):
    """A folder without a log is left alone."""
    assert merge_all(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("table", ["documents", "mentions"])
def test_damage_is_not_merged(warehouse, table):
    """Bytes that are not those that were written stop the merge: they must not get a good checksum."""
    add_batches(warehouse, [2, 2])
    head = read_head(warehouse)
    path = warehouse / head.batches["b1"].files[table].path
    pq.write_table(pq.read_table(path), path, compression="none")
    with pytest.raises(WarehouseDamagedError) as caught:
        merge_all(warehouse)
    assert caught.value.path == path
    assert read_head(warehouse) == head


def test_a_missing_file_is_told(warehouse):
    """What cannot be read stops the merge by its name, and nothing temporary is left."""
    add_batches(warehouse, [2, 2])
    path = warehouse / read_head(warehouse).batches["b0"].files["lines"].path
    path.unlink()
    with pytest.raises(WarehouseDamagedError) as caught:
        merge_all(warehouse)
    assert caught.value.path == path
    assert not list(warehouse.glob(".*.tmp*"))


def test_rows_of_no_document_are_not_lost_silently(warehouse):
    """A row that belongs to no document of its batch stops the merge."""
    add_batches(warehouse, [2, 2])
    head = read_head(warehouse)
    stray = write_rows(warehouse, "lines", rows_of(77)["lines"])
    batch = head.batches["b0"]
    batches = {**head.batches, "b0": replace(batch, files={**batch.files, "lines": stray})}
    commit(warehouse, lambda head: head.successor("run", NOON, is_complete=True, batches=batches))
    with pytest.raises(WarehouseError, match="rows of lines"):
        merge_all(warehouse)


class KilledError(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("point", ["table-written", "compacted", "manifest-written"])
def test_a_merge_that_is_killed_leaves_the_head(warehouse, monkeypatch, point):
    """Until the commit nothing has happened; the next merge does it all."""
    add_batches(warehouse, [2, 2])
    before, head = contents(warehouse), read_head(warehouse)

    def kill(reached):
        if reached == point:
            raise KilledError(reached)

    monkeypatch.setattr(faults, "installed", kill)
    with pytest.raises(KilledError):
        merge_all(warehouse)
    monkeypatch.setattr(faults, "installed", None)
    assert read_head(warehouse) == head
    assert merge_all(warehouse).new_count == 1
    assert contents(warehouse) == before


def test_memory_holds_one_batch_and_not_the_whole(warehouse, monkeypatch):
    """While many batches are merged into many, Arrow's memory stays far below the size of all."""
    text = "y" * 100_000
    for position in range(20):
        add_batch(warehouse, f"b{position:02}", range(position * 10, position * 10 + 10))
        head = read_head(warehouse)
        batch = head.batches[f"b{position:02}"]
        data = read_table(warehouse, batch.files["documents"])
        texts = pa.array([f"{number}{text}" for number in range(10)])
        field = data.schema.field("text")
        index = data.schema.get_field_index("text")
        large = write_table(warehouse, "documents", data.set_column(index, field, texts))
        entry = replace(batch, files={**batch.files, "documents": large})
        batches = {**head.batches, f"b{position:02}": entry}
        commit(
            warehouse,
            lambda head, b=batches: head.successor("r", NOON, is_complete=True, batches=b),
        )
    total = 200 * len(text)
    start = pa.total_allocated_bytes()
    highest = []
    monkeypatch.setattr(
        faults, "installed", lambda _: highest.append(pa.total_allocated_bytes() - start)
    )
    assert merge_all(warehouse, batch_documents=25).new_count == 8
    assert max(highest) < total / 3

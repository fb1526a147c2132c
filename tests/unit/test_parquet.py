"""Parquet files: what fits a table, what travels in a file, what a damaged one says."""

from hashlib import sha256
from uuid import UUID

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_warehouse import read_rows

from copydesk.errors import SchemaError, WarehouseError
from copydesk.schema import STORED
from copydesk.store.parquet import read_table, without_documents, write_rows

FIRST, SECOND, THIRD = (UUID(int=number << 64 | number) for number in (1, 2, 3))


def document(**changed):
    row = {"doc_id": FIRST, "text": "a b", "char_count": 3, "word_count": 2, "line_count": 1}
    return row | {"lost_char_count": 0, "repaired_char_count": 0, "raw_runs": [0, 3, 3]} | changed


def test_rows_come_back_as_they_were_written(tmp_path):
    """Writing and reading gives the same rows, ids as UUIDs, in the same order."""
    rows = [document(doc_id=SECOND, text="é\U0001f600\0"), document()]
    entry = write_rows(tmp_path, "documents", rows)
    assert read_rows(tmp_path, entry) == rows
    assert read_rows(tmp_path, entry, ["text"]) == [{"text": row["text"]} for row in rows]


def test_maps_come_back_as_pairs(tmp_path):
    """A mapping is written as it is; what DuckDB reads is asked for by key."""
    neutral = {"rank": 1, "score": 0.5, "letter_share": 1.0}
    text = dict.fromkeys(("language_code", "language_tag", "method", "detector"), "x")
    absent = dict.fromkeys(("line_no", "script_code", "langdetect_code", "langdetect_score"))
    given = [{"eldc": "en", "langdetect": "de"}, {}, None]
    made = [{"doc_id": FIRST, **neutral, **text, **absent, "votes": votes} for votes in given]
    entry = write_rows(tmp_path, "languages", made)
    assert [row["votes"] for row in read_rows(tmp_path, entry)] == [
        [("eldc", "en"), ("langdetect", "de")],
        [],
        None,
    ]
    found = duckdb.sql(f"select votes['eldc'], votes is null from '{tmp_path / entry.path}'")
    assert found.fetchall() == [("en", False), (None, False), (None, True)]


@pytest.mark.parametrize("table", STORED)
def test_every_table_may_be_empty(tmp_path, table):
    """No rows make a file with the table's schema."""
    entry = write_rows(tmp_path, table, [])
    assert entry.row_count == 0
    assert read_table(tmp_path, entry).schema == STORED[table].arrow_schema()


def test_the_entry_tells_what_lies_on_disk(tmp_path):
    """Path, rows, size and hash are those of the file, and every file has a name of its own."""
    first = write_rows(tmp_path, "documents", [document()])
    second = write_rows(tmp_path, "documents", [document()])
    content = (tmp_path / first.path).read_bytes()
    assert first.path != second.path
    assert first.path.startswith("tables/documents/")
    assert first.row_count == 1
    assert first.byte_count == len(content)
    assert first.sha256 == sha256(content).hexdigest()


BAD_ROWS = [
    ({"text": None}, "text"),  # required
    ({"char_count": "three"}, "documents"),
    ({"text": 3}, "documents"),
    ({"doc_id": "x"}, "documents"),
    ({"char_count": 1 << 40}, "documents"),  # beyond the column
    ({"char_count": 1 << 70}, "documents"),  # beyond any column
    ({"text": "\ud800"}, "documents"),  # not Unicode
    ({"colour": "red"}, "colour"),  # unknown
]


@pytest.mark.parametrize(("changed", "named"), BAD_ROWS)
def test_rows_that_do_not_fit_are_refused(tmp_path, changed, named):
    """A row of another shape is a SchemaError that names table or column, and no file."""
    with pytest.raises(SchemaError, match=named):
        write_rows(tmp_path, "documents", [document(), document(**changed)])
    assert list(tmp_path.rglob("*.parquet")) == []


@pytest.mark.parametrize("column", ["doc_id", "text", "line_count"])
def test_rows_that_lack_a_column_are_refused(tmp_path, column):
    """A row without a column is a SchemaError that names it."""
    row = document()
    del row[column]
    with pytest.raises(SchemaError, match=column):
        write_rows(tmp_path, "documents", [row])


@pytest.mark.parametrize("table", STORED)
def test_descriptions_travel_in_the_file(tmp_path, table):
    """Whoever finds a file alone reads in it what each column means, and whether it may be NULL."""
    entry = write_rows(tmp_path, table, [])
    schema = pq.read_schema(tmp_path / entry.path)
    for column in STORED[table].columns:
        field = schema.field(column.name)
        assert field.metadata[b"description"].decode() == column.description
        assert field.nullable == column.nullable
    assert schema.metadata[b"grain"].decode() == STORED[table].grain


def test_duckdb_reads_ids_as_uuids(tmp_path):
    """The id column has DuckDB's own type, with the value that Python wrote."""
    entry = write_rows(tmp_path, "documents", [document()])
    with duckdb.connect() as connection:
        found = connection.execute(
            "select doc_id, typeof(doc_id) from read_parquet(?)", [str(tmp_path / entry.path)]
        ).fetchall()
    assert found == [(FIRST, "UUID")]


DROPPED = [
    ([], [FIRST, SECOND, SECOND]),
    ([SECOND], [FIRST]),
    ([FIRST, SECOND], []),
    ([THIRD], [FIRST, SECOND, SECOND]),
]


@pytest.mark.parametrize(("dropped", "kept"), DROPPED)
def test_without_documents_takes_out_all_their_rows(tmp_path, dropped, kept):
    """The rows of other documents stay, in order, with their schema."""
    rows = [
        {"doc_id": doc_id, "sentence_no": number, "line_no": 1, "start_char": 0, "end_char": 1}
        for number, doc_id in enumerate([FIRST, SECOND, SECOND])
    ]
    data = read_table(tmp_path, write_rows(tmp_path, "sentences", rows))
    rest = without_documents(data, dropped)
    assert rest["doc_id"].to_pylist() == kept
    assert rest.schema == data.schema
    assert isinstance(rest, pa.Table)


@pytest.mark.parametrize("content", [None, b"", b"PAR1 not a file PAR1"])
def test_a_missing_or_damaged_file_is_named(tmp_path, content):
    """The error says which file and what to do."""
    entry = write_rows(tmp_path, "documents", [document()])
    (tmp_path / entry.path).unlink()
    if content is not None:
        (tmp_path / entry.path).write_bytes(content)
    with pytest.raises(WarehouseError, match="copydesk check --repair") as caught:
        read_table(tmp_path, entry)
    assert caught.value.path == tmp_path / entry.path

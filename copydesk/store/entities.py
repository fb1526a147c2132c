"""What resolution makes of the stored mentions: entities, forms, links, and what is named together.

Called at the end of a run, with the batches that it leaves. The rules that say which names are one are given in:
they know nothing of storage, and this knows nothing of them. The result follows from the stored mentions, the kinds
of their lines, the languages of their documents and the user's decisions alone, and is made anew only where these changed.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from sys import intern
from typing import Any

import duckdb
import pyarrow as pa

from copydesk.errors import WarehouseError
from copydesk.schema import STORED
from copydesk.schema.entities import DERIVED_ENTITIES
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import FileEntry, read_whole, verify, write_table
from copydesk.store.publish import parquet_view, read_sql
from copydesk.store.recurring import MADE_FROM, MEMORY_LIMIT, made_from

VERSION = "2"
"""Raise it when the same mentions and entities give other rows."""
TABLES = tuple(relation.name for relation in DERIVED_ENTITIES)
READ_TABLES = ("mentions", "lines", "line_rules", "sentences", "languages")
"""Tables of the batches that the result follows from."""
MADE_BEFORE = ("names", "document_names", "document_languages")
"""The tables that `sql/entities` builds for resolution."""
MADE_AFTER = ("placed_mentions", "entity_uses", "forms")
"""Those that it builds from what resolution says."""
UNKNOWN_LANGUAGE = "und"
MAX_DOCUMENT_ENTITIES = 200
"""A document that names more is a list or a table: that two of them stand in it tells nothing."""


@dataclass(frozen=True, slots=True)
class StoredNames:
    """The names of the stored mentions.

    Attributes:
        names: Types and names, by number.
        documents: For each document number -> mentions.
        languages: Of each document.
        containers: Document -> number -> the name right behind it, where one stands there.
        datelines: Document -> number of the name that its dateline begins with, where it has one.
    """

    names: Sequence[tuple[str, str]]
    documents: Sequence[Mapping[int, int]]
    languages: Sequence[str]
    containers: Mapping[int, Mapping[int, str]]
    datelines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class ResolvedNames:
    """What resolution says of them.

    Attributes:
        entities: `entity_no` and the columns of `entities` that no count gives.
        senses: doc_no, name_no, entity_no, link_method, link_score: a row for each name of each document.
        links: `entity_no`, `doc_no` and the columns of `entity_links`.
    """

    entities: pa.Table
    senses: pa.Table
    links: pa.Table


@dataclass(frozen=True, slots=True)
class Resolver:
    """How names become entities.

    Attributes:
        fingerprint: What the answer follows from besides the names: versions, and the user's decisions.
        resolve: Gives the answer.
    """

    fingerprint: str
    resolve: Callable[[StoredNames], ResolvedNames]


def renew_entities(
    warehouse: Path,
    head: Manifest,
    batches: Mapping[str, BatchEntry],
    recurring: FileEntry,
    resolver: Resolver,
) -> dict[str, FileEntry]:
    """Return the files of `TABLES` for some batches: the head's where they were made from the same files.

    Raises:
        WarehouseDamagedError: A file of the batches is missing or damaged.
        WarehouseError: They cannot be counted, or a new file cannot be written.
    """
    files = {
        table: [
            batches[name].files[table] for name in sorted(batches) if table in batches[name].files
        ]
        for table in READ_TABLES
    } | {"recurring_lines": [recurring]}
    fingerprint = _fingerprint(files, resolver)
    held = {table: head.tables[table] for table in TABLES if table in head.tables}
    if len(held) == len(TABLES) and all(
        made_from(warehouse / entry.path) == fingerprint for entry in held.values()
    ):
        return held
    return {
        table: write_table(warehouse, table, rows.replace_schema_metadata({MADE_FROM: fingerprint}))
        for table, rows in find_entities(warehouse, files, resolver).items()
    }


def find_entities(
    warehouse: Path, files: Mapping[str, Sequence[FileEntry]], resolver: Resolver
) -> dict[str, pa.Table]:
    """Return the rows of `TABLES`, in order.

    Args:
        warehouse: The warehouse folder.
        files: Of `READ_TABLES` and of `recurring_lines`.
        resolver: How names become entities.
    """
    if not files["mentions"]:
        return {table: STORED[table].arrow_schema().empty_table() for table in TABLES}
    for entries in files.values():
        for entry in entries:
            verify(warehouse, entry)
    doc_ids = _document_ids(warehouse, files["mentions"])
    try:
        with _connection(warehouse, files, doc_ids) as connection:
            return dict(_query(connection, doc_ids, resolver))
    except duckdb.Error as error:  # the files are whole: memory or the disk ran out
        raise WarehouseError(warehouse, f"its entities cannot be counted ({error})") from error


def _document_ids(warehouse: Path, mentions: Sequence[FileEntry]) -> "pa.Array[Any]":
    """Return the ids of all documents with mentions, sorted: a document's place is its number."""
    found: set[Any] = set()
    for entry in mentions:
        column: pa.ChunkedArray[Any] = read_whole(warehouse, entry, ["doc_id"])["doc_id"]
        found.update(column.cast(pa.binary(16)).unique().to_pylist())
    return pa.array(sorted(found), pa.binary(16)).cast(pa.uuid())


@contextmanager
def _connection(
    warehouse: Path, files: Mapping[str, Sequence[FileEntry]], doc_ids: "pa.Array[Any]"
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory with the stored tables and the view `lines` over them."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute("set memory_limit = ?", [MEMORY_LIMIT])
        connection.execute("set temp_directory = ?", [folder])
        connection.execute("set preserve_insertion_order = false")
        connection.execute("set enable_progress_bar = false")
        connection.execute("set variable max_document_entities = ?", [MAX_DOCUMENT_ENTITIES])
        connection.execute("create schema stored")
        for table, entries in files.items():
            connection.execute(parquet_view(warehouse, STORED[table], entries))
        connection.execute(read_sql("views", "lines"))
        numbers = pa.array(range(len(doc_ids)), pa.int32())
        connection.register("documents", pa.table({"doc_no": numbers, "doc_id": doc_ids}))
        yield connection


def _query(
    connection: duckdb.DuckDBPyConnection, doc_ids: "pa.Array[Any]", resolver: Resolver
) -> Iterator[tuple[str, pa.Table]]:
    """Run the statements of `sql/entities`, with resolution in between."""
    for name in MADE_BEFORE:
        connection.execute(read_sql("entities", name))
    resolved = resolver.resolve(_read_names(connection, len(doc_ids)))
    connection.register("resolved_entities", resolved.entities)
    connection.register("senses", resolved.senses)
    connection.register("resolved_links", resolved.links)
    for name in MADE_AFTER:
        connection.execute(read_sql("entities", name))
    for table in TABLES:
        found = connection.sql(read_sql("entities", table)).to_arrow_table()
        yield table, _as_stored(table, found, doc_ids)


def _read_names(connection: duckdb.DuckDBPyConnection, document_count: int) -> StoredNames:
    """Return the names as resolution takes them."""
    names = connection.execute("select entity_type, entity_name from names order by name_no")
    listed = names.fetchall()
    documents: list[dict[int, int]] = [{} for _ in range(document_count)]
    rows = connection.execute(
        "select doc_no, name_no, mention_count from document_names order by doc_no, name_no"
    ).fetchall()
    for doc_no, found in groupby(rows, itemgetter(0)):
        documents[doc_no] = {name_no: count for _, name_no, count in found}
    languages = [UNKNOWN_LANGUAGE] * document_count
    for doc_no, code in connection.execute("from document_languages").fetchall():
        languages[doc_no] = intern(code)
    containers, datelines = _read_surroundings(connection)
    return StoredNames(listed, documents, languages, containers, datelines)


def _read_surroundings(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[dict[int, dict[int, str]], dict[int, int]]:
    """Return what stands around the names of documents: few have anything there."""
    containers: dict[int, dict[int, str]] = {}
    for doc_no, name_no, name in connection.execute(
        "select doc_no, name_no, container_name from document_names where container_name is not null"
    ).fetchall():
        containers.setdefault(doc_no, {})[name_no] = intern(name)
    datelines = connection.execute(
        "select doc_no, arg_min(name_no, dateline_no) from document_names "
        "where dateline_no is not null group by doc_no"
    ).fetchall()
    return containers, dict(datelines)


def _as_stored(table: str, found: pa.Table, doc_ids: "pa.Array[Any]") -> pa.Table:
    """Return rows with the ids of their documents in the place of numbers."""
    schema = STORED[table].arrow_schema()
    columns = [
        doc_ids.take(found["doc_no"].combine_chunks())
        if name == "doc_id"
        else found[name].cast(schema.field(name).type)
        for name in schema.names
    ]
    return pa.table(dict(zip(schema.names, columns, strict=True)), schema=schema)


def _fingerprint(files: Mapping[str, Sequence[FileEntry]], resolver: Resolver) -> bytes:
    """Return a hash of what the rows follow from: files, which never change, and what is done with them."""
    paths = sorted(entry.path for entries in files.values() for entry in entries)
    parts = [VERSION, str(MAX_DOCUMENT_ENTITIES), resolver.fingerprint, *paths]
    return sha256("\n".join(parts).encode()).hexdigest().encode()

"""An export from beginning to end: choose the documents, write them, describe what was written."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from copydesk.export import brat, conll, json_lines
from copydesk.export.documents import ExportedDocument, each_document
from copydesk.export.folder import new_folder, refuse_inside, refuse_taken
from copydesk.export.readme import describe
from copydesk.export.request import ExportFormat, ExportRequest
from copydesk.export.selection import select_documents
from copydesk.export.sorting import sorter
from copydesk.export.tables import write_tables
from copydesk.store.opening import open_warehouse
from copydesk.store.publish import quote, readable

MEMORY_LIMIT = "1GB"
"""What DuckDB takes at most for the views' own joins. A test exports 500 MB of texts with a fifth of it."""
_WORK = ".work"
"""Folder within the unfinished export for what lies on disk meanwhile."""

Writer = Callable[[Iterable[ExportedDocument], Path], None]
BY_DOCUMENT: Mapping[ExportFormat, tuple[Sequence[str], Writer]] = {
    ExportFormat.JSONL: (json_lines.VIEWS, json_lines.write_json_lines),
    ExportFormat.CONLL: (conll.VIEWS, conll.write_conll),
    ExportFormat.BRAT: (brat.VIEWS, brat.write_brat),
}
"""Format -> the views that it needs beside `documents`, and what writes it."""


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was written.

    Attributes:
        document_count: Documents.
        file_count: Files in the folder.
        byte_count: Their bytes together.
    """

    document_count: int
    file_count: int
    byte_count: int


def export(request: ExportRequest) -> ExportSummary:
    """Write an export into a new folder, which appears when it is whole.

    Raises:
        ConfigError: The place is taken or cannot be written to, or the condition is wrong or fits nothing.
        WarehouseError: There is no warehouse, or it cannot be read.
    """
    output = request.output.resolve() if not request.output.is_symlink() else request.output
    refuse_inside(output, request.warehouse.resolve())
    refuse_taken(output, is_forced=request.is_forced)
    with open_warehouse(request.warehouse) as connection:
        document_count = select_documents(connection, request.where)
        with new_folder(output, is_forced=request.is_forced) as folder:
            with readable(request.warehouse):
                _write(connection, folder, request)
            describe(folder, request, _version(connection), document_count)
            files = [path.stat().st_size for path in folder.iterdir()]
    return ExportSummary(document_count, len(files), sum(files))


def _write(connection: duckdb.DuckDBPyConnection, folder: Path, request: ExportRequest) -> None:
    work = folder / _WORK
    work.mkdir()
    connection.execute(f"set memory_limit = {quote(MEMORY_LIMIT)}")
    connection.execute(f"set temp_directory = {quote(str(work / 'spilled'))}")
    made = sorter(connection, work)
    if request.format in BY_DOCUMENT:
        views, write = BY_DOCUMENT[request.format]
        write(each_document(made, views), folder)
    else:
        write_tables(made, folder, request.format, is_part=request.where is not None)
    shutil.rmtree(work)


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    [(version,)] = connection.execute("select version from warehouse_version").fetchall()
    return int(version)

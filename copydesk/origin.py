"""The raw bytes behind a span of a document's text, read from its raw file. Called by the command line."""

from uuid import UUID

import duckdb

from copydesk.errors import ConfigError, InputError
from copydesk.records import DocId, ReasonCode, SourceRef
from copydesk.store.member_reader import read_member
from copydesk.store.raw import RawFolder, read_source
from copydesk.text.offsets import OffsetMap, byte_range, from_numbers


def raw_bytes(
    connection: duckdb.DuckDBPyConnection, raw: RawFolder, doc_id: UUID, span: tuple[int, int]
) -> bytes:
    """Return the very bytes that a span of a document was read from.

    Args:
        connection: The published views.
        raw: The raw folder.
        doc_id: The document.
        span: Half-open, in code points of `documents.text`.

    Raises:
        ConfigError: The text has no such span, or its raw file is gone or holds other bytes now.
        TransientError: The raw folder cannot be read now.
    """
    source, offsets, text = _origin(connection, doc_id)
    try:
        start_byte, end_byte = byte_range(offsets, text, *span)
    except ValueError as error:
        raise ConfigError(f"document {doc_id}: {error}") from error
    try:
        return _content(raw, source)[start_byte:end_byte]
    except InputError as error:
        is_other = error.reason_code == ReasonCode.CHANGED_WHILE_READ
        problem = "holds other bytes than when it was annotated" if is_other else error.detail
        raise ConfigError(
            f"the raw file {raw.path / source.path} of document {doc_id}: {problem}; "
            "`copydesk run` brings the warehouse up to date"
        ) from error


def _content(raw: RawFolder, source: SourceRef) -> bytes:
    if source.member is None:
        return read_source(raw, source)
    return read_member(raw, source).content


def _origin(
    connection: duckdb.DuckDBPyConnection, doc_id: UUID
) -> tuple[SourceRef, OffsetMap, str]:
    """Return the source that shapes a document, the map to its bytes, and the text."""
    [row] = connection.execute(
        "select sources.path, sources.member, sources.byte_count, sources.encoding_name, "
        "documents.raw_runs, documents.text "
        "from stored.documents as documents "
        "inner join stored.sources as sources on documents.doc_id = sources.doc_id "
        "where documents.doc_id = ? and sources.is_primary",
        [doc_id],
    ).fetchall()
    path, member, byte_count, encoding_name, raw_runs, text = row
    source = SourceRef(path, member, DocId(doc_id), byte_count, "")
    return source, from_numbers(encoding_name, raw_runs), text

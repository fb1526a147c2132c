"""Parquet, a few rows at a time."""

import os
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import Budget
from copydesk.store.containers.members import Found, Place
from copydesk.store.containers.records import column_names, member_of, reject_row, wanted
from copydesk.store.record_fields import first_key

BATCH_BYTES = 8 << 20
BATCH_ROWS = 256
WIDE_CELLS_BYTES = 256 << 20
"""So much may rows be that share their values, as dictionaries and prefixes let them."""
_DAMAGE = (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError, TypeError)
# What Arrow raises for a value that Python cannot hold; an unknown time zone is a KeyError.
_STRANGE = (ValueError, OverflowError, KeyError, pa.ArrowException)
_Row: TypeAlias = dict[str, object] | InputError


def read_parquet(file: BinaryIO | BytesIO, place: Place, budget: Budget) -> Found:
    """Yield the rows of a Parquet file, each as a member or a rejection."""
    number = 0
    try:
        for row in _rows(file, place, budget):
            number += 1
            if isinstance(row, InputError):
                yield reject_row(number, ReasonCode(row.reason_code), row.detail, place)
            else:
                yield member_of(row, number, place)
    except InputError as error:
        yield place.reject_rest(error)
    except _DAMAGE as error:
        yield place.reject_rest(_explained(error, number))


def _rows(file: BinaryIO | BytesIO, place: Place, budget: Budget) -> Iterator[_Row]:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    opened = pq.ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
    metadata = opened.metadata
    names = column_names(opened.schema_arrow.names)
    if first_key(dict.fromkeys(names, ""), place.rules.fields.text) is None:
        detail = f"it has no column {wanted(place.rules.fields.text)}"
        raise InputError(ReasonCode.MALFORMED, detail)
    for group in range(metadata.num_row_groups):
        declared = metadata.row_group(group).total_byte_size
        if declared < 0 or declared > max(256 << 20, 200 * size):
            detail = f"row group {group + 1} declares {declared:,} bytes in a file of {size:,}"
            raise InputError(ReasonCode.BOMB, detail)
        # Read first: of a column that is encrypted Arrow ends the process where its metadata are asked for.
        next(opened.iter_batches(1, row_groups=[group], use_threads=False), None)
        rows = _batch_rows(metadata, group)
        for batch in opened.iter_batches(rows, row_groups=[group], use_threads=False):
            budget.spend(batch.nbytes)
            yield from _rows_of(batch, names)


def _batch_rows(metadata: pq.FileMetaData, group: int) -> int:
    """Return how many rows are read at once: no value is larger than its column in the row group."""
    rows = metadata.row_group(group)
    widest = max(
        (rows.column(index).total_uncompressed_size for index in range(rows.num_columns)), default=1
    )
    mean = max(1, rows.total_byte_size // max(1, rows.num_rows))
    return max(1, min(BATCH_ROWS, BATCH_BYTES // mean, WIDE_CELLS_BYTES // max(1, widest)))


def _rows_of(batch: pa.RecordBatch, names: list[str]) -> Iterator[_Row]:
    columns = [_values(column) for column in batch.columns]
    for cells in zip(*columns, strict=True):
        problem = next((cell for cell in cells if isinstance(cell, InputError)), None)
        yield problem or dict(zip(names, cells, strict=True))


def _values(column: "pa.Array[Any]") -> list[object]:
    """Return the values of a column, an error for each that cannot be read."""
    try:
        coarse = _microseconds(column.type)
        column = column.cast(coarse) if coarse else column
        values: list[object] = column.to_pylist()
    except _STRANGE:
        return [_value(scalar) for scalar in column]
    return values if pa.types.is_string(column.type) else [_as_text(value) for value in values]


def _microseconds(of: pa.DataType) -> pa.DataType | None:
    """Return the type that holds times in nanoseconds to the microsecond, None for all other types.

    What Python gives for nanoseconds depends on whether pandas is installed; for microseconds it does not.
    """
    if pa.types.is_timestamp(of) and of.unit == "ns":
        return pa.timestamp("us", of.tz)
    return pa.duration("us") if pa.types.is_duration(of) and of.unit == "ns" else None


def _value(scalar: Any) -> object:  # noqa: ANN401  # the stubs have no type for any scalar
    """Return a value; a time that Python lacks (nanoseconds, the year 30000) as Arrow writes it."""
    try:
        coarse = _microseconds(scalar.type)
        return _as_text((scalar.cast(coarse) if coarse else scalar).as_py())
    except _STRANGE as error:
        strange = error
    try:
        if pa.types.is_timestamp(scalar.type) and scalar.type.tz:  # kept as UTC, whatever the zone
            return f"{scalar.cast(pa.timestamp(scalar.type.unit)).cast(pa.string())}Z"
        return str(scalar.cast(pa.string()))
    except _STRANGE:
        reason = (
            ReasonCode.UNDECODABLE if isinstance(strange, UnicodeError) else ReasonCode.MALFORMED
        )
        return InputError(reason, f"a value cannot be read ({strange}); write the file again")


def _as_text(value: object) -> object:
    """Return bytes as text where they are UTF-8: columns of text are often stored without saying so."""
    try:
        return value.decode() if isinstance(value, bytes) else value
    except UnicodeDecodeError:
        return value


def _explained(error: Exception, number: int) -> InputError:
    told = " ".join(str(error).split())[:200]
    if "ncrypt" in told or "decrypt" in told:
        return InputError(ReasonCode.ENCRYPTED, "it is encrypted; write it without encryption")
    detail = f"it is no Parquet file or damaged after row {number} ({told}); write it again"
    return InputError(ReasonCode.CORRUPT, detail)

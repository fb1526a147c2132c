"""What is to be exported."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ExportFormat(StrEnum):
    """How an export is written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    CONLL = "conll"
    BRAT = "brat"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """An export.

    Attributes:
        warehouse: Folder of the warehouse.
        output: Folder to make.
        format: How it is written.
        where: SQL condition on the columns of `documents`; None for all documents.
        is_forced: Whether an earlier export in the same place is replaced.
    """

    warehouse: Path
    output: Path
    format: ExportFormat
    where: str | None = None
    is_forced: bool = False

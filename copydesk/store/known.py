"""What a scan knew of the raw files, so that the next one reads only what changed.

Made by `copydesk.store.scan`, kept between runs by `copydesk.store.scan_cache`.
"""

from dataclasses import dataclass

import pyarrow as pa

from copydesk.store.sources import SOURCE_SCHEMA, Column, where_in, where_not_in

_STAMP = ("byte_count", "modified_ns", "changed_ns", "inode")
STAMP_COLUMNS = (*_STAMP, *(f"sidecar_{name}" for name in _STAMP))
"""What the file system says of a file and its sidecar without reading them; NULLs without a sidecar."""
FILE_COLUMNS: dict[str, pa.DataType] = {
    "path": pa.string(),
    **dict.fromkeys(STAMP_COLUMNS, pa.uint64()),
}
FILE_SCHEMA = pa.schema(FILE_COLUMNS)
"""A row a file."""
REFUSED_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("path", "member", "reason_code", "detail")]
)
"""A row a file, or a member of one, that cannot be a source whoever reads it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of files: valid as long as their stamps are the same.

    Attributes:
        files: Table of FILE_SCHEMA, in the order in which the folder is walked.
        sources: Table of SOURCE_SCHEMA: what those files hold, in their order; of containers all members.
        refused: Table of REFUSED_SCHEMA: what in those files cannot be a source.
    """

    files: pa.Table
    sources: pa.Table
    refused: pa.Table

    def of_files(self, paths: Column) -> "Known":
        """Return what is known of some files."""
        return Known(*(where_in(table, table["path"], paths) for table in self._tables()))

    def without_files(self, paths: Column) -> "Known":
        """Return what is known of all other files."""
        if not len(paths):
            return self
        return Known(*(where_not_in(table, table["path"], paths) for table in self._tables()))

    def _tables(self) -> tuple[pa.Table, pa.Table, pa.Table]:
        return self.files, self.sources, self.refused


def nothing_known() -> Known:
    """Return what is known before any scan: every file is read."""
    return Known(
        FILE_SCHEMA.empty_table(), SOURCE_SCHEMA.empty_table(), REFUSED_SCHEMA.empty_table()
    )

"""A warehouse taken elsewhere: as plain Parquet or CSV, as JSON lines, or for annotation tools (CoNLL, brat).

`export` is the whole of it. `tables` writes the views as they are; the other formats write document by document
(`documents`), with offsets in code points of the text.
"""

from copydesk.export.job import ExportSummary, export
from copydesk.export.request import ExportFormat, ExportRequest

__all__ = ["ExportFormat", "ExportRequest", "ExportSummary", "export"]

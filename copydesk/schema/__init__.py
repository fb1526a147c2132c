"""Every table and view: columns, types, descriptions, grain and keys. The only place a column is described.

Stored tables are Parquet files; public views are what analysts query (`sql/views`). The Arrow schemas that
are written, the comments in the view database and the data dictionary are all made from here.
"""

from copydesk.schema.macros import MACROS, Macro
from copydesk.schema.public import PUBLIC
from copydesk.schema.relation import Column, Relation
from copydesk.schema.stored import (
    BATCH_TABLES,
    DERIVED_TABLES,
    INDEX_TABLES,
    SCHEMA_VERSION,
    STORED,
    WAREHOUSE_TABLES,
)

__all__ = [
    "BATCH_TABLES",
    "DERIVED_TABLES",
    "INDEX_TABLES",
    "MACROS",
    "PUBLIC",
    "SCHEMA_VERSION",
    "STORED",
    "WAREHOUSE_TABLES",
    "Column",
    "Macro",
    "Relation",
]

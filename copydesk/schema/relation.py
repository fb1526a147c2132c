"""What a table or view is made of: columns with types and descriptions, a grain and keys."""

from dataclasses import dataclass

import pyarrow as pa

UUID = pa.uuid()
TEXT = pa.string()
BOOLEAN = pa.bool_()
INTEGER = pa.int32()
BIG_INTEGER = pa.int64()
SHARE = pa.float64()
NUMBER = pa.float64()
DATE = pa.date32()
TIMESTAMP = pa.timestamp("us")
TEXT_LIST = pa.list_(TEXT)
INTEGER_LIST = pa.list_(BIG_INTEGER)
INTEGER_32_LIST = pa.list_(INTEGER)
TEXT_MAP = pa.map_(TEXT, TEXT)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and whether it may be NULL.

    Attributes:
        name: The column's name; its suffix tells its kind (`_id`, `_count`, `_date`, `_at` in UTC ...).
        type: The Arrow type. DuckDB shows the matching SQL type.
        description: One or two sentences for the analyst: meaning, unit, source, limits.
        nullable: Whether NULL is possible.
    """

    name: str
    type: pa.DataType
    description: str
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """A stored table or a public view.

    Attributes:
        name: Its name; a public view and the stored table behind it may share one.
        grain: What one row is.
        description: What it is for, and how far to trust it.
        columns: In order.
        keys: The columns whose values together are unique.
    """

    name: str
    grain: str
    description: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]

    def arrow_schema(self) -> pa.Schema:
        """Return the Arrow schema, with every description as field metadata."""
        fields = [
            pa.field(
                column.name,
                column.type,
                nullable=column.nullable,
                metadata={"description": column.description},
            )
            for column in self.columns
        ]
        return pa.schema(fields, metadata={"description": self.description, "grain": self.grain})


def required(name: str, type_: pa.DataType, description: str) -> Column:
    """Return a column that is never NULL."""
    return Column(name, type_, description, nullable=False)

"""Writes docs/data-dictionary.md and docs/settings.md from the schema and the settings: `make dictionary`."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from copydesk.records import ReasonCode
from copydesk.schema import MACROS, PUBLIC, Macro, Relation
from copydesk.settings import (
    EntitySettings,
    FieldSettings,
    LanguageSettings,
    MaintainSettings,
    ReportSettings,
    ScheduleSettings,
    ServerSettings,
    Settings,
)
from copydesk.store.publish import sql_type
from copydesk.user_rules import DayOrder, PathRule

NOT_IN_THE_TABLE = {
    "project",
    *(
        "fields",
        "path_rules",
        "language",
        "dates",
        "entities",
        "schedule",
        "maintain",
        "report",
        "server",
    ),
}
"""Settings that have a table of their own, and the folder that no file sets."""
REASONS: Mapping[ReasonCode, str] = {
    ReasonCode.EMPTY: "The file holds nothing but white space and control characters.",
    ReasonCode.BINARY: "The file is not text.",
    ReasonCode.UNDECODABLE: "No character encoding fits its bytes.",
    ReasonCode.CORRUPT: "A compressed file or a container that is damaged or cut short.",
    ReasonCode.TOO_LARGE: "The file, what is unpacked of it, or a member is above `file_mebibytes`.",
    ReasonCode.BOMB: "A compressed file or a container that grows beyond all measure when it is unpacked.",
    ReasonCode.ENCRYPTED: "A member of a container that needs a password.",
    ReasonCode.UNSAFE_NAME: "A member whose name is absolute or leads out of its container.",
    ReasonCode.NESTED: "A container within a container, deeper than is read.",
    ReasonCode.MALFORMED: "A record or row that cannot be read, or has no text.",
    ReasonCode.UNREADABLE: "The file cannot be opened or its name is not UTF-8. Tried again in every run.",
    ReasonCode.CHANGED_WHILE_READ: "The file changed during the run. Tried again in the next run.",
    ReasonCode.UNSUPPORTED_TYPE: "A type of file that is not read, or a symbolic link.",
    ReasonCode.ANNOTATION_FAILED: "A reader or an annotator failed on it: a fault of copydesk. Tried again in every run.",
}


def data_dictionary() -> str:
    """Return the data dictionary as Markdown."""
    parts = [
        "# Data dictionary",
        "Made from `copydesk/schema/` by `make dictionary`. The same texts stand in the view database "
        "(`select * from duckdb_columns()`) and in the Parquet files' field metadata.",
        "All offsets are half-open and count Unicode code points of `documents.text`: "
        "`substr(text, start_char + 1, end_char - start_char)` gives the words back. All `_at` times are UTC.",
        *(_relation(relation) for relation in PUBLIC.values()),
        "## Macros",
        "Functions of the view database, written in SQL: any DuckDB from 1.5 on calls them once it has opened the file "
        "(attach it and `use` it). Their text stands in `sql/macros/`.",
        *(_macro(macro) for macro in MACROS.values()),
        "## Reason codes of rejections",
        _table(("code", "meaning"), ((f"`{code}`", REASONS[code]) for code in ReasonCode)),
    ]
    return "\n\n".join(parts) + "\n"


def settings_page() -> str:
    """Return the list of all settings as Markdown."""
    parts = [
        "# Settings",
        "Made from `copydesk/settings.py` by `make dictionary`. Settings stand in `copydesk.toml` or in the "
        "environment (`COPYDESK_WORKERS=2`, `COPYDESK_SCHEDULE__CRON='0 * * * *'`); the environment wins.",
        _settings_table(Settings),
        "## `[fields]`",
        _settings_table(FieldSettings),
        "## `[[path_rules]]`",
        "What the place of a file says of it, a table for each rule. Every rule that fits says its part, in the "
        "order in which they are written; where two say the same thing, the first counts. See docs/metadata.md.",
        _settings_table(PathRule),
        "## `[language]`",
        _settings_table(LanguageSettings),
        "## `[[dates.order]]`",
        "How a source writes dates of which both numbers can be the month, a table for each rule. The first that fits "
        "counts; other dates of the document go before it. A change of it reads the dates of all documents anew, from "
        "the stored text. See docs/dates.md.",
        _settings_table(DayOrder),
        "## `[entities]`",
        _settings_table(EntitySettings),
        "## `[schedule]`",
        _settings_table(ScheduleSettings),
        "## `[maintain]`",
        _settings_table(MaintainSettings),
        "## `[report]`",
        _settings_table(ReportSettings),
        "## `[server]`",
        _settings_table(ServerSettings),
    ]
    return "\n\n".join(parts) + "\n"


def write(docs: Path) -> None:
    """Write both pages."""
    (docs / "data-dictionary.md").write_text(data_dictionary(), encoding="utf-8")
    (docs / "settings.md").write_text(settings_page(), encoding="utf-8")


def _relation(relation: Relation) -> str:
    rows = (
        (
            f"`{column.name}`",
            sql_type(column.type),
            "yes" if column.nullable else "",
            column.description,
        )
        for column in relation.columns
    )
    keys = ", ".join(f"`{key}`" for key in relation.keys)
    return "\n\n".join(
        [
            f"## {relation.name}",
            f"{relation.description} One row: {relation.grain}. Key: {keys}.",
            _table(("column", "type", "may be NULL", "meaning"), rows),
        ]
    )


def _macro(macro: Macro) -> str:
    parts = [f"### {macro.name}({', '.join(macro.parameters)})", macro.description]
    if macro.parameters:
        rows = ((f"`{name}`", meaning) for name, meaning in macro.parameters.items())
        parts.append(_table(("parameter", "what to give"), rows))
    if macro.columns:
        columns = ((f"`{name}`", meaning) for name, meaning in macro.columns.items())
        parts.append(_table(("column", "meaning"), columns))
    return "\n\n".join([*parts, f"```sql\n{macro.example}\n```"])


def _settings_table(model: type[BaseModel]) -> str:
    rows = []
    for name, field in model.model_fields.items():
        if model is Settings and name in NOT_IN_THE_TABLE:
            continue
        rows.append((f"`{name}`", _default(name, field), field.description or ""))
    return _table(("setting", "default", "meaning"), rows)


def _default(name: str, field: FieldInfo) -> str:
    if field.is_required():
        return "none: must be given"
    if name == "workers":
        return "one a core"
    return f"`{_toml(field.get_default(call_default_factory=True))}`"


def _toml(value: object) -> object:
    """Return a default as the settings file would write it."""
    return json.dumps(value) if isinstance(value, tuple | dict) else value


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(value.replace("|", "\\|") for value in row) + " |" for row in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    write(Path(__file__).parent.parent / "docs")

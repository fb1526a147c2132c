"""What stands beside the data of an export, so that it is understood without copydesk."""

import csv
import json
from pathlib import Path

from copydesk.export import brat, conll, json_lines, tables
from copydesk.export.folder import DESCRIPTION_NAME
from copydesk.export.request import ExportFormat, ExportRequest
from copydesk.schema import PUBLIC, Relation

OFFSETS = (
    "Offsets (`start_char`, `end_char`) are half-open and count Unicode code points of the document's `text`: Python's "
    "`text[start:end]`, SQL's `substr(text, start_char + 1, end_char - start_char)`. Java, JavaScript and C# count UTF-16 "
    "units, which differ where a text holds characters beyond U+FFFF, such as emoji."
)
_FILES: dict[ExportFormat, str] = {
    ExportFormat.PARQUET: "One Parquet file a view. Any tool that reads Parquet opens them; all are joined by `doc_id` and "
    "`entity_id`. With DuckDB: `select * from 'documents.parquet'`.",
    ExportFormat.CSV: "One CSV file a view, UTF-8 with a header; cells with commas, quotes or line breaks are quoted, an "
    "empty cell without quotes is NULL. Lists are JSON.",
    ExportFormat.JSONL: f"`{json_lines.NAME}`: one document a line, ended by a line feed. Its keys are the columns of "
    f"`documents`, and {', '.join(f'`{view}`' for view in json_lines.VIEWS)} with a list of rows each.",
    ExportFormat.CONLL: f"`{conll.NAME}`: a token a line, separated by tabs: token, start, end, time expression, name. Tags are "
    "IOB2. A line that begins with `# ` is a comment (`# newdoc id = …` begins a document), a blank line ends a sentence. "
    "Titles and body lines only.",
    ExportFormat.BRAT: "`<doc_id>.txt` and `<doc_id>.ann` for each document, in brat's standoff format; `annotation.conf` has the "
    "types. Names carry their `entity_id` as a note, time expressions their status as an attribute and their value as a note.",
}
_TOKENS = (
    "A token is a run of letters and digits with their marks, or one other character. White space, control and format "
    "characters are none. In scripts that set no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each "
    "character is a token. Where an annotation begins or ends within a token, the token is cut there. Sentences that an "
    "annotation goes across are joined; of annotations that overlap in one column the first and longest is written."
)


def describe(folder: Path, request: ExportRequest, version: int, document_count: int) -> None:
    """Write README.md, columns.csv and export.json beside the data."""
    held = dictionary_relations(request.format, is_part=request.where is not None)
    relations = list(held.values())
    (folder / "README.md").write_text(_readme(request, document_count, relations), encoding="utf-8")
    with (folder / "columns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("view", "column", "may_be_null", "meaning"))
        writer.writerows(tables.dictionary_rows(relations))
    told = {
        "format": request.format.value,
        "where": request.where,
        "warehouse_version": version,
        "document_count": document_count,
    }
    (folder / DESCRIPTION_NAME).write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def dictionary_relations(format_: ExportFormat, *, is_part: bool) -> dict[str, Relation]:
    """Return the views whose columns an export holds, by name."""
    names = {
        ExportFormat.JSONL: ("documents", *json_lines.VIEWS),
        ExportFormat.CONLL: conll.VIEWS,
        ExportFormat.BRAT: brat.VIEWS,
    }
    if format_ in names:
        return {name: PUBLIC[name] for name in names[format_]}
    return {one.name: one for one in tables.exported_views(is_part=is_part)}


def _readme(request: ExportRequest, document_count: int, relations: list[Relation]) -> str:
    chosen = (
        "All documents"
        if request.where is None
        else f"Documents with `{' '.join(request.where.split())}`"
    )
    parts = [
        "# Export of a copydesk warehouse",
        f"{chosen}: {document_count:,}.",
        _FILES[request.format],
        OFFSETS,
        *_notes(request),
        "`columns.csv` says what each column means. What the views are:",
        "\n".join(
            f"- `{one.name}`: {one.description} One row: {one.grain}. Key: {', '.join(f'`{key}`' for key in one.keys)}."
            for one in relations
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _notes(request: ExportRequest) -> list[str]:
    if request.format is ExportFormat.CONLL:
        pairs = ", ".join(f"{tag} ({type_.value})" for type_, tag in conll.TYPES.items())
        return [
            _TOKENS,
            f"Tags of names: {pairs}. Tags of time expressions are TIMEX3 types: {', '.join(brat.TIMEX_TYPES)}.",
        ]
    is_tables = request.format in {ExportFormat.PARQUET, ExportFormat.CSV}
    if is_tables and request.where is not None:
        return [
            "`entities` and `places` hold those that these documents name; their counts are of the whole archive. Views that "
            "tell of nothing but the whole archive (`runs`, `rejections` and others) are left out."
        ]
    return []

"""`copydesk export`: the warehouse, or a part of it, as files for other tools."""

from pathlib import Path

import click

from copydesk.command import explained, settings_here, warehouse_option

FORMATS = ("parquet", "csv", "jsonl", "conll", "brat")
MEBIBYTE = 1 << 20


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    required=True,
    help="parquet and csv: the views, a file each; jsonl: a document a line; conll: tokens with IOB2 tags; "
    "brat: standoff annotations.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to make; it appears when it is whole.",
)
@click.option(
    "--where",
    metavar="CONDITION",
    help="Only documents that fit an SQL condition on the columns of `documents`.",
)
@click.option("--force", is_flag=True, help="Replace an earlier export in the same folder.")
@warehouse_option
@explained
def export(
    format_name: str, output: Path, where: str | None, warehouse: Path | None, *, force: bool
) -> None:
    """Write the warehouse, or a part of it, as files for other tools. Offsets are code points of the text."""
    from copydesk import export as exporting  # noqa: PLC0415  # loads DuckDB
    from copydesk.export.folder import refuse_inside  # noqa: PLC0415

    settings = settings_here(warehouse=warehouse)
    refuse_inside(output.resolve(), settings.raw_folder)
    request = exporting.ExportRequest(
        settings.warehouse_folder,
        output,
        exporting.ExportFormat(format_name),
        where,
        is_forced=force,
    )
    summary = exporting.export(request)
    documents = (
        "1 document" if summary.document_count == 1 else f"{summary.document_count:,} documents"
    )
    click.echo(
        f"{output}: {documents} in {summary.file_count:,} files, {summary.byte_count / MEBIBYTE:,.1f} MiB"
    )

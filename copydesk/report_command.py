"""`copydesk report`: one page that shows what the warehouse holds. Reads the warehouse, writes the page alone."""

from pathlib import Path

import click

from copydesk.command import explained, settings_here, warehouse_option


@click.command()
@warehouse_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. [report.html in the warehouse folder]",
)
@click.option("--title", help="Headline of the page. [copydesk.toml: report.title]")
@explained
def report(warehouse: Path | None, output: Path | None, title: str | None) -> None:
    """Write one HTML page that shows what the warehouse holds, with the SQL of every number.

    It opens from disk, holds no script and asks no network for anything.
    """
    from copydesk.report.page import write_report  # noqa: PLC0415  # loads DuckDB

    settings = settings_here(warehouse=warehouse)
    heading = settings.report.title if title is None else title
    written = write_report(settings.warehouse_folder, output, heading)
    click.echo(f"{written} ({written.stat().st_size / 1000:,.0f} kB)")

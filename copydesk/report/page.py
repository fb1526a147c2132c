"""The page itself: answers and pictures put into its template, and written in one step.

Called by `copydesk report` and by the archive flow. Of one version of a warehouse it makes one page, byte by byte.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from copydesk.checks import check_names, is_checked, run_checks
from copydesk.errors import ConfigError
from copydesk.report.answers import ask_all
from copydesk.report.drawing import clean_text
from copydesk.report.panels import Panel, make_panels
from copydesk.store.durable import temporary_beside
from copydesk.store.publish import connect, published_version, read_sql, readable

FILE_NAME = "report.html"
TEMPLATE_NAME = "page.html.jinja"
STYLE_NAME = "style.css"
ABSENT = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Check:
    """A check of the data: its query, and how many bad rows it found."""

    name: str
    sql: str
    bad_count: int


def write_report(warehouse: Path, output: Path | None, title: str) -> Path:
    """Write the page and return where it is.

    Args:
        warehouse: The warehouse folder.
        output: The file; None for `report.html` in the warehouse folder.
        title: Headline of the page.

    Raises:
        WarehouseError: Nothing is published yet, or it cannot be read.
        ConfigError: The file cannot be written.
    """
    target = output or warehouse / FILE_NAME
    text = render_report(warehouse, title)
    try:
        _write(target, text)
    except OSError as error:
        raise ConfigError(
            f"{target} cannot be written ({error.strerror or error}); name another file with --output"
        ) from error
    return target


def render_report(warehouse: Path, title: str) -> str:
    """Return the page. Raises as `write_report` does, but for the file."""
    with connect(warehouse) as connection, readable(warehouse):
        answers = ask_all(connection)
    return render_page(title, make_panels(answers), find_checks(warehouse))


def find_checks(warehouse: Path) -> list[Check]:
    """Return every check with its result. They are not run again on a version that is known to have passed them."""
    if is_checked(warehouse, published_version(warehouse)):
        bad_counts = dict.fromkeys(check_names(), 0)
    else:
        bad_counts = {result.name: result.bad_count for result in run_checks(warehouse)}
    return [
        Check(name, read_sql("checks", name).strip(), count) for name, count in bad_counts.items()
    ]


def render_page(title: str, panels: Mapping[str, Panel], checks: Sequence[Check]) -> str:
    """Return the page of panels. Whatever comes from the archive is escaped."""
    folder = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"cell": cell, "heading": heading, "is_number": is_number}
    runs = panels["runs"].answer.rows
    return environment.get_template(TEMPLATE_NAME).render(
        title=clean_text(title),
        style=(folder / STYLE_NAME).read_text(encoding="utf-8"),
        panels=panels,
        totals=panels["totals"].answer.rows[0],
        last_run=runs[0] if runs else None,
        checks=checks,
        bad_checks=sum(1 for check in checks if check.bad_count),
    )


def cell(value: object, column: str = "") -> str:
    """Return a value as the page writes it; `column` tells shares and versions from other numbers.

    >>> cell(16413), cell(0.0451, "boilerplate_char_share"), cell([1, 0, 2])
    ('16,413', '4.5%', '1 0 2')
    """
    match value:
        case None:
            text = ABSENT
        case float() if column.endswith("_share"):
            text = f"{value:.1%}"
        case int() if column != "version":
            text = f"{value:,}"
        case datetime():
            text = f"{value:%Y-%m-%d %H:%M} UTC"
        case list():
            text = " ".join(map(str, value))
        case _:
            text = clean_text(value)
    return text


def heading(column: str) -> str:
    """Return the name of a column as the head of a table has it."""
    return column.replace("_", " ")


def is_number(value: object) -> bool:
    """Return whether a value stands flush right."""
    return isinstance(value, int | float)


def _write(target: Path, text: str) -> None:
    """Write a file in one step: who opens it meanwhile sees the old page or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_beside(target)
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)

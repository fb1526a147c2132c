"""The report of the sample archive: its SQL is what the command runs, and its numbers are what the SQL gives."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from report_page import ReportPage

from copydesk.cli import main
from copydesk.report.answers import QUESTIONS
from copydesk.report.page import cell, render_report

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def html(sample_warehouse: Path) -> str:
    return render_report(sample_warehouse, "The archive at a glance")


@pytest.fixture(scope="module")
def page(html: str) -> ReportPage:
    return ReportPage(html)


def ask(sql: str, warehouse: Path) -> list[dict]:
    """Run SQL as a reader would who copied it from the page."""
    arguments = ["query", "-", "--format", "json", "--warehouse", str(warehouse)]
    result = CliRunner().invoke(main, arguments, input=sql)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def shown(value: object, column: str) -> str:
    """Return a value as the page writes it; `copydesk query` gives times as text with their fractions."""
    if column == "finished_at":
        return f"{str(value)[:16].replace('T', ' ')} UTC"
    return cell(value, column)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "totals"])
def test_the_sql_gives_the_table_above_it(name: str, page: ReportPage, sample_warehouse: Path):
    """Copied from the page into `copydesk query -` it gives every row and number of the page."""
    rows = ask(page.sqls[name], sample_warehouse)
    assert rows
    head, *body = page.tables[name]
    assert head == [column.replace("_", " ") for column in rows[0]]
    assert body == [[shown(value, column) for column, value in row.items()] for row in rows]


def test_the_numbers_in_short_are_those_of_their_sql(page: ReportPage, sample_warehouse: Path):
    """Every number of the first section stands in its answer."""
    [row] = ask(page.sqls["totals"], sample_warehouse)
    expected = [cell(value, column) for column, value in row.items() if column != "version"]
    told = [word for words in page.numbers for word in words if word != "to"]
    assert sorted(told) == sorted(expected)


def test_each_check_is_its_own_sql(page: ReportPage, sample_warehouse: Path):
    """A check without bad rows gives none."""
    checks = [name for name in page.sqls if name.startswith("check-")]
    assert len(checks) >= 15
    for name in checks:
        assert ask(page.sqls[name], sample_warehouse) == []


def test_all_pictures_are_drawn(html: str, page: ReportPage):
    """Three of times, three of names, two maps and the graph for a desk and a phone."""
    assert html.count("<svg") == 3 + 3 + 2 * 2 + 2
    assert "could not be drawn" not in page.text


def test_the_page_is_small(html: str):
    """Aggregates only: of 200,000 documents it has about the same size."""
    assert len(html.encode()) < MEGABYTE

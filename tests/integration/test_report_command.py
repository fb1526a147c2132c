"""The page of `copydesk report`: what it holds, that it trusts nothing, and how it is written."""

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from report_page import ReportPage
from small_warehouse import HARBOUR, run, write_files

from copydesk.cli import main
from copydesk.errors import WarehouseError
from copydesk.report.answers import QUESTIONS
from copydesk.report.page import render_report, write_report
from copydesk.store.publish import connect

TITLE = "The archive at a glance"
ATTACK = "\"><script>alert('1')</script><img src=https://example.org/x onerror=alert(1)>"
LOADING = {"src", "srcset", "action", "data", "poster", "background", "formaction", "xlink:href"}
"""Attributes by which a page fetches something."""


def page_of(warehouse: Path) -> ReportPage:
    return ReportPage(render_report(warehouse, TITLE))


@pytest.fixture(scope="session")
def hostile_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Titles, sources, paths, languages and texts that try to be markup."""
    project = tmp_path_factory.mktemp("hostile")
    story = f"{ATTACK}\n\n" + HARBOUR.split("\n\n")[1]
    said = {"title": ATTACK, "source_name": f"Nordpost {ATTACK}", "published": "2025-03-14"}
    files = {
        "a.txt": story,
        "a.txt.meta.json": json.dumps(said),
        "b<script>alert(2)</script>.txt": " \n",  # rejected, so its name is shown
    }
    _, warehouse = run(project, write_files(project / "raw", files))
    return warehouse


@pytest.fixture(scope="session")
def lone_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of one document."""
    project = tmp_path_factory.mktemp("lone")
    files = {"hafen.txt": HARBOUR, "hafen.txt.meta.json": '{"published": "2025-03-15"}'}
    _, warehouse = run(project, write_files(project / "raw", files))
    return warehouse


def test_every_question_unfolds_its_sql(small_warehouse):
    """Each question and each check is on the page, with its SQL as it stands in its file."""
    page = page_of(small_warehouse)
    names = [name for name in page.sqls if not name.startswith("check-")]
    assert sorted(names) == sorted(QUESTIONS)
    assert "check-duplicate_keys" in page.sqls
    with connect(small_warehouse) as connection:
        for sql in page.sqls.values():
            connection.execute(sql)


def test_every_link_leads_somewhere_on_the_page(small_warehouse):
    """Numbers link to the SQL below them; ids are unique."""
    page = page_of(small_warehouse)
    assert len(page.ids) == len(set(page.ids))
    assert {"#sql-totals", "#sql-runs", "#main"} <= set(page.links)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_headings_go_down_step_by_step(small_warehouse):
    """One headline, then sections, then figures; a screen reader walks by them."""
    levels = [level for level, _ in page_of(small_warehouse).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_needs_nothing_but_itself(small_warehouse):
    """No script, no address, nothing to fetch; and its policy forbids the browser to try."""
    page = page_of(small_warehouse)
    assert not page.tags & {"script", "iframe", "object", "embed", "img", "form", "base"}
    attributes = dict(page.attributes)
    assert attributes["content"].startswith(("width=", "default-src", "copydesk", "no-", "light"))
    policies = [value for name, value in page.attributes if value.startswith("default-src 'none'")]
    assert len(policies) == 1
    assert "script-src" not in policies[0]
    assert not {name for name, _ in page.attributes} & LOADING
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    texts = [value for name, value in page.attributes if name != "xmlns"]
    assert not [text for text in texts if re.search(r"https?:|url\(|@import", text)]


def test_what_the_archive_says_is_text_and_never_markup(hostile_warehouse):
    """Titles, names of sources and of files appear as they are, and make no element and no attribute."""
    page = page_of(hostile_warehouse)
    assert not page.tags & {"script", "img"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert f"Nordpost {ATTACK}" in page.text  # the legend and the tables
    assert "b<script>alert(2)</script>.txt" in page.text  # the rejection


def test_the_headline_is_escaped_too(lone_warehouse):
    """`--title` is text."""
    page = ReportPage(render_report(lone_warehouse, ATTACK))
    assert page.headings[0] == (1, ATTACK)
    assert not page.tags & {"script", "img"}


def test_the_same_warehouse_gives_the_same_page(small_warehouse):
    """No clock, no chance, no order of threads: byte by byte."""
    assert render_report(small_warehouse, TITLE) == render_report(small_warehouse, TITLE)


def test_a_warehouse_that_moved_gives_the_same_page(small_warehouse, tmp_path):
    """Where it lies is not on the page."""
    moved = shutil.copytree(small_warehouse, tmp_path / "elsewhere")
    assert render_report(moved, TITLE) == render_report(small_warehouse, TITLE)


def test_an_empty_warehouse_has_a_page(empty_warehouse):
    """It says what to do, shows no picture, and keeps its SQL."""
    page = page_of(empty_warehouse)
    assert "The warehouse holds no document yet." in page.text
    assert "No run has ended yet." in page.text
    assert "svg" not in page.tags
    assert set(QUESTIONS) <= set(page.sqls)


def test_one_document_has_a_page(lone_warehouse):
    """One bar, one row; no graph is drawn of nothing."""
    page = page_of(lone_warehouse)
    head, row = page.tables["volume_by_language"]
    assert dict(zip(head, row, strict=True)) == {
        "period": "day",
        "period date": "2025-03-15",
        "language code": "de",
        "document count": "1",
    }
    assert "named_together" not in page.tables


def test_names_of_documents_without_a_date_are_told(tmp_path):
    """They have no trend, but they count."""
    story = "Margaret Holloway praised Norway. Margaret Holloway wants to see Norway again.\n"
    _, warehouse = run(tmp_path, write_files(tmp_path / "raw", {"praise.txt": story}))
    page = page_of(warehouse)
    [_, row] = page.tables["people"]
    assert row[:2] == ["Margaret Holloway", "1"]
    assert row[-1] == ""  # no trend
    assert "None has a date of publication, so there are no bars." in page.text


def test_rejections_and_runs_are_told(small_warehouse):
    """The tables hold what the views hold."""
    tables = page_of(small_warehouse).tables
    assert ["empty", "1", "blank.txt"] in tables["rejections"]
    assert ["unsupported_type", "1", "photo.png"] in tables["rejections"]
    assert len(tables["runs"]) == 2


def test_the_command_writes_beside_the_views(small_project, tmp_path, monkeypatch):
    """Without options the page is warehouse/report.html; nothing else is left there."""
    project = shutil.copytree(small_project, tmp_path / "project")
    monkeypatch.chdir(project)
    before = set((project / "warehouse").iterdir())
    result = CliRunner().invoke(main, ["report"])
    written = project / "warehouse" / "report.html"
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{written} (")
    assert set((project / "warehouse").iterdir()) - before == {written}
    assert ReportPage(written.read_text(encoding="utf-8")).headings[0] == (1, TITLE)


def test_the_command_takes_a_file_and_a_headline(small_project, tmp_path, monkeypatch):
    """Folders on the way are made; the headline is the page's title too."""
    monkeypatch.chdir(small_project)
    output = tmp_path / "new" / "page.html"
    result = CliRunner().invoke(
        main, ["report", "--output", str(output), "--title", "Häfen & Fähren"]
    )
    assert result.exit_code == 0, result.output
    text = output.read_text(encoding="utf-8")
    assert "<title>Häfen &amp; Fähren</title>" in text


def test_a_headline_of_the_settings_counts(small_project, tmp_path, monkeypatch):
    """`[report] title` is what the flow and the command write."""
    monkeypatch.chdir(small_project)
    monkeypatch.setenv("COPYDESK_REPORT__TITLE", "Nordpost 2025")
    output = tmp_path / "page.html"
    CliRunner().invoke(main, ["report", "--output", str(output)])
    assert "<title>Nordpost 2025</title>" in output.read_text(encoding="utf-8")


def test_what_cannot_be_written_is_refused_and_leaves_the_old_page(small_project, monkeypatch):
    """The message names the file and the cure."""
    monkeypatch.chdir(small_project)
    output = "copydesk.toml/report.html"  # a file where a folder should be
    result = CliRunner().invoke(main, ["report", "--output", output])
    assert result.exit_code == 2
    assert f"{output} cannot be written" in result.stderr
    assert "--output" in result.stderr


def test_without_a_warehouse_the_cure_is_named(tmp_path):
    """There is no page of nothing."""
    with pytest.raises(WarehouseError, match="copydesk run"):
        write_report(tmp_path / "warehouse", None, TITLE)
    assert not (tmp_path / "warehouse").exists()

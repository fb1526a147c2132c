"""The generated pages and the folder of SQL: nothing is missing, nothing is stale."""

import re
from pathlib import Path

import pytest

from copydesk import dictionary
from copydesk.records import ReasonCode
from copydesk.schema import PUBLIC
from copydesk.store.publish import sql_folder

DOCS = Path(__file__).parents[2] / "docs"
SQL_FILES = sorted(sql_folder().rglob("*.sql"))
CHECK_FILES = [path for path in SQL_FILES if path.parent.name == "checks"]


@pytest.mark.parametrize(
    ("page", "text"),
    [("data-dictionary.md", dictionary.data_dictionary), ("settings.md", dictionary.settings_page)],
)
def test_generated_pages_are_current(page, text):
    """The page is what `make dictionary` would write."""
    assert (DOCS / page).read_text(encoding="utf-8") == text(), "run make dictionary"


def test_write_makes_both_pages(tmp_path):
    """The module's own command writes what the tests compare with."""
    dictionary.write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data-dictionary.md", "settings.md"]


def test_every_reason_code_is_documented():
    """Each code has a sentence of its own in the dictionary."""
    assert set(dictionary.REASONS) == set(ReasonCode)
    assert len(set(dictionary.REASONS.values())) == len(ReasonCode)
    page = dictionary.data_dictionary()
    for code, meaning in dictionary.REASONS.items():
        assert f"| `{code}` | {meaning} |" in page


def test_every_view_and_column_is_documented():
    """The dictionary holds every column of the contract, with a description that ends in a full stop."""
    page = dictionary.data_dictionary()
    for name, relation in PUBLIC.items():
        assert f"## {name}\n" in page
        assert {*relation.keys} <= {column.name for column in relation.columns}
        for column in relation.columns:
            assert f"| `{column.name}` |" in page
            assert column.description.rstrip("`").endswith((".", "..."))


def test_every_public_view_has_its_file():
    """The views of the contract and the files of sql/views are the same."""
    assert {path.stem for path in (sql_folder() / "views").glob("*.sql")} == set(PUBLIC)


@pytest.mark.parametrize("path", SQL_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_sql_files_start_with_a_comment(path):
    """The first line says what the file is; views and checks, which are objects, by their name."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"-- \S.*[.?:]", first)
    if path.parent.name in {"views", "checks"}:
        assert first.startswith(f"-- {path.stem}: ")


@pytest.mark.parametrize("path", CHECK_FILES, ids=lambda path: path.stem)
def test_a_check_says_what_a_bad_row_is(path):
    """The second line of a check tells how to read what it returns."""
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("-- A bad row: ")


@pytest.mark.parametrize("view", PUBLIC)
def test_a_view_file_tells_its_grain(view):
    """The header of a view gives the grain of the schema."""
    header = (sql_folder() / "views" / f"{view}.sql").read_text(encoding="utf-8").splitlines()[1]
    assert header.startswith(f"-- Grain: {PUBLIC[view].grain}. Source")

"""docs/questions.md shows the questions of sql/queries with their answers on the sample archive.

`UPDATE_README=1 pytest tests/sample_archive/test_questions.py` writes it anew.
"""

import io
import os
from pathlib import Path

from copydesk.answers import write_rows
from copydesk.store.publish import connect, sql_folder

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
QUERIES = sorted((sql_folder() / "queries").glob("*.sql"))
HEAD = """# Questions

The questions of `sql/queries`, with their answers on the sample archive. Ask them of your own with
`copydesk query - < sql/queries/NAME.sql`, or copy one and change it. A test keeps this page as it is.
"""


def header(path: Path) -> list[str]:
    """The comment lines that a query starts with."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    return [line.removeprefix("--").strip() for line in lines[:count]]


def page(warehouse: Path) -> str:
    parts = [HEAD]
    with connect(warehouse) as connection:
        for path in QUERIES:
            question, *notes = header(path)
            out = io.StringIO()
            write_rows(connection, path.read_text(encoding="utf-8"), "table", out)
            rows = [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]
            parts.append(
                f"## {question}\n\n`{path.name}`\n\n" + "\n".join(f"- {note}" for note in notes)
            )
            parts.append("```text\n" + "\n".join(rows) + "\n```\n")
    return "\n".join(parts)


def test_every_question_tells_how_to_read_the_answer():
    """A query starts with its question, how to read the answer, and a caveat."""
    assert len(QUERIES) == 25
    for path in QUERIES:
        text = " ".join(header(path))
        assert "How to read: " in text, path.name
        assert "Caveat: " in text, path.name


def test_the_page_shows_what_the_queries_answer(sample_warehouse):
    """The answers are those of the sample archive."""
    found = page(sample_warehouse)
    if os.environ.get("UPDATE_README"):
        PAGE.write_text(found, encoding="utf-8")
    assert found == PAGE.read_text(encoding="utf-8")

"""Paragraphs in the views: wrapped lines on one line, words whole, offsets as they were."""

import pytest
from small_warehouse import run, write_files

from copydesk.store.publish import connect

WRAPPED = (
    "Fähre kommt später\n"
    "\n"
    "Die Hafenbehörde von Nordhaven hat den Bau der neuen Anlegestelle ver-\n"
    "schoben, weil die Ingenieure ihre Pläne noch nicht geliefert haben. Der\n"
    "neue Bau war im Herbst schon verschoben worden, sagte eine Sprecherin\n"
    "  der Stadt am Abend.\n"
    "\n"
    "Die Fähre fährt weiter.\n"
)
JOINED = (
    "Die Hafenbehörde von Nordhaven hat den Bau der neuen Anlegestelle verschoben, weil die Ingenieure ihre Pläne "
    "noch nicht geliefert haben. Der neue Bau war im Herbst schon verschoben worden, sagte eine Sprecherin der Stadt "
    "am Abend."
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    """A warehouse of one wrapped story and one that is not, with Windows line ends."""
    folder = tmp_path_factory.mktemp("paragraphs")
    files = {"wrapped.txt": WRAPPED, "plain.txt": "Titel\r\n\r\nEin Satz.\r\nNoch einer.\r\n"}
    _, warehouse = run(folder, write_files(folder / "raw", files))
    return warehouse


def paragraphs(warehouse, path):
    """The paragraphs of a file, with what the offsets cut out of its text."""
    with connect(warehouse) as connection:
        return connection.execute(
            "select p.paragraph_no, p.line_no, p.end_line_no, p.text, "
            "substr(d.text, p.start_char + 1, p.end_char - p.start_char) "
            "from paragraphs as p inner join documents as d using (doc_id) inner join sources as s using (doc_id) "
            "where s.path = ? order by p.paragraph_no",
            [path],
        ).fetchall()


def test_wrapped_lines_and_broken_words_are_joined_in_derived_text_alone(warehouse):
    """The view's text is on one line with the broken word whole; the offsets give the text as it stands."""
    title, body, last = paragraphs(warehouse, "wrapped.txt")
    assert title == (1, 1, 1, "Fähre kommt später", "Fähre kommt später")
    assert body[:4] == (2, 3, 6, JOINED)
    assert body[4] in WRAPPED
    assert last[:4] == (3, 8, 8, "Die Fähre fährt weiter.")


def test_a_line_that_is_not_wrapped_is_a_paragraph(warehouse):
    """One line, one paragraph."""
    found = [row[1:4] for row in paragraphs(warehouse, "plain.txt")]
    assert found == [(1, 1, "Titel"), (3, 3, "Ein Satz."), (4, 4, "Noch einer.")]

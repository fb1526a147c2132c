"""Gold of time expressions in columns: offsets, documents, and what is refused."""

import gzip

import pytest

from copydesk.errors import ConfigError
from copydesk.evaluation import dates
from copydesk.evaluation.timex_columns import parse_timex_columns

COLUMNS = """\
*!-DCTVALUE="2024-03-06"-!*\tO\t-

El\tB-DATE\t2024-03-05
5\tI-DATE\t2024-03-05
(\tO\t-
martes\tB-DATE\t2024-03-05
)\tO\t-
.\tO\t-

Ayer\tB-DATE\t2024-03-05

*!-DCTVALUE="2024-03-07"-!*\tO\t-

Hoy\tO\t-
"""


def test_offsets_are_those_of_the_text_that_is_put_together():
    """A span covers its tokens with the spaces between them, also in later sentences."""
    first, _ = parse_timex_columns(COLUMNS)
    assert first.text == "El 5 ( martes).\nAyer\n"
    spans = [first.text[one.start_char : one.end_char] for one in first.timexes]
    assert spans == ["El 5", "martes", "Ayer"]
    assert {one.value for one in first.timexes} == {"2024-03-05"}


def test_each_document_has_its_own_creation_time():
    """A document begins where a creation time is told; one without expressions counts too."""
    texts = list(parse_timex_columns(COLUMNS))
    assert [text.creation_time for text in texts] == ["2024-03-06", "2024-03-07"]
    assert texts[1].timexes == ()


def test_an_inside_tag_without_a_beginning_marks_nothing():
    """A stray tag is no expression, and none goes on into the next sentence."""
    (text,) = parse_timex_columns("a\tB-DATE\t2024\n\nb\tI-DATE\t2024")
    assert [text.text[one.start_char : one.end_char] for one in text.timexes] == ["a"]


def test_files_are_read_by_their_ending(tmp_path):
    """The dates task reads columns, packed or not."""
    (tmp_path / "a.tsv").write_text(COLUMNS, encoding="utf-8")
    (tmp_path / "b.tsv.gz").write_bytes(gzip.compress(COLUMNS.encode()))
    assert len(dates.read(tmp_path)) == 4


def test_lines_with_other_columns_are_refused(tmp_path):
    """The message names the file and what was expected."""
    path = tmp_path / "a.tsv"
    path.write_text("only one column\n", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"a\.tsv cannot be read .*columns of token, tag and value"
    ):
        dates.read(path)

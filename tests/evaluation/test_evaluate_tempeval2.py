"""What is read from the tables of TempEval-2."""

import gzip

import pytest

from copydesk.errors import ConfigError
from copydesk.evaluation import dates

WORDS = """\
a.txt\t0\t0\t05/03/2021
a.txt\t0\t1\tLunedi'
a.txt\t0\t2\tl'
a.txt\t0\t3\tufficio
a.txt\t1\t0\tRiapre
a.txt\t1\t1\tnell'
a.txt\t1\t2\tanno
a.txt\t1\t3\tprossimo
b.txt\t0\t0\tChiude
b.txt\t0\t1\toggi
"""
EXTENTS = """\
a.txt\t0\t0\ttimex3\tt1\t1
a.txt\t1\t2\ttimex3\tt2\t1
a.txt\t1\t3\ttimex3\tt2\t1
b.txt\t0\t1\ttimex3\tt1\t1
"""
ATTRIBUTES = """\
a.txt\t0\t0\ttimex3\tt1\t1\ttype\tDATE
a.txt\t0\t0\ttimex3\tt1\t1\tval\t2021-03-05
a.txt\t1\t2\ttimex3\tt2\t1\ttype\tDATE
a.txt\t1\t2\ttimex3\tt2\t1\tval\t2022
b.txt\t0\t1\ttimex3\tt1\t1\ttype\tDATE
b.txt\t0\t1\ttimex3\tt1\t1\tval\t2021-03-06
"""


def write_set(folder, prefix="timex3"):
    (folder / "base-segmentation.tab.gz").write_bytes(gzip.compress(WORDS.encode()))
    (folder / f"{prefix}-extents.tab").write_text(EXTENTS)
    (folder / f"{prefix}-attributes.tab").write_text(ATTRIBUTES)


@pytest.mark.parametrize("prefix", ["timex", "timex3"])
def test_words_become_texts_with_their_expressions(tmp_path, prefix):
    """A line a sentence; elided words are tied to the next, words with a typed accent are not."""
    write_set(tmp_path, prefix)
    first, second = dates.read(tmp_path)
    assert first.text == "05/03/2021 Lunedi' l'ufficio\nRiapre nell'anno prossimo"
    found = [(first.text[one.start_char : one.end_char], one.value) for one in first.timexes]
    assert found == [("05/03/2021", "2021-03-05"), ("anno prossimo", "2022")]
    assert [(one.timex_type, one.value) for one in second.timexes] == [("DATE", "2021-03-06")]


def test_the_creation_time_is_told_by_its_table_or_by_a_first_date_in_digits(tmp_path):
    """Without either a text has none."""
    write_set(tmp_path)
    assert [one.creation_time for one in dates.read(tmp_path)] == ["2021-03-05", None]
    (tmp_path / "dct.txt").write_text("a.txt\t20210307\nb.txt\t2021-03-06\n")
    assert [one.creation_time for one in dates.read(tmp_path)] == ["2021-03-07", "2021-03-06"]


def test_a_table_that_cannot_be_read_is_told(tmp_path):
    """The message names the file and the format."""
    (tmp_path / "base-segmentation.tab").write_text("a.txt\t0\n")
    with pytest.raises(ConfigError, match=r"base-segmentation.*TempEval-2"):
        dates.read(tmp_path)

"""The scorer of time expressions does what TempEval-3 defines, and reads TimeML as TempEval-3 does."""

import pytest

from copydesk.errors import ConfigError
from copydesk.evaluation import dates
from copydesk.evaluation.scores import Counts
from copydesk.evaluation.timeml import TimedText, Timex, parse_timeml

DAY = Timex(10, 20, "DATE", "2024-03-14")

PAIRS = [
    # found -> right ones: strict, relaxed, type, value; always of one found and one of the gold
    (DAY, (1, 1, 1, 1)),
    (Timex(10, 20, "DATE", "2024-03-15"), (1, 1, 1, 0)),  # wrong value
    (Timex(10, 20, "TIME", "2024-03-14"), (1, 1, 0, 1)),  # wrong type
    (Timex(7, 20, "DATE", "2024-03-14"), (0, 1, 1, 1)),  # with a preposition
    (Timex(19, 30, "DATE", "2024-03-14"), (0, 1, 1, 1)),  # one character in common
    (Timex(20, 30, "DATE", "2024-03-14"), (0, 0, 0, 0)),  # touches only
]


@pytest.mark.parametrize(("found", "right"), PAIRS)
def test_one_expression(found, right):
    """Type and value count among overlapping spans, right or wrong at the edges."""
    made = dates.count([DAY], [found])
    expected = tuple(Counts(count, 1, 1) for count in right)
    assert (made.strict, made.relaxed, made.type, made.value) == expected


def test_an_expression_is_matched_once():
    """Two halves of one gold expression are one match and one false alarm."""
    halves = [Timex(10, 14, "DATE", "2024"), Timex(15, 20, "DATE", "2024-03-14")]
    made = dates.count([DAY], halves)
    assert made.relaxed == Counts(1, 2, 1)
    assert made.value == Counts(0, 2, 1)  # the first of the halves is the match


def test_the_same_span_goes_before_an_overlap():
    """A long expression found first does not take the partner of an exact one."""
    golds = [Timex(0, 12, "DATE", "a"), DAY]
    found = [DAY, Timex(0, 5, "DATE", "a")]
    assert dates.count(golds, found).value == Counts(2, 2, 2)


def test_all_texts_together():
    """Figures are over all expressions of a set; a text without any counts its false alarms."""
    golds = [TimedText("x" * 40, (DAY,), None), TimedText("y" * 40, (), None)]
    found = dates.evaluate(golds, lambda _gold: [DAY])
    assert found.size == "2 documents, 1 expression"
    assert found.figures["value_precision"] == 50.0
    assert found.figures["value_recall"] == 100.0
    assert found.figures["strict_f1"] == pytest.approx(200 / 3)


TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-14" functionInDocument="CREATION_TIME">March 14</TIMEX3></DCT>
<TITLE>Not read: <TIMEX3 tid="t9" type="DATE" value="1999">1999</TIMEX3></TITLE>
<TEXT>
They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-03-12">T<b>ues</b>day</TIMEX3> &amp; left.
</TEXT>
<TIMEX3 tid="t5" type="DATE" value="PAST_REF"/>
</TimeML>
"""


def test_timeml_is_read_as_text_and_marks():
    """Only what stands in TEXT counts; events and other elements are read through; entities are resolved."""
    read = parse_timeml(TIMEML)
    assert read.text == "\nThey met on Tuesday & left.\n"
    assert read.creation_time == "2024-03-14"
    assert read.timexes == (Timex(13, 20, "DATE", "2024-03-12"),)
    assert read.text[13:20] == "Tuesday"


def test_timeml_without_a_text_element():
    """Some corpora hold the text in the root, and the creation time in an empty element."""
    read = parse_timeml(
        '<TimeML><TIMEX3 functionInDocument="CREATION_TIME" value="2008-04-02"/>In '
        '<TIMEX3 type="DATE" value="2007">2007</TIMEX3>.</TimeML>'
    )
    assert read == TimedText("In 2007.", (Timex(3, 7, "DATE", "2007"),), "2008-04-02")


def test_our_annotator_counts_from_the_creation_time():
    """The creation time is the document's date, as a sidecar would give it."""
    gold = TimedText(
        "The board met on Tuesday.", (Timex(17, 24, "DATE", "2024-03-12"),), "2024-03-14"
    )
    assert dates.evaluate([gold]).figures["value_f1"] == 100.0


def test_what_is_no_timeml_is_refused(tmp_path):
    """The message names the file and the format."""
    (tmp_path / "a.tml").write_text("<TimeML><TEXT>never closed")
    with pytest.raises(ConfigError, match=r"a\.tml cannot be read .* expected TimeML"):
        dates.read(tmp_path)


def test_an_empty_folder_is_refused(tmp_path):
    """The message says what was looked for."""
    with pytest.raises(ConfigError, match="holds no such file; expected TimeML"):
        dates.read(tmp_path)

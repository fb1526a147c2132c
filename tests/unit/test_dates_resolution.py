"""What a document's rows say once its date, its other dates and its ranges are taken together."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate, op_from_json, resolve_again, with_metadata
from copydesk.annotate.dates.algebra import Narrated
from copydesk.annotate.dates.compiled import language
from copydesk.records import DateStatus, DocId, Document, Metadata
from copydesk.text import segment


def found(text, published=None, language_code="en"):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    metadata = Metadata(published_text=published)
    return annotate(Document(DocId(UUID(int=1)), text, lines, paragraphs, metadata), language_code)


# Text, values, rule of the first: another date of the document tells the order, or does not.
ORDERS = [
    ("Opened 03/04/2019, closed 25/12/2019.", ["2019-04-03", "2019-12-25"], "numeric.dmy_by_document"),
    ("Opened 03/04/2019, closed 12/25/2019.", ["2019-03-04", "2019-12-25"], "numeric.mdy_by_document"),
    ("Closed 12-25-2019, opened 03/04/2019.", ["2019-12-25", "2019-03-04"], "numeric.mdy"),
    ("Opened 03/04/2019, closed 2019-12-25.", ["2019-XX-XX", "2019-12-25"], "numeric.ambiguous"),  # ISO says nothing
    ("Opened 03/04/2019, closed 25.12.2019.", ["2019-XX-XX", "2019-12-25"], "numeric.ambiguous"),  # nor do dots
    ("On 03/04/2019, 25/12/2019 and 12/25/2019.", ["2019-XX-XX", "2019-12-25", "2019-12-25"], "numeric.ambiguous"),
    ("Opened 03/04/2019, closed 05/05/2019.", ["2019-XX-XX", "2019-05-05"], "numeric.ambiguous"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "rule"), ORDERS)
def test_other_dates_of_the_document_tell_the_order(text, values, rule):
    """One order in all that can be read in one way only decides the rest, and the rule says so."""
    rows = found(text).dates
    assert [row.value for row in rows] == values
    assert rows[0].rule == rule


def test_two_readings_are_kept_where_nothing_decides():
    """Both days as alternatives and as bounds, none as the day."""
    [row] = found("Opened on 03/04/2019.").dates
    assert (row.status, row.alternatives) == (DateStatus.AMBIGUOUS, ("2019-03-04", "2019-04-03"))
    assert (row.start_date, row.earliest_date, row.latest_date) == (
        None, date(2019, 3, 4), date(2019, 4, 3),
    )  # fmt: skip
    assert row.value_edtf == "[2019-03-04,2019-04-03]"


# Text, day of the document, first and last day of the two ends.
RANGES = [
    ("Shut between December and February.", "2024-10-01", date(2024, 12, 1), date(2025, 2, 28)),
    ("Shut from 27 February to 3 March.", "2024-08-30", date(2025, 2, 27), date(2025, 3, 3)),
    ("Shut from 27 February to 3 March.", "2024-03-01", date(2024, 2, 27), date(2024, 3, 3)),
    ("Shut from Friday to Monday.", "2024-03-06", date(2024, 3, 1), date(2024, 3, 4)),
    ("Shut from 28 December to 3 January.", "2024-01-10", date(2023, 12, 28), date(2024, 1, 3)),
]


@pytest.mark.parametrize(("text", "published", "start", "end"), RANGES)
def test_a_range_never_ends_before_it_starts(text, published, start, end):
    """The end counts from the start, whatever the day of the document is."""
    first, second = found(text, published).dates
    assert first.range_id == second.range_id == 1
    assert (first.start_date, second.end_date) == (start, end)
    assert (second.anchor_date, second.anchor_source) == (date.fromisoformat(published), "metadata")


def test_what_is_past_lies_before_the_document():
    """`recently` has a latest day and no first one; `soon` and `now` have neither."""
    rows = found("It closed recently, opens soon and is shut now.", "2024-03-06").dates
    assert [row.latest_date for row in rows] == [date(2024, 3, 6), None, None]
    assert [row.anchor_source for row in rows] == ["metadata", None, None]
    assert {row.start_date for row in rows} | {row.earliest_date for row in rows} == {None}


def test_a_bounded_document_bounds_its_times():
    """Of a document of some month, `Monday` lies between the Mondays of its first and its last day."""
    [row] = found("They met on Monday.", "2024-02").dates
    assert (row.status, row.value, row.anchor_date) == (DateStatus.OPEN, "XXXX-WXX-1", None)
    assert (row.earliest_date, row.latest_date) == (date(2024, 1, 29), date(2024, 2, 26))
    assert row.anchor_source == "metadata"


HISTORY = (
    "The town was founded in 1811, burnt in 1823, was rebuilt in 1824, got a port in 1830, a railway in 1855 "
    "and a bridge in 1861. On 5 March the bridge fell."
)


def test_a_history_keeps_what_was_written():
    """The operation tells both; under another date, or none, the bare day is one of the news again."""
    stored = found(HISTORY, "2024-05-01")
    row = stored.dates[-1]
    assert (row.value, row.anchor_source) == ("1861-03-05", "text")
    assert isinstance(op_from_json(row.op), Narrated)
    undated = with_metadata(stored.evidence, Metadata(), "", language("en"))
    again = resolve_again(replace(stored, evidence=undated))
    assert again == found(HISTORY)
    assert again.dates[-1].value == "XXXX-03-05"


def test_evidence_of_the_text_outlives_other_metadata():
    """A dateline is not read again when a sidecar comes: its row is kept, and numbered anew."""
    text = "HANOI, March 5, 2024 - They met on Monday."
    stored = found(text)
    evidence = with_metadata(
        stored.evidence, Metadata(published_text="2024-03-06"), "", language("en")
    )
    assert [(row.evidence_no, row.kind) for row in evidence] == [(1, "metadata"), (2, "dateline")]
    again = resolve_again(replace(stored, evidence=evidence))
    assert again == found(text, "2024-03-06")
    assert again.dates[1].anchor_source == "metadata"

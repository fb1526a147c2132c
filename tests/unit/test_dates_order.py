"""The order of day and month where both can be the month: what decides, which of several, and what stays open."""

from datetime import date
from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate, date_again, order_of_region
from copydesk.annotate.registry import Configuration, fingerprints, path_clue, shape
from copydesk.records import DateStatus, DocId, Document, Metadata
from copydesk.settings import DatesSettings, load_settings
from copydesk.text import segment
from copydesk.user_rules import DayOrder

BRITISH = (DayOrder(order="dmy", source="*gazette*"),)
AMERICAN = (DayOrder(order="mdy", source="harbour gazette"), DayOrder(order="dmy"))


def make_document(text, publisher="", **said):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    return Document(DocId(UUID(int=1)), text, lines, paragraphs, Metadata(**said), "", publisher)


ALONE, BESIDE = "It opened on 03/04/2019.", "It opened on 03/04/2019 and closed on 12/25/2019."
# Text, its language, publisher, language as the metadata tell it, the user's settings; value, rule.
DECIDED = [
    (ALONE, "en", "", None, (), "2019-XX-XX", "numeric.ambiguous"),
    (ALONE, "en", "Harbour Gazette", None, BRITISH, "2019-04-03", "numeric.dmy_by_source"),
    (ALONE, "en", "Harbour Gazette", None, AMERICAN, "2019-03-04", "numeric.mdy_by_source"),  # the first that fits
    (ALONE, "en", "Pier News", None, AMERICAN, "2019-04-03", "numeric.dmy_by_source"),
    (ALONE, "en", "Pier News", None, BRITISH, "2019-XX-XX", "numeric.ambiguous"),
    (ALONE, "en", "", "en-GB", (), "2019-04-03", "numeric.dmy_by_region"),
    (ALONE, "en", "", "en-US", (), "2019-03-04", "numeric.mdy_by_region"),
    (ALONE, "en", "", "de-DE", (), "2019-XX-XX", "numeric.ambiguous"),  # of another language
    (ALONE, "sv", "", "en-US", (), "2019-XX-XX", "numeric.ambiguous"),  # a wrong tag, or a translation
    (ALONE, "en", "Harbour Gazette", "en-US", BRITISH, "2019-04-03", "numeric.dmy_by_source"),
    (BESIDE, "en", "Harbour Gazette", "en-GB", BRITISH, "2019-03-04", "numeric.mdy_by_document"),
    # German has an order of its own, the weakest that tells one
    ("Offen am 03/04/2019.", "de", "", None, (), "2019-04-03", "numeric.dmy_by_language"),
    ("Offen am 03/04/2019.", "de", "", "en-US", (), "2019-04-03", "numeric.dmy_by_language"),
    ("Offen am 03/04/2019.", "de", "harbour gazette", None, AMERICAN, "2019-03-04", "numeric.mdy_by_source"),
    ("Am 03/04/2019, dann am 12/25/2019.", "de", "", None, (), "2019-03-04", "numeric.mdy_by_document"),
    ("Vor dem 03/04/2019, nach dem 25/12/2019.", "de", "", None, (), "2019-04-03", "numeric.dmy_by_document"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "publisher", "language", "orders", "value", "rule"), DECIDED
)
def test_the_strongest_teller_decides(text, code, publisher, language, orders, value, rule):
    """The document's other dates, then the user, then the region, then the language; and the rule says which."""
    document = make_document(text, publisher, language_text=language)
    row = annotate(document, code, orders).dates[0]
    assert (row.value, row.rule) == (value, rule)
    assert (row.status is DateStatus.AMBIGUOUS) is (value == "2019-XX-XX")
    assert len(row.alternatives) == (2 if value == "2019-XX-XX" else 0)


REGIONS = [
    *(("en-GB", "dmy"), ("en_au", "dmy"), ("EN-IE", "dmy"), ("en-001", "dmy"), ("en-Latn-ZA", "dmy")),
    *(("en-US", "mdy"), ("en_US.UTF-8", "mdy"), ("en-PR", "mdy"), ("en-US-posix", "mdy")),
    *(("en-CA", None), ("en-PH", None)),  # both are written there
    *((None, None), ("", None), ("en", None), ("english", None), ("de-DE", None), ("enu-US", None)),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "order"), REGIONS)
def test_a_region_of_english_tells_the_order(tag, order):
    """As tags of languages are written, in sidecars and in pages."""
    assert order_of_region(tag) == order


# Text, what is said of it, the user's settings; kind, value, rule and confidence of the evidence.
EVIDENCE = [
    ("Talks fail", {"published_text": "03/04/2019"}, BRITISH, ("metadata", "2019-04-03", "metadata.by_source", 0.95)),
    ("Talks fail", {"published_text": "03/04/2019", "language_text": "en-US"}, (), ("metadata", "2019-03-04", "metadata.by_region", 0.85)),
    ("Published: 03/04/2019\n\nThey talked.", {}, BRITISH, ("header_line", "2019-04-03", "header_line.by_source", 0.9)),
    ("Published: 03/04/2019\n\nThey met on 12/25/2018.", {}, (), ("header_line", "2019-03-04", "header_line.by_document", 0.9)),
    ("Published: 03/04/2019\n\nThey met on 12/25/2018.", {}, BRITISH, ("header_line", "2019-03-04", "header_line.by_document", 0.9)),
    # what a system says beside the text does not go by the dates in it
    ("They met on 12/25/2018.", {"published_text": "03/04/2019"}, (), ("metadata", "2019-XX-XX", "metadata.ambiguous", 0.5)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "orders", "expected"), EVIDENCE)
def test_the_order_dates_the_document_too(text, said, orders, expected):
    """A date of publication that can be read in two ways is read in the order that is told."""
    found = annotate(make_document(text, "The Gazette", **said), "en", orders)
    [row] = found.evidence
    assert (row.kind, row.value, row.rule, row.confidence) == expected
    day = None if "X" in expected[1] else date.fromisoformat(expected[1])
    assert found.document_date.published_date == day


@pytest.mark.parametrize("orders", [BRITISH, ()])
def test_stored_rows_take_a_date_in_the_order_that_is_told(orders):
    """A sidecar that arrives is read as the annotator would read it."""
    text = "It opened on 03/04/2019. They met on Monday."
    stored = annotate(make_document(text, "The Gazette"), "en", orders)
    dated = make_document(text, "The Gazette", published_text="05/04/2019")
    assert date_again(dated, "en", stored, orders) == annotate(dated, "en", orders)


def test_the_settings_shape_the_dates_alone(tmp_path):
    """They enter the fingerprint of the dates; the publisher matters where an order asks for it."""
    (tmp_path / "copydesk.toml").write_text(
        '[[dates.order]]\norder = "dmy"\nsource = "*gazette*"\n'
    )
    settings = load_settings(tmp_path)
    assert settings.dates == DatesSettings(order=BRITISH)
    usual, with_order = Configuration(), Configuration(dates=settings.dates)
    before, after = fingerprints(usual), fingerprints(with_order)
    assert {name for name in before if before[name] != after[name]} == {"dates", "date_resolution"}
    paths = ("gazette/a.txt", "west/a.txt")
    assert [path_clue(usual)(path) for path in paths] == ["", ""]
    assert len({path_clue(with_order)(path) for path in paths}) == 2
    said = Metadata(language_text="en")
    assert shape(usual)(said, "a") == shape(usual)(said, "b")
    assert shape(with_order)(said, "a") != shape(with_order)(said, "b")
    assert shape(usual)(said, "a") != shape(usual)(Metadata(language_text="en-GB"), "a")

"""Keys and values of records and sidecars as metadata: as given, in order, and never guessed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.record_fields import (
    ITEM_COUNT,
    KEY_CHARS,
    VALUE_CHARS,
    first_key,
    items_of,
)

FIELDS = FieldSettings()
DEEP: list[object] = []
for _ in range(100_000):
    DEEP = [DEEP]

VALUES = [
    (" Strike at the harbour ", "Strike at the harbour"),
    (7, "7"),
    (1.5, "1.5"),
    (True, "true"),
    (["A. Penn", " ", "B. Quill"], "A. Penn, B. Quill"),
    ([1, 2], "[1,2]"),
    ({"name": "Zoë"}, '{"name":"Zoë"}'),
    (date(2025, 3, 4), "2025-03-04"),
    (datetime(2025, 3, 4, 6, 5, tzinfo=UTC), "2025-03-04T06:05:00+00:00"),
    (Decimal("1" * 5000), "1" * 5000),
    ({"when": date(2025, 3, 4)}, '{"when":"2025-03-04"}'),
    (b"\xff", "\"b'\\\\xff'\""),  # nothing is guessed of bytes
    (DEEP, "(list)"),
    ("a\ud800b", "a\ufffdb"),
    ("x" * (VALUE_CHARS + 1), "x" * VALUE_CHARS),
]
NOTHING = [None, "", " \n", [], ["", " "], float("nan")]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_values_are_kept_as_text(value, text):
    """Whatever its type, a value is kept as a person would read it."""
    items, _ = items_of({"note": value}, FIELDS, MetadataOrigin.RECORD)
    assert items == (MetadataItem(MetadataOrigin.RECORD, "note", text),)


@pytest.mark.parametrize("value", NOTHING)
def test_what_says_nothing_is_left_out(value):
    """Nulls and blanks are no metadata, and no reason to warn."""
    assert items_of({"title": value, "note": value}, FIELDS, MetadataOrigin.SIDECAR) == ((), None)


FILLED = [
    ({"title": "T", "headline": "H"}, {"title": "title"}),
    ({"headline": "H", "title": "T"}, {"title": "title"}),  # the order of the setting, not of the keys
    ({"title": " ", "headline": "H"}, {"headline": "title"}),  # blank is not there
    ({"title": {"en": "T"}, "headline": "H"}, {"headline": "title"}),  # nor is what is no text
    ({"TITLE": "T", "Title": "t"}, {"TITLE": "title"}),
    ({"Date": "4 March", "published": "2025"}, {"published": "published_text"}),
    ({"byline": "A", "lang": "de", "source": "S"}, {"byline": "author_name", "lang": "language_text", "source": "source_name"}),
    ({"link": 7, "published": date(2025, 3, 4)}, {"link": "url", "published": "published_text"}),
    ({"id": "17", "text": "x"}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("values", "expected"), FILLED)
def test_the_first_name_of_a_setting_that_is_there_fills_the_field(values, expected):
    """One key fills a field; the others are kept and fill none."""
    items, _ = items_of(values, FIELDS, MetadataOrigin.RECORD)
    assert {item.key: item.field for item in items if item.field} == expected


def test_the_mapping_is_a_setting():
    """Keys of the user's own fill the fields."""
    fields = FieldSettings(title=("kop", "titel"))
    items, _ = items_of({"title": "no", "Titel": "Ja"}, fields, MetadataOrigin.RECORD)
    assert [item.field for item in items] == [None, "title"]


WARNED = [
    ({"title": ["a", 1]}, MetadataOrigin.SIDECAR, "the sidecar's title is ignored: not a text"),
    ({"url": True}, MetadataOrigin.RECORD, "the record's url is ignored: not a text"),
    ({"lang": {}}, MetadataOrigin.FRONT_MATTER, "the front matter's lang is ignored: not a text"),
    ({"a": "x" * 10_001}, MetadataOrigin.RECORD, "the record's a is cut to 10,000 characters"),
    ({"a": "\udfff"}, MetadataOrigin.RECORD, "the record's a has characters that were lost (lone surrogates)"),
    ({"note": ["a", 1]}, MetadataOrigin.RECORD, None),
]  # fmt: skip


@pytest.mark.parametrize(("values", "origin", "warning"), WARNED)
def test_what_cannot_be_used_is_warned_of(values, origin, warning):
    """Nothing is left out or changed in silence."""
    assert items_of(values, FIELDS, origin)[1] == warning


def test_keys_and_their_number_are_bounded():
    """A record cannot make rows without end, and every key can be stored."""
    values = {f"{'k' * KEY_CHARS}{number}": number for number in range(ITEM_COUNT + 1)}
    items, warning = items_of(values, FIELDS, MetadataOrigin.RECORD)
    assert len(items) == ITEM_COUNT
    assert {item.key for item in items} == {"k" * KEY_CHARS}
    assert warning == "the record's keys after the first 1,000 are ignored"
    assert items_of({"\ud800": "x"}, FIELDS, MetadataOrigin.RECORD)[0][0].key == "\ufffd"


def test_a_value_that_grows_without_end_is_cut():
    """Lists that hold one another many times over are small in memory and endless as text."""
    value = ["ha"]
    for _ in range(60):
        value = [value, value]
    ((item,), warning) = items_of({"note": value}, FIELDS, MetadataOrigin.SIDECAR)
    assert len(item.value) == VALUE_CHARS
    assert warning == "the sidecar's note is cut to 10,000 characters"


def test_the_first_key_is_found_without_regard_to_case():
    """The key is given as written; null is not there."""
    assert first_key({"Body": "b", "TEXT": "t", "content": None}, FIELDS.text) == "TEXT"
    assert first_key({"text": None, "BODY": 1}, FIELDS.text) == "BODY"
    assert first_key({"note": "x"}, FIELDS.text) is None

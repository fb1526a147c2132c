"""Sidecars in JSON and YAML: values stay as written, and what is broken is a warning."""

from time import perf_counter

import pytest

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.file_types import SIDECAR_SUFFIXES, is_sidecar
from copydesk.store.plain_yaml import MAX_DEPTH, read_mapping
from copydesk.store.sidecar import YAML_BYTES, sidecar_items

JSON, YAML, YML = SIDECAR_SUFFIXES
FIELDS = FieldSettings()


def said(content, suffix=YAML, fields=FIELDS):
    """Return key -> (value, field) of a sidecar, and its warning."""
    if isinstance(content, str):
        content = content.encode()
    items, warning = sidecar_items(content, suffix, fields)
    return {item.key: (item.value, item.field) for item in items}, warning


AS_WRITTEN = [
    ("published: 2024-03-05", "published", "2024-03-05"),  # no date object
    ("published: 2024-03-05T10:00", "published", "2024-03-05T10:00"),
    ("published: 2024-03-05 10:00:00 +1", "published", "2024-03-05 10:00:00 +1"),
    ("language: no", "language", "no"),  # Norwegian, not false
    ("title: 010", "title", "010"),  # no octal number
    ("title: 1.50", "title", "1.50"),  # no float
    ("title: 1_000", "title", "1_000"),
    ("title: 12:30:00", "title", "12:30:00"),  # base 60 in YAML 1.1
    ("title: 0x1F", "title", "0x1F"),
    ("title: yes", "title", "yes"),
    ("title: 'The ''tide'''", "title", "The 'tide'"),
    ('title: "Tide: high"', "title", "Tide: high"),
    ("title: >\n  folded\n  line\n", "title", "folded line"),
    ("title: Tide  # a comment", "title", "Tide"),
    ("title: 'null'", "title", "null"),  # in quotes it is a word
    ("authors: [Ada Penn, Bo Quill]", "authors", "Ada Penn, Bo Quill"),
    ("tags:\n- tide\n- port\n", "tags", "tide, port"),
    ("---\ntitle: Tide\n...\n", "title", "Tide"),
    ("\ufefftitle: Tide", "title", "Tide"),
    ("title: !!python/name:os.system Tide", "title", "Tide"),  # a tag makes no object
    ("{title: Tide}", "title", "Tide"),
]


@pytest.mark.parametrize(("content", "key", "value"), AS_WRITTEN)
def test_yaml_values_stay_as_written(content, key, value):
    """A date, a number and a word are the text that stands in the file."""
    found, warning = said(content)
    assert found[key][0] == value
    assert warning is None


@pytest.mark.parametrize("value", ["", "~", "null", "''", "   "])
def test_what_is_left_out_says_nothing(value):
    """A key without a value is no item."""
    assert said(f"title: {value}\nurl: u") == ({"url": ("u", "url")}, None)


REFUSED = [
    ("a: &x Tide\nb: *x", "line 1: an anchor or an alias"),
    ("a: *x", "line 1: an anchor or an alias"),
    ("a:\n  <<: *x", "line 2: an anchor or an alias"),
    ("a: " + "[" * 40 + "]" * 40, f"more than {MAX_DEPTH} levels"),
    ("[" * 100_000, "not a mapping"),
    ("a: " + "{b: " * 50_000, f"more than {MAX_DEPTH} levels"),
    ("- Tide", "not a mapping"),
    ("Tide", "not a mapping"),
    ("title: Tide: high", "line 1: mapping values"),
    ("title: Tide\nurl: 'u", "line 2"),
    ("a: 1\n---\nb: 2", "more than one document"),
    ("? [a]\n: b", "a key that is no text"),
    ("title: \x07", "#x0007"),
    (b"title: caf\xe9", "utf-8"),
    ("title: " + "x" * YAML_BYTES, "larger than"),
]


@pytest.mark.parametrize(("content", "why"), REFUSED)
def test_what_is_no_plain_yaml_is_ignored_with_a_warning(content, why):
    """Nothing is read of it, and the warning says why and where."""
    found, warning = said(content)
    assert found == {}
    assert warning.startswith("the sidecar is ignored: ")
    assert why in warning


def test_of_a_key_that_stands_twice_the_first_counts():
    """The other is named."""
    found, warning = said("title: Tide\nurl: u\ntitle: Ebb\n")
    assert found["title"] == ("Tide", "title")
    assert warning == "the sidecar's title stands there twice: the first counts"


def test_json_and_yaml_say_the_same():
    """The kind of file makes no difference."""
    json = said('{"title": "Tide", "date": "2024-03-05", "tags": ["a", "b"]}', JSON)
    assert json == said("title: Tide\ndate: 2024-03-05\ntags: [a, b]", YML)
    assert json[0]["date"] == ("2024-03-05", "published_text")


def test_json_decimals_keep_their_digits():
    """2024.10 is not 2024.1."""
    assert said('{"published": 2024.10}', JSON)[0]["published"] == ("2024.10", "published_text")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'"a"', b"\xff", b"[" * 100_000, b'{"a": 1' + b"0" * 5000 + b"}"]
)
def test_broken_json_is_ignored_with_a_warning(content):
    """It is never an error."""
    found, warning = said(content, JSON)
    assert found == {}
    assert "the sidecar is ignored" in warning


def test_keys_and_origin_are_kept():
    """Keys stay as written, those that fill no field too, and the settings say which fill one."""
    fields = FieldSettings(title=("Kopf",))
    items, _ = sidecar_items(
        b"KOPF: Ebbe\ntitle: Tide", YAML, fields, MetadataOrigin.CONTAINER_SIDECAR
    )
    assert items == (
        MetadataItem(MetadataOrigin.CONTAINER_SIDECAR, "KOPF", "Ebbe", "title"),
        MetadataItem(MetadataOrigin.CONTAINER_SIDECAR, "title", "Tide"),
    )


def test_sidecars_are_told_by_their_names():
    """The suffix follows the whole name of the file."""
    assert is_sidecar("a.txt.meta.yaml")
    assert not is_sidecar("a.yaml")
    assert not is_sidecar("meta.yaml")


SLOW = {
    "keys": "".join(f"k{number}: v\n" for number in range(12_000)),
    "list": "a: [" + "1," * 60_000 + "]",
    "quotes": "a: '" + "''" * 60_000,
    "anchors": "&a " * 40_000,
    "questions": "? " * 60_000,
    "dashes": "a:\n  " + "- " * 60_000,
    "tabs": "a:\t" * 40_000,
}


@pytest.mark.parametrize("content", SLOW.values(), ids=SLOW.keys())
def test_hostile_yaml_takes_bounded_time(content):
    """At the size limit the slowest takes about a second."""
    start = perf_counter()
    said(content[:YAML_BYTES])
    assert perf_counter() - start < 15  # a loaded machine; quadratic time would take minutes


def test_places_of_keys_are_code_points():
    """Each key has the place where it stands."""
    text = "# ä\ntitle: T\n'url': u\n"
    found = read_mapping(text)
    assert {text[start : start + 3] for start in found.starts.values()} == {"tit", "'ur"}

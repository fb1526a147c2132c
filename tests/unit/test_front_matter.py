"""Front matter: blocks that Jekyll, Hugo and Obsidian write are read, rules above prose are not."""

from time import perf_counter

import pytest

from copydesk.records import MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.front_matter import MAX_CHARS, MAX_LINES, front_matter
from copydesk.text.segment import lines

FIELDS = FieldSettings()


def read(text, fields=FIELDS):
    return front_matter(text, lines(text), fields)


def said(text):
    return {item.key: (item.value, item.line_no) for item in read(text).items}


BLOCKS = [
    # Jekyll
    (
        "---\nlayout: post\ntitle: Tide\ndate: 2024-03-05 10:00:00 +0100\ntags: [a, b]\n---\nText.",
        {
            "layout": ("post", 2),
            "title": ("Tide", 3),
            "date": ("2024-03-05 10:00:00 +0100", 4),
            "tags": ("a, b", 5),
        },
        6,
    ),
    # Hugo with TOML: dates and numbers stay as they are written
    (
        '+++\ntitle = "Tide"\ndate = 2024-03-05 10:00:00Z # then\nweight = 0x10\n+++\n\nText.',
        {"title": ("Tide", 2), "date": ("2024-03-05 10:00:00Z", 3), "weight": ("0x10", 4)},
        5,
    ),
    # a table of TOML is nested: its keys are not at the top
    (
        '+++\ntitle = "Tide"\n[params]\ntitle = 1979-05-27\n+++\n',
        {"title": ("Tide", 2), "params": ('{"title":"1979-05-27"}', None)},
        5,
    ),
    # Obsidian: blank lines, lists over several lines, keys in capitals
    (
        "---\nAuthor:\n  - Ada Penn\n  - Bo Quill\n\nSource: Gazette\n---\n",
        {"Author": ("Ada Penn, Bo Quill", 2), "Source": ("Gazette", 6)},
        7,
    ),
    ("---\ntitle: Tide\n...\nText.", {"title": ("Tide", 2)}, 3),  # Pandoc
    ("---\nslug: tide\n---\nText.", {"slug": ("tide", 2)}, 3),  # a usual key that fills no field
    ("---\ntitle:\nurl: u\n---\n", {"url": ("u", 3)}, 4),  # left out
    ("---\n'title': Tide\n---", {"title": ("Tide", 2)}, 3),
    ("---   \ntitle: Tide\n---  \nText.", {"title": ("Tide", 2)}, 3),  # spaces behind a fence
]


@pytest.mark.parametrize(("text", "items", "last_line"), BLOCKS)
def test_front_matter_is_read(text, items, last_line):
    """Each item has the line of its key, and the block the lines of its fences."""
    found = read(text)
    assert said(text) == items
    assert (found.first_line, found.last_line, found.warning) == (1, last_line, None)
    assert {item.origin for item in found.items} == {MetadataOrigin.FRONT_MATTER}


def test_fields_are_those_of_the_settings():
    """A key of the settings fills its field and tells front matter from prose."""
    found = read("---\nKopf: Ebbe\n---\n", FieldSettings(title=("Kopf",)))
    assert [(item.key, item.field) for item in found.items] == [("Kopf", "title")]
    assert read("---\nKopf: Ebbe\n---\n") is None


NONE = [
    "",
    "---",
    "---\n",
    "Tide\n---\ntitle: Tide\n---\n",  # not at the start
    "\n---\ntitle: Tide\n---\n",
    " ---\ntitle: Tide\n---\n",
    "----\ntitle: Tide\n----\n",
    "---\nThe tide rose.\n---\nIt fell.",  # a rule above prose
    "---\nAda: Will it rise?\nBo: It will.\n---\n",  # a talk
    "---\n---\nText.",  # nothing between
    "---\ntitle: Tide\nThe tide rose.",  # never closed
    "---\ntitle: Tide\n" + "a: b\n" * MAX_LINES + "---\n",  # closed too late
    "---\ntitle: " + "x" * MAX_CHARS + "\n---\n",
    "---\ntitle: Tide\n+++\n",  # another fence
    "---\ntitle: |\n  a\n  ---\n  b\n",  # a fence within a value
    "***\ntitle: Tide\n***\n",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_front_matter_is_text(text):
    """Nothing is read, and nothing is warned of."""
    assert read(text) is None


DAMAGED = [
    ("---\ntitle: Tide: high\n---\nText.", "line 2:"),
    ("---\ntitle: Tide\nurl u\ndate: 5 March\n---\nText.", "line 4"),
    ("---\ntitle: *x\n---\nText.", "alias"),
    ("+++\ntitle = Tide\n+++\nText.", "Invalid value (at line 2"),
    ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", "overwrite"),
    ("+++\ntitle = 'a'\na" + ".a" * 30_000 + " = 1\n+++\n", "more than 200 dots"),
    ("+++\ntitle = 'a'\na = " + "[" * 60_000 + "\n+++\n", "recursion"),
    ("---\ntitle: a\na: " + "[" * 60_000 + "\n---\n", "more than 16 levels"),
    ("---\ndate: 5 March\nThe council met.\n---\nIt rose.", "line"),  # prose after all
]


@pytest.mark.parametrize(("text", "why"), DAMAGED)
def test_a_damaged_block_is_text_with_a_warning(text, why):
    """No line is taken from the text."""
    found = read(text)
    assert (found.items, found.first_line, found.last_line) == ((), 0, 0)
    assert found.warning.startswith("the front matter is taken for text: ")
    assert why in found.warning


def test_a_key_that_stands_twice_is_named():
    """The first counts."""
    found = read("---\ntitle: Tide\ntitle: Ebb\n---\n")
    assert [item.value for item in found.items] == ["Tide"]
    assert found.warning == "the front matter's title stands there twice: the first counts"


def test_a_strange_value_is_named():
    """What cannot fill its field is told, and the rest is kept."""
    found = read("---\ntitle: {de: Ebbe}\nurl: u\n---\n")
    assert {item.field for item in found.items} == {None, "url"}
    assert "title" in found.warning


SLOW = {
    "a flow of values": "---\ntitle: a\nb: [" + "a, " * 21_000 + "]\n---\n",
    "quotes": "---\ntitle: a\nb: '" + "'' " * 20_000 + "'\n---\n",
    "long keys": "+++\ntitle = 'a'\n"
    + "\n".join("a." * 190 + f"k{n} = 1" for n in range(95))
    + "\n+++\n",
    "digits": "+++\ntitle = 'a'\nb = " + "1" * 60_000 + "\n+++\n",
    "fences": "---\n" * 100_000,
    "keys": "---\n" + "title: a\n" * 100_000,
    "spaces": "---\ntitle" + " " * 60_000 + ": a\n---\n",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_hostile_front_matter_takes_bounded_time(text):
    """A block is small, and so is the time that the slowest takes."""
    spans = lines(text)
    start = perf_counter()
    front_matter(text, spans, FIELDS)
    assert perf_counter() - start < 10  # about one second, on a loaded machine more

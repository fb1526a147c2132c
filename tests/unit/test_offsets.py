"""Characters map back to the bytes that they were read from."""

import sys
import unicodedata

import pytest

from copydesk.text.decode import decode
from copydesk.text.normalise import normalise, normalise_mapped
from copydesk.text.offsets import (
    FORMS,
    Edit,
    Form,
    OffsetMap,
    Run,
    byte_range,
    edited,
    encoded,
    from_numbers,
    to_numbers,
)

# raw bytes, runs expected: form, characters, bytes
MAPS = [
    (b"plain\ntext\n", [("encoded", 11, 11)]),  # the usual case
    ("Möwe – совет".encode(), [("encoded", 12, 20)]),  # no run a letter
    (b"\xef\xbb\xbftop", [("whole", 0, 3), ("encoded", 3, 3)]),  # the mark is no character
    ("top".encode("utf-16"), [("whole", 0, 2), ("encoded", 3, 6)]),
    (b"a\r\nb\r\nc", [("crlf", 5, 7)]),  # a Windows file is one run
    (b"a\r\nb\r\nc\nd", [("crlf", 5, 7), ("whole", 1, 1), ("crlf", 1, 1)]),  # one end unlike most
    (b"a\r\r\n\r\n", [("crlf", 1, 1), ("whole", 1, 1), ("crlf", 2, 4)]),  # a lone CR before CR LF
    (b"a\nb\n\r\n", [("encoded", 4, 4), ("whole", 1, 2)]),
    (b"a\rb\x0bc\x0cd", [("encoded", 7, 7)]),  # other controls are as wide as the line feed
    ("a\u2028b".encode(), [("encoded", 1, 1), ("whole", 1, 3), ("encoded", 1, 1)]),
    ("Regie\u00adrung".encode(), [("encoded", 5, 5), ("whole", 0, 2), ("encoded", 4, 4)]),
    ("Cafe\u0301 - cafe\u0301".encode(), [("decomposed", 11, 15)]),  # written on a Mac
    ("é, e\u0301".encode(), [("encoded", 3, 4), ("whole", 1, 3)]),  # both forms
    ("e\u00ad\u0301".encode(), [("whole", 1, 5)]),  # what was between belongs to the letter
    ("\u0958 क".encode(), [("whole", 2, 3), ("encoded", 2, 4)]),  # one character became two
    ("x\u0323\u0307".encode(), [("whole", 2, 5)]),  # the second joins: they share their bytes
    ("\n\u0307\u0323q".encode(), [("encoded", 1, 1), ("whole", 2, 4), ("encoded", 1, 1)]),
    ("\u1112\u1161\u11ab글".encode(), [("whole", 1, 9), ("encoded", 1, 3)]),  # Hangul jamo
    (b"caf\xe9, \x93no\x94 said the man", [("encoded", 23, 23)]),
]  # fmt: skip


def mapped(raw):
    """The normalised text of raw bytes with its map."""
    decoded = decode(raw)
    return normalise_mapped(decoded.text, decoded.offsets)


@pytest.mark.parametrize(("raw", "runs"), MAPS)
def test_a_map_has_few_runs(raw, runs):
    """Runs follow what was changed, not letters or lines."""
    text, offsets = mapped(raw)
    assert text == normalise(decode(raw).text)
    assert [(str(run.form), run.char_count, run.byte_count) for run in offsets.runs] == runs
    assert from_numbers(offsets.encoding_name, to_numbers(offsets)) == offsets


MIXTURE = b"The caf\xe9 will be closed until the end of May.\n" + "“Yes”".encode()

# raw bytes, span of the text, its bytes
SPANS = [
    ("Möwe – совет".encode(), (7, 9), "со".encode()),
    ("Möwe – совет".encode("utf-16"), (7, 9), "со".encode("utf-16-le")),
    ("\ufeffMöwe".encode(), (0, 2), "Mö".encode()),  # the mark is before the text
    (b"a\r\nb\r\nc", (1, 2), b"\r\n"),  # an end of line is its two bytes
    (b"a\r\nb\r\nc", (2, 5), b"b\r\nc"),
    ("Regie\u00adrung".encode(), (0, 5), b"Regie"),  # removed bytes at the edge are outside
    ("Regie\u00adrung".encode(), (5, 9), b"rung"),
    ("Regie\u00adrung".encode(), (4, 6), "e\u00adr".encode()),  # and inside where they are inside
    ("Cafe\u0301s".encode(), (3, 4), "e\u0301".encode()),
    ("Cafe\u0301s".encode(), (4, 5), b"s"),
    ("x\u0323\u0307y".encode(), (1, 2), "x\u0323\u0307".encode()),  # a share stands for all
    ("日本 ok".encode("iso2022_jp"), (1, 2), b"K\\"),
    ("日本 ok".encode("iso2022_jp"), (4, 5), b"k"),
    (MIXTURE, (3, 8), b" caf\xe9"),
    (MIXTURE, (MIXTURE.index(b"\n") + 1, MIXTURE.index(b"\n") + 3), "“Y".encode()),
    (b"word", (2, 2), b""),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "span", "expected"), SPANS)
def test_a_span_gives_its_bytes(raw, span, expected):
    """From the first byte of its first character to the last byte of its last."""
    text, offsets = mapped(raw)
    start, end = byte_range(offsets, text, *span)
    assert raw[start:end] == expected


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 5)])
def test_what_is_no_span_is_refused(span):
    """No byte is given for characters that a text does not have."""
    with pytest.raises(ValueError, match="not a span"):
        byte_range(encoded(b"word", "word", "utf-8"), "word", *span)


def test_bytes_that_are_written_in_two_ways_are_followed_one_by_one():
    """Where a text does not encode to its bytes again, the decoder tells the width of each character."""
    raw = b"a\x87\x90\x81\xe0b"  # two ways of cp932 to write one sign
    offsets = encoded(raw, raw.decode("cp932"), "cp932")
    assert [tuple(run) for run in offsets.runs] == [(1, 1, "even"), (2, 4, "even"), (1, 1, "even")]


def test_a_repair_is_one_more_step():
    """A later change of the text moves the map like any other."""
    raw = "A cafÃ©, she said".encode()
    text = raw.decode()
    offsets = edited(encoded(raw, text, "utf-8"), text, [Edit(5, 7, 1)])
    start, end = byte_range(offsets, "A café, she said", 5, 6)
    assert raw[start:end] == "Ã©".encode()


def test_an_edit_takes_all_that_shares_its_bytes():
    """Where no byte can be told, none is invented: the result shares them all."""
    runs = (Run(1, 1, Form.ENCODED), Run(3, 5, Form.WHOLE), Run(1, 1, Form.ENCODED))
    offsets = OffsetMap("utf-8", runs)
    assert edited(offsets, "xabcy", [Edit(1, 2, 0), Edit(3, 5, 1)]).runs == (
        Run(1, 1, Form.ENCODED),
        Run(2, 6, Form.WHOLE),
    )


def test_numbers_of_forms_stay():
    """They are stored: a new form gets the next number."""
    assert list(map(str, FORMS[:5])) == ["encoded", "crlf", "decomposed", "even", "whole"]


def test_only_marks_and_hangul_compose_with_what_is_before():
    """What tells where a character may be split from the one before it holds for all of Unicode."""
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and "<" not in parts[0]:
            second = chr(int(parts[1], 16))
            assert unicodedata.category(second)[0] == "M"

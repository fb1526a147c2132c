"""Compressed raw files: unpacked up to a limit, and every kind of damage is told."""

import gzip
import lzma
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_containers import PACKERS, zstandard
from small_warehouse import HARBOUR, LIGHTHOUSE, rows, run, write_files

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.compressed import OPENERS, inner_name, unpack

TEXT = ("Der Deich hielt dem Hochwasser stand. " * 400).encode()
LIMIT = 1 << 20


def refusal(suffix, content, byte_limit=LIMIT):
    with pytest.raises(InputError) as caught:
        unpack(f"a.txt{suffix}", content, byte_limit)
    return caught.value.reason_code


def test_every_suffix_is_tested():
    """No kind of compression is read that this module does not know."""
    assert PACKERS.keys() == OPENERS.keys()


NAMES = [
    ("a.txt.gz", "a.txt"),
    ("a.TXT.GZ", "a.TXT"),
    ("folder.gz/a.txt", "folder.gz/a.txt"),
    ("a.zst", "a"),
    ("a.txt", "a.txt"),
    ("a.tar.xz", "a.tar"),
    (".gz", ".gz"),  # all name, no suffix
]


@pytest.mark.parametrize(("path", "expected"), NAMES)
def test_the_inner_name_lacks_the_suffix_of_compression(path, expected):
    """What is left of a name tells the type of the text within."""
    assert inner_name(path) == expected


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("content", [b"", b"a", TEXT, TEXT * 100])
def test_what_was_packed_comes_back(suffix, content):
    """All bytes, none more."""
    assert unpack(f"a{suffix}", PACKERS[suffix](content), LIMIT * 2) == content


def test_other_files_are_as_they_are():
    """Without such a suffix nothing is unpacked, whatever the bytes look like."""
    packed = gzip.compress(TEXT)
    assert unpack("a.txt", packed, 1) == packed


@pytest.mark.parametrize("suffix", PACKERS)
def test_the_limit_is_inclusive(suffix):
    """A text of the limit's size is read, one byte more is too large."""
    packed = PACKERS[suffix](TEXT)
    assert unpack(f"a{suffix}", packed, len(TEXT)) == TEXT
    assert refusal(suffix, packed, len(TEXT) - 1) == ReasonCode.TOO_LARGE


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_is_not_unpacked(suffix):
    """Many zeros in a small file end at the limit, in bounded memory."""
    bomb = PACKERS[suffix](bytes(1 << 26))
    tracemalloc.start()
    try:
        assert refusal(suffix, bomb) == ReasonCode.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 16 * LIMIT
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_torn_file_is_corrupt(suffix, share):
    """Half of a compressed file is no shorter text: it is refused."""
    packed = PACKERS[suffix](TEXT + bytes(range(256)) * 64)
    assert refusal(suffix, packed[: int(share * len(packed))]) == ReasonCode.CORRUPT


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("content", [b"plain text, not packed at all", b"\x00" * 99, b"\xff"])
def test_what_was_never_packed_is_corrupt(suffix, content):
    """A suffix that promises too much."""
    assert refusal(suffix, content) == ReasonCode.CORRUPT


def test_members_of_one_gzip_file_are_one_text():
    """Files that were appended to one another are read to the end."""
    assert unpack("a.gz", gzip.compress(b"one ") + gzip.compress(b"two"), LIMIT) == b"one two"


@pytest.mark.parametrize("suffix", PACKERS)
@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=300), position=st.integers(0, 400), flip=st.integers(1, 255))
def test_damaged_files_give_a_refusal_and_nothing_else(suffix, content, position, flip):
    """Any byte may be another: a text or an input error comes out, and never another failure."""
    packed = bytearray(PACKERS[suffix](content))
    if packed:
        packed[position % len(packed)] ^= flip
    with suppress(InputError):
        unpack(f"a{suffix}", bytes(packed), 1000)


def test_compressed_and_plain_are_one_document(tmp_path):
    """The same text in three files is one document with three sources; a torn file is a rejection."""
    raw = write_files(
        tmp_path / "raw",
        {
            "a.txt": HARBOUR,
            "a.txt.gz": gzip.compress(HARBOUR.encode()),
            "b.md.xz": lzma.compress(HARBOUR.encode()),
            "phare.zst": zstandard(LIGHTHOUSE.encode()),
            "phare.zst.meta.json": '{"title": "Le phare"}',
            "torn.txt.gz": gzip.compress(TEXT)[:-9],
            "archive.tar.gz": gzip.compress(b"no text"),
        },
    )
    _, warehouse = run(tmp_path, raw)
    listed = rows(warehouse, "select title, source_count from documents")
    assert listed == [("Hafen steht still", 3), ("Le phare", 1)]
    assert rows(warehouse, "select path, reason_code from rejections") == [
        ("archive.tar.gz", "corrupt"),
        ("torn.txt.gz", "corrupt"),
    ]
    sizes = rows(warehouse, "select distinct byte_count from sources where path <> 'phare.zst'")
    assert sizes == [(len(HARBOUR.encode()),)]

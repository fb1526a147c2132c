"""JSON Lines: every line is a member or a rejection, whatever it holds."""

import json
import lzma
import tracemalloc
from io import BytesIO

import pytest
from small_containers import PACKERS

from copydesk.records import Rejection
from copydesk.settings import FieldSettings
from copydesk.store.containers import Member, ReadingRules, is_container, members

RULES = ReadingRules(FieldSettings(), member_bytes=1 << 20)
DEEP = b'{"text": "x", "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def read(content, path="a.jsonl", rules=RULES):
    return list(members(BytesIO(content), path, rules))


def told(found):
    """Return name and text of members, name and reason of rejections."""
    return [
        (one.member, str(one.reason_code)) if isinstance(one, Rejection) else (one.name, one.content.decode())
        for one in found
    ]  # fmt: skip


NAMES = [
    ("a.jsonl", True), ("a.NDJSON.GZ", True), ("a.csv.zst", True), ("a.parquet", True), ("a.tgz", True),
    ("a.tar.xz", True), ("a.zip", True), ("a.json", False), ("a.txt.gz", False), ("a.zip.gz", False),
    ("a.parquet.gz", False), ("jsonl", False), (".jsonl", True),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), NAMES)
def test_containers_are_told_by_their_suffix(path, expected):
    """Also in capitals, also compressed; what is compressed inside is not compressed again."""
    assert is_container(path) is expected


LINES = [
    (b'{"text": "a"}\n\n \r\n{"body": "b"}\r\n', [("1", "a"), ("2", "b")]),  # blank lines do not count
    (b'\xef\xbb\xbf{"text": "a"}', [("1", "a")]),
    (b'{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}', [("x", "a"), ("x (row 2)", "b")]),
    (b'{"id": 2, "text": "a"}\n{"text": "b"}', [("2", "a"), ("2 (row 2)", "b")]),
    (b'{"id": true, "text": "a"}\n{"id": "\\n", "text": "b"}', [("1", "a"), ("2", "b")]),
    (b'{"id": "a\\u0000b", "text": "a"}', [("1", "a")]),
    (json.dumps({"id": "i" * 201, "text": "a"}).encode(), [("1", "a")]),
    ('{"id": "\u202eabc\u200b", "text": "a"}'.encode(), [("\u202eabc\u200b", "a")]),
    (b'{"id": "\\ud800", "text": "\\ud800x"}', [("1", "\ufffdx")]),
    (b'{"text": null, "content": " ", "body": "b"}', [("1", "b")]),
    (b'{"TEXT": "a"}', [("1", "a")]),
    (b'{"text": "a", "text": "b"}', [("1", "b")]),
    (b'{"text": "a\tb\x00"}', [("1", "a\tb\x00")]),
    (b'{"text": "caf\xe9 \x93Roma\x94"}', [("1", "café “Roma”")]),
    (b'{"text": "x", "n": ' + b"7" * 5000 + b"}", [("1", "x")]),
    (b'{"text": "x", "n": NaN, "m": -Infinity}', [("1", "x")]),
    (DEEP + b'\n{"text": "b"}', [("1", "malformed"), ("2", "b")]),
    (b'{"text": NaN}', [("1", "malformed")]),
    (b'{"text": 7}\n{"text": " "}\n{"title": "t"}\n{}', [(str(n), "malformed") for n in range(1, 5)]),
    (b'[1]\n"a"\nnull\n{"text": "a"', [(str(n), "malformed") for n in range(1, 5)]),
    (b'{"text": "\xff\xfe\x00"}', [("1", "binary")]),
    (b'\xff\xfe{\x00"\x00', [(None, "undecodable")]),
    (b"", []),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LINES)
def test_every_line_is_a_member_or_a_rejection(content, expected):
    """Names, texts and reasons, in order."""
    assert told(read(content)) == expected


def test_the_other_keys_are_metadata():
    """Numbers with more digits than Python reads are kept too."""
    (one,) = read(b'{"id": 7, "title": " T ", "n": ' + b"7" * 5000 + b', "text": "x", "nan": NaN}')
    assert isinstance(one, Member)
    kept = [(item.key, item.value, item.field) for item in one.items]
    assert kept == [("id", "7", None), ("title", "T", "title"), ("n", "7" * 5000, None)]


def test_a_record_without_text_tells_the_keys_and_the_cure():
    """The rejection says where it is set which key is the text."""
    (one,) = read(b'{"story": "x"}')
    assert isinstance(one, Rejection)
    assert "text, content, body (set `text` under [fields] in copydesk.toml)" in one.detail


def test_a_text_or_line_above_the_limit_is_refused_and_reading_goes_on():
    """A giant line is never held whole."""
    content = b'{"text": "%b"}\n%b\n{"text": "b"}\n%b'
    content %= (b"x" * (1 << 21), b"y" * (1 << 26), b"z" * (1 << 23))
    file = BytesIO(content)
    tracemalloc.start()
    try:
        found = told(members(file, "a.jsonl", RULES))
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()
    assert found == [("1", "too_large"), ("2", "too_large"), ("3", "b"), ("4", "too_large")]


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_records_are_streamed(suffix):
    """Streams that were appended to one another are one; a torn file gives what came before, and a rejection."""
    lines = [json.dumps({"text": f"{number} {number**9}"}).encode() for number in range(9000)]
    packed = PACKERS[suffix](b"\n".join(lines) + b"\n") + PACKERS[suffix](b'{"text": "end"}')
    assert [name for name, _ in told(read(packed, f"a.jsonl{suffix}"))] == list(
        map(str, range(1, 9002))
    )
    torn = told(read(packed[: len(packed) // 2], f"a.jsonl{suffix}"))
    assert torn[-1] == (None, "corrupt")
    assert [name for name, _ in torn[:-1]] == list(map(str, range(1, len(torn))))


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_of_records_ends_at_the_budget(suffix):
    """Blank lines without end: 300 MiB from a file of some kB."""
    blank = (b" " * (1 << 20) + b"\n") * 300
    bomb = lzma.compress(blank, preset=0) if suffix == ".xz" else PACKERS[suffix](blank)
    assert told(read(bomb, f"a.jsonl{suffix}")) == [(None, "bomb")]

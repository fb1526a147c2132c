"""Archives and tables: every entry and row is a member or a rejection, and nothing leads out."""

import io
import stat
import tarfile
import zipfile

import pytest
from small_containers import tabled, tarred, zipped
from test_containers_json_lines import read, told

FILES = {
    "b/a.txt.meta.json": b'{"title": "T"}', "b/a.txt": b"first", "y.md": b"why", "y.md.meta.yml": b"title: Y\n",
    "z.txt": b"zed", "z.txt.meta.json": b"{", "../up.txt": b"x", "/abs.txt": b"x", "C:\\x.txt": b"x",
    "..\\up.txt": b"x", ".hidden/x.txt": b"x", "__MACOSX/x.txt": b"x", "in.jsonl": b'{"text": "r"}\n7\n',
    "t.tsv": b"id\ttext\n9\tcell\n", "q.zip": b"", "p.png": b"", "\u202egnp.txt": b"rtl", "big.txt": b"x" * (2 << 20),
}  # fmt: skip
EXPECTED = {
    ("b/a.txt", "first"), ("y.md", "why"), ("z.txt", "zed"), ("../up.txt", "unsafe_name"),
    ("/abs.txt", "unsafe_name"), ("C:\\x.txt", "unsafe_name"), ("..\\up.txt", "unsafe_name"),
    ("in.jsonl#1", "r"), ("in.jsonl#2", "malformed"), ("t.tsv#9", "cell"), ("q.zip", "nested"),
    ("p.png", "unsupported_type"), ("\u202egnp.txt", "rtl"), ("big.txt", "too_large"),
}  # fmt: skip
FORMATS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]


def test_a_zip_gives_every_entry_or_why_not():
    """Sidecars describe, hidden files are passed over, records inside are read one level deep."""
    found = read(zipped(FILES), "a.zip")
    assert set(told(found)) == EXPECTED
    first = next(one for one in found if getattr(one, "name", "") == "b/a.txt")
    assert [(item.key, item.value) for item in first.items] == [("title", "T")]
    broken = next(one for one in found if getattr(one, "name", "") == "z.txt")
    assert broken.warning.startswith("the sidecar is ignored")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("suffix", "mode"), [(".tar", "w"), (".tgz", "w:gz"), (".tar.xz", "w:xz")])
def test_a_tar_gives_the_same_as_a_zip(suffix, mode, form):
    """In every form of tar, with sidecars before and after their members."""
    found = read(tarred(FILES, mode, form), f"a{suffix}")
    assert set(told(found)) == EXPECTED
    titles = [item.value for one in found for item in getattr(one, "items", ())]
    assert titles == ["T", "Y", "9"]


def test_links_and_devices_are_refused():
    """Nothing but regular files is read."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (
            tarfile.SYMTYPE,
            tarfile.LNKTYPE,
            tarfile.CHRTYPE,
            tarfile.FIFOTYPE,
            tarfile.DIRTYPE,
        ):
            info = tarfile.TarInfo(f"a{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert [reason for _, reason in told(read(file.getvalue(), "a.tar"))] == [
        "unsupported_type"
    ] * 4
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert told(read(file.getvalue(), "a.zip")) == [("link.txt", "unsupported_type")]


def test_encrypted_overlapping_and_damaged_entries_of_a_zip_are_told():
    """By their flag, by their offsets, by their check sum."""
    whole = zipped({"a.txt": b"x" * 100, "b.txt": b"y"})
    directory = whole.index(b"PK\1\2")
    locked = bytearray(whole)
    locked[directory + 8] |= 1
    assert told(read(bytes(locked), "a.zip")) == [("a.txt", "encrypted"), ("b.txt", "y")]
    damaged = bytearray(whole)
    damaged[directory + 16] ^= 1  # the check sum
    assert told(read(bytes(damaged), "a.zip")) == [("a.txt", "corrupt"), ("b.txt", "y")]
    second = whole.index(b"PK\1\2", directory + 1)
    over = bytearray(whole)
    over[second + 42 : second + 46] = bytes(4)
    assert told(read(bytes(over), "a.zip")) == [(None, "bomb")]


def test_a_torn_tar_gives_what_came_before():
    """One rejection without a member stands for the rest, also for a damaged header."""
    whole = tarred({"a.txt": b"one", "b.txt": b"two"})
    assert told(read(whole[:1300], "a.tar")) == [("a.txt", "one"), (None, "corrupt")]
    damaged = bytearray(whole)
    damaged[1030] ^= 255
    assert told(read(bytes(damaged), "a.tar")) == [("a.txt", "one"), (None, "corrupt")]


ROWS = [
    (b'id;text\n1;a\n2;"b\nb"\n\n3;x;y\n4;"c\n', [("1", "a"), ("2", "b\nb"), ("3", "malformed"), ("4", "malformed")]),
    (b"text\ncaf\xc3\xa9\n\xff\xff\n", [("1", "café"), ("2", "undecodable")]),
    ("text\nZwölf Größen\n".encode("utf-16"), [("1", "Zwölf Größen")]),
    (b"title\nx\n", [(None, "malformed")]),
    (b"", [(None, "malformed")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), ROWS)
def test_every_row_of_a_table_is_a_member_or_a_rejection(content, expected):
    """Quoted line breaks, wrong counts, open quotes, other encodings."""
    assert told(read(content, "a.csv")) == expected


def test_rows_of_parquet_are_members():
    """Columns are mapped as keys of records are; a torn file is corrupt."""
    found = read(tabled(), "a.parquet")
    assert told(found) == [("a", "one"), ("b", "malformed")]
    assert told(read(tabled()[:-9], "a.parquet")) == [(None, "corrupt")]

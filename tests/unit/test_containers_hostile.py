"""Hostile containers: each gives a reason, in bounded memory and time, and what stands before it is kept."""

import base64
import io
import lzma
import os
import struct
import tarfile
import time
import tracemalloc
import zipfile
import zlib
from contextlib import contextmanager

import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe
import pytest
from small_containers import PACKERS, tarred, zipped
from small_warehouse import write_files
from test_containers_json_lines import RULES, read, told
from test_scan import look, paths, refused

from copydesk.records import ReasonCode
from copydesk.store.containers import members
from copydesk.store.containers.tar_files import SIDECARS_BYTES

MIB = 1 << 20


@contextmanager
def within(mebibytes):
    """Fail where Python's objects take more memory at once."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < mebibytes * MIB
    finally:
        tracemalloc.stop()


def header(name, kind=b"0", size=0):
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


def padded(content):
    return content + bytes(-len(content) % 512)


def tar_of(*parts):
    return b"".join(parts) + bytes(1024)


def pax(**values):
    """Return an extended header with records as given, lengths and all."""
    body = b""
    for key, value in values.items():
        rest = f" {key.replace('__', '.')}={value}\n".encode()
        length = next(n for n in range(len(rest), len(rest) + 9) if n == len(rest) + len(str(n)))
        body += str(length).encode() + rest
    return header("pax", b"x", len(body)) + padded(body)


GOOD = header("good.txt", size=4) + padded(b"good")


# zip


def test_a_zip_of_giant_members_is_refused_by_what_they_declare():
    """A member of 300 MiB in 300 KB is a bomb; it is not unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("zeros.txt", "w") as out:
            for _ in range(300):
                out.write(bytes(MIB))
        archive.writestr("good.txt", "good")
    with within(8):
        found = told(read(file.getvalue(), "a.zip"))
    assert found == [("zeros.txt", "bomb"), ("good.txt", "good")]


def test_what_a_zip_declares_is_not_believed():
    """More bytes than declared are damage, and never more than declared come out."""
    content = bytearray(zipped({"a.jsonl": b" " * 5 * MIB, "b.txt": b"b"}))
    for place in (content.index(b"PK\1\2") + 24, content.index(b"PK\3\4") + 22):
        content[place : place + 4] = struct.pack("<I", 9)
    with within(8):
        assert told(read(bytes(content), "a.zip")) == [("a.jsonl", "corrupt"), ("b.txt", "b")]


@pytest.mark.parametrize("is_extra", [False, True])
def test_entries_that_share_bytes_are_a_bomb(is_extra):
    """Quoted in the packed bytes of the entry before, or in its extra field."""
    inner = zipped({"b.txt": b"b"})
    inner_local = inner[: inner.index(b"PK\1\2")]
    outer = zipfile.ZipInfo("a.txt")
    if is_extra:
        outer.extra = struct.pack("<HH", 0xCAFE, len(inner_local)) + inner_local
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(outer, b"" if is_extra else inner_local)
        archive.writestr("b.txt", "b")
    content = bytearray(file.getvalue())
    second = content.index(b"PK\1\2", content.index(b"PK\1\2") + 1)
    struct.pack_into("<I", content, second + 42, content.index(inner_local))
    assert told(read(bytes(content), "a.zip")) == [(None, "bomb")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_stand_twice_are_told_apart():
    """Also where a record or a refused entry has the name already."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("a.txt", "./a.txt", "a.txt", "a.txt (entry 3)", "p.png", "p.png"):
            archive.writestr(name, "x")
        archive.writestr("r.jsonl", '{"text": "r"}')
        archive.writestr("r.jsonl#1", "x")
    assert [name for name, _ in told(read(file.getvalue(), "a.zip"))] == [
        "a.txt", "a.txt (entry 2)", "a.txt (entry 3)", "a.txt (entry 3) (entry 4)",
        "p.png", "p.png (entry 6)", "r.jsonl#1", "r.jsonl#1 (entry 8)",
    ]  # fmt: skip


def test_a_directory_that_holds_bytes_is_not_passed_over():
    """Nothing disappears: a name that ends as a directory's does, with content, is told of."""
    assert told(read(zipped({"d/": b"", "e/": b"text"}), "a.zip")) == [("e", "unsupported_type")]
    entries = tar_of(header("d/", b"5"), header("e/", b"7", 4), padded(b"text"))
    assert told(read(entries, "a.tar")) == [("e", "text")]


ODD_NAMES = [
    ("\u202egpj.exe\u200b.txt", "\u202egpj.exe\u200b.txt", "x"),  # kept as they are
    ("n" * (1 << 15), "n" * 1024, "unsafe_name"),
    ("a//./b.txt", "a/b.txt", "x"),
    ("a/../../b.txt", "a/../../b.txt", "unsafe_name"),
    ("a\\..\\..\\b.txt", "a\\..\\..\\b.txt", "unsafe_name"),
    ("\\\\host\\share\\b.txt", "\\\\host\\share\\b.txt", "unsafe_name"),
    ("c:b.txt", "c:b.txt", "unsafe_name"),
    ("/etc/passwd", "/etc/passwd", "unsafe_name"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "shown", "expected"), ODD_NAMES)
@pytest.mark.parametrize(("pack", "path"), [(zipped, "a.zip"), (tarred, "a.tar")])
def test_odd_names_are_kept_or_refused(pack, path, name, shown, expected):
    """Names that lead out are refused on every system, alike in zip and tar."""
    assert told(read(pack({name: b"x"}), path)) == [(shown, expected)]


def test_a_zip_of_noise_is_one_rejection():
    """No directory, or one that lies about where it is."""
    whole = zipped({"a.txt": b"x"})
    for content in (b"", b"PK", whole[:-1], whole[:-22], whole.replace(b"PK\1\2", b"PK\1\3")):
        assert told(read(content, "a.zip")) == [(None, "corrupt")]


# tar

TARS = [
    (tar_of(pax(path="../../up.txt"), header("a.txt", size=1), padded(b"x")), [("../../up.txt", "unsafe_name")]),
    (tar_of(pax(path="/abs\\x.txt"), header("a.txt", size=1), padded(b"x")), [("/abs\\x.txt", "unsafe_name")]),
    (tar_of(pax(size="-1"), GOOD), [(None, "corrupt")]),
    (tar_of(pax(size="9" * 25), GOOD), [(None, "corrupt")]),
    (tar_of(pax(size="9" * 18), GOOD), [("good.txt", "too_large"), (None, "corrupt")]),
    (tar_of(pax(size="٣"), GOOD), [(None, "corrupt")]),
    (tar_of(header("a.txt", size=1 << 40), b"x"), [("a.txt", "too_large"), (None, "corrupt")]),
    (tar_of(header("pax", b"x", 1 << 40)), [(None, "corrupt")]),
    (tar_of(header("long", b"L", 1 << 40)), [(None, "corrupt")]),
    (tar_of(header("pax", b"x", 20), padded(b"99 path=a\n")), [(None, "corrupt")]),
    (tar_of(header("pax", b"x", 20), padded(b"0 path=a\n")), [(None, "corrupt")]),
    (tar_of(header("pax", b"x", 9), padded(b"9 nothing")), [(None, "corrupt")]),
    (tar_of(header("long", b"L", 65_536), padded(b"n" * 65_535 + b"\0"), GOOD), [("n" * 1024, "unsafe_name")]),
    (tar_of(header("long", b"L", 0), GOOD), [("?", "unsafe_name")]),
    (tar_of(header("sparse.txt", b"S", 4), padded(b"x"), GOOD), [("sparse.txt", "unsupported_type"), ("good.txt", "good")]),
    (tar_of(pax(GNU__sparse__major="1", GNU__sparse__name="s.txt"), GOOD), [("s.txt", "unsupported_type")]),
    (tar_of(GOOD, header("odd.txt", b"\xff"), GOOD), [("good.txt", "good"), ("odd.txt", "unsupported_type"), ("good.txt (entry 3)", "good")]),
    (tar_of(GOOD) + GOOD, [("good.txt", "good"), (None, "corrupt")]),
    (tar_of(pax(path="a\0b.txt"), GOOD), [("a\\x00b.txt", "unsafe_name")]),
    (GOOD[:-1], [("good.txt", "good"), (None, "corrupt")]),
    (b"", [(None, "corrupt")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), TARS)
def test_a_tar_that_lies_is_told(content, expected):
    """Sizes, names and headers are not believed, and nothing large is held for them."""
    with within(4):
        assert told(read(content, "a.tar")) == expected


def test_a_negative_size_is_damage():
    """Tar can write negative numbers; a size is none."""
    block = bytearray(header("a.txt"))
    block[124:136] = b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    assert told(read(tar_of(bytes(block)), "a.tar")) == [(None, "corrupt")]


@pytest.mark.timeout(60)
def test_headers_without_end_take_neither_memory_nor_hours():
    """Three extended headers of 1 MiB with a hundred thousand records each, before one member."""
    record = b"10 k%02d=vv\n"
    parts = []
    for number in range(3):
        body = (record % number) * (MIB // 11 - 1)
        body = body.replace(b"10 ", b"11 ") if len(record % number) == 11 else body
        parts.append(header("pax", b"x", len(body)) + padded(body))
    content = tar_of(*parts, GOOD)
    start = time.perf_counter()
    with within(16):
        found = told(read(content, "a.tar"))
    assert found == [("good.txt", "good")]
    assert time.perf_counter() - start < 30


def test_every_sidecar_above_the_room_is_told_of():
    """None is left out in silence, however many there are."""
    large = b'{"title": "' + b"t" * 900_000 + b'"}'
    files = {f"{number}.txt.meta.json": large for number in range(SIDECARS_BYTES // 900_000 + 2)}
    files |= {"huge.txt.meta.json": b" " * (MIB + 1), "huge.txt": b"x"}
    files |= {f"{number}.txt": b"x" for number in range(SIDECARS_BYTES // 900_000 + 2)}
    found = read(tarred(files), "a.tar")
    left_out = [one.name for one in found if "the sidecar is ignored" in (one.warning or "")]
    assert left_out[0] == "huge.txt"
    assert len(left_out) >= 2
    assert all(one.items or one.name in left_out for one in found)


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize(("inner", "content"), [
    (".tar", tarred({"a.txt": b"one" * 300, "b.txt": b"two"})),
    (".jsonl", b'{"text": "one"}\n' * 9),
    (".csv", b"id,text\n" + b"1,one\n" * 9),
])  # fmt: skip
def test_a_compressed_file_cut_anywhere_says_so(suffix, inner, content):
    """At every byte: in the header, in the data, in the check sum, and before the first."""
    packed = PACKERS[suffix](content)
    for end in range(len(packed)):
        found = read(packed[:end], f"a{inner}{suffix}")
        assert told(found)[-1] == (None, "corrupt"), end


def xz_of_a_giant_dictionary():
    """Return xz whose header asks for 1 GiB."""
    packed = bytearray(lzma.compress(b'{"text": "x"}\n'))
    end = 12 + 4 * packed[12] + 4  # of the header of the first block
    packed[16] = 36
    packed[end - 4 : end] = struct.pack("<I", zlib.crc32(packed[12 : end - 4]))
    return bytes(packed)


GIANT_WINDOWS = {
    ".xz": xz_of_a_giant_dictionary(),
    ".zst": b"\x28\xb5\x2f\xfd\x00\xa8\x09\0\0x",  # a window of 2 GiB
}


@pytest.mark.parametrize("suffix", GIANT_WINDOWS)
def test_what_needs_too_much_memory_to_unpack_is_refused(suffix):
    """The window or dictionary is told in the header, before it is allocated."""
    assert told(read(GIANT_WINDOWS[suffix], f"a.jsonl{suffix}")) == [(None, "too_large")]


# records


def test_a_deep_or_huge_record_costs_its_line():
    """A hundred thousand brackets, a number of a million digits, NUL and lone surrogates."""
    lines = [
        b'{"text": "x", "a": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001,
        b"[" * 100_000,
        b'{"text": "x", "id": ' + b"9" * 1_000_000 + b"}",
        b'{"text": "\\ud83d\\u0000\\udc00"}',
        b'{"id": "\\u202e\\u200bx", "text": "\\u200f\\u202e"}',
        b'{"text": "last"}',
    ]
    start = time.perf_counter()
    found = told(read(b"\n".join(lines), "a.jsonl"))
    assert [reason for _, reason in found[:2]] == ["malformed", "malformed"]
    assert found[2:] == [
        ("3", "x"), ("4", "\ufffd\0\ufffd"), ("\u202e\u200bx", "\u200f\u202e"), ("6", "last"),
    ]  # fmt: skip
    assert time.perf_counter() - start < 20


def test_an_id_of_many_digits_is_no_name():
    """As a text of more than 200 characters is none."""
    assert told(read(b'{"id": ' + b"7" * 4000 + b', "text": "x"}', "a.jsonl")) == [("1", "x")]


# tables


def test_a_quote_that_is_never_closed_ends_at_the_limit():
    """The rest of the file is not held as one row."""
    content = b'id,text\n1,a\n2,"' + b"never closed\n" * (1 << 20)
    file = io.BytesIO(content)
    with within(32):
        assert told(members(file, "a.csv", RULES)) == [("1", "a"), (None, "too_large")]


WIDE = "text|id\nZwölf 👩‍🚀 Größen|7\n"
TABLES = [
    (WIDE.encode("utf-16"), [("7", "Zwölf 👩‍🚀 Größen")]),
    (WIDE.encode("utf-32"), [("7", "Zwölf 👩‍🚀 Größen")]),
    (WIDE.encode("utf-8-sig"), [("7", "Zwölf 👩‍🚀 Größen")]),
    ("text\nZwölf Größen\n".encode("utf-16-le") * 9, [(str(n), "Zwölf Größen" if n % 2 else "text") for n in range(1, 18)]),
    ("text\ncafé Größe\n".encode() + "naïve Größe\n".encode("cp1252"), [("1", "café Größe"), ("2", "naïve Größe")]),
    (b"text\na\x00b\n", [("1", "a\x00b")]),
    (b'"text","title"\r\n"0\x00","A"\r\n', [("1", "0\x00")]),  # no UTF-16 for one NUL
    (b"id,id,text\n1,2,x\n", [("1", "x")]),
    (b"text," + b"," * 2000 + b"\nx," + b"y," * 2000 + b"\n", [("1", "x")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), TABLES)
def test_tables_in_odd_encodings_and_shapes_are_read(content, expected):
    """Wide characters, marks, mixtures, NUL, names of columns that stand twice, columns without end."""
    assert told(read(content, "a.csv")) == expected


# Parquet


def parquet(table, **options):
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


class Keys(pe.KmsClient):
    """Wraps keys by doing next to nothing: what is tested is that the reader has none."""

    def __init__(self, _):
        pe.KmsClient.__init__(self)

    def wrap_key(self, key_bytes, _):
        return base64.b64encode(key_bytes)

    def unwrap_key(self, wrapped_key, _):
        return base64.b64decode(wrapped_key)


@pytest.mark.parametrize("is_footer_plain", [True, False])
def test_encrypted_parquet_is_told(is_footer_plain):
    """Whether only the columns are encrypted or all of the file."""
    setting = pe.EncryptionConfiguration(
        footer_key="f", column_keys={"c": ["text"]}, plaintext_footer=is_footer_plain
    )
    factory = pe.CryptoFactory(Keys)
    properties = factory.file_encryption_properties(pe.KmsConnectionConfig(), setting)
    sink = io.BytesIO()
    with pq.ParquetWriter(
        sink, pa.schema([("text", pa.string())]), encryption_properties=properties
    ) as out:
        out.write_table(pa.table({"text": ["a"]}))
    assert told(read(sink.getvalue(), "a.parquet")) == [(None, "encrypted")]


def test_a_corrupt_footer_is_told():
    """Every byte of the footer in turn; nothing but members and rejections come."""
    whole = parquet(pa.table({"text": ["a", "b"]}))
    size = struct.unpack("<I", whole[-8:-4])[0]
    for place in range(len(whole) - 8 - size, len(whole), 3):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        found = told(read(bytes(damaged), "a.parquet"))
        assert all(reason in {"a", "b", *ReasonCode} for _, reason in found)
    for lie in (0, 1 << 31, (1 << 32) - 1):
        lying = whole[:-8] + struct.pack("<I", lie) + b"PAR1"
        assert told(read(lying, "a.parquet")) == [(None, "corrupt")]


def test_a_row_group_of_absurd_size_is_a_bomb():
    """A hundred million equal texts take some kB as a file."""
    same = pa.DictionaryArray.from_arrays(
        pa.array([0] * 300_000, pa.int32()), pa.array(["x" * 1200])
    )
    content = parquet(
        pa.table({"text": same.cast(pa.string())}), use_dictionary=False, compression="zstd"
    )
    assert told(read(content, "a.parquet")) == [(None, "bomb")]


def test_parquet_values_of_every_type_are_kept():
    """Bytes that are text, dictionaries, nested values, and times that Python lacks."""
    table = pa.table({
        "text": pa.array([b"eins", b"caf\xe9", None], pa.binary()),
        "tag": pa.array(["x", "y", "x"]).dictionary_encode(),
        "when": pa.array([1_741_046_400_000_000_001, 0, None], pa.timestamp("ns")),
        "there": pa.array([10**18, 0, None], pa.timestamp("us", "Mars/Base")),
        "list": pa.array([[{"a": 1}], [], None], pa.list_(pa.struct([("a", pa.int8())]))),
        "day": pa.array([20_000, None, None], pa.date32()),
    })  # fmt: skip
    first, second, third = read(parquet(table), "a.parquet")
    assert (first.content, second.content, third.member) == (b"eins", b"caf\xe9", "3")
    said = {item.key: item.value for item in first.items}
    assert said["when"] == "2025-03-04 00:00:00.000000001"
    assert said["tag"], said["list"] == ("x", '[{"a":1}]')
    assert said["day"] == "2024-10-04"
    assert "there" in said


def test_a_value_that_is_no_utf8_costs_its_row():
    """A column of text may hold what is none; the rows around it are read."""
    ends = struct.pack("<4i", 0, 1, 2, 3)
    texts = pa.StringArray.from_buffers(3, pa.py_buffer(ends), pa.py_buffer(b"a\xffc"))
    found = told(read(parquet(pa.table({"text": texts})), "a.parquet"))
    assert found == [("1", "a"), ("2", "undecodable"), ("3", "c")]


# in the raw folder


@pytest.mark.timeout(20)
def test_what_is_named_like_a_container_and_is_none(tmp_path):
    """A link, a pipe and a folder: refused unopened, or walked through."""
    write_files(tmp_path, {"outside.zip": zipped({"a.txt": b"stolen"})})
    raw = write_files(tmp_path / "raw", {"x.jsonl/in.txt": "inside"})
    (raw / "x.zip").symlink_to(tmp_path / "outside.zip")
    os.mkfifo(raw / "x.tar")
    found = look(raw)
    assert paths(found) == ["x.jsonl/in.txt"]
    assert refused(found) == [
        ("x.tar", ReasonCode.UNSUPPORTED_TYPE), ("x.zip", ReasonCode.UNSUPPORTED_TYPE),
    ]  # fmt: skip

"""What holds for every reader of containers, whatever the bytes: it ends, tells all, and gives back what was put in."""

import csv
import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_containers import PACKERS, tabled, tarred, zipped, zstandard
from small_warehouse import SOAK

from copydesk.errors import InputError
from copydesk.records import Rejection
from copydesk.settings import FieldSettings
from copydesk.store import html
from copydesk.store.containers import Member, ReadingRules, members

RULES = ReadingRules(FieldSettings(), member_bytes=1 << 20, reads_html=True)
INNER = {
    "a.txt": b"a" * 600, "a.txt.meta.yaml": b"title: x", "b.jsonl": b'{"text": "r"}\n7', "c.csv": b"text\nx\n",
    "d.txt.gz": gzip.compress(b"d"), "e.jsonl.zst": zstandard(b'{"text": "e"}'), "f.parquet": tabled(), "p.png": b"p",
    "b.jsonl#1": b"twice", "\u00fc" * 120: b"long",
}  # fmt: skip
PLAIN = {
    "a.zip": zipped(INNER),
    "a.tar": tarred(INNER),
    "a.jsonl": b'{"id": 1, "text": "a"}\n{"id": 1, "text": "b"}\n{"id": "2", "text": 7}\n',
    "a.csv": b'id,text\n1,"a\n"\n1,b\n1\n',
    "a.tsv": b"id\ttext\n1\ta\n",
    "a.parquet": tabled(),
}
SAMPLES = PLAIN | {
    f"{path}{suffix}": pack(PLAIN[path])
    for path in ("a.tar", "a.jsonl", "a.csv")
    for suffix, pack in PACKERS.items()
}
PAGE = b"<html><head><title>T</title></head><body><article><p>Der Deich hielt stand.</p></article></body></html>"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: not text.isspace()
)


def read(content, path):
    return list(members(io.BytesIO(content), path, RULES))


def edited(sample, edits):
    """Return bytes with pieces replaced."""
    for anywhere, cut, noise in edits:
        position = anywhere % (len(sample) + 1)
        sample = sample[:position] + noise + sample[position + cut :]
    return sample


EDITS = st.lists(
    st.tuples(st.integers(0, 1 << 16), st.integers(0, 40), st.binary(max_size=20)),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("path", SAMPLES)
@settings(max_examples=12 * SOAK, deadline=None)
@given(content=st.one_of(st.binary(max_size=200), EDITS))
def test_arbitrary_and_damaged_bytes_never_raise(path, content):
    """Members and rejections come, the same twice, and no two of them share a name."""
    if isinstance(content, list):
        content = edited(SAMPLES[path], content)
    found = read(content, path)
    assert found == read(content, path)
    assert all(isinstance(one, Member | Rejection) for one in found)
    names = [one.member if isinstance(one, Rejection) else one.name for one in found]
    assert len(names) == len(set(names))
    assert all(name.encode() for name in names if name is not None)


@settings(max_examples=15 * SOAK, deadline=None)
@given(content=st.one_of(st.binary(max_size=200), EDITS))
def test_a_web_page_is_read_or_refused(content):
    """Whatever the parser makes of it, the only error is one of ours."""
    page = edited(PAGE, content) if isinstance(content, list) else content
    try:
        found = html.extract(page)
    except InputError:
        return
    assert found.text.strip()
    assert found == html.extract(page)


RECORDS = st.lists(
    st.tuples(TEXTS, st.text(st.characters(categories=["L"]), min_size=1)), max_size=6
)


def packed(content, suffix):
    return PACKERS[suffix](content) if suffix else content


@pytest.mark.parametrize("suffix", ["", *PACKERS])
@settings(max_examples=6 * SOAK, deadline=None)
@given(records=RECORDS, is_ascii=st.booleans())
def test_records_come_out_as_they_were_put_in(suffix, records, is_ascii):
    """Text and metadata, in order, compressed or not, alone or in an archive."""
    lines = [json.dumps({"text": t, "title": m}, ensure_ascii=is_ascii) for t, m in records]
    content = packed("\n".join(lines).encode("utf-8"), suffix)
    inner = f"in.jsonl{suffix}"
    for path, whole in (
        (f"a.jsonl{suffix}", content),
        ("a.zip", zipped({inner: content})),
        ("a.tar", tarred({inner: content})),
    ):
        found = read(whole, path)
        assert [(one.content.decode(), one.items[0].value) for one in found] == records


@settings(max_examples=20 * SOAK, deadline=None)
@given(
    records=RECORDS,
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
)
def test_rows_come_out_as_they_were_put_in(records, delimiter, quoting):
    """With any delimiter and way of quoting."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter, quoting=quoting)
    writer.writerows([("text", "title"), *records])
    found = read(table.getvalue().encode(), "a.csv")
    assert [(one.content.decode(), one.items[0].value) for one in found] == records


@settings(max_examples=15 * SOAK, deadline=None)
@given(records=RECORDS.filter(bool), is_binary=st.booleans(), rows=st.integers(1, 3))
def test_rows_of_parquet_come_out_as_they_were_put_in(records, is_binary, rows):
    """As text or as bytes, in any number of row groups."""
    texts, titles = zip(*records, strict=True)
    kind = pa.binary() if is_binary else pa.string()
    sink = io.BytesIO()
    table = pa.table({"text": pa.array([text.encode() for text in texts], kind), "title": titles})
    pq.write_table(table, sink, row_group_size=rows)
    found = read(sink.getvalue(), "a.parquet")
    assert [(one.content.decode(), one.items[0].value) for one in found] == records


NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60)


@settings(max_examples=15 * SOAK, deadline=None)
@given(files=st.dictionaries(NAMES, st.binary(max_size=700), max_size=6))
def test_files_come_out_as_they_were_put_in(files):
    """Names and bytes, in zip and tar, compressed or not."""
    tar = tarred(files)
    for path, content in [("a.zip", zipped(files)), ("a.tar", tar)] + [
        (f"a.tar{suffix}", packed(tar, suffix)) for suffix in PACKERS
    ]:
        assert {one.name: one.content for one in read(content, path)} == files

"""Containers through whole runs: members are sources like files, and only what changed is done again."""

import errno
import gzip
import hashlib
import json
import tarfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_warehouse import (
    HARBOUR,
    LIGHTHOUSE,
    WHARF,
    crash,
    rows,
    run,
    settings_of,
    views,
    write_files,
)

from copydesk import batch, pipeline, reading
from copydesk.annotate import registry
from copydesk.origin import raw_bytes
from copydesk.store import containers, html, member_reader, scan
from copydesk.store import raw as raw_files
from copydesk.store.containers import records as container_records
from copydesk.store.known import nothing_known
from copydesk.store.manifest import read_head
from copydesk.store.publish import connect
from copydesk.store.raw import raw_folder


def records(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def zipped(members):
    packed = BytesIO()
    with ZipFile(packed, "w") as box:
        for name, content in members.items():
            box.writestr(name, content)
    return packed.getvalue()


def tarred(members):
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as box:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            box.addfile(info, BytesIO(content.encode()))
    return packed.getvalue()


def numbered(count, *, start=1):
    return [
        {"id": f"m{number}", "text": f"Meldung {number}\n\nDer Rat beschloss Haushalt {number}.\n"}
        for number in range(start, start + count)
    ]


FEED = records(
    {"id": "h1", "content": HARBOUR, "title": "Streik", "source": "Nordpost", "section": "Hafen"},
    {"text": LIGHTHOUSE, "date": "2025-03-04", "author": ["A. Penn", "B. Quill"]},
    {"title": "no text here"},
)
ARCHIVE = {
    "feed.jsonl": FEED,
    "box.zip": zipped({"2025/03/04/wharf.txt": WHARF, "../out.txt": HARBOUR, "x.png": "x"}),
    "box.tar.gz": tarred(
        {"hafen.txt": HARBOUR, "hafen.txt.meta.json": '{"title": "Aus dem Archiv"}'}
    ),
    "table.csv": "id,body,date\n7,Der Deich hielt dem Hochwasser stand.,2025-05-06\n8,,\n",
    "hafen.txt": HARBOUR,
}


@pytest.fixture
def raw(tmp_path):
    return write_files(tmp_path / "raw", ARCHIVE)


def test_members_are_sources(tmp_path, raw):
    """Every member is a source or a rejection with its name, and files in are documents and rejections."""
    summary, warehouse = run(tmp_path, raw)
    assert rows(warehouse, "select path, member, title from sources") == [
        ("box.tar.gz", "hafen.txt", "Aus dem Archiv"),
        ("box.zip", "2025/03/04/wharf.txt", None),
        ("feed.jsonl", "2", None),
        ("feed.jsonl", "h1", "Streik"),
        ("hafen.txt", None, None),
        ("table.csv", "7", None),
    ]
    assert rows(warehouse, "select path, member, reason_code from rejections") == [
        ("box.zip", "../out.txt", "unsafe_name"),
        ("box.zip", "x.png", "unsupported_type"),
        ("feed.jsonl", "3", "malformed"),
        ("table.csv", "8", "malformed"),
    ]
    assert summary.source_count == 10
    assert summary.document_count == 4  # the harbour story lies in three places


def test_what_a_record_says_is_kept_as_given(tmp_path, raw):
    """Known keys fill fields, the others are kept; a date given in a record dates its document."""
    _, warehouse = run(tmp_path, raw)
    said = (
        "select member, key, value, field from source_metadata "
        "inner join sources using (source_id) where path = 'feed.jsonl'"
    )
    assert ("h1", "section", "Hafen", None) in rows(warehouse, said)
    assert ("2", "author", "A. Penn, B. Quill", "author_name") in rows(warehouse, said)
    dated = "select published_date::varchar, published_status from documents where title is null"
    assert ("2025-05-06", "given") in rows(warehouse, dated)


def test_the_name_in_an_archive_is_a_path_and_a_record_s_id_is_none(tmp_path):
    """A folder of days inside an archive dates its texts; a number that looks like a day dates nothing."""
    raw = write_files(
        tmp_path / "raw",
        {
            "box.zip": zipped({"2025/03/04/wharf.txt": WHARF}),
            "feed.jsonl": records({"id": 20250607, "text": LIGHTHOUSE}),
        },
    )
    _, warehouse = run(tmp_path, raw)
    dated = "select path, published_date::varchar from documents inner join sources using (doc_id)"
    assert rows(warehouse, dated) == [("box.zip", "2025-03-04"), ("feed.jsonl", None)]


def test_the_bytes_of_a_member_can_be_shown(tmp_path, raw):
    """A span of a document leads to the bytes in the member, or in the text of the record."""
    _, warehouse = run(tmp_path, raw)
    found = rows(warehouse, "select doc_id, text from documents")
    folder = raw_folder(settings_of(tmp_path, raw))
    with connect(warehouse) as connection:
        for doc_id, text in found:
            shown = raw_bytes(connection, folder, UUID(str(doc_id)), (3, 9))
            assert shown.decode() == str(text)[3:9]


def test_an_unchanged_container_is_not_opened(tmp_path, raw, monkeypatch):
    """Members and rejections of a container with known stamps are taken from the last scan."""
    _, warehouse = run(tmp_path, raw)
    before = views(warehouse)
    for module in (scan, member_reader):
        monkeypatch.setattr(module, "members", None)  # whoever opens one fails
    summary, _ = run(tmp_path, raw)
    assert summary.annotated_count == 0
    assert summary.source_count == 10
    assert views(warehouse) == before


def test_only_new_records_are_annotated(tmp_path):
    """A record more at the end of a file is one document more; the files of all others stay."""
    raw = write_files(tmp_path / "raw", {"feed.jsonl": records(*numbered(5))})
    _, warehouse = run(tmp_path, raw, batch_documents=2)
    batches = read_head(warehouse).batches
    write_files(raw, {"feed.jsonl": records(*numbered(6))})
    summary, _ = run(tmp_path, raw, batch_documents=2)
    assert (summary.annotated_count, summary.counts.added, summary.counts.unchanged) == (1, 1, 5)
    assert batches.items() <= read_head(warehouse).batches.items()


def test_records_with_ids_may_move(tmp_path):
    """A record more at the head changes no other source: their names are their ids."""
    raw = write_files(tmp_path / "raw", {"feed.jsonl": records(*numbered(5))})
    run(tmp_path, raw)
    write_files(raw, {"feed.jsonl": records(*numbered(1, start=9), *numbered(5))})
    summary, _ = run(tmp_path, raw)
    assert (summary.counts.added, summary.counts.changed) == (1, 0)


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.jsonl.gz"])
def test_a_container_is_gone_through_once_for_all_batches(tmp_path, monkeypatch, name):
    """Each batch reads on where the one before stopped; the views are those of a single batch."""
    content = records(*numbered(12), numbered(3)[0] | {"id": "again"}).encode()
    content = gzip.compress(content) if name.endswith(".gz") else content
    raw = write_files(tmp_path / "raw", {name: content})
    batch._readers.cache_clear()
    opened = []
    real = member_reader.members
    monkeypatch.setattr(
        member_reader, "members", lambda *given: opened.append(given[1]) or real(*given)
    )
    summary, warehouse = run(tmp_path, raw, batch_documents=2)
    assert (summary.batch_count, opened) == (6, [name])
    _, single = run(tmp_path / "single", raw)
    assert views(warehouse) == views(single)


def test_a_container_that_changes_during_a_run_is_read_again(tmp_path):
    """A member that is another than discovery hashed is rejected for this run, and the next one has it."""
    raw = write_files(tmp_path / "raw", {"feed.jsonl": records(*numbered(3))})
    settings, clock = settings_of(tmp_path, raw), pipeline_clock()
    stamp = pipeline.new_stamp(clock)
    with pipeline.open_warehouse(settings, stamp):
        plan = pipeline.plan_run(settings, stamp.started_at)
        write_files(raw, {"feed.jsonl": records(*numbered(2), {"id": "m3", "text": "Neu."})})
        receipts = [pipeline.annotate_batch(one) for one in pipeline.requests_of(plan, settings)]
        for receipt in receipts:
            pipeline.commit_receipt(settings.warehouse_folder, stamp, receipt, clock())
        summary = pipeline.finish_run(settings, stamp, plan, receipts, clock())
    assert [(item.member, item.reason_code) for item in summary.rejections] == [
        ("m3", "changed_while_read")
    ]
    summary, warehouse = run(tmp_path, raw, clock=clock)
    assert summary.rejections == ()
    assert ("Neu.",) in rows(warehouse, "select text from documents")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are not told here")
def test_a_run_leaves_no_container_open(tmp_path, raw):
    """Who starts runs in his own process can remove or unmount the raw folder after them."""
    run(tmp_path, raw)
    opened = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
    assert not [path for path in opened if path.is_relative_to(raw)]


def test_a_later_run_in_the_same_process_reads_the_container_that_is_there(tmp_path):
    """A container in whose middle a run failed is opened again: another may lie in its place."""
    files = {"a.txt": WHARF, "a.txt.meta.json": "{}"}  # it makes the document, so m2 is not read
    first = records({"id": "m1", "text": HARBOUR}, {"id": "m2", "text": WHARF})
    raw = write_files(tmp_path / "raw", {**files, "feed.jsonl": first})
    crash(tmp_path, raw)
    (raw / "feed.jsonl").unlink()
    second = records({"id": "m1", "text": HARBOUR}, {"id": "m2", "text": LIGHTHOUSE})
    write_files(raw, {"feed.jsonl": second})
    summary, _ = run(tmp_path, raw)
    assert summary.rejections == ()


@pytest.mark.parametrize("gone", ["page.html", "text.txt"])
def test_a_rejected_page_rejects_no_text_of_the_same_bytes(tmp_path, gone):
    """Bytes that hold no article are a text all the same: which source comes first decides, in every run."""
    raw = write_files(tmp_path / "raw", dict.fromkeys(["page.html", "text.txt"], "<html></html>"))
    run(tmp_path, raw)
    (raw / gone).unlink()
    run(tmp_path, raw)
    write_files(raw, {"again.txt": "<html></html>"})
    _, warehouse = run(tmp_path, raw)
    _, clean = run(tmp_path / "clean", raw)
    assert views(warehouse) == views(clean)


def test_another_reader_of_pages_tries_rejected_pages_again(tmp_path, monkeypatch):
    """Where no article was found, the next version may find one."""
    raw = write_files(tmp_path / "raw", {"page.html": "<html></html>"})
    run(tmp_path, raw)
    monkeypatch.setattr(html, "version", lambda: "next")
    plan = pipeline.plan_run(settings_of(tmp_path, raw), pipeline_clock()())
    assert len(plan.work) == 1


def test_another_reader_of_records_is_not_held_up_to_the_last_scan(tmp_path, monkeypatch):
    """What the scan knew of a container was read by the old rules: it is read anew, once."""
    raw = write_files(tmp_path / "raw", {"feed.jsonl": FEED})
    run(tmp_path, raw)
    text, *others = registry.STEPS
    monkeypatch.setattr(registry, "STEPS", (replace(text, version="next"), *others))
    monkeypatch.setattr(container_records, "items_of", lambda *_: ((), "nothing is read"))
    registry.fingerprints.cache_clear()
    assert run(tmp_path, raw)[0].annotated_count == 2
    assert run(tmp_path, raw)[0].annotated_count == 0
    registry.fingerprints.cache_clear()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_one_name_is_read_as_the_first(tmp_path):
    """A page that is packed twice is a page both times, and an id in a table that is dates nothing."""
    page = "<html><body><article><p>Der Deich hielt dem Hochwasser {} stand.</p></article></body></html>"
    table = "id,text\n20250304,Der Rat beschloss den Haushalt {}.\n"
    packed = BytesIO()
    with ZipFile(packed, "w") as box:
        for name, content in (("a.html", page), ("b.csv", table)):
            for number in ("wieder", "nochmals"):
                box.writestr(name, content.format(number))
    raw = write_files(tmp_path / "raw", {"box.zip": packed.getvalue()})
    _, warehouse = run(tmp_path, raw)
    assert len(rows(warehouse, "select member from sources where member like '%(entry%'")) == 2
    assert rows(warehouse, "select text from documents where text like '%<%'") == []
    assert rows(warehouse, "select * from documents where published_date is not null") == []


def test_rules_for_paths_need_no_source(tmp_path):
    """A folder in which nothing can be read is no fault of the rules."""
    raw = write_files(tmp_path / "raw", {"photo.png": "x"})
    summary, _ = run(tmp_path, raw, path_rules=({"pattern": "^(?P<source>[^/]+)/"},))
    assert (summary.document_count, len(summary.rejections)) == (0, 1)


def test_a_text_that_a_reader_fails_on_stops_no_run(tmp_path, raw, monkeypatch):
    """It is a rejection that is tried again; all others are documents."""

    def head_lines(text, lines):
        if "Hafen" in text:
            raise ZeroDivisionError
        return ()

    with monkeypatch.context() as broken:
        broken.setattr(reading, "head_lines", head_lines)
        summary, _ = run(tmp_path, raw)
    assert summary.document_count == 3
    failed = [item for item in summary.rejections if item.reason_code == "annotation_failed"]
    assert len(failed) == 3  # the harbour story lies in three places
    assert "ZeroDivisionError" in failed[0].detail
    assert run(tmp_path, raw)[0].document_count == 4


def test_a_container_that_a_reader_fails_on_stops_no_run(tmp_path, raw, monkeypatch):
    """A fault of copydesk itself is one rejection, which is tried again."""
    with monkeypatch.context() as broken:
        broken.setattr(containers, "read_table", lambda *_: 1 / 0)
        summary, _ = run(tmp_path, raw)
    [failed] = [item for item in summary.rejections if item.path == "table.csv"]
    assert (failed.member, failed.reason_code) == (None, "unreadable")
    assert "ZeroDivisionError" in failed.detail
    assert run(tmp_path, raw)[0].document_count == 4


def failing_disk(after):
    class Disk(raw_files._Descriptor):
        def readinto(self, buffer):
            if self.tell() >= after:
                self.fault = OSError(errno.EIO, "Input/output error")
                raise self.fault
            return super().readinto(buffer)

    return Disk


@pytest.mark.parametrize("name", ["box.zip", "table.parquet", "box.tar.gz", "feed.jsonl"])
@pytest.mark.parametrize("after", [0, 9_000])
def test_a_fault_of_the_disk_is_not_taken_for_damage(tmp_path, monkeypatch, name, after):
    """A container that cannot be read now is one rejection that is tried again; the next run has its members."""
    noise = [{"text": hashlib.sha512(b"%d" % number).hexdigest()} for number in range(300)]
    texts = {f"{number}.txt": row["text"] for number, row in enumerate(noise)}
    parquet = BytesIO()
    pq.write_table(pa.Table.from_pylist(noise), parquet)
    contents = {"box.zip": zipped(texts), "table.parquet": parquet.getvalue()}
    contents |= {"box.tar.gz": tarred(texts), "feed.jsonl": records(*noise)}
    folder = write_files(tmp_path / "raw", {name: contents[name]})
    raw = raw_files.RawFolder(folder, 1 << 20)
    with monkeypatch.context() as broken:
        broken.setattr(raw_files, "_Descriptor", failing_disk(after))
        found = scan.scan(raw, nothing_known(), now_ns=10**19)
    assert [(item.member, item.reason_code) for item in found.rejections] == [(None, "unreadable")]
    found = scan.scan(raw, found.known, now_ns=10**19)
    assert (found.rejections, found.sources.num_rows) == ([], 300)


def pipeline_clock():
    from small_warehouse import ticking_clock

    return ticking_clock(2150)


def test_a_sidecar_beside_a_container_speaks_for_all_its_members(tmp_path):
    """What it says holds for each record that says nothing else; when it changes, they are done anew."""
    feed = records({"text": HARBOUR, "title": "Streik"}, {"text": WHARF})
    files = {"feed.jsonl": feed, "feed.jsonl.meta.json": '{"source": "Nordpost", "title": "Alle"}'}
    raw = write_files(tmp_path / "raw", files)
    _, warehouse = run(tmp_path, raw)
    said = "select member, source_name, title from sources"
    assert rows(warehouse, said) == [("1", "Nordpost", "Streik"), ("2", "Nordpost", "Alle")]
    write_files(raw, {"feed.jsonl.meta.json": '{"source": "Suedpost"}'})
    run(tmp_path, raw)
    assert rows(warehouse, said) == [("1", "Suedpost", "Streik"), ("2", "Suedpost", None)]


def test_paths_say_what_the_rules_make_of_them(tmp_path, raw):
    """A rule that is written later fills what it can, of members too, without being asked twice."""
    _, warehouse = run(tmp_path, raw)
    rules = ({"pattern": r"^box\.zip#(?P<date>\d{4}/\d\d/\d\d)", "set": {"source": "Kiste"}},)
    summary, _ = run(tmp_path, raw, path_rules=rules)
    assert summary.annotated_count == 1
    said = "select source_name, published_text from sources where path = 'box.zip'"
    assert rows(warehouse, said) == [("Kiste", "2025/03/04")]
    assert run(tmp_path, raw, path_rules=rules)[0].annotated_count == 0

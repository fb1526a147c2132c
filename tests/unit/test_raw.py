"""Raw files: what a sidecar says, what is read, what the ids are made from."""

from hashlib import sha256
from uuid import RFC_4122

import pytest
from small_warehouse import write_files

from copydesk.errors import InputError
from copydesk.records import Metadata, ReasonCode
from copydesk.store.describe import describe_file
from copydesk.store.known import nothing_known
from copydesk.store.raw import RawFolder, doc_id_of, read_source, source_id_of
from copydesk.store.scan import scan
from copydesk.store.sources import source_refs

LIMIT = 1 << 20


def look(raw):
    """Return the sources of a raw folder."""
    return source_refs(scan(RawFolder(raw, LIMIT), nothing_known(), now_ns=0).sources)


def source_of(raw, path):
    return next(source for source in look(raw) if source.path == path)


METADATA = [
    (b'{"title": "T", "url": "u", "source_name": "s"}', Metadata("T", "u", "s"), None),
    (
        b'{"author": "A", "published": "May 3"}',
        Metadata(author_name="A", published_text="May 3"),
        None,
    ),
    (b'{"language": "de"}', Metadata(language_text="de"), None),
    (b'{"author": ["A", "B"]}', Metadata(author_name="A, B"), None),  # lists of authors are common
    (b'{"author": []}', Metadata(), None),
    (b'{"published": 20250304}', Metadata(published_text="20250304"), None),
    (b'{"title": "  T \\n"}', Metadata("T"), None),
    (b'{"title": "   "}', Metadata(), None),
    (b'{"title": null}', Metadata(), None),
    (b'{"editor": {"a": 1}}', Metadata(), None),  # other keys are not ours
    (b'\xef\xbb\xbf{"title": "T"}', Metadata("T"), None),  # a byte order mark
    (b'{"title": true, "url": "u"}', Metadata(url="u"), "title"),
    (b'{"title": {"en": "T"}}', Metadata(), "title"),
    (b'{"author": ["A", 1], "title": "T"}', Metadata("T"), "author"),
    (b'{"title": "A\\ud800"}', Metadata("A\ufffd"), "title"),  # a lone surrogate cannot be stored
    (b'{"author": ["\\udfff"]}', Metadata(author_name="\ufffd"), "author"),
    (
        b'{"Headline": "T", "date": "May 3"}',
        Metadata("T", published_text="May 3"),
        None,
    ),  # other names
    (b'{"title": "\\ud83d\\ude00"}', Metadata("\U0001f600"), None),  # a pair can
    (b"", Metadata(), "ignored"),
    (b'{"title": "T"', Metadata(), "ignored"),
    (b'["T"]', Metadata(), "not a JSON object"),
    (b'"T"', Metadata(), "not a JSON object"),
    (b'{"title": "caf\xe9"}', Metadata(), "ignored"),  # not UTF-8
    (b'{"published": 1' + b"0" * 5000 + b"}", Metadata(), "ignored"),  # beyond Python's own limit
    (b'{"published": 1' + b"0" * 100 + b"}", Metadata(published_text="1" + "0" * 100), None),
    (b"[" * 100_000, Metadata(), "ignored"),  # deeper than the parser goes
]


@pytest.mark.parametrize(("sidecar", "expected", "warning"), METADATA)
def test_sidecars_are_read_with_care(tmp_path, sidecar, expected, warning):
    """A sidecar gives its texts; what cannot be understood is left out with a warning."""
    raw = write_files(tmp_path, {"a.txt": "a", "a.txt.meta.json": sidecar})
    described = describe_file(RawFolder(raw, LIMIT), source_of(raw, "a.txt"))
    metadata, told = described.metadata, described.warning
    assert metadata == expected
    assert (told is None) == (warning is None)
    assert warning is None or warning in told


def test_a_source_without_sidecar_has_no_metadata(tmp_path):
    """Without a sidecar there is no metadata, no hash and no warning."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    source = source_of(raw, "a.txt")
    assert source.metadata_hash == ""
    assert describe_file(RawFolder(raw, LIMIT), source).metadata == Metadata()


def test_read_source_gives_the_bytes_that_were_hashed(tmp_path):
    """The bytes come back as they are, whatever they are."""
    raw = write_files(tmp_path, {"a.txt": b"\x00\xff\r\n"})
    assert read_source(RawFolder(raw, LIMIT), source_of(raw, "a.txt")) == b"\x00\xff\r\n"


def test_read_source_detects_a_changed_file(tmp_path):
    """A file that is another since discovery is rejected for this run."""
    raw = write_files(tmp_path, {"a.txt": "before"})
    source = source_of(raw, "a.txt")
    write_files(raw, {"a.txt": "after"})
    with pytest.raises(InputError) as caught:
        read_source(RawFolder(raw, LIMIT), source)
    assert caught.value.reason_code == ReasonCode.CHANGED_WHILE_READ


@pytest.mark.parametrize("becomes", ["nothing", "a link"])
def test_read_source_rejects_a_file_that_is_gone(tmp_path, becomes):
    """A file that was removed, or became a link, since discovery is unreadable."""
    raw = write_files(tmp_path / "raw", {"a.txt": "a"})
    source = source_of(raw, "a.txt")
    (raw / "a.txt").rename(tmp_path / "moved.txt")
    if becomes == "a link":
        (raw / "a.txt").symlink_to(tmp_path / "moved.txt")
    with pytest.raises(InputError) as caught:
        read_source(RawFolder(raw, LIMIT), source)
    assert caught.value.reason_code == ReasonCode.UNREADABLE


def test_a_rename_keeps_the_document_id(tmp_path):
    """The document is its bytes: under another name it has the same id."""
    raw = write_files(tmp_path, {"a.txt": "same", "b/c.md": "same", "d.txt": "other"})
    first, second, third = (source.doc_id for source in look(raw))
    assert first == second != third


@pytest.mark.parametrize("content", [b"", b"a", b"b", bytes(16), b"\xff" * 99])
def test_ids_are_uuids_of_version_8(content):
    """Version and variant bits are those of RFC 9562; the rest is the hash."""
    digest = sha256(content).digest()
    made = doc_id_of(digest)
    assert made.version == 8
    assert made.variant == RFC_4122
    assert made.bytes[:6] == digest[:6]
    assert made.bytes[9:] == digest[9:16]


def test_source_ids_tell_path_and_member_apart():
    """A source is its path and member together, and nothing else."""
    ids = [
        source_id_of("a", None),
        source_id_of("a", ""),
        source_id_of("a", "b"),
        source_id_of("ab", None),
        source_id_of("a/b", None),
    ]
    assert len(set(ids)) == len(ids)
    assert source_id_of("a", "b") == ids[2]


def test_a_giant_sidecar_is_ignored_with_a_warning(tmp_path):
    """More than a mebibyte of metadata is not read into memory."""
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.txt.meta.json").write_text('{"title": "' + "x" * (1 << 20) + '"}')
    described = describe_file(RawFolder(tmp_path, LIMIT), source_of(tmp_path, "a.txt"))
    metadata, warning = described.metadata, described.warning
    assert metadata.title is None
    assert "larger than" in warning

"""The raw folder: what is found, what is refused, what a sidecar says, what the ids are made from."""

import errno
import os
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import RFC_4122

import pytest
from small_warehouse import write_files

from copydesk.errors import ConfigError, InputError, TransientError
from copydesk.records import Metadata, ReasonCode, SourceRef
from copydesk.store.raw import (
    RACY_NS,
    describe,
    doc_id_of,
    read_source,
    scan,
    source_id_of,
)

LIMIT = 1 << 20
FAR = 10**19
"""A present so late that every file is known by its time stamp."""


def look(raw, known=None, *, file_bytes=LIMIT, now_ns=FAR):
    return scan(raw, known or {}, file_bytes=file_bytes, now_ns=now_ns)


def paths(found):
    return [source.path for source in found.sources]


def refused(found):
    return [(item.path, item.reason_code) for item in found.rejections]


def source_of(raw, path):
    return next(source for source in look(raw).sources if source.path == path)


FOUND = [
    ({"a.txt": "a"}, ["a.txt"]),
    ({"b.txt": "b", "a.txt": "a", "c.txt": "c"}, ["a.txt", "b.txt", "c.txt"]),  # in order
    ({"z/y/x.txt": "x", "m.md": "m"}, ["m.md", "z/y/x.txt"]),  # nested
    ({"README": "r", "LOUD.TXT": "l", "n.text": "n"}, ["LOUD.TXT", "README", "n.text"]),
    ({".hidden.txt": "h", "a.txt": "a"}, ["a.txt"]),  # hidden file
    ({".git/x.txt": "x", "a.txt": "a"}, ["a.txt"]),  # hidden folder
    ({"a.txt": "a", "a.txt.meta.json": "{}"}, ["a.txt"]),  # a sidecar is no source
    ({"gone.txt.meta.json": "{}", "a.txt": "a"}, ["a.txt"]),  # nor is one left alone
    ({"zwei Wörter, 码头.txt": "z"}, ["zwei Wörter, 码头.txt"]),
    ({"line\nbreak.txt": "l"}, ["line\nbreak.txt"]),  # odd, and allowed by the file system
    ({"folder.meta.json/a.txt": "a"}, ["folder.meta.json/a.txt"]),  # only files are sidecars
    ({}, []),
]


@pytest.mark.parametrize(("files", "expected"), FOUND)
def test_discovery_finds_text_files_in_order(tmp_path, files, expected):
    """Every plain text file is a source, hidden ones and sidecars are passed over without a word."""
    found = look(write_files(tmp_path, files))
    assert paths(found) == expected
    assert found.rejections == []


def test_files_of_another_type_are_rejected(tmp_path):
    """A suffix that is not read is a rejection that names the suffix."""
    found = look(write_files(tmp_path, {"a.pdf": "a", "b.txt": "b"}))
    assert refused(found) == [("a.pdf", ReasonCode.UNSUPPORTED_TYPE)]
    assert ".pdf" in found.rejections[0].detail
    assert paths(found) == ["b.txt"]


@pytest.mark.parametrize("target", ["outside.txt", "outside", "raw/a.txt", "nowhere"])
def test_symbolic_links_are_rejected_and_never_followed(tmp_path, target):
    """A link to a file or folder, outside or inside, is a rejection and nothing behind it is found."""
    write_files(tmp_path, {"outside.txt": "o", "outside/secret.txt": "s", "raw/a.txt": "a"})
    (tmp_path / "raw" / "link.txt").symlink_to(tmp_path / target)
    found = look(tmp_path / "raw")
    assert refused(found) == [("link.txt", ReasonCode.UNSUPPORTED_TYPE)]
    assert paths(found) == ["a.txt"]


def test_a_linked_sidecar_is_not_followed(tmp_path):
    """A sidecar that is a symbolic link gives no metadata, only a warning."""
    write_files(tmp_path, {"other.json": '{"title": "Stolen"}', "raw/a.txt": "a"})
    (tmp_path / "raw" / "a.txt.meta.json").symlink_to(tmp_path / "other.json")
    raw = tmp_path / "raw"
    described = describe(raw, source_of(raw, "a.txt"))
    metadata, warning = described.metadata, described.warning
    assert metadata == Metadata()
    assert warning is not None


@pytest.mark.timeout(5)
def test_a_named_pipe_is_rejected_unopened(tmp_path):
    """A FIFO is a rejection; opening it would wait for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(look(tmp_path)) == [("pipe.txt", ReasonCode.UNSUPPORTED_TYPE)]


@pytest.mark.timeout(5)
def test_a_named_pipe_as_sidecar_does_not_stop_the_scan(tmp_path):
    """A FIFO in the place of a sidecar is warned of, and its document is kept."""
    write_files(tmp_path, {"a.txt": "a"})
    os.mkfifo(tmp_path / "a.txt.meta.json")
    described = describe(tmp_path, source_of(tmp_path, "a.txt"))
    metadata, warning = described.metadata, described.warning
    assert metadata == Metadata()
    assert warning is not None


def test_the_size_limit_is_inclusive(tmp_path):
    """A file of the limit's size is read, one byte more is a rejection that names the setting."""
    found = look(write_files(tmp_path, {"a.txt": "1234", "b.txt": "12345"}), file_bytes=4)
    assert paths(found) == ["a.txt"]
    assert refused(found) == [("b.txt", ReasonCode.TOO_LARGE)]
    assert "file_mebibytes" in found.rejections[0].detail


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["locked", "locked.txt"])
def test_what_may_not_be_read_is_rejected(tmp_path, name):
    """A folder or file without permission is one rejection, the rest is found."""
    inner = f"{name}/b.txt" if name == "locked" else name
    write_files(tmp_path, {inner: "b", "a.txt": "a"})
    (tmp_path / name).chmod(0)
    try:
        found = look(tmp_path)
    finally:
        (tmp_path / name).chmod(0o700)
    assert paths(found) == ["a.txt"]
    assert refused(found) == [(name, ReasonCode.UNREADABLE)]


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\xe9/a.txt", b"caf\xe9.pdf"])
def test_a_name_that_is_not_utf8_is_rejected(tmp_path, name):
    """A file name that is not UTF-8, or below a folder of such a name, is a rejection that can be stored."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"a")
    found = look(tmp_path)
    assert [code for _, code in refused(found)] == [ReasonCode.UNREADABLE]
    assert found.rejections[0].path.startswith("caf\\")
    assert found.rejections[0].path.encode()  # no lone surrogate is left
    assert found.sources == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_whose_name_is_not_utf8_is_rejected(tmp_path):
    """Both faults at once still give a rejection that can be stored."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    folder.mkdir(mode=0)
    try:
        found = look(tmp_path)
    finally:
        folder.chmod(0o700)
    assert [code for _, code in refused(found)] == [ReasonCode.UNREADABLE]
    assert found.rejections[0].path.encode()


def test_a_missing_raw_folder_is_a_wrong_setting(tmp_path):
    """Without a raw folder there is nothing to plan: the error names the folder."""
    with pytest.raises(ConfigError, match="nowhere"):
        look(tmp_path / "nowhere")


def test_a_known_file_is_not_read_again(tmp_path):
    """A file whose stamp is known has the id that is known, whatever its bytes would say."""
    raw = write_files(tmp_path, {"a.txt": "old"})
    first = look(raw)
    told = doc_id_of(sha256(b"told").digest())
    known = {"a.txt": replace(first.known["a.txt"], doc_id=told)}
    assert [source.doc_id for source in look(raw, known).sources] == [told]
    assert look(raw).sources == first.sources


def test_another_content_with_the_same_size_and_time_is_seen(tmp_path):
    """A copy that keeps the time stamp changes the status time all the same."""
    raw = write_files(tmp_path, {"a.txt": "old"})
    status = (raw / "a.txt").stat()
    first = look(raw)
    (raw / "a.txt").write_text("new")
    os.utime(raw / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert look(raw, first.known).sources != first.sources


def test_a_young_sidecar_is_not_trusted(tmp_path):
    """A file whose sidecar was just written is read again, since the clock may be too coarse to tell."""
    raw = write_files(tmp_path, {"a.txt": "old", "a.txt.meta.json": "{}"})
    now_ns = (raw / "a.txt.meta.json").stat().st_ctime_ns
    assert scan(raw, {}, file_bytes=1 << 20, now_ns=now_ns).known == {}


def test_a_share_that_is_away_is_no_rejection(tmp_path, monkeypatch):
    """A fault that may pass stops the scan with the one error that is tried again."""
    raw = write_files(tmp_path, {"a.txt": "old"})

    real = os.open

    def stale(path, *arguments, **options):
        if str(path).endswith("a.txt"):
            raise OSError(errno.ESTALE, "Stale file handle")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", stale)
    with pytest.raises(TransientError, match="Stale"):
        look(raw)


@pytest.mark.parametrize("name", ["Notes 2.0", "Ajax vs. Porto", "report.2024", "v1.2.3"])
def test_a_dot_in_a_name_is_not_a_type(tmp_path, name):
    """Only letters behind the last dot tell a type of file."""
    raw = write_files(tmp_path, {name: "text"})
    assert [source.path for source in look(raw).sources] == [name]


def test_a_changed_stamp_is_read_again(tmp_path):
    """An edit and a new sidecar show in the stamps, so the cache does not hide them."""
    raw = write_files(tmp_path, {"a.txt": "old"})
    first = look(raw)
    write_files(raw, {"a.txt": "newer"})
    second = look(raw, first.known)
    assert second.sources[0].doc_id == doc_id_of(sha256(b"newer").digest())
    write_files(raw, {"a.txt.meta.json": "{}"})
    third = look(raw, second.known)
    assert third.sources[0].metadata_hash == sha256(b"{}").hexdigest()


@pytest.mark.parametrize(("age", "is_known"), [(0, False), (RACY_NS, False), (RACY_NS + 1, True)])
def test_a_file_just_written_is_not_trusted(tmp_path, age, is_known):
    """A file that may change again within its time stamp is read by the next scan too."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    written = (raw / "a.txt").stat().st_mtime_ns
    assert ("a.txt" in look(raw, now_ns=written + age).known) is is_known


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
    (b'{"title": "\\ud800"}', Metadata(), "title"),  # a lone surrogate cannot be stored
    (b'{"author": ["\\udfff"]}', Metadata(), "author"),
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
    described = describe(raw, source_of(raw, "a.txt"))
    metadata, told = described.metadata, described.warning
    assert metadata == expected
    assert (told is None) == (warning is None)
    assert warning is None or warning in told


def test_a_source_without_sidecar_has_no_metadata(tmp_path):
    """Without a sidecar there is no metadata, no hash and no warning."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    source = source_of(raw, "a.txt")
    assert source.metadata_hash == ""
    assert describe(raw, source).metadata == Metadata()


def test_read_source_gives_the_bytes_that_were_hashed(tmp_path):
    """The bytes come back as they are, whatever they are."""
    raw = write_files(tmp_path, {"a.txt": b"\x00\xff\r\n"})
    assert read_source(raw, source_of(raw, "a.txt")) == b"\x00\xff\r\n"


def test_read_source_detects_a_changed_file(tmp_path):
    """A file that is another since discovery is rejected for this run."""
    raw = write_files(tmp_path, {"a.txt": "before"})
    source = source_of(raw, "a.txt")
    write_files(raw, {"a.txt": "after"})
    with pytest.raises(InputError) as caught:
        read_source(raw, source)
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
        read_source(raw, source)
    assert caught.value.reason_code == ReasonCode.UNREADABLE


def test_a_rename_keeps_the_document_id(tmp_path):
    """The document is its bytes: under another name it has the same id."""
    raw = write_files(tmp_path, {"a.txt": "same", "b/c.md": "same", "d.txt": "other"})
    first, second, third = (source.doc_id for source in look(raw).sources)
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


def test_sources_are_as_they_lie_on_disk(tmp_path):
    """A source holds path, size, content id and the hash of its sidecar."""
    raw = write_files(tmp_path, {"d/a.txt": "four", "d/a.txt.meta.json": "{}"})
    assert look(raw).sources == [
        SourceRef(
            "d/a.txt", None, doc_id_of(sha256(b"four").digest()), 4, sha256(b"{}").hexdigest()
        )
    ]


@pytest.fixture
def deep_raw(tmp_path):
    """A file below twelve hundred folders in one another: more than Python may recurse."""
    here = os.getcwd()  # noqa: PTH109  # absolute paths would be too long
    os.chdir(tmp_path)
    for _ in range(1_200):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
    Path("tief.txt").write_text("Tief unten.")
    os.chdir(here)
    yield tmp_path
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # shutil.rmtree recurses


def test_folders_may_be_nested_deeply(deep_raw):
    """The walk does not recurse, so no depth of folders stops it."""
    [source] = scan(deep_raw, {}, file_bytes=1 << 20, now_ns=0).sources
    assert source.path.endswith("d/tief.txt")


def test_a_giant_sidecar_is_ignored_with_a_warning(tmp_path):
    """More than a mebibyte of metadata is not read into memory."""
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.txt.meta.json").write_text('{"title": "' + "x" * (1 << 20) + '"}')
    [source] = scan(tmp_path, {}, file_bytes=1 << 20, now_ns=0).sources
    described = describe(tmp_path, source)
    metadata, warning = described.metadata, described.warning
    assert metadata.title is None
    assert "larger than" in warning

"""The walk over the raw folder: what is found, what is refused, what is known from the last time."""

import errno
import os
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest
from small_warehouse import write_files

from copydesk.errors import ConfigError, TransientError
from copydesk.records import Metadata, ReasonCode, SourceRef
from copydesk.store.describe import describe_file
from copydesk.store.known import nothing_known
from copydesk.store.raw import RawFolder, doc_id_of, hash_of_sidecar
from copydesk.store.scan import RACY_NS, scan
from copydesk.store.sources import source_refs

LIMIT = 1 << 20
FAR = 10**19
"""A present so late that every file is known by its time stamp."""


def look(raw, known=None, *, file_bytes=LIMIT, now_ns=FAR):
    known = nothing_known() if known is None else known
    return scan(RawFolder(raw, file_bytes), known, now_ns=now_ns)


def sources(found):
    return source_refs(found.sources)


def paths(found):
    return found.sources["path"].to_pylist()


def refused(found):
    return [(item.path, item.reason_code) for item in found.rejections]


def source_of(raw, path):
    return next(source for source in sources(look(raw)) if source.path == path)


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
    described = describe_file(RawFolder(raw, LIMIT), source_of(raw, "a.txt"))
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
    described = describe_file(RawFolder(tmp_path, LIMIT), source_of(tmp_path, "a.txt"))
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
    assert paths(found) == []


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
    index = first.known.sources.schema.get_field_index("doc_id")
    doc_ids = pa.array([told.bytes], pa.binary(16))
    known = replace(first.known, sources=first.known.sources.set_column(index, "doc_id", doc_ids))
    assert [source.doc_id for source in sources(look(raw, known))] == [told]
    assert sources(look(raw)) == sources(first)


def test_another_content_with_the_same_size_and_time_is_seen(tmp_path):
    """A copy that keeps the time stamp changes the status time all the same."""
    raw = write_files(tmp_path, {"a.txt": "old"})
    status = (raw / "a.txt").stat()
    first = look(raw)
    (raw / "a.txt").write_text("new")
    os.utime(raw / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert sources(look(raw, first.known)) != sources(first)


def test_a_young_sidecar_is_not_trusted(tmp_path):
    """A file whose sidecar was just written is read again, since the clock may be too coarse to tell."""
    raw = write_files(tmp_path, {"a.txt": "old", "a.txt.meta.json": "{}"})
    now_ns = (raw / "a.txt.meta.json").stat().st_ctime_ns
    assert look(raw, now_ns=now_ns).known.files.num_rows == 0


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
    assert paths(look(raw)) == [name]


def test_a_changed_stamp_is_read_again(tmp_path):
    """An edit and a new sidecar show in the stamps, so the cache does not hide them."""
    raw = write_files(tmp_path, {"a.txt": "old"})
    first = look(raw)
    write_files(raw, {"a.txt": "newer"})
    second = look(raw, first.known)
    assert sources(second)[0].doc_id == doc_id_of(sha256(b"newer").digest())
    write_files(raw, {"a.txt.meta.json": "{}"})
    third = look(raw, second.known)
    assert sources(third)[0].metadata_hash == hash_of_sidecar(".meta.json", b"{}")


@pytest.mark.parametrize(("age", "is_known"), [(0, False), (RACY_NS, False), (RACY_NS + 1, True)])
def test_a_file_just_written_is_not_trusted(tmp_path, age, is_known):
    """A file that may change again within its time stamp is read by the next scan too."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    written = (raw / "a.txt").stat().st_mtime_ns
    assert look(raw, now_ns=written + age).known.files["path"].to_pylist() == ["a.txt"] * is_known


def test_sources_are_as_they_lie_on_disk(tmp_path):
    """A source holds path, size, content id and the hash of its sidecar."""
    raw = write_files(tmp_path, {"d/a.txt": "four", "d/a.txt.meta.json": "{}"})
    assert sources(look(raw)) == [
        SourceRef(
            "d/a.txt",
            None,
            doc_id_of(sha256(b"four").digest()),
            4,
            hash_of_sidecar(".meta.json", b"{}"),
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
    [source] = sources(look(deep_raw, now_ns=0))
    assert source.path.endswith("d/tief.txt")


def test_an_empty_sidecar_and_none_are_told_apart(tmp_path):
    """A sidecar without a byte that comes or goes shows in the stamps."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    first = look(raw)
    (raw / "a.txt.meta.json").touch()
    second = look(raw, first.known)
    assert sources(second)[0].metadata_hash == hash_of_sidecar(".meta.json", b"")
    (raw / "a.txt.meta.json").unlink()
    assert sources(look(raw, second.known)) == sources(first)


def test_a_scan_in_which_most_is_known_reads_the_rest(tmp_path):
    """New files between known ones get their own ids, and none is mixed up."""
    raw = write_files(tmp_path, {f"{number}.txt": str(number) for number in range(0, 20, 2)})
    first = look(raw)
    write_files(raw, {f"{number}.txt": str(number) for number in range(1, 20, 3)})
    assert sources(look(raw, first.known)) == sources(look(raw))


def test_a_time_before_1970_is_a_time(tmp_path):
    """Files that claim to be older than the epoch are found and known."""
    raw = write_files(tmp_path, {"a.txt": "a"})
    os.utime(raw / "a.txt", (-5, -5))
    assert paths(look(raw)) == ["a.txt"]


@pytest.mark.parametrize("away", ["raw", "share"])
def test_a_folder_that_is_away_is_no_empty_one(tmp_path, monkeypatch, away):
    """A stale handle while listing stops the scan with the error that is tried again; nothing counts as gone."""
    raw = write_files(tmp_path / "raw", {"share/a.txt": "a", "b.txt": "b"})
    real = os.scandir

    def stale(path):
        if str(path).endswith(away):
            raise OSError(errno.ESTALE, "Stale file handle")
        return real(path)

    monkeypatch.setattr(os, "scandir", stale)
    with pytest.raises(TransientError, match="Stale"):
        look(raw)

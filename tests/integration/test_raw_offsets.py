"""From the published views back to raw bytes, on files of every kind."""

import unicodedata

import pytest
from small_warehouse import rows, run, write_files

from copydesk.origin import raw_bytes
from copydesk.store.publish import connect
from copydesk.store.raw import RawFolder
from copydesk.text.mojibake import repair
from copydesk.text.normalise import normalise
from copydesk.text.offsets import byte_range, from_numbers

STORY = (
    "La grève est finie\n\nLes dockers – « épuisés », dit l’un d’eux – reprendront le travail lundi. "
    "Le préfet s’en est félicité, et la mairie aussi.\n"
)
UTF8_LINE, CP1252_LINE = (
    STORY.encode(),
    "Le café rouvrira jeudi, dit la mairie à la presse du port.\n",
)
FILES = {
    "utf8.txt": STORY.encode(),
    "marked.txt": STORY.replace("\n", "\r\n").encode("utf-8-sig"),
    "wide.txt": STORY.replace("\n", "\r\n").encode("utf-16"),
    "old.txt": STORY.encode("cp1252"),
    "mac.txt": unicodedata.normalize("NFD", STORY).encode(),
    "hidden.txt": STORY.replace("travail", "tra\u00advail").encode(),
    "mixed.txt": UTF8_LINE + CP1252_LINE.encode("cp1252"),
    "mojibake.txt": STORY.encode().decode("mac_roman").encode(),
    "lost.txt": STORY.replace("é", "\ufffd").encode(),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose raw folder holds one story in many forms, run once."""
    folder = tmp_path_factory.mktemp("offsets")
    run(folder, write_files(folder / "raw", FILES))
    return folder


@pytest.fixture
def connection(project):
    """The published views."""
    with connect(project / "warehouse") as opened:
        yield opened


@pytest.mark.parametrize("path", FILES)
def test_every_line_comes_back_from_its_bytes(project, connection, path):
    """The raw bytes of a line, read by themselves, are the line."""
    doc_id, encoding_name, text = connection.execute(
        "select doc_id, encoding_name, text from sources inner join documents using (doc_id) where path = ?",
        [path],
    ).fetchone()
    spans = connection.execute(
        "select start_char, end_char from lines where doc_id = ?", [doc_id]
    ).fetchall()
    codecs = {"utf-16": ["utf-16-le"], "utf-8+cp1252": ["utf-8", "cp1252"]}
    assert spans
    for start, end in spans:
        content = raw_bytes(connection, RawFolder(project / "raw", 1 << 20), doc_id, (start, end))
        readings = [
            normalise(content.decode(codec, "replace"))
            for codec in codecs.get(encoding_name, [encoding_name])
        ]
        assert text[start:end] in [*readings, *map(repair, readings)]


def test_the_view_tells_what_the_map_tells(connection):
    """A run starts and ends at the bytes of its first and last character."""
    runs = connection.execute(
        "select raw_offsets.*, raw_runs, text, encoding_name from raw_offsets "
        "inner join stored.documents using (doc_id) inner join sources using (doc_id)"
    ).fetchall()
    assert {run[6] for run in runs} == {"encoded", "crlf", "decomposed", "even", "whole"}
    for _, _, start, end, start_byte, end_byte, _, numbers, text, encoding_name in runs:
        if end > start:
            offsets = from_numbers(encoding_name, numbers)
            assert byte_range(offsets, text, start, end) == (start_byte, end_byte)


def test_a_document_that_lost_characters_says_so(project):
    """U+FFFD in a source is kept and counted."""
    warehouse = project / "warehouse"
    sql = "select path, lost_char_count from documents inner join sources using (doc_id) where lost_char_count > 0"
    assert rows(warehouse, sql) == [("lost.txt", STORY.count("é"))]


def test_a_document_that_was_repaired_says_so(project):
    """Mojibake is repaired and counted; the text is that of the sound file."""
    sql = "select path, repaired_char_count from documents inner join sources using (doc_id) where repaired_char_count > 0"
    repaired = len(STORY) - sum(map(str.isascii, STORY))
    assert rows(project / "warehouse", sql) == [("mojibake.txt", repaired)]
    sql = "select count(distinct text) from documents inner join sources using (doc_id) where path in ('utf8.txt', 'mojibake.txt')"
    assert rows(project / "warehouse", sql) == [(1,)]


def test_the_encoding_has_a_score(project):
    """What proves itself has 1, a rule and a guess have less."""
    found = dict(rows(project / "warehouse", "select path, encoding_score from sources"))
    assert {path for path, score in found.items() if score < 1} == {"old.txt", "mixed.txt"}

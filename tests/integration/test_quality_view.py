"""The quality view of a whole run: one row a document, and what it says of a few."""

import pytest
from small_warehouse import ENGLISH, TINY, rows, run, write_files


def test_every_document_has_its_signals(small_warehouse):
    """The view joins documents one to one, with the same counts."""
    [(joined, documents)] = rows(
        small_warehouse,
        """
        select count(*), (select count(*) from documents)
        from quality
        inner join documents using (doc_id, char_count, word_count, line_count)
        """,
    )
    assert joined == documents == 4
    assert rows(small_warehouse, "select count(*) from quality") == [(4,)]


def test_signals_of_words_are_null_without_words(small_warehouse):
    """The Chinese story has none, and its other signals are there; each other one has them by its own language."""
    found = rows(
        small_warehouse,
        """
        select language_code, mean_word_chars is null, stop_word_share > 0.2, letter_share > 0.5
        from quality
        inner join documents using (doc_id)
        """,
    )
    assert found == [
        ("de", False, True, True),
        ("en", False, True, True),
        ("fr", False, True, True),
        ("zh", True, None, True),
    ]


@pytest.mark.parametrize(
    ("story", "signal", "value"),
    [
        ("Hafen zu\n\nHafen zu\n", "duplicate_line_share", 0.5),
        ("Tor 1\nTor 2 ...\n", "ellipsis_line_share", 0.5),
        ("eins zwei drei vier fünf " * 2, "duplicate_5gram_char_share", 1.0),
    ],
)
def test_a_signal_arrives_in_the_view(tmp_path, story, signal, value):
    """What the annotator measures is what readers see."""
    raw = write_files(tmp_path / "raw", {"story.txt": story})
    _, warehouse = run(tmp_path, raw)
    assert rows(warehouse, f"select {signal} from quality") == [(value,)]


def test_whole_texts_are_measured(tmp_path):
    """Boilerplate counts: what becomes of a line later changes no signal."""
    raw = write_files(tmp_path / "raw", {**TINY, **ENGLISH})
    _, warehouse = run(tmp_path, raw)
    assert rows(
        warehouse,
        """
        select count(*)
        from quality
        inner join documents using (doc_id)
        where round(white_space_share * quality.char_count)
            = len(regexp_replace(text, '\\S', '', 'g'))
        """,
    ) == [(4,)]

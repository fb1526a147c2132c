"""The scorer of kept lines agrees with a count by hand."""

import gzip
import json

import pytest

from copydesk.evaluation import boilerplate
from copydesk.evaluation.boilerplate import Page
from copydesk.evaluation.scores import Counts

# The first line of 4 characters is residue, the second of 6 and the third of 10 are the article.
PAGE = Page(("Menu", "Story.", "More of it"), (False, True, True))

KEPT = [
    # what is kept -> (right, found, gold) of lines, of characters, of residue
    ([True, True, True], (2, 3, 2), (16, 20, 16), (0, 0, 1)),  # nothing taken out
    ([False, True, True], (2, 2, 2), (16, 16, 16), (1, 1, 1)),  # right
    ([True, True, False], (1, 2, 2), (6, 10, 16), (0, 1, 1)),  # a line of the story lost
]


@pytest.mark.parametrize(("kept", "lines", "characters", "junk"), KEPT)
def test_lines_characters_and_residue(kept, lines, characters, junk):
    """Lines count one each, characters by length; residue counts what is taken out."""
    assert boilerplate.count_lines(PAGE, kept, wanted=True) == Counts(*lines)
    assert boilerplate.count_characters(PAGE, kept) == Counts(*characters)
    assert boilerplate.count_lines(PAGE, kept, wanted=False) == Counts(*junk)


def test_pages_are_added_up_and_averaged():
    """Characters weigh alike over all pages; the page figure weighs pages alike."""
    short = Page(("Ad",), (True,))
    found = boilerplate.evaluate([PAGE, short], lambda page: [page is not short] * len(page.lines))
    assert found.size == "2 pages, 4 lines"
    assert found.figures["char_precision"] == pytest.approx(100 * 16 / 20)
    assert found.figures["char_recall"] == pytest.approx(100 * 16 / 18)
    assert found.figures["page_char_f1"] == pytest.approx((100 * 32 / 36 + 0) / 2)


def test_our_annotator_is_the_default():
    """Without another judge the labels of copydesk are scored."""
    page = Page(("ADVERTISEMENT", "The board met on Friday and put its vote off."), (False, True))
    assert boilerplate.judge(page) == [False, True]
    assert boilerplate.evaluate([page]).figures["line_f1"] == 100.0


def test_pages_as_json_lines(tmp_path):
    """Blank lines have no label; line breaks inside a line are no lines of their own."""
    row = {"lines": ["Menu", " ", "Story\nwith a break "], "labels": [0, 0, 1]}
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    assert boilerplate.read(path) == [Page(("Menu", "Story with a break"), (False, True))]


def test_pages_with_marks(tmp_path):
    """A folder of pages is read in order of name."""
    (tmp_path / "b.page").write_text("+ Two\n")
    (tmp_path / "a.page").write_text("- Menu\n\n+ One\n")
    assert boilerplate.read(tmp_path) == [
        Page(("Menu", "One"), (False, True)),
        Page(("Two",), (True,)),
    ]

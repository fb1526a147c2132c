"""The line rules that boilerplate is measured beside do what their publications say."""

from pathlib import Path

import pytest

from copydesk.evaluation.boilerplate import Page

EVAL = Path(__file__).parents[2] / "eval"

C4 = [
    ("The board met on Friday.", True),
    ("Who pays for it?", True),
    ('“It is late."', True),
    ("The board met on Friday.[2]", True),  # a citation is taken out first
    ("The board met on Friday", False),  # no full stop
    ("The board met on Friday...", False),  # an ellipsis
    ("It met.", False),  # two words
    ("Please turn on JavaScript now.", False),
    ("This site uses cookies, it says.", False),
    ("The board said " + "a" * 1001 + ".", False),  # a word too long
]


@pytest.mark.parametrize(("line", "is_kept"), C4)
def test_c4_keeps_sentences(line, is_kept, monkeypatch):
    """A line needs a Western full stop, three words and none of the words of pages."""
    monkeypatch.syspath_prepend(str(EVAL))
    import peers

    assert peers._c4(Page((line,), (True,))) == [is_kept]


GOPHER = [
    (("One line.", "Another line.", "A third line."), True),
    (("Menu", "Menu", "Menu", "The board met on Friday and put off its vote on the pier."), False),
    (("The board met on Friday.", "The board met on Friday.", "a", "b", "c"), False),  # characters
    (("• a", "• b", "• c"), False),
    (("One…", "Two line", "Three..."), False),
]


@pytest.mark.parametrize(("lines", "is_kept"), GOPHER)
def test_gopher_judges_whole_pages(lines, is_kept, monkeypatch):
    """Lines that repeat, begin with a bullet or are cut off drop all of a page."""
    monkeypatch.syspath_prepend(str(EVAL))
    import peers

    assert peers._gopher(Page(lines, (True,) * len(lines))) == [is_kept] * len(lines)

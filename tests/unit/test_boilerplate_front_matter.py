"""Front matter is residue as a whole, and only where it opens the text."""

import pytest

from copydesk.annotate import boilerplate
from copydesk.evaluation.gold import make_document
from copydesk.records import LineKind

STORY = "The harbour board on Friday put off its vote on the new ferry pier for a third time."

TEXTS = [
    # text -> how many lines are front matter
    (f"---\ntitle: Vote put off\ndate: 2024-03-14\n---\n{STORY}", 4),
    (f"---\ntitle: Vote put off\ntags:\n- pier\n- ferry\n# a comment\n...\n\n{STORY}", 7),  # a list
    (f"---\nsummary: >\n  The board met\n  and put it off.\n---\n{STORY}", 5),  # indented text
    ("---\ntitle: Vote put off\n---", 3),  # nothing else
    (f"---\n{STORY}\n---\n{STORY}", 0),  # text between rules
    (f"---\n---\n{STORY}", 0),  # no key
    (f"---\ntitle: Vote put off\n{STORY}\n---\n{STORY}", 0),  # text after a key
    (f"---\ntitle: Vote put off\n{STORY}", 0),  # never closed
    (f"{STORY}\n---\ntitle: Vote put off\n---", 0),  # not at the start
    (f"\n---\ntitle: Vote put off\n---\n{STORY}", 0),  # a blank line above
]


@pytest.mark.parametrize(("text", "count"), TEXTS)
def test_front_matter(text, count):
    """Both rules and all between them are labelled, everything else as ever."""
    labels = boilerplate.annotate(make_document(text))
    found = [label.line_no for label in labels if label.reason == "front_matter"]
    assert found == [label.line_no for label in labels][:count]
    assert all(label.kind is LineKind.BOILERPLATE for label in labels[:count])


def test_the_title_is_below_front_matter():
    """A key is no title; the line below the block may be."""
    labels = boilerplate.annotate(make_document(f"---\nlang: en\n---\n\nVote put off\n\n{STORY}"))
    assert [label.line_no for label in labels if label.kind is LineKind.TITLE] == [5]

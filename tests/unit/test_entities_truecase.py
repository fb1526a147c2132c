"""Truecasing: all-caps lines in, running case out, never longer or shorter."""

import pytest

from copydesk.annotate.entities.truecase import is_all_caps, truecase_lines

CASED = [
    # function words small, names with a capital
    ("FLOODS HIT THE NORTH OF CHILE", "Floods Hit the North of Chile"),
    # short unknown words are acronyms, short common ones are not
    ("IMF AND UN WARN OF OIL TAX", "IMF and UN Warn of Oil Tax"),
    # dotted abbreviations keep their capitals
    ("U.S. SENATE VOTES", "U.S. Senate Votes"),
    # possessives and hyphens
    ("CHILE'S VICE-PRESIDENT RESIGNS", "Chile's Vice-President Resigns"),
    # letters whose small form has another length stay as they are
    ("İZMİR MAYOR RESIGNS TODAY", "İZMİR Mayor Resigns Today"),
]


@pytest.mark.parametrize(("line", "expected"), CASED)
def test_an_all_caps_line_gets_running_case(line, expected):
    """Without other lines to learn from the form is guessed."""
    assert truecase_lines([line]) == [expected]


def test_the_other_lines_teach_the_form():
    """A word takes the case it has in the body, line beginnings left out."""
    lines = ["UNICEF AND MCKAY MEET", "Later McKay thanked UNICEF.", "Meet again, they said, meet."]
    assert truecase_lines(lines)[0] == "UNICEF and McKay meet"


@pytest.mark.parametrize("line", ["NATO", "NASA chief John Glenn", "", "12 345 678 90", "ÀÉÎ"])
def test_other_lines_stay(line):
    """Short, mixed and letterless lines are not touched."""
    assert not is_all_caps(line)
    assert truecase_lines([line]) == [line]


def test_length_is_kept_for_every_letter():
    """Whatever the letter, a line keeps its length: offsets depend on it."""
    letters = "".join(map(chr, range(0x41, 0x2000)))
    lines = [f"AAAAAAAAAA{letter * 9}" for letter in letters if letter not in "\n\r"]
    assert [len(line) for line in truecase_lines(lines)] == [len(line) for line in lines]

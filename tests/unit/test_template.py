"""Templates of lines: what is alike in two lines, and what is not."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.segment import lines, paragraphs
from copydesk.text.template import NO_TEMPLATE, line_templates, template, template_hash

ALIKE = [
    ("Share this article", "  SHARE this   article  "),  # letter case and white space
    ("More from this section", "» More from this section:"),  # marks around it
    ("Updated at 7:50 p.m. ET", "Updated at 11:05 a.m. ET"),  # times
    ("Published: 4 March 2025", "Published: 28 November 2024"),  # dates in words
    ("Published on March 4th, 2025", "Published on June 28th, 2024"),
    ("Stand: Dienstag, 4. März 2025", "Stand: Freitag, 28. November 2024"),
    ("Publicado: 14/03/2025", "Publicado: 02/11/2024"),  # dates in numbers
    ("发布时间：2025年3月4日", "发布时间：2024年11月28日"),
    ("© 2024 Severn Harbour Trust", "© 2025 Severn Harbour Trust"),  # years
    ("12 comments", "3 comments"),  # counts
    ("Comments (12)", "Comments (0)"),
    ("Source: https://example.org/a/1", "Source: https://example.org/b"),  # addresses
    ("Write to north@example.org today", "Write to south@example.org today"),
    ("(updated: 1664109102894)", "(updated: 1665109102000)"),  # identifiers
]
UNLIKE = [
    ("Share this article", "Save this article"),
    ("Net 12 cts vs 14", "Net 13 cts vs 11"),  # a row of a table is news
    ("Severn 2 Avon 1", "Severn 0 Avon 3"),  # so is a result
    ("Profit 12.5 mln", "Profit 17.5 mln"),
    # Of a paragraph that says the same every day the figures are the news.
    (
        "The health office counted 188 new cases on 4 March 2025, of whom 17 had come back from a journey abroad.",
        "The health office counted 190 new cases on 5 March 2025, of whom 12 had come back from a journey abroad.",
    ),
    ("x" * 3000, "x" * 3001),  # the head alone is looked at, and the length
]
SILENT = [
    "***",
    "1,234",
    "12.03.2025",
    "Q:",
    "No.",
    "Да.",
    "图",
    "## Background",  # a heading of the author
    "1. Prospects",  # an item of the author's list
    "(2) Prospects",
    "3、前景展望",
    "https://example.org/",
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_lines_of_one_template(one, other):
    """They differ in what a site or a day puts in."""
    assert template(one) == template(other)
    assert template_hash(one) == template_hash(other) != NO_TEMPLATE


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_lines_of_two_templates(one, other):
    """What differs is what they say."""
    assert template_hash(one) != template_hash(other)


@pytest.mark.parametrize("content", SILENT)
def test_lines_whose_recurrence_says_nothing(content):
    """Figures, labels, short answers and the author's own headings have no template."""
    assert template_hash(content) == NO_TEMPLATE


def test_a_number_is_the_same_in_every_process():
    """It is stored, and compared with numbers of other runs."""
    code = "from copydesk.text.template import template_hash; print(template_hash('Share this article'))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(found.stdout) == template_hash("Share this article") == 4804772454731343223


WRAPPED = """\
Harbour vote put off

The harbour board on Friday put off its vote on the new ferry pier for a
third time, saying that it had yet to see the drawings it asked for in
spring. A spokesman would not say when the board means to meet again, or
he said."""


def numbers_of(text):
    found = lines(text)
    return line_templates(text, found, paragraphs(text, found))


def test_a_wrapped_paragraph_has_one_template():
    """What its lines hold by chance of the width is no template."""
    numbers = numbers_of(WRAPPED)
    assert list(numbers) == [1, 3, 4, 5, 6]
    assert numbers[3] == numbers[4] == numbers[5] == numbers[6] != numbers[1]
    assert numbers[6] != template_hash("he said.")
    assert numbers_of(WRAPPED.replace("spring", "summer"))[3] != numbers[3]


@given(st.text(max_size=200))
def test_every_line_has_a_number_that_fits(text):
    """Each line has one, in the range of the column."""
    numbers = numbers_of(text.replace("\r", "\n"))
    assert list(numbers) == [line.line_no for line in lines(text.replace("\r", "\n"))]
    assert all(-(2**63) <= number < 2**63 for number in numbers.values())


@pytest.mark.parametrize("unit", ["1", "a ", "1.", "a@", "(1", "@a.", "4 March ", "1-", "_"])
def test_hostile_lines_take_little_time(unit):
    """A line of millions of characters costs no more than its head."""
    start = time.perf_counter()
    template_hash(unit * 1_000_000)
    assert time.perf_counter() - start < 1

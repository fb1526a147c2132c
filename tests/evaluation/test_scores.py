"""Counts become precision, recall and F1 as by hand."""

import pytest

from copydesk.evaluation.scores import Counts, counted, mean, percentage, three_figures, total

CASES = [
    # right, found, gold -> precision, recall, F1
    ((3, 4, 6), (75.0, 50.0, 60.0)),
    ((0, 4, 6), (0.0, 0.0, 0.0)),
    ((0, 0, 6), (100.0, 0.0, 0.0)),  # nothing found: nothing wrong, all missed
    ((0, 4, 0), (0.0, 100.0, 0.0)),  # nothing to find: all found is wrong
    ((0, 0, 0), (100.0, 100.0, 100.0)),  # nothing to find, nothing found
]


@pytest.mark.parametrize(("counts", "expected"), CASES)
def test_precision_recall_f1(counts, expected):
    """The three figures are percentages, also where there is nothing to divide by."""
    made = Counts(*counts)
    assert (made.precision, made.recall, made.f1) == pytest.approx(expected)


def test_counts_add_up():
    """A micro average weighs texts by what they hold."""
    assert total([Counts(1, 1, 1), Counts(0, 2, 3)]) == Counts(1, 3, 4)
    assert total([]) == Counts(0, 0, 0)


def test_means_and_shares():
    """A mean of nothing is 0, a share of nothing is 100."""
    assert mean([10.0, 20.0]) == 15.0
    assert mean([]) == 0.0
    assert percentage(0, 0) == 100.0


def test_three_figures_are_named():
    """The names are those that reports and floors use."""
    assert list(three_figures("junk", Counts(1, 1, 1))) == [
        "junk_precision",
        "junk_recall",
        "junk_f1",
    ]


def test_counted_says_one_or_many():
    """Sizes are written for people."""
    assert (counted(1, "page"), counted(12345, "line")) == ("1 page", "12,345 lines")

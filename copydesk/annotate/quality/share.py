"""A part of a whole, as all signals write it."""

DIGITS = 6
"""Decimals of all signals: more than any use of them, and the same on every machine."""


def share(part: float, whole: float) -> float:
    """Return a part as a share of a whole, rounded; nothing of nothing is 0.

    >>> share(1, 3)
    0.333333
    """
    return round(part / whole, DIGITS) if whole else 0.0

"""How much of a text is n-grams of words that occur more than once.

Gopher (Rae et al. 2021, appendix A.1.1) asks for the characters within the most frequent 2- to 4-gram and
within all 5- to 10-grams that occur more than once, each character counted once. An (n+1)-gram can only occur
twice if both n-grams in it do, so each size looks at what the size before left: little in ordinary text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from copydesk.annotate.quality.share import share

TOP_SIZES = (2, 3, 4)
DUPLICATE_SIZES = (5, 6, 7, 8, 9, 10)

_Grams = Mapping[int, int]
"""Where n-grams that occur more than once start -> their number, in order of position."""


def repeated_shares(words: Sequence[str]) -> dict[int, float]:
    """Give size -> share of the words' characters that stand in repeated n-grams of this size.

    Args:
        words: As they are to be compared: in lower case.

    Returns:
        For 2 to 4 words those of the most frequent n-gram, the longest of several; for 5 to 10 those of all
        n-grams that occur more than once, the first time too. 0 where none does.

    >>> repeated_shares("the cat and the cat".split())[2]  # "the cat" twice: 12 of 15 letters
    0.8
    """
    lengths = [len(word) for word in words]
    total = sum(lengths)
    grams, shares = _repeated_pairs(words), dict[int, float]()
    for size in (*TOP_SIZES, *DUPLICATE_SIZES):
        starts = _starts_of_top(grams, lengths, size) if size in TOP_SIZES else grams
        shares[size] = share(_covered_chars(starts, lengths, size), total)
        grams = _longer(grams)
    return shares


def _repeated_pairs(words: Sequence[str]) -> _Grams:
    pairs = list(pairwise(words))
    counts = Counter(pairs)
    numbers: dict[tuple[str, str], int] = {}
    return {
        start: numbers.setdefault(pair, len(numbers))
        for start, pair in enumerate(pairs)
        if counts[pair] > 1
    }


def _longer(grams: _Grams) -> _Grams:
    """Give the repeated n-grams that are one word longer: each is two that overlap."""
    pairs = {
        start: (number, grams[start + 1]) for start, number in grams.items() if start + 1 in grams
    }
    counts = Counter(pairs.values())
    numbers: dict[tuple[int, int], int] = {}
    return {
        start: numbers.setdefault(pair, len(numbers))
        for start, pair in pairs.items()
        if counts[pair] > 1
    }


def _starts_of_top(grams: _Grams, lengths: Sequence[int], size: int) -> list[int]:
    """Give where the most frequent n-gram starts; of equally frequent ones that of most characters."""
    counts = Counter(grams.values())
    most = max(counts.values(), default=0)
    longest, top = -1, None
    tied = {number for number, count in counts.items() if count == most}
    for start, number in grams.items():
        if number in tied:
            tied.remove(number)
            length = sum(lengths[start : start + size])
            if length > longest:
                longest, top = length, number
    return [start for start, number in grams.items() if number == top]


def _covered_chars(starts: Iterable[int], lengths: Sequence[int], size: int) -> int:
    """Count the characters of the words that n-grams of a size cover, each once."""
    chars = covered_to = 0
    for start in starts:
        chars += sum(lengths[max(start, covered_to) : start + size])
        covered_to = start + size
    return chars

"""Groups of names that may be one, without chains.

Called by the rules across documents. A name that two others could be, which cannot be each other, is left
alone: `George Bush` is neither `George W. Bush` nor `George H. W. Bush`. What remains falls apart into groups
in which each name fits every other one, whatever the order.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Neighbours = Mapping[int, frozenset[int]]
MOST_IN_BLOCK = 300
"""Of more names that share a key (a given name and a surname) none is compared for it: whose a short one is nobody can
tell, and the pairs of a register with 10,000 namesakes would take all memory."""


def fitting(pairs: Iterable[tuple[int, int]]) -> Neighbours:
    """Give for each number those that it was paired with, and itself."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one] |= {one, other}
        found[other] |= {one, other}
    return {number: frozenset(others) for number, others in found.items()}


def unambiguous_groups(neighbours: Neighbours) -> list[tuple[int, ...]]:
    """Give the groups of two and more in which all fit one another.

    Whoever has neighbours that do not fit one another is in no group. Of the rest two neighbours have the
    same neighbours, so that groups never overlap.
    """
    clear = {number for number, others in neighbours.items() if not is_torn(others, neighbours)}
    groups = {tuple(sorted(neighbours[number] & clear)) for number in clear}
    return sorted(group for group in groups if len(group) > 1)


def is_torn(others: frozenset[int], neighbours: Neighbours) -> bool:
    """Tell whether two of some numbers do not fit one another."""
    return any(other not in neighbours[one] for one, other in combinations(others, 2))


def candidate_pairs(keys: Mapping[int, Iterable[Item]]) -> set[tuple[int, int]]:
    """Give the pairs of numbers that share a key which not too many have, the lower one first."""
    blocks: defaultdict[Item, list[int]] = defaultdict(list)
    for number in sorted(keys):
        for key in set(keys[number]):
            blocks[key].append(number)
    small = (block for block in blocks.values() if len(block) <= MOST_IN_BLOCK)
    return {pair for block in small for pair in combinations(block, 2)}


def pairs_with(chosen: Collection[int], keys: Mapping[int, Item]) -> set[tuple[int, int]]:
    """Give the pairs of a chosen number and one of the same key which not too many have, the lower one first."""
    blocks: defaultdict[Item, list[int]] = defaultdict(list)
    for number, key in keys.items():
        blocks[key].append(number)
    return {
        (min(one, other), max(one, other))
        for one in chosen
        if len(blocks[keys[one]]) <= MOST_IN_BLOCK
        for other in blocks[keys[one]]
        if one != other
    }


def joined(
    count: int, links: Iterable[tuple[int, int]], apart: Mapping[int, frozenset[int]]
) -> list[int]:
    """Give for each of `count` numbers the lowest number of its group, joining by links in the order given.

    Args:
        count: How many there are.
        links: Pairs to join.
        apart: For some numbers those that may never be in one group with them. A link that would bring
            them together is left out.
    """
    parents = list(range(count))
    held = {number: frozenset({number}) for number in apart}  # of a group, by its lowest number

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        ours, theirs = held.get(low, frozenset()), held.get(high, frozenset())
        if low == high or any(apart[number] & theirs for number in ours):
            continue
        parents[high] = low
        if ours or theirs:
            held[low] = ours | theirs
    return [root(number) for number in range(count)]

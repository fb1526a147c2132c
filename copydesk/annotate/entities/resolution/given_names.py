"""Which given names one person may bear: short forms, spellings, transliterations.

Read from `given_names.txt` once a process (in under a millisecond).
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def given_name_groups() -> Mapping[str, frozenset[str]]:
    """Give the groups of each given name, each called by its first; a name may be short for several."""
    text = (
        files("copydesk.annotate.entities.resolution")
        .joinpath("given_names.txt")
        .read_text(encoding="utf-8")
    )
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        names = [] if line.startswith("#") else line.split()
        for name in names:
            groups[name].add(names[0])
    return {name: frozenset(found) for name, found in groups.items()}


def groups_of(name: str) -> frozenset[str]:
    """Give the groups of a folded given name; its own where the list does not have it.

    >>> groups_of("sergey") == groups_of("sergei"), sorted(groups_of("ted"))
    (True, ['edmund', 'edward', 'theodore'])
    """
    return given_name_groups().get(name, frozenset({name}))


def is_given_name(word: str) -> bool:
    """Tell whether the list has a folded word."""
    return word in given_name_groups()

"""What else is named where a name stands: evidence that two names which could be one person's are.

`Mike Rogers` and `Michael Rogers` may be two people; where their documents name the same rare names, they are not.
"""

from collections import defaultdict
from collections.abc import Iterable

from copydesk.annotate.entities.resolution.lexicon import Lexicon

MIN_COMMON_DOCUMENTS = 3
COMMON_SHARE = 0.05
"""A name in more than 5 % of the documents, and in more than three, tells nothing of what they are about."""
SUPPORTED_SHARE = 0.5
"""Of the documents of the rarer name so many must share names with those of the other."""

WELL_KNOWN_DOCUMENTS = 5
"""Documents of a full name that most readers will have heard of, in this archive."""


class Contexts:
    """Tells whether documents of two names are about the same things. It only remembers what it has looked up."""

    def __init__(self, lexicon: Lexicon, numbers: Iterable[int]) -> None:
        """Note where some names stand."""
        wanted = frozenset(numbers)
        limit = max(MIN_COMMON_DOCUMENTS, COMMON_SHARE * len(lexicon.documents))
        self._telling = [count <= limit for count in lexicon.document_counts]
        self._documents = lexicon.documents
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        for at, names in enumerate(lexicon.documents):
            for number in names & wanted:
                self._places[number].append(at)
        self._around: dict[int, frozenset[int]] = {}

    def agree(self, one: int, other: int, min_shared: int) -> bool:
        """Tell whether most documents of the rarer name share so many telling names with those of the other.

        One is enough where the other name is well known: a rare form of it is more likely than another person.
        """
        rare, common = sorted((one, other), key=lambda number: (len(self._places[number]), number))
        if len(self._places[common]) >= WELL_KNOWN_DOCUMENTS:
            min_shared = min(min_shared, 1)
        if not min_shared:
            return True
        around = self._names_around(common) - {one, other}
        places = self._places[rare]
        supported = sum(len(self._documents[at] & around) >= min_shared for at in places)
        return bool(places) and supported >= SUPPORTED_SHARE * len(places)

    def _names_around(self, number: int) -> frozenset[int]:
        if number not in self._around:
            names = frozenset[int]().union(*(self._documents[at] for at in self._places[number]))
            self._around[number] = frozenset(one for one in names if self._telling[one])
        return self._around[number]

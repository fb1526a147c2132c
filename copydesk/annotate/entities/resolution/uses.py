"""What each name of each document means there: the document says first, then the corpus or the gazetteer.

Documents use the same names in the same sense over and over: every sense is kept once, with a count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.annotate.entities.resolution.corpus import LinkMethod, PlaceLink
from copydesk.annotate.entities.resolution.lexicon import Lexicon
from copydesk.annotate.entities.resolution.places import PlacedNames
from copydesk.annotate.entities.resolution.within_document import NameLink

NAME_SCORE = 1.0


@dataclass(frozen=True, slots=True)
class Use:
    """A name in one sense.

    Attributes:
        number: The name.
        own: The document's own link to a longer name, where there is one.
        further: The links from there on that hold everywhere, one after the other.
        place: The place that is meant.
    """

    number: int
    own: NameLink | None
    further: tuple[NameLink, ...]
    place: PlaceLink | None

    @property
    def meant(self) -> int:
        """The name of the same document that it is short for, else itself."""
        return self.own.linked if self.own else self.number

    @property
    def weakest(self) -> tuple[LinkMethod, float]:
        """The weakest link on the way to the entity; the user's where the user decided."""
        links = [*([self.own] if self.own else []), *self.further]
        if any(link.method is LinkMethod.USER for link in links):
            return LinkMethod.USER, NAME_SCORE
        found = [(link.score, link.method) for link in links]
        if self.place:
            found.append((self.place.score, LinkMethod.PLACE))
        score, method = min(found, default=(NAME_SCORE, LinkMethod.NAME))
        return method, score


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses of a corpus.

    Attributes:
        each: Every use once.
        by_document: For each document name -> number in `each`.
        counts: For each use the documents that it stands in.
        first: For each use the lowest-numbered of them.
    """

    each: Sequence[Use]
    by_document: Sequence[Mapping[int, int]]
    counts: Sequence[int]
    first: Sequence[int]


def find_uses(
    lexicon: Lexicon,
    within: Sequence[Mapping[int, NameLink]],
    everywhere: Mapping[int, NameLink],
    placed: PlacedNames,
) -> Uses:
    """Give what all names of all documents mean."""
    numbers: dict[tuple[int, NameLink | None, PlaceLink | None], int] = {}
    each: list[Use] = []
    counts: list[int] = []
    first: list[int] = []
    by_document = []
    for at, names in enumerate(lexicon.documents):
        found = {}
        for number in names:
            own = within[at].get(number)
            place = placed.place_of(at, own.linked if own else number)
            # how and how surely a place is known differs by document: none's answer may depend on others
            key = (number, own, place)
            use_no = numbers.setdefault(key, len(each))
            if use_no == len(each):
                each.append(_make_use(number, own, place, everywhere))
                counts.append(0)
                first.append(at)
            counts[use_no] += 1
            found[number] = use_no
        by_document.append(found)
    return Uses(each, by_document, counts, first)


def _make_use(
    number: int, own: NameLink | None, place: PlaceLink | None, everywhere: Mapping[int, NameLink]
) -> Use:
    meant = own.linked if own else number
    chain: list[NameLink] = []
    seen = {meant}
    while (link := everywhere.get(meant)) and link.linked not in seen:
        chain.append(link)
        seen.add(link.linked)
        meant = link.linked
    is_users = any(link.method is LinkMethod.USER for link in chain)
    return Use(number, own, tuple(chain) if is_users or place is None else (), place)

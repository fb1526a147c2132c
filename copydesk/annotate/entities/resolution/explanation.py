"""Tells why each name belongs to its entity: the links that documents made use of, with evidence."""

from collections.abc import Iterator, Sequence

from copydesk.annotate.entities.resolution.corpus import (
    EntityLink,
    LinkMethod,
    LinkScope,
    TypedName,
)
from copydesk.annotate.entities.resolution.lexicon import Lexicon
from copydesk.annotate.entities.resolution.uses import Use, Uses

_Key = tuple[int, int, str, LinkMethod, LinkScope]


def explain(lexicon: Lexicon, uses: Uses, entity_nos: Sequence[int]) -> tuple[EntityLink, ...]:
    """Give each link that some document made use of, once, with the lowest-numbered of these documents.

    Its score is the lowest that it has in one: a place is surer where its document names others nearby.

    Args:
        lexicon: The names.
        uses: What they mean.
        entity_nos: For each use the number of its entity.
    """
    counts: dict[_Key, int] = {}
    evidence: dict[_Key, int] = {}
    scores: dict[_Key, float] = {}
    for use, entity_no, count, first in zip(
        uses.each, entity_nos, uses.counts, uses.first, strict=True
    ):
        for number, linked, method, score, scope in _links_of(use, lexicon):
            key = (entity_no, number, linked, method, scope)
            counts[key] = counts.get(key, 0) + count
            evidence[key] = min(first, evidence.get(key, first))
            scores[key] = min(score, scores.get(key, score))
    return tuple(
        EntityLink(
            entity_no=key[0],
            name=TypedName(lexicon.readings[key[1]].entity_type, lexicon.readings[key[1]].name),
            linked=key[2],
            method=key[3],
            score=scores[key],
            scope=key[4],
            document_count=counts[key],
            evidence_document=evidence[key],
        )
        for key in sorted(counts)
    )


def _links_of(
    use: Use, lexicon: Lexicon
) -> Iterator[tuple[int, str, LinkMethod, float, LinkScope]]:
    if use.own:
        linked = lexicon.readings[use.own.linked].name
        yield use.number, linked, use.own.method, use.own.score, LinkScope.DOCUMENT
        return  # the longer name stands in the same document and has the further links
    for link in use.further:
        linked = lexicon.readings[link.linked].name
        yield link.name, linked, link.method, link.score, LinkScope.CORPUS
    if use.place:
        yield use.meant, use.place.name, LinkMethod.PLACE, use.place.score, LinkScope.DOCUMENT

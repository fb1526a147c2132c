"""Who is who in a corpus: from the names of all documents to entities, by rules, the user and a gazetteer.

Called by the pipeline at the end of a run, over all stored mentions. The result is a pure function of the set
of documents' names and the guidance: no order, batch or earlier run has a say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from copydesk.annotate.entities.resolution import across_documents as across
from copydesk.annotate.entities.resolution.corpus import (
    Assignment,
    CorpusNames,
    Gazetteer,
    Guidance,
    LinkMethod,
    PlaceHints,
    Resolution,
)
from copydesk.annotate.entities.resolution.decisions import Ruling, given_types, rule
from copydesk.annotate.entities.resolution.explanation import explain
from copydesk.annotate.entities.resolution.groups import joined
from copydesk.annotate.entities.resolution.lexicon import Lexicon, read_names
from copydesk.annotate.entities.resolution.naming import name_entities
from copydesk.annotate.entities.resolution.places import place_names
from copydesk.annotate.entities.resolution.uses import find_uses
from copydesk.annotate.entities.resolution.within_document import NameLink, link_within

DEFAULT_GUIDANCE = Guidance()
_NO_HINTS = PlaceHints(frozenset(), frozenset())


def resolve(corpus: CorpusNames, guidance: Guidance = DEFAULT_GUIDANCE) -> Resolution:
    """Give the entities of a corpus, what each name of each document means there, and why."""
    lexicon = read_names(corpus, given_types(guidance.decisions))
    ruling = rule(guidance.decisions, lexicon)
    within = [link_within(names, lexicon, ruling.apart) for names in lexicon.documents]
    links = _link_everywhere(lexicon, ruling, within, guidance.gazetteer)
    pairs = [(link.name, link.linked) for link in links]
    groups = joined(len(lexicon.readings), pairs, ruling.apart)
    placed = place_names(lexicon, within, groups, ruling, guidance.gazetteer)
    uses = find_uses(lexicon, within, _made(links, groups), placed)
    entities, entity_nos = name_entities(lexicon, groups, ruling, uses, guidance.gazetteer)
    given = [
        Assignment(entity_no, *use.weakest)
        for use, entity_no in zip(uses.each, entity_nos, strict=True)
    ]
    assignments = tuple(
        {name_no: given[found[lexicon.number_of[name_no]]] for name_no in names}
        for names, found in zip(corpus.documents, uses.by_document, strict=True)
    )
    return Resolution(entities, assignments, explain(lexicon, uses, entity_nos))


def _link_everywhere(
    lexicon: Lexicon,
    ruling: Ruling,
    within: Sequence[Mapping[int, NameLink]],
    gazetteer: Gazetteer,
) -> list[NameLink]:
    """Give the links that may hold in every document: the user's first, then the surest."""
    types = across.link_types(lexicon)
    misread = {link.name for link in types}
    persons = across.link_persons(across.compare_all(lexicon, ruling.apart), lexicon)
    lone_counts, expansions = _count_uses(lexicon, within)
    misread_counts = across.misread_surnames(
        lexicon, lambda name: bool(gazetteer.link_places([name], _NO_HINTS))
    )
    found = [
        *persons,
        *across.link_lone_names(lexicon, persons, lone_counts | misread_counts),
        *across.link_equal_cores(lexicon),
        *across.link_acronyms(lexicon, expansions),
    ]
    found = [link for link in found if misread.isdisjoint((link.name, link.linked))]
    ordered = sorted([*found, *types], key=lambda link: (-link.score, link.name, link.linked))
    return [*ruling.links, *ordered]


def _made(links: Iterable[NameLink], groups: Sequence[int]) -> dict[int, NameLink]:
    """Give for each name the first of its links that was made."""
    made: dict[int, NameLink] = {}
    for link in links:
        if groups[link.name] == groups[link.linked]:
            made.setdefault(link.name, link)
    return made


def _count_uses(
    lexicon: Lexicon, within: Sequence[Mapping[int, NameLink]]
) -> tuple[dict[int, int], dict[int, Counter[int]]]:
    """Count the documents where a lone name stays alone, and those that spell an acronym out."""
    lone: Counter[int] = Counter()
    expansions: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for names, links in zip(lexicon.documents, within, strict=True):
        for number in names:
            person = lexicon.readings[number].person
            if person and person.is_single and number not in links:
                lone[number] += 1
        for link in links.values():
            if link.method is LinkMethod.ACRONYM:
                expansions[link.name][link.linked] += 1
    return dict(sorted(lone.items())), dict(sorted(expansions.items()))

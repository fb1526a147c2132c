"""Gives entities their ids and names.

An id is made from what stays when a corpus grows: the authority's id, else type and core of the plainest name,
which is the same for spellings, short forms of given names, middle names and legal forms.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from copydesk.annotate.entities.identity import local_id
from copydesk.annotate.entities.resolution.across_documents import core_of
from copydesk.annotate.entities.resolution.corpus import Entity, Gazetteer, PlaceLink
from copydesk.annotate.entities.resolution.decisions import Ruling
from copydesk.annotate.entities.resolution.lexicon import Lexicon
from copydesk.annotate.entities.resolution.uses import Uses
from copydesk.records import EntityId, EntityType


def name_entities(
    lexicon: Lexicon, groups: Sequence[int], ruling: Ruling, uses: Uses, gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], list[int]]:
    """Give the entities that something means, by id, and for each use the number of its entity."""
    ids = _group_ids(lexicon, groups, ruling)
    ids_of_uses = [
        EntityId(use.place.place_id) if use.place else ids[groups[use.meant]] for use in uses.each
    ]
    members: defaultdict[EntityId, set[int]] = defaultdict(set)
    places: dict[EntityId, PlaceLink] = {}
    for entity_id, use in zip(ids_of_uses, uses.each, strict=True):
        members[entity_id].add(use.meant)
        if use.place:
            places[entity_id] = min(use.place, places.get(entity_id, use.place), key=repr)
    targets = frozenset(link.linked for link in ruling.links)
    entities = []
    for entity_id in sorted(members):
        named = _named_by(members[entity_id], targets, lexicon)
        is_hidden = not ruling.hidden.isdisjoint(members[entity_id])
        place = places.get(entity_id)
        entities.append(
            _make_entity(entity_id, named, place, lexicon, gazetteer, is_hidden=is_hidden)
        )
    numbers = {entity.entity_id: number for number, entity in enumerate(entities)}
    return tuple(entities), [numbers[entity_id] for entity_id in ids_of_uses]


def _group_ids(lexicon: Lexicon, groups: Sequence[int], ruling: Ruling) -> dict[int, EntityId]:
    """Give each group its id. Where two have the same core, it is the one's that is written so."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        members[group].append(number)
    plainest = {
        group: min(numbers, key=lambda number: _plainness(number, lexicon))
        for group, numbers in members.items()
    }
    cores = {
        group: (lexicon.readings[number].entity_type, core_of(number, lexicon))
        for group, number in plainest.items()
    }
    shared = Counter(cores.values())
    ids = {}
    for group, (entity_type, core) in cores.items():
        key = lexicon.readings[plainest[group]].key
        is_its = shared[entity_type, core] == 1 or key == core
        ids[group] = local_id(entity_type, core if is_its else f"{core}\n{key}")
    return ids | {groups[number]: EntityId(given) for number, given in sorted(ruling.ids.items())}


def _plainness(number: int, lexicon: Lexicon) -> tuple[int, int, str, int]:
    """Order names from the one that stands for a group best: full, few words, first by spelling."""
    words = lexicon.readings[number].key.split()
    return _shortness(number, lexicon), len(words), core_of(number, lexicon), number


def _shortness(number: int, lexicon: Lexicon) -> int:
    """Tell how much a name leaves out: 0 nothing, 1 a given name's letters, 2 all but a word or letters."""
    reading = lexicon.readings[number]
    if reading.person:
        return 2 if reading.person.is_single else int(len(reading.person.given) == 1)
    is_misread_surname = (
        reading.entity_type is EntityType.LOCATION and lexicon.surnames[reading.core]
    )
    return 2 if reading.acronym or is_misread_surname else 0


def _named_by(members: set[int], targets: frozenset[int], lexicon: Lexicon) -> int:
    """Give the name to call an entity by: the user's, else a full one, of several the one in most documents."""
    return min(
        members,
        key=lambda number: (
            number not in targets,
            _shortness(number, lexicon),
            -lexicon.document_counts[number],
            number,
        ),
    )


def _make_entity(
    entity_id: EntityId,
    named: int,
    place: PlaceLink | None,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    *,
    is_hidden: bool,
) -> Entity:
    reading = lexicon.readings[named]
    if place:
        return Entity(
            entity_id, EntityType.LOCATION, place.name, place.country_code, place, is_hidden
        )
    is_group = reading.entity_type is EntityType.NATIONALITY_OR_GROUP
    country_code = gazetteer.country_of_group(reading.name) if is_group else None
    return Entity(entity_id, reading.entity_type, reading.name, country_code, None, is_hidden)

"""Who is who, as rows: joins the rules of resolution, which know no table, to the store, which knows no rule.

Called by the pipeline at the end of a run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from copydesk.annotate.entities import resolution
from copydesk.annotate.entities.resolution import (
    Assignment,
    CorpusNames,
    Entity,
    EntityLink,
    Gazetteer,
    Guidance,
    Resolution,
    TypedName,
    resolve,
)
from copydesk.records import EntityType
from copydesk.store.entities import ResolvedNames, Resolver, StoredNames
from copydesk.user_rules import EntityDecision, is_authority_id

_ENTITY_FIELDS: "list[pa.Field[Any]]" = [
    pa.field("entity_no", pa.int32()),
    pa.field("entity_id", pa.string()),
    pa.field("entity_type", pa.string()),
    pa.field("name", pa.string()),
    pa.field("country_code", pa.string()),
    pa.field("metonym_country_code", pa.string()),
    pa.field("wikidata_id", pa.string()),
    pa.field("geonames_id", pa.int64()),
    pa.field("place_kind", pa.string()),
    pa.field("latitude", pa.float64()),
    pa.field("longitude", pa.float64()),
    pa.field("is_hidden", pa.bool_()),
]
_LINK_FIELDS: "list[pa.Field[Any]]" = [
    pa.field("entity_no", pa.int32()),
    pa.field("entity_type", pa.string()),
    pa.field("name", pa.string()),
    pa.field("linked_name", pa.string()),
    pa.field("method", pa.string()),
    pa.field("score", pa.float64()),
    pa.field("scope", pa.string()),
    pa.field("document_count", pa.int64()),
    pa.field("doc_no", pa.int32()),
]


def make_resolver(decisions: Sequence[EntityDecision], gazetteer: Gazetteer) -> Resolver:
    """Return how the names of a corpus become entities.

    Args:
        decisions: The user's.
        gazetteer: For places and peoples.
    """
    parts = [resolution.VERSION, gazetteer.fingerprint]
    parts += [decision.model_dump_json() for decision in decisions]
    guidance = Guidance(tuple(decisions), gazetteer)
    return Resolver("\n".join(parts), lambda names: _resolve(names, guidance))


def _resolve(stored: StoredNames, guidance: Guidance) -> ResolvedNames:
    names = [TypedName(EntityType(entity_type), name) for entity_type, name in stored.names]
    corpus = CorpusNames(
        names, stored.documents, stored.languages, stored.containers, stored.datelines
    )
    found = resolve(corpus, guidance)
    return ResolvedNames(
        pa.Table.from_pylist(
            [_entity_row(number, one) for number, one in enumerate(found.entities)],
            pa.schema(_ENTITY_FIELDS),
        ),
        _senses(found),
        pa.Table.from_pylist(list(_link_rows(found.links)), pa.schema(_LINK_FIELDS)),
    )


def _entity_row(number: int, entity: Entity) -> dict[str, Any]:
    place = entity.place
    authority, _, given = entity.entity_id.partition(":")
    has_given = is_authority_id(entity.entity_id)
    return {
        "entity_no": number,
        "entity_id": entity.entity_id,
        "entity_type": entity.entity_type.value,
        "name": entity.name,
        "country_code": entity.country_code,
        "metonym_country_code": place.metonym_country_code if place else None,
        "wikidata_id": given
        if has_given and authority == "wikidata"
        else place and place.wikidata_id,
        "geonames_id": int(given)
        if has_given and authority == "geonames"
        else place and place.geonames_id,
        "place_kind": place.kind if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "is_hidden": entity.is_hidden,
    }


def _senses(found: Resolution) -> pa.Table:
    """Return a row for each name of each document."""
    doc_nos: list[int] = []
    name_nos: list[int] = []
    given: list[Assignment] = []
    for doc_no, names in enumerate(found.assignments):
        doc_nos += [doc_no] * len(names)
        name_nos += names
        given += names.values()
    return pa.table(
        {
            "doc_no": pa.array(doc_nos, pa.int32()),
            "name_no": pa.array(name_nos, pa.int32()),
            "entity_no": pa.array([one.entity_no for one in given], pa.int32()),
            "link_method": pa.array([one.method.value for one in given], pa.string()),
            "link_score": pa.array([one.score for one in given], pa.float64()),
        }
    )


def _link_rows(links: Iterable[EntityLink]) -> Iterable[dict[str, Any]]:
    for link in links:
        yield {
            "entity_no": link.entity_no,
            **asdict(link.name),
            "linked_name": link.linked,
            "method": link.method.value,
            "score": link.score,
            "scope": link.scope.value,
            "document_count": link.document_count,
            "doc_no": link.evidence_document,
        }

-- entity_cooccurrences: which entities are named together, each pair from both sides.
-- Grain: entity x other entity. Source: stored.entity_cooccurrences.
create view entity_cooccurrences as
select
    entity_id,
    other_entity_id,
    document_count,
    sentence_count
from stored.entity_cooccurrences

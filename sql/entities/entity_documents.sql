-- entity_documents: which documents mention an entity.
-- Grain: entity x document. Sources: entity_uses, resolved_entities.
select
    resolved_entities.entity_id,
    entity_uses.doc_no,
    entity_uses.mention_count
from entity_uses
inner join resolved_entities on entity_uses.entity_no = resolved_entities.entity_no
order by resolved_entities.entity_id, entity_uses.doc_no

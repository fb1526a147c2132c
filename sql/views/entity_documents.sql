-- entity_documents: which documents mention an entity.
-- Grain: entity x document. Source: stored.entity_documents.
create view entity_documents as
select
    entity_id,
    doc_id,
    mention_count
from stored.entity_documents

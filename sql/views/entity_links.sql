-- entity_links: why names are one.
-- Grain: entity x name x linked name x method. Source: stored.entity_links.
create view entity_links as
select
    entity_id,
    entity_type,
    name,
    linked_name,
    method,
    score,
    scope,
    document_count,
    doc_id
from stored.entity_links

-- entity_links: why names are one.
-- Grain: entity x name x linked name x method. Sources: resolved_links, resolved_entities.
select
    resolved_entities.entity_id,
    resolved_links.entity_type,
    resolved_links.name,
    resolved_links.linked_name,
    resolved_links.method,
    resolved_links.score,
    resolved_links.scope,
    resolved_links.document_count,
    resolved_links.doc_no
from resolved_links
inner join resolved_entities on resolved_links.entity_no = resolved_entities.entity_no
order by all

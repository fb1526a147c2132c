-- entity_uses: which entities each document mentions in titles and body lines.
-- Grain: entity x document. Source: placed_mentions.
create temp table entity_uses as
select
    entity_no,
    doc_no,
    count(*)::integer as mention_count
from placed_mentions
where is_shown
group by entity_no, doc_no

-- forms: the forms that each entity is named by in titles and body lines.
-- Grain: entity x form. Source: placed_mentions.
create temp table forms as
select
    entity_no,
    regexp_replace(surface, '\s+', ' ', 'g') as alias,
    count(distinct doc_no) as document_count,
    count(*) as mention_count
from placed_mentions
where is_shown
group by entity_no, alias

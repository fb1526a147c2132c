-- entities: every entity with its forms and counts.
-- Grain: entity. Sources: resolved_entities, entity_uses, forms.
with

counts as (
    select
        entity_no,
        count(*) as document_count,
        sum(mention_count)::bigint as mention_count
    from entity_uses
    group by entity_no
),

alias_lists as (
    select
        entity_no,
        list(alias order by alias asc) as aliases
    from forms
    group by entity_no
)

select
    resolved_entities.entity_id,
    resolved_entities.entity_type,
    resolved_entities.name,
    coalesce(alias_lists.aliases, []) as aliases,
    resolved_entities.country_code,
    resolved_entities.metonym_country_code,
    resolved_entities.wikidata_id,
    resolved_entities.geonames_id,
    resolved_entities.place_kind,
    resolved_entities.latitude,
    resolved_entities.longitude,
    coalesce(counts.document_count, 0) as document_count,
    coalesce(counts.mention_count, 0) as mention_count,
    resolved_entities.is_hidden
from resolved_entities
left outer join counts on resolved_entities.entity_no = counts.entity_no
left outer join alias_lists on resolved_entities.entity_no = alias_lists.entity_no
order by resolved_entities.entity_id

-- entities: what mentions point at.
-- Grain: entity. Source: mentions.
create view entities as
with

forms as (
    select
        entity_id,
        entity_type,
        regexp_replace(surface, '\s+', ' ', 'g') as form,
        count(*) as form_count
    from mentions
    group by all
),

names as (
    select
        entity_id,
        min(entity_type) as entity_type,
        first(form order by form_count desc, form asc) as name,
        list(distinct form order by form asc) as aliases
    from forms
    group by entity_id
),

counts as (
    select
        entity_id,
        count(distinct doc_id) as document_count,
        count(*) as mention_count
    from mentions
    group by entity_id
)

select
    names.entity_id,
    names.entity_type,
    names.name,
    names.aliases,
    null::varchar as country_code,
    null::varchar as metonym_country_code,
    null::varchar as wikidata_id,
    null::bigint as geonames_id,
    counts.document_count,
    counts.mention_count
from names
inner join counts on names.entity_id = counts.entity_id

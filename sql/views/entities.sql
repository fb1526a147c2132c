-- entities: what mentions point at.
-- Grain: entity. Sources: stored.mentions, lines.
create view entities as
with

kept as (
    select
        mentions.doc_id,
        mentions.entity_id,
        mentions.entity_type,
        mentions.entity_name,
        regexp_replace(mentions.surface, '\s+', ' ', 'g') as form
    from stored.mentions as mentions
    inner join lines
        on mentions.doc_id = lines.doc_id and mentions.line_no = lines.line_no
    where lines.kind in ('title', 'body')
),

spellings as (
    select
        entity_id,
        entity_name,
        count(*) as spelling_count
    from kept
    group by entity_id, entity_name
),

names as (
    select
        entity_id,
        first(entity_name order by spelling_count desc, entity_name asc) as name
    from spellings
    group by entity_id
),

counts as (
    select
        entity_id,
        min(entity_type) as entity_type,
        list(distinct form order by form asc) as aliases,
        count(distinct doc_id) as document_count,
        count(*) as mention_count
    from kept
    group by entity_id
)

select
    names.entity_id,
    counts.entity_type,
    names.name,
    counts.aliases,
    null::varchar as country_code,
    null::varchar as metonym_country_code,
    null::varchar as wikidata_id,
    null::bigint as geonames_id,
    counts.document_count,
    counts.mention_count
from names
inner join counts on names.entity_id = counts.entity_id

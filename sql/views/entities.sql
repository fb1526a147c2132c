-- entities: what mentions point at.
-- Grain: entity. Source: stored.entities.
create view entities as
select
    entity_id,
    entity_type,
    name,
    aliases,
    country_code,
    metonym_country_code,
    wikidata_id,
    geonames_id,
    document_count,
    mention_count
from stored.entities
where mention_count > 0

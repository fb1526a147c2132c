-- places: entities that a gazetteer places on the map.
-- Grain: entity. Source: stored.entities.
create view places as
select
    entity_id,
    name,
    place_kind,
    latitude,
    longitude,
    country_code,
    metonym_country_code,
    wikidata_id,
    geonames_id,
    document_count,
    mention_count
from stored.entities
where place_kind is not null and mention_count > 0

-- Where are the places that most documents name?
select
    name,
    place_kind,
    country_code,
    latitude,
    longitude,
    document_count,
    mention_count
from places
where latitude is not null and longitude is not null
order by document_count desc, mention_count desc, name asc, entity_id asc
limit 250

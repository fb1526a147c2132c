-- Where is the news: places by country, with how many documents name them.
-- How to read: a country's documents name it or a place in it; examples are the most named.
-- Caveat: only places that the gazetteer knows; a city's name may be that of another.
select
    places.country_code,
    count(*) as places,
    sum(places.mention_count)::bigint as mentions,
    max_by(places.name, [places.document_count, places.mention_count]) as most_named
from places
where places.country_code is not null
group by places.country_code
order by mentions desc, places.country_code asc
limit 12

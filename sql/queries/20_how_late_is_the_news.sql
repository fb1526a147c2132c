-- How late or early is what is told: days between publication and the day told, by source.
-- How to read: a median of 0 is news of the day; a negative one looks back.
-- Caveat: only times with known days, of documents with a known date.
select
    told.source_name,
    count(*) as told_days,
    median(told.lead_days)::integer as median_lead_days,
    count(*) filter (where told.lead_days > 0) as ahead,
    count(*) filter (where told.lead_days < -365) as over_a_year_ago
from timeline as told
where told.lead_days is not null and told.precision = 'day'
group by told.source_name
order by told_days desc, told.source_name asc nulls last

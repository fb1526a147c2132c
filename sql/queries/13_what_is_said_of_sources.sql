-- What is said of the sources beside their texts, where it stands, and how often it counts.
-- How to read: used_count is how often it filled a column of `sources`.
-- Caveat: values are as given, neither parsed nor checked.
select
    source_metadata.origin,
    source_metadata.key,
    source_metadata.field,
    count(*) as said_count,
    count(*) filter (where source_metadata.is_used) as used_count,
    min(source_metadata.value) as example
from source_metadata
group by all
order by said_count desc, source_metadata.origin asc, source_metadata.key asc
limit 15

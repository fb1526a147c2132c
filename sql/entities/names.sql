-- names: every name that documents have, by type.
-- Grain: type x name. Source: stored.mentions.
create temp table names as
select
    (row_number() over (order by entity_type, entity_name) - 1)::integer as name_no,
    entity_type,
    entity_name
from stored.mentions
group by entity_type, entity_name

-- entity_aliases: the forms that entities are named by.
-- Grain: entity x form. Source: stored.entity_aliases.
create view entity_aliases as
select
    entity_id,
    alias,
    document_count,
    mention_count
from stored.entity_aliases

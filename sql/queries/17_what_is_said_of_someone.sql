-- What is said of an entity: its mentions with their sentences.
-- How to read: any form of the name will do, whatever capitals and accents.
-- Caveat: a name of two entities gives both; entity_name tells which.
select
    mentions.entity_name,
    mentions.surface,
    left(mentions.sentence, 110) as sentence
from mentions_of('meridian copper') as mentions
order by mentions.doc_id asc, mentions.start_char asc
limit 8

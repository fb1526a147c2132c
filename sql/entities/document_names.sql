-- document_names: how often each document has which name.
-- Grain: document x type x name. Sources: stored.mentions, names, documents.
create temp table document_names as
select
    documents.doc_no,
    names.name_no,
    count(*)::integer as mention_count
from stored.mentions as mentions
inner join documents on mentions.doc_id = documents.doc_id
inner join names
    on
        mentions.entity_type = names.entity_type
        and mentions.entity_name = names.entity_name
group by documents.doc_no, names.name_no

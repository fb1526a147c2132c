-- document_names: how often each document has which name, and what stands around it.
-- Grain: document x type x name. Sources: stored.mentions, names, documents.
create temp table document_names as
select
    documents.doc_no,
    names.name_no,
    count(*)::integer as mention_count,
    -- the first mention that has one decides: a name has one meaning in a document
    arg_min(mentions.container_name, mentions.mention_no) as container_name,
    min(mentions.mention_no) filter (where mentions.is_in_dateline) as dateline_no
from stored.mentions as mentions
inner join documents on mentions.doc_id = documents.doc_id
inner join names
    on
        mentions.entity_type = names.entity_type
        and mentions.entity_name = names.entity_name
group by documents.doc_no, names.name_no

-- template_documents: in how many documents of a source a template stands, where in more than one.
-- Grain: source x template. Source: units.
create temp table template_documents as
select
    source_no,
    template_hash,
    count(*)::integer as document_count,
    min(char_count) as char_count,
    avg(is_refrain::integer) as refrain_share
from units
group by source_no, template_hash
having count(*) > 1

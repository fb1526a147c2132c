-- units: the templates of each document, with how much of it they make up.
-- Grain: document x template. Sources: stored_lines, documents.
create temp table units as
select
    documents.source_no,
    documents.doc_no,
    stored_lines.template_hash,
    sum(stored_lines.end_char - stored_lines.start_char)::integer as char_count,
    bool_or(
        stored_lines.kind = 'title' or stored_lines.template_hash = documents.title_hash
    ) as is_title,
    -- Lines of one wrapped paragraph stand together; a refrain stands in many places.
    count(*) >= getvariable('refrain_lines')
    and max(stored_lines.line_no) - min(stored_lines.line_no) >= count(*) as is_refrain
from stored_lines
inner join documents on stored_lines.doc_id = documents.doc_id
where stored_lines.template_hash <> 0
group by all

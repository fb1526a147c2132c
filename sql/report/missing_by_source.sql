-- What is not known, and how much is boilerplate, source by source?
with

document_lines as (
    select
        doc_id,
        sum(end_char - start_char) as char_count,
        sum(end_char - start_char) filter (where kind = 'boilerplate') as boilerplate_char_count
    from lines
    group by doc_id
)

select
    coalesce(documents.source_name, '(no name)') as source_name,
    count(*) as document_count,
    count(*) filter (where documents.published_date is null) as undated_count,
    count(*) filter (where documents.language_code = 'und') as no_language_count,
    round(
        coalesce(sum(document_lines.boilerplate_char_count), 0)
        / greatest(sum(document_lines.char_count), 1),
        4
    ) as boilerplate_char_share
from documents
left outer join document_lines on documents.doc_id = document_lines.doc_id
group by source_name
order by document_count desc, source_name asc
limit 12

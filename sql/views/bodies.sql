-- bodies: the story without its boilerplate lines.
-- Grain: document. Sources: stored.documents, lines.
create view bodies as
select
    documents.doc_id,
    coalesce(
        string_agg(
            substr(
                documents.text,
                lines.start_char + 1,
                lines.end_char - lines.start_char
            ),
            chr(10)
            order by lines.line_no
        ),
        ''
    ) as body
from stored.documents as documents
left outer join lines
    on documents.doc_id = lines.doc_id and lines.kind in ('title', 'body')
group by documents.doc_id

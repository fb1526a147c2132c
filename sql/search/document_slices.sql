-- document_slices: documents with their numbers, cut into slices of about as many characters.
-- Grain: document. Source: stored.documents.
create temp table document_slices as
select
    doc_id,
    row_number() over (
        order by doc_id
    )::integer as doc_no,
    (
        sum(char_count) over (
            order by doc_id
        ) // getvariable('slice_characters')
    )::integer as slice_no
from stored.documents

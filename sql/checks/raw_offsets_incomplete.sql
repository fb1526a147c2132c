-- raw_offsets_incomplete: documents whose runs do not cover their text and their raw bytes.
-- A bad row: a document.
with

run_ends as (
    select
        doc_id,
        max(end_char) as end_char,
        max(end_byte) as end_byte
    from raw_offsets
    group by doc_id
)

select
    documents.doc_id,
    documents.char_count,
    run_ends.end_char,
    sources.byte_count,
    run_ends.end_byte
from stored.documents as documents
inner join stored.sources as sources
    on
        documents.doc_id = sources.doc_id
        and sources.is_primary
left outer join run_ends on documents.doc_id = run_ends.doc_id
where
    documents.char_count is distinct from run_ends.end_char
    or sources.byte_count is distinct from run_ends.end_byte

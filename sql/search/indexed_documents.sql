-- indexed_documents: documents with their numbers in the index.
-- Grain: document. Source: document_terms.
select
    getvariable('segment_no') as segment_no,
    doc_no,
    doc_id,
    len(terms)::integer as term_count,
    title_line
from document_terms

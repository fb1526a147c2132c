-- indexed_terms: where each term stands.
-- Grain: term x document. Source: document_terms.
with

placed_terms as (
    select
        doc_no,
        unnest(terms) as term,
        generate_subscripts(terms, 1)::integer as position
    from document_terms
)

select
    term,
    getvariable('segment_no') as segment_no,
    doc_no,
    count(*)::integer as occurrence_count,
    list(position order by position) as positions
from placed_terms
group by term, doc_no

-- unindexed_documents: documents that a search misses or finds wrongly, by the index of words.
-- A bad row: a document, or one of the index that is not there, and what is wrong with it.
with

counted as (
    select
        segment_no,
        doc_no,
        sum(occurrence_count) as term_count
    from stored.indexed_terms
    group by segment_no, doc_no
),

found as (
    select
        documents.doc_id,
        'the index lacks it' as problem
    from stored.documents as documents
    anti join stored.indexed_documents as indexed_documents
        on documents.doc_id = indexed_documents.doc_id

    union all

    select
        indexed_documents.doc_id,
        'is in the index and not among the documents' as problem
    from stored.indexed_documents as indexed_documents
    anti join stored.documents as documents on indexed_documents.doc_id = documents.doc_id

    union all

    select
        doc_id,
        'is in the index more than once' as problem
    from stored.indexed_documents
    group by doc_id
    having count(*) > 1

    union all

    select
        indexed_documents.doc_id,
        'has more or fewer terms in the index than it counts' as problem
    from stored.indexed_documents as indexed_documents
    full outer join counted
        on
            indexed_documents.segment_no = counted.segment_no
            and indexed_documents.doc_no = counted.doc_no
    where coalesce(indexed_documents.term_count, 0) != coalesce(counted.term_count, 0)
)

select
    doc_id,
    problem
from found

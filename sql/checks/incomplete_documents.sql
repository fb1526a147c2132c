-- incomplete_documents: documents without a row that each must have, so that views miss them.
-- A bad row: a document.
select
    documents.doc_id,
    count(languages.doc_id) as language_count,
    count(document_dates.doc_id) as date_count,
    count(quality.doc_id) as quality_count,
    count(sources.doc_id) as source_count
from stored.documents as documents
left outer join stored.languages as languages
    on
        documents.doc_id = languages.doc_id
        and languages.line_no is null
        and languages.rank = 1
left outer join stored.document_dates as document_dates
    on documents.doc_id = document_dates.doc_id
left outer join stored.quality as quality on documents.doc_id = quality.doc_id
left outer join stored.sources as sources on documents.doc_id = sources.doc_id
group by documents.doc_id
having
    count(languages.doc_id) = 0
    or count(document_dates.doc_id) = 0
    or count(quality.doc_id) = 0
    or count(sources.doc_id) = 0

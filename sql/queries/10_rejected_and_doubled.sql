-- What did not come in, and what came in twice: rejections, and documents with several sources.
-- How to read: a rejected source has a reason code, a doubled one the title it shares.
-- Caveat: doubled is the same bytes; see 08 for near copies.
select
    'rejected' as what,
    path,
    reason_code as detail
from rejections
union all
select
    'doubled' as what,
    sources.path,
    documents.title as detail
from sources
inner join documents on sources.doc_id = documents.doc_id
where documents.source_count > 1
order by what asc, path asc

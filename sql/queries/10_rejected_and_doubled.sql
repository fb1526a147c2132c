-- What did not come in, and what came in twice: rejections, and documents with several sources.
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

-- Which texts came in more than once, from where?
-- How to read: one document, all the places that hold exactly these bytes.
-- Caveat: copies that differ in a word are other documents: question 08 finds those.
select
    documents.title,
    documents.source_count,
    array_to_string(list(sources.path order by sources.path asc), ' | ') as paths
from documents
inner join sources on documents.doc_id = sources.doc_id
where documents.source_count > 1
group by documents.doc_id, documents.title, documents.source_count
order by documents.source_count desc, documents.title asc

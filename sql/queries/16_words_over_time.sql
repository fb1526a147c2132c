-- How often is a word written over time, by month of publication?
-- How to read: documents that hold the word, and their share of all documents of the month.
-- Caveat: months with few documents jump; documents without a date are left out.
with hits as (
    select found.doc_id
    from search_hits('strike*') as found
)

select
    date_trunc('month', documents.published_date)::date as month_date,
    count(hits.doc_id) as documents_with_it,
    count(*) as documents,
    round(100.0 * count(hits.doc_id) / count(*), 1) as percent
from documents
left outer join hits on documents.doc_id = hits.doc_id
where documents.published_date is not null
group by month_date
order by month_date asc

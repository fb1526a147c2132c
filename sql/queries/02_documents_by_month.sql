-- How much was published when: documents by month, with the months that have none of a source.
-- How to read: few sources beside many documents is one feed's backlog.
-- Caveat: documents without a known day are in no month.
select
    date_trunc('month', published_date)::date as month,
    count(*) as documents,
    count(distinct source_name) as sources
from documents
where published_date is not null
group by month
order by month asc

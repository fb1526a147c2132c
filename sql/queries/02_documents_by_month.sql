-- How much was published when: documents by month, with the months that have none of a source.
select
    date_trunc('month', published_date)::date as month,
    count(*) as documents,
    count(distinct source_name) as sources
from documents
where published_date is not null
group by month
order by month asc

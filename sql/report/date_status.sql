-- How are the documents' own dates known?
select
    document_dates.status,
    count(*) as document_count,
    round(count(*) / sum(count(*)) over (), 4) as document_share
from document_dates
group by document_dates.status
order by document_count desc, document_dates.status asc

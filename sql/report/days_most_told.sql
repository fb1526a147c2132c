-- Which days do most documents tell of, other than their own day of publication and its neighbours?
with

told as (
    select distinct
        dates.start_date as told_date,
        dates.doc_id
    from dates
    inner join document_dates on dates.doc_id = document_dates.doc_id
    where
        dates.start_date = dates.end_date
        and (
            document_dates.published_date is null
            or abs(dates.start_date - document_dates.published_date) > 1
        )
),

days as (
    select
        told_date,
        count(*) as document_count,
        min(doc_id) as doc_id
    from told
    group by told_date
    order by document_count desc, told_date desc
    limit 10
)

select
    days.told_date,
    days.document_count,
    documents.title as example_title,
    documents.language_tag as example_language_tag
from days
inner join documents on days.doc_id = documents.doc_id
order by days.document_count desc, days.told_date desc

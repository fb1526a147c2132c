-- Which days do most documents tell of, other than their own day of publication and its neighbours?
-- With a document that does: its title where one was given, and the file that it came from.
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
),

examples as (
    select
        sources.doc_id,
        min(sources.title) as title,
        min(sources.path) as path
    from sources
    inner join days on sources.doc_id = days.doc_id
    group by sources.doc_id
)

select
    days.told_date,
    days.document_count,
    examples.title as example_title,
    languages.language_tag as example_language_tag,
    examples.path as example_path
from days
inner join examples on days.doc_id = examples.doc_id
inner join languages on days.doc_id = languages.doc_id
where languages.line_no is null and languages.rank = 1
order by days.document_count desc, days.told_date desc

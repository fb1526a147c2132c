-- How much was published when, and by whom?
-- Days, months or years, whichever suits the middle 98 % of the dates; what lies outside is
-- counted.
with

span as (
    select
        quantile_disc(published_date, 0.01) as first_date,
        quantile_disc(published_date, 0.99) as last_date
    from documents
),

scale as (
    select
        first_date,
        last_date,
        case
            when last_date - first_date <= 62 then 'day'
            when last_date - first_date <= 2600 then 'month'
            else 'year'
        end as period
    from span
),

biggest as (
    select source_name
    from documents
    where source_name is not null
    group by source_name
    order by count(*) desc, source_name asc
    limit 6
),

placed as (
    select
        case
            when documents.published_date is null then 'without a date'
            when documents.published_date < scale.first_date then 'earlier'
            when documents.published_date > scale.last_date then 'later'
            else scale.period
        end as period,
        case
            when documents.published_date between scale.first_date and scale.last_date
                then date_trunc(scale.period, documents.published_date)::date
        end as period_date,
        case
            when documents.source_name is null then '(no name)'
            when biggest.source_name is null then '(others)'
            else documents.source_name
        end as source_name
    from documents
    cross join scale
    left outer join biggest on documents.source_name = biggest.source_name
)

select
    period,
    period_date,
    source_name,
    count(*) as document_count
from placed
group by all
order by period_date asc nulls last, period asc, document_count desc, source_name asc

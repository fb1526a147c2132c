-- How much was published when, and in which language?
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
    select language_code
    from documents
    where language_code <> 'und'
    group by language_code
    order by count(*) desc, language_code asc
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
            when documents.language_code = 'und' then '(not known)'
            when biggest.language_code is null then '(others)'
            else documents.language_code
        end as language_code
    from documents
    cross join scale
    left outer join biggest on documents.language_code = biggest.language_code
)

select
    period,
    period_date,
    language_code,
    count(*) as document_count
from placed
group by all
order by period_date asc nulls last, period asc, document_count desc, language_code asc

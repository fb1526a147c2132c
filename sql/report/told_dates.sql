-- Of which times do the texts tell, seen from the day on which each was published?
-- Days, months or years, whichever suits the middle 90 % of the times of a month or less; what
-- lies outside or is longer is counted. Of years the middle 98 % is drawn.
-- Past and future start a week away from the day of publication.
with

told as (
    select
        dates.start_date,
        case
            when documents.published_date is null then 'not known'
            when dates.end_date < documents.published_date - 7 then 'past'
            when dates.start_date > documents.published_date + 7 then 'future'
            else 'present'
        end as tense,
        dates.end_date - dates.start_date as day_count
    from dates
    inner join document_dates as documents on dates.doc_id = documents.doc_id
    where dates.start_date is not null
),

span as (
    select
        quantile_disc(start_date, 0.01) as earliest_date,
        quantile_disc(start_date, 0.05) as first_date,
        quantile_disc(start_date, 0.95) as last_date,
        quantile_disc(start_date, 0.99) as latest_date
    from told
    where day_count <= 30
),

scale as (
    select
        'day' as period,
        first_date,
        last_date,
        0 as longest
    from span
    where last_date - first_date <= 62
    union all
    select
        'month' as period,
        first_date,
        last_date,
        30 as longest
    from span
    where last_date - first_date between 63 and 2600
    union all
    select
        'year' as period,
        earliest_date as first_date,
        latest_date as last_date,
        365 as longest
    from span
    where last_date - first_date > 2600
),

placed as (
    select
        told.tense,
        case
            when told.start_date < scale.first_date then 'earlier'
            when told.start_date > scale.last_date then 'later'
            when told.day_count > scale.longest then 'longer'
            else scale.period
        end as period,
        case
            when
                told.start_date between scale.first_date and scale.last_date
                and told.day_count <= scale.longest
                then date_trunc(scale.period, told.start_date)::date
        end as period_date
    from told
    cross join scale
)

select
    period,
    period_date,
    tense,
    count(*) as date_count
from placed
group by all
order by period_date asc nulls last, period asc, tense asc

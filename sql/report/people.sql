-- Who is named in most documents, and when?
-- The trend counts documents in each of the last days, months or years, 24 at most, the oldest
-- first.
with

span as (
    select
        quantile_disc(published_date, 0.01) as first_date,
        quantile_disc(published_date, 0.99) as last_date
    from document_dates
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

periods as (
    select
        scale.period,
        steps.step_no,
        date_trunc(scale.period, scale.first_date)::date as first_date,
        date_trunc(scale.period, scale.last_date)::date as last_date
    from scale
    cross join range(24) as steps (step_no)
),

period_dates as (
    select
        period,
        first_date,
        case period
            when 'day' then last_date - step_no::integer
            when 'month' then (last_date - to_months(step_no::integer))::date
            else (last_date - to_years(step_no::integer))::date
        end as period_date
    from periods
),

biggest as (
    select
        entity_id,
        name,
        document_count,
        mention_count
    from entities
    where entity_type = 'PERSON'
    order by document_count desc, mention_count desc, name asc, entity_id asc
    limit 12
),

counts as (
    select
        entity_documents.entity_id,
        date_trunc(scale.period, document_dates.published_date)::date as period_date,
        count(*) as document_count
    from biggest
    inner join entity_documents on biggest.entity_id = entity_documents.entity_id
    inner join document_dates on entity_documents.doc_id = document_dates.doc_id
    cross join scale
    where document_dates.published_date is not null
    group by all
)

select
    biggest.name,
    biggest.document_count,
    biggest.mention_count,
    min(period_dates.period) as period,
    max(period_dates.period_date) as last_period_date,
    coalesce(
        list(coalesce(counts.document_count, 0) order by period_dates.period_date asc)
        filter (where period_dates.period_date is not null),
        []
    ) as trend_counts
from biggest
left outer join period_dates on period_dates.period_date >= period_dates.first_date
left outer join counts
    on
        biggest.entity_id = counts.entity_id
        and period_dates.period_date = counts.period_date
group by
    biggest.entity_id,
    biggest.name,
    biggest.document_count,
    biggest.mention_count
order by
    biggest.document_count desc,
    biggest.mention_count desc,
    biggest.name asc,
    biggest.entity_id asc

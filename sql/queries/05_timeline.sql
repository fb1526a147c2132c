-- What happened when: what is told of a month, in order, with lead (+) or lag (-) to publication.
-- How to read: lead_days is negative for what was past when it was published.
-- Caveat: what the sentence says of the day, only it can tell.
select
    start_date,
    end_date,
    lead_days,
    title,
    sentence,
    entity_names
from timeline
where
    precision = 'day'
    and start_date between date '2025-03-01' and date '2025-03-31'
order by start_date asc, title asc, sentence asc
limit 10

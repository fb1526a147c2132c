-- What was announced: days told that lie after the document's own date, and how far ahead.
-- How to read: the furthest ahead first.
-- Caveat: a day ahead need not be a plan: a forecast or a rerun of a calendar is one too.
select
    documents.published_date,
    dates.start_date,
    date_diff('day', documents.published_date, dates.start_date) as days_ahead,
    dates.surface,
    documents.title
from dates
inner join documents on dates.doc_id = documents.doc_id
where
    dates.start_date > documents.published_date
    and dates.status in ('absolute', 'resolved')
order by days_ahead desc, documents.title asc, dates.start_date asc
limit 10

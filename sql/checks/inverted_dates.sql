-- inverted_dates: times that end before they start.
-- A bad row: a time expression.
select
    doc_id,
    date_no,
    surface,
    start_date,
    end_date
from all_dates
where start_date > end_date or earliest_date > latest_date

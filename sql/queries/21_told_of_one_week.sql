-- What is told of one week, whenever it was published?
-- How to read: every row's time overlaps the week; a month or year that holds it counts too.
-- Caveat: to leave those out, ask for precision = 'day' as here.
select
    told.start_date,
    told.title,
    told.surface,
    left(told.sentence, 100) as sentence
from between_dates('2025-03-12', '2025-03-18') as told
where told.precision = 'day'
order by told.start_date asc, told.doc_id asc, told.date_no asc
limit 10

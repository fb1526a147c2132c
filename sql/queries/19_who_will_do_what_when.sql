-- Who is announced to do what, when: days told that lie ahead, with who is named there.
-- How to read: the sentence tells what is planned; days_ahead counts from publication.
-- Caveat: a day ahead need not be a plan (a deadline, a forecast); the sentence decides.
select
    told.published_date,
    told.start_date,
    told.lead_days as days_ahead,
    told.entity_names,
    left(told.sentence, 120) as sentence
from timeline as told
where
    told.lead_days > 0
    and told.precision = 'day'
    and len(told.entity_names) > 0
order by told.start_date asc, told.doc_id asc, told.date_no asc
limit 10

-- dates_outside_sentences: known days that no sentence tells, which the timeline would misquote.
-- A bad row: a time expression.
select
    dates.doc_id,
    dates.date_no,
    dates.surface
from dates
asof left join stored.sentences as sentences
    on dates.doc_id = sentences.doc_id and dates.start_char >= sentences.start_char
where
    dates.start_date is not null
    and (sentences.end_char is null or sentences.end_char <= dates.start_char)

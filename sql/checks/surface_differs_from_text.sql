-- surface_differs_from_text: annotations whose surface is not what stands at their offsets.
-- A bad row: an annotation.
select
    'all_dates' as view_name,
    all_dates.doc_id,
    all_dates.start_char,
    all_dates.surface
from all_dates
inner join documents on all_dates.doc_id = documents.doc_id
where
    all_dates.surface <> substr(
        documents.text,
        all_dates.start_char + 1,
        all_dates.end_char - all_dates.start_char
    )

union all

select
    'all_amounts' as view_name,
    all_amounts.doc_id,
    all_amounts.start_char,
    all_amounts.surface
from all_amounts
inner join documents on all_amounts.doc_id = documents.doc_id
where
    all_amounts.surface <> substr(
        documents.text,
        all_amounts.start_char + 1,
        all_amounts.end_char - all_amounts.start_char
    )

union all

select
    'all_mentions' as view_name,
    all_mentions.doc_id,
    all_mentions.start_char,
    all_mentions.surface
from all_mentions
inner join documents on all_mentions.doc_id = documents.doc_id
where
    all_mentions.surface <> substr(
        documents.text,
        all_mentions.start_char + 1,
        all_mentions.end_char - all_mentions.start_char
    )

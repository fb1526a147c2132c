-- offsets_out_of_range: spans that do not lie inside their document's text.
-- A bad row: a span.
select
    'lines' as view_name,
    lines.doc_id,
    lines.start_char,
    lines.end_char
from lines
inner join documents on lines.doc_id = documents.doc_id
where
    lines.start_char < 0
    or lines.end_char <= lines.start_char
    or lines.end_char > documents.char_count

union all

select
    'paragraphs' as view_name,
    paragraphs.doc_id,
    paragraphs.start_char,
    paragraphs.end_char
from paragraphs
inner join documents on paragraphs.doc_id = documents.doc_id
where
    paragraphs.start_char < 0
    or paragraphs.end_char <= paragraphs.start_char
    or paragraphs.end_char > documents.char_count

union all

select
    'sentences' as view_name,
    sentences.doc_id,
    sentences.start_char,
    sentences.end_char
from sentences
inner join documents on sentences.doc_id = documents.doc_id
where
    sentences.start_char < 0
    or sentences.end_char <= sentences.start_char
    or sentences.end_char > documents.char_count

union all

select
    'all_dates' as view_name,
    all_dates.doc_id,
    all_dates.start_char,
    all_dates.end_char
from all_dates
inner join documents on all_dates.doc_id = documents.doc_id
where
    all_dates.start_char < 0
    or all_dates.end_char <= all_dates.start_char
    or all_dates.end_char > documents.char_count

union all

select
    'all_amounts' as view_name,
    all_amounts.doc_id,
    all_amounts.start_char,
    all_amounts.end_char
from all_amounts
inner join documents on all_amounts.doc_id = documents.doc_id
where
    all_amounts.start_char < 0
    or all_amounts.end_char <= all_amounts.start_char
    or all_amounts.end_char > documents.char_count

union all

select
    'all_mentions' as view_name,
    all_mentions.doc_id,
    all_mentions.start_char,
    all_mentions.end_char
from all_mentions
inner join documents on all_mentions.doc_id = documents.doc_id
where
    all_mentions.start_char < 0
    or all_mentions.end_char <= all_mentions.start_char
    or all_mentions.end_char > documents.char_count

union all

select
    'date_evidence' as view_name,
    date_evidence.doc_id,
    date_evidence.start_char,
    date_evidence.end_char
from date_evidence
inner join documents on date_evidence.doc_id = documents.doc_id
where
    date_evidence.start_char < 0
    or date_evidence.end_char <= date_evidence.start_char
    or date_evidence.end_char > documents.char_count

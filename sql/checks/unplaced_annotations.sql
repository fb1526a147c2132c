-- unplaced_annotations: annotations on a line or paragraph that is not there, unseen in views.
-- A bad row: an annotation.
select
    'sentences' as table_name,
    sentences.doc_id,
    sentences.line_no
from stored.sentences as sentences
anti join stored.lines as lines
    on sentences.doc_id = lines.doc_id and sentences.line_no = lines.line_no

union all

select
    'dates' as table_name,
    dates.doc_id,
    dates.line_no
from stored.dates as dates
anti join stored.lines as lines
    on dates.doc_id = lines.doc_id and dates.line_no = lines.line_no

union all

select
    'amounts' as table_name,
    amounts.doc_id,
    amounts.line_no
from stored.amounts as amounts
anti join stored.lines as lines
    on amounts.doc_id = lines.doc_id and amounts.line_no = lines.line_no

union all

select
    'mentions' as table_name,
    mentions.doc_id,
    mentions.line_no
from stored.mentions as mentions
anti join stored.lines as lines
    on mentions.doc_id = lines.doc_id and mentions.line_no = lines.line_no

union all

select
    'languages' as table_name,
    languages.doc_id,
    languages.line_no
from stored.languages as languages
anti join stored.paragraphs as paragraphs
    on languages.doc_id = paragraphs.doc_id and languages.line_no = paragraphs.line_no
where languages.line_no is not null

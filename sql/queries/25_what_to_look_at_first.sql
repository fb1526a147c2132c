-- Which documents should somebody look at before the numbers are trusted?
-- How to read: each row is a document with a reason; one may have several.
-- Caveat: a reason is a hint, not a fault: a table is short of stop words by its nature.
with hints as (
    select
        documents.doc_id,
        'no date' as reason
    from documents
    where documents.published_status = 'unknown'

    union all

    select
        document_dates.doc_id,
        'dates quarrel' as reason
    from document_dates
    where document_dates.is_contested

    union all

    select
        documents.doc_id,
        'language not sure' as reason
    from documents
    where documents.language_score < 0.6 or documents.language_code = 'und'

    union all

    select
        documents.doc_id,
        'characters lost or repaired' as reason
    from documents
    where documents.lost_char_count + documents.repaired_char_count > 0

    union all

    select
        lines.doc_id,
        'mostly boilerplate' as reason
    from lines
    group by lines.doc_id
    having
        sum(lines.end_char - lines.start_char) filter (where lines.kind = 'boilerplate')
        > 0.5 * sum(lines.end_char - lines.start_char)
)

select
    hints.reason,
    count(*) over (partition by hints.reason) as documents,
    documents.title,
    documents.source_name
from hints
inner join documents on hints.doc_id = documents.doc_id
order by documents asc, hints.reason asc, documents.title asc nulls last
limit 15

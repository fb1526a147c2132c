-- timeline: what is told to have happened when, with the sentence that tells it.
-- Grain: time expression with known days. Sources: dates, documents; stored sentences, mentions.
create view timeline as
with

-- A sentence ends before the next one starts: a time lies in the last one that starts before it.
told as (
    select
        dates.doc_id,
        dates.date_no,
        dates.start_date,
        dates.end_date,
        dates.precision,
        dates.surface,
        dates.confidence,
        sentences.sentence_no,
        sentences.start_char,
        sentences.end_char
    from dates
    asof inner join stored.sentences as sentences
        on dates.doc_id = sentences.doc_id and dates.start_char >= sentences.start_char
    where dates.start_date is not null
),

-- One pass, so that a filter on days reaches the dates before anything is joined.
named as (
    select
        told.doc_id,
        told.date_no,
        told.start_date,
        told.end_date,
        told.precision,
        told.surface,
        told.confidence,
        told.sentence_no,
        told.start_char,
        told.end_char,
        coalesce(
            list(distinct mentions.entity_name order by mentions.entity_name asc)
            filter (where mentions.entity_name is not null),
            []
        ) as entity_names
    from told
    left outer join stored.mentions as mentions
        on
            told.doc_id = mentions.doc_id
            and told.start_char <= mentions.start_char
            and told.end_char > mentions.start_char
    group by all
)

select
    named.doc_id,
    named.date_no,
    named.start_date,
    named.end_date,
    named.precision,
    named.surface,
    trim(
        regexp_replace(
            substr(
                documents.text,
                named.start_char + 1,
                named.end_char - named.start_char
            ),
            '\s+',
            ' ',
            'g'
        )
    ) as sentence,
    named.sentence_no,
    documents.title,
    documents.source_name,
    documents.published_date,
    documents.published_status,
    date_diff('day', documents.published_date, named.start_date) as lead_days,
    named.entity_names,
    named.confidence
from named
inner join documents on named.doc_id = documents.doc_id

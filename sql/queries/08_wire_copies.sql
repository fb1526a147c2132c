-- Which documents tell the same story: pairs that share most of their sentences.
-- How to read: shared_share is of the shorter one's sentences.
-- Caveat: two short notes may share a stock sentence; below 30 characters none counts.
with

told as (
    select distinct
        sentences.doc_id,
        md5(
            regexp_replace(
                substr(
                    documents.text,
                    sentences.start_char + 1,
                    sentences.end_char - sentences.start_char
                ),
                '[^\pL\pN]+',
                ' ',
                'g'
            )
        ) as sentence_hash
    from sentences
    inner join documents on sentences.doc_id = documents.doc_id
    where sentences.end_char - sentences.start_char > 30
),

sizes as (
    select
        doc_id,
        count(*) as sentence_count
    from told
    group by doc_id
)

select
    one_document.title as one_title,
    other_document.title as other_title,
    count(*) as shared_sentences,
    round(
        count(*) / least(min(one_size.sentence_count), min(other_size.sentence_count)), 2
    ) as shared_share
from told as one
inner join told as other
    on one.sentence_hash = other.sentence_hash and one.doc_id < other.doc_id
inner join sizes as one_size on one.doc_id = one_size.doc_id
inner join sizes as other_size on other.doc_id = other_size.doc_id
inner join documents as one_document on one.doc_id = one_document.doc_id
inner join documents as other_document on other.doc_id = other_document.doc_id
group by one_document.doc_id, other_document.doc_id, one_document.title, other_document.title
having shared_share > 0.5
order by shared_share desc, one_title asc

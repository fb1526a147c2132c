-- Which documents have the fewest stop words for their language: lists, or another language?
-- How to read: far below the usual share is a list, a table or a wrong language.
-- Caveat: languages with fewer than three documents are left out.
with usual as (
    select
        documents.language_code,
        median(quality.stop_word_share) as stop_word_share
    from quality
    inner join documents on quality.doc_id = documents.doc_id
    group by documents.language_code
    having count(quality.stop_word_share) >= 3
)

select
    documents.title,
    documents.language_code,
    round(documents.language_score, 2) as language_score,
    round(quality.stop_word_share, 2) as stop_word_share,
    round(usual.stop_word_share, 2) as usual_share
from quality
inner join documents on quality.doc_id = documents.doc_id
inner join usual on documents.language_code = usual.language_code
where usual.stop_word_share > 0
order by quality.stop_word_share / usual.stop_word_share asc, documents.title asc
limit 5

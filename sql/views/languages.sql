-- languages: languages of documents, and of every paragraph that has a letter.
-- Grain: document x rank, and paragraph x rank. Source: stored.languages.
create view languages as
select
    doc_id,
    line_no,
    rank,
    language_code,
    language_tag,
    script_code,
    score,
    letter_share,
    method,
    detector,
    votes,
    langdetect_code,
    langdetect_score
from stored.languages

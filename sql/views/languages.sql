-- languages: languages of documents, and of paragraphs in another script.
-- Grain: document x rank, and paragraph x rank. Source: stored.languages.
create view languages as
select
    doc_id,
    line_no,
    rank,
    language_code,
    score,
    detector
from stored.languages

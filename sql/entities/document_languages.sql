-- document_languages: the language of each document.
-- Grain: document. Sources: stored.languages, documents.
create temp table document_languages as
select
    documents.doc_no,
    languages.language_code
from stored.languages as languages
inner join documents on languages.doc_id = documents.doc_id
where languages.line_no is null and languages.rank = 1

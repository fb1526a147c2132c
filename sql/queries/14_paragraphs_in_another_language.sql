-- Which documents hold paragraphs in another language than their own, and how do these begin?
-- How to read: the language of the document beside that of its other paragraphs.
-- Caveat: a quotation or a name list may be told as another language.
with foreign_paragraphs as (
    select
        languages.doc_id,
        languages.line_no,
        languages.language_tag,
        documents.title,
        documents.language_tag as document_tag,
        documents.is_multilingual
    from languages
    inner join documents on languages.doc_id = documents.doc_id
    where
        languages.line_no is not null
        and languages.rank = 1
        and languages.language_code not in (documents.language_code, 'und', 'zxx')
)

select
    foreign_paragraphs.document_tag,
    foreign_paragraphs.is_multilingual,
    foreign_paragraphs.language_tag,
    count(*) as paragraphs,
    min_by(left(paragraphs.text, 50), foreign_paragraphs.line_no) as first_words,
    foreign_paragraphs.title
from foreign_paragraphs
inner join paragraphs
    on
        foreign_paragraphs.doc_id = paragraphs.doc_id
        and foreign_paragraphs.line_no = paragraphs.line_no
group by all
order by paragraphs desc, foreign_paragraphs.title asc, foreign_paragraphs.language_tag asc
limit 10

-- sentences: sentences of titles and body lines, as offsets.
-- Grain: sentence. Sources: stored.sentences, lines.
create view sentences as
select
    sentences.doc_id,
    sentences.sentence_no,
    sentences.line_no,
    sentences.start_char,
    sentences.end_char
from stored.sentences as sentences
inner join lines
    on sentences.doc_id = lines.doc_id and sentences.line_no = lines.line_no
where lines.kind in ('title', 'body')

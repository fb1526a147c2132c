-- document_terms: the terms of the title and body lines of each document of a slice, in order.
-- Grain: document. Sources: stored.documents, document_slices, lines.
create or replace temp table document_terms as
with

documents as (
    select
        texts.doc_id,
        document_slices.doc_no,
        texts.text
    from stored.documents as texts
    inner join document_slices on texts.doc_id = document_slices.doc_id
    where document_slices.slice_no = getvariable('slice_no')
),

-- Split, and not cut out by offsets: a text of many lines would be gone through for each of them.
text_lines as (
    select
        doc_id,
        unnest(string_split(text, chr(10))) as line_text,
        generate_subscripts(string_split(text, chr(10)), 1) as line_no
    from documents
),

kept_texts as (
    select
        text_lines.doc_id,
        min(lines.start_char) filter (where lines.kind = 'title') as title_start,
        min_by(lines.end_char, lines.start_char) filter (where lines.kind = 'title') as title_end,
        string_agg(
            text_lines.line_text,
            chr(10)
            order by text_lines.line_no
        ) as kept_text
    from text_lines
    inner join lines
        on text_lines.doc_id = lines.doc_id and text_lines.line_no = lines.line_no
    where lines.kind in ('title', 'body')
    group by text_lines.doc_id
)

select
    documents.doc_id,
    documents.doc_no,
    substr(
        documents.text,
        kept_texts.title_start + 1,
        kept_texts.title_end - kept_texts.title_start
    ) as title_line,
    coalesce(search_terms(kept_texts.kept_text), []) as terms
from documents
left outer join kept_texts on documents.doc_id = kept_texts.doc_id

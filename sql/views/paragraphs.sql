-- paragraphs: paragraphs as offsets, and each on one line.
-- Grain: paragraph. Sources: stored paragraphs, documents.
create view paragraphs as
with

bounds as (
    select
        paragraphs.doc_id,
        paragraphs.paragraph_no,
        paragraphs.line_no,
        paragraphs.end_line_no,
        paragraphs.start_char,
        paragraphs.end_char,
        documents.text as document_text,
        -- What lies between the cuts: two numbers a piece.
        list_concat(
            [paragraphs.start_char], paragraphs.line_end_cuts, [paragraphs.end_char]
        ) as piece_bounds
    from stored.paragraphs as paragraphs
    inner join stored.documents as documents on paragraphs.doc_id = documents.doc_id
),

joined as (
    select
        doc_id,
        paragraph_no,
        line_no,
        end_line_no,
        start_char,
        end_char,
        array_to_string(
            list_transform(
                generate_series(1, len(piece_bounds), 2),
                lambda i: substr(
                    document_text, piece_bounds[i] + 1, piece_bounds[i + 1] - piece_bounds[i]
                )
            ),
            ''
        ) as wrapped_text
    from bounds
)

select
    doc_id,
    paragraph_no,
    line_no,
    end_line_no,
    start_char,
    end_char,
    regexp_replace(wrapped_text, '[\s\p{Z}]*\n[\s\p{Z}]*', ' ', 'g') as text
from joined

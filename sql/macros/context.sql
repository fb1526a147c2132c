-- context: the text around an offset of a document, on one line.
-- Parameters: doc, a doc_id; start_char, an offset in documents.text; width, characters before and
-- after it. Example: select context(doc_id, start_char, 60) from dates limit 5.
create macro context(doc, start_char, width) as (
    select
        trim(
            regexp_replace(
                substr(
                    around.context_text,
                    greatest(start_char - width, 0) + 1,
                    start_char + width - greatest(start_char - width, 0)
                ),
                '\s+',
                ' ',
                'g'
            )
        )
    from (
        -- Other names than those of the arguments, which would be taken for columns of this table.
        select
            texts.doc_id as context_doc_id,
            texts.text as context_text
        from stored.documents as texts
    ) as around
    where around.context_doc_id = doc
)

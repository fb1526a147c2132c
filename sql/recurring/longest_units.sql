-- longest_units: the longest templates of each document: they tell its story from others.
-- Each with the documents of the source that hold it. The longest comes first; of two of one length
-- the greater number, so that order never matters. Documents are added some at a time: what this
-- takes of memory cannot go to disk.
-- Grain: document. Sources: units, template_documents.
insert into longest_units
select
    units.doc_no,
    max(
        struct_pack(
            char_count := units.char_count,
            template_hash := units.template_hash,
            document_count := coalesce(template_documents.document_count, 1)
        ),
        getvariable('key_count') + 1
    ) as longest
from units
left outer join template_documents
    on
        units.source_no = template_documents.source_no
        and units.template_hash = template_documents.template_hash
where
    units.doc_no >= getvariable('first_doc_no')
    and units.doc_no < getvariable('first_doc_no') + getvariable('chunk_documents')
group by units.doc_no

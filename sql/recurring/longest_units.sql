-- longest_units: the longest templates of each document: they tell its story from others.
-- Each with the documents of the source that hold it. The longest comes first; of two of one length
-- the greater number, so that order never matters.
-- Grain: document. Source: units.
create temp table longest_units as
with

counted as (
    select
        source_no,
        template_hash,
        count(*) as document_count
    from units
    group by source_no, template_hash
)

select
    units.source_no,
    units.doc_no,
    max(
        struct_pack(
            char_count := units.char_count,
            template_hash := units.template_hash,
            document_count := counted.document_count
        ),
        getvariable('key_count') + 1
    ) as longest
from units
inner join counted
    on units.source_no = counted.source_no and units.template_hash = counted.template_hash
group by units.source_no, units.doc_no

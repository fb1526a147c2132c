-- longest_units: the longest templates of each document: they tell its story from others.
-- The longest comes first; of two of one length the greater number, so that order never matters.
-- Grain: document. Source: units.
create temp table longest_units as
select
    source_no,
    doc_no,
    list_transform(
        max(
            struct_pack(char_count := char_count, template_hash := template_hash),
            getvariable('key_count') + 1
        ),
        lambda unit: unit.template_hash
    ) as template_hashes
from units
group by source_no, doc_no

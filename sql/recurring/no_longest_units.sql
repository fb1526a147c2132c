-- no_longest_units: the table that longest_units.sql fills.
create temp table longest_units (
    doc_no integer,
    longest struct(char_count integer, template_hash bigint, document_count integer)[]
)

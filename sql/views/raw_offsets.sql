-- raw_offsets: where the text of a document stands in its raw bytes.
-- Grain: run of a document. Source: stored.documents.
create view raw_offsets as
with

numbered as (
    select
        doc_id,
        raw_runs,
        unnest(range(1, len(raw_runs) // 3 + 1)) as run_no
    from stored.documents
),

runs as (
    select
        doc_id,
        run_no,
        raw_runs[3 * run_no - 2] as form_no,
        raw_runs[3 * run_no - 1] as char_count,
        raw_runs[3 * run_no] as byte_count
    from numbered
),

placed as (
    select
        doc_id,
        run_no,
        form_no,
        char_count,
        byte_count,
        sum(char_count) over (partition by doc_id order by run_no) as end_char,
        sum(byte_count) over (partition by doc_id order by run_no) as end_byte
    from runs
)

select
    doc_id,
    run_no::integer as run_no,
    (end_char - char_count)::integer as start_char,
    end_char::integer as end_char,
    (end_byte - byte_count)::bigint as start_byte,
    end_byte::bigint as end_byte,
    ['encoded', 'crlf', 'decomposed', 'even', 'whole'][form_no + 1] as form
from placed

-- duplicate_keys: rows of a view that share a key which should be theirs alone.
-- A bad row: a key.
select
    'documents' as view_name,
    concat_ws(' ', doc_id) as key_text,
    count(*) as row_count
from documents
group by all
having count(*) > 1

union all

select
    'sources' as view_name,
    concat_ws(' ', source_id) as key_text,
    count(*) as row_count
from sources
group by all
having count(*) > 1

union all

select
    'source_metadata' as view_name,
    concat_ws(' ', source_id, item_no) as key_text,
    count(*) as row_count
from source_metadata
group by all
having count(*) > 1

union all

select
    'lines' as view_name,
    concat_ws(' ', doc_id, line_no) as key_text,
    count(*) as row_count
from lines
group by all
having count(*) > 1

union all

select
    'recurring_lines' as view_name,
    concat_ws(' ', doc_id, line_no) as key_text,
    count(*) as row_count
from recurring_lines
group by all
having count(*) > 1

union all

select
    'bodies' as view_name,
    concat_ws(' ', doc_id) as key_text,
    count(*) as row_count
from bodies
group by all
having count(*) > 1

union all

select
    'paragraphs' as view_name,
    concat_ws(' ', doc_id, paragraph_no) as key_text,
    count(*) as row_count
from paragraphs
group by all
having count(*) > 1

union all

select
    'sentences' as view_name,
    concat_ws(' ', doc_id, sentence_no) as key_text,
    count(*) as row_count
from sentences
group by all
having count(*) > 1

union all

select
    'languages' as view_name,
    concat_ws(' ', doc_id, line_no, rank) as key_text,
    count(*) as row_count
from languages
group by all
having count(*) > 1

union all

select
    'quality' as view_name,
    concat_ws(' ', doc_id) as key_text,
    count(*) as row_count
from quality
group by all
having count(*) > 1

union all

select
    'dates' as view_name,
    concat_ws(' ', doc_id, date_no) as key_text,
    count(*) as row_count
from dates
group by all
having count(*) > 1

union all

select
    'all_dates' as view_name,
    concat_ws(' ', doc_id, date_no) as key_text,
    count(*) as row_count
from all_dates
group by all
having count(*) > 1

union all

select
    'document_dates' as view_name,
    concat_ws(' ', doc_id) as key_text,
    count(*) as row_count
from document_dates
group by all
having count(*) > 1

union all

select
    'date_evidence' as view_name,
    concat_ws(' ', doc_id, evidence_no) as key_text,
    count(*) as row_count
from date_evidence
group by all
having count(*) > 1

union all

select
    'amounts' as view_name,
    concat_ws(' ', doc_id, amount_no) as key_text,
    count(*) as row_count
from amounts
group by all
having count(*) > 1

union all

select
    'all_amounts' as view_name,
    concat_ws(' ', doc_id, amount_no) as key_text,
    count(*) as row_count
from all_amounts
group by all
having count(*) > 1

union all

select
    'mentions' as view_name,
    concat_ws(' ', doc_id, mention_no) as key_text,
    count(*) as row_count
from mentions
group by all
having count(*) > 1

union all

select
    'all_mentions' as view_name,
    concat_ws(' ', doc_id, mention_no) as key_text,
    count(*) as row_count
from all_mentions
group by all
having count(*) > 1

union all

select
    'entities' as view_name,
    concat_ws(' ', entity_id) as key_text,
    count(*) as row_count
from entities
group by all
having count(*) > 1

union all

select
    'entity_aliases' as view_name,
    concat_ws('|', entity_id, alias) as key_text,
    count(*) as row_count
from entity_aliases
group by all
having count(*) > 1

union all

select
    'entity_links' as view_name,
    concat_ws('|', entity_id, entity_type, name, linked_name, method, scope) as key_text,
    count(*) as row_count
from entity_links
group by all
having count(*) > 1

union all

select
    'entity_documents' as view_name,
    concat_ws(' ', entity_id, doc_id) as key_text,
    count(*) as row_count
from entity_documents
group by all
having count(*) > 1

union all

select
    'entity_cooccurrences' as view_name,
    concat_ws(' ', entity_id, other_entity_id) as key_text,
    count(*) as row_count
from entity_cooccurrences
group by all
having count(*) > 1

union all

select
    'places' as view_name,
    concat_ws(' ', entity_id) as key_text,
    count(*) as row_count
from places
group by all
having count(*) > 1

union all

select
    'rejections' as view_name,
    concat_ws(' ', path, member) as key_text,
    count(*) as row_count
from rejections
group by all
having count(*) > 1

union all

select
    'runs' as view_name,
    concat_ws(' ', run_id) as key_text,
    count(*) as row_count
from runs
group by all
having count(*) > 1

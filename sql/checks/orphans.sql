-- orphans: rows whose document or source is not there.
-- A bad row: a row of the named view.
select
    'sources' as view_name,
    sources.doc_id
from sources
anti join documents on sources.doc_id = documents.doc_id

union all

select
    'source_metadata' as view_name,
    source_metadata.doc_id
from source_metadata
anti join sources
    on
        source_metadata.source_id = sources.source_id
        and source_metadata.doc_id = sources.doc_id

union all

select
    'lines' as view_name,
    lines.doc_id
from lines
anti join documents on lines.doc_id = documents.doc_id

union all

select
    'paragraphs' as view_name,
    paragraphs.doc_id
from paragraphs
anti join documents on paragraphs.doc_id = documents.doc_id

union all

select
    'recurring_lines' as view_name,
    recurring_lines.doc_id
from recurring_lines
anti join documents on recurring_lines.doc_id = documents.doc_id

union all

select
    'sentences' as view_name,
    sentences.doc_id
from sentences
anti join documents on sentences.doc_id = documents.doc_id

union all

select
    'languages' as view_name,
    languages.doc_id
from languages
anti join documents on languages.doc_id = documents.doc_id

union all

select
    'quality' as view_name,
    quality.doc_id
from quality
anti join documents on quality.doc_id = documents.doc_id

union all

select
    'all_dates' as view_name,
    all_dates.doc_id
from all_dates
anti join documents on all_dates.doc_id = documents.doc_id

union all

select
    'all_amounts' as view_name,
    all_amounts.doc_id
from all_amounts
anti join documents on all_amounts.doc_id = documents.doc_id

union all

select
    'all_mentions' as view_name,
    all_mentions.doc_id
from all_mentions
anti join documents on all_mentions.doc_id = documents.doc_id

union all

select
    'document_dates' as view_name,
    document_dates.doc_id
from document_dates
anti join documents on document_dates.doc_id = documents.doc_id

union all

select
    'date_evidence' as view_name,
    date_evidence.doc_id
from date_evidence
anti join documents on date_evidence.doc_id = documents.doc_id

union all

select
    'bodies' as view_name,
    bodies.doc_id
from bodies
anti join documents on bodies.doc_id = documents.doc_id

union all

select
    'entity_documents' as view_name,
    entity_documents.doc_id
from entity_documents
anti join documents on entity_documents.doc_id = documents.doc_id

union all

select
    'entity_links' as view_name,
    entity_links.doc_id
from entity_links
anti join documents on entity_links.doc_id = documents.doc_id

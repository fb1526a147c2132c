-- documents: one row a document, with what an analyst asks first.
-- Grain: document. Sources: stored documents, sources, languages, document_dates,
-- indexed_documents.
create view documents as
with

primary_sources as (
    select
        doc_id,
        title,
        source_name
    from stored.sources
    where is_primary
),

source_counts as (
    select
        doc_id,
        count(*) as source_count
    from stored.sources
    group by doc_id
),

best_languages as (
    select
        doc_id,
        language_code,
        language_tag,
        script_code,
        score
    from stored.languages
    where line_no is null and rank = 1
),

-- One language may have two tags, for two scripts.
language_shares as (
    select
        doc_id,
        language_code,
        sum(letter_share) as letter_share
    from stored.languages
    where line_no is null
    group by doc_id, language_code
),

-- What cannot be told (und) and what is no language (zxx) makes no document multilingual.
language_counts as (
    select
        doc_id,
        count(*) filter (
            where letter_share >= 0.2 and language_code not in ('und', 'zxx')
        ) as language_count
    from language_shares
    group by doc_id
)

select
    documents.doc_id,
    coalesce(primary_sources.title, indexed_documents.title_line) as title,
    documents.text,
    documents.char_count,
    documents.word_count,
    documents.line_count,
    documents.lost_char_count,
    documents.repaired_char_count,
    best_languages.language_code,
    best_languages.language_tag,
    best_languages.script_code,
    best_languages.score as language_score,
    language_counts.language_count > 1 as is_multilingual,
    document_dates.published_date,
    document_dates.precision as published_precision,
    document_dates.status as published_status,
    primary_sources.source_name,
    source_counts.source_count
from stored.documents as documents
inner join primary_sources on documents.doc_id = primary_sources.doc_id
inner join source_counts on documents.doc_id = source_counts.doc_id
inner join best_languages on documents.doc_id = best_languages.doc_id
inner join language_counts on documents.doc_id = language_counts.doc_id
inner join stored.document_dates as document_dates on documents.doc_id = document_dates.doc_id
left outer join stored.indexed_documents as indexed_documents
    on documents.doc_id = indexed_documents.doc_id

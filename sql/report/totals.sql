-- What does the archive hold?
with

document_totals as (
    select
        count(*) as document_count,
        coalesce(sum(word_count), 0)::bigint as word_count,
        count(distinct language_code) filter (
            where language_code not in ('und', 'zxx')
        ) as language_count,
        count(distinct source_name) as publisher_count,
        min(published_date) as first_published_date,
        max(published_date) as last_published_date,
        count(*) filter (where published_date is null) as undated_count,
        count(*) filter (where language_code = 'und') as no_language_count
    from documents
)

select
    (select warehouse_version.version from warehouse_version) as version,
    document_totals.document_count,
    (select count(*) from sources) as source_count,
    document_totals.word_count,
    document_totals.language_count,
    document_totals.publisher_count,
    document_totals.first_published_date,
    document_totals.last_published_date,
    (select count(*) from entities) as entity_count,
    (select count(*) from mentions) as mention_count,
    (select count(*) from dates) as date_count,
    (select count(*) from rejections) as rejected_count,
    document_totals.undated_count,
    document_totals.no_language_count
from document_totals

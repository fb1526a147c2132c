-- candidates: templates that stand in enough documents of a source to be looked at.
-- Grain: source x template. Sources: units, documents, steps.
create temp table candidates as
with

recurring_units as (
    select
        source_no,
        template_hash,
        count(*) as document_count,
        min(char_count) as char_count,
        avg(is_refrain::integer) as refrain_share
    from units
    group by source_no, template_hash
    having count(*) >= (select min(steps.story_count) from steps)
),

source_documents as (
    select
        source_no,
        count(*)::integer as document_count
    from documents
    group by source_no
)

select
    recurring_units.source_no,
    recurring_units.template_hash,
    recurring_units.char_count,
    recurring_units.refrain_share,
    source_documents.document_count as source_document_count
from recurring_units
inner join source_documents on recurring_units.source_no = source_documents.source_no
where
    exists (
        select 1
        from steps
        where
            recurring_units.document_count >= steps.story_count
            and recurring_units.document_count
            >= steps.story_share * source_documents.document_count
    )

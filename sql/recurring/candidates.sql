-- candidates: templates that stand in enough documents of a source to be looked at.
-- Grain: source x template. Sources: template_documents, documents, steps.
create temp table candidates as
with

source_documents as (
    select
        source_no,
        count(*)::integer as document_count
    from documents
    group by source_no
)

select
    template_documents.source_no,
    template_documents.template_hash,
    template_documents.char_count,
    template_documents.refrain_share,
    source_documents.document_count as source_document_count
from template_documents
inner join source_documents on template_documents.source_no = source_documents.source_no
where
    exists (
        select 1
        from steps
        where
            template_documents.document_count >= steps.story_count
            and template_documents.document_count
            >= steps.story_share * source_documents.document_count
    )

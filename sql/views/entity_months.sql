-- entity_months: how much an entity is in the news over time.
-- Grain: entity x month. Sources: entity_documents, document_dates.
create view entity_months as
select
    entity_documents.entity_id,
    date_trunc('month', document_dates.published_date)::date as month_date,
    count(*) as document_count,
    sum(entity_documents.mention_count)::bigint as mention_count
from entity_documents
inner join document_dates on entity_documents.doc_id = document_dates.doc_id
where document_dates.published_date is not null
group by entity_documents.entity_id, month_date

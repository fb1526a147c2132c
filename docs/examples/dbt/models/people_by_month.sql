-- Grain: person and month of publication. Documents without a date are in no month.
select
    date_trunc('month', documents.published_date) as month_date,
    entities.name,
    count(distinct documents.doc_id) as document_count
from {{ source('copydesk', 'mentions') }} as mentions
inner join {{ source('copydesk', 'documents') }} as documents on mentions.doc_id = documents.doc_id
inner join {{ source('copydesk', 'entities') }} as entities on mentions.entity_id = entities.entity_id
where entities.entity_type = 'PERSON' and documents.published_date is not null
group by all

-- document_dates: each document's own date and how it is known.
-- Grain: document. Source: stored.document_dates.
create view document_dates as
select
    doc_id,
    published_date,
    precision,
    status,
    confidence,
    earliest_date,
    latest_date,
    evidence_no,
    is_contested
from stored.document_dates

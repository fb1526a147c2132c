-- date_evidence: every hint at a document's own date.
-- Grain: evidence. Source: stored.date_evidence.
create view date_evidence as
select
    doc_id,
    evidence_no,
    kind,
    surface,
    start_char,
    end_char,
    value,
    precision,
    confidence,
    rule
from stored.date_evidence

-- How far dates can be trusted: how each document's own date is known, and on what evidence.
-- How to read: given is metadata; inferred is read from text, address or path.
-- Caveat: the confidence is how often such evidence is right on news.
select
    document_dates.status,
    coalesce(date_evidence.kind, '(none)') as evidence,
    count(*) as documents,
    round(avg(document_dates.confidence), 2) as mean_confidence
from document_dates
left outer join date_evidence
    on
        document_dates.doc_id = date_evidence.doc_id
        and document_dates.evidence_no = date_evidence.evidence_no
group by document_dates.status, evidence
order by documents desc, evidence asc

-- recurring_lines: lines that are boilerplate since they stand in many stories of one source.
-- Grain: line of a document. Source: stored.recurring_lines.
create view recurring_lines as
select
    doc_id,
    line_no,
    kind,
    reason,
    score,
    story_count,
    source_document_count
from stored.recurring_lines

-- lines: every line that is not blank, with its kind and the rule that decided it.
-- Grain: line of a document. Source: stored.lines.
create view lines as
select
    doc_id,
    line_no,
    start_char,
    end_char,
    kind,
    reason,
    score
from stored.lines

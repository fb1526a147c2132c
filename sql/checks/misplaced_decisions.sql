-- misplaced_decisions: what the corpus or a user's rule decides of a line that is not there.
-- A bad row: a decision.
select
    'recurring_lines' as table_name,
    recurring_lines.doc_id,
    recurring_lines.line_no
from stored.recurring_lines as recurring_lines
left outer join stored.lines as lines
    on recurring_lines.doc_id = lines.doc_id and recurring_lines.line_no = lines.line_no
where lines.kind is distinct from 'body'

union all

select
    'line_rules' as table_name,
    line_rules.doc_id,
    line_rules.line_no
from stored.line_rules as line_rules
anti join stored.lines as lines
    on line_rules.doc_id = lines.doc_id and line_rules.line_no = lines.line_no

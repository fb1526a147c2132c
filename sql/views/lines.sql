-- lines: every line that is not blank, with its kind and what decided it.
-- Grain: line of a document. Sources: stored lines, line_rules, recurring_lines.
create view lines as
select
    lines.doc_id,
    lines.line_no,
    lines.start_char,
    lines.end_char,
    case
        when line_rules.action = 'drop' then 'boilerplate'
        when line_rules.action = 'keep' and lines.kind = 'boilerplate' then 'body'
        when line_rules.action = 'keep' then lines.kind
        else coalesce(recurring_lines.kind, lines.kind)
    end as kind,
    coalesce(line_rules.reason, recurring_lines.reason, lines.reason) as reason,
    case
        when line_rules.action is not null then 1
        else coalesce(recurring_lines.score, lines.score)
    end as score,
    case
        when line_rules.action is not null then 'user'
        when recurring_lines.kind is not null then 'corpus'
        else 'model'
    end as evidence,
    lines.kind as model_kind,
    lines.reason as model_reason,
    lines.score as model_score
from stored.lines as lines
left outer join stored.line_rules as line_rules
    on lines.doc_id = line_rules.doc_id and lines.line_no = line_rules.line_no
left outer join stored.recurring_lines as recurring_lines
    on lines.doc_id = recurring_lines.doc_id and lines.line_no = recurring_lines.line_no

-- all_amounts: every amount, those in boilerplate lines too.
-- Grain: amount. Sources: stored.amounts, lines.
create view all_amounts as
select
    amounts.doc_id,
    amounts.amount_no,
    amounts.line_no,
    amounts.start_char,
    amounts.end_char,
    amounts.surface,
    amounts.amount_type,
    amounts.value,
    amounts.high_value,
    amounts.unit,
    lines.kind as line_kind
from stored.amounts as amounts
inner join lines
    on amounts.doc_id = lines.doc_id and amounts.line_no = lines.line_no

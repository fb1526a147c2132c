-- amounts: every sum of money, percentage and measure in titles and body lines.
-- Grain: amount. Source: all_amounts.
create view amounts as
select
    doc_id,
    amount_no,
    line_no,
    start_char,
    end_char,
    surface,
    amount_type,
    value,
    high_value,
    unit
from all_amounts
where line_kind in ('title', 'body')

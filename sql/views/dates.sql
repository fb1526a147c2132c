-- dates: every time expression in titles and body lines.
-- Grain: time expression. Source: all_dates.
create view dates as
select
    doc_id,
    date_no,
    line_no,
    start_char,
    end_char,
    surface,
    timex_type,
    value,
    value_edtf,
    start_date,
    end_date,
    earliest_date,
    latest_date,
    precision,
    status,
    op,
    anchor_date,
    anchor_source,
    range_id,
    alternatives,
    confidence,
    rule
from all_dates
where line_kind in ('title', 'body')

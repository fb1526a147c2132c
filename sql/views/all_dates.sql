-- all_dates: every time expression, those in boilerplate lines too.
-- Grain: time expression. Sources: stored.dates, lines.
create view all_dates as
select
    dates.doc_id,
    dates.date_no,
    dates.line_no,
    dates.start_char,
    dates.end_char,
    dates.surface,
    dates.timex_type,
    dates.value,
    dates.value_edtf,
    dates.start_date,
    dates.end_date,
    dates.earliest_date,
    dates.latest_date,
    dates.precision,
    dates.status,
    dates.op,
    dates.anchor_date,
    dates.anchor_source,
    dates.range_id,
    dates.alternatives,
    dates.confidence,
    dates.rule,
    lines.kind as line_kind
from stored.dates as dates
inner join lines
    on dates.doc_id = lines.doc_id and dates.line_no = lines.line_no

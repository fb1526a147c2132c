-- between_dates: what is told of a time, from one day to another, both included.
-- Grain: time expression with known days. Source: timeline.
-- Parameters: first_day and last_day, dates or texts of the form 2025-03-01.
-- Example: from between_dates('2025-03-01', '2025-03-31') order by start_date.
create macro between_dates(first_day, last_day) as table
    select
        timeline.doc_id,
        timeline.date_no,
        timeline.start_date,
        timeline.end_date,
        timeline.precision,
        timeline.surface,
        timeline.sentence,
        timeline.sentence_no,
        timeline.title,
        timeline.source_name,
        timeline.published_date,
        timeline.published_status,
        timeline.lead_days,
        timeline.entity_names,
        timeline.confidence
    from timeline
    where timeline.start_date <= last_day::date and timeline.end_date >= first_day::date

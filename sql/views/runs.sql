-- runs: what each run did.
-- Grain: run. Source: stored.runs.
create view runs as
select
    run_id,
    started_at,
    finished_at,
    source_count,
    added_count,
    changed_count,
    removed_count,
    unchanged_count,
    rejected_count,
    document_count
from stored.runs

-- unbalanced_runs: the last run's counts against the views: files in = documents + rejections.
-- A bad row: a run whose numbers do not add up.
with

last_run as (
    select
        run_id,
        source_count,
        added_count + changed_count + unchanged_count as kept_count,
        rejected_count,
        document_count
    from runs
    qualify row_number() over (order by finished_at desc) = 1
)

select
    run_id,
    source_count,
    kept_count,
    rejected_count,
    document_count
from last_run
where
    source_count <> kept_count + rejected_count
    or kept_count <> (select count(*) from sources)
    or rejected_count <> (select count(*) from rejections)
    or document_count <> (select count(*) from documents)

-- unbalanced_runs: the last run's counts against the views: files in = documents + rejections.
-- A bad row: a run whose numbers do not add up.
with

last_run as (
    select
        runs.run_id,
        added_count + changed_count + unchanged_count as kept_count,
        rejected_count,
        document_count
    from runs
    where runs.run_id = (select warehouse_version.run_id from warehouse_version)
)

select
    run_id,
    kept_count,
    rejected_count,
    document_count
from last_run
where
    kept_count <> (select count(*) from sources)
    or rejected_count <> (select count(*) from rejections)
    or document_count <> (select count(*) from documents)

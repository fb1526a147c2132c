-- What did the last runs do?
select
    run_id,
    finished_at,
    added_count,
    changed_count,
    removed_count,
    unchanged_count,
    rejected_count,
    document_count
from runs
order by finished_at desc, run_id asc
limit 8

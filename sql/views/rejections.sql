-- rejections: sources that did not become documents, and why.
-- Grain: rejected source. Source: stored.rejections.
create view rejections as
select
    path,
    member,
    reason_code,
    detail,
    run_id
from stored.rejections

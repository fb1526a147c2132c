-- What was not taken in, and why?
select
    reason_code,
    count(*) as source_count,
    min(path) as example_path
from rejections
group by reason_code
order by source_count desc, reason_code asc

-- Which lines are left out as boilerplate, and by which rule?
select
    reason,
    evidence,
    count(*) as line_count,
    count(distinct doc_id) as document_count
from lines
where kind = 'boilerplate'
group by reason, evidence
order by line_count desc, reason asc, evidence asc
limit 12

-- What was left out and why: boilerplate by rule, with an example line.
-- How to read: the reason is the rule that removed the line, with one example.
-- Caveat: the lines are kept in `lines`; nothing is lost.
select
    lines.reason,
    count(*) as lines,
    count(distinct lines.doc_id) as documents,
    min(
        substr(
            documents.text,
            lines.start_char + 1,
            lines.end_char - lines.start_char
        )
    ) as example
from lines
inner join documents on lines.doc_id = documents.doc_id
where lines.kind = 'boilerplate'
group by lines.reason
order by lines desc, lines.reason asc
limit 10

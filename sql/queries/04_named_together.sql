-- Who is named together: pairs of people and organisations in the same sentence line.
with

named as (
    select distinct
        mentions.doc_id,
        mentions.line_no,
        entities.entity_id,
        entities.name
    from mentions
    inner join entities on mentions.entity_id = entities.entity_id
    where entities.entity_type in ('PERSON', 'ORGANIZATION')
)

select
    one.name as one_name,
    other.name as other_name,
    count(*) as paragraphs,
    count(distinct one.doc_id) as documents
from named as one
inner join named as other
    on
        one.doc_id = other.doc_id
        and one.line_no = other.line_no
        and one.entity_id < other.entity_id
group by one.name, other.name
order by documents desc, paragraphs desc, one_name asc, other_name asc
limit 10

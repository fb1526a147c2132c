-- Who and what is named together most often?
-- Only pairs that share a sentence; a pair that one document alone repeats ranks low.
with

named as (
    select
        entity_id,
        name,
        entity_type,
        document_count
    from entities
    where entity_type in ('PERSON', 'ORGANIZATION', 'LOCATION')
)

select
    one.entity_id as one_entity_id,
    one.name as one_name,
    one.entity_type as one_entity_type,
    one.document_count as one_document_count,
    other.entity_id as other_entity_id,
    other.name as other_name,
    other.entity_type as other_entity_type,
    other.document_count as other_document_count,
    pairs.sentence_count,
    pairs.document_count
from entity_cooccurrences as pairs
inner join named as one on pairs.entity_id = one.entity_id
inner join named as other on pairs.other_entity_id = other.entity_id
where
    pairs.entity_id < pairs.other_entity_id
    and pairs.sentence_count > 0
order by
    least(pairs.sentence_count, pairs.document_count) desc,
    pairs.sentence_count desc,
    pairs.document_count desc,
    one.document_count + other.document_count desc,
    pairs.entity_id asc,
    pairs.other_entity_id asc
limit 40

-- Who is named together: pairs of people and organisations in one sentence.
-- How to read: each pair stands here once, counted by sentences and documents.
-- Caveat: named together is no tie; the sentences tell (mentions_of).
select
    one.name as one_name,
    other.name as other_name,
    entity_cooccurrences.sentence_count as sentences,
    entity_cooccurrences.document_count as documents
from entity_cooccurrences
inner join entities as one on entity_cooccurrences.entity_id = one.entity_id
inner join entities as other on entity_cooccurrences.other_entity_id = other.entity_id
where
    entity_cooccurrences.entity_id < entity_cooccurrences.other_entity_id
    and one.entity_type in ('PERSON', 'ORGANIZATION')
    and other.entity_type in ('PERSON', 'ORGANIZATION')
    and entity_cooccurrences.sentence_count > 0
order by documents desc, sentences desc, one_name asc, other_name asc
limit 10

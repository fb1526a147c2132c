-- What is named with an entity, and how much more often than chance would have it?
-- How to read: lift 1 is chance; 10 is ten times as many shared documents as for two strangers.
-- Caveat: with few documents lift is easily high; read the documents before you tell of a link.
with

meant as (
    select
        named.entity_id,
        entities.document_count
    from entities_named('meridian copper') as named
    inner join entities on named.entity_id = entities.entity_id
),

corpus as (
    select count(*) as document_count
    from documents
)

select
    others.entity_type,
    others.name,
    pairs.document_count as shared_documents,
    pairs.sentence_count as shared_sentences,
    round(
        1.0 * pairs.document_count * corpus.document_count
        / (meant.document_count * others.document_count),
        1
    ) as lift
from meant
inner join entity_cooccurrences as pairs on meant.entity_id = pairs.entity_id
inner join entities as others on pairs.other_entity_id = others.entity_id
cross join corpus
order by shared_sentences desc, lift desc, others.name asc
limit 10

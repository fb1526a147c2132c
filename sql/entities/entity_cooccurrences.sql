-- entity_cooccurrences: which entities are named together, each pair from both sides.
-- Grain: entity x other entity.
-- Sources: entity_uses, placed_mentions, documents, stored.sentences, resolved_entities.
with

counted_documents as (
    select doc_no
    from entity_uses
    group by doc_no
    having count(*) <= getvariable('max_document_entities')
),

document_pairs as (
    select
        one.entity_no,
        other.entity_no as other_no,
        count(*) as document_count
    from entity_uses as one
    inner join counted_documents on one.doc_no = counted_documents.doc_no
    inner join entity_uses as other
        on one.doc_no = other.doc_no and one.entity_no < other.entity_no
    group by one.entity_no, other.entity_no
),

numbered_sentences as (
    select
        documents.doc_no,
        sentences.sentence_no,
        sentences.start_char
    from stored.sentences as sentences
    inner join documents on sentences.doc_id = documents.doc_id
),

in_sentences as (
    select distinct
        placed_mentions.doc_no,
        numbered_sentences.sentence_no,
        placed_mentions.entity_no
    from placed_mentions
    asof inner join numbered_sentences
        on
            placed_mentions.doc_no = numbered_sentences.doc_no
            and placed_mentions.start_char >= numbered_sentences.start_char
    where placed_mentions.is_shown
),

counted_sentences as (
    select
        doc_no,
        sentence_no
    from in_sentences
    group by doc_no, sentence_no
    having count(*) <= getvariable('max_document_entities')
),

sentence_pairs as (
    select
        one.entity_no,
        other.entity_no as other_no,
        count(*) as sentence_count,
        count(distinct one.doc_no) as document_count
    from in_sentences as one
    inner join counted_sentences
        on one.doc_no = counted_sentences.doc_no and one.sentence_no = counted_sentences.sentence_no
    inner join in_sentences as other
        on
            one.doc_no = other.doc_no
            and one.sentence_no = other.sentence_no
            and one.entity_no < other.entity_no
    group by one.entity_no, other.entity_no
),

pairs as (
    select
        coalesce(document_pairs.entity_no, sentence_pairs.entity_no) as entity_no,
        coalesce(document_pairs.other_no, sentence_pairs.other_no) as other_no,
        greatest(
            coalesce(document_pairs.document_count, 0),
            coalesce(sentence_pairs.document_count, 0)
        ) as document_count,
        coalesce(sentence_pairs.sentence_count, 0) as sentence_count
    from document_pairs
    full outer join sentence_pairs
        on
            document_pairs.entity_no = sentence_pairs.entity_no
            and document_pairs.other_no = sentence_pairs.other_no
    where document_pairs.document_count > 1 or sentence_pairs.sentence_count > 0
),

sides as (
    select
        entity_no,
        other_no,
        document_count,
        sentence_count
    from pairs

    union all

    select
        other_no as entity_no,
        entity_no as other_no,
        document_count,
        sentence_count
    from pairs
)

select
    ones.entity_id,
    others.entity_id as other_entity_id,
    sides.document_count,
    sides.sentence_count
from sides
inner join resolved_entities as ones on sides.entity_no = ones.entity_no
inner join resolved_entities as others on sides.other_no = others.entity_no
order by sides.entity_no, sides.other_no

-- mentions_of: the mentions of an entity, each with its sentence.
-- Grain: entity mention. Sources: entities_named, mentions; stored sentences, documents.
-- Parameters: entity, as for `documents_about`. Example: from mentions_of('IMF') limit 10.
create macro mentions_of(entity) as table
    with

    meant as (
        select
            mentions.doc_id,
            mentions.mention_no,
            mentions.entity_id,
            named.entity_name,
            mentions.surface,
            mentions.start_char,
            mentions.end_char
        from entities_named(entity) as named -- noqa: RF02
        inner join mentions on named.entity_id = mentions.entity_id
    ),

    placed as (
        select
            meant.doc_id,
            meant.mention_no,
            meant.entity_id,
            meant.entity_name,
            meant.surface,
            meant.start_char,
            meant.end_char,
            sentences.start_char as sentence_start,
            sentences.end_char as sentence_end
        from meant
        left outer join stored.sentences as sentences
            on meant.doc_id = sentences.doc_id and meant.start_char >= sentences.start_char
        qualify row_number() over (
            partition by meant.doc_id, meant.mention_no
            order by sentences.start_char desc
        ) = 1
    )

    select
        placed.doc_id,
        placed.mention_no,
        placed.entity_id,
        placed.entity_name,
        placed.surface,
        trim(
            regexp_replace(
                substr(
                    documents.text,
                    placed.sentence_start + 1,
                    placed.sentence_end - placed.sentence_start
                ),
                '\s+',
                ' ',
                'g'
            )
        ) as sentence,
        placed.start_char,
        placed.end_char
    from placed
    inner join stored.documents as documents on placed.doc_id = documents.doc_id

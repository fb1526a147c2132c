-- documents_about: the documents that name an entity.
-- Grain: entity x document. Sources: entities_named, entity_documents, documents.
-- Parameters: entity, any form of its name, whatever capitals and accents, or an entity_id. A name
-- of several entities gives the documents of each. Example: from documents_about('IMF').
create macro documents_about(entity) as table
    select
        documents.doc_id,
        documents.title,
        documents.published_date,
        documents.source_name,
        documents.language_code,
        meant.entity_id,
        meant.entity_name,
        entity_documents.mention_count
    from entities_named(entity) as meant -- noqa: RF02
    inner join entity_documents on meant.entity_id = entity_documents.entity_id
    inner join documents on entity_documents.doc_id = documents.doc_id

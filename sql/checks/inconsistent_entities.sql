-- inconsistent_entities: mentions without their entity, and entities that mentions do not bear out.
-- A bad row: a view, an entity and what is wrong with it.
with

meant as (
    select
        entity_id,
        min(entity_type) as entity_type,
        max(entity_type) as other_type,
        count(distinct doc_id) as document_count,
        count(*) as mention_count
    from mentions
    group by entity_id
),

found as (
    select
        'entities' as view_name,
        coalesce(entities.entity_id, meant.entity_id) as entity_id,
        'its counts or type differ from those of its mentions' as problem
    from entities
    full outer join meant on entities.entity_id = meant.entity_id
    where
        entities.document_count is distinct from meant.document_count
        or entities.mention_count is distinct from meant.mention_count
        or entities.entity_type is distinct from meant.entity_type
        or meant.entity_type is distinct from meant.other_type

    union all

    select
        'all_mentions' as view_name,
        stored_mentions.entity_name as entity_id,
        'a mention without an entity' as problem
    from stored.mentions as stored_mentions
    anti join all_mentions
        on
            stored_mentions.doc_id = all_mentions.doc_id
            and stored_mentions.mention_no = all_mentions.mention_no

    union all

    select
        'entity_aliases' as view_name,
        entity_aliases.entity_id,
        'a form of no entity' as problem
    from entity_aliases
    anti join entities on entity_aliases.entity_id = entities.entity_id

    union all

    select
        'entity_documents' as view_name,
        entity_documents.entity_id,
        'a document of no entity' as problem
    from entity_documents
    anti join entities on entity_documents.entity_id = entities.entity_id

    union all

    select
        'entity_cooccurrences' as view_name,
        entity_cooccurrences.entity_id,
        'a pair with no entity' as problem
    from entity_cooccurrences
    anti join entities on entity_cooccurrences.other_entity_id = entities.entity_id

    union all

    select
        'entity_links' as view_name,
        entity_links.entity_id,
        'a link of no entity' as problem
    from entity_links
    anti join stored.entities as stored_entities
        on entity_links.entity_id = stored_entities.entity_id
)

select
    view_name,
    entity_id,
    problem
from found

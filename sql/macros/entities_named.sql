-- entities_named: the entities that have a name, whatever capitals and accents.
-- Grain: entity. Sources: stored.entities, entity_aliases, entity_links.
-- Parameters: name_or_id, any form of a name, or an entity_id. Example: from entities_named('imf').
create macro entities_named(name_or_id) as table
    with

    named as (
        select aliases.entity_id
        from entity_aliases as aliases
        where
            fold_word(aliases.alias) = fold_word(trim(regexp_replace(name_or_id, '\s+', ' ', 'g')))

        union

        select links.entity_id
        from entity_links as links
        where fold_word(links.name) = fold_word(trim(regexp_replace(name_or_id, '\s+', ' ', 'g')))

        union

        select given.entity_id
        from stored.entities as given
        where
            given.entity_id = name_or_id
            or fold_word(given.name) = fold_word(trim(regexp_replace(name_or_id, '\s+', ' ', 'g')))
    )

    select
        entities.entity_id,
        entities.entity_type,
        entities.name as entity_name
    from entities
    inner join named on entities.entity_id = named.entity_id
    -- A name has a few entities: so told, the planner looks their rows up and reads no whole table.
    order by entities.entity_id asc
    limit 1000

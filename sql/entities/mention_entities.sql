-- mention_entities: the entity of each mention.
-- Grain: entity mention. Sources: placed_mentions, resolved_entities.
select
    placed_mentions.doc_no,
    placed_mentions.mention_no,
    resolved_entities.entity_id,
    resolved_entities.entity_type,
    placed_mentions.link_method,
    placed_mentions.link_score,
    case
        when placed_mentions.is_said_of_government then resolved_entities.metonym_country_code
    end as metonym_country_code,
    placed_mentions.line_kind,
    placed_mentions.is_hidden
from placed_mentions
inner join resolved_entities on placed_mentions.entity_no = resolved_entities.entity_no
order by resolved_entities.entity_id, placed_mentions.doc_no, placed_mentions.mention_no

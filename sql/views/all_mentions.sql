-- all_mentions: every entity mention, those in boilerplate lines and of hidden entities too.
-- Grain: entity mention. Sources: stored mentions, mention_entities.
create view all_mentions as
select
    mentions.doc_id,
    mentions.mention_no,
    mentions.line_no,
    mentions.start_char,
    mentions.end_char,
    mentions.surface,
    mention_entities.entity_type,
    mentions.subtype,
    case
        when mention_entities.link_method = 'user' then 'user' else mentions.method
    end as method,
    mentions.score,
    mentions.engine,
    mention_entities.entity_id,
    mention_entities.link_method,
    mention_entities.link_score,
    mention_entities.metonym_country_code,
    mention_entities.line_kind,
    mention_entities.is_hidden
from stored.mentions as mentions
inner join stored.mention_entities as mention_entities
    on
        mentions.doc_id = mention_entities.doc_id
        and mentions.mention_no = mention_entities.mention_no

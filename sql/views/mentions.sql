-- mentions: every entity mention in titles and body lines.
-- Grain: entity mention. Source: all_mentions.
create view mentions as
select
    doc_id,
    mention_no,
    line_no,
    start_char,
    end_char,
    surface,
    entity_type,
    subtype,
    method,
    score,
    engine,
    entity_id,
    link_method,
    link_score,
    metonym_country_code
from all_mentions
where line_kind in ('title', 'body') and not is_hidden

-- all_mentions: every entity mention, those in boilerplate lines too.
-- Grain: entity mention. Sources: stored.mentions, lines.
create view all_mentions as
select
    mentions.doc_id,
    mentions.mention_no,
    mentions.line_no,
    mentions.start_char,
    mentions.end_char,
    mentions.surface,
    mentions.entity_type,
    mentions.subtype,
    mentions.entity_id,
    mentions.method,
    mentions.score,
    mentions.engine,
    lines.kind as line_kind
from stored.mentions as mentions
inner join lines
    on mentions.doc_id = lines.doc_id and mentions.line_no = lines.line_no

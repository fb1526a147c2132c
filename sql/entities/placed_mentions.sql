-- placed_mentions: every mention with its entity and its line.
-- Grain: entity mention.
-- Sources: stored.mentions, names, documents, senses, lines, resolved_entities.
create temp table placed_mentions as
select
    documents.doc_no,
    mentions.mention_no,
    mentions.start_char,
    mentions.surface,
    mentions.is_said_of_government,
    senses.entity_no,
    senses.link_method,
    senses.link_score,
    lines.kind as line_kind,
    resolved_entities.is_hidden,
    lines.kind in ('title', 'body') and not resolved_entities.is_hidden as is_shown
from stored.mentions as mentions
inner join documents on mentions.doc_id = documents.doc_id
inner join names
    on
        mentions.entity_type = names.entity_type
        and mentions.entity_name = names.entity_name
inner join senses
    on documents.doc_no = senses.doc_no and names.name_no = senses.name_no
inner join resolved_entities on senses.entity_no = resolved_entities.entity_no
inner join lines
    on mentions.doc_id = lines.doc_id and mentions.line_no = lines.line_no

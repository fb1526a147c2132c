-- source_metadata: all that is said of a source, where it stands, and whether it counts.
-- Grain: thing said of a source. Source: stored.source_metadata.
create view source_metadata as
select
    source_id,
    doc_id,
    item_no,
    origin,
    key,
    value,
    field,
    line_no,
    is_used
from stored.source_metadata

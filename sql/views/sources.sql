-- sources: where documents come from, with what is said of them.
-- Grain: source. Source: stored.sources.
create view sources as
select
    source_id,
    path,
    member,
    doc_id,
    byte_count,
    encoding_name,
    encoding_score,
    source_name,
    url,
    title,
    author_name,
    published_text,
    language_text,
    metadata_warning
from stored.sources

-- search: documents that hold words, the best first.
-- Grain: document. Sources: search_hits, documents.
-- Parameters: query: words that must all stand in title or body, "words in this order", a
-- beginning*, -words that must not. Example: from search('"prime minister" resign*') limit 10.
create macro search(query) as table
    select
        row_number() over (
            order by hits.score desc, hits.doc_id asc
        ) as rank,
        hits.score,
        documents.doc_id,
        documents.title,
        documents.published_date,
        documents.source_name,
        documents.language_code
    from search_hits(query) as hits -- noqa: RF02
    inner join documents on hits.doc_id = documents.doc_id
    order by rank asc

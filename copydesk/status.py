"""What `copydesk status` asks: title of the table -> its SQL. `copydesk.render` prints the answers."""

QUERIES = {
    "Warehouse": """
        select
            (select version from warehouse_version) as version,
            (select count(*) from documents) as documents,
            (select count(*) from sources) as sources,
            (select count(*) from mentions) as mentions,
            (select count(*) from dates) as dates,
            (select count(*) from rejections) as rejections,
            (select count(*) from documents where published_date is null) as without_date,
            (select count(*) from documents where language_code = 'und') as without_language
    """,
    "Sources": """
        select
            coalesce(source_name, '(unknown)') as source,
            count(*) as sources,
            count(distinct doc_id) as documents
        from sources
        group by all
        order by sources desc, source
        limit 15
    """,
    "Languages": """
        select
            language_code,
            count(*) as documents,
            count(published_date) as with_date,
            sum(word_count) as words
        from documents
        group by language_code
        order by documents desc, language_code
        limit 15
    """,
    "Rejections": """
        select
            reason_code,
            count(*) as sources,
            min(path) as example
        from rejections
        group by reason_code
        order by sources desc
    """,
    "Last runs": """
        select
            run_id,
            round(epoch(finished_at - started_at), 1) as seconds,
            added_count as added,
            changed_count as changed,
            removed_count as removed,
            rejected_count as rejected,
            document_count as documents
        from runs
        order by finished_at desc
        limit 5
    """,
}

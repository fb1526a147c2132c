-- search_clauses: the parts of a search query, and the terms that each of them asks for.
-- Grain: term of a part. A part is a word, "words in this order", a beginning*, or -one that must
-- not stand there. A word of several terms (AK-47, don't) asks for them in this order.
-- Parameters: query. Example: from search_clauses('"prime minister" resign* -poll').
create macro search_clauses(query) as table
    with

    clauses as (
        select
            unnest(
                regexp_extract_all(translate(query, '“”„«»', '"""""'), '-?"[^"]*"?|[^\s"]+')
            ) as clause_text
    ),

    numbered as (
        select
            row_number() over () as clause_no,
            starts_with(clause_text, '-') as is_excluded,
            regexp_matches(clause_text, '\*"?$') as is_open,
            search_terms(clause_text) as terms
        from clauses
    ),

    placed as (
        select
            clause_no,
            is_excluded,
            is_open,
            terms,
            unnest(terms) as term,
            generate_subscripts(terms, 1) as place
        from numbered
    )

    select
        clause_no,
        is_excluded,
        place,
        term,
        (is_open and place = len(terms))
        or (len(term) = 1 and regexp_matches(term, spaceless())) as is_prefix,
        count(*) over (partition by clause_no) as term_count
    from placed
    where
    -- The last sign of a run ends the term before it, unless it stands alone.
        not (
            place > 1
            and len(term) = 1
            and regexp_matches(term, spaceless())
            and len(terms[place - 1]) = 2
            and ends_with(terms[place - 1], term)
        )

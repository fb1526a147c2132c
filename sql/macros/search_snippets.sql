-- search_snippets: the best documents of a search, each with the words around its best place.
-- Grain: document. Sources: search_hits, search_clauses, documents, lines; stored.documents.
-- Parameters: query, as for `search`; hit_count, documents to give; among, a list of doc_ids.
-- Example: from search_snippets('harbour strike', hit_count := 3).
create macro search_snippets(query, hit_count := 10, among := null) as table
    with

    best as (
        select
            hits.score,
            hits.doc_id
        from search_hits(query) as hits
        where among is null or list_contains(cast(among as uuid[]), hits.doc_id)
        order by hits.score desc, hits.doc_id asc
        limit hit_count
    ),

    terms as (
        select
            clause_no,
            place,
            term,
            is_prefix,
            term_count
        from search_clauses(query)
        where not is_excluded
    ),

    text_lines as (
        select
            texts.doc_id,
            unnest(string_split(texts.text, chr(10))) as line_text,
            generate_subscripts(string_split(texts.text, chr(10)), 1) as line_no
        from best
        inner join stored.documents as texts on best.doc_id = texts.doc_id
    ),

    kept_texts as (
        select
            text_lines.doc_id,
            string_agg(
                text_lines.line_text,
                ' '
                order by text_lines.line_no
            ) as kept_text
        from text_lines
        inner join lines
            on text_lines.doc_id = lines.doc_id and text_lines.line_no = lines.line_no
        where lines.kind in ('title', 'body')
        group by text_lines.doc_id
    ),

    -- A piece is a word, or a sign of a script without spaces, with what stands behind it.
    piece_lists as (
        select
            doc_id,
            regexp_extract_all(
                regexp_replace(
                    kept_text, '(' || spaceless() || ')', chr(31) || '\1' || chr(31), 'g'
                ),
                '[\p{L}\p{N}][\p{L}\p{N}\p{M}]*[^\p{L}\p{N}]*'
            ) as pieces
        from kept_texts
    ),

    pieces as (
        select
            doc_id,
            unnest(pieces) as piece,
            generate_subscripts(pieces, 1) as position
        from piece_lists
    ),

    piece_terms as (
        select
            doc_id,
            position,
            piece,
            case
                when
                    regexp_matches(piece, '^' || spaceless() || chr(31) || '*$')
                    and regexp_matches(following_piece, '^' || spaceless())
                    then left(piece, 1) || left(following_piece, 1)
                else search_terms(piece)[1]
            end as term
        from (
            select
                pieces.doc_id,
                pieces.position,
                pieces.piece,
                lead(pieces.piece) over (
                    partition by pieces.doc_id
                    order by pieces.position
                ) as following_piece
            from pieces
        ) as followed
    ),

    term_places as (
        select
            piece_terms.doc_id,
            piece_terms.position,
            terms.clause_no,
            terms.place,
            terms.term_count,
            case
                when
                    regexp_matches(piece_terms.term, '^' || spaceless())
                    then len(terms.term)
                else 1
            end as width
        from piece_terms
        inner join terms
            on
                piece_terms.term = terms.term
                or (terms.is_prefix and starts_with(piece_terms.term, terms.term))
    ),

    -- Of a phrase only where the whole of it stands.
    matches as (
        select
            doc_id,
            position,
            clause_no,
            place,
            width
        from term_places
        qualify count(*) over (
            partition by doc_id, clause_no, position - place
        ) >= term_count
    ),

    windows as (
        select
            firsts.doc_id,
            firsts.position,
            count(distinct [others.clause_no, others.place]) as term_count
        from matches as firsts
        inner join matches as others
            on
                firsts.doc_id = others.doc_id
                and others.position between firsts.position and firsts.position + 20
        group by firsts.doc_id, firsts.position
    ),

    best_windows as (
        select
            doc_id,
            max_by(position, [term_count, -position]) as position
        from windows
        group by doc_id
    ),

    marked as (
        select distinct
            doc_id,
            position + unnest(range(width)) as position
        from matches
    ),

    snippets as (
        select
            best_windows.doc_id,
            case when min(piece_terms.position) > 1 then '… ' else '' end
            || trim(
                regexp_replace(
                    replace(
                        replace(
                            string_agg(
                                case
                                    when marked.position is null then piece_terms.piece
                                    else regexp_replace(
                                        piece_terms.piece,
                                        '^([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)',
                                        '«\1»'
                                    )
                                end,
                                ''
                                order by piece_terms.position
                            ),
                            chr(31),
                            ''
                        ),
                        '»«',
                        ''
                    ),
                    '\s+',
                    ' ',
                    'g'
                )
            )
            || case
                when max(piece_terms.position) < max(len(piece_lists.pieces)) then ' …' else ''
            end as snippet
        from best_windows
        inner join piece_lists on best_windows.doc_id = piece_lists.doc_id
        inner join piece_terms
            on
                best_windows.doc_id = piece_terms.doc_id
                and piece_terms.position
                between best_windows.position - 8 and best_windows.position + 24
        left outer join marked
            on piece_terms.doc_id = marked.doc_id and piece_terms.position = marked.position
        group by best_windows.doc_id
    )

    select
        row_number() over (
            order by best.score desc, best.doc_id asc
        ) as rank,
        best.score,
        documents.doc_id,
        documents.title,
        documents.published_date,
        documents.source_name,
        documents.language_code,
        snippets.snippet
    from best
    inner join documents on best.doc_id = documents.doc_id
    left outer join snippets on best.doc_id = snippets.doc_id
    order by rank asc

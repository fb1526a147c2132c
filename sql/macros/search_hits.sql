-- search_hits: the documents that match a search query, with their scores, in no order.
-- Grain: document. Sources: stored indexed_documents, indexed_terms.
-- Parameters: query, as for `search`. Example: from search_hits('harbour strike').
create macro search_hits(query) as table
    with

    terms as (
        select
            clause_no,
            is_excluded,
            place,
            term,
            is_prefix,
            term_count
        from search_clauses(query)
    ),

    -- Where single words and beginnings stand: how often is enough.
    word_entries as (
        select
            terms.clause_no,
            indexed_terms.segment_no,
            indexed_terms.doc_no,
            indexed_terms.occurrence_count
        from stored.indexed_terms as indexed_terms
        inner join terms on indexed_terms.term = terms.term
        where terms.term_count = 1 and not terms.is_prefix

        union all

        select
            terms.clause_no,
            indexed_terms.segment_no,
            indexed_terms.doc_no,
            indexed_terms.occurrence_count
        from stored.indexed_terms as indexed_terms
        inner join terms
            on indexed_terms.term >= terms.term and indexed_terms.term < terms.term || chr(1114111)
        where terms.term_count = 1 and terms.is_prefix
    ),

    -- Where the words of phrases stand.
    phrase_entries as (
        select
            terms.clause_no,
            terms.place,
            terms.term_count,
            indexed_terms.segment_no,
            indexed_terms.doc_no,
            indexed_terms.positions
        from stored.indexed_terms as indexed_terms
        inner join terms on indexed_terms.term = terms.term
        where terms.term_count > 1 and not terms.is_prefix

        union all

        select
            terms.clause_no,
            terms.place,
            terms.term_count,
            indexed_terms.segment_no,
            indexed_terms.doc_no,
            indexed_terms.positions
        from stored.indexed_terms as indexed_terms
        inner join terms
            on indexed_terms.term >= terms.term and indexed_terms.term < terms.term || chr(1114111)
        where terms.term_count > 1 and terms.is_prefix
    ),

    phrase_candidates as (
        select
            clause_no,
            segment_no,
            doc_no
        from phrase_entries
        group by clause_no, segment_no, doc_no, term_count
        having count(distinct place) = term_count
    ),

    phrase_starts as (
        select
            phrase_entries.clause_no,
            phrase_entries.segment_no,
            phrase_entries.doc_no,
            phrase_entries.place,
            phrase_entries.term_count,
            unnest(phrase_entries.positions) - phrase_entries.place as start_position
        from phrase_entries
        inner join phrase_candidates
            on
                phrase_entries.clause_no = phrase_candidates.clause_no
                and phrase_entries.segment_no = phrase_candidates.segment_no
                and phrase_entries.doc_no = phrase_candidates.doc_no
    ),

    phrases as (
        select
            clause_no,
            segment_no,
            doc_no
        from phrase_starts
        group by clause_no, segment_no, doc_no, start_position, term_count
        having count(distinct place) = term_count
    ),

    clause_documents as (
        select
            clause_no,
            segment_no,
            doc_no,
            sum(occurrence_count) as occurrence_count
        from word_entries
        group by clause_no, segment_no, doc_no

        union all

        select
            clause_no,
            segment_no,
            doc_no,
            count(*) as occurrence_count
        from phrases
        group by clause_no, segment_no, doc_no
    ),

    clauses as (
        select
            terms.clause_no,
            any_value(terms.is_excluded) as is_excluded,
            (
                select count(*) from clause_documents
                where clause_documents.clause_no = terms.clause_no
            ) as document_count
        from terms
        group by terms.clause_no
    ),

    wanted as (
        select count(*) as clause_count
        from clauses
        where not is_excluded
    ),

    corpus as (
        select
            count(*) as document_count,
            avg(term_count) as mean_term_count
        from stored.indexed_documents
    ),

    -- Okapi BM25 with the usual k1 = 1.2 and b = 0.75; a phrase or a beginning counts as one word.
    scored as (
        select
            clause_documents.segment_no,
            clause_documents.doc_no,
            any_value(indexed_documents.doc_id) as doc_id,
            round(
                sum(
                    ln(
                        1 + (corpus.document_count - clauses.document_count + 0.5)
                        / (clauses.document_count + 0.5)
                    )
                    * clause_documents.occurrence_count * 2.2
                    / (
                        clause_documents.occurrence_count
                        + 0.3 + 0.9 * indexed_documents.term_count / corpus.mean_term_count
                    )
                ),
                4
            ) as score,
            count(*) as clause_count
        from clause_documents
        inner join clauses on clause_documents.clause_no = clauses.clause_no
        inner join stored.indexed_documents as indexed_documents
            on
                clause_documents.segment_no = indexed_documents.segment_no
                and clause_documents.doc_no = indexed_documents.doc_no
        cross join corpus
        where not clauses.is_excluded
        group by clause_documents.segment_no, clause_documents.doc_no
    ),

    excluded as (
        select
            clause_documents.segment_no,
            clause_documents.doc_no
        from clause_documents
        inner join clauses on clause_documents.clause_no = clauses.clause_no
        where clauses.is_excluded
    )

    select
        scored.doc_id,
        scored.score
    from scored
    inner join wanted on scored.clause_count = wanted.clause_count
    anti join excluded
        on scored.segment_no = excluded.segment_no and scored.doc_no = excluded.doc_no

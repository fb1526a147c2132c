-- search_terms: the terms of a text as the index of words holds them, in order.
-- A word is letters and digits, folded, cut at 64 characters. In scripts that are written without
-- spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) a term starts at every sign and is
-- two signs long, the last one of a run one. Signs of Indian scripts are no accents: they stay.
-- Parameters: content. Example: select search_terms('The Große Nordpost, 2025').
create macro search_terms(content) as
case
    when regexp_matches(content, '[\x{0900}-\x{0DFF}]') or regexp_matches(content, spaceless())
        then flatten(
            list_transform(
                regexp_extract_all(
                    regexp_replace(lower(content), '(' || spaceless() || '+)', ' \1 ', 'g'),
                    '[\p{L}\p{N}][\p{L}\p{N}\p{M}]*'
                ),
                lambda word: case
                    when regexp_matches(word, spaceless())
                        then list_transform(
                            list_zip(
                                regexp_extract_all(word, '.'), regexp_extract_all(word, '.')[2:]
                            ),
                            lambda pair: pair[1] || coalesce(pair[2], '')
                        )
                    when regexp_matches(word, '[\x{0900}-\x{0DFF}]') then [left(word, 64)]
                    else [left(fold_word(word), 64)]
                end
            )
        )
    else list_transform(
        regexp_extract_all(fold_word(content), '[\p{L}\p{N}][\p{L}\p{N}\p{M}]*'),
        lambda word: left(word, 64)
    )
end

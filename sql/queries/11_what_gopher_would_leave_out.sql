-- What would a text corpus with Gopher's rules leave out, and by which rules?
-- How to read: documents that each rule of Gopher's quality filter would drop.
-- Caveat: the rules were made for English web text; other languages break some at once.
with broken as (
    select
        doc_id,
        word_count not between 50 and 100000 as word_count,
        mean_word_chars not between 3 and 10 as word_length,
        hash_word_ratio > 0.1 or ellipsis_word_ratio > 0.1 as symbols,
        bullet_line_share > 0.9 as bullets,
        ellipsis_line_share > 0.3 as ellipses,
        letter_word_share < 0.8 as letters,
        stop_word_share * word_count < 2 as stop_words,
        duplicate_line_share > 0.30
        or duplicate_line_char_share > 0.20
        or duplicate_paragraph_share > 0.30
        or duplicate_paragraph_char_share > 0.20 as duplicate_lines,
        top_2gram_char_share > 0.20
        or top_3gram_char_share > 0.18
        or top_4gram_char_share > 0.16 as top_ngrams,
        duplicate_5gram_char_share > 0.15
        or duplicate_6gram_char_share > 0.14
        or duplicate_7gram_char_share > 0.13
        or duplicate_8gram_char_share > 0.12
        or duplicate_9gram_char_share > 0.11
        or duplicate_10gram_char_share > 0.10 as duplicate_ngrams
    from quality
    where mean_word_chars is not null
),

judged as (
    unpivot broken
    on columns(* exclude (doc_id)) into name rule value is_broken
)

select
    judged.rule,
    count(*) filter (where judged.is_broken) as documents,
    min(documents.title) filter (where judged.is_broken) as example
from judged
inner join documents on judged.doc_id = documents.doc_id
group by judged.rule
order by documents desc, judged.rule asc

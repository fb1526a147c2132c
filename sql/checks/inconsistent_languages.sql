-- inconsistent_languages: rows of languages that contradict themselves or one another.
-- A bad row: a language, or all languages of a document or paragraph.
select
    'tag of another language' as problem,
    doc_id,
    line_no,
    language_tag as value_found
from languages
where language_tag <> language_code and not starts_with(language_tag, language_code || '-')

union all

select
    'score or share outside 0 to 1' as problem,
    doc_id,
    line_no,
    concat_ws(' ', score, letter_share, langdetect_score) as value_found
from languages
where
    score not between 0 and 1
    or letter_share not between 0 and 1
    or langdetect_score not between 0 and 1

union all

-- Each share is rounded by itself: hence the small excess.
select
    'shares of a document above 1' as problem,
    doc_id,
    null as line_no,
    sum(letter_share)::varchar as value_found
from languages
where line_no is null
group by doc_id
having sum(letter_share) > 1 + 1e-4

union all

select
    'ranks with a gap' as problem,
    doc_id,
    line_no,
    max(rank)::varchar as value_found
from languages
group by doc_id, line_no
having min(rank) <> 1 or max(rank) <> count(distinct rank)

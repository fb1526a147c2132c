-- What is in the archive: documents, words and dated share by language.
-- How to read: dated_percent is the share whose own day is known.
-- Caveat: und is text whose language cannot be told, zxx text without language.
select
    language_code,
    count(*) as documents,
    sum(word_count) as words,
    round(100.0 * count(published_date) / count(*)) as dated_percent
from documents
group by language_code
order by documents desc, language_code asc

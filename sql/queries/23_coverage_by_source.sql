-- What does each source cover: documents, languages, days, and how much of it is dated?
-- How to read: a source with few days and many documents is a dump; with many days, a feed.
-- Caveat: source_name is what the metadata say; documents without any stand under NULL.
select
    documents.source_name,
    count(*) as documents,
    array_to_string(list_sort(list_distinct(list(documents.language_code))), ' ') as languages,
    min(documents.published_date) as first_date,
    max(documents.published_date) as last_date,
    round(100.0 * count(documents.published_date) / count(*)) as dated_percent,
    round(avg(documents.word_count)) as mean_words
from documents
group by documents.source_name
order by documents desc, documents.source_name asc nulls last

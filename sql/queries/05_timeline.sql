-- What happened when: told days in order, each with the sentence that tells it.
select
    dates.start_date,
    dates.end_date,
    documents.title,
    trim(
        regexp_replace(
            substr(
                documents.text,
                sentences.start_char + 1,
                sentences.end_char - sentences.start_char
            ),
            '\s+',
            ' ',
            'g'
        )
    ) as sentence
from dates
inner join sentences
    on
        dates.doc_id = sentences.doc_id
        and dates.start_char >= sentences.start_char
        and dates.start_char < sentences.end_char
inner join documents on dates.doc_id = documents.doc_id
where
    dates.precision = 'day'
    and dates.start_date between date '2025-03-01' and date '2025-03-31'
order by dates.start_date asc, documents.title asc, sentence asc
limit 10

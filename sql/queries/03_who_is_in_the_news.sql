-- Who is in the news: the people named in most documents, with the forms they are named by.
-- How to read: forms are all the ways in which a person is named.
-- Caveat: two people of one name may be one here, one person two: see docs/entities.md.
select
    name,
    document_count,
    mention_count,
    array_to_string(aliases, ' | ') as forms
from entities
where entity_type = 'PERSON'
order by document_count desc, mention_count desc, name asc
limit 10

-- Which documents tell of a strike in a port, best first?
-- How to read: the score compares documents of this query only; the snippet marks what matched.
-- Caveat: words are matched as they are written, without endings: strike* also finds strikes.
select
    hits.rank,
    hits.score,
    hits.title,
    hits.published_date,
    left(hits.snippet, 100) as snippet
from search_snippets('strike* port', hit_count := 5) as hits
order by hits.rank asc

-- template_stories: in how many stories a candidate stands.
-- Documents that share one of their longest other templates may be versions of one story: of the
-- counts by longest, by second longest ... the second smallest holds.
-- Grain: source x template. Sources: candidates, units, longest_units.
create temp table template_stories as
with

holders as (
    select
        units.source_no,
        units.template_hash,
        longest_units.template_hashes as longest
    from units
    inner join candidates
        on
            units.source_no = candidates.source_no
            and units.template_hash = candidates.template_hash
    inner join longest_units on units.doc_no = longest_units.doc_no
),

others as (
    select
        source_no,
        template_hash,
        list_filter(longest, lambda other: other <> template_hash) as template_hashes
    from holders
),

ranked as (
    select
        source_no,
        template_hash,
        template_hashes,
        unnest(range(1, getvariable('key_count') + 1)) as rank
    from others
),

counted as (
    select
        source_no,
        template_hash,
        rank,
        count(distinct template_hashes[least(rank, len(template_hashes))]) as story_count
    from ranked
    group by source_no, template_hash, rank
)

select
    source_no,
    template_hash,
    list_sort(list(story_count))[2]::integer as story_count
from counted
group by source_no, template_hash

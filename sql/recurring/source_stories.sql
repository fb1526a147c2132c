-- source_stories: how many stories a source holds: versions and copies of one count once.
-- Grain: source. Source: longest_units.
create temp table source_stories as
with

ranked as (
    select
        source_no,
        template_hashes,
        unnest(range(1, getvariable('key_count') + 1)) as rank
    from longest_units
),

counted as (
    select
        source_no,
        rank,
        count(distinct template_hashes[least(rank, len(template_hashes))]) as story_count
    from ranked
    group by source_no, rank
)

select
    source_no,
    median(story_count)::integer as story_count
from counted
group by source_no

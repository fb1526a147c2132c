-- template_stories: in how many stories a candidate stands.
-- A document whose second most shared of its longest other templates stands in n documents of the
-- source counts as the n-th part of a story: versions and copies of one make one. That the most
-- shared one does not count lets stories stay apart that share a long notice.
-- Grain: source x template. Sources: candidates, units, longest_units.
create temp table template_stories as
with

holders as (
    select
        units.source_no,
        units.template_hash,
        longest_units.longest
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
        list_filter(longest, lambda unit: unit.template_hash <> template_hash) as longest
    from holders
),

sharing as (
    select
        source_no,
        template_hash,
        list_reverse_sort(
            list_transform(
                list_slice(longest, 1, getvariable('key_count')),
                lambda unit: unit.document_count
            )
        ) as document_counts
    from others
)

select
    source_no,
    template_hash,
    -- In whole numbers, whose sum does not depend on order: a billion is a story.
    (
        (coalesce(sum(1000000000 // document_counts[least(2, len(document_counts))]), 0) + 10000000)
        // 1000000000
    )::integer as story_count
from sharing
group by source_no, template_hash

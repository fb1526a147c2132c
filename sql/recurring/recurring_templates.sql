-- recurring_templates: templates that stand in too many stories of a source to be part of each.
-- Grain: source x template. Sources: candidates, template_stories, steps.
create temp table recurring_templates as
select
    candidates.source_no,
    candidates.template_hash,
    template_stories.story_count,
    candidates.source_document_count
from candidates
inner join template_stories
    on
        candidates.source_no = template_stories.source_no
        and candidates.template_hash = template_stories.template_hash
where
    (
        candidates.char_count <= getvariable('long_chars')
        or template_stories.story_count >= getvariable('long_stories')
    )
    and (
        candidates.refrain_share <= 0.5
        or (
            template_stories.story_count >= getvariable('refrain_stories')
            and template_stories.story_count
            >= getvariable('refrain_story_share') * candidates.source_document_count
        )
    )
    and exists (
        select 1
        from steps
        where
            template_stories.story_count >= steps.story_count
            and template_stories.story_count
            >= steps.story_share * candidates.source_document_count
    )

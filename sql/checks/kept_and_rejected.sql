-- kept_and_rejected: sources that are both a document and a rejection.
-- A bad row: a source.
select
    rejections.path,
    rejections.member,
    rejections.reason_code
from rejections
inner join sources
    on
        rejections.path = sources.path
        and rejections.member is not distinct from sources.member

-- unknown_codes: values outside the closed sets of the contract.
-- A bad row: a value.
select
    'lines' as view_name,
    'kind' as column_name,
    kind as value_found,
    count(*) as row_count
from lines
where
    kind not in (
        'title',
        'body',
        'boilerplate'
    )
group by all

union all

select
    'lines' as view_name,
    'evidence' as column_name,
    evidence as value_found,
    count(*) as row_count
from lines
where
    evidence not in (
        'model',
        'corpus',
        'user'
    )
group by all

union all

select
    'line_rules' as view_name,
    'action' as column_name,
    action as value_found,
    count(*) as row_count
from stored.line_rules
where
    action not in (
        'keep',
        'drop'
    )
group by all

union all

select
    'all_dates' as view_name,
    'status' as column_name,
    status as value_found,
    count(*) as row_count
from all_dates
where
    status not in (
        'absolute',
        'resolved',
        'open',
        'vague',
        'duration',
        'set',
        'ambiguous'
    )
group by all

union all

select
    'all_dates' as view_name,
    'timex_type' as column_name,
    timex_type as value_found,
    count(*) as row_count
from all_dates
where
    timex_type not in (
        'DATE',
        'TIME',
        'DURATION',
        'SET'
    )
group by all

union all

select
    'document_dates' as view_name,
    'status' as column_name,
    status as value_found,
    count(*) as row_count
from document_dates
where
    status not in (
        'given',
        'inferred',
        'bounded',
        'unknown'
    )
group by all

union all

select
    'all_mentions' as view_name,
    'entity_type' as column_name,
    entity_type as value_found,
    count(*) as row_count
from all_mentions
where
    entity_type not in (
        'PERSON',
        'ORGANIZATION',
        'LOCATION',
        'NATIONALITY_OR_GROUP',
        'EVENT',
        'LAW',
        'PRODUCT',
        'WORK'
    )
group by all

union all

select
    'all_amounts' as view_name,
    'amount_type' as column_name,
    amount_type as value_found,
    count(*) as row_count
from all_amounts
where
    amount_type not in (
        'money',
        'percent',
        'quantity'
    )
group by all

union all

select
    'all_mentions' as view_name,
    'subtype' as column_name,
    subtype as value_found,
    count(*) as row_count
from all_mentions
where
    subtype not in (
        'country',
        'region',
        'city',
        'facility'
    )
group by all

union all

select
    'source_metadata' as view_name,
    'origin' as column_name,
    origin as value_found,
    count(*) as row_count
from source_metadata
where
    origin not in (
        'sidecar',
        'record',
        'front_matter',
        'html',
        'container_sidecar',
        'path_rule',
        'head_line'
    )
group by all

union all

select
    'source_metadata' as view_name,
    'field' as column_name,
    field as value_found,
    count(*) as row_count
from source_metadata
where
    field not in (
        'title',
        'url',
        'source_name',
        'author_name',
        'published_text',
        'language_text'
    )
group by all

union all

select
    'languages' as view_name,
    'method' as column_name,
    method as value_found,
    count(*) as row_count
from languages
where
    method not in (
        'gate',
        'script',
        'agreement',
        'vote',
        'inherited',
        'paragraphs'
    )
group by all

union all

select
    'all_mentions' as view_name,
    'link_method' as column_name,
    link_method as value_found,
    count(*) as row_count
from all_mentions
where
    link_method not in (
        'name',
        'spelling',
        'given_name',
        'middle_name',
        'initial',
        'surname',
        'legal_form',
        'acronym',
        'short_name',
        'number',
        'type',
        'place',
        'user'
    )
group by all

union all

select
    'entity_links' as view_name,
    'scope' as column_name,
    scope as value_found,
    count(*) as row_count
from entity_links
where
    scope not in (
        'document',
        'corpus'
    )
group by all

-- entity_aliases: the forms that each entity is named by, with counts.
-- Grain: entity x form. Sources: forms, resolved_entities.
select
    resolved_entities.entity_id,
    forms.alias,
    forms.document_count,
    forms.mention_count
from forms
inner join resolved_entities on forms.entity_no = resolved_entities.entity_no
order by resolved_entities.entity_id, forms.alias

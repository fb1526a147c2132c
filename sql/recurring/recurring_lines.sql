-- recurring_lines: body lines with a recurring template, but for what repeats the document's title.
-- Grain: line of a document. Sources: stored_lines, documents, units, recurring_templates.
select
    documents.doc_no,
    stored_lines.line_no,
    recurring_templates.story_count,
    recurring_templates.source_document_count
from stored_lines
inner join documents on stored_lines.doc_id = documents.doc_id
inner join recurring_templates
    on
        documents.source_no = recurring_templates.source_no
        and stored_lines.template_hash = recurring_templates.template_hash
inner join units
    on
        documents.doc_no = units.doc_no
        and stored_lines.template_hash = units.template_hash
where stored_lines.kind = 'body' and not units.is_title
order by documents.doc_no, stored_lines.line_no

"""The tables as they lie on disk."""

from copydesk.schema.amounts import AMOUNT_COLUMNS
from copydesk.schema.columns import (
    DATE_COLUMNS,
    DATE_EVIDENCE,
    DOC_ID,
    DOCUMENT_DATES,
    IS_PRIMARY,
    MENTION_COLUMNS,
    METADATA_HASH,
    NAMED_COLUMNS,
    PARAGRAPH_COLUMNS,
    REJECTION_COLUMNS,
    RUNS,
    SENTENCES,
    SOURCE_COLUMNS,
    SOURCE_METADATA,
    TEXT_COLUMNS,
)
from copydesk.schema.entities import DERIVED_ENTITIES
from copydesk.schema.languages import LANGUAGES
from copydesk.schema.lines import LINE_RULES, RECURRING_LINES, STORED_LINES
from copydesk.schema.quality import STORED_QUALITY
from copydesk.schema.relation import (
    INTEGER_LIST,
    TEXT,
    UUID,
    Column,
    Relation,
    required,
)
from copydesk.schema.search import INDEX

SCHEMA_VERSION = 8
"""Written into every manifest. A change of a stored table's columns or meaning raises it."""

STORED: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation(
            "sources",
            "source",
            "Where documents come from.",
            (*SOURCE_COLUMNS, METADATA_HASH, IS_PRIMARY),
            ("source_id",),
        ),
        SOURCE_METADATA,
        Relation(
            "documents",
            "document",
            "Normalised text.",
            (
                DOC_ID,
                *TEXT_COLUMNS,
                required(
                    "raw_runs",
                    INTEGER_LIST,
                    "Where the text stands in the raw bytes. Three numbers a run: form (0 encoded, 1 crlf, "
                    "2 decomposed, 3 even, 4 whole: see `raw_offsets`), characters, bytes.",
                ),
            ),
            ("doc_id",),
        ),
        STORED_LINES,
        LINE_RULES,
        Relation(
            "paragraphs",
            "paragraph",
            "Paragraphs as offsets.",
            (
                *PARAGRAPH_COLUMNS,
                required(
                    "line_end_cuts",
                    INTEGER_LIST,
                    "What its text on one line leaves out at broken words. Two numbers a cut: its start and end in "
                    "`documents.text`.",
                ),
            ),
            ("doc_id", "paragraph_no"),
        ),
        SENTENCES,
        LANGUAGES,
        STORED_QUALITY,
        Relation(
            "dates", "time expression", "Time expressions.", DATE_COLUMNS, ("doc_id", "date_no")
        ),
        DATE_EVIDENCE,
        DOCUMENT_DATES,
        Relation("amounts", "amount", "Amounts.", AMOUNT_COLUMNS, ("doc_id", "amount_no")),
        Relation(
            "mentions",
            "entity mention",
            "Mentions.",
            (*MENTION_COLUMNS, *NAMED_COLUMNS),
            ("doc_id", "mention_no"),
        ),
        Relation(
            "rejections",
            "rejected source",
            "Rejected sources.",
            (
                *REJECTION_COLUMNS,
                Column("doc_id", UUID, "Id of the raw bytes, where they could be read."),
                required("fingerprint", TEXT, "Fingerprint of the reader that rejected it."),
            ),
            ("path", "member"),
        ),
        RUNS,
        RECURRING_LINES,
        *DERIVED_ENTITIES,
        *INDEX,
    )
}
"""Tables as they lie on disk. All but `WAREHOUSE_TABLES` have one file a batch."""

DERIVED_TABLES = ("recurring_lines", *(relation.name for relation in DERIVED_ENTITIES))
"""Tables of the whole warehouse that follow from those of the batches: made anew by a run where these changed."""

WAREHOUSE_TABLES = ("rejections", "runs", *DERIVED_TABLES)
"""Tables of the whole warehouse, each replaced whole."""

INDEX_TABLES = tuple(relation.name for relation in INDEX)
"""Tables with one file a batch that follow from those of the batch and from `recurring_lines`: made by the end of a run."""

BATCH_TABLES = tuple(name for name in STORED if name not in {*WAREHOUSE_TABLES, *INDEX_TABLES})
"""Tables with one file a batch of documents, made by the batch."""

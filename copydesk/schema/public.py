"""The contract: the views that analysts query."""

from copydesk.schema.amounts import AMOUNT_COLUMNS
from copydesk.schema.columns import (
    DATE_COLUMNS,
    DATE_EVIDENCE,
    DOC_ID,
    DOCUMENT_DATES,
    LINE_KIND,
    PARAGRAPH_COLUMNS,
    PUBLISHED_DATE,
    RAW_OFFSETS,
    REJECTION_COLUMNS,
    RUNS,
    SENTENCES,
    SOURCE_COLUMNS,
    SOURCE_METADATA,
    TEXT_COLUMNS,
)
from copydesk.schema.entities import (
    ALL_MENTION_COLUMNS,
    ENTITIES,
    ENTITY_ALIASES,
    ENTITY_COOCCURRENCES,
    ENTITY_DOCUMENTS,
    ENTITY_LINKS,
    ENTITY_MONTHS,
    PLACES,
    PUBLIC_MENTION_COLUMNS,
)
from copydesk.schema.languages import DOCUMENT_LANGUAGE, LANGUAGES
from copydesk.schema.lines import LINES, RECURRING_LINES
from copydesk.schema.quality import QUALITY
from copydesk.schema.relation import (
    BIG_INTEGER,
    TEXT,
    Column,
    Relation,
    required,
)
from copydesk.schema.timeline import TIMELINE

PUBLIC: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        LINES,
        Relation(
            "documents",
            "document",
            "One row a document, with what an analyst asks first. Two files with the same bytes are one document.",
            (
                DOC_ID,
                Column(
                    "title",
                    TEXT,
                    "Headline: as its source gives it, else the title line; NULL without either.",
                ),
                *TEXT_COLUMNS,
                *DOCUMENT_LANGUAGE,
                PUBLISHED_DATE,
                Column(
                    "published_precision",
                    TEXT,
                    "day, month or year; NULL when the date is not known.",
                ),
                required(
                    "published_status",
                    TEXT,
                    "given, inferred, bounded or unknown: see `document_dates`.",
                ),
                Column("source_name", TEXT, "Publisher or feed, as given."),
                required("source_count", BIG_INTEGER, "Sources that hold this very text."),
            ),
            ("doc_id",),
        ),
        Relation(
            "sources",
            "source",
            "One raw text at one place: a file, or a member of a container.",
            SOURCE_COLUMNS,
            ("source_id",),
        ),
        SOURCE_METADATA,
        RECURRING_LINES,
        Relation(
            "bodies",
            "document",
            "The story without its boilerplate lines.",
            (DOC_ID, required("body", TEXT, "Kept lines (title and body), joined by newlines.")),
            ("doc_id",),
        ),
        RAW_OFFSETS,
        Relation(
            "paragraphs",
            "paragraph",
            "Paragraphs: one line each, or the lines of copy that was wrapped at a fixed width.",
            (
                *PARAGRAPH_COLUMNS,
                required(
                    "text",
                    TEXT,
                    "The paragraph on one line: a space for each line break, and a word that a line end breaks in one "
                    "piece; its hyphen goes where the document shows that it is no part of the word. Derived: no offset "
                    "counts here.",
                ),
            ),
            ("doc_id", "paragraph_no"),
        ),
        SENTENCES,
        LANGUAGES,
        QUALITY,
        Relation(
            "all_dates",
            "time expression",
            "As `dates`, and those in boilerplate lines too.",
            (*DATE_COLUMNS, LINE_KIND),
            ("doc_id", "date_no"),
        ),
        Relation(
            "dates",
            "time expression",
            "Time expressions (TIMEX3) in titles and body lines, with the days they mean where that is known. "
            "`rule` tells how each was read: it starts with the code of the language whose words were known, else with "
            "`numeric.`: a document in a language without a pack of words has dates in digits only.",
            DATE_COLUMNS,
            ("doc_id", "date_no"),
        ),
        DOCUMENT_DATES,
        DATE_EVIDENCE,
        TIMELINE,
        Relation(
            "all_amounts",
            "amount",
            "As `amounts`, and those in boilerplate lines too.",
            (*AMOUNT_COLUMNS, LINE_KIND),
            ("doc_id", "amount_no"),
        ),
        Relation(
            "amounts",
            "amount",
            "Sums of money, percentages and measures in titles and body lines: a number in digits, or in English words, "
            "with its unit. Times are in `dates`; vague amounts (`billions of dollars`) are left out.",
            AMOUNT_COLUMNS,
            ("doc_id", "amount_no"),
        ),
        Relation(
            "all_mentions",
            "entity mention",
            "As `mentions`, and those in boilerplate lines and of hidden entities too.",
            ALL_MENTION_COLUMNS,
            ("doc_id", "mention_no"),
        ),
        Relation(
            "mentions",
            "entity mention",
            "Names of people, organisations, places ... in titles and body lines, of English, French and Russian text and "
            "of languages that copydesk.toml names a model for; one to three of ten are wrong in type or extent (see "
            "docs/accuracy.md).",
            PUBLIC_MENTION_COLUMNS,
            ("doc_id", "mention_no"),
        ),
        ENTITIES,
        ENTITY_ALIASES,
        ENTITY_LINKS,
        ENTITY_DOCUMENTS,
        ENTITY_COOCCURRENCES,
        ENTITY_MONTHS,
        PLACES,
        Relation(
            "rejections",
            "rejected source",
            "Sources that did not become documents, and why. Sources plus rejections are all files found.",
            REJECTION_COLUMNS,
            ("path", "member"),
        ),
        RUNS,
    )
}
"""The contract: the views that analysts query, one file of `sql/views` each, in order of creation."""

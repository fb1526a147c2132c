"""Lines: what each is, by itself, by the corpus and by the user's rules."""

from copydesk.schema.columns import DOC_ID, END_CHAR, START_CHAR
from copydesk.schema.relation import BIG_INTEGER, INTEGER, SHARE, TEXT, Relation, required

LINE_SPAN = (
    DOC_ID,
    required("line_no", INTEGER, "Number of the line, from 1 over all lines of the text."),
    START_CHAR,
    END_CHAR,
)
_KIND = "body, title or boilerplate"

STORED_LINES = Relation(
    "lines",
    "line of a document",
    "Every line that is not blank, with what the line itself and its place say.",
    (
        *LINE_SPAN,
        required("kind", TEXT, f"{_KIND}."),
        required("reason", TEXT, "The rule that decided the kind."),
        required("score", SHARE, "How sure the rule is, 0 to 1."),
        required(
            "template_hash",
            BIG_INTEGER,
            "Number of the line's template: the same for lines that differ in letter case, dates and the like; "
            "0 where recurrence would say nothing.",
        ),
    ),
    ("doc_id", "line_no"),
)

LINES = Relation(
    "lines",
    "line of a document",
    "Every line that is not blank, with what it is. Nothing is cut out: boilerplate is labelled, with the rule. "
    "A user's rule wins over recurrence in the corpus, and that over what the line itself says.",
    (
        *LINE_SPAN,
        required("kind", TEXT, f"{_KIND}."),
        required(
            "reason",
            TEXT,
            "What decided the kind: a rule of copydesk; `recurring` (see `recurring_lines`); or the reason of a "
            "user's rule.",
        ),
        required("score", SHARE, "How sure that is, 0 to 1; 1 for a user's rule."),
        required(
            "evidence",
            TEXT,
            "model (the line itself and its place), corpus (it recurs), or user (a rule of line_rules.toml).",
        ),
        required("model_kind", TEXT, f"What the line itself and its place say: {_KIND}."),
        required("model_reason", TEXT, "The rule that says so."),
        required("model_score", SHARE, "How sure that rule is, 0 to 1."),
    ),
    ("doc_id", "line_no"),
)

RECURRING_LINES = Relation(
    "recurring_lines",
    "line of a document",
    "Lines that are boilerplate since they, or lines that differ in dates and the like only, stand in many stories of "
    "one source. Of `lines` these are body lines by themselves.",
    (
        DOC_ID,
        required("line_no", INTEGER, "Number of the line, from 1 over all lines of the text."),
        required("kind", TEXT, "boilerplate."),
        required("reason", TEXT, "recurring."),
        required("score", SHARE, "How sure that is, 0 to 1: as measured on labelled pages."),
        required(
            "story_count",
            INTEGER,
            "Stories of the source that hold it: versions and copies of a story count once.",
        ),
        required(
            "source_document_count",
            INTEGER,
            "Documents of the source: of one `source_name`, else one host, else one outermost folder.",
        ),
    ),
    ("doc_id", "line_no"),
)

LINE_RULES = Relation(
    "line_rules",
    "line of a document",
    "Lines that a user's rule decides.",
    (
        DOC_ID,
        required("line_no", INTEGER, "Number of the line, from 1 over all lines of the text."),
        required("action", TEXT, "keep or drop."),
        required("reason", TEXT, "The reason that the rule gives, else `user_rule`."),
    ),
    ("doc_id", "line_no"),
)

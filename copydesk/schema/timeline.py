"""The view `timeline`: what is told to have happened when."""

from copydesk.schema.columns import DOC_ID, PUBLISHED_DATE, SURFACE
from copydesk.schema.relation import (
    BIG_INTEGER,
    DATE,
    INTEGER,
    SHARE,
    TEXT,
    TEXT_LIST,
    Column,
    Relation,
    required,
)

TIMELINE = Relation(
    "timeline",
    "time expression with known days",
    "What is told to have happened when: times of titles and body lines that mean known days, each with its sentence. "
    "What the sentence says of that time, only it can tell: a day may be that of the telling, or a plan.",
    (
        DOC_ID,
        required("date_no", INTEGER, "The expression: see `dates`."),
        required("start_date", DATE, "First day of the time meant."),
        required("end_date", DATE, "Last day of the time meant, inclusive."),
        required(
            "precision", TEXT, "Finest unit stated: century, decade, year ... day, hour, minute."
        ),
        SURFACE,
        required("sentence", TEXT, "The sentence that tells it, with single spaces."),
        required("sentence_no", INTEGER, "Its number: see `sentences`."),
        Column("title", TEXT, "Headline of the document."),
        Column("source_name", TEXT, "Publisher or feed, as given."),
        PUBLISHED_DATE,
        required(
            "published_status", TEXT, "given, inferred, bounded or unknown: see `document_dates`."
        ),
        Column(
            "lead_days",
            BIG_INTEGER,
            "Days from publication to the first day meant: negative for the past; NULL without a date of publication.",
        ),
        required(
            "entity_names",
            TEXT_LIST,
            "Normalised names mentioned in the sentence, sorted; empty without any.",
        ),
        required("confidence", SHARE, "How sure the days are, 0 to 1: as in `dates`."),
    ),
    ("doc_id", "date_no"),
)

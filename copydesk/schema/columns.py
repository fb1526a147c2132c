"""Columns and relations that stored tables and public views share."""

from copydesk.schema.relation import (
    BIG_INTEGER,
    BOOLEAN,
    DATE,
    INTEGER,
    SHARE,
    TEXT,
    TEXT_LIST,
    TIMESTAMP,
    UUID,
    Column,
    Relation,
    required,
)

DOC_ID = required(
    "doc_id", UUID, "The document: made from SHA-256 of its raw bytes, so a rename keeps it."
)
LINE_NO = required(
    "line_no", INTEGER, "Line it starts on, counted from 1 over all lines of the text."
)
START_CHAR = required(
    "start_char", INTEGER, "Start in `documents.text`, in Unicode code points from 0."
)
END_CHAR = required("end_char", INTEGER, "End in `documents.text`, in code points, exclusive.")
SURFACE = required(
    "surface",
    TEXT,
    "The words as they stand: `substr(text, start_char + 1, end_char - start_char)`.",
)
RUN_ID = required("run_id", TEXT, "The run that wrote the row.")
PATH = required("path", TEXT, "Path below the raw folder, with `/` between its parts.")
MEMBER = Column("member", TEXT, "Name inside a container file; NULL for a plain file.")
PUBLISHED_DATE = Column(
    "published_date",
    DATE,
    "The document's own date; NULL unless the day is known (see `earliest_date` of `document_dates`).",
)

SOURCE_COLUMNS = (
    required("source_id", UUID, "The source: made from SHA-256 of path and member."),
    PATH,
    MEMBER,
    DOC_ID,
    required("byte_count", BIG_INTEGER, "Size of the raw text in bytes, unpacked."),
    required(
        "encoding_name",
        TEXT,
        "Character encoding the bytes were read with; `utf-8+...`: some lines in one, some in the other.",
    ),
    required(
        "encoding_score",
        SHARE,
        "How sure that is, 0 to 1: 1 where a byte order mark or valid UTF-8 proves it, less where it is a guess.",
    ),
    Column("source_name", TEXT, "Publisher or feed, as given: see `source_metadata`."),
    Column("url", TEXT, "Address, as given."),
    Column("title", TEXT, "Headline, as given."),
    Column("author_name", TEXT, "Author, as given."),
    Column("published_text", TEXT, "Publication date, exactly as given."),
    Column(
        "language_text",
        TEXT,
        "Language, exactly as given. Never used to decide one.",
    ),
    Column(
        "metadata_warning",
        TEXT,
        "What is wrong with what is said of the source (a broken sidecar, say); NULL when nothing is. The document is kept either way.",
    ),
)

SOURCE_METADATA = Relation(
    "source_metadata",
    "thing said of a source",
    "All that is said of a source, where it stands, and whether it counts: `sources` holds what counts. Values are "
    "the words as given, neither parsed nor checked: a head line may be wrong about its own text.",
    (
        required("source_id", UUID, "The source: see `sources`."),
        DOC_ID,
        required("item_no", INTEGER, "Number of the item in its source, from 1."),
        required(
            "origin",
            TEXT,
            "Where it stands, the strongest first: sidecar, record (of a container or table), front_matter, html, "
            "container_sidecar, path_rule (of copydesk.toml), head_line (of the text).",
        ),
        required(
            "key",
            TEXT,
            "Its name there, as written; of head lines without one: dateline, agency, address.",
        ),
        required("value", TEXT, "What is said, as given."),
        Column(
            "field",
            TEXT,
            "The column of `sources` that it can fill: title, url, source_name, author_name, published_text or "
            "language_text; NULL for any other key.",
        ),
        Column(
            "line_no",
            INTEGER,
            "The line of the text that says it; NULL where it stands outside the text.",
        ),
        required(
            "is_used",
            BOOLEAN,
            "Whether its column of `sources` holds it: of the strongest origin that says something, the first.",
        ),
    ),
    ("source_id", "item_no"),
)

TEXT_COLUMNS = (
    required("text", TEXT, "The normalised text."),
    required("char_count", INTEGER, "Length of the text in code points."),
    required(
        "word_count",
        INTEGER,
        "Runs of letters and digits, with their combining marks, in the text.",
    ),
    required("line_count", INTEGER, "Lines of the text that are not blank."),
    required(
        "lost_char_count",
        INTEGER,
        "Replacement characters (U+FFFD) in the text: its source held them, what they stood for was lost before.",
    ),
    required(
        "repaired_char_count",
        INTEGER,
        "Characters of the text that the source held as mojibake (`schÃ¶n` for `schön`), where the repair is certain.",
    ),
)

RAW_OFFSETS = Relation(
    "raw_offsets",
    "run of a document",
    "Where the text stands in the raw bytes: runs that cover every character and every byte, in order. "
    "`copydesk show DOC --raw START END` prints the bytes of any span.",
    (
        DOC_ID,
        required("run_no", INTEGER, "Number of the run in its document, from 1."),
        START_CHAR,
        END_CHAR,
        required(
            "start_byte",
            BIG_INTEGER,
            "Start in the raw bytes, from 0; of a compressed file in what it holds.",
        ),
        required("end_byte", BIG_INTEGER, "End in the raw bytes, exclusive."),
        required(
            "form",
            TEXT,
            "How its characters share its bytes. encoded: as `encoding_name` of `sources` writes each one; "
            "crlf: so, but every line feed was CR LF; decomposed: so, after canonical decomposition; even: the "
            "same number for each; whole: all share all, and bytes without characters were removed.",
        ),
    ),
    ("doc_id", "run_no"),
)

DATE_COLUMNS = (
    DOC_ID,
    required("date_no", INTEGER, "Number of the expression in its document, from 1 by position."),
    LINE_NO,
    START_CHAR,
    END_CHAR,
    SURFACE,
    required("timex_type", TEXT, "TIMEX3 type: DATE, TIME, DURATION or SET."),
    required(
        "value", TEXT, "TIMEX3 value; `X` stands where nothing in the text or its date decides."
    ),
    Column(
        "value_edtf",
        TEXT,
        "The value in Extended Date/Time Format, levels 0 to 2; `[a,b]` where one of two days is meant, `~` for about. "
        "NULL where it has none: durations, sets, vague times, a week or season of an unknown year.",
    ),
    Column("start_date", DATE, "First day of the time meant; NULL unless it is known."),
    Column("end_date", DATE, "Last day of the time meant, inclusive; NULL unless it is known."),
    Column(
        "earliest_date",
        DATE,
        "Earliest day possible: `start_date`, or a bound where only that is known: the earlier of two readings, what "
        "the first day of a document's month or year gives.",
    ),
    Column(
        "latest_date",
        DATE,
        "Latest day possible: `end_date`, or a bound; of PAST_REF (recently) the day of the document.",
    ),
    Column(
        "precision",
        TEXT,
        "Finest unit stated: century, decade, year, quarter, month, week, day, hour ...",
    ),
    required(
        "status",
        TEXT,
        "absolute (stated in full), resolved (by an anchor), open (no anchor), vague, duration, set, ambiguous.",
    ),
    required(
        "op", TEXT, "The parsed expression as JSON, from which the value can be resolved anew."
    ),
    Column(
        "anchor_date",
        DATE,
        "The date that a relative expression was resolved against; NULL where only bounds of it are known.",
    ),
    Column(
        "anchor_source",
        TEXT,
        "Where the anchor or its bounds come from: a kind of `date_evidence`, or `text` for a date told before.",
    ),
    Column("range_id", INTEGER, "Shared by the two ends of one range within a document."),
    Column(
        "alternatives",
        TEXT_LIST,
        "All possible values, as for 03/04/2019, where nothing decides between them; else empty. `rule` says what "
        "decided: `..._by_document`, `..._by_source`, `..._by_region`, `..._by_language`.",
    ),
    required(
        "confidence", SHARE, "How sure the reading is, 0 to 1: a documented constant of the rule."
    ),
    required(
        "rule",
        TEXT,
        "The rule that read it: the code of a language and a construction (`en.weekday`); `numeric.*` for dates in "
        "digits, which need no language.",
    ),
)

MENTION_COLUMNS = (
    DOC_ID,
    required("mention_no", INTEGER, "Number of the mention in its document, from 1 by position."),
    LINE_NO,
    START_CHAR,
    END_CHAR,
    SURFACE,
    required(
        "entity_type",
        TEXT,
        "PERSON, ORGANIZATION, LOCATION, NATIONALITY_OR_GROUP, EVENT, LAW, PRODUCT or WORK.",
    ),
    Column(
        "subtype",
        TEXT,
        "Kind of place of a LOCATION: country, region, city or facility; NULL where neither its name nor the model tells.",
    ),
    required(
        "method",
        TEXT,
        "How the mention came by span and type: model; words (in or beside the name), acronym (of a name before it), "
        "coordination (`North and South Korea`), consistency (with the rest of the document), surname.",
    ),
    Column("score", SHARE, "How sure the finder is, 0 to 1; NULL where the model gives no score."),
    required(
        "engine", TEXT, "Model that read the paragraph, and its version: `en_core_web_md 3.7.1`."
    ),
)

LINE_KIND = required(
    "line_kind", TEXT, "Kind of the line it starts on in `lines`: body, title or boilerplate."
)
NAMED_COLUMNS = (
    required("entity_name", TEXT, "The normalised name: what resolution goes by."),
    Column(
        "container_name",
        TEXT,
        "Name right behind a place in commas or brackets (Texas in `Paris, Texas`).",
    ),
    required("is_in_dateline", BOOLEAN, "Whether it stands in the dateline of its line."),
    required(
        "is_said_of_government",
        BOOLEAN,
        "Whether what is said of it is said of governments and not of towns: of places and organisations, in eight languages.",
    ),
)
"""What the stored mentions tell resolution."""
METADATA_HASH = required(
    "metadata_hash",
    TEXT,
    "Hash of what else shapes the document: sidecar, record, path rules; empty without any. Tells when it changed.",
)

IS_PRIMARY = required(
    "is_primary",
    BOOLEAN,
    "Whether it shapes the document: a source of which something is said before one of which nothing is, then by path.",
)

PARAGRAPH_COLUMNS = (
    DOC_ID,
    required("paragraph_no", INTEGER, "Number of the paragraph in its document, from 1."),
    required("line_no", INTEGER, "Its first line."),
    required("end_line_no", INTEGER, "Its last line: the same, but where copy was wrapped."),
    START_CHAR,
    END_CHAR,
)

SENTENCES = Relation(
    "sentences",
    "sentence",
    "Sentences as offsets.",
    (
        DOC_ID,
        required("sentence_no", INTEGER, "Number of the sentence in its document, from 1."),
        LINE_NO,
        START_CHAR,
        END_CHAR,
    ),
    ("doc_id", "sentence_no"),
)

DOCUMENT_DATES = Relation(
    "document_dates",
    "document",
    "A document's own date, how it is known, and the evidence that decided it. Never taken from a clock.",
    (
        DOC_ID,
        PUBLISHED_DATE,
        Column("precision", TEXT, "day, month or year: what the evidence tells; NULL without any."),
        required(
            "status", TEXT, "given (metadata says so), inferred (from evidence), bounded, unknown."
        ),
        Column("confidence", SHARE, "0 to 1; NULL when the date is not known."),
        Column("earliest_date", DATE, "Earliest day possible, where only bounds are known."),
        Column("latest_date", DATE, "Latest day possible, where only bounds are known."),
        Column("evidence_no", INTEGER, "The row of `date_evidence` that decided."),
        required(
            "is_contested",
            BOOLEAN,
            "Whether evidence about as strong tells another time: metadata, address or path more than a day off, a "
            "header line or dateline more than a month. The stronger is kept, its confidence is capped at 0.5, and "
            "nothing is resolved by it: the rows of `date_evidence` show the quarrel.",
        ),
    ),
    ("doc_id",),
)

DATE_EVIDENCE = Relation(
    "date_evidence",
    "evidence",
    "Every hint at a document's own date, used or not. A copyright line, the latest date of a text and the time stamp "
    "of a file are none.",
    (
        DOC_ID,
        required("evidence_no", INTEGER, "Number of the hint in its document, from 1."),
        required("kind", TEXT, "metadata, url, path, header_line or dateline."),
        Column("surface", TEXT, "The words or address part that say it."),
        Column(
            "start_char", INTEGER, "Start in `documents.text`; NULL where it is not in the text."
        ),
        Column("end_char", INTEGER, "End in `documents.text`; NULL where it is not in the text."),
        required("value", TEXT, "TIMEX3 value of the hint."),
        required("precision", TEXT, "day, month or year."),
        required("confidence", SHARE, "How far such a hint is right, 0 to 1, as measured on news."),
        required("rule", TEXT, "The rule that read it."),
    ),
    ("doc_id", "evidence_no"),
)

RUNS = Relation(
    "runs",
    "run",
    "What each run did, counted in sources.",
    (
        required("run_id", TEXT, "The run; the same id stands in the manifest log."),
        required("started_at", TIMESTAMP, "Start, UTC."),
        required("finished_at", TIMESTAMP, "End, UTC."),
        required("source_count", INTEGER, "Sources found below the raw folder: kept or rejected."),
        required("added_count", INTEGER, "Sources that are new."),
        required("changed_count", INTEGER, "Sources whose content or metadata changed."),
        required("removed_count", INTEGER, "Sources that are gone from the raw folder."),
        required("unchanged_count", INTEGER, "Sources left as they were."),
        required(
            "rejected_count", INTEGER, "Sources that are rejected, with reasons in `rejections`."
        ),
        required("document_count", INTEGER, "Documents in the warehouse after the run."),
    ),
    ("run_id",),
)

REJECTION_COLUMNS = (
    PATH,
    MEMBER,
    required("reason_code", TEXT, "Why: one of the reason codes of docs/data-dictionary.md."),
    required("detail", TEXT, "What was found, and what to do."),
    RUN_ID,
)

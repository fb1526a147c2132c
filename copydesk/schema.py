"""Every table and view: columns, types, descriptions, grain and keys. The only place a column is described.

Stored tables are Parquet files; public views are what analysts query (`sql/views`). The Arrow schemas that
are written, the comments in the view database and the data dictionary are all made from here.
"""

from dataclasses import dataclass

import pyarrow as pa

SCHEMA_VERSION = 1
"""Written into every manifest. A change of a stored table's columns or meaning raises it."""

UUID = pa.uuid()
TEXT = pa.string()
INTEGER = pa.int32()
BIG_INTEGER = pa.int64()
SHARE = pa.float64()
DATE = pa.date32()
TIMESTAMP = pa.timestamp("us")
TEXT_LIST = pa.list_(TEXT)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, and whether it may be NULL.

    Attributes:
        name: The column's name; its suffix tells its kind (`_id`, `_count`, `_date`, `_at` in UTC ...).
        type: The Arrow type. DuckDB shows the matching SQL type.
        description: One or two sentences for the analyst: meaning, unit, source, limits.
        nullable: Whether NULL is possible.
    """

    name: str
    type: pa.DataType
    description: str
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """A stored table or a public view.

    Attributes:
        name: Its name; a public view and the stored table behind it may share one.
        grain: What one row is.
        description: What it is for, and how far to trust it.
        columns: In order.
        keys: The columns whose values together are unique.
    """

    name: str
    grain: str
    description: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]

    def arrow_schema(self) -> pa.Schema:
        """Return the Arrow schema, with every description as field metadata."""
        fields = [
            pa.field(
                column.name,
                column.type,
                nullable=column.nullable,
                metadata={"description": column.description},
            )
            for column in self.columns
        ]
        return pa.schema(fields, metadata={"description": self.description, "grain": self.grain})


def _required(name: str, type_: pa.DataType, description: str) -> Column:
    return Column(name, type_, description, nullable=False)


DOC_ID = _required(
    "doc_id", UUID, "The document: made from SHA-256 of its raw bytes, so a rename keeps it."
)
LINE_NO = _required(
    "line_no", INTEGER, "Line it starts on, counted from 1 over all lines of the text."
)
START_CHAR = _required(
    "start_char", INTEGER, "Start in `documents.text`, in Unicode code points from 0."
)
END_CHAR = _required("end_char", INTEGER, "End in `documents.text`, in code points, exclusive.")
SURFACE = _required(
    "surface",
    TEXT,
    "The words as they stand: `substr(text, start_char + 1, end_char - start_char)`.",
)
RUN_ID = _required("run_id", TEXT, "The run that wrote the row.")
PATH = _required("path", TEXT, "Path below the raw folder, with `/` between its parts.")
MEMBER = Column("member", TEXT, "Name inside a container file; NULL for a plain file.")
PUBLISHED_DATE = Column(
    "published_date",
    DATE,
    "The document's own date (first day where only a month or year is known); NULL when not known.",
)

_SOURCE_COLUMNS = (
    _required("source_id", UUID, "The source: made from SHA-256 of path and member."),
    PATH,
    MEMBER,
    DOC_ID,
    _required("byte_count", BIG_INTEGER, "Size of the raw source in bytes."),
    _required("encoding_name", TEXT, "Character encoding the bytes were read with."),
    Column("source_name", TEXT, "Publisher or feed, as the sidecar gives it."),
    Column("url", TEXT, "Address, as the sidecar gives it."),
    Column("title", TEXT, "Headline, as the sidecar gives it."),
    Column("author_name", TEXT, "Author, as the sidecar gives it."),
    Column("published_text", TEXT, "Publication date, exactly as the sidecar gives it."),
    Column(
        "language_text",
        TEXT,
        "Language, exactly as the sidecar gives it. Never used to decide one.",
    ),
    Column(
        "metadata_warning",
        TEXT,
        "What is wrong with the sidecar; NULL when it is fine or absent. The document is kept either way.",
    ),
)

_DATE_COLUMNS = (
    DOC_ID,
    _required("date_no", INTEGER, "Number of the expression in its document, from 1 by position."),
    LINE_NO,
    START_CHAR,
    END_CHAR,
    SURFACE,
    _required("timex_type", TEXT, "TIMEX3 type: DATE, TIME, DURATION or SET."),
    _required(
        "value", TEXT, "TIMEX3 value; `X` stands where nothing in the text or its date decides."
    ),
    Column("value_edtf", TEXT, "The value in Extended Date/Time Format, where it has one."),
    Column("start_date", DATE, "First day of the time meant; NULL unless it is known."),
    Column("end_date", DATE, "Last day of the time meant, inclusive; NULL unless it is known."),
    Column("earliest_date", DATE, "Earliest day possible, where it is known only within bounds."),
    Column("latest_date", DATE, "Latest day possible, where it is known only within bounds."),
    Column(
        "precision",
        TEXT,
        "Finest unit stated: century, decade, year, quarter, month, week, day, hour ...",
    ),
    _required(
        "status",
        TEXT,
        "absolute (stated in full), resolved (by an anchor), open (no anchor), vague, duration, set, ambiguous.",
    ),
    _required(
        "op", TEXT, "The parsed expression as JSON, from which the value can be resolved anew."
    ),
    Column("anchor_date", DATE, "The date that a relative expression was resolved against."),
    Column(
        "anchor_source", TEXT, "Where the anchor comes from: a kind of `date_evidence`, or `text`."
    ),
    Column("range_id", INTEGER, "Shared by the two ends of one range within a document."),
    Column("alternatives", TEXT_LIST, "Other possible values, as for 03/04/2019."),
    _required(
        "confidence", SHARE, "How sure the reading is, 0 to 1: a documented constant of the rule."
    ),
    _required(
        "rule", TEXT, "The rule that read it; `numeric.*` rules serve languages without a pack."
    ),
)

_MENTION_COLUMNS = (
    DOC_ID,
    _required("mention_no", INTEGER, "Number of the mention in its document, from 1 by position."),
    LINE_NO,
    START_CHAR,
    END_CHAR,
    SURFACE,
    _required(
        "entity_type",
        TEXT,
        "PERSON, ORGANIZATION, LOCATION, NATIONALITY_OR_GROUP, EVENT, LAW, PRODUCT or WORK.",
    ),
    _required("entity_id", TEXT, "The entity meant: see `entities`."),
    _required(
        "method", TEXT, "How the mention was found and linked: model, surname, consistency ..."
    ),
    Column("score", SHARE, "How sure the finder is, 0 to 1; NULL where the model gives no score."),
)

_LINE_KIND = _required(
    "line_kind", TEXT, "Kind of the line it starts on: body, title or boilerplate."
)
_ENTITY_NAME = _required("entity_name", TEXT, "The normalised name that made the id.")
_METADATA_HASH = _required(
    "metadata_hash",
    TEXT,
    "SHA-256 of the sidecar's bytes; empty without one. Tells a changed sidecar.",
)

_LINES = Relation(
    "lines",
    "line of a document",
    "Every line that is not blank, with what it is. Nothing is cut out: boilerplate is labelled, with the rule.",
    (
        DOC_ID,
        _required("line_no", INTEGER, "Number of the line, from 1 over all lines of the text."),
        START_CHAR,
        END_CHAR,
        _required("kind", TEXT, "body, title or boilerplate."),
        _required("reason", TEXT, "The rule that decided the kind."),
        _required("score", SHARE, "How sure the rule is, 0 to 1."),
    ),
    ("doc_id", "line_no"),
)

_SENTENCES = Relation(
    "sentences",
    "sentence",
    "Sentences as offsets.",
    (
        DOC_ID,
        _required("sentence_no", INTEGER, "Number of the sentence in its document, from 1."),
        LINE_NO,
        START_CHAR,
        END_CHAR,
    ),
    ("doc_id", "sentence_no"),
)

_LANGUAGES = Relation(
    "languages",
    "document x rank, and paragraph x rank",
    "Languages found. A paragraph has rows of its own only where its script differs from its document's.",
    (
        DOC_ID,
        Column("line_no", INTEGER, "First line of the paragraph; NULL for the whole document."),
        _required("rank", INTEGER, "1 is the best guess."),
        _required(
            "language_code",
            TEXT,
            "ISO 639-1, else 639-3; `und` when it cannot be told, `zxx` when there is no language.",
        ),
        _required("score", SHARE, "Probability that the detector gives, rounded to 6 decimals."),
        _required("detector", TEXT, "What decided: langdetect, script, or gate (too little text)."),
    ),
    ("doc_id", "line_no", "rank"),
)

_DOCUMENT_DATES = Relation(
    "document_dates",
    "document",
    "A document's own date, how it is known, and the evidence that decided it. Never taken from a clock.",
    (
        DOC_ID,
        PUBLISHED_DATE,
        Column("precision", TEXT, "day, month or year; NULL when the date is not known."),
        _required(
            "status", TEXT, "given (metadata says so), inferred (from evidence), bounded, unknown."
        ),
        Column("confidence", SHARE, "0 to 1; NULL when the date is not known."),
        Column("earliest_date", DATE, "Earliest day possible, where only bounds are known."),
        Column("latest_date", DATE, "Latest day possible, where only bounds are known."),
        Column("evidence_no", INTEGER, "The row of `date_evidence` that decided."),
    ),
    ("doc_id",),
)

_DATE_EVIDENCE = Relation(
    "date_evidence",
    "evidence",
    "Every hint at a document's own date, used or not.",
    (
        DOC_ID,
        _required("evidence_no", INTEGER, "Number of the hint in its document, from 1."),
        _required("kind", TEXT, "metadata, url, path, header_line or dateline."),
        Column("surface", TEXT, "The words or address part that say it."),
        Column(
            "start_char", INTEGER, "Start in `documents.text`; NULL where it is not in the text."
        ),
        Column("end_char", INTEGER, "End in `documents.text`; NULL where it is not in the text."),
        _required("value", TEXT, "TIMEX3 value of the hint."),
        _required("precision", TEXT, "day, month or year."),
        _required(
            "confidence", SHARE, "How far such a hint is right, 0 to 1, as measured on news."
        ),
        _required("rule", TEXT, "The rule that read it."),
    ),
    ("doc_id", "evidence_no"),
)

_RUNS = Relation(
    "runs",
    "run",
    "What each run did, counted in sources.",
    (
        _required("run_id", TEXT, "The run; the same id stands in the manifest log."),
        _required("started_at", TIMESTAMP, "Start, UTC."),
        _required("finished_at", TIMESTAMP, "End, UTC."),
        _required("added_count", INTEGER, "Sources that are new."),
        _required("changed_count", INTEGER, "Sources whose content or metadata changed."),
        _required("removed_count", INTEGER, "Sources that are gone from the raw folder."),
        _required("unchanged_count", INTEGER, "Sources left as they were."),
        _required(
            "rejected_count", INTEGER, "Sources that are rejected, with reasons in `rejections`."
        ),
        _required("document_count", INTEGER, "Documents in the warehouse after the run."),
    ),
    ("run_id",),
)

_REJECTION_COLUMNS = (
    PATH,
    MEMBER,
    _required("reason_code", TEXT, "Why: one of the reason codes of docs/data-dictionary.md."),
    _required("detail", TEXT, "What was found, and what to do."),
    RUN_ID,
)

STORED: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation(
            "sources",
            "source",
            "Where documents come from.",
            (*_SOURCE_COLUMNS, _METADATA_HASH),
            ("source_id",),
        ),
        Relation(
            "documents",
            "document",
            "Normalised text.",
            (
                DOC_ID,
                _required("text", TEXT, "The normalised text."),
                _required("char_count", INTEGER, "Length of the text in code points."),
                _required("word_count", INTEGER, "Runs of letters and digits in the text."),
                _required("line_count", INTEGER, "Lines of the text that are not blank."),
            ),
            ("doc_id",),
        ),
        _LINES,
        _SENTENCES,
        _LANGUAGES,
        Relation(
            "dates", "time expression", "Time expressions.", _DATE_COLUMNS, ("doc_id", "date_no")
        ),
        _DATE_EVIDENCE,
        _DOCUMENT_DATES,
        Relation(
            "mentions",
            "entity mention",
            "Mentions.",
            (*_MENTION_COLUMNS, _ENTITY_NAME),
            ("doc_id", "mention_no"),
        ),
        Relation(
            "rejections",
            "rejected source",
            "Rejected sources.",
            (
                *_REJECTION_COLUMNS,
                Column("doc_id", UUID, "Id of the raw bytes, where they could be read."),
                _required("fingerprint", TEXT, "Fingerprint of the reader that rejected it."),
            ),
            ("path", "member"),
        ),
        _RUNS,
    )
}
"""Tables as they lie on disk. All but `rejections` and `runs` have one file a batch."""

WAREHOUSE_TABLES = ("rejections", "runs")
"""Small tables of the whole warehouse, replaced whole by each run."""

BATCH_TABLES = tuple(name for name in STORED if name not in WAREHOUSE_TABLES)
"""Tables with one file a batch of documents."""

PUBLIC: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation(
            "documents",
            "document",
            "One row a document, with what an analyst asks first. Two files with the same bytes are one document.",
            (
                DOC_ID,
                Column(
                    "title",
                    TEXT,
                    "Headline: from the sidecar, else the title line; NULL without either.",
                ),
                *STORED["documents"].columns[1:],
                _required(
                    "language_code",
                    TEXT,
                    "Best guess of `languages`; `und` when it cannot be told.",
                ),
                _required("language_score", SHARE, "Its probability."),
                PUBLISHED_DATE,
                Column(
                    "published_precision",
                    TEXT,
                    "day, month or year; NULL when the date is not known.",
                ),
                _required(
                    "published_status",
                    TEXT,
                    "given, inferred, bounded or unknown: see `document_dates`.",
                ),
                Column("source_name", TEXT, "Publisher or feed, as the sidecar gives it."),
                _required("source_count", BIG_INTEGER, "Sources that hold this very text."),
            ),
            ("doc_id",),
        ),
        Relation(
            "sources",
            "source",
            "One raw text at one place: a file, or a member of a container.",
            _SOURCE_COLUMNS,
            ("source_id",),
        ),
        _LINES,
        Relation(
            "bodies",
            "document",
            "The story without its boilerplate lines.",
            (DOC_ID, _required("body", TEXT, "Kept lines (title and body), joined by newlines.")),
            ("doc_id",),
        ),
        _SENTENCES,
        _LANGUAGES,
        Relation(
            "all_dates",
            "time expression",
            "As `dates`, and those in boilerplate lines too.",
            (*_DATE_COLUMNS, _LINE_KIND),
            ("doc_id", "date_no"),
        ),
        Relation(
            "dates",
            "time expression",
            "Time expressions (TIMEX3) in titles and body lines, with the days they mean where that is known. "
            "English in depth; other languages have ISO and numeric dates only.",
            _DATE_COLUMNS,
            ("doc_id", "date_no"),
        ),
        _DOCUMENT_DATES,
        _DATE_EVIDENCE,
        Relation(
            "all_mentions",
            "entity mention",
            "As `mentions`, and those in boilerplate lines too.",
            (*_MENTION_COLUMNS, _LINE_KIND),
            ("doc_id", "mention_no"),
        ),
        Relation(
            "mentions",
            "entity mention",
            "Names of people, organisations, places ... in titles and body lines. English documents only so far; "
            "about three of ten are wrong in type or extent (see docs/accuracy.md).",
            _MENTION_COLUMNS,
            ("doc_id", "mention_no"),
        ),
        Relation(
            "entities",
            "entity",
            "What `mentions` point at. Entities are one by normalised name and type so far: "
            "'United States' and 'US' are still two.",
            (
                _required("entity_id", TEXT, "`local:` and a hash of type and normalised name."),
                _required("entity_type", TEXT, "As in `mentions`."),
                _required("name", TEXT, "The form met most often."),
                _required("aliases", TEXT_LIST, "All forms met, sorted."),
                Column("country_code", TEXT, "ISO 3166-1 alpha-2 of a place. Not filled yet."),
                Column(
                    "metonym_country_code",
                    TEXT,
                    "State that a capital may stand for. Not filled yet.",
                ),
                Column("wikidata_id", TEXT, "Not filled yet."),
                Column("geonames_id", BIG_INTEGER, "Not filled yet."),
                _required("document_count", BIG_INTEGER, "Documents that mention it."),
                _required("mention_count", BIG_INTEGER, "Mentions of it."),
            ),
            ("entity_id",),
        ),
        Relation(
            "rejections",
            "rejected source",
            "Sources that did not become documents, and why. Sources plus rejections are all files found.",
            _REJECTION_COLUMNS,
            ("path", "member"),
        ),
        _RUNS,
    )
}
"""The contract: the views that analysts query, one file of `sql/views` each, in order of creation."""

"""The values that pass between the stages: frozen, without behaviour beyond their own invariants.

Offsets are half-open `[start_char, end_char)` in Unicode code points of `Document.text`, everywhere.
Stages pass these records; only `copydesk.store` turns them into Arrow tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

DocId = NewType("DocId", UUID)
EntityId = NewType("EntityId", str)

UNDETERMINED = "und"
"""ISO 639-2 code of a text whose language is not known."""
NO_LINGUISTIC_CONTENT = "zxx"
"""ISO 639-2 code of a text that holds no language at all (numbers, rules, pictures of characters)."""


class ReasonCode(StrEnum):
    """Why a raw source did not become a document. A closed set: `rejections.reason_code`."""

    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    CORRUPT = "corrupt"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    ENCRYPTED = "encrypted"
    UNSAFE_NAME = "unsafe_name"
    NESTED = "nested"
    MALFORMED = "malformed"
    UNREADABLE = "unreadable"
    CHANGED_WHILE_READ = "changed_while_read"
    UNSUPPORTED_TYPE = "unsupported_type"
    ANNOTATION_FAILED = "annotation_failed"


class LineKind(StrEnum):
    """What a line is. Boilerplate is kept and labelled, never cut out of the text."""

    TITLE = "title"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class EntityType(StrEnum):
    """The closed set of `mentions.entity_type`."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    LOCATION = "LOCATION"
    NATIONALITY_OR_GROUP = "NATIONALITY_OR_GROUP"
    EVENT = "EVENT"
    LAW = "LAW"
    PRODUCT = "PRODUCT"
    WORK = "WORK"


class PlaceKind(StrEnum):
    """What kind of place a LOCATION is, where that is known: `mentions.subtype`."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    FACILITY = "facility"


class AmountType(StrEnum):
    """What an amount is of: `amounts.amount_type`."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"


class DateStatus(StrEnum):
    """How much is known of the time that an expression names: `dates.status`."""

    ABSOLUTE = "absolute"
    RESOLVED = "resolved"
    OPEN = "open"
    VAGUE = "vague"
    DURATION = "duration"
    SET = "set"
    AMBIGUOUS = "ambiguous"


class DocumentDateStatus(StrEnum):
    """How a document's own date is known: `document_dates.status`."""

    GIVEN = "given"
    INFERRED = "inferred"
    BOUNDED = "bounded"
    UNKNOWN = "unknown"


class MetadataOrigin(StrEnum):
    """Where something said of a source stands, the strongest first: `source_metadata.origin`."""

    SIDECAR = "sidecar"
    RECORD = "record"
    FRONT_MATTER = "front_matter"
    HTML = "html"
    CONTAINER_SIDECAR = "container_sidecar"
    PATH_RULE = "path_rule"
    HEAD_LINE = "head_line"


@dataclass(frozen=True, slots=True)
class MetadataItem:
    """One thing that is said of a source, as given.

    Attributes:
        origin: Where it stands.
        key: Its name there, as written.
        value: What is said.
        field: The field of `Metadata` that it can fill; None for any other key.
        line_no: The line of the text that says it; None where it stands outside.
    """

    origin: MetadataOrigin
    key: str
    value: str
    field: str | None = None
    line_no: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of a source, as given; None where nothing is."""

    title: str | None = None
    url: str | None = None
    source_name: str | None = None
    author_name: str | None = None
    published_text: str | None = None
    language_text: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start_char: int
    end_char: int

    def __post_init__(self) -> None:
        """Refuse a span that no text can have."""
        if not 0 <= self.start_char <= self.end_char:
            raise ValueError(f"not a span: [{self.start_char}, {self.end_char})")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of a document, without its newline and the white space around it.

    `line_no` counts from 1 over all lines of the text, blank ones too: it is the number an editor shows.
    """

    line_no: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines that read as one: one line, or a run of hard-wrapped lines.

    The unit that annotators work on. `line_no` is that of its first line.
    """

    line_no: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Document:
    """A normalised text with its lines and paragraphs: what every annotator gets.

    `metadata`, `path` and `publisher_name` are those of the source that shapes it: one of which something is said
    before one of which nothing is, then by path. `path` is that of its file, of a text in an archive with `#` and its
    name there; `metadata` is without the head lines of the text; `publisher_name` is empty where nothing tells it.
    """

    doc_id: DocId
    text: str
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = field(default_factory=Metadata)
    path: str = ""
    publisher_name: str = ""


@dataclass(frozen=True, slots=True)
class LineLabel:
    """The kind of one line, the rule that decided it and how sure it is (0-1)."""

    line_no: int
    kind: LineKind
    reason: str
    score: float


class LineAction(StrEnum):
    """What a user's rule does with a line: `line_rules.action`."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class LineDecision:
    """What a user's rule decides of one line, and why."""

    line_no: int
    action: LineAction
    reason: str


class LanguageMethod(StrEnum):
    """How a language was told: `languages.method`."""

    GATE = "gate"
    SCRIPT = "script"
    AGREEMENT = "agreement"
    VOTE = "vote"
    INHERITED = "inherited"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language of a document (`line_no` None) or of one paragraph, best first (`rank` from 1).

    Fields are the columns of the `languages` view; see there. `votes` holds engine -> BCP 47 tag.
    """

    line_no: int | None
    rank: int
    language_code: str
    language_tag: str
    script_code: str | None
    score: float
    letter_share: float
    method: LanguageMethod
    detector: str
    votes: Mapping[str, str] | None = None
    langdetect_code: str | None = None
    langdetect_score: float | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence. `line_no` is the line it starts on."""

    sentence_no: int
    line_no: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression of a text with what is known of the time that it names.

    Fields are the columns of the `dates` view; see there. `alternatives` holds further TIMEX3 values
    where the expression can be read in several ways; `op` is the parsed expression as JSON.
    """

    date_no: int
    line_no: int
    start_char: int
    end_char: int
    surface: str
    timex_type: str
    value: str
    value_edtf: str | None
    start_date: date | None
    end_date: date | None
    earliest_date: date | None
    latest_date: date | None
    precision: str | None
    status: DateStatus
    op: str
    anchor_date: date | None
    anchor_source: str | None
    range_id: int | None
    alternatives: tuple[str, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One hint at a document's own date. Span and surface are None where it is not in the text."""

    evidence_no: int
    kind: str
    surface: str | None
    start_char: int | None
    end_char: int | None
    value: str
    precision: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A document's own date, with the evidence that decided it.

    `is_contested` tells that evidence about as strong says another time.
    """

    published_date: date | None
    precision: str | None
    status: DocumentDateStatus
    confidence: float | None
    earliest_date: date | None
    latest_date: date | None
    evidence_no: int | None
    is_contested: bool


@dataclass(frozen=True, slots=True)
class DateAnnotations:
    """All that the date annotator says of one document."""

    dates: tuple[TimeExpression, ...]
    document_date: DocumentDate
    evidence: tuple[DateEvidence, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity, and its name.

    Fields are the columns of the stored `mentions`; see there. The last three are what the words around it tell.
    """

    mention_no: int
    line_no: int
    start_char: int
    end_char: int
    surface: str
    entity_type: EntityType
    subtype: PlaceKind | None
    entity_name: str
    method: str
    score: float | None
    engine: str
    container_name: str | None = None
    is_in_dateline: bool = False
    is_said_of_government: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts. Fields are the columns of the `amounts` view; see there."""

    amount_no: int
    line_no: int
    start_char: int
    end_char: int
    surface: str
    amount_type: AmountType
    value: float | None
    high_value: float | None
    unit: str


def source_name(path: str, member: str | None) -> str:
    """Return how a source is written.

    >>> source_name("may.zip", "rates.txt"), source_name("rates.txt", None)
    ('may.zip#rates.txt', 'rates.txt')
    """
    return path if member is None else f"{path}#{member}"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A raw source as discovery found it: where it is and what its bytes hash to.

    `metadata_hash` is a hash of what else shapes its document (sidecar, record, path rules), empty without any.
    """

    path: str
    member: str | None
    doc_id: DocId
    byte_count: int
    metadata_hash: str

    @property
    def name(self) -> str:
        """The path, and the member behind a `#`: how a source is written."""
        return source_name(self.path, self.member)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A raw source that did not become a document, and why.

    `doc_id` is None where the bytes could not be read.
    """

    path: str
    member: str | None
    reason_code: ReasonCode
    detail: str
    doc_id: DocId | None = None

    @property
    def name(self) -> str:
        """The path, and the member behind a `#`."""
        return source_name(self.path, self.member)

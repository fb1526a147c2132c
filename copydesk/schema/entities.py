"""Columns of entities: what mentions point at, why, and what is named together."""

from copydesk.schema.columns import DOC_ID, LINE_KIND, MENTION_COLUMNS
from copydesk.schema.relation import (
    BIG_INTEGER,
    BOOLEAN,
    DATE,
    INTEGER,
    NUMBER,
    SHARE,
    TEXT,
    TEXT_LIST,
    Column,
    Relation,
    required,
)

_METHODS = (
    "name (its own, no link was needed), spelling, given_name, middle_name, initial, surname, legal_form, acronym, "
    "short_name, number (Russians, Russian), type, place (a gazetteer) or user (aliases.csv)"
)
ENTITY_ID = required("entity_id", TEXT, "The entity: see `entities`.")
_DOCUMENT_COUNT = required("document_count", BIG_INTEGER, "Documents that mention it.")
_MENTION_COUNT = required("mention_count", BIG_INTEGER, "Mentions of it.")
_LINK_COLUMNS = (
    required("link_method", TEXT, f"The weakest link from the mention to its entity: {_METHODS}."),
    required("link_score", SHARE, "How sure that link is, 0 to 1."),
    Column(
        "metonym_country_code",
        TEXT,
        "State that its capital or seat of government stands for right here: what is said of it is said of governments "
        "(`Pyongyang rejected the offer`). ISO 3166-1 alpha-2; NULL where the words beside it do not tell it, which is no "
        "denial.",
    ),
)
_IS_HIDDEN = required("is_hidden", BOOLEAN, "Whether aliases.csv hides its entity.")
PUBLIC_MENTION_COLUMNS = (*MENTION_COLUMNS, ENTITY_ID, *_LINK_COLUMNS)
ALL_MENTION_COLUMNS = (*PUBLIC_MENTION_COLUMNS, LINE_KIND, _IS_HIDDEN)

_ENTITY_COLUMNS = (
    required(
        "entity_id",
        TEXT,
        "`geonames:` or `wikidata:` and an authority's id, else `local:` and a hash of type and plainest name. It stays "
        "when spellings, nicknames, middle names or legal forms are added (see docs/entities.md).",
    ),
    required(
        "entity_type",
        TEXT,
        "PERSON, ORGANIZATION, LOCATION, NATIONALITY_OR_GROUP, EVENT, LAW, PRODUCT or WORK.",
    ),
    required("name", TEXT, "Its fullest name, of several the one in most documents."),
    required("aliases", TEXT_LIST, "All forms met, sorted. How often each: `entity_aliases`."),
    Column(
        "country_code", TEXT, "ISO 3166-1 alpha-2: where a place lies, whose people a group is."
    ),
    Column(
        "metonym_country_code",
        TEXT,
        "State that a capital may stand for. The two are never one entity; where it does: `mentions`.",
    ),
    Column("wikidata_id", TEXT, "Item of Wikidata (Q...), where a gazetteer or the user gives it."),
    Column("geonames_id", BIG_INTEGER, "Number in GeoNames, of a place."),
)
_PLACE_COLUMNS = (
    Column("place_kind", TEXT, "What kind of place the gazetteer says it is."),
    Column("latitude", NUMBER, "Degrees north of the equator (WGS 84)."),
    Column("longitude", NUMBER, "Degrees east of Greenwich (WGS 84)."),
)
_COUNT_COLUMNS = (_DOCUMENT_COUNT, _MENTION_COUNT)

STORED_ENTITIES = Relation(
    "entities",
    "entity",
    "Entities, those that only boilerplate mentions or the user hides too.",
    (*_ENTITY_COLUMNS, *_PLACE_COLUMNS, *_COUNT_COLUMNS, _IS_HIDDEN),
    ("entity_id",),
)
ENTITIES = Relation(
    "entities",
    "entity",
    "What `mentions` point at: names that are one by the rules of docs/entities.md, by a gazetteer or by the user. "
    "A merge that is not sure is not made: one person may be two entities, two are rarely one.",
    (*_ENTITY_COLUMNS, *_COUNT_COLUMNS),
    ("entity_id",),
)
MENTION_ENTITIES = Relation(
    "mention_entities",
    "entity mention",
    "The entity of each mention.",
    (
        DOC_ID,
        required("mention_no", INTEGER, "Number of the mention in its document."),
        ENTITY_ID,
        required("entity_type", TEXT, "The entity's."),
        *_LINK_COLUMNS,
        LINE_KIND,
        _IS_HIDDEN,
    ),
    ("doc_id", "mention_no"),
)
ENTITY_ALIASES = Relation(
    "entity_aliases",
    "entity x form",
    "The forms that an entity is named by in titles and body lines, with white space as single spaces.",
    (ENTITY_ID, required("alias", TEXT, "The form."), *_COUNT_COLUMNS),
    ("entity_id", "alias"),
)
ENTITY_LINKS = Relation(
    "entity_links",
    "entity x name x linked name x method",
    "Why names are one: each link that some document makes use of. `copydesk entities explain` prints them.",
    (
        ENTITY_ID,
        required("entity_type", TEXT, "Type of the name as documents have it."),
        required("name", TEXT, "The name that was linked."),
        required("linked_name", TEXT, "The name that it was linked to."),
        required("method", TEXT, f"The rule: {_METHODS}."),
        required("score", SHARE, "How sure that is, 0 to 1."),
        required("scope", TEXT, "document (its own document says so) or corpus (it holds in all)."),
        required("document_count", BIG_INTEGER, "Documents that make use of it."),
        Column("doc_id", DOC_ID.type, "One of them, the first by id."),
    ),
    ("entity_id", "entity_type", "name", "linked_name", "method", "scope"),
)
ENTITY_DOCUMENTS = Relation(
    "entity_documents",
    "entity x document",
    "Which documents mention an entity in titles and body lines. Sorted by entity: the quick way from one to its documents.",
    (ENTITY_ID, DOC_ID, required("mention_count", INTEGER, "Mentions of it there.")),
    ("entity_id", "doc_id"),
)
ENTITY_COOCCURRENCES = Relation(
    "entity_cooccurrences",
    "entity x other entity",
    "Which entities are named together in titles and body lines; each pair stands here twice, once from each side. Left "
    "out: pairs of one document that share no sentence, and, of the document level, documents that name more than 200 "
    "entities.",
    (
        ENTITY_ID,
        required("other_entity_id", TEXT, "The other one."),
        required("document_count", BIG_INTEGER, "Documents that name both."),
        required("sentence_count", BIG_INTEGER, "Sentences that name both."),
    ),
    ("entity_id", "other_entity_id"),
)
ENTITY_MONTHS = Relation(
    "entity_months",
    "entity x month",
    "How much an entity is in the news over time. Documents without a published date are in no month.",
    (
        ENTITY_ID,
        required("month_date", DATE, "First day of the month of publication."),
        *_COUNT_COLUMNS,
    ),
    ("entity_id", "month_date"),
)
PLACES = Relation(
    "places",
    "entity",
    "Entities that a gazetteer places on the map.",
    (
        ENTITY_ID,
        required("name", TEXT, "The gazetteer's name."),
        *_PLACE_COLUMNS,
        *(
            column
            for column in _ENTITY_COLUMNS
            if column.name.endswith(("_code", "data_id", "names_id"))
        ),
        *_COUNT_COLUMNS,
    ),
    ("entity_id",),
)
DERIVED_ENTITIES = (
    STORED_ENTITIES,
    MENTION_ENTITIES,
    ENTITY_ALIASES,
    ENTITY_LINKS,
    ENTITY_DOCUMENTS,
    ENTITY_COOCCURRENCES,
)
"""Stored tables of the whole warehouse that resolution makes."""

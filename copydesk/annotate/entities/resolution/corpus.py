"""What resolution works on and what it gives: names by document, decisions, places; entities and links.

Names stand in lists and are told by their number there, so that a million mentions stay small.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from copydesk.records import EntityId, EntityType
from copydesk.user_rules import EntityDecision

LINK_THRESHOLD = 0.8
"""A link with a lower score is not made, only suggested. A wrong merge is worse than a missed one."""


class LinkMethod(StrEnum):
    """How a name came to its entity. A closed set: `mentions.link_method` and `entity_links.method`."""

    NAME = "name"  # by its own name: no link was needed
    SPELLING = "spelling"
    GIVEN_NAME = "given_name"
    MIDDLE_NAME = "middle_name"
    INITIAL = "initial"
    SURNAME = "surname"
    LEGAL_FORM = "legal_form"
    ACRONYM = "acronym"
    SHORT_NAME = "short_name"
    NUMBER = "number"
    TYPE = "type"
    PLACE = "place"
    USER = "user"


class LinkScope(StrEnum):
    """What a link goes by: one document, or all of them."""

    DOCUMENT = "document"
    CORPUS = "corpus"


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name as documents have it, and the type that they give it."""

    entity_type: EntityType
    name: str


@dataclass(frozen=True, slots=True)
class CorpusNames:
    """The names of a corpus.

    Attributes:
        names: Each once, in any order.
        documents: For each document how often it has which name: number in `names` -> mentions.
        languages: Of each document (ISO 639); empty where none is known.
        containers: Number of a document -> number of a name -> the name that stands right behind it there
            (`Paris, Texas`). Few documents have any.
        datelines: Number of a document -> number of the name that its dateline begins with.
    """

    names: Sequence[TypedName]
    documents: Sequence[Mapping[int, int]]
    languages: Sequence[str] = ()
    containers: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    datelines: Mapping[int, int] = field(default_factory=dict)


class PlaceLink(Protocol):
    """A place that a gazetteer knows."""

    @property
    def place_id(self) -> str:
        """Its id, with the authority before a colon."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def kind(self) -> str:
        """What kind of place it is."""

    @property
    def country_code(self) -> str | None:
        """ISO 3166-1 alpha-2 of the state that it lies in or is."""

    @property
    def metonym_country_code(self) -> str | None:
        """That of the state whose capital it is; None for all else."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""

    @property
    def wikidata_id(self) -> str | None:
        """Its item (Q...)."""

    @property
    def geonames_id(self) -> int | None:
        """Its number in GeoNames."""

    @property
    def score(self) -> float:
        """How sure the link is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class PlaceHints:
    """What else a document tells of its places.

    Attributes:
        person_names: Persons: a lone surname among the places is theirs.
        group_names: Nationalities and other groups.
        language_code: ISO 639; `und` where it is not known.
        containers: Name -> the name that stands right behind it (`Paris, Texas`).
        dateline_name: Name that the dateline begins with.
    """

    person_names: frozenset[str] = frozenset()
    group_names: frozenset[str] = frozenset()
    language_code: str = "und"
    containers: Mapping[str, str] = field(default_factory=dict)
    dateline_name: str | None = None


class Gazetteer(Protocol):
    """Knows places. A pure function of what it is given."""

    @property
    def fingerprint(self) -> str:
        """What its answers follow from: its version and its data's."""

    def link_places(self, names: Sequence[str], hints: PlaceHints) -> Mapping[str, PlaceLink]:
        """Give the places among the names of one document; their order has no say."""

    def is_seat(self, name: str) -> bool:
        """Tell whether a building from which a state is governed bears this name (`White House`)."""

    def country_of_group(self, name: str) -> str | None:
        """Give the ISO 3166-1 alpha-2 code of the state whose people a name means (`Russians`)."""


class NoGazetteer:
    """Knows no place: places are then told apart by their names alone."""

    fingerprint = "none"

    def link_places(self, names: Sequence[str], hints: PlaceHints) -> Mapping[str, PlaceLink]:
        """Give nothing."""
        del names, hints
        return {}

    def is_seat(self, name: str) -> bool:
        """Give no."""
        del name
        return False

    def country_of_group(self, name: str) -> str | None:
        """Give nothing."""
        del name
        return None


@dataclass(frozen=True, slots=True)
class Guidance:
    """What else resolution goes by.

    Attributes:
        decisions: The user's, in the order of their file.
        gazetteer: For places and peoples.
    """

    decisions: tuple[EntityDecision, ...] = ()
    gazetteer: Gazetteer = NoGazetteer()  # noqa: RUF009 - it has no state


@dataclass(frozen=True, slots=True)
class Assignment:
    """The entity of a name in a document, and how the name came to it.

    Attributes:
        entity_no: Number of the entity in `Resolution.entities`.
        method: The weakest link on the way.
        score: How sure that is, 0 to 1.
    """

    entity_no: int
    method: LinkMethod
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that documents name.

    Attributes:
        entity_id: An authority's id (`geonames:1871859`, `wikidata:Q423`) or `local:` and a hash.
        entity_type: Its type.
        name: Its fullest name, of several the one in most documents.
        country_code: ISO 3166-1 alpha-2: where a place lies, whose people a group is.
        place: What a gazetteer says of it.
        is_hidden: Whether the user wants it out of sight.
    """

    entity_id: EntityId
    entity_type: EntityType
    name: str
    country_code: str | None = None
    place: PlaceLink | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class EntityLink:
    """Why a name belongs to an entity: it was linked to another name of it.

    Attributes:
        entity_no: The entity.
        name: The linked name.
        linked: The name that it was linked to.
        method: The rule.
        score: How sure that is, 0 to 1.
        scope: Whether it holds in single documents or everywhere.
        document_count: Documents that it holds in.
        evidence_document: Number of one of them; None where there is none.
    """

    entity_no: int
    name: TypedName
    linked: str
    method: LinkMethod
    score: float
    scope: LinkScope
    document_count: int
    evidence_document: int | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    Attributes:
        entities: By id.
        assignments: For each document, name number -> its entity there.
        links: By entity and name.
    """

    entities: tuple[Entity, ...]
    assignments: tuple[Mapping[int, Assignment], ...]
    links: tuple[EntityLink, ...]

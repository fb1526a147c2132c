"""Resolution: which names of a corpus are one person, organisation or place.

Called by the pipeline at the end of a run: `resolve(names, Guidance(decisions, gazetteer))`. It knows nothing of
storage and takes names, not mentions, so that a million of them are done in seconds. Rules, measured errors
and how ids stay: docs/entities.md.
"""

from copydesk.annotate.entities.resolution.corpus import (
    LINK_THRESHOLD,
    Assignment,
    CorpusNames,
    Entity,
    EntityLink,
    Gazetteer,
    Guidance,
    LinkMethod,
    LinkScope,
    NoGazetteer,
    PlaceHints,
    PlaceLink,
    Resolution,
    TypedName,
)
from copydesk.annotate.entities.resolution.resolve import resolve

__all__ = [
    "LINK_THRESHOLD",
    "VERSION",
    "Assignment",
    "CorpusNames",
    "Entity",
    "EntityLink",
    "Gazetteer",
    "Guidance",
    "LinkMethod",
    "LinkScope",
    "NoGazetteer",
    "PlaceHints",
    "PlaceLink",
    "Resolution",
    "TypedName",
    "resolve",
]

VERSION = "3"
"""Raise it when the same names give other entities."""

"""The entity annotator: who and what a document names, and where.

Called by the pipeline with whole batches: `annotate(documents, language_codes, load())`. Importing it
loads no model. It knows nothing of storage, and of other documents only that equal names are equal.
"""

from copydesk.annotate.entities.annotator import annotate, foreign_paragraphs
from copydesk.annotate.entities.engines import EngineSet, Models, describe, load

__all__ = [
    "NAME",
    "VERSION",
    "EngineSet",
    "Models",
    "annotate",
    "describe",
    "foreign_paragraphs",
    "load",
]

NAME = "entities"
VERSION = "3"
"""Raise it when the same words get other mentions: engines and their weights count by themselves."""

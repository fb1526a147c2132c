"""The entity annotator: who and what a document names, and where.

Called by the pipeline with whole batches: `annotate(documents, language_codes, load())`. Importing it
loads no model. It knows nothing of storage, and of other documents only that equal names are equal.
"""

from copydesk.annotate.entities.annotator import LANGUAGES, annotate
from copydesk.annotate.entities.engine import EntityEngine, describe_engine, load

__all__ = ["LANGUAGES", "NAME", "VERSION", "EntityEngine", "annotate", "describe_engine", "load"]

NAME = "entities"
VERSION = "1"

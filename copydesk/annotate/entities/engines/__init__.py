"""The engines that find names in plain text, and which language has which.

Called by the entity annotator. They know nothing of documents, entity types or identity. Importing this loads no model.
"""

from copydesk.annotate.entities.engines.protocol import EntityEngine, RawEntity
from copydesk.annotate.entities.engines.tiers import EngineSet, Models, describe, load

__all__ = ["EngineSet", "EntityEngine", "Models", "RawEntity", "describe", "load"]

"""The date annotator: time expressions of a text, what they mean, and the document's own date.

`annotate` is the whole interface. `resolve_again` serves who has the stored rows of a document whose date or whose
rules of resolution changed; `resolve` and `op_from_json` who has a stored `op` alone.
"""

from copydesk.annotate.dates.algebra import op_from_json, op_to_json
from copydesk.annotate.dates.annotator import annotate, date_again
from copydesk.annotate.dates.evidence import path_clue, with_metadata
from copydesk.annotate.dates.number_order import order_of_region
from copydesk.annotate.dates.resolution import resolve_again
from copydesk.annotate.dates.resolver import Resolution, resolve

NAME = "dates"
VERSION = "4"
"""Raise it when another operation or other evidence is read: texts are parsed again."""
RESOLUTION_NAME = "date_resolution"
RESOLUTION_VERSION = "2"
"""Raise it when only values, days or the decision between evidence change: stored operations are resolved again."""

__all__ = [
    "NAME",
    "RESOLUTION_NAME",
    "RESOLUTION_VERSION",
    "VERSION",
    "Resolution",
    "annotate",
    "date_again",
    "op_from_json",
    "op_to_json",
    "order_of_region",
    "path_clue",
    "resolve",
    "resolve_again",
    "with_metadata",
]

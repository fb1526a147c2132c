"""The date annotator: time expressions of a text, what they mean, and the document's own date.

`annotate` is the whole interface; `resolve` and `op_from_json` serve who has a stored `op` and a date
that became known later.
"""

from copydesk.annotate.dates.algebra import op_from_json, op_to_json
from copydesk.annotate.dates.annotator import annotate
from copydesk.annotate.dates.evidence import path_clue
from copydesk.annotate.dates.resolver import Resolution, resolve

NAME = "dates"
VERSION = "2"

__all__ = [
    "NAME",
    "VERSION",
    "Resolution",
    "annotate",
    "op_from_json",
    "op_to_json",
    "path_clue",
    "resolve",
]

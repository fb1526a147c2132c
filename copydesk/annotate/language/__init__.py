"""The language annotator: which languages a document and its paragraphs are in.

`annotator` is the entry; `engines` has the detectors, `tags` and `codes` say what languages are called.
"""

from copydesk.annotate.language.annotator import annotate
from copydesk.annotate.language.engines import engine_packages, warm

__all__ = ["NAME", "VERSION", "annotate", "engine_packages", "warm"]

NAME = "language"
VERSION = "2"

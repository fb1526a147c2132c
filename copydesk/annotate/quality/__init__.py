"""Quality signals of a document, after Gopher, C4, RedPajama-v2 and FineWeb: measures, never a verdict.

`annotator` is the entry; `characters`, `lines` and `words` measure one kind of thing each, `ngrams` repetition.
"""

from copydesk.annotate.quality.annotator import NAME, VERSION, annotate

__all__ = ["NAME", "VERSION", "annotate"]

"""The amounts annotator: sums of money, percentages and measures, with their values.

Called by the pipeline: `annotate(document, language_code)`. Rules alone, without a model: numbers in digits, and English
ones in words, beside a unit. It converts nothing: 5 miles stay 5 miles.
"""

from copydesk.annotate.amounts.annotator import annotate

__all__ = ["NAME", "VERSION", "annotate"]

NAME = "amounts"
VERSION = "1"

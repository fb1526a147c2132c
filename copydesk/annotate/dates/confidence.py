"""How far the value of an expression is trusted, 0-1, by the construction that found it, in any language.

Calibrated on TimeBank and AQUAINT with the document's date given: the share of a rule's finds that have
the gold's value, finds that the gold lacks counted as wrong, rounded to 0.05. Rules with fewer than 20
finds there get the default. In the other languages the share lies within 0.1 of that for most rules, and above it
where a pack learned from the same set, so no language has figures of its own.
"""

from copydesk.records import DateStatus

DEFAULT_CONFIDENCE = 0.75
ABSOLUTE_CONFIDENCE = 0.97
"""A full date in words or digits: wrong only where the text is."""
AMBIGUOUS_CONFIDENCE = 0.5
"""Two readings, one of them right."""
_ABSOLUTE = {
    "year": 0.9,
    "quarter_context": 0.7,
    "numeric.ymd": 0.95,
    "numeric.dmy": 0.95,
    "numeric.dmy_by_document": 0.9,  # by hand, as the next ones
    "numeric.mdy_by_document": 0.9,
    "numeric.dmy_by_source": 0.95,
    "numeric.mdy_by_source": 0.95,
    "numeric.dmy_by_region": 0.9,
    "numeric.mdy_by_region": 0.9,
}
_RULES = {
    "ago": 0.6,
    "clock": 0.55,  # this and the next: 99 and 48 finds, English with German, Spanish and French
    "relative_month": 0.95,
    "day_word": 0.95,
    "duration": 0.7,
    "earlier": 0.6,
    "month": 0.85,
    "month_day": 0.95,
    "part_of_day": 0.6,
    "quarter": 0.95,
    "quarter_context": 0.6,
    "relative_unit": 0.7,
    "set": 0.65,
    "vague": 0.65,
    "weekday": 0.9,
    "year": 0.85,
}


def rule_confidence(rule: str, status: DateStatus) -> float:
    """The trust in a value that a rule gave with a status."""
    if not rule.startswith("numeric."):
        rule = rule.partition(".")[2]
    if status is DateStatus.AMBIGUOUS:
        return AMBIGUOUS_CONFIDENCE
    if status is DateStatus.ABSOLUTE:
        return _ABSOLUTE.get(rule, ABSOLUTE_CONFIDENCE)
    return _RULES.get(rule, DEFAULT_CONFIDENCE)

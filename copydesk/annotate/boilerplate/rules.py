"""Tells lines whose wording alone says that they belong to the page around a story.

Called by the boilerplate annotator for every line before any model looks at it. A rule has to fit the
whole line, and a long line can only be a legal notice or a caption that names its agency.
"""

import re
from functools import cache

from copydesk.annotate.boilerplate.phrases import (
    CUED_RULES,
    LINK_HEADINGS,
    OPENING_RULES,
    TIMESTAMP,
    Rule,
)

_MAX_CHARS = 200
_READ_CHARS = 400  # more than any caption has: of a longer line only the opening can tell
_EDGE_MARKS = " \t*_#>|\u2022\u00b7\u25ba\u25b6\u2192\u00bb\u203a-\u2013\u2014"
_HEADING_MARKS = " .:*_#>|-"
_BRACKETS = {"(": ")", "[": "]"}
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")

# What a date and a time of day are made of.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(  # 7.50 and no part of 04.03.2025
    r"\b(?<![./-])\d{1,2}[:.h]\d\d(?![./-]?\d)|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE
)
_DATE_PART = re.compile(
    r"""[^\W\d_]{1,14} [.,:]? | \d{1,4} (?: [./:h\u2013-] \d{1,4} ){0,3} (?: st|nd|rd|th|[ap]m )? [.,]?
        | \d{4}\u5e74\d{1,2}\u6708\d{1,2}\u65e5 | [|@\u00b7\u2022()/,\u2013-]""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+")
_TIMESTAMP_CHARS = 70
_TIMESTAMP_WORDS = 7  # with a time of day: weekday, month, time zone and a word or two before
_DATE_WORDS = 3
_MIN_NUMBERS = 2  # a year alone may stand in a headline


def match(content: str, *, is_near_start: bool = False) -> Rule | None:
    """Give the first rule that fits all of a line.

    Args:
        content: The line.
        is_near_start: Near the start of a text a bare date is when it was published.
    """
    folded = " ".join(_unwrap(content[:_READ_CHARS]).split())
    is_long = len(content) > _MAX_CHARS
    if _any_opening(is_long=is_long).fullmatch(folded):
        return next(
            rule for rule in OPENING_RULES if (rule.is_long or not is_long) and _fits(rule, folded)
        )
    lowered = folded.lower()
    for rule in CUED_RULES:
        if (rule.is_long or not is_long) and _has_cue(rule, lowered) and _fits(rule, folded):
            return rule
    return TIMESTAMP if _is_timestamp(folded, is_near_start=is_near_start) else None


def is_link_heading(content: str) -> bool:
    """Tell whether a line stands over a list of links: "Related stories", "More from this section"."""
    return _compile(LINK_HEADINGS).fullmatch(content.strip(_HEADING_MARKS)) is not None


@cache
def _any_opening(*, is_long: bool) -> re.Pattern[str]:
    """Give one pattern for all rules with a fixed opening: most lines fit none, and one look tells."""
    patterns = [rule.pattern for rule in OPENING_RULES if rule.is_long or not is_long]
    return _compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _has_cue(rule: Rule, lowered: str) -> bool:
    return any(map(lowered.__contains__, rule.cues))


def _fits(rule: Rule, folded: str) -> bool:
    return _compile(rule.pattern).fullmatch(folded) is not None


def _is_timestamp(folded: str, *, is_near_start: bool) -> bool:
    """Tell whether a line is no more than a date with a time of day, or near the start a date."""
    if len(folded) > _TIMESTAMP_CHARS or folded.endswith(".") or not _YEAR.search(folded):
        return False
    has_clock = _CLOCK.search(folded) is not None
    if not (has_clock or is_near_start) or len(_NUMBER.findall(folded)) < _MIN_NUMBERS:
        return False
    if not all(map(_DATE_PART.fullmatch, folded.split())):
        return False
    return len(_WORD.findall(folded)) <= (_TIMESTAMP_WORDS if has_clock else _DATE_WORDS)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _unwrap(content: str) -> str:
    """Give a line without the marks and the pair of brackets around it; of a link only what it says."""
    bare = content.strip(_EDGE_MARKS)
    link = _MARKDOWN_LINK.fullmatch(bare)
    if link:
        return link[1]
    if bare and _BRACKETS.get(bare[0]) == bare[-1]:
        bare = bare[1:-1].strip(_EDGE_MARKS)
    return bare

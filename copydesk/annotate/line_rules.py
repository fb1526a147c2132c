"""What the user's own rules say of lines: keep or drop, whatever copydesk thinks of them.

Called by the batches. The rules are part of the step's fingerprint, so an edit of them renews this table alone;
nothing else depends on it.
"""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache

from copydesk.records import Document, LineAction, LineDecision
from copydesk.user_rules import LineRule

NAME = "line_rules"
VERSION = "1"
DEFAULT_REASON = "user_rule"


def annotate(document: Document, rules: Sequence[LineRule]) -> tuple[LineDecision, ...]:
    """Give a decision for each line that a rule fits; of several rules the first counts.

    Args:
        document: Normalised and segmented.
        rules: In order. A pattern is searched for in each line, without the white space around it.
    """
    publisher = document.publisher_name.casefold()
    fitting = [
        rule
        for rule in rules
        if rule.source is None or fnmatchcase(publisher, rule.source.casefold())
    ]
    decisions = []
    for line in document.lines if fitting else ():
        content = document.text[line.start_char : line.end_char]
        rule = next((rule for rule in fitting if _compile(rule.pattern).search(content)), None)
        if rule is not None:
            reason = rule.reason or DEFAULT_REASON
            decisions.append(LineDecision(line.line_no, LineAction(rule.action), reason))
    return tuple(decisions)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

"""English words that stand before a time and sharpen or loosen it: "early", "about", "the end of".

Patterns for `patterns.Grammar`, used by the parser in front of another find. The name of a rule is the
modifier that it gives.
"""

from copydesk.annotate.dates.algebra import Op, PartOfDay, Season
from copydesk.annotate.dates.english_calendar import look
from copydesk.annotate.dates.patterns import NO_TIME, Match, NoTime, Rule

AMOUNT_MODIFIERS = frozenset({"APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
"""Modifiers of a length of time. The others modify a point in time."""
WITHIN_MODIFIERS = frozenset({"EARLIER", "LATER"})
"""Modifiers that only go before a time told from the anchor: "earlier this week"."""
_EARLY_OR_LATE = ("early", "late", "mid")


def _prefix(match: Match) -> NoTime:
    """The modifier alone is no time."""
    del match
    return NO_TIME


def _is_sharpened(match: Match) -> bool:
    """True behind early, mid or late, with or without a hyphen; "pre-dawn" is none of them."""
    word = match.before(2) if match.before() == "-" else match.before()
    return word in _EARLY_OR_LATE


def _modified_season(match: Match) -> Op | None:
    """A bare season behind early, mid or late."""
    if not _is_sharpened(match):
        return None
    return Season(match.text("season"), direction=look(match, "latest"))


def _modified_part(match: Match) -> Op | None:
    """A bare part of the day behind early or late."""
    if not _is_sharpened(match):
        return None
    return PartOfDay(match.text("part"), match.context.base())


PREFIXES = (
    Rule("START", "[the] early [-] [in]", _prefix),
    Rule("MID", "[the] mid [-] [in]", _prefix),
    Rule("END", "[the] late [-] [in]", _prefix),
    Rule("APPROX", "sometime [in]", _prefix),
    Rule("EARLIER", "earlier", _prefix),
    Rule("LATER", "later", _prefix),
    Rule("START", "[the] [very] beginning|start|turn of", _prefix),
    Rule("MID", "[the] [very] middle of", _prefix),
    Rule("END", "[the] [very] end|close|rest|remainder of", _prefix),
    Rule("APPROX", "about|around|approximately|roughly|nearly|almost", _prefix),
    Rule("MORE_THAN", "over", _prefix),
    Rule("LESS_THAN", "under", _prefix),
    Rule("MORE_THAN", "more|longer than", _prefix),
    Rule("LESS_THAN", "less|fewer than", _prefix),
    Rule("EQUAL_OR_MORE", "at least", _prefix),
    Rule("EQUAL_OR_LESS", "up to", _prefix),
    Rule("EQUAL_OR_LESS", "no more|longer than", _prefix),
    Rule("EQUAL_OR_MORE", "no less|fewer than", _prefix),
)
RULES = (
    Rule("en.season", "<season>", _modified_season),
    Rule("en.part_of_day", "<part>", _modified_part),
)

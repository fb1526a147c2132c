"""Reads the time expressions of a paragraph: tokens in, operations out.

The annotator calls it for each paragraph, the document date for single lines. It knows no language: a
`compiled.Language` drives it. It resolves nothing.
"""

from dataclasses import dataclass

from copydesk.annotate.dates.algebra import (
    Anchor,
    Clock,
    Day,
    Duration,
    Modified,
    Month,
    Op,
    Shift,
    Vague,
    Year,
    YearSpan,
)
from copydesk.annotate.dates.compiled import Language
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.numeric import find_numeric, find_year_range, second_year_end
from copydesk.annotate.dates.pack import FIRST_YEAR
from copydesk.annotate.dates.patterns import Found, Grammar, NoTime
from copydesk.annotate.dates.ranges import (
    extend_days,
    leading_days,
    leading_hour,
    leading_month,
    leading_years,
    link_ranges,
)
from copydesk.annotate.dates.resolver import timex_type
from copydesk.annotate.dates.tokens import Tokens

AMOUNT_MODIFIERS = frozenset({"APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
"""Modifiers of a length of time. The others modify a point in time."""
WITHIN_MODIFIERS = frozenset({"EARLIER", "LATER"})
"""Modifiers that only go before a time told from the anchor: "earlier this week"."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A time expression: its operation, the rule that found it, its span in the document's text."""

    op: Op
    rule: str
    start_char: int
    end_char: int
    range_no: int | None = None
    """The same number for the two ends of a range, counted from 1 within the document."""


def parse(
    tokens: Tokens, language: Language | None, context: Context, range_count: int = 0
) -> list[Parsed]:
    """The time expressions of a paragraph, in order and without overlap.

    Args:
        tokens: The paragraph's tokens.
        language: The compiled pack; None finds dates in digits only.
        context: What the document told before; it is brought up to date.
        range_count: How many ranges the document has had so far.

    Returns:
        One record an expression.
    """
    context.start_paragraph()
    found: list[Found] = []
    end = 0
    for index in tokens.starting(language.starts if language else ()):
        if index < end:
            continue
        for item in _find(tokens, index, language, context):
            if not isinstance(item.op, NoTime):
                if not _is_background(tokens, item, language):
                    context.remember(item.op, tokens.start_char(item.start))
                found.append(item)
            end = item.end
    linked = link_ranges(tokens, found, language.pack if language else None)
    return [
        Parsed(
            op=_op(item),
            rule=item.rule,
            start_char=tokens.start_char(item.start),
            end_char=tokens.end_char(item.end - 1),
            range_no=None if range_no is None else range_count + range_no,
        )
        for item, range_no in linked
    ]


def _is_background(tokens: Tokens, found: Found, language: Language | None) -> bool:
    """True for a day or month that nothing later counts from: "the lowest since December 1969"."""
    is_since = language is not None and tokens.word(found.start - 1) in language.pack.past_before
    return is_since and isinstance(found.op, Day | Month)


def _op(found: Found) -> Op:
    """The operation of a find that is a time."""
    if isinstance(found.op, NoTime):
        raise TypeError(f"{found.rule} found no time")
    return found.op


def _find(tokens: Tokens, index: int, language: Language | None, context: Context) -> list[Found]:
    """The expressions that start at a token: more than one where they share a month."""
    numeric = find_numeric(tokens, index, language.pack.number_order if language else None)
    if numeric is not None and not _has_other_calendar(tokens, numeric, language):
        return [numeric]
    if language is None:
        return find_year_range(tokens, index)
    for leading in (leading_days, leading_hour, leading_month, leading_years):
        group = leading(tokens, index, language, context)
        if group:
            return group
    best = language.times.longest(tokens, index, context)
    modified = _modified(tokens, index, language, context)
    if modified is not None and (best is None or modified.end > best.end):
        best = modified
    if best is not None and language.modifiers_behind is not None:
        best = _modified_behind(tokens, best, language.modifiers_behind, context)
    return [] if best is None else extend_days(tokens, _with_second_year(tokens, best), language)


def _with_second_year(tokens: Tokens, found: Found) -> Found:
    """A year with the next one that is tied to it: fiscal 2011-12."""
    op = found.op
    if not isinstance(op, Year) or tokens.word(found.end - 1) != str(op.year):
        return found
    end = second_year_end(tokens, found.end - 1)
    span = YearSpan(int(tokens.word(found.end - 1)), int(tokens.word(found.end - 1)) + 1)
    return found if end is None else Found(found.start, end, found.rule, span)


def _modified(tokens: Tokens, index: int, language: Language, context: Context) -> Found | None:
    """The expression behind a modifier, with it."""
    modifier = language.modifiers.longest(tokens, index, context)
    if modifier is None:
        return None
    start = modifier.end
    inner = find_numeric(tokens, start, language.pack.number_order) or language.times.longest(
        tokens, start, context, edge=index
    )
    if inner is None:
        return None
    if isinstance(inner.op, NoTime):
        return Found(index, inner.end, inner.rule, inner.op)
    if isinstance(inner.op, Duration) and tokens.word(start) in language.pack.deictic_starts:
        return None
    is_about = _is_about(modifier, tokens.word(index), inner.op, language)
    if not is_about and not _fits(modifier.rule, inner.op):
        return None
    return Found(index, inner.end, inner.rule, Modified(modifier.rule, inner.op))


def _has_other_calendar(tokens: Tokens, numeric: Found, language: Language | None) -> bool:
    """True for a date in digits whose year is not ours: 05/03/1445, or a word behind it that says so."""
    if language is None:
        return False
    year = getattr(numeric.op, "year", None)
    pack = language.pack
    is_early = isinstance(year, int) and year < pack.first_year
    has_two_calendars = pack.first_year > FIRST_YEAR
    return is_early or (has_two_calendars and tokens.word(numeric.end) in pack.never_after_year)


def _modified_behind(tokens: Tokens, best: Found, modifiers: Grammar, context: Context) -> Found:
    """An expression with the modifier behind it, alone where there is none."""
    modifier = modifiers.longest(tokens, best.end, context)
    if modifier is None or isinstance(best.op, NoTime) or not _fits(modifier.rule, best.op):
        return best
    return Found(best.start, modifier.end, best.rule, Modified(modifier.rule, best.op))


def _is_about(modifier: Found, word: str, op: Op, language: Language) -> bool:
    """True for an approximate clock time or day, where the language counts the word in: "around Nov. 1"."""
    words = language.pack.before_approximate_day
    if modifier.rule != "APPROX" or not words:
        return False
    return isinstance(op, Clock) or (word in words and isinstance(op, Day | Month | Year))


def _fits(modifier: str, op: Op) -> bool:
    """True when a modifier can go with an operation."""
    if modifier in AMOUNT_MODIFIERS:
        is_from_anchor = isinstance(op, Shift) and isinstance(op.base, Anchor)
        is_step = isinstance(op, Shift) and op.count in (-1, 0, 1)
        return isinstance(op, Duration) or (is_from_anchor and not is_step)
    if timex_type(op) not in ("DATE", "TIME") or isinstance(op, Vague):
        return False
    return modifier not in WITHIN_MODIFIERS or not isinstance(op, Day | Month)

"""Reads the time expressions of a paragraph: tokens in, operations out.

The annotator calls it for each paragraph, the document date for single lines. It resolves nothing.
"""

from dataclasses import dataclass
from functools import cache

from copydesk.annotate.dates import (
    english_amounts,
    english_calendar,
    english_modifiers,
    english_relative,
)
from copydesk.annotate.dates.algebra import (
    Anchor,
    Day,
    Duration,
    Modified,
    Month,
    Op,
    Shift,
    Vague,
)
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.english import ENGLISH
from copydesk.annotate.dates.lexicon import Lexicon
from copydesk.annotate.dates.numeric import find_numeric
from copydesk.annotate.dates.patterns import Found, Grammar, NoTime
from copydesk.annotate.dates.ranges import extend_days, leading_days, link_ranges
from copydesk.annotate.dates.resolver import timex_type
from copydesk.annotate.dates.terms import CalendarTerms, start_words
from copydesk.annotate.dates.tokens import Tokens


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """A lexicon with the grammars over it."""

    lexicon: Lexicon
    times: Grammar
    prefixes: Grammar
    starts: frozenset[str]
    """Every word that an expression can start with, digits and signs aside."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A time expression: its operation, the rule that found it, its span in the document's text."""

    op: Op
    rule: str
    start_char: int
    end_char: int
    range_no: int | None = None
    """The same number for the two ends of a range, counted from 1 within the document."""


@cache
def language_pack(language_code: str) -> LanguagePack | None:
    """The pack of a language (ISO 639-1), built on first use; None where there is none."""
    if language_code != ENGLISH.language_code:
        return None
    terms = CalendarTerms(ENGLISH).table()
    rules = (
        *english_calendar.RULES,
        *english_relative.RULES,
        *english_amounts.RULES,
        *english_modifiers.RULES,
    )
    times, prefixes = Grammar(rules, terms), Grammar(english_modifiers.PREFIXES, terms)
    starts = times.first_words() | prefixes.first_words() | start_words(ENGLISH)
    return LanguagePack(ENGLISH, times, prefixes, starts)


def parse(
    tokens: Tokens, pack: LanguagePack | None, context: Context, range_count: int = 0
) -> list[Parsed]:
    """The time expressions of a paragraph, in order and without overlap.

    Args:
        tokens: The paragraph's tokens.
        pack: The language pack; None finds dates in digits only.
        context: What the document told before; it is brought up to date.
        range_count: How many ranges the document has had so far.

    Returns:
        One record an expression.
    """
    context.start_paragraph()
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        group = _find(tokens, index, pack, context)
        if not group:
            index += 1
            continue
        for item in group:
            if not isinstance(item.op, NoTime):
                context.remember(item.op, tokens[item.start].start_char)
                found.append(item)
        index = group[-1].end
    return [
        Parsed(
            op=_op(item),
            rule=item.rule,
            start_char=tokens[item.start].start_char,
            end_char=tokens[item.end - 1].end_char,
            range_no=None if range_no is None else range_count + range_no,
        )
        for item, range_no in link_ranges(tokens, found)
    ]


def _op(found: Found) -> Op:
    """The operation of a find that is a time."""
    if isinstance(found.op, NoTime):
        raise TypeError(f"{found.rule} found no time")
    return found.op


def _find(tokens: Tokens, index: int, pack: LanguagePack | None, context: Context) -> list[Found]:
    """The expressions that start at a token: more than one where they share a month."""
    numeric = find_numeric(tokens, index)
    if numeric is not None:
        return [numeric]
    if pack is None or not _may_start(tokens.word(index), pack):
        return []
    days = leading_days(tokens, index, pack.times, context)
    if days:
        return days
    best = pack.times.longest(tokens, index, context)
    modified = _modified(tokens, index, pack, context)
    if modified is not None and (best is None or modified.end > best.end):
        best = modified
    if best is None:
        return []
    return extend_days(tokens, best, pack.lexicon)


def _may_start(word: str, pack: LanguagePack) -> bool:
    """False for the words that no expression starts with: most of a text, passed over cheaply."""
    return word in pack.starts or word[0].isdigit() or word[0] == "'"


def _modified(tokens: Tokens, index: int, pack: LanguagePack, context: Context) -> Found | None:
    """The expression behind a modifier, with it."""
    prefix = pack.prefixes.longest(tokens, index, context)
    if prefix is None:
        return None
    inner = find_numeric(tokens, prefix.end) or pack.times.longest(tokens, prefix.end, context)
    if inner is None:
        return None
    if isinstance(inner.op, NoTime):
        return Found(index, inner.end, inner.rule, inner.op)
    if isinstance(inner.op, Duration) and tokens.word(prefix.end) in pack.lexicon.deictic:
        return None
    if not _fits(prefix.rule, inner.op):
        return None
    return Found(index, inner.end, inner.rule, Modified(prefix.rule, inner.op))


def _fits(modifier: str, op: Op) -> bool:
    """True when a modifier can go with an operation."""
    is_from_anchor = isinstance(op, Shift) and isinstance(op.base, Anchor)
    if modifier in english_modifiers.AMOUNT_MODIFIERS:
        return isinstance(op, Duration) or (
            is_from_anchor and isinstance(op, Shift) and op.count not in (-1, 0, 1)
        )
    if modifier in english_modifiers.WITHIN_MODIFIERS:
        return timex_type(op) in ("DATE", "TIME") and not isinstance(
            op, Vague | Day | Month | Duration
        )
    return timex_type(op) in ("DATE", "TIME") and not isinstance(op, Vague)

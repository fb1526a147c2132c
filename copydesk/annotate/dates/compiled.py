"""Makes a language pack ready to match: tokeniser, grammars and the words that an expression can start with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.annotate.dates.constructions import COMMON, CONSTRUCTIONS
from copydesk.annotate.dates.pack import LanguagePack, Phrases
from copydesk.annotate.dates.packs import PACKS
from copydesk.annotate.dates.patterns import NO_TIME, Grammar, Match, NoTime, Rule
from copydesk.annotate.dates.terms import Terms
from copydesk.annotate.dates.tokens import PLAIN, Tokeniser

MODIFIERS = (
    "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "EARLIER", "LATER",
)  # fmt: skip
"""What a pack's modifiers may be: those of TIMEX3, and the two of `algebra.Modified`."""
_PATTERNS = ("phrases", "modifiers", "modifiers_behind")
"""The fields of a pack that hold patterns, not words."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language pack, ready to match. Immutable, so threads may share it."""

    pack: LanguagePack
    tokeniser: Tokeniser
    terms: Terms
    times: Grammar
    modifiers: Grammar
    """The phrases before a time; the name of a rule is the modifier."""
    modifiers_behind: Grammar | None
    """The phrases behind a time; None where the language has none."""
    starts: frozenset[str]
    """Every word that an expression can start with, digits and signs aside."""


@cache
def language(language_code: str) -> Language | None:
    """The language of a code (ISO 639-1), compiled on first use; None where there is no pack."""
    pack = PACKS.get(language_code)
    return compile_pack(pack) if pack else None


def compile_pack(pack: LanguagePack) -> Language:
    """Make a pack ready to match.

    Raises:
        ValueError: A phrase names a construction, modifier or term that there is none of, or leaves a slot empty.
    """
    tokeniser = _tokeniser(pack)
    terms = Terms(pack, tokeniser)
    kinds = terms.kinds()
    times = Grammar(_rules(pack), kinds)
    modifiers = Grammar(_modifier_rules(pack.modifiers), kinds)
    behind = (
        Grammar(_modifier_rules(pack.modifiers_behind), kinds) if pack.modifiers_behind else None
    )
    starts = times.first_words() | modifiers.first_words()
    return Language(pack, tokeniser, terms, times, modifiers, behind, starts)


def _rules(pack: LanguagePack) -> Iterator[Rule]:
    """The rules of a pack's phrases, in the order of the constructions."""
    unknown = set(pack.phrases) - set(CONSTRUCTIONS)
    if unknown:
        raise ValueError(f"{pack.language_code}: no such construction: {sorted(unknown)}")
    for name, construction in CONSTRUCTIONS.items():
        rule = f"{pack.language_code}.{construction.rule or name}"
        for pattern in pack.phrases.get(name, COMMON.get(name, ())):
            yield Rule(rule, pattern, construction.build, construction.needs, construction.may_have)


def _modifier_rules(modifiers: Mapping[str, Phrases]) -> Iterator[Rule]:
    """The rules of what stands before a time."""
    unknown = set(modifiers) - set(MODIFIERS)
    if unknown:
        raise ValueError(f"no such modifier: {sorted(unknown)}")
    for modifier, patterns in modifiers.items():
        for pattern in patterns:
            yield Rule(modifier, pattern, _found)


def _found(match: Match) -> NoTime:
    """A modifier alone is no time."""
    del match
    return NO_TIME


def _tokeniser(pack: LanguagePack) -> Tokeniser:
    """The tokeniser that a language needs."""
    return Tokeniser(
        (*pack.ordinal_suffixes, *pack.decade_suffixes),
        decimal_comma=pack.decimal_comma,
        written_together=pack.written_together,
        elisions=sorted(pack.elisions),
        vocabulary=frozenset(_vocabulary(pack)) if pack.is_unspaced else None,
        year_digits=pack.year_digits,
        before_digits=pack.written_before_digits,
    )


def _vocabulary(pack: LanguagePack) -> Iterator[str]:
    """Every word of a pack's tables and phrases."""
    for name in pack.__slots__:
        value = getattr(pack, name)
        if isinstance(value, frozenset | Mapping) and name not in _PATTERNS:
            yield from value
    for patterns in (value for name in _PATTERNS for value in getattr(pack, name).values()):
        yield from _pattern_words(patterns)


def _pattern_words(patterns: Iterable[str]) -> Iterator[str]:
    """The words that patterns spell out."""
    for part in " ".join(patterns).split():
        if not part.startswith(("<", "[<", "[[<", "{")):
            yield from (
                word for word in part.strip("[]").split("|") if word not in PLAIN.words("-,.")
            )

"""Compiles the patterns of a grammar into one trie and matches it against tokens.

A pattern is a line of words and terms: `[the] <month> <day> [[,] <year>]`. A word stands for itself,
`a|b` for either, `<name>` for a term of the language pack, brackets for what may be missing. No pattern
repeats, so a match looks at a bounded number of tokens and a text is read in linear time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from copydesk.annotate.dates.algebra import Op, YearRef
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.tokens import Tokens

TermValue = Op | int | float | str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term found in the tokens: where it ends (token index, exclusive) and what it says."""

    end: int
    value: TermValue


TermMatcher = Callable[[Tokens, int], Term | None]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in the tokens `[start, end)`, with the values of its terms by name."""

    tokens: Tokens
    start: int
    end: int
    values: Mapping[str, TermValue]
    context: Context

    def has(self, name: str) -> bool:
        """True when an optional term was there."""
        return name in self.values

    def integer(self, name: str) -> int:
        """The value of a term that is a whole number."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"term {name} gave {value!r}, not a whole number")
        return value

    def number(self, name: str) -> float | None:
        """The value of a number term; None where the number is not told."""
        value = self.values[name]
        if not isinstance(value, int | float | None):
            raise TypeError(f"term {name} gave {value!r}, not a number")
        return value

    def text(self, name: str) -> str:
        """The value of a term that is a name or code."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"term {name} gave {value!r}, not a text")
        return value

    def year(self) -> YearRef:
        """The value of the term `year`, None where it is missing."""
        value = self.values.get("year")
        if isinstance(value, float | str):
            raise TypeError(f"term year gave {value!r}")
        return value  # type: ignore[return-value]  # the year terms give nothing else

    def start_char(self) -> int:
        """Where the match starts in the document's text."""
        return self.tokens[self.start].start_char

    def before(self, distance: int = 1) -> str:
        """The word that stands `distance` tokens before the match, "" at the paragraph's start."""
        return self.tokens.word(self.start - distance)

    def after(self, distance: int = 1) -> str:
        """The word that stands `distance` tokens after the match, "" at the paragraph's end."""
        return self.tokens.word(self.end - 1 + distance)


class NoTime:
    """A phrase that looks like a time and is none ("48 years old"): it is skipped whole."""


NO_TIME = NoTime()
Builder = Callable[[Match], Op | NoTime | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the name it gives to its finds, and what makes them operations (None: no match)."""

    name: str
    pattern: str
    build: Builder


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's find: the tokens `[start, end)` and the operation they mean."""

    start: int
    end: int
    rule: str
    op: Op | NoTime


@dataclass(slots=True)
class _Node:
    """A place in the trie: where words and terms lead, and the rules that end here."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    terms: dict[str, "_Node"] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


class Grammar:
    """The rules of a language pack, ready to match. Immutable once built, so threads may share it."""

    __slots__ = ("_root", "_terms")

    def __init__(self, rules: Iterable[Rule], terms: Mapping[str, TermMatcher]) -> None:
        self._terms = dict(terms)
        self._root = _Node()
        for rule in rules:
            for atoms in _expansions(rule.pattern.split()):
                self._add(atoms, rule)

    def first_words(self) -> frozenset[str]:
        """The words that patterns start with; those that start with a term are not among them."""
        return frozenset(self._root.words)

    def longest(self, tokens: Tokens, start: int, context: Context) -> Found | None:
        """The longest find that starts at a token; the rule that stands first wins a tie."""
        best: Found | None = None
        for end, rule, values in self._walk(self._root, tokens, start, {}):
            if best is not None and end <= best.end:
                continue
            op = rule.build(Match(tokens, start, end, values, context))
            if op is not None:
                best = Found(start, end, rule.name, op)
        return best

    def _add(self, atoms: tuple[str, ...], rule: Rule) -> None:
        """Enter one expansion of a pattern, in which nothing is optional."""
        nodes = [self._root]
        for atom in atoms:
            if atom.startswith("<"):
                name = atom.strip("<>")
                if name.partition(":")[0] not in self._terms:
                    raise ValueError(f"rule {rule.name}: no term {name} in the language pack")
                nodes = [node.terms.setdefault(name, _Node()) for node in nodes]
            else:
                nodes = [
                    node.words.setdefault(word, _Node())
                    for node in nodes
                    for word in atom.split("|")
                ]
        for node in nodes:
            if rule not in node.rules:
                node.rules.append(rule)

    def _walk(
        self, node: _Node, tokens: Tokens, index: int, values: Mapping[str, TermValue]
    ) -> Iterator[tuple[int, Rule, Mapping[str, TermValue]]]:
        """Every rule that the tokens from `index` satisfy, with its end."""
        for rule in node.rules:
            yield index, rule, values
        if index >= len(tokens):
            return
        by_word = node.words.get(tokens.word(index))
        if by_word is not None:
            yield from self._walk(by_word, tokens, index + 1, values)
        for name, child in node.terms.items():
            kind, _, alias = name.partition(":")
            term = self._terms[kind](tokens, index)
            if term is not None:
                found = {**values, alias or kind: term.value}
                yield from self._walk(child, tokens, term.end, found)


def _expansions(parts: list[str]) -> list[tuple[str, ...]]:
    """Every way to read a pattern with its brackets filled or left out.

    >>> _expansions("[the] day".split())
    [('the', 'day'), ('day',)]
    """
    results: list[tuple[str, ...]] = [()]
    index = 0
    while index < len(parts):
        if not parts[index].startswith("["):
            results = [(*head, parts[index]) for head in results]
            index += 1
            continue
        end = _closing(parts, index)
        group = [*parts[index : end + 1]]
        group[0] = group[0][1:]
        group[-1] = group[-1][:-1]
        inner = [*_expansions([part for part in group if part]), ()]
        results = [(*head, *tail) for head in results for tail in inner]
        index = end + 1
    return results


def _closing(parts: list[str], start: int) -> int:
    """The index of the part that closes the bracket opened at `start`."""
    depth = 0
    for index in range(start, len(parts)):
        depth += parts[index].count("[") - parts[index].count("]")
        if depth == 0:
            return index
    raise ValueError(f"a bracket stays open: {' '.join(parts)}")

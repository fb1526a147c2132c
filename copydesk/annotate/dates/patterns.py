"""Compiles the patterns of a language pack into one trie and matches it against tokens.

A pattern is a line of words and terms: `[the] <month> <day> [[,] <year>]`.

- A word stands for itself, `a|b` for either; brackets hold what may be missing.
- `<name>` is a term of `terms.Terms` and fills a slot; `<name:slot>` fills another slot than its usual one.
- Settings stand in braces at the end. `{part=NI}` fills a slot with a name or a number.
  `{before=in|of}`, `{not_before=…}`, `{after=…}`, `{not_after=…}` say which word may stand next to the match:
  `^` is the paragraph's edge, `#` a token that starts with a digit, `-` a hyphen, `mid-` that word and a hyphen,
  `--` a dash between spaces, `time_in` two words before the match, `*s` a word before it that ends in s.
  `{lower}` and `{capital}` say how the first letter must be; the first word of a sentence is `lower`
  either way. `{lower_end}` says the same of the last word, `{lower_after}` of what follows.

No pattern repeats, so a match looks at a bounded number of tokens and a text is read in linear time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from copydesk.annotate.dates.algebra import Op, Unit, YearRef
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.tokens import Tokens

TermValue = Op | int | float | str | None
EDGE, DIGITS, DASH, PLURAL = "^", "#", "--", "*s"
_SENTENCE_ENDS = ("", *'.!?:;"()\u201c\u201d\u201e\u00ab\u00bb-')
_GUARDS = ("before", "not_before", "after", "not_after")
_FLAGS = ("lower", "capital", "lower_end", "lower_after")


@dataclass(frozen=True, slots=True)
class Term:
    """A term found in the tokens: where it ends (token index, exclusive) and what it says."""

    end: int
    value: TermValue


@dataclass(frozen=True, slots=True)
class TermKind:
    """A kind of term.

    Attributes:
        match: Finds it at a token.
        slot: The slot that it fills.
        starts: Every word that it can start with, digits aside.
        has_digits: It can start with a digit, or with an apostrophe before one.
    """

    match: Callable[[Tokens, int], Term | None]
    slot: str
    starts: frozenset[str] = frozenset()
    has_digits: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in the tokens `[start, end)`, with the values of its slots by name."""

    tokens: Tokens
    start: int
    end: int
    values: Mapping[str, TermValue]
    context: Context
    edge: int
    """The first token of the whole expression: that of the modifier before the match, if there is one."""

    def has(self, name: str) -> bool:
        """True when a slot is filled."""
        return name in self.values

    def integer(self, name: str) -> int:
        """The value of a slot that holds a whole number."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"slot {name} holds {value!r}, not a whole number")
        return value

    def number(self) -> float | None:
        """The slot `number` with what `added` adds to it; None where the number is not told."""
        value, added = self.values["number"], self.values.get("added", 0)
        if not isinstance(value, int | float | None) or not isinstance(added, int | float):
            raise TypeError(f"slot number holds {value!r}, slot added {added!r}")
        return None if value is None else value + added

    def text(self, name: str) -> str:
        """The value of a slot that holds a name or code."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"slot {name} holds {value!r}, not a text")
        return value

    def unit(self) -> Unit:
        """The value of the slot `unit`."""
        return Unit(self.text("unit"))

    def year(self) -> YearRef:
        """The value of the slot `year`, None where it is not filled."""
        value = self.values.get("year")
        if isinstance(value, float | str):
            raise TypeError(f"slot year holds {value!r}")
        return value  # type: ignore[return-value]  # the year terms give nothing else

    def start_char(self) -> int:
        """Where the match starts in the document's text."""
        return self.tokens.start_char(self.start)

    def before(self) -> str:
        """The word before the match, "" at the paragraph's start."""
        return self.tokens.word(self.start - 1)

    def after(self, distance: int = 1) -> str:
        """The word that stands `distance` tokens after the match, "" at the paragraph's end."""
        return self.tokens.word(self.end - 1 + distance)


class NoTime:
    """A phrase that looks like a time and is none ("48 years old"): it is skipped whole."""


NO_TIME = NoTime()
Builder = Callable[[Match], Op | NoTime | None]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern, the name it gives to its finds, and what makes them operations (None: no match)."""

    name: str
    pattern: str
    build: Builder
    needs: frozenset[str] = frozenset()
    """Slots that the builder cannot do without."""
    may_have: frozenset[str] = frozenset()
    """Further slots that it reads: a setting must fill one of either."""


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's find: the tokens `[start, end)` and the operation they mean."""

    start: int
    end: int
    rule: str
    op: Op | NoTime


@dataclass(frozen=True, slots=True)
class _Settings:
    """What the braces of a pattern say."""

    slots: Mapping[str, TermValue]
    guards: Mapping[str, frozenset[str]]
    flags: frozenset[str]

    def allow(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the words around the tokens `[start, end)` are as the pattern wants them."""
        return self._allows_neighbours(tokens, start, end) and self._allows_case(tokens, start, end)

    def _allows_neighbours(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the words before and after are among those wanted, and not among those refused."""
        if not self.guards:
            return True
        sides = {"before": _neighbour(tokens, start, -1), "after": _neighbour(tokens, end - 1, 1)}
        for side, found in sides.items():
            wanted, refused = self.guards.get(side), self.guards.get(f"not_{side}")
            if (wanted and not found & wanted) or (refused and found & refused):
                return False
        return True

    def _allows_case(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the first letters are as the pattern wants them."""
        if "lower_end" in self.flags and tokens.is_capitalised(end - 1):
            return False
        if "lower_after" in self.flags and tokens.is_capitalised(end):
            return False
        if not tokens.is_capitalised(start):
            return "capital" not in self.flags
        return "lower" not in self.flags or tokens.word(start - 1) in _SENTENCE_ENDS


@dataclass(slots=True)
class _Node:
    """A place in the trie: where words and terms lead, and the rules that end here."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    terms: dict[str, tuple[TermKind, str, "_Node"]] = field(default_factory=dict)
    """By the term as the pattern has it: its kind, the slot it fills, and where it leads."""
    rules: list[tuple[Rule, _Settings]] = field(default_factory=list)


class Grammar:
    """The rules of a language, ready to match. Immutable once built, so threads may share it.

    Raises:
        ValueError: A pattern names an unknown term, leaves a slot empty that its rule needs, or is no pattern.
    """

    __slots__ = ("_kinds", "_root")

    def __init__(self, rules: Iterable[Rule], kinds: Mapping[str, TermKind]) -> None:
        self._kinds = dict(kinds)
        self._root = _Node()
        for rule in rules:
            parts, settings = _parse(rule)
            for atoms in _expansions(parts):
                self._check(rule, atoms, settings)
                self._add(atoms, (rule, settings))

    def first_words(self) -> frozenset[str]:
        """Every word that a find can start with, digits aside."""
        kinds = (kind for kind, _, _ in self._root.terms.values())
        return frozenset(self._root.words).union(*(kind.starts for kind in kinds))

    def longest(
        self, tokens: Tokens, start: int, context: Context, edge: int | None = None
    ) -> Found | None:
        """The longest find that starts at a token; of equals one with words before one with terms, then the first.

        Args:
            tokens: The paragraph.
            start: The token to start at.
            context: What the document told before.
            edge: The first token of the whole expression, where a modifier stands before it.
        """
        best: Found | None = None
        for end, (rule, settings), values in self._walk(self._root, tokens, start, {}):
            if best is not None and end <= best.end:
                continue
            if not settings.allow(tokens, start, end):
                continue
            slots = {**values, **settings.slots}
            op = rule.build(
                Match(tokens, start, end, slots, context, start if edge is None else edge)
            )
            if op is not None:
                best = Found(start, end, rule.name, op)
        return best

    def _check(self, rule: Rule, atoms: tuple[str, ...], settings: _Settings) -> None:
        """Refuse a pattern that does not fit its rule."""
        slots = set(settings.slots)
        for atom in atoms:
            if atom.startswith("<"):
                kind, _, slot = atom.strip("<>").partition(":")
                if kind not in self._kinds:
                    raise ValueError(f"{rule.name}: {rule.pattern!r} names no known term: {kind}")
                slots.add(slot or self._kinds[kind].slot)
        unread = set(settings.slots) - rule.needs - rule.may_have
        if unread:
            raise ValueError(
                f"{rule.name}: {rule.pattern!r} fills what nobody reads: {sorted(unread)}"
            )
        missing = rule.needs - slots
        if missing or not atoms:
            raise ValueError(f"{rule.name}: {rule.pattern!r} leaves empty {sorted(missing)}")

    def _add(self, atoms: tuple[str, ...], rule: tuple[Rule, _Settings]) -> None:
        """Enter one expansion of a pattern, in which nothing is optional."""
        nodes = [self._root]
        for atom in atoms:
            if atom.startswith("<"):
                nodes = [self._term_node(node, atom.strip("<>")) for node in nodes]
            else:
                words = atom.split("|")
                nodes = [node.words.setdefault(word, _Node()) for node in nodes for word in words]
        for node in nodes:
            if rule not in node.rules:
                node.rules.append(rule)

    def _term_node(self, node: _Node, term: str) -> _Node:
        """Where a term leads from a place in the trie."""
        name, _, slot = term.partition(":")
        kind = self._kinds[name]
        return node.terms.setdefault(term, (kind, slot or kind.slot, _Node()))[2]

    def _walk(
        self, node: _Node, tokens: Tokens, index: int, values: Mapping[str, TermValue]
    ) -> Iterator[tuple[int, tuple[Rule, _Settings], Mapping[str, TermValue]]]:
        """Every rule that the tokens from `index` satisfy, with its end."""
        for rule in node.rules:
            yield index, rule, values
        word = tokens.word(index)
        if not word:
            return
        by_word = node.words.get(word)
        if by_word is not None:
            yield from self._walk(by_word, tokens, index + 1, values)
        is_number = word[0].isdigit() or word[0] == "'"
        for kind, slot, child in node.terms.values():
            if kind.has_digits if is_number else word in kind.starts:
                term = kind.match(tokens, index)
                if term is not None:
                    yield from self._walk(child, tokens, term.end, {**values, slot: term.value})


def _neighbour(tokens: Tokens, index: int, step: int) -> set[str]:
    """What stands next to a token, by the names that guards use."""
    word = tokens.word(index + step)
    if not word:
        return {EDGE}
    if word == "-" and not tokens.is_joined(max(index, index + step)):
        return {DASH}
    if word == "-" and step < 0:
        return {word, f"{tokens.word(index - 2)}-"}
    if step < 0 and word[0].isalpha():
        plural = {PLURAL} if word[-1] == "s" else set()
        return {word, f"{tokens.word(index - 2)}_{word}", *plural}
    return {word, DIGITS} if word[0].isdigit() else {word}


def _parse(rule: Rule) -> tuple[list[str], _Settings]:
    """The atoms of a pattern and its settings."""
    parts = rule.pattern.split()
    atoms = [part for part in parts if not part.startswith("{")]
    slots: dict[str, TermValue] = {}
    guards: dict[str, frozenset[str]] = {}
    flags = set()
    for part in parts[len(atoms) :]:
        name, sign, value = part.strip("{}").partition("=")
        if not (part.startswith("{") and part.endswith("}")) or bool(sign) == (name in _FLAGS):
            raise ValueError(f"{rule.name}: {rule.pattern!r} has no such setting: {part}")
        if name in _FLAGS:
            flags.add(name)
        elif name in _GUARDS:
            guards[name] = frozenset(value.split("|"))
        else:
            slots[name] = _value(value)
    return atoms, _Settings(slots, guards, frozenset(flags))


def _value(text: str) -> TermValue:
    """What a setting gives to a slot: a whole number, a decimal or a name."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


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

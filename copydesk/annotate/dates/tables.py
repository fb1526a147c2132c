"""Looks up the words of a language pack in the tokens of a text: the longest entry that starts at a token."""

from collections.abc import Mapping

from copydesk.annotate.dates.patterns import Term, TermKind, TermValue
from copydesk.annotate.dates.tokens import Tokeniser, Tokens


class Table:
    """A table of a pack, ready to look up. Immutable once built, so threads may share it."""

    __slots__ = ("_entries",)

    def __init__(self, words: Mapping[str, TermValue], tokeniser: Tokeniser) -> None:
        entries: dict[str, list[tuple[tuple[str, ...], TermValue]]] = {}
        for entry, value in words.items():
            first, *rest = tokeniser.words(entry)
            entries.setdefault(first, []).append((tuple(rest), value))
        for choices in entries.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        self._entries = entries

    def starts(self) -> frozenset[str]:
        """The first words of the entries."""
        return frozenset(self._entries)

    def match(self, tokens: Tokens, index: int) -> Term | None:
        """The longest entry at a token, with its value."""
        for rest, value in self._entries.get(tokens.word(index), ()):
            if all(tokens.word(index + at) == word for at, word in enumerate(rest, start=1)):
                return Term(index + 1 + len(rest), value)
        return None

    def kind(self, slot: str) -> TermKind:
        """The table as a kind of term."""
        has_digits = any(word[0].isdigit() for word in self._entries)
        return TermKind(self.match, slot, self.starts(), has_digits)

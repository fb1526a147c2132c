"""The names that the gazetteer tier looks for, by language, as trees of words.

Called by the tier. Two trees serve a language: its own names, and those that all languages share (international names of
large cities, names of states that no source labels); words of other scripts are in no one's way there.
"""

import unicodedata
from dataclasses import dataclass, field
from functools import cache

from copydesk.annotate.entities.gazetteer.inflection import word_key
from copydesk.annotate.entities.gazetteer.tables import read_table
from copydesk.text.words import match_words

COMMON, BLOCKED, DEMONYM, GIVEN_NAME = "c", "x", "n", "g"
"""What a row says of its name: also a common word; not a place in this language; a nationality; a person's."""
SHARED_LANGUAGES = ("mul", "und")
ENGLISH_STATES = "int"
"""English names of states: languages without counted words, most of them of Africa, use them beside their own."""
ANY_LANGUAGE = "*"
_WORDS = {"ar": "آب أب اب ليل طراز هام هوى مشهد أمان سالم", "pt": "Dali"}
"""Names of places that are mostly a common word or a person's name, and that the word frequencies let through (August and
father, night, style, important, whim, scene, safety, Salem; from there)."""
_UNSPACED_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


@dataclass(slots=True)
class NameNode:
    """What may follow the words so far. `mark` is None where no name ends with them."""

    mark: str | None = None
    children: "dict[str, NameNode | str] | None" = None
    """By the next word. A mark alone stands for the node of a name's last word: most names are one word."""

    def after(self, word: str) -> "NameNode | None":
        """Give the node of one word more."""
        child = self.children.get(word) if self.children else None
        return NameNode(child) if isinstance(child, str) else child

    def add(self, words: list[str], mark: str) -> None:
        """Add a name. Of two rows for one name the later stays."""
        node = self
        for word in words[:-1]:
            node = node.grow(word)
        node.children = {} if node.children is None else node.children
        child = node.children.get(words[-1])
        if isinstance(child, NameNode):
            child.mark = mark
        else:
            node.children[words[-1]] = mark

    def grow(self, word: str) -> "NameNode":
        """Give the node of one word more, made where there is none."""
        self.children = {} if self.children is None else self.children
        child = self.children.get(word)
        if not isinstance(child, NameNode):
            child = self.children[word] = NameNode(child)
        return child


@dataclass(slots=True)
class NameTree:
    """Names of one or all languages: by words, and by characters where a script has no spaces."""

    root: NameNode = field(default_factory=NameNode)
    _unspaced: dict[str, str] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, mark: str, language: str) -> None:
        """Add a name as its script is written."""
        words = [word_key(one.group(), language) for one in match_words(name)]
        if unicodedata.name(name[0], "").startswith(_UNSPACED_SCRIPTS):
            self._unspaced[name] = mark
            self._longest[name[0]] = max(len(name), self.unspaced_chars(name[0]))
        elif words:
            self.root.add(words, mark)

    def unspaced_chars(self, first: str) -> int:
        """Give the length of the longest name that begins with this character."""
        return self._longest.get(first, 0)

    def unspaced_mark(self, name: str) -> str | None:
        """Give the mark of a name, None where it is none."""
        return self._unspaced.get(name)


@cache
def language_names(language: str) -> NameTree:
    """Give the tree of the names of one language."""
    tree = NameTree()
    if not has_word_counts(language):
        for mark, name in _rows(ENGLISH_STATES):
            tree.add(name, mark, language)
    # Nationalities first: `Schweden` is the state in German before it is its people.
    for mark, name in sorted(_rows(language), key=lambda row: row[0] != DEMONYM):
        tree.add(name, mark, language)
    for word in _WORDS.get(language, "").split():
        tree.add(word, BLOCKED, language)
    return tree


@cache
def shared_names() -> NameTree:
    """Give the tree of the names that no language has to itself."""
    tree = NameTree()
    for language in SHARED_LANGUAGES:
        for mark, name in _rows(language):
            tree.add(name, mark, language)
    return tree


@cache
def has_word_counts(language: str) -> bool:
    """Tell whether names that are common words of this language are marked."""
    return any(mark in {COMMON, BLOCKED} for mark, _ in _rows(language))


@cache
def given_names() -> frozenset[str]:
    """Give the given names of persons in many languages that no large place bears."""
    return frozenset(name for _, name in _rows(ANY_LANGUAGE))


def names_of_language(language: str) -> list[str]:
    """Give the names of places that a language has."""
    return [name for mark, name in _rows(language) if mark not in {BLOCKED, DEMONYM}]


def _rows(language: str) -> list[tuple[str, str]]:
    """Give mark and name of the rows of a language. Rows are sorted, so they stand together."""
    content = _tier_table()
    start = content.find(f"\n{language}\t".encode())
    end = content.find(b"\n", content.rfind(f"\n{language}\t".encode()) + 1)
    if start < 0:
        return []
    rows = (row.split("\t") for row in content[start + 1 : end].decode().split("\n"))
    return [(row[1], row[2]) for row in rows]


@cache
def _tier_table() -> bytes:
    return b"\n" + read_table("tier")

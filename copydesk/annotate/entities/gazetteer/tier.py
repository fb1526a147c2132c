"""The entity engine for languages without a model: it looks for known place names, and for nationalities.

Called by the entity annotator with paragraphs of one language. A word begins a name or not by one look into a
dictionary, so the time is linear in the text. Precision comes first: a word that may be a person's or a common one is left.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from copydesk.annotate.entities.engines.protocol import RawEntity
from copydesk.annotate.entities.gazetteer.chinese_words import words_around_names
from copydesk.annotate.entities.gazetteer.inflection import word_forms, word_key
from copydesk.annotate.entities.gazetteer.names import (
    BLOCKED,
    COMMON,
    DEMONYM,
    NameTree,
    given_names,
    has_word_counts,
    language_names,
    shared_names,
)
from copydesk.annotate.entities.gazetteer.tables import DATA_VERSION
from copydesk.text.words import match_words

PLACE_LABEL, NATIONALITY_LABEL = "GPE", "NORP"
NOUN_CAPITAL_LANGUAGES = frozenset(["de", "lb"])
"""They write every noun with a capital: it tells no name there."""
HAN_LANGUAGES = frozenset(["zh", "yue", "wuu"])
UNSPACED_LANGUAGES = frozenset(["zh", "yue", "wuu", "ja", "th", "lo", "km", "my", "bo", "dz"])
CAPITAL_DEMONYM_LANGUAGES = frozenset(["en", "nl"])
"""Their adjectives of nationality have a capital, so they are seen; elsewhere a few nouns would be."""
PREFIX_LANGUAGES = frozenset(["zu", "xh", "ss", "nr", "nd", "ts", "st", "tn", "nso", "ve", "sn"])
"""They write small prefixes onto a name: `eRussia`."""
_PREFIX = re.compile(r"[a-z]{1,5}-?(?=[A-Z][a-z])")
PARTICLE_LANGUAGES = frozenset(["ko"])
"""Particles are written onto the name there and are no part of it."""
_LINK_WORDS = """de da do di del della des du dos das dei delle dello al la los las el"""
LINKS = frozenset(_LINK_WORDS.split())
"""Between a name and a capital they make one longer name: `Serra da Estrela`."""
MOST_DOUBTFUL_LETTERS = 6
"""In a language without counted words: at a sentence's start, where every word has a capital."""
SHORTEST_UNSPACED = 2
SPELLING_SIGNS = frozenset("爾尔斯德克拉底姆格茨夫奇諾诺維维茲兹頓顿")
"""Chinese spells foreign names with these: next to a name of two signs they continue it."""
_STREET_WORDS = """alameda aeroporto aeropuerto avenida boulevard bulevar calle estadio estádio familia família jalan paseo piazza plaza praça rodovia rua
rue shosse ulica ulicy ulici viale вулиця вулиці площадь площади проспект проспекта проспекте улица улице улицу улицы шоссе
شارع بشارع وشارع مطار بمطار"""
STREET_WORDS = frozenset(_STREET_WORDS.split())
"""In front of a name they make it a street's, a square's, an airport's or a family's: `avenida Paulista`."""
_INSTITUTIONS = "大學 大学 銀行 银行 公司 集團 集团 學院 学院 中學 中学 醫院 医院 日報 日报 時報 时报 晚報 晚报 機場 机场 大會 大会"
INSTITUTIONS = tuple(_INSTITUTIONS.split())
SURNAME_ENDS = ("科夫", "科娃", "耶夫", "耶娃")
"""Of Russian surnames, which begin as names of places do."""
_OF_WORDS = "von van de di da del z ze of aus"
OF_WORDS = frozenset(_OF_WORDS.split())
"""Between a given name and a place they make a person's name: `Erasmus von Rotterdam`."""
_JOINTS = re.compile(r"[ \u00a0'’.\-\u2010\u2011]{0,2}|[\"\u05f4]")  # noqa: RUF001
_INITIAL = re.compile(r"(?:^|.*[^\w])[^\W\d_a-z]\. ?$")
_SENTENCE_ENDS = '.!?…:;"“”„«»‘(–—|•\n'  # noqa: RUF001
_HYPHENS = ("-", "\u2010", "\u2011")
_GAP_CHARS, _INITIAL_CHARS = 3, 4
_SPACES = " \u00a0"
_load_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: where it stands, and how a table of names may have it."""

    start_char: int
    end_char: int
    text: str
    forms: tuple[str, ...]

    @property
    def may_be_name(self) -> bool:
        """A capital, first or behind a prefix, or a letter of a script that has none."""
        return not self.text[0].islower() or len(self.forms) > 1


@dataclass(frozen=True, slots=True)
class _Name:
    """A name found: the words `[first, last]` of the text, what its row says of it, the last word as its row has it."""

    first: int
    last: int
    mark: str
    last_form: str


class GazetteerEngine:
    """The tier for one language. It holds no state of its calls: threads may share it.

    Attributes:
        name: Such as `gazetteer_pl`.
        version: Of the tables.
    """

    def __init__(self, language: str) -> None:
        self.name = f"gazetteer_{language}"
        self.version = DATA_VERSION
        self._language = language
        self._trees = (language_names(language), shared_names())
        self._given_names = given_names()
        self._has_counts = has_word_counts(language)
        self._words = words_around_names() if language in HAN_LANGUAGES else {}

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Give the places and nationalities of each paragraph, by position and without overlaps.

        Args:
            paragraphs: Of any length, in running case.

        Returns:
            For each paragraph its spans in code points of it, labelled `GPE` or `NORP`, and the base form of
            one inflected word.
        """
        find = self._find_unspaced if self._language in UNSPACED_LANGUAGES else self._find
        found = {text: tuple(find(text)) for text in dict.fromkeys(paragraphs)}
        return [found[text] for text in paragraphs]

    def _find(self, text: str) -> Iterator[RawEntity]:
        words = [
            _Word(one.start(), one.end(), one.group(), self._forms(one.group()))
            for one in match_words(text)
        ]
        at, last_end = 0, -1
        while at < len(words):
            name = self._longest_name(text, words, at) if words[at].may_be_name else None
            if name and self._is_meant(text, words, name, last_end):
                yield self._entity(text, words, name)
                last_end = words[name.last].end_char
            at = name.last + 1 if name else at + 1

    def _forms(self, word: str) -> tuple[str, ...]:
        key = word_key(word, self._language)
        if not word[0].islower():
            return word_forms(key, self._language)
        prefix = _PREFIX.match(word) if self._language in PREFIX_LANGUAGES else None
        return (key, word_key(word[prefix.end() :], self._language)) if prefix else (key,)

    def _longest_name(self, text: str, words: Sequence[_Word], first: int) -> _Name | None:
        """Give the longest name that begins with this word, in the language's names or the shared ones."""
        found = [name for tree in self._trees for name in _walk(tree, text, words, first)]
        own_words = {name.last: name for name in reversed(found)}
        if not own_words:
            return None
        name = own_words[max(own_words)]
        return None if name.mark == BLOCKED else name

    def _is_meant(self, text: str, words: Sequence[_Word], name: _Name, last_end: int) -> bool:
        """Tell whether the name stands for the place here."""
        if name.mark == DEMONYM:
            return self._language in CAPITAL_DEMONYM_LANGUAGES
        if self._may_be_word(words, name) and not self._has_telling_capital(
            text, words[name.first]
        ):
            return False
        return not (
            self._follows_name(text, words, name, last_end) or self._has_more(text, words, name)
        )

    def _may_be_word(self, words: Sequence[_Word], name: _Name) -> bool:
        """Tell whether the name may be a common word. Where no words were counted, any short one may."""
        if self._has_counts or self._language in UNSPACED_LANGUAGES:
            return name.mark == COMMON
        first = words[name.first].text
        is_short = name.first == name.last and len(first) <= MOST_DOUBTFUL_LETTERS
        return is_short and first[0].isupper() and not first.isupper()

    def _has_telling_capital(self, text: str, word: _Word) -> bool:
        """Tell whether a capital sets the word apart from a common one: none does in a script without capitals."""
        is_capital = word.text[0].isupper() and self._language not in NOUN_CAPITAL_LANGUAGES
        return is_capital and not _opens_sentence(text, word)

    def _follows_name(self, text: str, words: Sequence[_Word], name: _Name, last_end: int) -> bool:
        """Tell whether the word before makes this the end of another name: `Jack London`, `FC Lugano`."""
        start = words[name.first].start_char
        is_compound = (
            text[max(0, start - 1) : start] in _HYPHENS and text[start - 2 : start - 1].isalnum()
        )
        if is_compound or _INITIAL.match(text[max(0, start - _INITIAL_CHARS) : start]):
            return True
        before = words[max(0, name.first - 2) : name.first]
        if not before or before[-1].end_char == last_end:
            return False
        if before[-1].text in OF_WORDS:
            return before[0].text in self._given_names
        return _is_next(text, before[-1], words[name.first]) and self._is_first_part(
            text, before[-1]
        )

    def _is_first_part(self, text: str, word: _Word) -> bool:
        """Tell whether a word in front of a name is a part of it: a given name, or a capital for no other reason."""
        if word.text in self._given_names or word.text.casefold() in STREET_WORDS:
            return True
        if self._language in NOUN_CAPITAL_LANGUAGES:
            return word.text[-1].isupper()  # a club: `VfL`, `FC`
        return word.text[0].isupper() and not _opens_sentence(text, word)

    def _has_more(self, text: str, words: Sequence[_Word], name: _Name) -> bool:
        """Tell whether what follows makes the name the head of another: `Madrid Open`, `Serra da Estrela`."""
        last, following = words[name.last], words[name.last + 1 : name.last + 3]
        if not following:
            return False
        after = following[0]
        if text[last.end_char : after.start_char] in _HYPHENS:
            return after.text[0].isupper()
        if last.text.isupper() or not _is_next(text, last, after):
            return False
        if after.text in LINKS and len(following) > 1:
            after = following[1] if _is_next(text, after, following[1]) else after
        return after.text[0].isupper()

    def _entity(self, text: str, words: Sequence[_Word], name: _Name) -> RawEntity:
        last = words[name.last]
        end = last.end_char
        if len(last.text) == 1 and last.text.isupper() and text[end : end + 1] == ".":
            end += 1  # the full stop of `U.S.`
        if self._language in PARTICLE_LANGUAGES and last.text.startswith(name.last_form):
            end = last.start_char + len(name.last_form)
        label = NATIONALITY_LABEL if name.mark == DEMONYM else PLACE_LABEL
        return RawEntity(words[name.first].start_char, end, label, self._bases(last, name))

    def _bases(self, word: _Word, name: _Name) -> tuple[str, ...]:
        """Give a name of one word as its table has it, where the text inflects it or writes a small word onto it."""
        key = word_key(word.text, self._language)
        is_whole = self._language in PARTICLE_LANGUAGES or name.last_form == key
        if name.first != name.last or is_whole or len(key) != len(word.text):
            return ()
        if key.endswith(name.last_form):  # `kuChina`
            return (word.text[-len(name.last_form) :],)
        shared = _shared_chars(key, name.last_form)
        if not shared:  # an article that the text writes in another way: `للسعودية`
            shared = _shared_chars(key[::-1], name.last_form[::-1])
            return (name.last_form[:-shared] + word.text[-shared:],) if shared else ()
        ending = name.last_form[shared:]
        return (word.text[:shared] + (ending.upper() if word.text.isupper() else ending),)

    def _find_unspaced(self, text: str) -> Iterator[RawEntity]:
        """Find names in a script without spaces: the longest at each character, of names and of words around them."""
        at = 0
        while at < len(text):
            end, word_end = self._unspaced_end(text, at), self._word_end(text, at)
            if end > word_end:
                yield RawEntity(at, end, PLACE_LABEL)
            at = max(end, word_end) or at + 1

    def _word_end(self, text: str, start: int) -> int:
        """Give where the longest listed word ends that begins here, 0 where none does."""
        words = self._words.get(text[start], ())
        return next((start + len(word) for word in words if text.startswith(word, start)), 0)

    def _unspaced_end(self, text: str, start: int) -> int:
        own, shared = self._trees
        longest = max(own.unspaced_chars(text[start]), shared.unspaced_chars(text[start]))
        for length in range(longest, SHORTEST_UNSPACED - 1, -1):
            piece = text[start : start + length]
            mark = own.unspaced_mark(piece)
            mark = shared.unspaced_mark(piece) if mark is None else mark
            if mark is not None and mark != BLOCKED:
                end = start + len(piece)
                return 0 if _is_spelt_longer(text, start, end) else end
        return 0


def load_tier(language: str) -> GazetteerEngine:
    """Give the engine of this process for a language (ISO 639), reading the tables at the first call.

    Raises:
        ConfigError: The installed package is not whole.
    """
    with _load_lock:
        return _load(language)


@cache
def _load(language: str) -> GazetteerEngine:
    return GazetteerEngine(language)


def _walk(tree: NameTree, text: str, words: Sequence[_Word], first: int) -> Iterator[_Name]:
    """Yield each name that begins with this word."""
    nodes, at = [tree.root], first
    while nodes and at < len(words):
        found = [
            (form, node)
            for form in words[at].forms
            for parent in nodes
            if (node := parent.after(form))
        ]
        ends = [_Name(first, at, node.mark, form) for form, node in found if node.mark is not None]
        yield from ends[:1]
        is_joined = at + 1 < len(words) and _JOINTS.fullmatch(
            text, words[at].end_char, words[at + 1].start_char
        )
        nodes, at = [node for _, node in found] if is_joined else [], at + 1


def _is_spelt_longer(text: str, start: int, end: int) -> bool:
    """Tell whether two ideographs are a part of a longer foreign name or head an institution's."""
    if text.startswith((*INSTITUTIONS, *SURNAME_ENDS), end):
        return True
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start == SHORTEST_UNSPACED and any(sign in SPELLING_SIGNS for sign in around)


def _is_next(text: str, first: _Word, second: _Word) -> bool:
    """Tell whether one space parts two words."""
    return second.start_char == first.end_char + 1 and text[first.end_char] in _SPACES


def _shared_chars(one: str, other: str) -> int:
    """Count the characters that two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _opens_sentence(text: str, word: _Word) -> bool:
    """Tell whether the capital of this word may be a sentence's."""
    before = text[max(0, word.start_char - _GAP_CHARS) : word.start_char].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS

"""Makes the candidates of one document agree: one name, one type, wherever it stands.

Called by the entity annotator after the spans are clean. The model reads a paragraph at a time; what
it says of a name in one paragraph corrects and completes what it says in the others.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.annotate.entities.words import ENGLISH, LanguageWords
from copydesk.records import EntityType, Span

MIN_SURNAME_CHARS = 3
MIN_NAME_CHARS = 4
"""Shorter names are not looked for: too many of them are words or initials."""
SPREADING_TYPES = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION})
"""Types whose names are looked for where the model saw nothing. Titles of works and groups are
words of the language too often."""
NAME_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md", "esq"})

_WORD = re.compile(r"[^\W\d_]\w*")
_WORD_BEFORE = re.compile(r"([^\W\d_]\w*)(\.?)[^\S\n]+$")
_WORD_AFTER = re.compile(r"[^\S\n]([^\W\d_]\w*)")
_WORD_WINDOW_CHARS = 30
_JOINING = frozenset("-‐‑@#/_&")  # noqa: RUF001 - hyphens are meant


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one document says of its names.

    Attributes:
        surnames: Last words of its full names of persons, and lone names behind a title.
        types: Most common type of each name.
        lower_words: The words that it writes small somewhere.
        words: Of its language.
    """

    surnames: frozenset[str]
    types: dict[str, EntityType]
    lower_words: frozenset[str]
    words: LanguageWords


def make_consistent(
    text: str, candidates: Sequence[Candidate], words: LanguageWords = ENGLISH
) -> list[Candidate]:
    """Give the candidates with one type a name, and further mentions of their names.

    A lone surname of a full name or behind a title is a person, unless the document uses it as a
    place; any other name takes the type that most of its mentions have (in a tie each keeps its own).

    Args:
        text: The document in running case, newlines within paragraphs as spaces.
        candidates: By position, without overlaps.
        words: Of the document's language.

    Returns:
        By position, without overlaps.
    """
    if not candidates:
        return []
    surnames = _find_surnames(text, candidates, words)
    agreed = _agree_on_types(text, candidates, surnames)
    lexicon = _learn_lexicon(text, agreed, surnames, words)
    return sorted([*agreed, *_find_missed(text, agreed, lexicon)], key=lambda one: one.start_char)


def surface_name(text: str, candidate: Candidate) -> str:
    """Give the words of the candidate with single spaces between them."""
    return " ".join(text[candidate.start_char : candidate.end_char].split())


def _find_surnames(
    text: str, candidates: Iterable[Candidate], words: LanguageWords
) -> frozenset[str]:
    """Give the surnames of the document's persons, without those that are a place here too."""
    surnames: set[str] = set()
    places: set[str] = set()
    for candidate in candidates:
        name = surface_name(text, candidate).split()
        before = _word_before(text, candidate.start_char, words)
        if len(name) == 1 and before.istitle() and before.lower() in words.titles:
            surnames.add(name[0])
        elif len(name) == 1 and before.lower() in words.place_prepositions:
            places.update(name if candidate.entity_type is EntityType.LOCATION else ())
        elif len(name) > 1 and candidate.entity_type is EntityType.PERSON:
            surnames.add(name[-2] if name[-1].lower() in NAME_SUFFIXES else name[-1])
    return frozenset(
        surname
        for surname in surnames - places
        if len(surname) >= MIN_SURNAME_CHARS and surname[0].isupper()
    )


def _count_types(text: str, candidates: Iterable[Candidate]) -> dict[str, Counter[EntityType]]:
    """Count the types of each name. A borrowed name (`North` for North Korea) has no vote."""
    counts: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for candidate in candidates:
        if candidate.name is None:
            counts[surface_name(text, candidate)][candidate.entity_type] += 1
    return counts


def _agree_on_types(
    text: str, candidates: Sequence[Candidate], surnames: frozenset[str]
) -> list[Candidate]:
    """Give the candidates with the type that the document as a whole speaks for."""
    counts = _count_types(text, candidates)
    agreed = []
    for candidate in candidates:
        name = surface_name(text, candidate)
        winner = candidate.entity_type
        if candidate.name is None:
            is_person = name in surnames
            winner = EntityType.PERSON if is_person else _winner(counts[name], winner)
        is_changed = winner is not candidate.entity_type
        agreed.append(
            replace(candidate, entity_type=winner, method=Method.CONSISTENCY)
            if is_changed
            else candidate
        )
    return agreed


def _winner(votes: Counter[EntityType], own: EntityType | None = None) -> EntityType:
    """Give the most common type; in a tie `own` if it is among them, else the first by name."""
    most = max(votes.values())
    best = sorted(entity_type for entity_type, count in votes.items() if count == most)
    return own if own is not None and own in best else best[0]


def _learn_lexicon(
    text: str,
    candidates: Iterable[Candidate],
    surnames: frozenset[str],
    words: LanguageWords,
) -> Lexicon:
    """Gather what the document says of its names, now that their types agree."""
    types = dict.fromkeys(sorted(surnames), EntityType.PERSON)
    types |= {name: _winner(votes) for name, votes in _count_types(text, candidates).items()}
    lower_words = frozenset(word for word in _WORD.findall(text) if word.islower())
    return Lexicon(surnames, types, lower_words, words)


def _find_missed(
    text: str, candidates: Sequence[Candidate], lexicon: Lexicon
) -> Iterator[Candidate]:
    """Give the mentions of known names between the candidates, the longest name at each place."""
    by_first_word = _index_names(lexicon)
    if not by_first_word:
        return
    for gap_start, gap_end in _gaps(candidates, len(text)):
        position = gap_start
        for word in _WORD.finditer(text, gap_start, gap_end):
            names = by_first_word.get(word.group())
            if names is None or word.start() < position:
                continue
            found = _match_name(text, Span(word.start(), gap_end), names, lexicon)
            if found is not None:
                position = found.end_char
                yield found


def _match_name(text: str, room: Span, names: Iterable[str], lexicon: Lexicon) -> Candidate | None:
    """Give the first of the names that stands where the room starts and fits into it."""
    for name in names:
        end = room.start_char + len(name)
        if end <= room.end_char and _stands_alone(text, room.start_char, name, lexicon):
            return Candidate(room.start_char, end, lexicon.types[name], Method.CONSISTENCY)
    return None


def _index_names(lexicon: Lexicon) -> dict[str, list[str]]:
    """Give the names worth looking for by their first word, the longest first."""
    by_first_word: dict[str, list[str]] = {}
    for name, entity_type in lexicon.types.items():
        first = _WORD.match(name)
        if first and entity_type in SPREADING_TYPES and _is_spreadable(name, lexicon):
            by_first_word.setdefault(first.group(), []).append(name)
    for names in by_first_word.values():
        names.sort(key=len, reverse=True)
    return by_first_word


def _is_spreadable(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is safe to look for: long enough, capitalised, not a word of the text."""
    min_chars = MIN_SURNAME_CHARS if name in lexicon.surnames else MIN_NAME_CHARS
    if len(name) < min_chars or not name[0].isupper():
        return False
    return " " in name or name.lower() not in lexicon.lower_words


def _stands_alone(text: str, start: int, name: str, lexicon: Lexicon) -> bool:
    """Tell whether the name stands at `start` by itself, not as part of a longer word or name."""
    end = start + len(name)
    if not text.startswith(name, start) or _is_joined(text, start, end):
        return False
    if " " in name:
        return True
    after = _WORD_AFTER.match(text, end)
    if after and after.group(1)[0].isupper():
        return False
    before = _word_before(text, start, lexicon.words)
    if not before[:1].isupper():
        return True
    known = (lexicon.words.honorifics, lexicon.words.function_words, lexicon.lower_words)
    return any(before.lower() in group for group in known)


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a sign on either side makes the span part of a longer word or an address."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in _JOINING or after.isalnum() or after in _JOINING:
        return True
    follows_dot = before == "." and text[start - 2 : start - 1].isalnum()
    return follows_dot or (after == "." and text[end + 1 : end + 2].isalnum())


def _word_before(text: str, start: int, words: LanguageWords) -> str:
    """Give the word before `start` in the same sentence and paragraph, or an empty string."""
    match = _WORD_BEFORE.search(text[max(0, start - _WORD_WINDOW_CHARS) : start])
    if match is None:
        return ""
    word, stop = match.groups()
    is_sentence_end = stop and len(word) > 1 and word.lower() not in words.honorifics
    return "" if is_sentence_end else word


def _gaps(candidates: Sequence[Candidate], length: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of the text that no candidate covers."""
    edges = [0, *(edge for one in candidates for edge in (one.start_char, one.end_char)), length]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start < end:
            yield start, end

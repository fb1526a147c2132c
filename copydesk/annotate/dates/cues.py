"""Tells from the words around a time whether it lies ahead or behind.

Prepositions, verb forms and a few adverbs within one sentence; no tagger. Against the defaults alone the
cues change value F1 by -0.3 (TimeBank) and +0.5 (AQUAINT), so they stay few.
"""

from collections.abc import Iterable, Iterator

from copydesk.annotate.dates.algebra import Direction
from copydesk.annotate.dates.pack import LanguagePack, Words
from copydesk.annotate.dates.patterns import Match
from copydesk.annotate.dates.tokens import Tokens

WORDS_BACK, WORDS_AHEAD = 22, 14
_SENTENCE_ENDS = (".", "!", "?", ";", "。")
_MIN_FORM_CHARS = 5
_MAX_PREPOSITION_WORDS = 3


def look(match: Match, default: Direction) -> Direction:
    """Where a time lies, by the closest cue of its sentence; the words before it come first.

    Args:
        match: The time; what stands before its modifier counts too: "until the end of November".
        default: What holds without a cue.

    Returns:
        "upcoming" by a future cue, "latest" by a past one, else `default`.
    """
    pack, tokens, start = match.context.pack, match.tokens, match.edge
    if pack is None:
        return default
    if _stands_before(tokens, start, pack.future_before):
        return "latest" if _has_pluperfect(match, pack) else "upcoming"
    if _stands_before(tokens, start, pack.past_before):
        return "latest"
    back, ahead = _ways(match)
    cue = _first_cue(tokens, back, pack) or _first_cue(tokens, ahead, pack)
    return default if cue is None or cue == "nearest" else cue


def _ways(match: Match) -> tuple[range, range]:
    """The tokens before a time, the closest one first, and those behind it, as far as a cue may stand."""
    start, end = match.edge, match.end
    back = range(start - 1, max(-1, start - 1 - WORDS_BACK), -1)
    return back, range(end, min(len(match.tokens), end + WORDS_AHEAD))


def _has_pluperfect(match: Match, pack: LanguagePack) -> bool:
    """True when the sentence looks back on the time: "until Thursday, they had not"."""
    tokens = match.tokens
    return any(
        tokens.word(index) in pack.pluperfect_words
        for way in _ways(match)
        for index in _within_sentence(tokens, way)
    )


def _stands_before(tokens: Tokens, start: int, phrases: Words) -> bool:
    """True when one of the phrases ends right before a token."""
    phrase = ""
    for distance in range(1, _MAX_PREPOSITION_WORDS + 1):
        phrase = f"{tokens.word(start - distance)} {phrase}".strip()
        if phrase in phrases:
            return True
    return False


def _first_cue(tokens: Tokens, indexes: Iterable[int], pack: LanguagePack) -> Direction | None:
    """The first cue along a way through the tokens, which ends with the sentence."""
    for index in _within_sentence(tokens, indexes):
        cue = _cue(tokens, index, pack)
        if cue:
            return cue
    return None


def _within_sentence(tokens: Tokens, indexes: Iterable[int]) -> Iterator[int]:
    """The indexes up to the first that ends the sentence."""
    for index in indexes:
        if tokens.word(index) in _SENTENCE_ENDS and not tokens.surface(index + 1)[:1].islower():
            return
        yield index


def _cue(tokens: Tokens, index: int, pack: LanguagePack) -> Direction | None:
    """The direction that one word tells."""
    planned = _planned(tokens, index, pack)
    if planned:
        return planned
    word = tokens.word(index)
    is_month = word in pack.months and tokens.is_capitalised(index)
    if word in pack.future_words and not is_month:
        return "upcoming"
    if word in pack.present_words:
        return "nearest"
    if tokens.word(index - 1) in pack.before_participle:
        return None
    return "latest" if word in pack.past_words else _form(tokens, index, pack)


def _planned(tokens: Tokens, index: int, pack: LanguagePack) -> Direction | None:
    """The direction that a word tells together with the next ones: "scheduled for", "is due at", "is to"."""
    word, after = tokens.word(index), tokens.word(index + 1)
    at = index + (word in pack.present_words)
    if tokens.word(at) in pack.planned_words and tokens.word(at + 1) in pack.planned_after:
        return "latest" if _stands_before(tokens, index, pack.given_up_before) else "upcoming"
    is_phrase = f"{word} {after}" in pack.future_phrases and not tokens.is_capitalised(index)
    return "upcoming" if is_phrase else None


def _form(tokens: Tokens, index: int, pack: LanguagePack) -> Direction | None:
    """The direction that the ending of a verb tells."""
    word = tokens.word(index)
    is_ahead = word.endswith(pack.future_suffixes)  # no endings: false
    if not is_ahead and not word.endswith(pack.past_suffixes):
        return None
    if len(word) < _MIN_FORM_CHARS or tokens.is_capitalised(index) or word in pack.not_past:
        return None
    return "upcoming" if is_ahead else "latest"

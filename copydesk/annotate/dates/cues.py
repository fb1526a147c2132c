"""Tells from the words around a time whether it lies ahead or behind.

Verb forms and a few adverbs within one sentence; no tagger. Against the defaults alone the
cues change value F1 by -0.3 (TimeBank) and +0.5 (AQUAINT), so they stay few.
"""

from collections.abc import Iterable

from copydesk.annotate.dates.algebra import Direction
from copydesk.annotate.dates.lexicon import Lexicon
from copydesk.annotate.dates.tokens import Tokens

WORDS_BACK, WORDS_AHEAD = 22, 14
_SENTENCE_ENDS = (".", "!", "?", ";")
_MIN_PAST_CHARS = 5


def direction(
    tokens: Tokens, start: int, end: int, lexicon: Lexicon, default: Direction
) -> Direction:
    """Where a time lies, by the closest cue of its sentence; the words before it come first.

    Args:
        tokens: The paragraph.
        start: First token of the time.
        end: Token after its last.
        lexicon: The language pack.
        default: What holds without a cue.

    Returns:
        "upcoming" by a future cue, "latest" by a past one, else `default`.
    """
    before = tokens.word(start - 1)
    if before in lexicon.future_before or (
        before == "as" and tokens.word(start - 2) in ("early", "soon", "late")
    ):
        return "upcoming"
    back = range(start - 1, max(-1, start - 1 - WORDS_BACK), -1)
    ahead = range(end, min(len(tokens), end + WORDS_AHEAD))
    cue = _first_cue(tokens, back, lexicon) or _first_cue(tokens, ahead, lexicon)
    return default if cue is None or cue == "nearest" else cue


def _first_cue(tokens: Tokens, indexes: Iterable[int], lexicon: Lexicon) -> Direction | None:
    """The first cue along a way through the tokens, which ends with the sentence."""
    for index in indexes:
        if tokens.word(index) in _SENTENCE_ENDS and tokens.is_capitalised(index + 1):
            return None
        cue = _cue(tokens, index, lexicon)
        if cue:
            return cue
    return None


def _cue(tokens: Tokens, index: int, lexicon: Lexicon) -> Direction | None:
    """The direction that one word tells."""
    word = tokens.word(index)
    if word in lexicon.planned_words and tokens.word(index + 1) in lexicon.planned_after:
        return "upcoming"
    is_month = word in lexicon.months and tokens.is_capitalised(index)
    if word in lexicon.future_words and not is_month:
        return "upcoming"
    if word in lexicon.present_words:
        return "nearest"
    if word in lexicon.past_words:
        return "latest"
    is_past_form = (
        word.endswith(lexicon.past_suffix)
        and len(word) >= _MIN_PAST_CHARS
        and not tokens.is_capitalised(index)
        and word not in lexicon.not_past
    )
    return "latest" if is_past_form else None

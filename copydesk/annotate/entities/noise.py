"""Takes out what is no name: a common word that only its place in the sentence, or emphasis, gave a capital.

Called by the entity annotator between `spans` and `coherence`, in any language.
"""

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.annotate.entities.words import LanguageWords
from copydesk.records import EntityType

MIN_SMALL = 2
"""A word that the text writes small so often is a word of the language there."""
_LOOK_BACK_CHARS = 16
_SENTENCE_START = re.compile(r"(?:\A|[.!?:…\n][\"'”’»)\]]?|[•*–—-])\s*[\"'“‘«(\[]*\Z")  # noqa: RUF001
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"([^\W\d_]+)\.\s*\Z")
_NAMED = frozenset({EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION})


def drop_common_words(
    text: str, candidates: Sequence[Candidate], words: LanguageWords
) -> list[Candidate]:
    """Give the candidates without lone words that the text elsewhere writes small.

    A word stays where it is a candidate in the middle of a sentence too: Bush, Brown and Apple are names.

    Args:
        text: In running case.
        candidates: By position, without overlaps.
        words: Of its language.
    """
    doubtful = {one for one in candidates if _is_doubtful(text, one, words)}
    if not doubtful:
        return list(candidates)
    surfaces = {text[one.start_char : one.end_char] for one in candidates if one not in doubtful}
    met = {text[one.start_char : one.end_char].lower() for one in doubtful}
    small = Counter(word for word in _WORD.findall(text) if word in met)
    dropped = {
        one
        for one in doubtful
        if (surface := text[one.start_char : one.end_char]) not in surfaces
        and (small[surface.lower()] >= MIN_SMALL or surface.lower() in words.function_words)
    }
    return [one for one in candidates if one not in dropped]


def _is_doubtful(text: str, one: Candidate, words: LanguageWords) -> bool:
    """Tell whether a candidate is a lone capitalised word that begins a sentence."""
    surface = text[one.start_char : one.end_char]
    if one.entity_type not in _NAMED or one.method is not Method.MODEL or not surface.isalpha():
        return False
    start = max(0, one.start_char - _LOOK_BACK_CHARS)
    before = text[start : one.start_char]
    short = _ABBREVIATION.search(before)
    if short and (len(short[1]) == 1 or short[1].lower() in words.honorifics):  # Ms. May, J. May
        return False
    return surface[0].isupper() and _SENTENCE_START.search(before) is not None

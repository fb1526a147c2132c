"""Gives all-caps lines (headlines, old wire copy) a running case that the model can read.

Called by the entity annotator before the model. It never changes the length of a text nor touches
lines in mixed case, and the document itself keeps its capitals.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from copydesk.annotate.entities.words import ENGLISH, LanguageWords

MIN_LETTERS = 8
"""A shorter line may be an acronym or a call sign and stays as it is."""
MIN_UPPER_SHARE = 0.8
"""Share of capitals among the letters that makes a line all-caps. Not tuned."""
MAX_ACRONYM_CHARS = 3
"""An unknown word up to this length is taken for an acronym (UN, IMF), unless it is common."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")  # noqa: RUF001 - the typographic apostrophe is meant


def truecase_lines(lines: Iterable[str], words: LanguageWords = ENGLISH) -> list[str]:
    """Give the lines of one text with those in all-caps put into running case.

    A word takes the form that is most common in the other lines; failing that, function words
    become small, short unknown words stay as acronyms and the rest gets a capital.

    Args:
        lines: All lines of the text: the mixed-case ones teach the forms.
        words: Of its language.

    Returns:
        As many lines, each as long as it was.

    >>> truecase_lines(["KIM MEETS THE IMF IN SEOUL", "Ms Kim flew in."])
    ['Kim Meets the IMF in Seoul', 'Ms Kim flew in.']
    """
    given = list(lines)
    capitals = [is_all_caps(line) for line in given]
    if not any(capitals):
        return given
    pairs = list(zip(given, capitals, strict=True))
    met = frozenset(
        _split_possessive(word)[0].lower()
        for line, is_capital in pairs
        if is_capital
        for word in _WORD.findall(line)
    )
    forms = _learn_forms((line for line, is_capital in pairs if not is_capital), met)
    return [
        _WORD.sub(lambda word: _running_form(word.group(), forms, words), line)
        if is_capital
        else line
        for line, is_capital in pairs
    ]


def is_all_caps(line: str) -> bool:
    """Tell whether a line is set in capitals rather than holding some."""
    upper_count = sum(map(str.isupper, line))
    if upper_count < MIN_LETTERS * MIN_UPPER_SHARE:
        return False
    letter_count = sum(map(str.isalpha, line))
    return letter_count >= MIN_LETTERS and upper_count > MIN_UPPER_SHARE * letter_count


def _learn_forms(lines: Iterable[str], words: frozenset[str]) -> dict[str, str]:
    """Give the most common form of each of the words (given small); the first seen wins a tie.

    The first word of a line says nothing of its form.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for word in _WORD.findall(line)[1:]:
            lower = word.lower()
            if lower in words:
                counts[lower][word] += 1
    return {lower: count.most_common(1)[0][0] for lower, count in counts.items()}


def _running_form(word: str, forms: dict[str, str], words: LanguageWords) -> str:
    """Give a word in running case, or as it is where that would change its length."""
    stem, ending = _split_possessive(word)
    if stem.lower() in forms:
        form = forms[stem.lower()] + ending.lower()
    else:
        form = "-".join(_guess_form(part, words) for part in stem.split("-")) + ending.lower()
    return form if len(form) == len(word) else word


def _split_possessive(word: str) -> tuple[str, str]:
    return (word[:-2], word[-2:]) if word[-2:] in {"'S", "’S"} else (word, "")  # noqa: RUF001


def _guess_form(word: str, words: LanguageWords) -> str:
    lower = word.lower()
    if lower in words.function_words:
        return lower
    if len(word) <= MAX_ACRONYM_CHARS and lower not in words.short_words:
        return word
    return word[:1] + word[1:].lower()

"""What a line looks like by itself: length, ending, letter case, words, marks - in any script.

Called by the boilerplate annotator. All shares lie between 0 and 1; lengths enter as logarithms, cut
into steps, so that one weight each can bend. Only the head of a line is read: the cost of a line is
bounded.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from copydesk.annotate.boilerplate.lexicon import CONTROL_SIGNS, CONTROL_WORDS

_HEAD_CHARS = 200
_COMMON_CHARS = 120
# Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese say in one character what others say in two or three.
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)
_DENSE_EXTRA = 1.5
_DENSE_RATIO = 1.6

_STOPS = frozenset(
    ".!?\u2026\u3002\uff01\uff1f\uff0e\u0964\u0965\u06d4\u061f\u0589\u1362\u104b\u17d4"
)
_CLOSING = "\"'\u2019\u201c\u201d\u00bb\u203a)]}\u300d\u300f\uff09*_ \t"
_ELLIPSES = ("...", "\u2026", "[...]", "[\u2026]")
_INNER_STOPS = (". ", "? ", "! ", "\u3002", "\uff01", "\uff1f", "\u061f ", "\u06d4 ", "\u0964 ")
_COMMAS = (", ", "\uff0c", "\u3001", "\u060c ")
_QUOTES = frozenset("\"'\u201c\u201e\u00ab\u2018\u300c")
_BULLETS = frozenset("-*\u2022\u2013\u2014\u00b7\u25aa\u25cf>\u00bb|\u2192")
_SEPARATOR = re.compile(
    "[|\u00b7\u00bb\u00ab\u203a>\u2022\u2192\u25ba\u25b6\u2190\u2191\u2193=~]|\\s[/-]\\s"
)
_LINK = re.compile(r"https?:|www\.|@\w|\w@|\.(?:com|org|net|de|ru|pl|gr|cn|fr|uk)\b")
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d\u6708\d+\u65e5"
)
_LEGAL = re.compile(r"\u00a9|\(c\)|copyright|all rights reserved")
_WORD = re.compile(r"[^\W\d_]+")

_CONTROL_SIGN_CHARS = 12
_LONG_WORD = 25

PROSE_WIDTH = 90
SHORT_WIDTH = 60

SHAPE_FEATURES = (
    "width_0", "width_1", "width_2", "width_3", "width_4",
    "full_stop", "colon", "ellipsis", "long_without_stop", "question", "sentences", "commas",
    "digits", "capitals", "all_capitals", "lower_start", "quote_start", "bullet", "bracket",
    "separators", "link", "time", "legal", "common_words", "has_common_word",
    "control_word", "control_words", "long_word", "no_letters", "one_word",
)  # fmt: skip
_WIDTH_KNOTS = (0.0, 2.5, 3.5, 4.5, 5.5, 7.0)


class Measure(NamedTuple):
    """What is needed of every line before any can be judged.

    `width` is its length in Latin letters: a Chinese character counts for more than one.
    """

    width: float
    has_stop: bool

    @property
    def is_prose(self) -> bool:
        """Tell whether it is long and ends as a sentence does."""
        return self.has_stop and self.width >= PROSE_WIDTH


def measure(content: str) -> Measure:
    """Measure a line; `content` is not empty."""
    width = float(len(content))
    if not content.isascii():
        head = content[:_HEAD_CHARS]
        width *= 1 + _DENSE_EXTRA * len(_DENSE.findall(head)) / len(head)
    return Measure(width, _last_sign(content) in _STOPS)


def _last_sign(content: str) -> str:
    """Give the last character that is neither a closing quotation mark nor a bracket."""
    return (content.rstrip(_CLOSING) or content)[-1]


def is_dense(content: str, width: float) -> bool:
    """Tell whether a line is mostly in a script without spaces."""
    return width > _DENSE_RATIO * len(content)


def has_time(content: str) -> bool:
    """Tell whether a line holds a time of day, a year or a date in numbers."""
    return bool(_TIME.search(content[:_HEAD_CHARS]))


def is_control(content: str, share: float = 0.5) -> bool:
    """Tell whether a line is a page control: a share of its words say so (log in, share ...), or a copyright sign."""
    lowered = content[:_HEAD_CHARS].lower()
    words = _WORD.findall(lowered)
    if words and sum(word in CONTROL_WORDS for word in words) >= share * len(words):
        return True
    if lowered.isascii():
        return False
    is_brief = len(content) <= _CONTROL_SIGN_CHARS
    return "\u00a9" in lowered or (is_brief and bool(CONTROL_SIGNS.search(lowered)))


def learn_common_words(contents: Sequence[str], measures: Sequence[Measure]) -> frozenset[str]:
    """Learn the words (or dense-script characters) that sentences of this text share.

    They stand in for a stop word list: no language has to be known. Menus and headlines hold few of
    them. A word is common that is in 15 % of the prose lines, and in three at least.
    """
    seen: Counter[str] = Counter()
    prose_count = 0
    for content, line in zip(contents, measures, strict=True):
        if line.is_prose:
            prose_count += 1
            head = content[:_COMMON_CHARS].lower()
            seen.update(set(head) if is_dense(content, line.width) else set(_WORD.findall(head)))
    floor = max(3.0, 0.15 * prose_count)
    return frozenset(word for word, count in seen.items() if count >= floor)


def describe_shape(content: str, line: Measure, common: frozenset[str]) -> list[float]:
    """Give the values of `SHAPE_FEATURES` for one line."""
    head = content[:_HEAD_CHARS]
    lowered = head.lower()
    return [
        *_steps(log(line.width)),
        *_ending(content, line),
        min(log(1 + sum(map(content.count, _INNER_STOPS))), 2.0),
        min(log(1 + sum(map(content.count, _COMMAS))), 2.0),
        *_letter_case(head),
        min(len(_SEPARATOR.findall(head)), 6) / 2,
        float(bool(_LINK.search(lowered))),
        float(bool(_TIME.search(head))),
        float(bool(_LEGAL.search(lowered))),
        *_wording(content, lowered, line, common),
    ]


def _steps(value: float) -> list[float]:
    """Cut a value into how much of each step it fills: a piecewise linear curve for a linear model."""
    return [min(max(value - low, 0.0), high - low) for low, high in pairwise(_WIDTH_KNOTS)]


def _ending(content: str, line: Measure) -> tuple[float, ...]:
    has_ellipsis = content.endswith(_ELLIPSES)
    last = _last_sign(content)
    return (
        float(line.has_stop and not has_ellipsis),
        float(last in ":\uff1a"),
        float(has_ellipsis),
        0.0 if line.has_stop else max(0.0, log(line.width) - 4),
        float(last in "?\uff1f\u061f"),
    )


def _letter_case(head: str) -> tuple[float, ...]:
    words = head.split()
    firsts = [word[0] for word in words]
    first = head[0]
    return (
        sum(map(str.isdigit, firsts)) / len(words),
        sum(map(str.isupper, firsts)) / len(words),
        float(head.isupper()),
        float(first.islower()),
        float(first in _QUOTES),
        float(first in _BULLETS),
        float(first in "(["),
    )


def _wording(
    content: str, lowered: str, line: Measure, common: frozenset[str]
) -> tuple[float, ...]:
    words = _WORD.findall(lowered)
    known = set(lowered) if is_dense(content, line.width) else words
    common_count = sum(word in common for word in known)
    control_share = sum(word in CONTROL_WORDS for word in words) / max(len(words), 1)
    if line.width > len(content) and CONTROL_SIGNS.search(lowered):
        control_share = max(control_share, min(1.0, 20 / len(content)))
    return (
        common_count / max(len(known), 1),
        float(common_count > 0),
        float(control_share > 0),
        control_share,
        float(max(map(len, lowered.split())) > _LONG_WORD),
        float(not words),
        float(len(words) == 1),
    )

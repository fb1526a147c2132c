"""What a saved web page is about, and which of its lines are about the same.

Called by the boilerplate annotator for pages only. A page says its headline twice: as the title of the
window, which opens the text, and above the story. Teasers for other stories share no words with it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from math import log
from typing import NamedTuple

from copydesk.annotate.boilerplate.shape import PROSE_WIDTH, SHORT_WIDTH, Measure, has_time

TOPIC_FEATURES = (
    "below_headline", "lines_below_headline", "headline_distance",
    "headline_words", "headline_share", "story_words",
    "run_lines", "run_width", "run_share", "times_near", "short_lines_near", "repeats_long", "is_headline",
)  # fmt: skip

_WINDOW = 3
_STEM_CHARS = 6  # the head of a word, for languages that change its end
_STEM = re.compile(r"[^\W_]{3,}")
_STEM_SPAN = 600
_DENSE_TEXT_RATIO = 1.4
_HEADLINE_STEMS = 3
_HEADLINE_WIDTHS = (12, 200)


class Topic(NamedTuple):
    """What a page is about: its words line by line, its headline and the words of its prose."""

    stems: list[frozenset[str]]
    headline: int
    headline_stems: frozenset[str]
    prose: list[bool]
    prose_stems: Counter[str]


def find_topic(contents: Sequence[str], measures: Sequence[Measure]) -> Topic:
    """Find what a page is about.

    A saved page opens with its title, often with the site's name, and says it again above the story:
    that line is the headline. `headline` is its index, 0 if there is none.
    """
    dense = sum(line.width for line in measures) > _DENSE_TEXT_RATIO * sum(map(len, contents))
    stems = [_stems(content, is_dense_text=dense) for content in contents]
    headline = _find_headline(stems, measures)
    spread = Counter(stem for line in stems for stem in line)
    headline_stems = frozenset(
        stem for stem in stems[headline] if spread[stem] < 0.25 * len(contents)
    )
    prose = [line.width >= PROSE_WIDTH for line in measures]
    prose_stems = Counter(
        stem for line, is_prose in zip(stems, prose, strict=True) if is_prose for stem in line
    )
    return Topic(stems, headline, headline_stems, prose, prose_stems)


def _stems(content: str, *, is_dense_text: bool) -> frozenset[str]:
    """Give the heads of a line's words, or its pairs of characters where words are not set apart."""
    lowered = content[:_STEM_SPAN].lower()
    if is_dense_text:
        return frozenset(map("".join, pairwise(lowered)))
    return frozenset(word[:_STEM_CHARS] for word in _STEM.findall(lowered))


def _find_headline(stems: Sequence[frozenset[str]], measures: Sequence[Measure]) -> int:
    """Give the index of the last line that says most of the first line again, else 0."""
    best, most = 0, 0
    for index in range(1, len(stems)):
        shared = len(stems[index] & stems[0])
        is_said_again = shared >= _HEADLINE_STEMS and shared >= 0.8 * len(stems[index])
        is_title_like = _HEADLINE_WIDTHS[0] <= measures[index].width <= _HEADLINE_WIDTHS[
            1
        ] and shared >= 0.4 * len(stems[0])
        if is_said_again and is_title_like and shared >= most:
            best, most = index, shared
    return best


def describe_topics(
    contents: Sequence[str], measures: Sequence[Measure], topic: Topic
) -> list[list[float]]:
    """Give the values of `TOPIC_FEATURES` for every line of a page."""
    short = [line.width < SHORT_WIDTH for line in measures]
    timed = [
        is_short and has_time(content) for is_short, content in zip(short, contents, strict=True)
    ]
    seen = Counter(contents)
    columns = zip(
        *_headline_columns(topic),
        *_prose_runs(measures),
        _window_shares(timed),
        _window_shares(short),
        (
            float(seen[content] > 1 and not is_short)
            for content, is_short in zip(contents, short, strict=True)
        ),
        (float(0 < topic.headline == index) for index in range(len(contents))),
        strict=True,
    )
    return [list(column) for column in columns]


def _headline_columns(topic: Topic) -> tuple[list[float], ...]:
    """Give the distances from the headline and the words shared with it and with the prose."""
    has_headline = topic.headline > 0
    offsets = [index - topic.headline for index in range(len(topic.stems))]
    shared = [len(stems & topic.headline_stems) for stems in topic.stems]
    size = max(1, len(topic.headline_stems))
    return (
        [(1.0 if offset > 0 else -1.0) * has_headline for offset in offsets],
        [log(1 + max(0, offset)) * has_headline for offset in offsets],
        [log(1 + abs(offset)) * has_headline for offset in offsets],
        [min(count, 5) / 2 for count in shared],
        [count / size for count in shared],
        _story_shares(topic),
    )


def _story_shares(topic: Topic) -> list[float]:
    """Give the share of each line's words that prose other than itself says too."""
    return [
        sum(topic.prose_stems[stem] > is_prose for stem in stems) / max(1, len(stems))
        for stems, is_prose in zip(topic.stems, topic.prose, strict=True)
    ]


def _prose_runs(measures: Sequence[Measure]) -> tuple[list[float], ...]:
    """Give length and width of the run of long lines that each line is in, the latter also as a share of the widest."""
    lengths: list[float] = []
    widths: list[float] = []
    for is_long, run in groupby(measures, key=lambda line: line.width >= PROSE_WIDTH):
        lines = list(run)
        width = sum(line.width for line in lines) if is_long else 0.0
        lengths += [float(len(lines)) if is_long else 0.0] * len(lines)
        widths += [width] * len(lines)
    widest = max(widths) or 1.0
    return (
        [log(1 + length) for length in lengths],
        [log(1 + width) / 3 for width in widths],
        [width / widest for width in widths],
    )


def _window_shares(flags: Sequence[bool]) -> list[float]:
    """Give for each line the share of flagged lines among it and three before and after it."""
    sums = [0, *accumulate(flags)]
    count = len(flags)
    bounds = ((max(0, at - _WINDOW), min(count, at + _WINDOW + 1)) for at in range(count))
    return [(sums[end] - sums[start]) / (end - start) for start, end in bounds]

"""Judges the lines of a saved web page, where most of the text is not the story.

Called by the boilerplate annotator for texts with menus. Two looks: the first at each line and its place, the
second with what the first said of all the others.
"""

from collections.abc import Callable, Iterator, Sequence

from copydesk.annotate.boilerplate.context import CONTEXT_FEATURES, describe_contexts
from copydesk.annotate.boilerplate.model import Judge, logistic
from copydesk.annotate.boilerplate.place import PLACE_FEATURES, describe_places
from copydesk.annotate.boilerplate.shape import (
    SHAPE_FEATURES,
    SHORT_WIDTH,
    Measure,
    describe_shape,
    is_control,
    learn_common_words,
)
from copydesk.annotate.boilerplate.topic import TOPIC_FEATURES, Topic, describe_topics, find_topic
from copydesk.annotate.boilerplate.verdict import Verdict

FIRST_FEATURES = (*SHAPE_FEATURES, *PLACE_FEATURES, *TOPIC_FEATURES)
SECOND_FEATURES = (*FIRST_FEATURES, *CONTEXT_FEATURES)

# A page has menus. Of 1,175 pages of twelve sets 94 % pass; of 360 texts that extractors had cleaned none, of 825
# stories alone 1 % (lists and bare link pages).
_CONTROL_LINES = 4
_CONTROL_LINES_BESIDE_HEADLINE = 2
_CONTROL_WIDTH = 120
_SHORT_SHARE = 0.35
# The models have hardly seen shorter pages, and on those the set phrases do well. No page is longer: a bound on memory.
_MIN_LINES, _MAX_LINES = 25, 20_000

_STORY_WORDS = FIRST_FEATURES.index("story_words")
_FULL_STOP = FIRST_FEATURES.index("full_stop")


def is_page(contents: Sequence[str], measures: Sequence[Measure]) -> bool:
    """Tell a page from copy: short lines about some prose, and page controls among them.

    Where the text says its title twice, two controls are enough.
    """
    is_page_length = _MIN_LINES <= len(contents) <= _MAX_LINES
    if not is_page_length or not any(line.is_prose for line in measures):
        return False
    short_count = sum(line.width < SHORT_WIDTH for line in measures)
    if short_count < _SHORT_SHARE * len(contents):
        return False
    control_count = len(
        {
            content
            for content, line in zip(contents, measures, strict=True)
            if line.width < _CONTROL_WIDTH and is_control(content)
        }
    )
    if control_count >= _CONTROL_LINES:
        return True
    is_likely = control_count >= _CONTROL_LINES_BESIDE_HEADLINE
    return is_likely and find_topic(contents, measures).headline > 0


def judge_page(
    contents: Sequence[str],
    measures: Sequence[Measure],
    topic: Topic,
    load: Callable[[str], Judge],
) -> list[Verdict]:
    """Judge every line of a page."""
    judge = load("headlined_page" if topic.headline else "page")
    rows = describe_page(contents, measures, topic)
    return list(_judge_rows(judge, look_again(judge, rows, measures, topic.headline)))


def describe_page(
    contents: Sequence[str], measures: Sequence[Measure], topic: Topic
) -> list[list[float]]:
    """Give the values of `FIRST_FEATURES` for every line."""
    common = learn_common_words(contents, measures)
    return [
        [*describe_shape(content, line, common), *places, *topics]
        for content, line, places, topics in zip(
            contents,
            measures,
            describe_places(contents, measures),
            describe_topics(contents, measures, topic),
            strict=True,
        )
    ]


def look_again(
    judge: Judge, rows: Sequence[list[float]], measures: Sequence[Measure], headline: int
) -> list[list[float]]:
    """Give the values of `SECOND_FEATURES` for every line."""
    contexts = describe_contexts(
        [logistic(judge.first.weigh(row)) for row in rows],
        [line.width for line in measures],
        [row[_FULL_STOP] for row in rows],
        [row[_STORY_WORDS] for row in rows],
        headline,
    )
    return [[*row, *context] for row, context in zip(rows, contexts, strict=True)]


def _judge_rows(judge: Judge, rows: Sequence[list[float]]) -> Iterator[Verdict]:
    """Judge lines by the second look."""
    for row in rows:
        logit = judge.second.weigh(row)
        chance = judge.calibrate(logit)
        if logit < judge.threshold:
            reason = judge.second.explain(row)
            yield Verdict(is_residue=True, reason=reason, score=1 - chance)
        else:
            yield Verdict(is_residue=False, reason="default", score=chance)

"""The boilerplate annotator: what each line of a document is: title, body or residue of a page.

Called by the pipeline first of all annotators. A label never removes anything. Precision comes first: a
paragraph of the story is worth more than an advertisement that is missed.

Lines are judged by the line itself and its place in the document. In copy, which is nearly all story, set phrases
(`rules`), appeals to the reader (`appeal`) and page controls about the story (`clean_copy`) are residue. On saved pages
(`page`) linear models weigh named features of every other line. Hard-wrapped lines are judged together, as the
paragraph they make.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from copydesk.annotate.boilerplate import rules
from copydesk.annotate.boilerplate.appeal import is_appeal
from copydesk.annotate.boilerplate.clean_copy import judge_copy
from copydesk.annotate.boilerplate.front_matter import count_front_matter
from copydesk.annotate.boilerplate.model import Judge, load_judge
from copydesk.annotate.boilerplate.page import is_page, judge_page
from copydesk.annotate.boilerplate.shape import measure
from copydesk.annotate.boilerplate.title import find_title
from copydesk.annotate.boilerplate.topic import find_topic
from copydesk.annotate.boilerplate.verdict import Verdict
from copydesk.records import Document, Line, LineKind, LineLabel
from copydesk.text.segment import paragraph_text

__all__ = ["NAME", "VERSION", "annotate"]

NAME = "boilerplate"
VERSION = "3"

_FRONT_MATTER = Verdict(is_residue=True, reason="front_matter", score=0.99)
_SCORE_APPEAL = 0.9
_START_LINES = 6  # a bare date is when a text was published only near its start


def annotate(document: Document) -> tuple[LineLabel, ...]:
    """Give one label for each line of a document: what `lines` says of kind, reason and score.

    Args:
        document: Normalised and segmented.

    Returns:
        Labels in the order of `document.lines`; at most one line is a title.
    """
    return label(document, load_judge)


def label(document: Document, load: Callable[[str], Judge]) -> tuple[LineLabel, ...]:
    """Label the lines of a document with other judges than those of the package: to measure them.

    Args:
        document: Normalised and segmented.
        load: Gives the judge of a kind of page.
    """
    head_count = count_front_matter(document)
    head = tuple(_as_label(line, _FRONT_MATTER) for line in document.lines[:head_count])
    lines = document.lines[head_count:]
    if not lines:
        return head
    start = lines[0].start_char
    paragraphs = tuple(one for one in document.paragraphs if one.start_char >= start)
    return head + _label_text(replace(document, lines=lines, paragraphs=paragraphs), load)


def _label_text(document: Document, load: Callable[[str], Judge]) -> tuple[LineLabel, ...]:
    """Label what is below the front matter."""
    contents = [paragraph_text(document.text, one) for one in document.paragraphs]
    starts = [one.start_char for one in document.paragraphs]
    owners = [bisect_right(starts, line.start_char) - 1 for line in document.lines]
    verdicts, headline = _judge(contents, load)
    is_residue = [verdicts[owner].is_residue for owner in owners]
    title = find_title(document, is_residue, owners.index(headline) if headline else None)
    labels = [
        _as_label(line, verdicts[owner]) for line, owner in zip(document.lines, owners, strict=True)
    ]
    if title is not None:
        index, found = title
        labels[index] = found
    return tuple(labels)


def _judge(
    contents: Sequence[str], load: Callable[[str], Judge]
) -> tuple[Sequence[Verdict], int | None]:
    """Judge the paragraphs of a document, and give the index of the one that repeats a page's title, if any."""
    measures = [measure(content) for content in contents]
    found = [find_phrase(content, index) for index, content in enumerate(contents)]
    if not is_page(contents, measures):
        return judge_copy(contents, measures, found), None
    topic = find_topic(contents, measures)
    judged = judge_page(contents, measures, topic, load)
    return [one or other for one, other in zip(found, judged, strict=True)], topic.headline or None


def find_phrase(content: str, index: int) -> Verdict | None:
    """Judge a paragraph by what it says alone, and a date by whether it stands at the start."""
    rule = rules.match(content, is_near_start=index < _START_LINES)
    if rule:
        return Verdict(is_residue=True, reason=rule.reason, score=rule.score)
    if is_appeal(content):
        return Verdict(is_residue=True, reason="appeal", score=_SCORE_APPEAL)
    return None


def _as_label(line: Line, verdict: Verdict) -> LineLabel:
    kind = LineKind.BOILERPLATE if verdict.is_residue else LineKind.BODY
    return LineLabel(line.line_no, kind, verdict.reason, verdict.score)

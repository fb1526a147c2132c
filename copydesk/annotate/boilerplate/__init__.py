"""The boilerplate annotator: what each line of a document is: title, body or residue of a page.

Called by the pipeline first of all annotators. A label never removes anything. Precision comes first: a
paragraph of the story is worth more than an advertisement that is missed.

Lines are judged by the line itself and its place in the document: set phrases (`rules`), appeals to the reader
(`appeal`) and linear models over named features (`shape`, `place`, `topic`, `context`). Copy and saved pages have
models of their own. Hard-wrapped lines are judged together, as the paragraph they make.
"""

from bisect import bisect_right
from collections.abc import Callable

from copydesk.annotate.boilerplate import rules
from copydesk.annotate.boilerplate.appeal import is_appeal
from copydesk.annotate.boilerplate.clean_copy import judge_by_rules, judge_ends
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
VERSION = "2"

_SCORE_APPEAL = 0.9
_START_LINES = 6


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
        load: Gives the judge of a kind of text.
    """
    if not document.lines:
        return ()
    contents = [paragraph_text(document.text, one) for one in document.paragraphs]
    starts = [one.start_char for one in document.paragraphs]
    owners = [bisect_right(starts, line.start_char) - 1 for line in document.lines]
    verdicts, title = _judge(document, contents, owners, load)
    labels = [
        _as_label(line, verdicts[owner]) for line, owner in zip(document.lines, owners, strict=True)
    ]
    if title is not None:
        index, found = title
        labels[index] = found
    return tuple(labels)


def _judge(
    document: Document, contents: list[str], owners: list[int], load: Callable[[str], Judge]
) -> tuple[list[Verdict], tuple[int, LineLabel] | None]:
    """Judge the paragraphs of a document and find its title; `owners` has the paragraph of each line."""
    measures = [measure(content) for content in contents]
    found = [find_phrase(content, index) for index, content in enumerate(contents)]
    if is_page(contents, measures):
        topic = find_topic(contents, measures)
        judged = judge_page(contents, measures, topic, load)
        verdicts = [one or other for one, other in zip(found, judged, strict=True)]
        headline = owners.index(topic.headline) if topic.headline else None
        return verdicts, find_title(document, _residue(verdicts, owners), headline)
    verdicts = judge_by_rules(contents, measures, found)
    title = find_title(document, _residue(verdicts, owners))
    untouched = owners[title[0]] if title else None
    return judge_ends(contents, measures, verdicts, untouched, load("copy")), title


def _residue(verdicts: list[Verdict], owners: list[int]) -> list[bool]:
    """Tell of each line whether it is residue."""
    return [verdicts[owner].is_residue for owner in owners]


def _as_label(line: Line, verdict: Verdict) -> LineLabel:
    kind = LineKind.BOILERPLATE if verdict.is_residue else LineKind.BODY
    return LineLabel(line.line_no, kind, verdict.reason, verdict.score)


def find_phrase(content: str, index: int) -> Verdict | None:
    """Judge a paragraph by what it says alone, and a date by whether it stands at the start."""
    rule = rules.match(content, is_near_start=index < _START_LINES)
    if rule:
        return Verdict(is_residue=True, reason=rule.reason, score=rule.score)
    if is_appeal(content):
        return Verdict(is_residue=True, reason="appeal", score=_SCORE_APPEAL)
    return None

"""Judges the lines of copy: text that is nearly all story, with a few lines left of the page it was on.

Called by the boilerplate annotator for texts without menus. Here a wrong removal costs most and residue is rare:
set phrases and appeals do most of the work, and the model speaks only when it is sure.
"""

import re
from collections.abc import Sequence

from copydesk.annotate.boilerplate.model import Judge
from copydesk.annotate.boilerplate.page import describe_copy, judge_rows
from copydesk.annotate.boilerplate.rules import is_link_heading
from copydesk.annotate.boilerplate.shape import Measure
from copydesk.annotate.boilerplate.verdict import Verdict

# Below this share of prose a text is a list, a poem or a table: short lines mean nothing there.
_MIN_PROSE_SHARE = 0.8
_MIN_LINES = 4
_MAX_CANDIDATE_WIDTH = 200
_MAX_LINK_WIDTH = 150
_SCORE_LINK = 0.9
_MIN_LINKS = 2
_MIN_CAPITAL_WORDS = 7  # a subheading in capitals is shorter
_MIN_LETTER_SHARE = 0.7
_LETTERS = re.compile(r"[^\W\d_]")
_BODY = Verdict(is_residue=False, reason="default", score=0.95)


def judge_ends(
    contents: Sequence[str],
    measures: Sequence[Measure],
    verdicts: Sequence[Verdict],
    title: int | None,
    judge: Judge,
) -> list[Verdict]:
    """Judge what stands before the first and after the last paragraph of copy.

    Args:
        contents: The lines.
        measures: Of each line.
        verdicts: Of the rules on each line.
        title: Index of the title, which is not judged.
        judge: That of copy.
    """
    judged = list(verdicts)
    candidates = list_candidates(verdicts, measures, title)
    if candidates:
        rows = describe_copy(contents, measures, candidates)
        for index, verdict in zip(candidates, judge_rows(judge, rows), strict=True):
            judged[index] = verdict
    return judged


def judge_by_rules(
    contents: Sequence[str], measures: Sequence[Measure], found: Sequence[Verdict | None]
) -> list[Verdict]:
    """Judge lines by what rules say of each alone, and by the headings above them."""
    verdicts = [one or _BODY for one in found]
    links = _find_links(contents, measures, verdicts)
    links += _find_capital_links(contents, measures, verdicts)
    for index in links:
        verdicts[index] = Verdict(is_residue=True, reason="related", score=_SCORE_LINK)
    return verdicts


def list_candidates(
    verdicts: Sequence[Verdict], measures: Sequence[Measure], title: int | None
) -> list[int]:
    """List the lines that the model is asked about: those before the first and after the last paragraph.

    Between paragraphs a short line is mostly a subheading or part of a list. Texts that are not nearly all
    prose are left alone: in a poem or a table short lines mean nothing.
    """
    prose = [index for index, line in enumerate(measures) if line.is_prose]
    if not _has_story(measures):
        return []
    return [
        index
        for index in (*range(prose[0]), *range(prose[-1] + 1, len(measures)))
        if index != title
        and not verdicts[index].is_residue
        and measures[index].width <= _MAX_CANDIDATE_WIDTH
    ]


def _has_story(measures: Sequence[Measure]) -> bool:
    """Tell whether nearly all of a text is prose, so that what is not stands out."""
    prose = sum(line.width for line in measures if line.is_prose)
    total = sum(line.width for line in measures)
    return len(measures) >= _MIN_LINES and prose >= _MIN_PROSE_SHARE * total


def _find_links(
    contents: Sequence[str], measures: Sequence[Measure], verdicts: Sequence[Verdict]
) -> list[int]:
    """Find the titles that a heading such as "More stories" lists: two or more, or all that is left.

    A single short line between such a heading and the next paragraph may be a subheading: it stays.
    """
    links: list[int] = []
    for start, content in enumerate(contents):
        if not (verdicts[start].is_residue and is_link_heading(content)):
            continue
        end = start + 1
        while end < len(contents) and _is_link_like(measures[end]):
            end += 1
        if end - start > _MIN_LINKS or end == len(contents):
            links += range(start + 1, end)
    return [index for index in links if not verdicts[index].is_residue]


def _find_capital_links(
    contents: Sequence[str], measures: Sequence[Measure], verdicts: Sequence[Verdict]
) -> list[int]:
    """Find long lines in capitals between paragraphs: titles of other stories, as some sites set them in."""
    return [
        index
        for index in range(1, len(contents) - 1)
        if contents[index].isupper()
        and not verdicts[index].is_residue
        and _is_link_like(measures[index])
        and len(contents[index].split()) >= _MIN_CAPITAL_WORDS
        and len(_LETTERS.findall(contents[index])) >= _MIN_LETTER_SHARE * len(contents[index])
        and measures[index - 1].is_prose
        and (measures[index + 1].is_prose or verdicts[index + 1].is_residue)
    ]


def _is_link_like(line: Measure) -> bool:
    return not line.has_stop and line.width <= _MAX_LINK_WIDTH

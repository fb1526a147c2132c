"""Judges the lines of copy: text that is nearly all story, with a few lines left of the page it was on.

Called by the boilerplate annotator for texts without menus. Here a wrong removal costs most and residue is rare:
only set phrases and appeals count, the lists of titles below some of them, and page controls about the story. A
model of the short lines at the ends of copy was tried and left out: of the lines it marked in 8,988 news articles
most were results, lists and captions that belong there.
"""

import re
from collections.abc import Iterator, Sequence

from copydesk.annotate.boilerplate.rules import is_link_heading
from copydesk.annotate.boilerplate.shape import SHORT_WIDTH, Measure, is_control
from copydesk.annotate.boilerplate.verdict import Verdict

_MAX_LINK_WIDTH = 150
_MIN_LINKS = 2
_MIN_CAPITAL_WORDS = 7  # a subheading in capitals is shorter
_MIN_LETTER_SHARE = 0.7
_LETTERS = re.compile(r"[^\W\d_]")
_BODY = Verdict(is_residue=False, reason="default", score=0.95)
_RELATED = Verdict(is_residue=True, reason="related", score=0.9)
# Of 19 lines in those articles 18 were controls.
_CONTROL = Verdict(is_residue=True, reason="page_control", score=0.9)


def judge_copy(
    contents: Sequence[str], measures: Sequence[Measure], found: Sequence[Verdict | None]
) -> list[Verdict]:
    """Judge the lines of copy.

    Args:
        contents: The lines.
        measures: Of each line.
        found: What its wording alone says of each line, if anything.
    """
    verdicts = [one or _BODY for one in found]
    links = [*_find_links(contents, measures, verdicts)]
    links += _find_capital_links(contents, measures, verdicts)
    for index in links:
        verdicts[index] = _RELATED
    for index in _find_controls(contents, measures, verdicts):
        verdicts[index] = _CONTROL
    return verdicts


def _find_links(
    contents: Sequence[str], measures: Sequence[Measure], verdicts: Sequence[Verdict]
) -> Iterator[int]:
    """Find the titles that a heading such as "More stories" lists: two or more, or all that is left.

    A single short line between such a heading and the next paragraph may be a subheading: it stays.
    """
    end = 0
    for start, content in enumerate(contents):
        if start < end or not (verdicts[start].is_residue and is_link_heading(content)):
            continue
        end = start + 1
        while end < len(contents) and _is_link_like(measures[end]):
            end += 1
        if end - start > _MIN_LINKS or end == len(contents):
            yield from (at for at in range(start + 1, end) if not verdicts[at].is_residue)


def _find_capital_links(
    contents: Sequence[str], measures: Sequence[Measure], verdicts: Sequence[Verdict]
) -> list[int]:
    """Find long lines in capitals between paragraphs: titles of other stories, as some sites set them in.

    Where the paragraph before is in capitals too, as on old wires, they say nothing.
    """
    return [
        index
        for index in range(1, len(contents) - 1)
        if contents[index].isupper()
        and not verdicts[index].is_residue
        and _is_link_like(measures[index])
        and len(contents[index].split()) >= _MIN_CAPITAL_WORDS
        and len(_LETTERS.findall(contents[index])) >= _MIN_LETTER_SHARE * len(contents[index])
        and measures[index - 1].is_prose
        and not contents[index - 1].isupper()
        and (measures[index + 1].is_prose or verdicts[index + 1].is_residue)
    ]


def _find_controls(
    contents: Sequence[str], measures: Sequence[Measure], verdicts: Sequence[Verdict]
) -> list[int]:
    """Find short lines that say what buttons say: all of it before the story, where its title is, or half of it after.

    Between paragraphs they may be subheadings.
    """
    prose = [index for index, line in enumerate(measures) if line.is_prose]
    if not prose:
        return []
    ends = [(index, 1.0) for index in range(prose[0])]
    ends += [(index, 0.5) for index in range(prose[-1] + 1, len(measures))]
    return [
        index
        for index, share in ends
        if not verdicts[index].is_residue
        and measures[index].width < SHORT_WIDTH
        and is_control(contents[index], share)
    ]


def _is_link_like(line: Measure) -> bool:
    return not line.has_stop and line.width <= _MAX_LINK_WIDTH

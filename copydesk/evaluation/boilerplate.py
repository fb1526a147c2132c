"""Scores which lines of a page are kept: by line, by character and by page.

Gold is either a JSONL file (`.jsonl`), one page an object with `lines` and `labels` (1 = article, 0 = residue),
or a folder of pages (`.page`) whose lines begin with `+ ` (article) or `- ` (residue). A title counts as kept:
only lines of the kind `boilerplate` leave the story. Characters are code points, line breaks not counted.

Source: precision and recall of kept text, as in CleanEval (Baroni et al., LREC 2008), here by whole lines.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.annotate import boilerplate
from copydesk.evaluation.gold import (
    make_document,
    read_json_lines,
    read_set,
    read_text,
)
from copydesk.evaluation.scores import Counts, Evaluation, counted, mean, three_figures, total
from copydesk.records import LineKind
from copydesk.text.normalise import normalise

EXPECTED = (
    "a JSONL file of pages with `lines` and `labels` (1 article, 0 residue; .jsonl or .jsonl.gz), "
    "or .page files whose lines begin with '+ ' (article) or '- ' (residue)"
)
_KEPT_MARKS = {"+ ": True, "- ": False}


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, none of them blank, and for each whether it belongs to the article."""

    lines: tuple[str, ...]
    is_article: tuple[bool, ...]


Judge = Callable[[Page], Sequence[bool]]
"""Says of each line of a page whether it is kept."""


def read(path: Path) -> list[Page]:
    """Give the pages of a file or folder.

    Raises:
        ConfigError: There are none, or they are in no known format.
    """
    return read_set(path, {".jsonl", ".page"}, EXPECTED, _read_pages)


def _read_pages(path: Path) -> Iterator[Page]:
    if ".page" in path.suffixes:
        marked = read_text(path).splitlines()
        yield _page((line[2:], _KEPT_MARKS[line[:2]]) for line in marked if line.strip())
        return
    for row in read_json_lines(path):
        lines, labels = row["lines"], row["labels"]
        if not isinstance(lines, list) or not isinstance(labels, list):
            raise TypeError("`lines` and `labels` have to be lists")
        yield _page(zip(lines, (bool(label) for label in labels), strict=True))


def _page(labelled: Iterator[tuple[str, bool]]) -> Page:
    """Give a page of normalised lines, the blank ones left out."""
    clean = [(normalise(line).replace("\n", " ").strip(), kept) for line, kept in labelled]
    held = [(line, kept) for line, kept in clean if line]
    return Page(tuple(line for line, _ in held), tuple(kept for _, kept in held))


def judge(page: Page) -> list[bool]:
    """Say with our annotator which lines of a page are kept."""
    labels = boilerplate.annotate(make_document("\n".join(page.lines)))
    return [label.kind is not LineKind.BOILERPLATE for label in labels]


def evaluate(pages: Sequence[Page], judge: Judge = judge) -> Evaluation:
    """Score a judge of lines.

    Returns:
        `line_*` and `char_*` (the article's lines and characters, all pages together), `junk_*` (the
        residue's lines) with precision, recall and F1 each; `page_char_f1`, the mean over pages.
    """
    kept = [judge(page) for page in pages]
    by_line = [count_lines(page, one, wanted=True) for page, one in zip(pages, kept, strict=True)]
    junk = [count_lines(page, one, wanted=False) for page, one in zip(pages, kept, strict=True)]
    by_char = [count_characters(page, one) for page, one in zip(pages, kept, strict=True)]
    line_count = sum(len(page.lines) for page in pages)
    return Evaluation(
        f"{counted(len(pages), 'page')}, {counted(line_count, 'line')}",
        three_figures("line", total(by_line))
        | three_figures("char", total(by_char))
        | three_figures("junk", total(junk))
        | {"page_char_f1": mean([one.f1 for one in by_char])},
    )


def count_lines(page: Page, kept: Sequence[bool], *, wanted: bool) -> Counts:
    """Count the lines of a page that are kept (`wanted`) or taken out, and those that should be."""
    return _count(page, kept, [1] * len(page.lines), wanted=wanted)


def count_characters(page: Page, kept: Sequence[bool]) -> Counts:
    """Count the code points of a page that are kept, and those that should be."""
    return _count(page, kept, [len(line) for line in page.lines], wanted=True)


def _count(page: Page, kept: Sequence[bool], weights: Sequence[int], *, wanted: bool) -> Counts:
    rows = list(zip(weights, kept, page.is_article, strict=True))
    return Counts(
        sum(weight for weight, found, gold in rows if found == gold == wanted),
        sum(weight for weight, found, _ in rows if found == wanted),
        sum(weight for weight, _, gold in rows if gold == wanted),
    )

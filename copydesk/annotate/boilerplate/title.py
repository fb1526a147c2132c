"""Finds the title of a document among its first lines.

Called by the boilerplate annotator after the lines have their labels. The title of the metadata wins; without
one the first line is taken that is set like a title.
"""

import re
from collections.abc import Sequence
from functools import cache

from copydesk.records import Document, LineKind, LineLabel

_SCORE_METADATA = 1.0  # a title that the sidecar gives
_SCORE_HEADLINE = 0.9  # a page says it twice
_SCORE_FIRST_LINE = 0.7

_MAX_CHARS = 200
_TITLE_LINES = 5
_TITLE_WORDS = 20

_CLOSING_QUOTES = "\"'\u2019\u201d\u00bb)"
_FULL_STOPS = (".", "\u2026", "\u3002", "\uff0e", "\u0964", "\u06d4", ":", ";", ",")
# Not a title: a slug of the wire, where and when copy was filed, who wrote it, a bare date or age, a
# caption, and what sites put over a text.
_NOT_TITLE = r"""
    (?-i: [A-Z0-9] [A-Z0-9/_.-]* (?: / [A-Z0-9/\ ()-]+ )? )
    | (?: published | updated | posted | date | by | author | written\ by | publicado | actualizado
        | fecha | por | autor | data | publi\u00e9 | mis\ \u00e0\ jour | par | auteur
        | ver\u00f6ffentlicht | stand | datum | von | опубликовано | дата | автор
        ) \s? : .{0,80}
    | \d{1,2} \.? \ (?: de\ )? [^\W\d_]+ \ (?: de\ )? \d{4} (?: \ [^\W\d_]+ )?
    | .{0,60} \( (?: reuters | ap | afp | dpa | tass | efe | ansa | xinhua | upi | pti | ips ) \) .*
    | .* \( [^()]* \b (?: reuters | ap | afp | getty\ images ) \b [^()]* \)
    | (?-i: [^\W\d_a-z] [\w.'\ ]{1,30} ) , \ .{0,30} \ [-\u2013\u2014] \ .*
    | \w+ (?: \ \w+ )? \ [\u2013\u2014] \ [\w()]+ (?: \ [\w()]+ )?
    | (?: by | von | par | por | от ) \ (?-i: [^\W\d_a-z] [\w.'\u2019-]*
        (?: \s+ (?: and\ )? [^\W\d_a-z] [\w.'\u2019-]* ){0,5} )
    | (?-i: [A-Z] [\w.'\u2019-]* \ [A-Z] [\w.'\u2019-]* (?: \ and\ [A-Z] [\w.'\u2019-]* \ [A-Z] [\w.'\u2019-]* )? )
    | [\d\s./:,-]+ | \d+ \ (?: year | month | week | day | hour | minute | min ) s? \ ago
    | (?: published | updated | posted | image\ (?: copyright | caption ) | media\ playback
        | story\ highlights | next\ image | link\ copied | listen | watch ) \b .*
"""


@cache
def _head_matter() -> re.Pattern[str]:
    return re.compile(_NOT_TITLE, re.IGNORECASE | re.VERBOSE)


def find_title(
    document: Document, is_barred: Sequence[bool], headline: int | None = None
) -> tuple[int, LineLabel] | None:
    """Find the line that is the title.

    Args:
        document: Normalised and segmented.
        is_barred: For each line whether it is residue, which no title is.
        headline: Index of the line that repeats the title of a page.

    Returns:
        Index and label of the line; None where no line is a title.
    """
    contents = [document.text[line.start_char : line.end_char] for line in document.lines]
    given = _find_given_title(document, contents)
    if given is None and headline is not None:
        line_no = document.lines[headline].line_no
        return headline, LineLabel(line_no, LineKind.TITLE, "headline", _SCORE_HEADLINE)
    return given or _find_first_title(document, contents, is_barred)


def _find_given_title(document: Document, contents: Sequence[str]) -> tuple[int, LineLabel] | None:
    """Find the line that repeats the title of the metadata."""
    title = _fold(document.metadata.title or "")
    for index, content in enumerate(contents[:_TITLE_LINES]):
        if title and _fold(content) == title:
            line_no = document.lines[index].line_no
            return index, LineLabel(line_no, LineKind.TITLE, "metadata_title", _SCORE_METADATA)
    return None


def _find_first_title(
    document: Document, contents: Sequence[str], is_barred: Sequence[bool]
) -> tuple[int, LineLabel] | None:
    """Take for the title the first line that is set like one, past slugs, bylines and date lines."""
    for index, content in enumerate(contents[: min(_TITLE_LINES, len(contents) - 1)]):
        if is_barred[index] or _is_head_matter(content):
            continue
        if not _is_title_like(content) or not _is_set_off(document, contents, index):
            return None
        line_no = document.lines[index].line_no
        return index, LineLabel(line_no, LineKind.TITLE, "first_line", _SCORE_FIRST_LINE)
    return None


def _is_head_matter(content: str) -> bool:
    """Tell whether a line says who wrote the text, when or where: what stands about a title."""
    return len(content) <= _MAX_CHARS and bool(_head_matter().fullmatch(content))


def _is_title_like(content: str) -> bool:
    """Tell whether a line is short and reads as a title rather than a sentence or a byline."""
    if len(content) > _MAX_CHARS or len(content.split()) > _TITLE_WORDS:
        return False
    if content.rstrip(_CLOSING_QUOTES).endswith(_FULL_STOPS):
        return False
    return any(map(str.isalpha, content))


def _is_set_off(document: Document, contents: Sequence[str], index: int) -> bool:
    """Tell whether a blank line, a longer line or head matter follows."""
    line, following = document.lines[index : index + 2]
    is_longer = len(contents[index + 1]) > len(contents[index])
    return is_longer or following.line_no > line.line_no + 1 or _is_head_matter(contents[index + 1])


def _fold(text: str) -> str:
    """Give a text without differences of letter case and white space."""
    return " ".join(text.split()).casefold()

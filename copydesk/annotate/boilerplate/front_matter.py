"""Finds front matter: the block of keys and values between two rules that may open a text file.

Called by the boilerplate annotator before any line is judged.
"""

import re

from copydesk.records import Document, Line

_OPENING = "---"
_CLOSINGS = frozenset({"---", "..."})
_MAX_LINES = 200  # longer blocks are text between rules
_KEY = re.compile(r"\w[\w .-]{0,60}:(?:\s|\Z)")
_ITEM_OR_COMMENT = re.compile(r"-\s|#")


def count_front_matter(document: Document) -> int:
    """Count the lines of `document.lines` that are front matter, both rules counted."""
    lines = document.lines[: _MAX_LINES + 2]
    contents = [document.text[line.start_char : line.end_char] for line in lines]
    if not contents or contents[0] != _OPENING or lines[0].line_no != 1:
        return 0
    for index in range(1, len(lines)):
        if contents[index] in _CLOSINGS:
            return index + 1 if index > 1 else 0
        if not _belongs(document.text, lines[index], contents[index], is_first=index == 1):
            return 0
    return 0


def _belongs(text: str, line: Line, content: str, *, is_first: bool) -> bool:
    """Tell whether a line can stand in front matter: the first has a key, later ones may go on with it."""
    if _KEY.match(content):
        return True
    is_indented = text[line.start_char - 1] in " \t"
    return not is_first and (is_indented or _ITEM_OR_COMMENT.match(content) is not None)

"""Reads the tables of TempEval-2: a word a line, with the lines that say which words are time expressions.

Called by the dates task. Three files stand beside one another, packed or not: `base-segmentation.tab` (document,
sentence, token, word), `timex-extents.tab` (document, sentence, token, tag, expression) and
`timex-attributes.tab` (the same, then name and value), the latter two also as `timex3-…`. `dct.txt` or `dct.tab` tells
the document's date; where it is not there, a first expression in digits does, as in the Italian set. Chinese words are
joined without a space.

Source: Verhagen et al., SemEval-2010 task 13 (TempEval-2).
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from copydesk.evaluation.gold import read_bytes
from copydesk.evaluation.timeml import TimedText, Timex

WORDS = "base-segmentation.tab"
EXPECTED = f"a folder with the tables of TempEval-2 ({WORDS} and those of the expressions)"
_ELIDED = re.compile(r"[^\W\d_aeiouàèéìòùAEIOU]['\u2019]$")
"""A word that the next one is written onto: dell', but not unita', whose apostrophe is an accent."""
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]")
"""Chinese signs, full-width digits and punctuation: no space parts them from what stands beside them."""
_CREATION = re.compile(r"(?P<name>[^:\t]+?)(?:\.fid)?(?::<DATE>|\t)(?P<day>[^<\t]+)")
"""`chtb_0031.fid:<DATE>1996-03-29</DATE>`, or name and day in columns."""
_ODD_SIGNS = re.compile(rb"(?<![\x80-\xff])(?:[\x80-\xff]{2})*[\x80-\xff](?![\x80-\xff])")
"""Signs beyond ASCII that do not come in pairs: never in Chinese of GB 2312, soon in Latin letters with accents."""
_DIGITS = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}")

Row = list[str]
Spans = dict[tuple[str, str], tuple[int, int]]


def find_words(path: Path) -> Path | None:
    """Give the table of words at or below a path, None where there is none."""
    if not path.is_dir():
        return path if path.name.startswith(WORDS) else None
    return next(iter(sorted(path.rglob(f"{WORDS}*"))), None)


def read_tempeval2(words: Path) -> Iterator[TimedText]:
    """Give the texts of a set, in its order.

    Args:
        words: Its table of words.
    """
    extents = _grouped(_rows(words.parent, "extents"))
    values = {(row[0], row[4], row[6]): row[7] for row in _rows(words.parent, "attributes")}
    days = dict(_creation_times(words.parent))
    for name, rows in groupby(_table(words.parent, WORDS), key=lambda row: row[0]):
        text, spans = _text(rows)
        timexes = []
        for tag, tokens in extents.get(name, {}).items():
            start, end = min(spans[one][0] for one in tokens), max(spans[one][1] for one in tokens)
            kind = values.get((name, tag, "type"), "")
            value = values.get((name, tag, "val"), values.get((name, tag, "value"), ""))
            timexes.append(Timex(start, end, kind, value))
        timexes.sort(key=lambda one: (one.start_char, one.end_char))
        yield TimedText(text, tuple(timexes), _day(days.get(name)) or _first_day(text, timexes))


def _rows(folder: Path, what: str) -> Iterator[Row]:
    """The rows of a table of expressions, by either of its names."""
    yield from _table(folder, f"timex-{what}.tab")
    yield from _table(folder, f"timex3-{what}.tab")


def _table(folder: Path, name: str) -> Iterator[Row]:
    """The rows of a table, none where it is not there."""
    for path in sorted(folder.glob(f"{name}*")):
        source = _decoded(read_bytes(path)).replace("\r", "")
        yield from (line.split("\t") for line in source.split("\n") if line)


def _decoded(content: bytes) -> str:
    """The text of a table: UTF-8, or what its languages had before."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252" if _ODD_SIGNS.search(content) else "gb18030")


def _creation_times(folder: Path) -> Iterator[tuple[str, str]]:
    """The name of each document with its date."""
    for row in _table(folder, "dct."):
        found = _CREATION.match("\t".join(row))
        if found:
            yield found["name"], found["day"]


def _grouped(rows: Iterator[Row]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """The sentence and token numbers of each expression, by document and name."""
    groups: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in rows:
        groups.setdefault(row[0], {}).setdefault(row[4], []).append((row[1], row[2]))
    return groups


def _text(rows: Iterator[Row]) -> tuple[str, Spans]:
    """The text of a document, a line a sentence, and where each token stands in it."""
    parts: list[str] = []
    length, sentence, spans = 0, "", {}
    for row in rows:
        word = row[3]
        joint = _joint(parts[-1], word, is_new_line=row[1] != sentence) if parts else ""
        sentence = row[1]
        start = length + len(joint)
        length = start + len(word)
        spans[row[1], row[2]] = (start, length)
        parts += [joint, word]
    return "".join(parts), spans


def _joint(before: str, word: str, *, is_new_line: bool) -> str:
    """What stands between two words."""
    if is_new_line:
        return "\n"
    is_joined = _UNSPACED.match(before[-1:]) or _UNSPACED.match(word) or _ELIDED.search(before)
    return "" if is_joined else " "


def _day(value: str | None) -> str | None:
    """A creation time as TIMEX3 writes it: 20000103 is 2000-01-03."""
    if value is not None and re.fullmatch("[0-9]{8}", value):
        return f"{value[:4]}-{value[4:6]}-{value[6:]}"
    return value


def _first_day(text: str, timexes: list[Timex]) -> str | None:
    """The value of the first expression that is a date in digits."""
    return next(
        (one.value for one in timexes if _DIGITS.fullmatch(text[one.start_char : one.end_char])),
        None,
    )

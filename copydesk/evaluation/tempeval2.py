"""Reads the tables of TempEval-2: a word a line, with the lines that say which words are time expressions.

Called by the dates task. Three files stand beside one another, packed or not: `base-segmentation.tab` (document,
sentence, token, word), `timex-extents.tab` (document, sentence, token, tag, expression) and
`timex-attributes.tab` (the same, then name and value), the latter two also as `timex3-…`. `dct.txt` tells the
document's date; where it is not there, a first expression in digits does, as in the Italian set.

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
    days = {row[0]: row[1] for row in _table(words.parent, "dct.txt")}
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
        content = read_bytes(path)
        try:
            source = content.decode()
        except UnicodeDecodeError:
            source = content.decode("cp1252")
        yield from (line.split("\t") for line in source.replace("\r", "").split("\n") if line)


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
        joint = " " if row[1] == sentence else "\n"
        if not parts or (joint == " " and _ELIDED.search(parts[-1])):
            joint = ""
        word, sentence = row[3], row[1]
        start = length + len(joint)
        length = start + len(word)
        spans[row[1], row[2]] = (start, length)
        parts += [joint, word]
    return "".join(parts), spans


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

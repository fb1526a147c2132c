"""Reads the specification cases of Recognizers-Text: sentences with a reference date and what a reader must find.

Called by the dates task. The cases write TIMEX values, and more than those; only what both forms say is kept:

- A case counts with all its expressions or not at all, one without any too: nothing may be found there.
- Left out are cases with a value that ours never is: a range told as one value, a day that may lie behind or ahead
  (the cases list both), a day that no calendar has, seconds, school and fiscal years, and what the cases leave open;
  also those without a reference date, and those whose offsets do not point at their words.
- A clock time without a day is one of the reference day; hours get their minutes (T17 is T17:00).
- They count "since" and "before" into the span, so strict figures tell little here; to them "a few" are three and "in
  two weeks" is a day, to us an untold number and a week: those stay in and count as wrong.

Source: Microsoft Recognizers-Text, Specs/DateTime (MIT).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copydesk.annotate.dates import timex
from copydesk.evaluation.gold import read_bytes
from copydesk.evaluation.timeml import TimedText, Timex

_TYPES = {
    "date": "DATE", "daterange": "DATE", "time": "TIME", "timerange": "TIME", "datetime": "TIME",
    "datetimerange": "TIME", "duration": "DURATION", "set": "SET",
}  # fmt: skip
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"T(?:[0-9]{2}(?::[0-9]{2})?|MO|MI|AF|EV|NI)"
_POINT = re.compile(
    rf"[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}})?|-W[0-9]{{2}}(?:-WE)?|-(?:SP|SU|FA|WI))?|{_DAY}{_TIME}"
)
_TIME_ALONE = re.compile(_TIME)
_LENGTH = re.compile(r"P[0-9]+(?:D|W|M|Y|WE)|PT[0-9]+[HMS]")
_TURN = re.compile(r"XXXX-WXX-[1-7]")
_HALVES = {"PT0.5H": "PT30M", "P0.5Y": "P6M"}
_PRESENT = "PRESENT_REF"
Fields = Mapping[str, object]


def read_timex_specs(path: Path) -> Iterator[TimedText]:
    """Give the cases of a file that can be told in our values, each as a text with its creation time."""
    for case in json.loads(read_bytes(path).decode("utf-8-sig")):
        timed = read_case(case)
        if timed is not None:
            yield timed


def read_case(case: Fields) -> TimedText | None:
    """Give a case as a text with its expressions, None where our values cannot tell one of them.

    >>> read_case({"Input": "in 2019", "Context": {"ReferenceDateTime": "2024-03-06T00:00:00"}, "Results": [
    ...     {"Text": "2019", "Start": 3, "End": 6, "TypeName": "datetimeV2.daterange",
    ...      "Resolution": {"values": [{"timex": "2019"}]}}]}).timexes
    (Timex(start_char=3, end_char=7, timex_type='DATE', value='2019'),)
    """
    text, context = str(case["Input"]), _fields(case.get("Context"))
    day = str(context.get("ReferenceDateTime", ""))[:10]
    found = [_timex(text, _fields(one), day) for one in _list(case.get("Results"))]
    timexes = tuple(one for one in found if one is not None)
    return TimedText(text, timexes, day) if day and len(timexes) == len(found) else None


def _timex(text: str, result: Fields, day: str) -> Timex | None:
    """An expression, None where its place or value cannot be told."""
    kind = str(result.get("TypeName")).removeprefix("datetimeV2.")
    values = _list(_fields(result.get("Resolution")).get("values"))
    span = _span(text, result)
    if kind not in _TYPES or len(values) != 1 or span is None:
        return None
    value = _value(str(_fields(values[0]).get("timex")), kind, day)
    timex_type = "DATE" if value == _PRESENT else _TYPES[kind]
    return None if value is None else Timex(*span, timex_type, value)


def _span(text: str, result: Fields) -> tuple[int, int] | None:
    """Where an expression stands, without the white space around it."""
    told, start = str(result.get("Text")).strip(), result.get("Start")
    start = start if isinstance(start, int) else text.find(told)
    start += len(text[start:]) - len(text[start:].lstrip())
    end = start + len(told)
    return (start, end) if told and text[start:end].lower() == told.lower() else None


def _value(told: str, kind: str, day: str) -> str | None:
    """A value as ours is written, None where ours never is such."""
    if kind == "duration":
        return _HALVES.get(told) or (told if _LENGTH.fullmatch(told) else None)
    if kind == "set":
        turn = _HALVES.get(told, told)
        return turn if _LENGTH.fullmatch(turn) or _TURN.fullmatch(turn) else None
    if _TIME_ALONE.fullmatch(told):
        told = day + told
    is_point = _POINT.fullmatch(told) and timex.bounds(told)
    if told != _PRESENT and not is_point:
        return None
    return f"{told}:00" if re.search("T[0-9]{2}$", told) else told


def _fields(value: object) -> Fields:
    """A JSON object, empty where there is none."""
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    """A JSON list, empty where there is none."""
    return value if isinstance(value, list) else []

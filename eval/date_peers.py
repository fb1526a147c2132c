"""Other taggers of time expressions, as taggers of ours are scored: spans, TIMEX3 type and value.

`peers.py` calls it. What a package answers is turned into a TIMEX3 value with the precision that the package tells,
and prepositions are taken from the start of its spans, since the gold leaves them out. A package is loaded when it is used;
one that is not installed raises ImportError.
"""
# ruff: noqa: INP001, PLC0415  # a script; imports of what may not be installed

import multiprocessing
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from multiprocessing.connection import Connection
from typing import Any

from copydesk.annotate.entities import load
from copydesk.evaluation.dates import Tagger
from copydesk.evaluation.timeml import TimedText, Timex

PARSED_LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh"})
"""Of dateparser and duckling, as far as we have gold."""
CULTURES = {
    "de": "de-de", "en": "en-us", "es": "es-es", "fr": "fr-fr", "it": "it-it", "nl": "nl-nl", "pt": "pt-br",
    "zh": "zh-cn",
}  # fmt: skip
"""Languages of MS Recognizers."""
TEXT_SECONDS = 20
"""Duckling takes for ever on tables of numbers and cannot be interrupted: its process is ended and the text has no finds."""
_UNDATED = "2000-01-01"
"""For a text without a date: all of them want one."""
_PREPOSITIONS = {
    "de": "am|im|in|an|vom|von|zum|seit|bis|ab|um",
    "en": "on|in|at|of|to|by|from|until|since|for",
    "es": "en|de|desde|hasta|por",
    "fr": "en|de|depuis|dès|à|jusqu'en|pour",
    "it": "in|di|da|a|per|fino a",
    "nl": "op|in|van|sinds|tot|om",
    "pt": "em|de|desde|até|por",
    "ru": "в|во|с|до|по|на",  # noqa: RUF001  # Russian
}
_NOW = "PRESENT_REF"
_PERIOD_FORMATS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
_UNIT_LETTERS = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_CLOCK_GRAINS = ("hour", "minute", "second")
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_PARTS_OF_DAY = {0: "MO", 4: "MO", 12: "AF", 18: "EV"}
_LEAP = 10  # years of a decade
_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)


def dateparser_search(language_code: str) -> Tagger:
    """Give dateparser with the text's own date, in its mode for news; precision as its parser tells it."""
    from dateparser.search import search_dates

    def tag(gold: TimedText) -> list[Timex]:
        settings = _settings(_base(gold))
        found, position = [], 0
        for surface, moment in search_dates(gold.text, [language_code], settings) or []:
            phrase = _trimmed(surface, language_code)
            start = gold.text.find(phrase, position)
            if start >= 0:
                position = start + len(phrase)
                period = _parser(language_code, _base(gold)).get_date_data(phrase).period
                found.append(_parsed(start, position, period, moment))
        return found

    return tag


def spacy_dateparser(language_code: str) -> Tagger:
    """Give the dates and times that spaCy's model finds, read by dateparser; what it cannot read has no value."""

    def tag(gold: TimedText) -> list[Timex]:
        engine = load().engine_for(language_code)
        if engine is None:
            raise ImportError(f"no model reads {language_code}")
        parser = _parser(language_code, _base(gold))
        found = []
        for one in next(iter(engine.recognize((gold.text,)))):
            if one.label in {"DATE", "TIME"}:
                data = parser.get_date_data(gold.text[one.start_char : one.end_char])
                found.append(
                    _parsed(one.start_char, one.end_char, data.period, data.date_obj)
                    if data.date_obj
                    else Timex(one.start_char, one.end_char, one.label, "")
                )
        return found

    return tag


def _base(gold: TimedText) -> datetime:
    """The text's own day, without a zone."""
    return datetime.fromisoformat((gold.creation_time or _UNDATED)[:10])


def _settings(base: datetime) -> dict[str, Any]:
    return {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}


@cache
def _parser(language_code: str, base: datetime) -> Any:  # noqa: ANN401  # untyped
    from dateparser.date import DateDataParser

    return DateDataParser(languages=[language_code], settings=_settings(base))


def _parsed(start: int, end: int, period: str, moment: datetime) -> Timex:
    value = moment.strftime(_PERIOD_FORMATS.get(period, "%Y-%m-%d"))
    return Timex(start, end, "TIME" if period == "time" else "DATE", value)


def _trimmed(surface: str, language_code: str) -> str:
    """A find without the preposition at its start."""
    words = _PREPOSITIONS.get(language_code)
    return re.sub(rf"\A(?:{words})\s+", "", surface, flags=re.IGNORECASE) if words else surface


def duckling(language_code: str) -> Tagger:
    """Give duckling, in a process of its own that is ended where it takes too long."""
    import duckling as package

    del package  # there is one
    guarded = _Guarded(_answer_duckling, language_code)

    def tag(gold: TimedText) -> list[Timex]:
        reference = _base(gold).replace(tzinfo=UTC)
        answers = guarded.ask((gold.text, int(reference.timestamp()))) or []
        last = 0
        found = []
        for one in sorted(answers, key=lambda one: (one["start"], -one["end"])):
            if one["start"] < last:
                continue
            last = one["end"]
            phrase = _trimmed(gold.text[one["start"] : last], language_code)
            timex_type, value = _duckling_value(one, reference)
            found.append(Timex(last - len(phrase), last, timex_type, value))
        return found

    return tag


class _Guarded:
    """A function in a process of its own, which is ended and begun anew where an answer takes too long."""

    def __init__(self, work: Callable[[Connection, str], None], language_code: str) -> None:
        self._work = work
        self._language_code = language_code
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._near, far = context.Pipe()
        arguments = (far, self._language_code)
        self._process = context.Process(target=self._work, args=arguments, daemon=True)
        self._process.start()

    def ask(self, question: Any) -> Any:  # noqa: ANN401  # of the work
        """Give the answer; None after the time that a text may take."""
        self._near.send(question)
        if self._near.poll(TEXT_SECONDS):
            return self._near.recv()
        self._process.kill()
        self._process.join()
        self._start()
        return None


def _answer_duckling(connection: Connection, language_code: str) -> None:
    """Answer texts with what duckling finds in each paragraph, until the process is ended."""
    import duckling as package

    zones = package.load_time_zones("/usr/share/zoneinfo")
    locale = package.default_locale_lang(package.parse_lang(language_code.upper()))
    dimensions = package.parse_dimensions(["time", "duration"])
    while True:
        try:
            text, reference = connection.recv()
        except EOFError:  # the asker is gone
            return
        context = package.Context(package.parse_ref_time(zones, "UTC", reference), locale)
        connection.send(
            [
                {
                    "start": one["start"] + paragraph.start(),
                    "end": one["end"] + paragraph.start(),
                    "dim": one["dim"],
                    "value": one["value"],
                }
                for paragraph in _PARAGRAPH.finditer(text)
                for one in package.parse(paragraph[0], context, dimensions)
            ]
        )


def _duckling_value(one: Mapping[str, Any], reference: datetime) -> tuple[str, str]:
    """The TIMEX3 type and value of an answer."""
    value = one["value"]
    if one["dim"] == "duration":
        sign = "PT" if value["unit"] in _CLOCK_GRAINS else "P"
        return "DURATION", f"{sign}{value['value']}{_UNIT_LETTERS[value['unit']]}"
    try:
        if value["type"] == "interval":
            return _duckling_interval(value)
        moment = datetime.fromisoformat(value["value"])
    except ValueError:  # a year before our era
        return "DATE", ""
    return _with_grain(moment, value["grain"], reference)


def _with_grain(moment: datetime, grain: str, reference: datetime) -> tuple[str, str]:
    """A moment as precise as its grain: of the reference itself, "now"; at its time of day, a day."""
    if grain == "second" and moment == reference:
        return "DATE", _NOW
    if grain in _CLOCK_GRAINS and moment.time() != reference.time():
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    if grain == "quarter":
        return "DATE", f"{moment.year}-Q{(moment.month + 2) // 3}"
    return "DATE", moment.strftime(_PERIOD_FORMATS.get(grain, "%Y-%m-%d"))


def _duckling_interval(value: Mapping[str, Any]) -> tuple[str, str]:
    """A part of a day, a season, a decade; else the start of a range, which is all that one TIMEX3 can say."""
    edges = [
        datetime.fromisoformat(value[side]["value"]) for side in ("from", "to") if side in value
    ]
    grain = value["from" if "from" in value else "to"]["grain"]
    start, end = edges[0], edges[-1]
    day = start.strftime("%Y-%m-%d")
    if (end - start).days < 1 and grain == "hour" and start.hour in _PARTS_OF_DAY:
        return "TIME", f"{day}T{_PARTS_OF_DAY[start.hour]}"
    if start.isoweekday() == 5 and 2 <= (end - start).days <= 3:  # noqa: PLR2004  # Friday evening to Monday
        return "DATE", start.strftime("%G-W%V-WE")
    if grain == "day" and 80 <= (end - start).days <= 100 and start.day >= 19:  # noqa: PLR2004  # a season
        return "DATE", f"{start.year}-{_SEASONS.get(start.month, '')}"
    if end.year - start.year == _LEAP and grain == "year":
        return "DATE", f"{start.year // 10}"
    return _with_grain(start, grain, start)


def recognizers(language_code: str) -> Tagger:
    """Give MS Recognizers; of several values the first, which lies behind."""
    from ms_recognizers_date_time import recognize_datetime

    def tag(gold: TimedText) -> list[Timex]:
        return list(_recognized(gold, language_code, recognize_datetime))

    return tag


def _recognized(
    gold: TimedText, language_code: str, recognize: Callable[..., Any]
) -> Iterator[Timex]:
    for one in recognize(gold.text, CULTURES[language_code], reference=_base(gold)):
        surface = gold.text[one.start : one.end + 1]
        start = one.end + 1 - len(_trimmed(surface, language_code))
        answers = (one.resolution or {}).get("values") or [{}]
        timex_type, value = _recognized_value(answers[0], _base(gold).date())
        yield Timex(start, one.end + 1, timex_type, value)


def _recognized_value(answer: Mapping[str, str], day: date) -> tuple[str, str]:
    """The TIMEX3 type and value of an answer, which holds almost that."""
    kind, timex = answer.get("type", ""), answer.get("timex", "")
    first = answer.get("start") or answer.get("value") or ""
    if kind in {"duration", "set"}:
        return kind.upper(), timex
    if timex == _NOW:
        return "DATE", timex
    if kind in {"datetime", "datetimerange", "time", "timerange"}:
        return "TIME", _recognized_time(timex, first, day)
    return "DATE", _recognized_days(timex, first) if kind == "daterange" else first


def _recognized_time(timex: str, first: str, day: date) -> str:
    """A time of day, on the text's own day where none is told."""
    part = re.search(r"T(?:MO|AF|EV|NI)\Z", timex)
    told = first[:10] if re.match(r"\d{4}-\d\d-\d\d", first) else day.isoformat()
    if part:
        return f"{timex[:10] if timex[:1].isdigit() else told}{part[0]}"
    return f"{told}T{first[-8:-3]}" if re.search(r"\d\d:\d\d:\d\d\Z", first) else timex


def _recognized_days(timex: str, first: str) -> str:
    """A stretch of days by its length: a quarter, a decade, a month, else as it was told."""
    length = re.search(r",P(\d+)([YMWD])\)\Z", timex)
    if length and length[2] == "M" and length[1] == "3":
        return f"{first[:4]}-Q{(int(first[5:7]) + 2) // 3}"
    if length and length[2] == "Y":
        return first[:3] if length[1] == str(_LEAP) else first[:4]
    if length:
        return first
    return timex.replace("XXXX", first[:4]) if re.fullmatch(r"XXXX-\d\d", timex) else timex

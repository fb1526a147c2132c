"""Finds amounts: a number, a scale, and a sign or word on either side that says of what.

The annotator proper: `copydesk.annotate.amounts` gives it its name and version. A pure function of each document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from copydesk.annotate.amounts import numbers, units
from copydesk.records import Amount, AmountType, Document

_GAP = "[ \u00a0\u202f]"
_UP_TO: Mapping[str, str] = {
    "en": " to |-to-", "de": " bis ", "fr": " à ", "es": " a ", "it": " a ", "pt": " a ", "nl": " tot ", "ru": " до ",
}  # fmt: skip
"""What stands between the two ends of a range, besides a dash."""
_BETWEEN: Mapping[str, tuple[str, str]] = {
    "en": ("between ", " and "), "de": ("zwischen ", " und "), "fr": ("entre ", " et "), "es": ("entre ", " y "),
    "it": ("tra ", " e "), "pt": ("entre ", " e "), "nl": ("tussen ", " en "), "ru": ("между ", " и "),
}  # fmt: skip
"""What stands before a range whose ends `and` joins, and the `and`."""
_SPACES = re.compile(r"\s+")
_POUND = re.compile(r"(?P<hyphen>[- ])(?P<word>pounds?)\b(?P<of> of\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What finds amounts in one language.

    Attributes:
        number: A number with what stands before it, a range's other end, and its scale.
        unit: What stands behind it.
    """

    number: re.Pattern[str]
    unit: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The unit of an amount and where the amount ends."""

    amount_type: AmountType
    unit: str
    end_char: int


def annotate(document: Document, language_code: str) -> tuple[Amount, ...]:
    """Give the rows of `amounts` for one document.

    Args:
        document: Normalised and segmented.
        language_code: Of the document: it tells what a comma and a billion mean.
    """
    patterns = _patterns(language_code)
    found = [
        amount
        for match in patterns.number.finditer(document.text)
        for amount in _read(document, match, patterns, language_code)
    ]
    return tuple(_numbered(document, found))


def _numbered(document: Document, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """Give the amounts with their numbers and lines."""
    for number, one in enumerate(amounts, start=1):
        line_at = bisect_right(document.lines, one.start_char, key=attrgetter("start_char")) - 1
        line = document.lines[line_at]
        values = {name: getattr(one, name) for name in one.__slots__}
        yield Amount(**{**values, "amount_no": number, "line_no": line.line_no})


def _read(
    document: Document, match: re.Match[str], patterns: _Patterns, language_code: str
) -> Iterator[Amount]:
    """Give the amount that a number is part of, if it has a unit."""
    text = document.text
    reading = _unit_of(text, match, patterns)
    if reading is None or not _stands_alone(document, match.start(), reading.end_char):
        return
    value, high = _values(match, language_code)
    start = match.start()
    yield Amount(
        amount_no=0,
        line_no=0,
        start_char=start,
        end_char=reading.end_char,
        surface=text[start : reading.end_char],
        amount_type=reading.amount_type,
        value=value,
        high_value=high,
        unit=reading.unit,
    )


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Tell whether a span begins where no word or number goes on, and ends in its paragraph."""
    text = document.text
    before = text[start - 1 : start] if start else ""
    if before.isalnum() or (before in {".", ","} and text[start - 2 : start - 1].isdigit()):
        return False
    if "\n" not in text[start:end]:
        return True
    place = bisect_right(document.paragraphs, start, key=attrgetter("start_char")) - 1
    return end <= document.paragraphs[place].end_char


def _unit_of(text: str, match: re.Match[str], patterns: _Patterns) -> _Reading | None:
    """Give what is counted: by the sign before the number, else by the word behind it."""
    sign = (match["sign"] or "").strip()
    if sign:
        unit = units.CURRENCY_SIGNS.get(sign) or units.RENAMED_CODES.get(sign, sign)
        behind = patterns.unit.match(text, match.end())
        is_same = behind is not None and _forms()[_key(behind[1])][0] is AmountType.MONEY
        end = behind.end() if behind and is_same and unit == "dollar" else match.end()
        told = _forms()[_key(behind[1])][1] if behind and end == behind.end() else unit
        return _Reading(AmountType.MONEY, told, end)
    pound = _POUND.match(text, match.end())
    if pound:
        return _pounds(match, pound)
    behind = patterns.unit.match(text, match.end())
    if behind is None or (match["words"] in {"a", "an"} and not match["scale"]):
        return None
    amount_type, unit = _forms()[_key(behind[1])]
    if _key(behind[1]) in units.COMMON_WORDS and not match["scale"]:
        return None
    is_abbreviated = match["scale"] in {"m", "b", "k"}  # 5m of what is not money is metres
    if is_abbreviated and amount_type is not AmountType.MONEY:
        return None
    return _Reading(amount_type, unit, behind.end())


def _pounds(match: re.Match[str], pound: re.Match[str]) -> _Reading | None:
    """Tell money from weight: `3 million pounds` is money, `200-pound` and `pounds of` are weight."""
    if match["words"] in {"a", "an"} and not match["scale"]:
        return None
    is_weight = not match["scale"] and (pound["hyphen"] == "-" or bool(pound["of"]))
    end = pound.end("word")
    if is_weight:
        return _Reading(AmountType.QUANTITY, "lb", end)
    return _Reading(AmountType.MONEY, "GBP" if match["scale"] else "pound", end)


def _values(match: re.Match[str], language_code: str) -> tuple[float | None, float | None]:
    """Give the value of an amount, and the upper one of a range."""
    scale = numbers.scales_of(language_code).get(_key(match["scale"] or ""), 1.0)
    if match["words"]:
        return numbers.read_words(_key(match["words"])) * scale, None
    low = numbers.read_digits(match["digits"], language_code)
    low = None if low is None else low + numbers.read_fraction(match["fraction"] or "")
    low = -low if low is not None and match["minus"] else low
    if not match["high"]:
        return _scaled(low, scale), None
    high = numbers.read_digits(match["high"], language_code)
    own = numbers.scales_of(language_code).get(_key(match["low_scale"] or ""), scale)
    return _scaled(low, own), _scaled(high, scale)


def _scaled(value: float | None, scale: float) -> float | None:
    """Give value times scale, without the noise of binary fractions."""
    return None if value is None else round(value * scale, 6)


def _key(form: str) -> str:
    return _SPACES.sub(" ", form).replace("’", "'").lower()  # noqa: RUF001


@cache
def _forms() -> dict[str, tuple[AmountType, str]]:
    return units.forms()


def _any_of(forms: Iterable[str]) -> str:
    """Give a pattern of any of the forms, the longest first, with any white space for a blank."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    escaped = (re.escape(form).replace(r"\ ", r"\s").replace("'", "['’]") for form in ordered)  # noqa: RUF001
    return "|".join(escaped)


@cache
def _patterns(language_code: str) -> _Patterns:
    """Compile the patterns of a language."""
    codes = _any_of(units.CURRENCY_CODES)
    signs = _any_of(units.CURRENCY_SIGNS)
    scale = _any_of(numbers.scales_of(language_code)) or "(?!)"
    one_letter = r"(?-i:[mMbBkK])" if language_code == "en" else "(?!)"
    dash = " ?[-–] ?"  # noqa: RUF001
    up_to = rf"{_UP_TO[language_code]}|{dash}" if language_code in _UP_TO else dash
    between, and_sign = _BETWEEN.get(language_code, ("\0", "\0"))
    words = rf"\b{numbers.ENGLISH_WORDS}\b" if language_code == "en" else "(?!)"
    number = re.compile(
        rf"(?P<between>(?<={between}))?(?P<sign>(?-i:{signs}|\b(?:{codes})){_GAP}?)?"
        rf"(?:(?P<minus>(?<![^\s(])[-−])?(?P<digits>{numbers.DIGITS})(?P<fraction>{numbers.FRACTION})"  # noqa: RUF001
        rf"(?:(?:{_GAP}?(?P<low_scale>{scale}))?(?(between){and_sign}|(?:{up_to}))(?:(?-i:{signs}){_GAP}?)?"
        rf"(?P<high>{numbers.DIGITS})(?![0-9]))?"
        rf"|(?P<words>{words}))(?:[- \u00a0\u202f\n]?(?P<scale>(?:{scale})(?:(?!\w)|(?<=['’]))|{one_letter}(?!\w)))?",  # noqa: RUF001
        re.IGNORECASE,
    )
    unit = re.compile(rf"[-\s\u00a0\u202f]?({_any_of(_forms())})(?!\w)", re.IGNORECASE)
    return _Patterns(number, unit)

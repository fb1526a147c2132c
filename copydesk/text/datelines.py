"""Datelines: the place, the day and the agency that wire copy begins with.

Called by `head_lines`. Says what stands there; the day itself is read by the date annotator.
"""

import re
from collections.abc import Iterator

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.text.head_labels import (
    AGENCIES,
    AGENCY_WORDS,
    BYLINE_WORDS,
    DATE_WORDS,
    NOT_NAMES,
    NOT_PLACES,
)

MAX_CHARS = 90
_DASH = re.compile(r"\s?(?:--|\u2014|\u2015)\s?|\s[-\u2013](?=\s|$)|(?<=\))\.?\s?[-\u2013:]\s?")
_BRACKET = re.compile(r"\(([^()]{2,40})\)\s*\Z|/([^/]{2,30})/\s*\Z")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'\u2019/-])*")
_LINKS = frozenset(
    {"of", "de", "la", "el", "del", "am", "an", "the", "upon", "and", "do", "da", "al"}
)
_SHORT_CHARS = 3
_DAYS_AND_MONTHS = frozenset(word for word in DATE_WORDS if len(word) > _SHORT_CHARS)
"""Words that begin no place; shorter ones may: Las Vegas, St Louis."""
_MAX_PLACE_WORDS = 6
_MIN_CAPITALS = 4
_MAX_CAPITALS = 3
_XINHUA = re.compile(
    r"[(\uff08]?((新华社|中新社|中新网|央视网)[\u4e00-\u9fff]{0,12}\d{1,2}月\d{1,2}日电)"
    r"(?:\s?[(\uff08](?:记者|記者)\s?([^)\uff09]{2,24})[)\uff09])?"
)


def dateline_items(content: str, line_no: int) -> Iterator[MetadataItem]:
    """Yield the dateline that a line begins with, and the agency that it names.

    >>> [(i.key, i.value) for i in dateline_items("PORTO, March 5 (Reuters) - The tide rose.", 4)]
    [('dateline', 'PORTO, March 5 (Reuters)'), ('agency', 'Reuters')]
    """
    chinese = _XINHUA.match(content)
    if chinese:
        yield _item("dateline", chinese[1], line_no)
        yield _item("agency", chinese[2], line_no)
        if chinese[3]:
            yield _item("记者", chinese[3].strip(), line_no, "author_name")
        return
    dash = _DASH.search(content, 0, MAX_CHARS)
    if dash is None:
        return
    words = content[: dash.start()].strip()
    bracket = _BRACKET.search(words)
    agency = (bracket[1] or bracket[2]).strip() if bracket else None
    before = words[: bracket.start()].strip() if bracket else words
    is_slug = dash[0] == "--" and agency is None  # BC-EU--Britain
    if is_slug or (agency and not _is_agency(agency)):
        return
    if agency and not before:
        yield _item("agency", agency, line_no)
        return
    has_day = _has_day(before.rpartition(",")[2])
    is_sure = agency is not None or has_day
    story = content[dash.end() :]
    if not is_sure and story.upper() == story:  # none, or a headline in capitals
        return
    if _is_place_and_day(before, is_sure=is_sure):
        yield _item("dateline", words, line_no)
        if agency:
            yield _item("agency", agency, line_no)


def _item(key: str, value: str, line_no: int, field: str | None = None) -> MetadataItem:
    return MetadataItem(MetadataOrigin.HEAD_LINE, key, value, field, line_no)


def _is_agency(words: str) -> bool:
    """Tell whether words in brackets name an agency: one that is known, or only words that agencies have."""
    folded = words.replace(".", "").casefold()
    parts = folded.replace("/", " ").replace(",", " ").split()
    return (
        folded.replace(" ", "") in AGENCIES
        or any(part in AGENCIES for part in parts)
        or (bool(parts) and words[0].isupper() and all(part in AGENCY_WORDS for part in parts))
    )


def _is_place_and_day(words: str, *, is_sure: bool) -> bool:
    """Tell whether words are a place, perhaps with its country and a day.

    Args:
        words: What stands before the agency or the dash.
        is_sure: Whether an agency follows; without one the place must be in capitals.
    """
    place, *others = [part.strip() for part in words.split(",")]
    tokens = place.split()
    if not 0 < len(tokens) <= _MAX_PLACE_WORDS or not all(map(_is_place_word, tokens)):
        return False
    if tokens[0].casefold() in BYLINE_WORDS | _DAYS_AND_MONTHS:
        return False
    if not is_sure and not _is_in_capitals(tokens):
        return False
    return all(_is_region_or_day(part) for part in others)


def _has_day(part: str) -> bool:
    """Tell whether the last part before the dash is a day: it needs a number and a word of dates."""
    words = [word.strip(".").casefold() for word in part.split()]
    return any(map(str.isdigit, words)) and any(word in DATE_WORDS for word in words)


def _is_in_capitals(tokens: list[str]) -> bool:
    letters = sum(len(token) for token in tokens)
    return (
        letters >= _MIN_CAPITALS
        and len(tokens) <= _MAX_CAPITALS
        and all(
            token.isupper() and token.casefold() not in NOT_PLACES | NOT_NAMES for token in tokens
        )
    )


def _is_place_word(word: str) -> bool:
    has_case = word[0].lower() != word[0].upper()
    return bool(_PLACE_WORD.fullmatch(word)) and (
        word[0].isupper() or not has_case or word in _LINKS
    )


def _is_region_or_day(part: str) -> bool:
    words = part.split()
    return len(words) <= _MAX_PLACE_WORDS and all(
        _is_place_word(word)
        or word.strip(".").casefold() in DATE_WORDS
        or word.strip(".").isdigit()
        for word in words
    )

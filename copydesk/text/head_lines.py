"""What the first lines of a text say of it: labelled lines, bylines, a dateline, a bare address.

Called where the sources of a document are described. Precision before recall: a line counts only where nothing
but such a statement is on it. Values are the words as they stand; nothing is parsed or completed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from copydesk.records import Line, MetadataItem, MetadataOrigin
from copydesk.text.bylines import byline_names, chinese_reporters, is_names
from copydesk.text.datelines import dateline_items
from copydesk.text.head_labels import (
    AGENCIES,
    BARE_DATE_LABELS,
    COLON_LABELS,
    DATE_LABELS,
    DATE_LEADS,
    DATE_WORDS,
    EVENT_LABELS,
    FIELDS,
    LabelKind,
)

HEAD_LINES = 15
"""Lines of a text, blank ones not counted, that are looked at."""
STANDFIRST_LINES = 1
"""Sentences that may stand between the title and the rest of the head."""
MAX_LINE_CHARS = 200
MAX_VALUE_CHARS = 120
_PROSE_CHARS, _PROSE_WORDS = 160, 12
_MAX_DATE_CHARS, _MAX_DATE_WORDS = 80, 14
_MAX_NAME_WORDS = 10
_MAX_LANGUAGE_CHARS = 25
_END_MARKS = " \t*_"
_MARKS = " \t*_#>\u2022\u00b7\u25aa-\u2013\u2014"
_PARTS = re.compile(r"\s[|\u2022\u00b7\uff5c]\s|[\t\u3000|\uff5c]|\s{3,}")
_CHINESE_PARTS = re.compile(r"\s(?=[\u4e00-\u9fff]{2,4}[:\uff1a]|\u3010)")
_COLON = re.compile(r"[*_]{0,3}\s{0,2}[:\uff1a][*_]{0,3}\s{0,4}")
_ADDRESS = re.compile(r"<?((?:https?://|www\.)[^\s<>]{3,})>?")
_PAGE = re.compile(r"(?:https?://)?[^/]+/[^/]")
_WORD = re.compile(r"[^\W\d_]+(?:[.'\u2019-][^\W\d_]+)*")
_ZONE = re.compile(r"[A-Z]{2,5}")
_DIGIT = re.compile(r"[\d\u3007一二三四五六七八九十]")
_SENTENCE_END = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u061f\u0964][\"'\u2019\u201d\u00bb)\]]*\Z"
)
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CJK_PROSE_CHARS = 40


def head_lines(text: str, lines: Sequence[Line]) -> tuple[MetadataItem, ...]:
    r"""Return what the head of a text says of it, each with its line, in the order of the lines.

    An item's key is its label as written, of a byline "By"; what has no label is named `dateline`, `agency` or
    `address`. A label of change ("Updated:") fills no field, and nor does a dateline.

    Args:
        text: Normalised.
        lines: Its lines, as `segment.lines` gives them, without those of a front matter.

    >>> head = "Tide warning\nBy Ada Penn\nPublished: 5 March 2024\nThe harbour was closed."
    >>> spans = [Line(1, 0, 12), Line(2, 13, 24), Line(3, 25, 48), Line(4, 49, 72)]
    >>> [(item.key, item.value, item.field, item.line_no) for item in head_lines(head, spans)]
    [('By', 'Ada Penn', 'author_name', 2), ('Published', '5 March 2024', 'published_text', 3)]
    """
    found: list[MetadataItem] = []
    prose_count = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        content = text[line.start_char : min(line.end_char, line.start_char + MAX_LINE_CHARS)]
        is_whole = line.end_char - line.start_char <= MAX_LINE_CHARS
        items = list(_items(content, line.line_no)) if is_whole else []
        items += dateline_items(content, line.line_no)
        found += items
        prose_count += not items and _is_prose(content, index)
        if (not items and not is_whole) or prose_count > STANDFIRST_LINES:
            break
        if any(item.key == "dateline" for item in items):  # the story begins behind it
            break
    return tuple(_without_events(text, lines, found))


def _without_events(
    text: str, lines: Sequence[Line], items: Sequence[MetadataItem]
) -> Iterator[MetadataItem]:
    """Yield the items; a bare "Date:" among "Venue:" and "Tickets:" fills no field."""
    heads = (
        text[line.start_char : line.start_char + MAX_LINE_CHARS] for line in lines[:HEAD_LINES]
    )
    labels = {_COLON.split(head, maxsplit=1)[0].strip(_MARKS).casefold() for head in heads}
    is_event = not labels.isdisjoint(EVENT_LABELS)
    for item in items:
        is_bare = _fold(item.key) in BARE_DATE_LABELS
        yield replace(item, field=None) if is_event and is_bare else item


def _items(content: str, line_no: int) -> Iterator[MetadataItem]:
    for part in _parts(content):
        said = _labelled(part) or _dated(part) or _byline(part)
        if said:
            key, value, field = said
            yield MetadataItem(MetadataOrigin.HEAD_LINE, key, value, field, line_no)
    address = _ADDRESS.fullmatch(content)
    if address and _PAGE.match(address[1]):  # without a path it is that of a site
        field = FIELDS[LabelKind.URL]
        yield MetadataItem(MetadataOrigin.HEAD_LINE, "address", address[1], field, line_no)


def _parts(content: str) -> Iterator[str]:
    """Yield what stands between bars, bullets, tabs and wide gaps, without marks around it."""
    for stretch in _PARTS.split(content):
        for part in _CHINESE_PARTS.split(stretch):
            if bare := part.lstrip(_MARKS).rstrip(_END_MARKS):
                yield bare


_Said = tuple[str, str, str | None]
"""Key, value and field."""


def _labelled(part: str) -> _Said | None:
    """Read a label with a colon and the value behind it."""
    label = _colon_labels().match(part)
    colon = _COLON.match(part, label.end()) if label else None
    if label is None or colon is None:
        return None
    value = part[colon.end() :].strip(_END_MARKS)
    kind = _kinds()[_fold(label[0])]
    if not value or len(value) > MAX_VALUE_CHARS:
        return None
    if kind is LabelKind.SOURCE and _CJK.match(value):
        value = value.split()[0]  # such names have no spaces: page controls follow
    address = _ADDRESS.fullmatch(value)
    if address and kind in {LabelKind.URL, LabelKind.SOURCE}:
        return label[0], address[1], "url"
    return (label[0], value, FIELDS[kind]) if not address and _fits(kind, value) else None


def _fits(kind: LabelKind, value: str) -> bool:
    """Tell whether a value is of its label's kind; where it cannot be told, it is not."""
    if kind in {LabelKind.PUBLISHED, LabelKind.UPDATED}:
        return len(value) <= _MAX_DATE_CHARS and bool(_DIGIT.search(value)) and _is_date(value)
    if kind is LabelKind.TITLE:
        return True
    if kind is LabelKind.LANGUAGE:
        return len(value) <= _MAX_LANGUAGE_CHARS and not _SENTENCE_END.search(value)
    if kind is LabelKind.AUTHOR:
        return is_names(value, labelled=True)
    is_short = len(value.split()) <= _MAX_NAME_WORDS and not _SENTENCE_END.search(value)
    is_name = not value[0].islower() or value.casefold() in AGENCIES
    return kind is not LabelKind.URL and is_short and is_name


def _dated(part: str) -> _Said | None:
    """Read a label without a colon, where nothing but a date or a time follows."""
    label = _date_labels().match(part)
    if label is None or len(part) > _MAX_DATE_CHARS:
        return None
    value = part[label.end() :].strip(_END_MARKS)
    if _DIGIT.search(value) and _is_date(value):
        return label[0], value, FIELDS[_date_kinds()[_fold(label[1])]]
    return None


def _is_date(value: str) -> bool:
    """Tell whether all words are those of dates and times, or time zones."""
    words = _WORD.findall(value)
    return len(words) <= _MAX_DATE_WORDS and all(
        word.casefold() in DATE_WORDS or _ZONE.fullmatch(word) or _CJK.match(word) or len(word) == 1
        for word in words
    )


def _byline(part: str) -> _Said | None:
    found = byline_names(part) or chinese_reporters(part)
    return (*found, FIELDS[LabelKind.AUTHOR]) if found else None


def _is_prose(content: str, index: int) -> bool:
    """Tell whether the story has begun: a long line, or a sentence that is no title."""
    if len(content) > _PROSE_CHARS:
        return True
    if _CJK.search(content):
        return len(content) > _CJK_PROSE_CHARS and index > 0
    is_long = len(content.split()) >= _PROSE_WORDS
    return is_long and (index > 1 or bool(_SENTENCE_END.search(content)))


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()


@cache
def _kinds() -> dict[str, LabelKind]:
    """Return label -> what it says; a label of two languages says the same in both."""
    return {
        label: kind
        for kinds in COLON_LABELS.values()
        for kind, labels in kinds.items()
        for label in labels
    }


@cache
def _date_kinds() -> dict[str, LabelKind]:
    return {label: kind for kind, labels in DATE_LABELS.items() for label in labels}


@cache
def _colon_labels() -> re.Pattern[str]:
    return re.compile(_alternatives(_kinds()) + r"(?=[*_]{0,3}\s{0,2}[:\uff1a])", re.IGNORECASE)


@cache
def _date_labels() -> re.Pattern[str]:
    leads = "|".join(DATE_LEADS)
    pattern = rf"({_alternatives(_date_kinds())})(?:\s(?:{leads})(?=\s))?(?=[\s\d])"
    return re.compile(pattern, re.IGNORECASE)


def _alternatives(labels: dict[str, LabelKind]) -> str:
    """Return a pattern for any of the labels, the longest first."""
    ordered = sorted(labels, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(label).replace("\\ ", r"\s") for label in ordered) + ")"

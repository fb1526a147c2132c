"""Web pages: the article, what the page says of itself, and pages that are none."""

from datetime import UTC, datetime

import pytest

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store import html

STORY = (
    "<p>Der Deich hielt dem Hochwasser stand, sagte der Deichgraf am Abend nach einer langen Sitzung im Rathaus "
    "der Stadt an der Elbe.</p><p>Die Feuerwehr hatte seit dem Morgen Sandsäcke gefüllt und an der Schleuse "
    "aufgeschichtet, bis kein Wasser mehr kam.</p>"
)
ARTICLE = f"<body><nav>Start | Sport | Wetter</nav><article>{STORY}</article><footer>© 2019 Nordpost</footer></body>"


def page(head, body=ARTICLE, declaration=""):
    return f"{declaration}<html lang='de'><head><title>Deich hält</title>{head}</head>{body}</html>"


def said(content):
    return {item.field: item.value for item in html.extract(content).items}


def test_the_article_is_found_and_the_page_around_it_is_left():
    """Paragraphs of the story are lines of the text; navigation and footer are not there."""
    lines = html.extract(page("").encode()).text.splitlines()
    assert [line.split()[0] for line in lines] == ["Der", "Die"]


def test_what_the_page_says_of_itself_is_given():
    """Marks of the page become items: its title, author, site and day of publication."""
    head = (
        '<meta name="author" content="Ada Penn"><meta property="og:site_name" content="Nordpost">'
        '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    )
    found = said(page(head).encode())
    assert found["author_name"] == "Ada Penn"
    assert found["source_name"] == "Nordpost"
    assert found["published_text"] == "2025-03-04"
    assert found["title"] == "Deich hält"


def test_a_page_without_a_date_gets_none():
    """Neither the year of a copyright line nor the day of the run is taken for one."""
    assert "published_text" not in said(page("").encode())


def test_a_day_to_come_is_as_good_as_any():
    """The page says when it appears; the clock is not asked whether that may be."""
    year = datetime.now(UTC).year + 3  # what the test is about
    head = f'<meta property="article:published_time" content="{year}-01-02">'
    assert said(page(head).encode())["published_text"] == f"{year}-01-02"


ENCODINGS = [
    ("", "utf-8", "utf-8", 1.0),
    ('<meta charset="windows-1252">', "cp1252", "cp1252", 0.9),
    (
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">',
        "latin9",
        "iso8859-15",
        0.9,
    ),
    ('<meta charset="windows-1252">', "utf-8-sig", "utf-8-sig", 1.0),  # the mark is believed first
    (
        '<meta charset="utf-16">',
        "utf-8",
        "utf-8",
        1.0,
    ),  # it is read as what it is, or nothing would be read
    ('<meta charset="klingon">', "utf-8", "utf-8", 1.0),
]


@pytest.mark.parametrize(("head", "written", "expected", "score"), ENCODINGS)
def test_a_page_is_read_in_its_encoding(head, written, expected, score):
    """A byte order mark, then what the page declares if it fits, then what any text is read by."""
    found = html.extract(page(head).encode(written))
    assert "füllt" in found.text
    assert (found.encoding_name, found.encoding_score) == (expected, score)


def test_a_page_of_xml_is_read():
    """An encoding declared in XML does not stop the parser."""
    found = html.extract(page("", declaration='<?xml version="1.0" encoding="utf-8"?>').encode())
    assert "füllt" in found.text


NO_PAGES = [
    (b"", ReasonCode.EMPTY),
    (b"<html></html>", ReasonCode.EMPTY),
    (b"\x00" * 500, ReasonCode.BINARY),
    (b"<" * 100_000, ReasonCode.EMPTY),
    (b"<div>" * 100_000 + b"tief", ReasonCode.EMPTY),  # nested deeper than any parser goes
    (b"<!-- " + b"x" * 1_000_000, ReasonCode.EMPTY),
    (b"<p>" + b"&amp;" * 100_000, ReasonCode.EMPTY),
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("content", "expected"), NO_PAGES)
def test_what_holds_no_article_is_refused(content, expected):
    """Hostile and empty pages are rejections with a reason, in bounded time."""
    with pytest.raises(InputError) as caught:
        html.extract(content)
    assert caught.value.reason_code == expected

"""Web pages: the main text and what the page says; hostile pages are refused."""

import pytest

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.store.html import extract, has_html, html_version

pytest.importorskip("trafilatura")
STORY = (
    "<p>The ferry to the island did not leave on Monday, because the wind had turned overnight.</p>"
    * 5
)
PAGE = f"<html lang='en'><head><title>No ferry</title><meta name='author' content='Ann Penn'></head><body><article><h1>No ferry</h1>{STORY}</article></body></html>"


def test_the_text_of_a_page_comes_with_what_it_says_of_itself():
    """Title and author are items; no date is made up."""
    text, items = extract(PAGE.encode())
    assert "did not leave on Monday" in text
    assert {item.field for item in items} >= {"title", "author_name"}
    assert "published_text" not in {item.field for item in items}
    assert has_html()
    assert html_version()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 99, b"\xff\xfe\xff", b"<", b"<div>" * 100_000, b"<html></html>"]
)
def test_what_is_no_page_is_refused(content):
    """Arbitrary bytes and deep trees end in a refusal."""
    with pytest.raises(InputError) as caught:
        extract(content)
    assert caught.value.reason_code in {ReasonCode.EMPTY, ReasonCode.MALFORMED}
